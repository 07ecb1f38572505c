"""Times of the arms to progression, death, treatment failure and the first of them; and the win ratio."""

import math
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from sscviewer.gui.analysis.arm_names import arm_name
from sscviewer.gui.analysis.chart_table_page import ChartTablePage
from sscviewer.gui.analysis.controls import choose
from sscviewer.gui.analysis.curves import step_data
from sscviewer.gui.analysis.needs import Needs
from sscviewer.gui.analysis.view import Compute
from sscviewer.gui.language import tr
from sscviewer.gui.panes.drill import Drill
from sscviewer.gui.panes.table_model import Listing
from sscviewer.gui.state.parts import Parts
from sscviewer.model.counted import counted
from sscviewer.model.sentence import joined, say
from sscviewer.plots.charts.axes import log_axis, number_axis
from sscviewer.plots.charts.chart import Figure
from sscviewer.plots.charts.interval_plot import Dot, IntervalPlot, IntervalRow, Intervals
from sscviewer.plots.charts.step_curves import StepCurves

if TYPE_CHECKING:
    from sscviewer.analysis.arms.times import ArmTime, ArmTimes, TimesCompared
    from sscviewer.analysis.asked import Asked
    from sscviewer.report.table_file import Table

WIN = "win_ratio"
"""A picture of its own beside the kinds of time."""
NOTHING = say("Nobody in this file progressed, died or stopped treatment early, as far as it records it.")


def compute_arm_times(asked: "Asked", settings: None) -> "ArmTimes":
    """Return the times of the arms."""
    from sscviewer.analysis.arms.times import arm_times

    return arm_times(asked.study, asked.who.efficacy, asked.plan)


class ArmTimesView(ChartTablePage):
    """Kaplan-Meier of one kind by arm; the table has all kinds."""

    name: ClassVar[str] = "arm_times"
    title: ClassVar[str] = "Times"
    needs: ClassVar[Needs] = ("some time",)

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent, stretch=-1)
        self.kind = self.controls.combo("Time to")
        self.controls.only_show(self._redraw, self.kind.activated)
        self.rows.cell_chosen.connect(self._cell)
        self.rows.view.setToolTip(tr("Click a row to list who had the event"))
        self._listed: list[tuple[TimesCompared, ArmTime]] = []

    def computation(self) -> Compute:
        """Return the function that makes the curves."""
        return compute_arm_times

    def show_result(self, result: "ArmTimes") -> None:
        """Offer the kinds there are."""
        pictures = [(row.of.key, row.of.name) for row in result.rows]
        choose(self.kind, [*pictures, *([(WIN, "Win ratio")] if result.ratios else [])])
        self.controls.offer(self.kind, bool(result.rows))
        self._redraw()

    @Slot()
    def _redraw(self) -> None:
        if self.result is None:
            return
        self._listed = [(row, one) for row in self.result.rows for one in row.arms]
        shown = [row for row in self.result.rows if row.of.key == self.kind.currentData()]
        if self.kind.currentData() == WIN:
            figure = win_figure(self.result)
        else:
            figure = times_figure(shown[0], self.result) if shown else _empty()
        self.show_both(figure, times_listing(self.result))

    def table(self) -> "Table | None":
        """Return the table; the win ratio is said below it, whatever is drawn."""
        from sscviewer.analysis.arms.times_words import win_caution, win_sentences

        table = super().table()
        if table is None or self.result is None or self.kind.currentData() == WIN:
            return table
        return replace(table, notes=(*table.notes, *win_sentences(self.result), *win_caution(self.result)))

    @Slot(int, int)
    def _cell(self, row: int, column: int) -> None:
        trial = self.session.trial
        if row >= len(self._listed) or trial is None:
            return
        of, one = self._listed[row]
        had = dict(zip(trial.study.usubjids, of.of.event, strict=True))
        everybody = self.rows.model.listing.columns[column] == "Patients"
        found = tuple(usubjid for usubjid in one.patients if everybody or had[usubjid])
        arm = "" if one.arm == "ALL" else f", {one.arm}"
        title = f"{of.of.name}{arm}: {counted(len(found), 'patient')}"
        self.drill_asked.emit(Drill(title, usubjids=found))


def _empty() -> Figure:
    data = Intervals((), number_axis(0.0, 1.0), empty=NOTHING)
    return Figure("arm_times", "", lambda ink: IntervalPlot(ink, data), NOTHING)


def times_figure(row: "TimesCompared", times: "ArmTimes") -> Figure:
    """Return the curves of one kind, with its sentence and why arms are not compared."""
    from sscviewer.analysis.arms.times_words import times_sentence

    curves = [one.curve for one in row.arms]
    labels = [arm_name(one.arm) for one in row.arms]
    data = step_data(curves, labels, "Patients without it, %", numbers=True)
    method = say("{method}; {censoring}.", method=curves[0].method, censoring=row.of.censoring)
    note = joined((times_sentence(row), method, times.absent))
    return Figure("arm_times", f"Time to: {row.of.name}", lambda ink: StepCurves(ink, data), note)


def win_figure(times: "ArmTimes") -> Figure:
    """Return the win ratio of each arm on a logarithmic axis; below it the pairs, by what decided them."""
    from sscviewer.analysis.arms.times_words import ratio_words, win_caution, win_sentences

    rows, ends = [], [0.5, 2.0]
    for (arm, found), said in zip(times.ratios, win_sentences(times), strict=True):
        numbers = (found.ratio, found.lower, found.upper)
        ratio, low, high = (math.log10(x) if 0 < x < math.inf else math.nan for x in numbers)
        dots = (Dot(ratio, low, high, ratio_words(found)),)
        rows.append(IntervalRow(f"{arm} against {times.reference}", dots, said))
        ends += [10**end for end in (ratio, low, high) if math.isfinite(end)]
    axis = log_axis(min(ends), max(ends), "Win ratio (log scale); above 1: more pairs won than lost")
    data = Intervals(tuple(rows), axis, references=(0.0,), value_head="Ratio")
    note = joined((*win_sentences(times), *win_caution(times), times.absent))
    return Figure("win_ratio", "Win ratio", lambda ink: IntervalPlot(ink, data), note)


def times_listing(times: "ArmTimes") -> Listing:
    """Return the table: every kind and arm."""
    from sscviewer.analysis.arms.times_words import mean_words, median_words
    from sscviewer.analysis.number_words import p_number, plain, signed
    from sscviewer.model.dates import DAYS_PER_MONTH

    def months(value: float) -> str:
        return plain(value / DAYS_PER_MONTH, 1)

    texts = []
    for row in times.rows:
        apart = dict(row.differences)
        hazards = {ratio.term: ratio for ratio in row.compared.ratios} if row.compared else {}
        for one in row.arms:
            arm = arm_name(one.arm)
            found, hazard = apart.get(one.arm), hazards.get(one.arm)
            less = ""
            if found is not None:
                number = signed(found.estimate / DAYS_PER_MONTH, 1)
                less = f"{number} ({months(found.lower)} to {months(found.upper)})"
            ratio = ""
            if hazard is not None and math.isfinite(hazard.upper):
                ratio = f"{plain(hazard.ratio, 2)} ({plain(hazard.lower, 2)} to {plain(hazard.upper, 2)})"
            p = p_number(row.compared.p_value) if row.compared and hazard is not None else ""
            counts = (row.of.name, arm, str(one.curve.n), str(one.curve.n_events))
            texts.append((*counts, median_words(one), mean_words(one.mean), less, ratio, p))
    heads = (
        *("Time to", "Arm", "Patients", "Events", "Median, months", "Restricted mean, months"),
        *("Less the reference", "Hazard ratio", "Log-rank P"),
    )
    return Listing(heads if texts else (), tuple(texts), frozenset({2, 3}))
