"""What changed in the results between two exports: which numbers, from what to what, and by which rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from string import ascii_uppercase
from typing import TYPE_CHECKING

from sscviewer.analysis.guarded import failure
from sscviewer.model.change import ABSENT, NOT_COMPARED, ResultChange
from sscviewer.report.parts import PARTS
from sscviewer.report.table_file import Table
from sscviewer.report.who_tables import depth

if TYPE_CHECKING:
    from sscviewer.analysis.plan import AnalysisPlan
    from sscviewer.model.change import Change, Changes
    from sscviewer.model.study import Study

COMPARED = {
    "table_1": 1, "disposition": 1, "exposure": 3, "adverse_events": 1, "change": 3, "responders": 4,
}  # fmt: skip
"""Tables of results that are compared, number by number, and how many columns say what a row is about."""
SOURCES = {
    "table_1": ("subjects", "measurements", "exposure"),
    "disposition": ("disposition", "subjects"),
    "exposure": ("exposure",),
    "adverse_events": ("adverse_events",),
    "change": ("measurements",),
    "responders": ("measurements",),
}
"""Records from which each is counted first; only where none of these changed others can be the reason."""
NAMED_BY = {"adverse_events": ("AEDECOD", "AETERM", "AEBODSYS"), "measurements": ("PARAMCD",)}


def results_since(
    old: tuple[Study, Study], new: tuple[Study, Study], plan: AnalysisPlan
) -> tuple[ResultChange, ...]:
    """Return the numbers that moved; of each export (as read, as settled by the plan)."""
    from sscviewer.report.results_tables import results_tables
    from sscviewer.workbook.changes.compare import compare_studies

    before, now = (results_tables(one[1], plan) for one in (old, new))
    return changed_results(before, now, compare_studies(old[0], new[0]), old[0], new[0])


def changed_results(
    before: Mapping[str, Table], now: Mapping[str, Table], changes: Changes, old: Study, new: Study
) -> tuple[ResultChange, ...]:
    """Return every number of the tables of results that differs, in their order.

    A table that failed is said not to be compared; the others are.

    Parameters
    ----------
    before, now
        As `trial_contents` makes them, both by the same plan.
    old, new
        The trials the changes are between.
    """
    names = [(change, _names(change, old if change.kind == "gone" else new)) for change in changes.changes]
    found: list[ResultChange] = []
    for name in COMPARED:
        if name not in before or name not in now:
            continue
        failed = failure(before[name]), failure(now[name])
        if any(failed):
            found.append(ResultChange(PARTS[name], NOT_COMPARED, "", *failed, ()))
        else:
            found += _differences(name, before[name], now[name], names)
    return tuple(found)


Named = list[tuple["Change", frozenset[str]]]


def _differences(name: str, before: Table, now: Table, changes: Named) -> Iterator[ResultChange]:
    old, new = (dict(_numbers(table, COMPARED[name])) for table in (before, now))
    for key in dict.fromkeys((*new, *old)):
        was, is_ = old.get(key, ABSENT), new.get(key, ABSENT)
        if was != is_:
            row, column = key
            by = _reasons(name, row, changes)
            yield ResultChange(now.title, " · ".join(row), column, was, is_, by)


def _numbers(table: Table, first: int) -> Iterator[tuple[tuple[tuple[str, ...], str], str]]:
    """Yield ((words of the row with its headings, head of the column), number)."""
    above: list[str] = []
    seen: dict[tuple[str, ...], int] = {}
    for row in table.rows:
        above = [*above[: depth(row[0])], row[0].strip()]
        words = tuple(text for text in (*above, *row[1:first]) if text)
        seen[words] = seen.get(words, 0) + 1
        words = words if seen[words] == 1 else (*words, str(seen[words]))
        for head, text in zip(table.columns[first:], row[first:], strict=True):
            if text:
                yield (words, _without_n(head)), text


def _without_n(head: str) -> str:
    """Return a head without its count of patients, which is a number of its own."""
    return head.partition(" (N = ")[0]


def _names(change: Change, study: Study) -> frozenset[str]:
    """Return what the results call the record: its event, its measurement."""
    columns = NAMED_BY.get(change.table, ())
    cells = study.column(change.table, "SRCREF") if columns else ()
    rows = [row for row, cell in enumerate(cells) if _place(cell) == _place(change.srcref)]
    found = {str(study.column(change.table, column)[row]) for row in rows for column in columns}
    labels = {study.parameters[code].axis_label for code in found if code in study.parameters}
    return frozenset(text.casefold() for text in {*found, *labels} if text)


def _place(srcref: str) -> tuple[str, str]:
    """Return sheet and row of a cell: a change names the field's own cell, a record its first."""
    sheet, _, cell = srcref.rpartition("!")
    return sheet, cell.lstrip(ascii_uppercase)


def _reasons(name: str, row: tuple[str, ...], changes: Named) -> tuple[Change, ...]:
    """Return the records that can have moved a number: of its event or measurement, else of its table."""
    own = [(change, names) for change, names in changes if change.table in SOURCES[name]]
    called = {text.casefold() for text in row}
    named = tuple(change for change, names in own if called & names)
    return named or tuple(change for change, _ in own) or tuple(change for change, _ in changes)
