"""Views of the Report page: what goes into a paper as it is."""
