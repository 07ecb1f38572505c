"""Every change of dose, with its reason and the event it is tied to."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from sscviewer.gui.analysis.controls import Controls
from sscviewer.gui.analysis.needs import Needs
from sscviewer.gui.analysis.view import AnalysisView, Compute
from sscviewer.gui.language import tr
from sscviewer.gui.panes.table_model import Listing
from sscviewer.gui.panes.table_pane import TablePane
from sscviewer.gui.state.parts import Parts
from sscviewer.model.counted import counted
from sscviewer.model.rounding import rounded
from sscviewer.report.table_file import Table

if TYPE_CHECKING:
    from sscviewer.analysis.asked import Asked
    from sscviewer.analysis.patient.dose_course import DoseChange

KINDS = (
    ("", "All changes"),
    ("reduction", "Reductions"),
    ("interruption", "Interruptions"),
    ("restart", "Restarts"),
    ("increase", "Increases"),
    ("stop", "Stops"),
)
Changes = tuple[tuple[str, "DoseChange"], ...]


def compute_changes(asked: "Asked", settings: None) -> Changes:
    """Return (patient, change) of every counted patient, in the order of patients and days."""
    from sscviewer.analysis.patient.dose_courses import dose_changes

    return dose_changes(asked.study, asked.who.safety)


class DoseChanges(AnalysisView):
    """A row per change; a double click opens the patient with the event."""

    name: ClassVar[str] = "dose_changes"
    title: ClassVar[str] = "Changes"
    needs: ClassVar[Needs] = ("doses",)

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.controls = Controls(self)
        self.kind = self.controls.combo("Show", KINDS, label=False)
        self.kind.setCurrentIndex(0)
        self.controls.only_show(self._narrow, self.kind.activated)
        self.rows = TablePane("Changes of dose", self)
        self.rows.row_chosen.connect(self._open)
        self.rows.view.setToolTip(tr("Double-click a row to open its patient"))
        self.put(self.rows, self.controls)

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
        note = (
            f"{counted(len(shown), 'change')} in {counted(len(patients), 'patient')}; "
            f"{tied} tied to an adverse event whose action taken says so."
        )
        if not self.result:
            note = "This workbook records no change of dose."
        self.rows.show_listing(_listing(self.result), note)
        self.rows.model.show_only(shown)

    @Slot(int)
    def _open(self, row: int) -> None:
        if self.result is None:
            return
        usubjid, change = self.result[row]
        self.session.set_usubjid(usubjid)
        if change.event_row >= 0:
            self.session.set_selected(("adverse_events", change.event_row))
        self.session.set_view("patient")

    def table(self) -> Table | None:
        """Return the table shown."""
        return self.rows.table("dose_changes", "Changes of dose") if self.result else None


def _listing(changes: Changes) -> Listing:
    heads = ("Patient", "Day", "Change", "From", "To", "Reason in the log", "Adverse event", "Cell")
    rows = tuple(
        (
            usubjid,
            rounded(change.day, 0),
            change.kind,
            f"{change.from_dose:g}",
            f"{change.to_dose:g}",
            change.reason,
            change.event_label,
            change.srcref,
        )
        for usubjid, change in changes
    )
    return Listing(heads, rows, frozenset({1, 3, 4}))
