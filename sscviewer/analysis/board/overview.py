"""Adverse events in one glance: who had any, a related, severe, serious, fatal one, and whom they stopped."""

from dataclasses import dataclass

from sscviewer.analysis.compare.two_groups import Comparison, TwoGroups, risk_difference
from sscviewer.analysis.events.adverse_events import EventTable
from sscviewer.analysis.events.event_columns import COLUMNS, WORST, column_words
from sscviewer.analysis.population import ALL
from sscviewer.analysis.proportion import proportion_interval
from sscviewer.model.arrays import Ints

KINDS = ("any", "related", "level_3", "serious", "worst_5", "withdrawal", "dose_change")
"""The lines, as columns of the table of adverse events; `worst_5`: patients whose worst event was fatal."""
FATAL = "Fatal"


@dataclass(frozen=True, slots=True)
class ArmShare:
    """Patients of an arm with such an event; limits in percent, NaN in an arm without patients."""

    n: int
    of: int
    lower: float
    upper: float


@dataclass(frozen=True, slots=True)
class OverviewLine:
    """One kind of event.

    Attributes
    ----------
    shares
        One per arm of the table.
    difference
        Second less first arm where there are just two; None otherwise.
    not_in_file
        Why there is no count; "" when there is.
    """

    words: str
    shares: tuple[ArmShare, ...]
    difference: Comparison | None
    not_in_file: str = ""


def overview(table: EventTable) -> tuple[OverviewLine, ...]:
    """Return the lines of the first row of a table of adverse events, "any event", arm by arm."""
    return tuple(_line(table, kind) for kind in KINDS)


def _line(table: EventTable, kind: str) -> OverviewLine:
    words = FATAL if kind == "worst_5" else column_words(kind, table.scale).replace("Any grade", "Any")
    counts, known = _counts(table, kind)
    if not known:
        return OverviewLine(words, (), None, "not in the file")
    shares = tuple(_share(table, int(n), int(of)) for n, of in zip(counts, table.n, strict=True))
    arms = [i for i, arm in enumerate(table.arms) if arm != ALL]
    difference = None
    if len(arms) == 2:
        first, second = (shares[i] for i in arms)
        groups = TwoGroups(second.n, second.of, first.n, first.of)
        difference = risk_difference(groups, method="newcombe", level=table.settings.level)
    return OverviewLine(words, shares, difference)


def _counts(table: EventTable, kind: str) -> tuple[Ints, bool]:
    if kind in WORST:
        return table.worst[0, :, WORST.index(kind)], bool(table.scale)
    at = COLUMNS.index(kind)
    return table.subjects[0, :, at], bool(table.available[at])


def _share(table: EventTable, n: int, of: int) -> ArmShare:
    if not of:
        return ArmShare(n, of, float("nan"), float("nan"))
    low, high = proportion_interval(n, of, table.settings.level, table.settings.interval)
    return ArmShare(n, of, 100 * low, 100 * high)
