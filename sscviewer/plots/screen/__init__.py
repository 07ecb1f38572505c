"""What pictures on screen have in common: pyqtgraph's views, their mouse and their menu."""
