"""The flow of patients through the trial, with the sums checked and what contradicts them."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from sscviewer.gui.analysis.chart_table_page import ChartTablePage
from sscviewer.gui.analysis.view import Compute
from sscviewer.gui.analysis.whom import Whom, in_column
from sscviewer.gui.language import tr
from sscviewer.gui.panes.drill import Drill
from sscviewer.gui.panes.table_model import Listing
from sscviewer.gui.panes.table_pane import TablePane
from sscviewer.gui.state.parts import Parts
from sscviewer.model.counted import counted
from sscviewer.model.sentence import joined, say
from sscviewer.plots.charts.chart import Figure
from sscviewer.plots.charts.flow import FlowRecipe
from sscviewer.report.table_file import Table

if TYPE_CHECKING:
    from sscviewer.analysis.asked import Asked
    from sscviewer.analysis.enrolment.flow import Flow
    from sscviewer.analysis.enrolment.trial_ends import TrialEnds
    from sscviewer.model.issue import Issue
    from sscviewer.plots.mark import Mark


@dataclass(frozen=True, slots=True)
class Flowed:
    """The picture's boxes, and the counts behind them."""

    flow: "Flow"
    ends: "TrialEnds"


def compute_flow(asked: "Asked", settings: None) -> Flowed:
    """Return the flow."""
    from sscviewer.analysis.enrolment.flow import flow
    from sscviewer.analysis.enrolment.trial_ends import trial_ends

    who = asked.who.disposition
    return Flowed(flow(asked.study, who), trial_ends(asked.study, who))


class PatientFlow(ChartTablePage):
    """Boxes with patients; a click on a box or a line of it lists them. Contradictions stand below."""

    name: ClassVar[str] = "flow"
    title: ClassVar[str] = "Flow of patients"

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.controls.hide()
        self.rows.view.setSortingEnabled(False)
        self.odd = TablePane("Contradictions", self)
        self.odd.row_chosen.connect(self._open)
        self.odd.view.setToolTip(tr("Double-click a row to open its patient"))
        self.split.addWidget(self.odd)

    def computation(self) -> Compute:
        """Return the function that counts."""
        return compute_flow

    def show_result(self, result: Flowed) -> None:
        """Show the boxes, and what does not fit together."""
        figure = Figure("flow", "Flow of patients", FlowRecipe(result.flow), joined(notes_of(result)))
        self.odd.show_listing(contradictions(result.ends.discrepancies))
        self.odd.setVisible(bool(result.ends.discrepancies))
        self.show_both(figure, *boxes_listing(result.flow))

    def table(self) -> Table | None:
        """Return the boxes; contradictions stand below."""
        table = super().table()
        odd = tuple(": ".join(row) for row in self.odd.model.listing.rows)
        return replace(table, notes=(*table.notes, *odd)) if table is not None else None

    @Slot(object)
    def clicked(self, mark: "Mark | None") -> None:
        """List the patients of a box or of a line of it."""
        if mark is None or not mark.key or self.result is None:
            return
        usubjids = self.result.flow.patients(mark.key)
        self.chart.set_highlight(mark.key)
        words = mark.text.partition(":")[0]
        if usubjids:
            title = f"{words}: {counted(len(usubjids), 'patient')}"
            self.drill_asked.emit(Drill(title, usubjids=usubjids))

    def set_patient(self, usubjid: str) -> None:
        """Leave the box that was clicked framed: a patient has no place of its own."""

    @Slot(int)
    def _open(self, row: int) -> None:
        if self.result is not None:
            self.patient_asked.emit(self.result.ends.discrepancies[row].usubjid)


def boxes_listing(of: "Flow") -> tuple[Listing, Whom]:
    """Return a row per box and per line of it, and whom it holds."""
    rows: list[tuple[str, ...]] = []
    who: list[tuple[str, ...]] = []
    strong = set()
    several = len(of.arms) > 1
    for box in of.boxes:
        arm = of.arms[box.column] if several and box.column >= 0 else ""
        strong.add(len(rows))
        lines = ((f"    {item.words}", item.usubjids) for item in box.items)
        for words, patients in ((box.title, box.usubjids), *lines):
            rows.append((words, *((arm,) if several else ()), str(len(patients))))
            who.append(patients)
    heads = ("Step", *(("Arm",) if several else ()), "Patients")
    last = len(heads) - 1
    return Listing(heads, tuple(rows), frozenset({last}), strong=frozenset(strong)), in_column(last, who)


def notes_of(result: Flowed) -> list[str]:
    """Return whether the sums agree, and how many contradictions there are."""
    n = len(result.ends.discrepancies)
    notes = [result.flow.check]
    if any(box.key.startswith("analysed") and len(box.items) > 1 for box in result.flow.boxes):
        notes.append(say("Change: treated patients with a baseline and a later value of the endpoint."))
    if n:
        found = counted(n, "contradiction")
        notes.append(
            say(
                "{found} between reasons for stopping and actions taken for adverse events, listed below.",
                found=found,
            )
        )
    return notes


def contradictions(issues: "tuple[Issue, ...]") -> Listing:
    """Return contradictions with their cells."""
    heads = ("Patient", "Cell", "Contradiction")
    rows = ((i.usubjid, f"{i.sheet}!{i.cell}" if i.cell else i.sheet, i.message) for i in issues)
    return Listing(heads, tuple(rows))
