"""Which records of a trial changed since an earlier export: rows of the tables, and what is said of each."""

from collections.abc import Iterable

from sscviewer.model.change import Change, Changes
from sscviewer.model.study import Study

Row = tuple[str, int]
"""A table of the study and a row in it."""


def changed_records(study: Study, changes: Changes) -> dict[str, dict[Row, str]]:
    """Return for each patient the rows that are new or changed, with "Grade: 2 → 3" or "added".

    A change names the cell of the record, or of its one field that changed. Where no record has that cell
    as its own, it is the one on the same row of the same sheet.
    """
    found: dict[str, dict[Row, str]] = {}
    by_table: dict[str, list[Change]] = {}
    for change in changes.changes:
        if change.kind != "gone":
            by_table.setdefault(change.table, []).append(change)
    for table, of in by_table.items():
        usubjids, cells = (study.column(table, name) for name in ("USUBJID", "SRCREF"))
        exact, same_row = _places(map(str, cells))
        for change in of:
            rows = exact.get(change.srcref) or same_row.get(_sheet_row(change.srcref), [])
            for row in rows:
                mine = found.setdefault(str(usubjids[row]), {})
                mine[table, row] = _words(change)
    return found


def _places(cells: Iterable[str]) -> tuple[dict[str, list[int]], dict[tuple[str, str], list[int]]]:
    """Return the rows of each cell, and of each row of a sheet."""
    exact: dict[str, list[int]] = {}
    same_row: dict[tuple[str, str], list[int]] = {}
    for row, cell in enumerate(cells):
        exact.setdefault(cell, []).append(row)
        same_row.setdefault(_sheet_row(cell), []).append(row)
    return exact, same_row


def _sheet_row(cell: str) -> tuple[str, str]:
    sheet, _, place = cell.rpartition("!")
    return sheet, place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def _words(change: Change) -> str:
    if change.kind == "added":
        return "added"
    return ", ".join(field.words() for field in change.fields) or "changed"
