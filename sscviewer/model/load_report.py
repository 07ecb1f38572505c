"""What the program did with every sheet and every row of the file it opened."""

from dataclasses import dataclass
from typing import Any

from sscviewer.model.issue import Issue, count_by_code
from sscviewer.model.questions import Question

SCHEMA = 2


@dataclass(frozen=True, slots=True)
class Source:
    """The file that was read: name without folder, SHA-256 of its bytes, size and kind."""

    name: str
    sha256: str
    bytes: int
    container: str


HIDDEN = "hidden"
"""What a column that may identify a person was read as."""


@dataclass(frozen=True, slots=True)
class ColumnReport:
    """What became of one column that holds anything.

    Attributes
    ----------
    read_as
        "table.COLUMN", several joined by "+"; `HIDDEN`; None when it was not read.
    filled
        How many of its cells below the headings hold anything.
    why_not
        Why it was not read; None when it was.
    evidence
        Why it was taken for what it is, for people.
    """

    letter: str
    heading: str
    read_as: str | None
    filled: int
    why_not: str | None = None
    evidence: str = ""

    @property
    def is_read(self) -> bool:
        """Whether its values are in the trial."""
        return self.read_as not in (None, HIDDEN)

    @property
    def names(self) -> str:
        """What it was read as without the tables; "" when it was not read."""
        parts = (self.read_as or "").split("+") if self.is_read else []
        return ", ".join(dict.fromkeys(part.rpartition(".")[2] for part in parts))


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
    columns
        Every column that holds anything, once: read, hidden, or not read.
    evidence
        Why it was taken for what it is, for people.
    """

    name: str
    role: str
    layout: str | None
    header_row: int
    rows: int
    used: int
    not_used: int
    why_not: str | None = None
    columns: tuple[ColumnReport, ...] = ()
    evidence: str = ""

    @property
    def columns_used(self) -> tuple[tuple[str, str, str], ...]:
        """(letter, header as written, what it was read as) for each column that was read."""
        return tuple((c.letter, c.heading, c.names) for c in self.columns if c.is_read)

    @property
    def columns_not_used(self) -> tuple[tuple[str, str], ...]:
        """(letter, header as written) for each column that was left out."""
        return tuple((c.letter, c.heading) for c in self.columns if not c.is_read)


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
    questions: tuple[Question, ...] = ()
    """What a person would ask about the file."""

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
            "questions": [question.to_json() for question in self.questions],
        }


def refused_json(source: dict[str, Any], sentence: str, questions: tuple[Question, ...]) -> dict[str, Any]:
    """Return the document of `sscviewer check --json` for a file that cannot be used."""
    return {
        "schema": SCHEMA,
        "source": source,
        "refused": sentence,
        "questions": [question.to_json() for question in questions],
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
        "columns": [
            {
                "column": column.letter,
                "heading": column.heading,
                "read_as": column.read_as,
                "filled": column.filled,
                "why_not": column.why_not,
            }
            for column in sheet.columns
        ],
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
