"""What the pages of the whole trial have in common: views that are computed off the window's thread."""
