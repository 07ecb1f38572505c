"""What `export` can write."""

WHAT = ("profiles", "figures", "tables", "report", "narratives", "queries", "board", "handover", "checklists")
"""In the order in which it is written; "all" is all of them."""

FIGURE_FORMATS, DOCUMENT_FORMATS = ("pdf", "svg", "png", "tiff"), ("docx", "pdf", "pptx")
"""What `--format` can name; a document is written as DOCX and PDF where it names none but pictures."""
USUAL_DOCUMENTS = ("docx", "pdf")


def figure_formats(formats: tuple[str, ...]) -> tuple[str, ...]:
    """Return the formats of pictures among those named; PDF where there is none."""
    return tuple(name for name in formats if name in FIGURE_FORMATS) or ("pdf",)


def document_formats(formats: tuple[str, ...]) -> tuple[str, ...]:
    """Return the formats of documents among those named."""
    named = tuple(name for name in formats if name in DOCUMENT_FORMATS)
    return named if {"docx", "pptx"} & set(named) else USUAL_DOCUMENTS
