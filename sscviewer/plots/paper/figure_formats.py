"""The formats figures are saved in: the one list of them, read without Qt by the command line."""

FIGURE_FORMATS = ("png", "svg", "pdf", "tiff")
"""In the order in which they are offered; `figure_files.py: save_paper` writes each."""
