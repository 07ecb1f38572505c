"""How many patients had which adverse event, each patient once, with an interval."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from sscviewer.analysis.events.event_codes import HIGHEST, CodedEvents, code_events, sum_by_row
from sscviewer.analysis.events.event_columns import COLUMNS, WORST, Order, Scale, Threshold
from sscviewer.analysis.events.event_names import EventName
from sscviewer.analysis.plan.events import EventRules
from sscviewer.analysis.population import Population
from sscviewer.analysis.proportion import proportion_intervals
from sscviewer.model.arrays import Bools, Floats, Ints
from sscviewer.model.study import Study


@dataclass(frozen=True, slots=True)
class Cell:
    """Patients with an event, the percentage of the treated with its interval in percent, and events."""

    subjects: int
    percent: float
    lower: float
    upper: float
    events: int


@dataclass(frozen=True, slots=True)
class EventTable:
    """The table of adverse events, all arms side by side.

    Attributes
    ----------
    who
        "Treated patients", or whom else the plan counts.
    arms, n
        "ALL" first, then the arms of the population; (arms,) their patients.
    names
        What each row counts: any event first, then the groups, then each class followed by its terms.
    subjects, events : (rows, arms, columns) patients with such an event, each once; such events
    lower, upper : (rows, arms, columns) limits in percent, NaN where an arm has nobody
    worst : (rows, arms, 6) patients by their worst event (`WORST`)
    available : (columns,) False where the file says nothing: not zero but unknown
    scale : "grade" or "severity", whichever the file has; "" when neither
    order : of the rows: commonest first or by the alphabet
    notes : what was left out or decided, in words
    """

    settings: EventRules
    who: str
    arms: tuple[str, ...]
    n: Ints
    names: tuple[EventName, ...]
    subjects: Ints
    events: Ints
    lower: Floats
    upper: Floats
    worst: Ints
    available: Bools
    scale: Scale
    order: Order
    notes: tuple[str, ...]

    @property
    def percent(self) -> Floats:
        """100 x patients over treated patients; (rows, arms, columns), NaN where an arm has nobody."""
        with np.errstate(invalid="ignore"):
            percent: Floats = 100 * self.subjects / self.n[:, None]
        return percent

    def cell(self, row: int, arm: str = "ALL", column: str = "any") -> Cell | None:
        """Return one cell; None when the file says nothing about the column."""
        i, j = self.arms.index(arm), COLUMNS.index(column)
        if not self.available[j]:
            return None
        subjects, of = int(self.subjects[row, i, j]), int(self.n[i])
        return Cell(
            subjects,
            100 * subjects / of if of else np.nan,
            float(self.lower[row, i, j]),
            float(self.upper[row, i, j]),
            int(self.events[row, i, j]),
        )

    def rows_at_least(self, threshold: Threshold, arm: str = "ALL", column: str = "any") -> Ints:
        """Return the rows with the least frequency, in order; any event always.

        It chooses rows and changes no count: a class keeps all its patients, whatever terms are shown.
        """
        enough = self.subjects[:, self.arms.index(arm), COLUMNS.index(column)] >= threshold.n
        enough[0] = True
        return np.flatnonzero(enough)

    def rows_in(self, arm: str) -> Iterator[int]:
        """Yield the rows with an event in an arm; any event and groups always."""
        some = self.subjects[:, self.arms.index(arm), 0] > 0
        return (i for i, name in enumerate(self.names) if some[i] or name.kind in ("any", "group"))


@dataclass(frozen=True, slots=True)
class Behind:
    """What a count is made of: patients, and rows of the adverse events table."""

    usubjids: tuple[str, ...]
    events: Ints


def adverse_events(study: Study, who: Population, settings: EventRules) -> EventTable:
    """Return incidence by class and term, commonest first; see `event_table`."""
    return event_table(code_events(study, settings), who, "frequency")


def event_table(coded: CodedEvents, who: Population, order: Order) -> EventTable:
    """Count coded events in the patients of a population.

    The treated patients of an arm are its denominator, those without any event among them; events of others
    are not counted. Rows without an event in the population are left out, but for the user's groups.
    """
    n_rows, n_arms = len(coded.names), len(who.arms)
    subjects, events = np.zeros((2, n_rows, n_arms, len(COLUMNS)), dtype=np.int64)
    worst = np.zeros((n_rows, n_arms, len(WORST)), dtype=np.int64)
    for i, (_, members) in enumerate(who.arms):
        subjects[:, i], events[:, i], worst[:, i] = _count(coded, members)
    n = np.array([int(members.sum()) for _, members in who.arms], dtype=np.int64)
    rows = rows_in_order(coded, subjects[:, 0, 0], order)
    subjects = subjects[rows]
    settings = coded.settings
    lower, upper = proportion_intervals(subjects, n[:, None], settings.level, settings.interval)
    return EventTable(
        settings=settings,
        who=who.heading,
        arms=tuple(name for name, _ in who.arms),
        n=n,
        names=tuple(coded.names[row] for row in rows),
        subjects=subjects,
        events=events[rows],
        lower=100 * lower,
        upper=100 * upper,
        worst=worst[rows],
        available=coded.available,
        scale=coded.scale,
        order=order,
        notes=coded.notes,
    )


def _count(coded: CodedEvents, members: Bools) -> tuple[Ints, Ints, Ints]:
    """Return patients and events (rows, columns) and patients by worst event (rows, 6) of some patients."""
    chosen = members[coded.cell_patient]
    row, counts = coded.cell_row[chosen], coded.counts[chosen]
    n_rows = len(coded.names)
    by_worst = np.bincount(row * len(WORST) + coded.worst[chosen], minlength=n_rows * len(WORST))
    subjects, events = (sum_by_row(values, row, n_rows) for values in (counts > 0, counts))
    return subjects, events, by_worst.reshape(n_rows, len(WORST))


_PLACE = {"any": 0, "group": 1, "class": 2, "term": 2}


def rows_in_order(coded: CodedEvents, subjects: Ints, order: Order) -> Ints:
    """Return the rows to show: any event, groups, then classes with their terms, commonest or first first.

    Parameters
    ----------
    subjects : (rows,)
        Patients of each row; one without any is shown only where it is "any" or a group.
    """
    frequency = -subjects if order == "frequency" else np.zeros_like(subjects)
    kinds = np.array([name.kind for name in coded.names])
    place = np.array([_PLACE[kind] for kind in kinds])
    parent = coded.parent
    keys = [coded.rank, frequency, kinds == "term", coded.rank[parent], frequency[parent], place]
    # A group is its own parent, so that groups come in the order of their own frequency.
    rows = np.lexsort(keys)
    shown = (subjects > 0) | (place < 2)
    return rows[shown[rows]]


def behind(
    coded: CodedEvents, who: Population, name: EventName, column: str = "any", arm: str = "ALL"
) -> Behind:
    """Return the patients and events of one cell of the table; exactly as many as it counts.

    Parameters
    ----------
    column
        One of `COLUMNS`, or of `WORST`: then all events of the row in the patients whose worst it is.

    Raises
    ------
    KeyError, ValueError
        If there is no such arm, no such row.
    """
    members = dict(who.arms)[arm]
    cells = coded.cells_of(name)
    here = np.arange(cells.start, cells.stop)
    here = here[members[coded.cell_patient[here]]]
    if column in WORST:
        here = here[coded.worst[here] == WORST.index(column)]
        inside = np.ones(len(coded.event), dtype=bool)
    else:
        here = here[coded.counts[here, COLUMNS.index(column)] > 0]
        inside = coded.is_in[:, COLUMNS.index(column)]
    spans = [np.arange(coded.starts[cell], coded.starts[cell + 1]) for cell in here]
    at = np.concatenate([np.empty(0, np.int64), *spans])
    patients = tuple(coded.usubjids[i] for i in coded.cell_patient[here])
    return Behind(patients, coded.event[at[inside[at]]])


def max_levels(table: EventTable, row: int, arm: str) -> dict[Any, int]:
    """Return {grade or severity 1-5: patients whose worst event of the row has it}, without empty ones."""
    counts = table.worst[row, table.arms.index(arm)]
    return {level: int(counts[level]) for level in range(1, HIGHEST + 1) if counts[level]}
