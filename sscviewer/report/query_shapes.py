"""Queries with the columns of other programs: a CSV to work from, told by the ending of its name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from sscviewer.report.table_file import comma_separated
from sscviewer.report.what import TABLE_FORMATS

if TYPE_CHECKING:
    from sscviewer.memory.query_log import Query

FACTS: dict[str, Callable[[Query], str]] = {
    "number": lambda query: str(query.number),
    "status": lambda query: query.status,
    "severity": lambda query: query.question.severity,
    "site": lambda query: query.question.site,
    "patient": lambda query: query.question.usubjid,
    "form": lambda query: query.question.form,
    "visit": lambda query: query.question.visit,
    "date": lambda query: query.question.date,
    "field": lambda query: query.question.field,
    "value": lambda query: query.question.value,
    "row": lambda query: query.question.record,
    "cells": lambda query: ", ".join(query.question.cells),
    "question": lambda query: query.question.text,
    "done": lambda query: query.question.done,
    "rule": lambda query: query.question.code,
    "answer": lambda query: query.answer,
    "answered": lambda query: query.answered,
}
"""What a list says of a query; every shape of a list takes its columns from here."""

SHAPES: dict[str, tuple[tuple[str, str], ...]] = {
    ".redcap.csv": (
        ("record", "patient"),
        ("event", "visit"),
        ("instrument", "form"),
        ("field", "field"),
        ("value", "value"),
        ("query", "question"),
        ("status", "status"),
        ("data_access_group", "site"),
        ("query_number", "number"),
        ("export_row", "row"),
        ("export_cell", "cells"),
    ),
    ".odm.csv": (
        ("SiteRef", "site"),
        ("SubjectKey", "patient"),
        ("StudyEventOID", "visit"),
        ("FormOID", "form"),
        ("ItemOID", "field"),
        ("Value", "value"),
        ("QueryText", "question"),
        ("QueryStatus", "status"),
        ("QueryNumber", "number"),
        ("SourceCell", "cells"),
    ),
}
"""Columns and which of the `FACTS` they hold, by the ending of the file: the words of REDCap, and those of
CDISC ODM, which most others use.

Neither REDCap's Data Resolution Workflow nor ODM takes queries in from a file: these are lists to open
queries by. Names are those of the file that was read: the variable, where its headings are variables;
`instrument` is the sheet, which in REDCap's flat export holds all instruments. A question about several
patients names none of them.
**Source**: REDCap's list of what can be uploaded as CSV, which has no queries; CDISC ODM 1.3.2, 3.1.4.
"""


def facts(query: Query, names: Iterable[str]) -> tuple[str, ...]:
    """Return some of the `FACTS` of a query."""
    return tuple(FACTS[name](query) for name in names)


QUERY_FORMATS = (*TABLE_FORMATS, *(shape.removeprefix(".") for shape in SHAPES))
"""In the order in which they are offered: the first come back with answers."""


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
    rows = [facts(query, [fact for _, fact in columns]) for query in queries]
    return comma_separated([name for name, _ in columns], rows, all_text=True)
