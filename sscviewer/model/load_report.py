"""What the program did with every sheet and every row of the file it opened."""

from dataclasses import dataclass
from typing import Any

from sscviewer.model.issue import Issue, count_by_code

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Source:
    """The file that was read: name without folder, SHA-256 of its bytes, size and kind."""

    name: str
    sha256: str
    bytes: int
    container: str


@dataclass(frozen=True, slots=True)
class SheetReport:
    """How one sheet was read; ``used + not_used == rows`` always.

    Attributes
    ----------
    role
        Table name, several joined by "+", or "ignored".
    header_row
        Row number as the spreadsheet shows it (first row = 1); 0 when no header was found.
    why_not
        Why rows, or the whole sheet, were not used; None when all were.
    """

    name: str
    role: str
    layout: str | None
    header_row: int
    rows: int
    used: int
    not_used: int
    why_not: str | None = None
    columns_used: tuple[tuple[str, str, str], ...] = ()
    """(letter, header as written, what it was read as) for each column that was read."""
    columns_not_used: tuple[tuple[str, str], ...] = ()
    """(letter, header as written) for each column that was left out."""


@dataclass(frozen=True, slots=True)
class ParameterReport:
    """How many values one parameter has; `values` counts numbers and words, `not_numeric` the words."""

    paramcd: str
    param: str
    unit: str
    values: int
    subjects: int
    not_numeric: int


@dataclass(frozen=True, slots=True)
class LoadReport:
    """Everything the loader has to say about a file."""

    source: Source
    sheets: tuple[SheetReport, ...]
    tables: tuple[tuple[str, int, int], ...]
    """(table, rows, subjects) in the order of the glossary."""
    parameters: tuple[ParameterReport, ...]
    issues: tuple[Issue, ...]
    not_shown: tuple[tuple[str, int], ...]
    """(table, rows that no view can draw)."""

    def to_json(self) -> dict[str, Any]:
        """Return the document of `sscviewer check --json`."""
        return {
            "schema": SCHEMA,
            "source": source_json(self.source),
            "sheets": [_sheet_json(sheet) for sheet in self.sheets],
            "tables": {name: {"rows": rows, "subjects": n} for name, rows, n in self.tables},
            "parameters": [
                {
                    "PARAMCD": p.paramcd,
                    "PARAM": p.param,
                    "unit": p.unit,
                    "values": p.values,
                    "subjects": p.subjects,
                    "not_numeric": p.not_numeric,
                }
                for p in self.parameters
            ],
            "issues": [_issue_json(issue) for issue in self.issues],
            "issue_counts": count_by_code(self.issues),
            "not_shown": dict(self.not_shown),
        }


def source_json(source: Source) -> dict[str, Any]:
    """Return the `source` object that every JSON document of the program begins with."""
    return {
        "name": source.name,
        "sha256": source.sha256,
        "bytes": source.bytes,
        "container": source.container,
    }


def _sheet_json(sheet: SheetReport) -> dict[str, Any]:
    return {
        "name": sheet.name,
        "role": sheet.role,
        "layout": sheet.layout,
        "header_row": sheet.header_row,
        "rows": sheet.rows,
        "used": sheet.used,
        "not_used": sheet.not_used,
        "why_not": sheet.why_not,
    }


def _issue_json(issue: Issue) -> dict[str, Any]:
    return {
        "severity": issue.severity,
        "code": issue.code,
        "message": issue.message,
        "sheet": issue.sheet or None,
        "cell": issue.cell or None,
        "USUBJID": issue.usubjid or None,
    }
