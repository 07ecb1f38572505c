"""Adverse events per 100 patient-years: first events or all, of one arm or of two with their ratio."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from sscviewer.gui.analysis.controls import choose
from sscviewer.gui.safety.counting import SafetyView, ThresholdField
from sscviewer.gui.safety.rates_drawing import Shown, rates_figure, rates_listing
from sscviewer.gui.state.event_counting import Coder
from sscviewer.gui.state.parts import Parts

if TYPE_CHECKING:
    from sscviewer.analysis.events.adverse_events import EventTable
    from sscviewer.analysis.events.event_codes import CodedEvents
    from sscviewer.analysis.events.event_rates import RateTable
    from sscviewer.analysis.events.event_settings import EventSettings
    from sscviewer.analysis.events.person_time import RiskTime
    from sscviewer.analysis.population import Population
    from sscviewer.model.study import Study
    from sscviewer.plots.mark import Mark

KINDS = (("first", "First events"), ("all", "All events"))
BASES = (
    ("treatment", "First to last dose"),
    ("window", "… and some days more"),
    ("study", "First dose to last contact"),
)
WINDOW_DAYS = 30
"""As `person_time.WINDOW_DAYS`."""
FIRST_COUNT = 1


@dataclass(frozen=True, slots=True)
class RateSettings:
    """What the rates depend on: the events, the time at risk."""

    events: "EventSettings"
    basis: str
    window_days: int


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

    def __call__(self, study: "Study", who: "Population", settings: RateSettings) -> CountedRates:
        from sscviewer.analysis.events.adverse_events import event_table
        from sscviewer.analysis.events.event_rates import event_rates

        coded = self._coder.coded(study, settings.events)
        basis = settings.basis, float(settings.window_days)
        risk = self._coder.risk(study, *basis)
        placed = self._coder.placed(study, settings.events, *basis)
        table = event_table(coded, who)
        return CountedRates(coded, who, table, risk, event_rates(coded, risk, who, table, placed))


class Rates(SafetyView):
    """Rates with exact Poisson intervals; without any event what the rate is below."""

    name: ClassVar[str] = "event_rates"
    title: ClassVar[str] = "Rates"

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.versus = self.controls.combo("Versus", [("", "nothing")])
        self.kind = self.controls.combo("Count", KINDS)
        self.column = self.controls.combo("Of", [("any", "Any grade")])
        self.basis = self.controls.combo("Time at risk", BASES)
        self.window_days = self.controls.number("Days more", 0, 365, WINDOW_DAYS)
        self.threshold = ThresholdField(self)
        self.end_controls()
        for combo in (self.versus, self.kind, self.column):
            self.shown_only(combo.activated)
        self.basis.activated.connect(self._offer_days)
        self._offer_days()
        self.rows.cell_chosen.connect(self._cell)
        self.rows.view.setToolTip("Click a number to list the patients and records behind it")
        self._listed: list[int] = []

    @property
    def settings(self) -> RateSettings:
        """What the user chose."""
        basis = str(self.basis.currentData())
        days = self.window_days.value() if basis == "window" else 0
        return RateSettings(self.counting.rules.settings(), basis, days)

    def computation(self) -> _Count:
        """Return the function that counts."""
        return _Count(self.counting.coder)

    @Slot()
    def _offer_days(self) -> None:
        self.controls.offer(self.window_days, self.basis.currentData() == "window")

    def _offer(self, result: CountedRates) -> None:
        from sscviewer.analysis.events.event_settings import COLUMNS, column_words

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
        shown = Shown(rows, arm, other, str(self.column.currentData()), self.kind.currentData() == "all")
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
