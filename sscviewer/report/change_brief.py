"""The table of changes as a document prints it: an endpoint a heading, estimates with their intervals."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import groupby

from sscviewer.report.table_file import Table
from sscviewer.report.who_tables import INDENT

SLOPE = "Slope per month"
LEFT_OUT = "Changes are those at the last visit of the model; every visit is in the table of results."
ENDPOINTS_LEFT_OUT = "Other endpoints are in the table of results."
Row = Sequence[str]


def endpoints_of(table: Table) -> tuple[str, ...]:
    """Return the endpoints of the table of changes, in its order."""
    return tuple(dict.fromkeys(row[0] for row in table.rows))


def brief_change(table: Table, endpoints: Collection[str], every_visit: bool = False) -> Table:
    """Return the table of changes for print.

    Parameters
    ----------
    table
        With endpoint, arm, visit, n, estimate, SE, df, limits and P, as `efficacy_table` makes it.
    endpoints
        Those to print, as the table names them.
    every_visit
        Whether every visit is printed, or the last one of each endpoint.
    """
    kept = [row for row in table.rows if row[0] in endpoints]
    rows: list[tuple[str, ...]] = []
    strong = []
    for endpoint, of in groupby(kept, key=lambda row: row[0]):
        strong.append(len(rows))
        rows.append((endpoint, "", "", "", ""))
        rows += _endpoint(list(of), every_visit)
    notes = [note for note in table.notes if _concerns(note, table, endpoints)]
    notes += [LEFT_OUT] if len(rows) - len(strong) < len(kept) else []
    notes += [ENDPOINTS_LEFT_OUT] if len(strong) < len(endpoints_of(table)) else []
    columns = ("Endpoint and arm", "Change", "n", "Estimate (interval)", "P")
    return replace(
        table,
        columns=columns,
        rows=tuple(rows),
        numeric=frozenset({2, 4}),
        notes=tuple(notes),
        strong=frozenset(strong),
    )


def _endpoint(rows: list[Row], every_visit: bool) -> list[tuple[str, ...]]:
    visits = [row[2] for row in rows if row[1] == rows[0][1] and row[2] != SLOPE]
    last = visits[-1] if visits else ""
    shown: list[tuple[str, ...]] = []
    for arm, of in groupby(rows, key=lambda row: row[1]):
        for at, row in enumerate(one for one in of if every_visit or one[2] in (last, SLOPE)):
            shown.append((f"{INDENT}{arm}" if not at else "", row[2], row[3], _interval(row), row[9]))
    return shown


def _interval(row: Row) -> str:
    return f"{row[4]} ({row[7]} to {row[8]})" if row[7] else row[4]


def _concerns(note: str, table: Table, endpoints: Collection[str]) -> bool:
    """Return whether a note is about no endpoint, or about one that is printed."""
    about = note.partition(":")[0]
    named = [one for one in endpoints_of(table) if one.startswith(about)]
    return not named or any(one in endpoints for one in named)
