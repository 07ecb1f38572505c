"""Which adverse events began at which dose, and what followed a cut and a return to the dose."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from sscviewer.gui.analysis.chart_table_page import ChartTablePage
from sscviewer.gui.analysis.controls import said
from sscviewer.gui.analysis.needs import Needs
from sscviewer.gui.analysis.view import Compute
from sscviewer.gui.panes.drill import Drill
from sscviewer.gui.panes.table_model import Listing
from sscviewer.gui.state.parts import Parts
from sscviewer.model.dates import DAYS_PER_MONTH
from sscviewer.model.rounding import rounded
from sscviewer.model.sentence import joined, say
from sscviewer.plots.charts.axes import Axis
from sscviewer.plots.charts.chart import Figure
from sscviewer.plots.charts.scatter import Point, Scatter, ScatterData
from sscviewer.plots.charts.spaghetti import time_axis
from sscviewer.plots.screen.said import Verbatim
from sscviewer.plots.ticks import Tick

if TYPE_CHECKING:
    from sscviewer.analysis.asked import Asked
    from sscviewer.analysis.dose_question.events_at_dose import EventsAtDose

TABLES = (("terms", "Terms by dose"), ("limiting", "Dose-limiting events"), ("events", "All events"))
KINDS = ("dose-limiting", "other")
NONE = say("The file has no adverse event with a start: none can be set beside a dose.")
EVENT_HEADS = (
    "Patient",
    "Event",
    "Day",
    "Dose",
    "Days since change",
    "Action",
    "Relation",
    "After the cut",
    "On the dose again",
)


class EventsFound:
    """The events, the unit of the doses, and the window of de- and rechallenge."""

    def __init__(self, found: "EventsAtDose", unit: str, window: int) -> None:
        self.found, self.unit, self.window = found, unit, window


def compute_events(asked: "Asked", settings: None) -> EventsFound:
    """Return every adverse event beside the dose in force."""
    from sscviewer.analysis.dose_question.dose_question import dose_events
    from sscviewer.analysis.dose_question.titration import titration

    counted = titration(asked.study, asked.who.safety, asked.plan)
    found = dose_events(asked.study, asked.who.safety, asked.plan, counted)
    return EventsFound(found, counted.unit, asked.plan.dose_question.challenge_days)


class EventsAtDoseView(ChartTablePage):
    """A point per event on its day and dose; term by dose, or a row per event: a count lists its events."""

    name: ClassVar[str] = "events_at_dose"
    title: ClassVar[str] = "Events and dose"
    needs: ClassVar[Needs] = ("doses",)

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent, stretch=0)
        self.which = self.controls.combo("Table", TABLES)
        self.controls.only_show(self._redraw, self.which.activated)
        self.rows.cell_chosen.connect(self._cell)

    def computation(self) -> Compute:
        """Return the function that sets events beside doses."""
        return compute_events

    def show_result(self, result: EventsFound) -> None:
        """Show the table chosen."""
        self._redraw()

    @Slot()
    def _redraw(self) -> None:
        answer: EventsFound | None = self.result
        if answer is None:
            return
        which, data = self.which.currentData(), points_of(answer)
        note = _stops(answer) if which == "terms" else _window(answer)
        title = f"Adverse events by day and dose; {said(self.which).lower()}"
        figure = Figure(self.name, title, lambda ink: Scatter(ink, data), note if data.points else NONE)
        if not answer.found.events:
            self.show_both(figure, Listing((), ()))
        else:
            listing = _terms(answer) if which == "terms" else _events(answer, limiting=which == "limiting")
            self.show_both(figure, listing)
        self.set_patient(self.session.usubjid)

    @Slot(int, int)
    def _cell(self, row: int, column: int) -> None:
        if self.result is None or self.which.currentData() != "terms" or row == 0:
            return
        found = self.result.found
        term = found.terms[row - 1].term
        doses = {*found.doses} if column in (0, len(found.doses) + 1) else {found.doses[column - 1]}
        mine = [e for e in found.events if e.term.casefold() == term.casefold()]
        mine = [e for e in mine if e.dose in doses or column in (0, len(found.doses) + 1)]
        if mine:
            rows = tuple(event.row for event in mine)
            self.drill_asked.emit(Drill(f"{term}: {len(mine)} events", "adverse_events", rows))


def points_of(answer: EventsFound) -> ScatterData:
    """Return a point per event with a dose on its day, dose-limiting ones in a colour of their own."""
    known = [event for event in answer.found.events if event.dose == event.dose]
    known.sort(key=lambda event: event.limiting)  # drawn last, over the others
    points = tuple(
        Point(
            (event.day - 1) / DAYS_PER_MONTH,
            event.dose,
            event.usubjid,
            f"{event.usubjid}\n{event.term}, day {event.day}\n{event.dose:g} {answer.unit}",
            0 if event.limiting else 1,
        )
        for event in known
    )
    doses = sorted({0.0, *answer.found.doses})
    room = 0.06 * doses[-1] or 1.0
    ticks = tuple(Tick(dose, f"{dose:g}") for dose in doses)
    y = Axis(doses[0] - room, doses[-1] + room, ticks, f"Dose in force, {answer.unit} a day")
    months = [point.x for point in points]
    x = time_axis(min([0.0, *months]), max([1.0, *months]), "Months since first dose", "month")
    return ScatterData(x, y, points, KINDS, empty=NONE)


def _terms(answer: EventsFound) -> Listing:
    found = answer.found
    heads = ("Event", *(f"{dose:g} {answer.unit}" for dose in found.doses), "At any time")
    days = ("Patient-days", *(str(n) for n in found.days), str(sum(found.days)))
    rows = [days]
    for term in found.terms:
        at = [f"{n} in {who}" if n else "0" for n, who in term.at]
        rows.append((Verbatim(term.term), *at, f"{term.events} in {term.patients}"))
    order = {
        k: (float(sum(found.days)), *(float(term.at[k - 1][0]) for term in found.terms))
        for k in range(1, len(found.doses) + 1)
    }
    order[len(found.doses) + 1] = (float(sum(found.days)), *(float(term.events) for term in found.terms))
    parents = (-1, *range(1, len(rows)))
    return Listing(heads, tuple(rows), sort_keys=order, strong=frozenset({0}), parents=parents)


def _events(answer: EventsFound, *, limiting: bool) -> Listing:
    rows = tuple(
        (
            event.usubjid,
            event.term,
            str(event.day),
            f"{event.dose:g}" if event.dose == event.dose else "none recorded",
            rounded(event.since_change, 0) if event.since_change == event.since_change else "",
            event.action.lower(),
            event.relation.lower(),
            event.dechallenge,
            event.rechallenge,
        )
        for event in answer.found.events
        if event.limiting or not limiting
    )
    return Listing(EVENT_HEADS, rows, frozenset({2, 3, 4}))


def _stops(answer: EventsFound) -> str:
    none = say("relation not recorded")
    said = [
        say("{n} {what}", n=n, what=say(relation.lower()) if relation else none)
        for relation, n in answer.found.stops
    ]
    stops = (
        say(" Stopped for an adverse event, patients by relation: {said}.", said=joined(said, ", "))
        if said
        else ""
    )
    return say(
        "Events in patients, by the dose in force when they began (before a cut of the same day). Counts of "
        "low doses hold the first weeks: they are no rates.{stops}",
        stops=stops,
    )


def _window(answer: EventsFound) -> str:
    return say(
        "After the cut: whether the event ended within {window} days of the lower dose. On "
        "the dose again: whether the same event began within {window} days of the return to "
        "the dose.",
        window=answer.window,
    )
