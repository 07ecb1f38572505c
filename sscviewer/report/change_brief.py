"""The table of changes as a document prints it: an endpoint a heading, estimates with their intervals."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import groupby

from sscviewer.model.plain_text import capital
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
    notes = _notes(table, [one for one in endpoints_of(table) if one in endpoints])
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


def _notes(table: Table, printed: Sequence[str]) -> list[str]:
    """Return the notes for the printed endpoints, each once, with those it holds for."""
    about: dict[str, list[str]] = {}
    for note in table.notes:
        endpoint = next((one for one in endpoints_of(table) if note.startswith(f"{one}: ")), "")
        holders = about.setdefault(note.removeprefix(f"{endpoint}: "), [])
        holders += [endpoint] if endpoint else []
    names = _short_names(printed)
    shown = []
    for text, holders in about.items():
        named = [names[one] for one in holders if one in names]
        if not holders or (len(named) == len(names) > 1):
            shown.append(capital(text))
        elif named:
            shown.append(f"{', '.join(named)}: {text}")
    return shown


def _short_names(endpoints: Sequence[str]) -> dict[str, str]:
    """Return the endpoints without their units where those do not tell two apart."""
    bare = [endpoint.partition(",")[0] for endpoint in endpoints]
    return {one: name if bare.count(name) == 1 else one for one, name in zip(endpoints, bare, strict=True)}
