"""The panes beside the pages."""
