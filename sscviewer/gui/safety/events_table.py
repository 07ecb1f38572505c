"""The table of adverse events by class and term, with its picture; every count opens what is behind it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from sscviewer.gui.analysis.controls import choose
from sscviewer.gui.language import tr
from sscviewer.gui.panes.table_model import Listing
from sscviewer.gui.safety.arms_columns import PER_ARM, arms_listing, rows_with
from sscviewer.gui.safety.counting import SafetyView, ThresholdField
from sscviewer.gui.safety.event_rows import row_label, row_name
from sscviewer.gui.state.event_coder import Coder
from sscviewer.gui.state.parts import Parts
from sscviewer.model.rounding import rounded
from sscviewer.model.sentence import joined, say
from sscviewer.plots.charts.axes import Axis
from sscviewer.plots.charts.chart import Figure
from sscviewer.plots.charts.interval_plot import Dot, IntervalPlot, IntervalRow, Intervals
from sscviewer.plots.ticks import Tick

if TYPE_CHECKING:
    import numpy.typing as npt

    from sscviewer.analysis.asked import Asked
    from sscviewer.analysis.events.adverse_events import EventTable
    from sscviewer.analysis.events.event_codes import CodedEvents
    from sscviewer.analysis.events.event_columns import Order
    from sscviewer.analysis.population import Population
    from sscviewer.plots.mark import Mark

ANY = ("any", "All events")
ORDERS = (("frequency", "Commonest first"), ("alphabet", "Alphabet"))
PERCENT = Axis(0.0, 100.0, tuple(Tick(float(v), str(v)) for v in range(0, 101, 20)), "Patients, %")
MOST_DRAWN = 30
"""With more rows than this the picture shows the commonest; the table has all."""
FIRST_COUNT = 1
"""The first column after the event's name."""


@dataclass(frozen=True, slots=True)
class CountedEvents:
    """The table, and what it was counted from."""

    coded: "CodedEvents"
    who: "Population"
    table: "EventTable"


class _Count:
    """Counts in the worker."""

    def __init__(self, coder: Coder) -> None:
        self._coder = coder

    def __call__(self, asked: "Asked", order: "Order") -> CountedEvents:
        from sscviewer.analysis.events.adverse_events import event_table

        coded = self._coder.coded(asked.study, asked.plan.events)
        return CountedEvents(coded, asked.who.safety, event_table(coded, asked.who.safety, order))


class EventsTable(SafetyView):
    """Patients with an event, once each, with interval; columns by grade, relation, seriousness, action."""

    name: ClassVar[str] = "adverse_events"
    title: ClassVar[str] = "Adverse events"

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.order = self.controls.combo("Sort", ORDERS)
        self.counted = self.controls.combo("Count", [ANY])
        self.shown_only(self.counted.activated)
        self.beside = self.controls.tick("Arms side by side")
        self.shown_only(self.beside.toggled)
        self.threshold = ThresholdField(self)
        self.end_controls()
        self.rows.cell_chosen.connect(self._cell)
        self.rows.view.setToolTip(tr("Click a number to list the patients and records behind it"))
        self._listed: list[int] = []
        self._columns: list[str] = []

    @property
    def settings(self) -> "Order":
        """The order of the rows."""
        return self.order.currentData()  # type: ignore[no-any-return] # Qt keeps any

    def computation(self) -> _Count:
        """Return the function that counts."""
        return _Count(self.session.coder)

    def draw(self, result: CountedEvents) -> None:
        """Show the table and, of its terms, the picture."""
        table, arm = result.table, self.arm.currentData()
        self._columns = shown_columns(table)
        self._offer(table)
        column, arms = self.counted.currentData(), self._arms(table)
        rows = self.threshold.rows(table, arm)
        if arms or column != "any":
            rows = rows_with(table, rows, arms or (arm,), column)
        self._listed = rows
        figure = figure_of(table, rows, arm, self.threshold.percent, self.empty_words(result), column)
        if arms or column != "any":
            listing = arms_listing(table, rows, arms or (arm,), column, parents_of(table, rows))
        else:
            listing = listing_of(table, rows, arm, self._columns)
        self.show_both(figure, listing)

    def _offer(self, table: "EventTable") -> None:
        """Offer the columns the file says something about, and arms where there are several."""
        from sscviewer.analysis.events.event_columns import COLUMNS, column_words

        columns = [name for name in self._columns if name in COLUMNS and name != "any"]
        choose(self.counted, [ANY, *((name, column_words(name, table.scale)) for name in columns)])
        self.beside.setVisible(len(table.arms) > 2)

    def _arms(self, table: "EventTable") -> tuple[str, ...]:
        """Return the arms to stand side by side, all patients last; none where one arm is shown."""
        is_beside = self.beside.isChecked() and len(table.arms) > 2
        return (*table.arms[1:], table.arms[0]) if is_beside else ()

    @Slot(int, int)
    def _cell(self, row: int, column: int) -> None:
        at = column - FIRST_COUNT
        arms, counted = self._arms(self.result.table), self.counted.currentData()
        if at >= 0 and row < len(self._listed) and (arms or counted != "any"):
            arm = arms[at // PER_ARM] if arms else self.arm.currentData()
            self.drill(self._listed[row], counted, arm)
            return
        # Patients, their interval and the number of events are all of any event.
        names = ["any", "any", "any", *self._columns[1:]]
        if 0 <= at < len(names) and row < len(self._listed):
            self.drill(self._listed[row], names[at])

    @Slot(object)
    def clicked(self, mark: "Mark | None") -> None:
        """List what is behind a row of the picture."""
        if mark is not None and mark.key:
            self.drill(int(mark.key), self.counted.currentData())

    def drill(self, row: int, column: str, arm: str = "") -> None:
        """List what is behind a count of an arm, without a name of the one chosen."""
        from sscviewer.analysis.events.adverse_events import behind

        name = self.result.table.names[row]
        found = behind(self.result.coded, self.result.who, name, column, arm or self.arm.currentData())
        self.ask_drill(name, column, found)


def shown_columns(table: "EventTable") -> list[str]:
    """Return the columns the file says something about, then those of the worst grades that occur."""
    from sscviewer.analysis.events.event_columns import COLUMNS, WORST

    columns = [name for name, there in zip(COLUMNS, table.available, strict=True) if there]
    if table.scale:
        columns += [name for i, name in enumerate(WORST) if table.worst[:, :, i].any()]
    return columns


def listing_of(table: "EventTable", rows: list[int], arm: str, columns: list[str]) -> Listing:
    """Return the table as texts: "7 (35.0 %)" for patients."""
    from sscviewer.analysis.events.event_columns import COLUMNS, WORST, column_words

    i = table.arms.index(arm)
    n = int(table.n[i])
    subjects, events = table.subjects[rows, i], table.events[rows, i, 0]
    lower, upper = table.lower[rows, i, 0], table.upper[rows, i, 0]
    texts: list[list[str]] = [
        [row_label(table.names[row]) for row in rows],
        [share(int(count), n) for count in subjects[:, 0]],
        [
            f"{rounded(low, 1)} to {rounded(high, 1)}" if n else ""
            for low, high in zip(lower, upper, strict=True)
        ],
        [str(count) for count in events],
    ]
    keys = [subjects[:, 0], lower, events]
    level = f"{100 * table.settings.level:g} % CI"
    heads = ["Adverse event", f"Patients (N = {n})", level, "Events"]
    for column in columns[1:]:
        heads.append(column_words(column, table.scale))
        if column in COLUMNS:
            counts = subjects[:, COLUMNS.index(column)]
            texts.append([share(int(count), n) if count else "0" for count in counts])
        else:
            heads[-1] = f"Worst: {heads[-1].lower()}"
            counts = table.worst[rows, i, WORST.index(column)]
            texts.append([str(count) for count in counts])
        keys.append(counts)
    return Listing(
        tuple(heads),
        tuple(zip(*texts, strict=True)),
        sort_keys={at: tuple(column.tolist()) for at, column in enumerate(keys, 1)},
        strong=frozenset(k for k, row in enumerate(rows) if table.names[row].kind != "term"),
        parents=parents_of(table, rows),
    )


def parents_of(table: "EventTable", rows: list[int]) -> tuple[int, ...]:
    """Return for each row listed the position of its class, of any other row its own, -1 for any event."""
    parents: list[int] = []
    for at, row in enumerate(rows):
        kind = table.names[row].kind
        parents.append(-1 if kind == "any" else parents[-1] if kind == "term" else at)
    return tuple(parents)


def share(subjects: int, n: int) -> str:
    """Return "7 (35.0 %)"."""
    return f"{subjects} ({rounded(100 * subjects / n, 1)} %)" if n else "0"


def figure_of(
    table: "EventTable", rows: list[int], arm: str, least: int, empty: str, column: str = "any"
) -> Figure:
    """Return the picture: any event, then terms and groups, commonest first or in the alphabet's order."""
    from sscviewer.analysis.events.event_columns import COLUMNS, column_words

    i, j = table.arms.index(arm), COLUMNS.index(column)
    n = int(table.n[i])
    terms, left_out = drawn_rows(table, rows, table.subjects[:, i, j])
    drawn = []
    for row in terms:
        cell = table.cell(row, arm, column)
        assert cell is not None
        name = table.names[row]
        hover = f"{name.words}\n{cell.subjects} of {n} patients, {cell.events} events"
        dot = Dot(cell.percent, cell.lower, cell.upper, share(cell.subjects, n))
        drawn.append(IntervalRow(row_name(name), (dot,), hover, str(row), strong=name.kind != "term"))
    axis = Axis(
        PERCENT.low, PERCENT.high, PERCENT.ticks, f"Patients, % ({100 * table.settings.level:g} % CI)"
    )
    references = (float(least),) if least else ()
    drawn = drawn if any(table.events[row, i, j] for row in terms) else []
    data = Intervals(tuple(drawn), axis, (), references, "Patients (%)", empty)
    who = table.who if arm == "ALL" else arm
    from sscviewer.analysis.plan.choices import INTERVALS

    method = dict(INTERVALS)[table.settings.interval]
    notes = [
        say(
            "{who}, N = {n}; each patient counts once. Intervals: {method}.", who=who, n=n, method=say(method)
        ),
        *table.notes,
    ]
    if left_out:
        notes.append(left_out_words(left_out))
    title = "Adverse events" if arm == "ALL" else f"Adverse events, {arm}"
    if column != "any":
        title += f": {column_words(column, table.scale).lower()}"
    return Figure("adverse_events", title, lambda ink: IntervalPlot(ink, data), joined(notes))


def drawn_rows(table: "EventTable", rows: list[int], value: "npt.NDArray[Any]") -> tuple[list[int], int]:
    """Return the rows a picture shows, in its order, and how many of the listed it has no room for.

    Any event first, then groups and terms, the largest value first or in the alphabet's order.
    """
    terms = [row for row in rows if table.names[row].kind in ("any", "group", "term")]
    by_value = [*terms[:1], *sorted(terms[1:], key=lambda row: -value[row])]
    left_out = max(len(terms) - MOST_DRAWN, 0)
    if left_out or table.order == "frequency":
        return by_value[:MOST_DRAWN], left_out
    return terms, 0


COMMONEST = say("commonest")


def left_out_words(left_out: int, which: str = COMMONEST) -> str:
    """Say that the picture has not all rows of the table."""
    return say(
        "The picture shows the {most_drawn} {which}; {left_out} more are in the table.",
        most_drawn=MOST_DRAWN,
        which=which,
        left_out=left_out,
    )
