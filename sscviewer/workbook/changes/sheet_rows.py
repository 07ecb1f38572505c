"""Changes of single values → changes of rows: one row of a sheet often holds many measurements."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from string import ascii_uppercase

from sscviewer.model.change import Change, FieldChange

MOST_NAMES = 3
"""Measurements of one row that are named one by one."""

Row = tuple[str, str]


def count_values(references: Iterable[str]) -> Counter[Row]:
    """Return how many measured values each row of each sheet holds."""
    return Counter(map(_row, references))


def by_sheet_row(
    changes: Sequence[Change], before: Mapping[Row, int], after: Mapping[Row, int]
) -> list[Change]:
    """Return the changes with those of measurements in one row of a sheet made one.

    A value that is new in a row that had others before is a change of that row, and so is one that went.

    Parameters
    ----------
    before, after
        How many values each row of the older and the newer file holds.
    """
    rows: dict[tuple[str, str, Row], list[Change]] = defaultdict(list)
    out = [change for change in changes if change.table != "measurements"]
    for change in changes:
        if change.table == "measurements":
            rows[change.kind, change.usubjid, _row(change.srcref)].append(change)
    merged: dict[tuple[str, str, Row], list[Change]] = defaultdict(list)
    for (kind, usubjid, row), group in rows.items():
        whole = len(group) == {"added": after, "gone": before}.get(kind, {}).get(row, 0)
        part = [change if whole or kind == "changed" else _as_change(change) for change in group]
        merged[part[0].kind, usubjid, row] += part
    return out + [_merge(group) for group in merged.values()]


def _row(reference: str) -> Row:
    sheet, _, cell = reference.rpartition("!")
    return sheet, cell.partition(":")[0].lstrip(ascii_uppercase)


def _as_change(change: Change) -> Change:
    """Return an added or gone value as a change of its row; what it holds is its only field."""
    word = "new value" if change.kind == "added" else "value gone"
    name = change.what.rpartition(", ")[0] or change.what
    fields = change.fields or (FieldChange("AVALC", f"{name} ({word})" if name else word.capitalize()),)
    return replace(change, kind="changed", fields=fields)


def _merge(group: list[Change]) -> Change:
    group = sorted(group, key=lambda change: (len(change.srcref), change.srcref))  # leftmost column first
    first = group[0]
    if len(group) == 1:
        return first
    fields = tuple(dict.fromkeys(field for change in group for field in change.fields))
    names = [change.what.rpartition(", ")[0] for change in group]
    visit = first.what.rpartition(", ")[2]
    named = ", ".join(names) if len(names) <= MOST_NAMES else f"{len(names)} values"
    what = f"{visit}: {named}" if visit else ""
    return replace(first, what=what, fields=fields)
