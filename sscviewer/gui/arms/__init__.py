"""Views of arms side by side, on the pages they belong to."""
