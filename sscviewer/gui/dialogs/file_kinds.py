"""The words in which a dialog offers the formats of tables, documents and query lists."""

from collections.abc import Iterable

_KINDS = {
    "xlsx": "Excel workbook (*.xlsx)",
    "csv": "CSV (*.csv)",
    "redcap.csv": "CSV with REDCap's columns (*.redcap.csv)",
    "odm.csv": "CSV with CDISC ODM's columns (*.odm.csv)",
    "docx": "Word document (*.docx)",
    "pdf": "PDF (*.pdf)",
    "pptx": "Slides (*.pptx)",
}
"""Of every format of `TABLE_FORMATS`, `QUERY_FORMATS` and `DOCUMENT_FORMATS`."""


def file_kinds(formats: Iterable[str]) -> str:
    """Return the kinds of files as Qt's dialogs take them: "CSV (*.csv);;PDF (*.pdf)"."""
    return ";;".join(_KINDS[one] for one in formats)
