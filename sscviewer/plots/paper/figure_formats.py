"""The formats figures are saved in, in words: the one list of them, read without Qt by the command line."""

FIGURE_FORMATS = {
    "png": "PNG picture",
    "svg": "SVG drawing",
    "pdf": "PDF document",
    "tiff": "TIFF picture",
}
"""By suffix, in the order in which they are offered; `figure_files.py: save_paper` writes each."""
