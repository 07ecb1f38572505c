"""How the trial ended for everybody, by arm: statuses, reasons for stopping, time on study."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from sscviewer.gui.analysis.arm_names import arm_name
from sscviewer.gui.analysis.chart_table_page import ChartTablePage
from sscviewer.gui.analysis.table_page import printed
from sscviewer.gui.analysis.view import Compute
from sscviewer.gui.language import tr
from sscviewer.gui.panes.drill import Drill
from sscviewer.gui.state.parts import Parts
from sscviewer.model.counted import counted
from sscviewer.model.sentence import joined
from sscviewer.plots.charts.axes import Axis
from sscviewer.plots.charts.bars import PERCENT, Bar, BarData, Bars
from sscviewer.plots.charts.chart import Figure
from sscviewer.plots.ticks import Tick
from sscviewer.report.who_tables import WhoLine, disposition_lines, disposition_table

if TYPE_CHECKING:
    from sscviewer.analysis.asked import Asked
    from sscviewer.analysis.enrolment.trial_ends import TrialEnds


def compute_ends(asked: "Asked", settings: None) -> "TrialEnds":
    """Return how the trial ended."""
    from sscviewer.analysis.enrolment.trial_ends import trial_ends

    return trial_ends(asked.study, asked.who.disposition)


class Disposition(ChartTablePage):
    """A bar per arm; n and percent of the treated of each status and reason: a click lists them."""

    name: ClassVar[str] = "disposition"
    title: ClassVar[str] = "Disposition"

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.controls.hide()
        self.rows.view.setSortingEnabled(False)
        self.rows.cell_chosen.connect(self._cell)
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
        table, data = disposition_table(result), bars_of(result)
        figure = Figure(self.name, table.title, lambda ink: Bars(ink, data), joined(table.notes))
        self.show_both(figure, printed(table))

    @Slot(int, int)
    def _cell(self, row: int, column: int) -> None:
        line = self._lines[row]
        group = line.groups[column - 1] if column else None
        if group is not None and group.n:
            arm = self._arms[column - 1]
            where = "" if arm == "ALL" else f" ({arm})"
            title = f"{line.label.strip()}{where}: {counted(group.n, 'patient')}"
            self.drill_asked.emit(Drill(title, usubjids=group.usubjids))


def bars_of(ends: "TrialEnds") -> BarData:
    """Return a bar per arm, or of all where there is one: the treated, by how it ended, in percent."""
    from sscviewer.analysis.absence import NO_ENDS

    arms = [arm for arm in (ends.arms[1:] or ends.arms) if arm.treated.n]
    kinds = [(arm.completed, arm.stopped, arm.ongoing, arm.unknown) for arm in arms]
    if not any(group.n for groups in kinds for group in groups[:3]):
        arms, kinds = [], []  # what is not recorded of anybody is no share of them
    names = tuple(group.words for group in kinds[0]) if kinds else ()
    bars = []
    for at, (arm, groups) in enumerate(zip(arms, kinds, strict=True)):
        parts = tuple(100.0 * group.n / arm.treated.n for group in groups)
        said = (f"{group.words}: {group.n} of {arm.treated.n}" for group in groups if group.n)
        bars.append(Bar(at + 0.2, at + 0.8, parts, "\n".join((arm_name(arm.arm), *said)), arm.arm))
    ticks = tuple(Tick(at + 0.5, arm_name(arm.arm)) for at, arm in enumerate(arms))
    x = Axis(0.0, float(max(len(arms), 1)), ticks)
    return BarData(x, PERCENT, tuple(bars), names, by_outcome=True, empty=NO_ENDS)
