"""SAS transport files (.xpt), the form in which regulators receive trials."""

import io
from typing import Any

import pyreadstat

from sscviewer.workbook.child.coded import CodedSheet

_MEMBER = b"HEADER RECORD*******MEMBER  HEADER RECORD!!!!!!!"
_MEMBER_V8 = b"HEADER RECORD*******MEMBV8  HEADER RECORD!!!!!!!"


def read_transport(name: str, data: bytes) -> tuple[dict[str, Any], int]:
    """Return the sheet of the first data set, and how many data sets the file holds.

    The first row holds the variables' names, so that row 2 of the sheet is the first observation.
    """
    try:
        columns, meta = pyreadstat.read_xport(io.BytesIO(data), output_format="dict")
    except UnicodeDecodeError:
        columns, meta = pyreadstat.read_xport(io.BytesIO(data), output_format="dict", encoding="WINDOWS-1252")
    coded = CodedSheet()
    coded.add([list(columns)])
    coded.add([_cell(value) for value in row] for row in zip(*columns.values(), strict=True))
    sheets = max(data.count(_MEMBER), data.count(_MEMBER_V8))
    return coded.finish((meta.table_name or "").strip() or name), sheets


def _cell(value: Any) -> Any:
    # SAS writes missing as a number that is none
    return "" if value is None or value != value else value
