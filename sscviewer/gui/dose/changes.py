"""Every change of dose, with its reason and the event it is tied to; how many of each kind, and why."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from sscviewer.gui.analysis.chart_table_page import ChartTablePage
from sscviewer.gui.analysis.needs import Needs
from sscviewer.gui.analysis.view import Compute
from sscviewer.gui.panes.drill import Drill
from sscviewer.gui.panes.table_model import Listing
from sscviewer.gui.state.parts import Parts
from sscviewer.model.counted import counted
from sscviewer.model.rounding import rounded
from sscviewer.model.sentence import say
from sscviewer.plots.charts.axes import Axis, number_axis
from sscviewer.plots.charts.bars import Bar, BarData, Bars
from sscviewer.plots.charts.chart import Figure
from sscviewer.plots.screen.said import Verbatim
from sscviewer.plots.ticks import Tick

if TYPE_CHECKING:
    from sscviewer.analysis.asked import Asked
    from sscviewer.analysis.patient.dose_course import DoseChange
    from sscviewer.plots.mark import Mark

KINDS = (
    ("", "All changes"),
    ("reduction", "Reductions"),
    ("interruption", "Interruptions"),
    ("restart", "Restarts"),
    ("increase", "Increases"),
    ("stop", "Stops"),
)
WHY = ("tied to an adverse event", "another reason in the log", "no reason in the log")
NOTHING = say("This workbook records no change of dose.")
Changes = tuple[tuple[str, "DoseChange"], ...]


def compute_changes(asked: "Asked", settings: None) -> Changes:
    """Return (patient, change) of every counted patient, in the order of patients and days."""
    from sscviewer.analysis.patient.dose_courses import dose_changes

    return dose_changes(asked.study, asked.who.safety)


class DoseChanges(ChartTablePage):
    """A bar per kind of change, a row per change; a double click opens the patient with the event."""

    name: ClassVar[str] = "dose_changes"
    title: ClassVar[str] = "Changes"
    needs: ClassVar[Needs] = ("doses",)

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent, stretch=-1)
        self.kind = self.controls.combo("Show", KINDS, label=False)
        self.kind.setCurrentIndex(0)
        self.controls.only_show(self._narrow, self.kind.activated)

    def computation(self) -> Compute:
        """Return the function that gathers the changes."""
        return compute_changes

    def show_result(self, result: Changes) -> None:
        """Show the changes."""
        self._narrow()

    @Slot()
    def _narrow(self) -> None:
        if self.result is None:
            return
        kind = self.kind.currentData()
        shown = frozenset(i for i, (_, change) in enumerate(self.result) if kind in ("", change.kind))
        patients = {self.result[i][0] for i in shown}
        tied = sum(self.result[i][1].event_row >= 0 for i in shown)
        note = say(
            "{change} in {patient}; {tied} tied to an adverse event whose action taken says so.",
            change=counted(len(shown), "change"),
            patient=counted(len(patients), "patient"),
            tied=tied,
        )
        data = bars_of(tuple(self.result[i] for i in sorted(shown)))
        figure = Figure(
            self.name, "Changes of dose", lambda ink: Bars(ink, data), note if self.result else NOTHING
        )
        self.show_both(figure, _listing(self.result))
        self.rows.model.show_only(shown)

    @Slot(object)
    def clicked(self, mark: "Mark | None") -> None:
        """List the patients of a bar."""
        if mark is not None and mark.key and self.result is not None:
            who = tuple(dict.fromkeys(usubjid for usubjid, change in self.result if change.kind == mark.key))
            name = dict(KINDS)[mark.key]
            self.drill_asked.emit(Drill(f"{name}: {counted(len(who), 'patient')}", usubjids=who))

    def open_row(self, row: int) -> None:
        """Open the patient, with the event where the change is tied to one."""
        if self.result is None:
            return
        usubjid, change = self.result[row]
        self.session.set_usubjid(usubjid)
        if change.event_row >= 0:
            self.session.set_selected(("adverse_events", change.event_row))
        self.session.set_view("patient")


def bars_of(changes: Changes) -> BarData:
    """Return a bar per kind of change there is, stacked by what is known of its reason."""
    kinds = [(kind, words) for kind, words in KINDS if any(change.kind == kind for _, change in changes)]
    bars = []
    for k, (kind, words) in enumerate(kinds):
        mine = [change for _, change in changes if change.kind == kind]
        tied = sum(change.event_row >= 0 for change in mine)
        said = sum(change.event_row < 0 and bool(change.reason) for change in mine)
        parts = (tied, said, len(mine) - tied - said)
        hover = "\n".join((words, *(f"{why}: {n}" for why, n in zip(WHY, parts, strict=True))))
        bars.append(Bar(float(k), k + 1.0, tuple(map(float, parts)), hover, kind))
    ticks = tuple(Tick(k + 0.5, words) for k, (_, words) in enumerate(kinds))
    y = number_axis(0.0, max((sum(bar.parts) for bar in bars), default=1.0), "Changes of dose", floor=0.0)
    return BarData(Axis(0.0, float(max(len(bars), 1)), ticks), y, tuple(bars), WHY, empty=NOTHING)


def _listing(changes: Changes) -> Listing:
    units = {change.unit for _, change in changes}
    unit = " {}" if len(units) > 1 else ""
    heads = ("Patient", "Day", "Change", "From", "To", "Reason in the log", "Adverse event", "Cell")
    rows = tuple(
        (
            usubjid,
            rounded(change.day, 0),
            change.kind,
            f"{change.from_dose:g}{unit.format(change.unit)}",
            f"{change.to_dose:g}{unit.format(change.unit)}",
            Verbatim(change.reason),
            Verbatim(change.event_label),
            change.srcref,
        )
        for usubjid, change in changes
    )
    doses = {3: [change.from_dose for _, change in changes], 4: [change.to_dose for _, change in changes]}
    numeric = frozenset({1} if unit else {1, 3, 4})
    return Listing(heads, rows, numeric, {column: tuple(of) for column, of in doses.items()})
