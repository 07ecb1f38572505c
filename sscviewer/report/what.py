"""What `export` can write."""

from collections.abc import Sequence

from sscviewer.plots.paper.figure_formats import FIGURE_FORMATS

WHAT = ("profiles", "figures", "tables", "report", "narratives", "queries", "board", "handover", "checklists")
"""In the order in which it is written; "all" is all of them."""

TABLE_FORMATS = ("xlsx", "csv")
"""In the order in which they are offered; `table_file.py: write_table` writes each."""
DOCUMENT_FORMATS = ("docx", "pdf", "pptx")
"""What `--format` can name beside the formats of figures; where it names none, documents are DOCX and PDF."""
USUAL_DOCUMENTS = ("docx", "pdf")


def endings(formats: Sequence[str]) -> str:
    """Return the endings of files in words: ".docx, .pdf or .pptx"."""
    *first, last = (f".{name}" for name in formats)
    return f"{', '.join(first)} or {last}"


def figure_formats(formats: tuple[str, ...]) -> tuple[str, ...]:
    """Return the formats of pictures among those named; PDF where there is none."""
    return tuple(name for name in formats if name in FIGURE_FORMATS) or ("pdf",)


def document_formats(formats: tuple[str, ...]) -> tuple[str, ...]:
    """Return the formats of documents among those named."""
    named = tuple(name for name in formats if name in DOCUMENT_FORMATS)
    return named if {"docx", "pptx"} & set(named) else USUAL_DOCUMENTS
