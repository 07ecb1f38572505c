"""The table of adverse events with arms as columns, or of the serious or related events alone."""

from typing import TYPE_CHECKING

from sscviewer.gui.analysis.arm_names import arm_name
from sscviewer.gui.panes.table_model import Listing
from sscviewer.gui.safety.event_rows import row_label
from sscviewer.model.rounding import rounded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sscviewer.analysis.events.adverse_events import EventTable

PER_ARM = 3
"""Columns of each arm: patients with their share, the interval, events."""


def rows_with(table: "EventTable", rows: "Sequence[int]", arms: "Sequence[str]", column: str) -> list[int]:
    """Return the rows in which an arm has an event of a column; any event and groups always."""
    from sscviewer.analysis.events.event_columns import COLUMNS

    j, places = COLUMNS.index(column), [table.arms.index(arm) for arm in arms]
    return [
        row
        for row in rows
        if table.subjects[row, places, j].any() or table.names[row].kind in ("any", "group")
    ]


def arms_listing(
    table: "EventTable", rows: "Sequence[int]", arms: "Sequence[str]", column: str, parents: tuple[int, ...]
) -> Listing:
    """Return for each arm the patients with an event of a column, their interval, and its events.

    The arm's treated patients are the denominator, whatever the column.
    """
    from sscviewer.analysis.events.event_columns import COLUMNS, column_words

    j, chosen = COLUMNS.index(column), list(rows)
    heads = ["Adverse event"]
    texts = [[row_label(table.names[row]) for row in chosen]]
    keys: dict[int, tuple[float, ...]] = {}
    level = f"{100 * table.settings.level:g} % CI"
    what = "" if column == "any" else f"{column_words(column, table.scale).lower()}, "
    for arm in arms:
        i = table.arms.index(arm)
        n, of = int(table.n[i]), arm_name(arm)
        subjects, events = table.subjects[chosen, i, j], table.events[chosen, i, j]
        lower, upper = table.lower[chosen, i, j], table.upper[chosen, i, j]
        heads += [f"{of}: {what}patients (N = {n})", f"{of}: {level}", f"{of}: events"]
        texts += [
            [f"{count} ({rounded(100 * int(count) / n, 1)} %)" if n else "0" for count in subjects],
            [f"{rounded(a, 1)} to {rounded(b, 1)}" if n else "" for a, b in zip(lower, upper, strict=True)],
            [str(count) for count in events],
        ]
        for values in (subjects, lower, events):
            keys[len(keys) + 1] = tuple(values.tolist())
    return Listing(
        tuple(heads),
        tuple(zip(*texts, strict=True)),
        sort_keys=keys,
        strong=frozenset(k for k, row in enumerate(chosen) if table.names[row].kind != "term"),
        parents=parents,
    )
