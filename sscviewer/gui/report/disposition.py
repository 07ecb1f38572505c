"""How the trial ended for everybody, by arm: statuses, reasons for stopping, time on study."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget

from sscviewer.gui.analysis.table_page import TablePage
from sscviewer.gui.analysis.view import Compute
from sscviewer.gui.language import tr
from sscviewer.gui.panes.drill import Drill
from sscviewer.gui.state.parts import Parts
from sscviewer.model.counted import counted
from sscviewer.report.who_tables import WhoLine, disposition_lines, disposition_table

if TYPE_CHECKING:
    from sscviewer.analysis.asked import Asked
    from sscviewer.analysis.enrolment.trial_ends import TrialEnds


def compute_ends(asked: "Asked", settings: None) -> "TrialEnds":
    """Return how the trial ended."""
    from sscviewer.analysis.enrolment.trial_ends import trial_ends

    return trial_ends(asked.study, asked.who.disposition)


class Disposition(TablePage):
    """Patients of each status and reason, n and percent of the treated; a click lists them."""

    name: ClassVar[str] = "disposition"
    title: ClassVar[str] = "Disposition"

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent, ordered=True, stretch=0)
        self.rows.view.setToolTip(tr("Click a number of patients to list them"))
        self._lines: tuple[WhoLine, ...] = ()
        self._arms: tuple[str, ...] = ()

    def computation(self) -> Compute:
        """Return the function that counts."""
        return compute_ends

    def show_result(self, result: "TrialEnds") -> None:
        """Show the table."""
        self._lines = disposition_lines(result)
        self._arms = tuple(arm.arm for arm in result.arms)
        self.show_printed(disposition_table(result))

    def cell_clicked(self, row: int, column: int) -> None:
        """List the patients of a count."""
        line = self._lines[row]
        group = line.groups[column - 1] if column else None
        if group is not None and group.n:
            arm = self._arms[column - 1]
            where = "" if arm == "ALL" else f" ({arm})"
            title = f"{line.label.strip()}{where}: {counted(group.n, 'patient')}"
            self.drill_asked.emit(Drill(title, usubjids=group.usubjids))
