"""Queries with the columns of other programs: a CSV to work from, told by the ending of its name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from sscviewer.report.table_file import comma_separated

if TYPE_CHECKING:
    from sscviewer.memory.query_log import Query

Column = tuple[str, Callable[["Query"], str]]


def _place(query: Query) -> str:
    return ", ".join(query.question.cells)


SHAPES: dict[str, tuple[Column, ...]] = {
    ".redcap.csv": (
        ("record", lambda query: query.question.usubjid),
        ("event", lambda query: query.question.visit),
        ("instrument", lambda query: query.question.form),
        ("field", lambda query: query.question.field),
        ("value", lambda query: query.question.value),
        ("query", lambda query: query.question.text),
        ("status", lambda query: query.status),
        ("data_access_group", lambda query: query.question.site),
        ("query_number", lambda query: str(query.number)),
        ("export_row", lambda query: query.question.record),
        ("export_cell", _place),
    ),
    ".odm.csv": (
        ("SiteRef", lambda query: query.question.site),
        ("SubjectKey", lambda query: query.question.usubjid),
        ("StudyEventOID", lambda query: query.question.visit),
        ("FormOID", lambda query: query.question.form),
        ("ItemOID", lambda query: query.question.field),
        ("Value", lambda query: query.question.value),
        ("QueryText", lambda query: query.question.text),
        ("QueryStatus", lambda query: query.status),
        ("QueryNumber", lambda query: str(query.number)),
        ("SourceCell", _place),
    ),
}
"""Columns by the ending of the file: the words of REDCap, and those of CDISC ODM, which most others use.

Neither REDCap's Data Resolution Workflow nor ODM takes queries in from a file: these are lists to open
queries by. Names are those of the file that was read: the variable, where its headings are variables;
`instrument` is the sheet, which in REDCap's flat export holds all instruments. A question about several
patients names none of them.
**Source**: REDCap's list of what can be uploaded as CSV, which has no queries; CDISC ODM 1.3.2, 3.1.4.
"""


def ending(path: Path) -> str:
    """Return the ending that says what a list of queries looks like, such as ".xlsx" or ".redcap.csv"."""
    name = path.name.lower()
    return next((known for known in SHAPES if name.endswith(known)), path.suffix.lower())


def without_ending(path: Path) -> str:
    """Return the name of a list without its ending."""
    return path.name[: len(path.name) - len(ending(path))]


def shaped(queries: tuple[Query, ...], shape: str) -> str:
    """Return queries as CSV with the columns of a shape (raises KeyError for one that is none)."""
    columns = SHAPES[shape]
    rows = [[value(query) for _, value in columns] for query in queries]
    return comma_separated([name for name, _ in columns], rows, all_text=True)
