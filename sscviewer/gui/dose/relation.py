"""Does the dose go with adverse events? Three ways of asking, each with what it cannot tell."""

import math
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget

from sscviewer.analysis.arm_words import ALL
from sscviewer.gui.analysis.arm_names import arm_entries
from sscviewer.gui.analysis.chart_table_page import ChartTablePage
from sscviewer.gui.analysis.controls import choose
from sscviewer.gui.analysis.level_choice import level_entries
from sscviewer.gui.analysis.needs import Needs
from sscviewer.gui.analysis.view import Compute
from sscviewer.gui.analysis.whom import in_column
from sscviewer.gui.efficacy.estimates import p_text
from sscviewer.gui.panes.table_model import Listing
from sscviewer.gui.state.parts import Parts
from sscviewer.model.rounding import rounded
from sscviewer.model.sentence import joined, say
from sscviewer.plots.charts.axes import log_axis
from sscviewer.plots.charts.chart import Figure
from sscviewer.plots.charts.interval_plot import Dot, IntervalPlot, IntervalRow, Intervals

if TYPE_CHECKING:
    from sscviewer.analysis.asked import Asked
    from sscviewer.analysis.dose.dose_and_events import DoseAndEvents

SMALLEST, LARGEST = 0.02, 50.0
"""Ratios and limits beyond are drawn at the edge: their numbers stand beside them."""
Row = tuple[str, str, float, float, float, float, tuple[str, ...]]
"""Method, what was counted, ratio, lower, upper, P, caveat and warnings."""


def compute_relation(asked: "Asked", least_level: int) -> "tuple[DoseAndEvents, ...]":
    """Return the three analyses of every arm with a dose."""
    from sscviewer.analysis.dose.dose_and_events import dose_and_events

    return dose_and_events(asked.study, asked.who.safety, asked.plan, least_level=least_level)


class DoseRelation(ChartTablePage):
    """Ratios with intervals on a logarithmic axis; the row chosen says what its method cannot tell."""

    name: ClassVar[str] = "dose_and_events"
    title: ClassVar[str] = "Regressions on the dose"
    needs: ClassVar[Needs] = ("doses",)

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.least = self.controls.combo("Events", level_entries(parts.session, "any"))
        self.arm = self.controls.combo("Arm", arm_entries([ALL]))
        self.controls.only_show(self._redraw, self.arm.activated)

    @property
    def settings(self) -> int:
        """The least grade of the events."""
        return int(self.least.currentData())

    def computation(self) -> Compute:
        """Return the function that asks three times."""
        return compute_relation

    def show_result(self, result: "tuple[DoseAndEvents, ...]") -> None:
        """Show the ratios of the arm chosen."""
        arms = [row.arm for row in result]
        choose(self.least, level_entries(self.session, "any"))
        choose(self.arm, arm_entries(arms or [ALL]))
        self.controls.offer(self.arm, len(arms) > 1)
        self._redraw()

    def _redraw(self) -> None:
        from sscviewer.analysis.dose.dose_rates import lag_words

        if self.result is None:
            return
        found = next((row for row in self.result if row.arm == self.arm.currentData()), None)
        rows = _rows(found) if found else []
        drawn = tuple(IntervalRow(row[0], (_dot(row),), "\n".join(row[6])) for row in rows)
        interval = f"{100 * self.session.planning.plan.events.level:g} % CI"
        axis = log_axis(SMALLEST, LARGEST, f"Ratio ({interval}); above 1: more events with more dose")
        empty = say("No dose above 0 with a date is recorded.")
        data = Intervals(drawn, axis, (), (0.0,), f"Ratio ({interval})", empty)
        note = joined(dict.fromkeys(words for row in rows for words in row[6]))
        lag = lag_words(self.session.planning.plan.doses.event_lag_days)
        title = f"Adverse events and {lag}"
        texts = tuple((row[0], row[1], *(_number(x) for x in row[2:5]), p_text(row[5])) for row in rows)
        heads = ("Method", "Counted", "Ratio", "Lower", "Upper", "P")
        figure = Figure("dose_and_events", title, lambda ink: IntervalPlot(ink, data), note)
        counted = [found.patients, found.patients, found.paired] if found else []
        self.show_both(figure, Listing(heads, texts, frozenset({2, 3, 4, 5})), in_column(1, counted))


def _rows(found: "DoseAndEvents") -> list[Row]:
    rows: list[Row] = []
    regressions = (("Andersen-Gill", found.andersen_gill), ("Poisson regression", found.poisson))
    for name, ratio in regressions:
        counted = f"{ratio.n_events} events of {ratio.n_subjects} patients"
        words = (ratio.caveat, *ratio.warnings)
        label = f"{name}, rate ratio per {ratio.per_dose:g} more"
        result = ratio.result
        numbers = (result.ratio, result.lower, result.upper, result.p_value) if result else (math.nan,) * 4
        rows.append((label, counted, *numbers, words))
    pairs = found.crossover
    counted = f"{pairs.case_only} to {pairs.control_only} of {pairs.n} patients"
    words = (pairs.caveat, *pairs.warnings)
    label = "Case-crossover, odds ratio of a raised dose"
    rows.append((label, counted, pairs.odds_ratio, pairs.lower, pairs.upper, pairs.p_value, words))
    return rows


def _dot(row: Row) -> Dot:
    ratio, lower, upper = row[2:5]
    known = f"{_number(ratio)} ({_number(lower)} to {_number(upper)})"
    text = "not estimable" if math.isnan(ratio) else known
    return Dot(_placed(ratio), _placed(lower), _placed(upper), text)


def _placed(value: float) -> float:
    return value if math.isnan(value) else math.log10(min(max(value, SMALLEST), LARGEST))


def _number(value: float) -> str:
    if math.isnan(value):
        return ""
    return "∞" if math.isinf(value) else rounded(value, 2)
