"""Changes of the arms by analysis of covariance: one endpoint by visit, and all endpoints with adjusted P."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from sscviewer.gui.analysis.chart_table_page import ChartTablePage
from sscviewer.gui.analysis.controls import choose
from sscviewer.gui.analysis.needs import Needs
from sscviewer.gui.analysis.view import Compute
from sscviewer.gui.arms.change_drawing import ancova_figure, ancova_listing, tests_figure, tests_listing
from sscviewer.gui.language import tr
from sscviewer.gui.panes.drill import Drill
from sscviewer.gui.panes.table_model import Listing
from sscviewer.gui.state.parts import Parts
from sscviewer.model.counted import counted
from sscviewer.model.sentence import say

if TYPE_CHECKING:
    from sscviewer.analysis.arms.arm_changes import ArmVisitChanges
    from sscviewer.analysis.asked import Asked
    from sscviewer.plots.charts.chart import Figure
    from sscviewer.plots.mark import Mark


@dataclass(frozen=True, slots=True)
class ArmChanges:
    """Every endpoint at every visit, and how it was done; no rows with why where arms are not compared."""

    rows: "tuple[ArmVisitChanges, ...]"
    notes: tuple[str, ...]
    why: str


def compute_changes(asked: "Asked", settings: None) -> ArmChanges:
    """Return the changes of the arms compared."""
    from sscviewer.analysis.arms.arm_changes import arm_changes
    from sscviewer.analysis.arms.change_words import changes_notes
    from sscviewer.analysis.arms.comparisons import ONE_ARM

    who, plan = asked.who.efficacy, asked.plan
    rows = arm_changes(asked.study, who, plan)
    notes = changes_notes(rows, plan)
    why = say("No endpoint has changes in two arms.") if len(who.arms) > 1 else ONE_ARM
    return ArmChanges(rows, notes, "" if rows else why)


class ChangesPage(ChartTablePage):
    """What both views share: which row of the table opens which patients."""

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent, stretch=-1)
        self.rows.cell_chosen.connect(self._cell)
        self.rows.view.setToolTip(tr("Click a row to list its patients"))
        self.listed: list[tuple[ArmVisitChanges, tuple[str, ...]]] = []

    def computation(self) -> Compute:
        """Return the function that compares."""
        return compute_changes

    def show_listed(
        self, figure: "Figure", listing: Listing, listed: "list[tuple[ArmVisitChanges, tuple[str, ...]]]"
    ) -> None:
        """Show picture and table, and remember which patients each row of the table has."""
        self.listed = listed
        self.show_both(figure, listing)

    @Slot(int, int)
    def _cell(self, row: int, column: int) -> None:
        if row < len(self.listed):
            self.drill(*self.listed[row])

    @Slot(object)
    def clicked(self, mark: "Mark | None") -> None:
        """List the patients behind a row of the picture."""
        if mark is not None and mark.key and self.result is not None:
            one = self.result.rows[int(mark.key)]
            self.drill(one, tuple(arm for arm, _ in one.found.arms))

    def drill(self, row: "ArmVisitChanges", arms: tuple[str, ...]) -> None:
        """List who counts at a visit."""
        found = tuple(usubjid for arm in arms for usubjid in row.patients_of(arm))
        title = f"{row.parameter.axis_label}, {row.avisit}, {' and '.join(arms)}"
        self.drill_asked.emit(Drill(f"{title}: {counted(len(found), 'patient')}", usubjids=found))


class AncovaView(ChangesPage):
    """One endpoint: the arms' adjusted means at every visit, and how an arm differs from the reference."""

    name: ClassVar[str] = "ancova"
    title: ClassVar[str] = "ANCOVA"
    needs: ClassVar[Needs] = ("arms", "endpoints")

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.endpoint = self.controls.combo("Endpoint")
        self.arm = self.controls.combo("Arm")
        self.controls.only_show(self._redraw, self.endpoint.activated, self.arm.activated)

    def show_result(self, result: ArmChanges) -> None:
        """Offer the endpoints and arms there are."""
        codes = {row.parameter.paramcd: row.parameter.axis_label for row in result.rows}
        choose(self.endpoint, list(codes.items()))
        arms = dict.fromkeys(
            (arm, f"{arm} against {row.found.reference}")
            for row in result.rows
            for arm, _ in row.found.differences
        )
        choose(self.arm, list(arms))
        self.controls.offer(self.endpoint, bool(codes))
        self.controls.offer(self.arm, len(arms) > 1)
        self._redraw()

    @Slot()
    def _redraw(self) -> None:
        if self.result is None:
            return
        code, arm = self.endpoint.currentData(), self.arm.currentData()
        shown = [(i, row) for i, row in enumerate(self.result.rows) if row.parameter.paramcd == code]
        figure = ancova_figure(shown, str(arm), self.result.notes, self.result.why)
        listing, listed = ancova_listing([row for _, row in shown])
        self.show_listed(figure, listing, listed)


class TestsView(ChangesPage):
    """All endpoints at the visit they are compared at: raw and adjusted P beside each difference."""

    __test__ = False
    name: ClassVar[str] = "tests"
    title: ClassVar[str] = "Tests"
    needs: ClassVar[Needs] = ("arms", "endpoints")

    def show_result(self, result: ArmChanges) -> None:
        """Show a row for each endpoint and arm."""
        from sscviewer.analysis.arms.arm_changes import compared_at

        places = {id(row): i for i, row in enumerate(result.rows)}
        shown = [(places[id(row)], row) for row in compared_at(result.rows)]
        figure = tests_figure(shown, result.notes, result.why)
        listing, listed = tests_listing([row for _, row in shown])
        self.show_listed(figure, listing, listed)
