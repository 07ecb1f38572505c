"""The table of adverse events: as JSON (the contract with other programs) and as lines of text."""

from dataclasses import asdict
from typing import Any

from sscviewer.analysis.events.adverse_events import Cell, EventTable, max_levels
from sscviewer.analysis.events.event_columns import COLUMNS, WORST, column_words
from sscviewer.analysis.population import ALL
from sscviewer.analysis.proportion import METHOD_WORDS
from sscviewer.model.counted import counted
from sscviewer.model.rounding import rounded

_SEVERITIES = {1: "MILD", 2: "MODERATE", 3: "SEVERE", 4: "LIFE THREATENING", 5: "FATAL"}


def events_json(table: EventTable) -> dict[str, Any]:
    """Return the table with a row per arm and class or term that has events there; groups apart."""
    rows = [(row, arm) for arm in table.arms for row in table.rows_in(arm)]
    groups = {group.name: group.terms for group in table.settings.groups}
    is_group = [name.kind == "group" for name in table.names]
    return {
        "emergent_only": table.settings.emergent_only,
        "confidence_interval": table.settings.interval,
        "level": table.settings.level,
        "scale": table.scale or None,
        "notes": list(table.notes),
        "rows": [
            {
                "arm": arm,
                "AEBODSYS": table.names[row].body_system or None,
                "AEDECOD": table.names[row].term or None,
                **_counts(table, row, arm),
            }
            for row, arm in rows
            if not is_group[row]
        ],
        "groups": [
            {
                "arm": arm,
                "group": table.names[row].term,
                "terms": list(groups[table.names[row].term]),
                **_counts(table, row, arm),
            }
            for row, arm in rows
            if is_group[row]
        ],
    }


def _counts(table: EventTable, row: int, arm: str) -> dict[str, Any]:
    """Return the numbers of a row in an arm; a column the file says nothing about is null."""
    cell = table.cell(row, arm)
    assert cell is not None
    levels, by_severity = max_levels(table, row, arm), table.scale == "severity"
    columns = {name: table.cell(row, arm, name) for name in COLUMNS[1:]}
    return {
        "N": int(table.n[table.arms.index(arm)]),
        **asdict(cell),
        "max_grade": {_SEVERITIES[i] if by_severity else str(i): n for i, n in levels.items()},
        "no_level": int(table.worst[row, table.arms.index(arm), WORST.index("worst_0")]),
        **{name: asdict(found) if found else None for name, found in columns.items()},
    }


def event_lines(table: EventTable) -> list[str]:
    """Return the table for all treated patients, terms and groups, as lines of text."""
    lines = [f"Adverse events: patients, {_interval(table)}, events"]
    for row in table.rows_in(ALL):
        cell = table.cell(row)
        if cell is not None and table.names[row].kind != "class":
            interval = f"{rounded(cell.lower, 0)}–{rounded(cell.upper, 0)} %"
            share = f"{cell.subjects:>3} of {int(table.n[0])} ({rounded(cell.percent, 0)} %; {interval})"
            lines.append(f"  {table.names[row].words:<34}{share}, {_events(cell)}")
    for column in COLUMNS[1:]:
        cell = table.cell(0, ALL, column)
        said = f"{cell.subjects:>3} of {int(table.n[0])}, {_events(cell)}" if cell else "not in the file"
        lines.append(f"  {column_words(column, table.scale):<34}{said}")
    return [*lines, *(f"  note: {note}" for note in table.notes)]


def _events(cell: Cell) -> str:
    return counted(cell.events, "event")


def _interval(table: EventTable) -> str:
    return f"{100 * table.settings.level:g} % interval ({METHOD_WORDS[table.settings.interval]})"
