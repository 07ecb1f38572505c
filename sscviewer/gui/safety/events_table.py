"""The table of adverse events by class and term, with its picture; every count opens what is behind it."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from sscviewer.gui.parts import Parts
from sscviewer.gui.safety.counting import Counted, EventsView
from sscviewer.gui.table_model import Listing
from sscviewer.plots.axes import Axis
from sscviewer.plots.chart import Figure
from sscviewer.plots.interval_plot import Dot, IntervalPlot, IntervalRow, Intervals
from sscviewer.plots.ticks import Tick

if TYPE_CHECKING:
    from sscviewer.analysis.adverse_events import EventTable
    from sscviewer.plots.mark import Mark

PERCENT = Axis(0.0, 100.0, tuple(Tick(float(v), str(v)) for v in range(0, 101, 20)), "Patients, % (95 % CI)")
MOST_DRAWN = 60
"""With more rows than this the picture shows the commonest; the table has all."""
FIRST_COUNT = 1
"""The first column after the event's name."""


class EventsTable(EventsView):
    """Patients with an event, once each, with interval; columns by grade, relation, seriousness, action."""

    name: ClassVar[str] = "adverse_events"
    title: ClassVar[str] = "Adverse events"

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.rows.cell_chosen.connect(self._cell)
        self.rows.view.setToolTip("Click a number to list the patients and records behind it")
        self._listed: list[int] = []
        self._columns: list[str] = []

    def draw(self, result: Counted, rows: list[int]) -> None:
        """Show the table and, of its terms, the picture."""
        table, arm = result.table, self.arm.currentData()
        self._listed = rows
        self._columns = shown_columns(table)
        self.show_both(
            figure_of(table, rows, arm, self.least.value()), listing_of(table, rows, arm, self._columns)
        )

    @Slot(int, int)
    def _cell(self, row: int, column: int) -> None:
        at = column - FIRST_COUNT
        # Patients, their interval and the number of events are all of any event.
        names = ["any", "any", "any", *self._columns[1:]]
        if 0 <= at < len(names) and row < len(self._listed):
            self.drill(self._listed[row], names[at])

    @Slot(object)
    def clicked(self, mark: "Mark | None") -> None:
        """List what is behind a row of the picture."""
        if mark is not None and mark.key:
            self.drill(int(mark.key), "any")


def shown_columns(table: "EventTable") -> list[str]:
    """Return the columns the file says something about, then those of the worst grades that occur."""
    from sscviewer.analysis.event_settings import COLUMNS, WORST

    columns = [name for name, there in zip(COLUMNS, table.available, strict=True) if there]
    if table.scale:
        columns += [name for i, name in enumerate(WORST) if table.worst[:, :, i].any()]
    return columns


def listing_of(table: "EventTable", rows: list[int], arm: str, columns: list[str]) -> Listing:
    """Return the table as texts: "7 (35.0 %)" for patients."""
    from sscviewer.analysis.event_settings import COLUMNS, column_words

    i = table.arms.index(arm)
    n = int(table.n[i])
    counted = [name for name in columns if name in COLUMNS]
    worst = [int(name.removeprefix("worst_")) for name in columns if name not in COLUMNS]
    texts, keys = [], []
    for row in rows:
        name = table.names[row]
        indent = "    " if name.kind == "term" and name.body_system else ""
        any_event = table.cell(row, arm)
        assert any_event is not None
        cells = [f"{indent}{name.words}", _share(any_event.subjects, n)]
        cells += [f"{any_event.lower:.1f} to {any_event.upper:.1f}" if n else "", str(any_event.events)]
        numbers = [0.0, float(any_event.subjects), any_event.lower, float(any_event.events)]
        for column in counted[1:]:
            subjects = int(table.subjects[row, i, COLUMNS.index(column)])
            cells.append(_share(subjects, n) if subjects else "0")
            numbers.append(float(subjects))
        for grade in worst:
            cells.append(str(table.worst[row, i, grade]))
            numbers.append(float(table.worst[row, i, grade]))
        texts.append(tuple(cells))
        keys.append(numbers)
    level = f"{100 * table.settings.level:g} % CI"
    heads = ["Adverse event", f"Patients (N = {n})", level, "Events"]
    heads += [column_words(column, table.scale) for column in counted[1:]]
    heads += [f"Worst: {column_words(f'worst_{grade}', table.scale).lower()}" for grade in worst]
    sort_keys = {at: tuple(numbers[at] for numbers in keys) for at in range(1, len(heads))}
    strong = frozenset(k for k, row in enumerate(rows) if table.names[row].kind != "term")
    return Listing(tuple(heads), tuple(texts), sort_keys=sort_keys, strong=strong)


def _share(subjects: int, n: int) -> str:
    return f"{subjects} ({100 * subjects / n:.1f} %)" if n else "0"


def figure_of(table: "EventTable", rows: list[int], arm: str, least: int) -> Figure:
    """Return the picture: any event, then terms and groups, commonest first or in the alphabet's order."""
    i = table.arms.index(arm)
    n = int(table.n[i])
    terms = [row for row in rows if table.names[row].kind in ("any", "group", "term")]
    left_out = max(len(terms) - MOST_DRAWN, 0)
    if left_out:
        terms = [terms[0], *sorted(terms[1:], key=lambda row: -int(table.subjects[row, i, 0]))][:MOST_DRAWN]
    elif table.settings.order == "frequency":
        terms = [*terms[:1], *sorted(terms[1:], key=lambda row: -int(table.subjects[row, i, 0]))]
    drawn = []
    for row in terms:
        cell = table.cell(row, arm)
        assert cell is not None
        name = table.names[row]
        hover = f"{name.words}\n{cell.subjects} of {n} patients, {cell.events} events"
        dot = Dot(cell.percent, cell.lower, cell.upper, _share(cell.subjects, n))
        drawn.append(IntervalRow(name.words, (dot,), hover, str(row), strong=name.kind != "term"))
    axis = Axis(
        PERCENT.low, PERCENT.high, PERCENT.ticks, f"Patients, % ({100 * table.settings.level:g} % CI)"
    )
    references = (float(least),) if least else ()
    empty = "No adverse event of a treated patient is recorded."
    drawn = drawn if any(table.events[row, i, 0] for row in terms) else []
    data = Intervals(tuple(drawn), axis, (), references, "Patients (%)", empty)
    who = "Treated patients" if arm == "ALL" else arm
    method = {"clopper-pearson": "exact (Clopper-Pearson)", "wilson": "Wilson"}[table.settings.interval]
    notes = [f"{who}, N = {n}; each patient counts once. Intervals: {method}.", *table.notes]
    if left_out:
        notes.append(f"The picture shows the {MOST_DRAWN} commonest; {left_out} more are in the table.")
    title = "Adverse events" if arm == "ALL" else f"Adverse events, {arm}"
    return Figure("adverse_events", title, lambda ink: IntervalPlot(ink, data), " ".join(notes))
