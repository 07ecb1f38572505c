"""Writes the document as DOCX, to be edited, as PDF, to be read, or as slides; whole or not at all."""

from __future__ import annotations

from pathlib import Path

from sscviewer.plots.paper.figure_files import SaveFailed, write_whole
from sscviewer.report.document import Document
from sscviewer.report.document_docx import docx_bytes
from sscviewer.report.document_pdf import document_pdf
from sscviewer.report.slides_file import PPTX, slides_bytes
from sscviewer.report.what import DOCUMENT_FORMATS, endings

DOCX, PDF = ".docx", ".pdf"


def write_document(path: Path, document: Document) -> None:
    """Write a document as the file's suffix says.

    Raises
    ------
    SaveFailed
        If the suffix is none of `DOCUMENT_FORMATS`, or the file cannot be written.
    """
    suffix = path.suffix.lower()
    makers = {DOCX: docx_bytes, PDF: document_pdf, PPTX: slides_bytes}
    if suffix.removeprefix(".") not in DOCUMENT_FORMATS:
        raise SaveFailed(f"“{path.name}” must end in {endings(DOCUMENT_FORMATS)} to be saved as a report.")
    write_whole(path, makers[suffix](document))
