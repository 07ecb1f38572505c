"""Adverse events per 100 patient-years: first events or all, of one arm or of two with their ratio."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from sscviewer.gui.analysis.controls import choose
from sscviewer.gui.analysis.needs import Needs
from sscviewer.gui.language import tr
from sscviewer.gui.safety.counting import SafetyView, ThresholdField
from sscviewer.gui.safety.rates_drawing import RatesShown, rates_figure, rates_listing
from sscviewer.gui.state.event_coder import Coder
from sscviewer.gui.state.parts import Parts

if TYPE_CHECKING:
    from sscviewer.analysis.asked import Asked
    from sscviewer.analysis.events.adverse_events import EventTable
    from sscviewer.analysis.events.event_codes import CodedEvents
    from sscviewer.analysis.events.event_rates import RateTable
    from sscviewer.analysis.events.person_time import RiskTime
    from sscviewer.analysis.population import Population
    from sscviewer.plots.mark import Mark

KINDS = (("first", "First events"), ("all", "All events"))
BASES = (
    ("treatment", "First to last dose"),
    ("window", "… and the plan’s days after it"),
    ("study", "First dose to last contact"),
)
FIRST_COUNT = 1


@dataclass(frozen=True, slots=True)
class CountedRates:
    """The rates, and what they were counted from."""

    coded: "CodedEvents"
    who: "Population"
    table: "EventTable"
    risk: "RiskTime"
    rates: "RateTable"


class _Count:
    """Counts in the worker; the time at risk of every patient is found once per trial."""

    def __init__(self, coder: Coder) -> None:
        self._coder = coder

    def __call__(self, asked: "Asked", settings: None) -> CountedRates:
        from sscviewer.analysis.events.adverse_events import event_table
        from sscviewer.analysis.events.event_rates import event_rates

        coded, members = self._coder.coded(asked.study, asked.plan.events), asked.who.safety
        basis = asked.plan.events.risk_basis, asked.plan.events.risk_days
        risk = self._coder.risk(asked.study, *basis)
        placed = self._coder.placed(asked.study, asked.plan.events, *basis)
        table = event_table(coded, members, "frequency")
        return CountedRates(coded, members, table, risk, event_rates(coded, risk, members, table, placed))


class Rates(SafetyView):
    """Rates with exact Poisson intervals; without any event what the rate is below."""

    name: ClassVar[str] = "event_rates"
    title: ClassVar[str] = "Rates"
    needs: ClassVar[Needs] = ("time",)

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.versus = self.controls.combo("Versus", [("", "nothing")])
        self.kind = self.controls.combo("Count", KINDS)
        self.column = self.controls.combo("Of", [("any", "Any grade")])
        self.basis = self.controls.combo("Time at risk", BASES)
        self.threshold = ThresholdField(self)
        self.end_controls()
        for combo in (self.versus, self.kind, self.column):
            self.shown_only(combo.activated)
        self.basis.activated.connect(self._basis_chosen)
        self.planning.changed.connect(self._show_basis)
        self._show_basis()
        self.rows.cell_chosen.connect(self._cell)
        self.rows.view.setToolTip(tr("Click a number to list the patients and records behind it"))
        self._listed: list[int] = []

    def computation(self) -> _Count:
        """Return the function that counts."""
        return _Count(self.session.coder)

    @Slot()
    def _basis_chosen(self) -> None:
        self.planning.choose(self.planning.plan.with_value("events", "risk_basis", self.basis.currentData()))

    @Slot()
    def _show_basis(self) -> None:
        self.basis.setCurrentIndex(self.basis.findData(self.planning.events.risk_basis))

    def _offer(self, result: CountedRates) -> None:
        from sscviewer.analysis.events.event_columns import COLUMNS, column_words

        there = zip(COLUMNS, result.table.available, strict=True)
        choose(
            self.column, [(name, column_words(name, result.table.scale)) for name, is_in in there if is_in]
        )
        arm = self.arm.currentData()
        others = [each for each in result.table.arms[1:] if each != arm]
        choose(self.versus, [("", "nothing"), *((each, each) for each in others)])
        self.controls.offer(self.versus, arm != "ALL" and bool(others))

    def draw(self, result: CountedRates) -> None:
        """Show table and picture."""
        self._offer(result)
        arm = str(self.arm.currentData())
        other = str(self.versus.currentData()) if arm != "ALL" else ""
        rows = self.threshold.rows(result.table, arm, other)
        shown = RatesShown(rows, arm, other, str(self.column.currentData()), self.kind.currentData() == "all")
        self._listed = rows
        figure = rates_figure(result.table, result.rates, shown, self.empty_words(result))
        self.show_both(figure, rates_listing(result.table, result.rates, shown))
        self._shown = shown

    @Slot(int, int)
    def _cell(self, row: int, column: int) -> None:
        if row < len(self._listed) and column >= FIRST_COUNT:
            # Four columns of the arm, four of the one it is compared with, the ratio of both.
            arm = self._shown.other if self._shown.other and 5 <= column < 9 else self._shown.arm
            self.drill(self._listed[row], arm)

    @Slot(object)
    def clicked(self, mark: "Mark | None") -> None:
        """List what is behind a row of the picture."""
        if mark is not None and mark.key:
            self.drill(int(mark.key), self._shown.arm)

    def drill(self, row: int, arm: str) -> None:
        """List the patients and events of a rate."""
        from sscviewer.analysis.events.event_rates import behind_rate

        result: Any = self.result
        name, column = result.table.names[row], self._shown.column
        found = behind_rate(result.coded, result.risk, result.who, name, column, arm)
        self.ask_drill(name, column, found, " while at risk")
