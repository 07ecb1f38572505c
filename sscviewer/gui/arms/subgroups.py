"""The difference of the arms in subgroups: a forest with the test of interaction of each variable."""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from sscviewer.gui.analysis.chart_table_page import ChartTablePage
from sscviewer.gui.analysis.controls import choose
from sscviewer.gui.analysis.needs import Needs
from sscviewer.gui.analysis.view import Compute
from sscviewer.gui.efficacy.estimates import COLUMNS, cells, dot, p_text, span
from sscviewer.gui.efficacy.model_choice import endpoint_entries
from sscviewer.gui.language import tr
from sscviewer.gui.panes.drill import Drill
from sscviewer.gui.panes.table_model import Listing
from sscviewer.gui.state.parts import Parts
from sscviewer.model.counted import counted
from sscviewer.model.sentence import joined, say
from sscviewer.plots.charts.axes import number_axis
from sscviewer.plots.charts.chart import Figure
from sscviewer.plots.charts.interval_plot import Dot, IntervalPlot, IntervalRow, Intervals
from sscviewer.plots.screen.said import Verbatim

if TYPE_CHECKING:
    from sscviewer.analysis.arms.subgroups import Subgroups
    from sscviewer.analysis.asked import Asked
    from sscviewer.plots.mark import Mark


@dataclass(frozen=True, slots=True)
class SubgroupsFound:
    """The subgroups of an endpoint for each arm; none with why."""

    rows: "tuple[Subgroups, ...]"
    why: str


def compute_subgroups(asked: "Asked", paramcd: str) -> SubgroupsFound:
    """Return the subgroups of an endpoint."""
    from sscviewer.analysis.arms.comparisons import ONE_ARM
    from sscviewer.analysis.arms.subgroups import subgroups

    who = asked.who.efficacy
    rows = subgroups(asked.study, who, asked.plan, paramcd) if paramcd else ()
    why = say("This endpoint has no changes in two arms.") if len(who.arms) > 1 else ONE_ARM
    return SubgroupsFound(rows, "" if rows else why)


class SubgroupsView(ChartTablePage):
    """A row for all patients, then for each level of each variable."""

    name: ClassVar[str] = "subgroups"
    title: ClassVar[str] = "Subgroups"
    needs: ClassVar[Needs] = ("arms", "endpoints")

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent, stretch=-1)
        self.endpoint = self.controls.combo("Endpoint", endpoint_entries(parts.session))
        self.arm = self.controls.combo("Arm")
        self.controls.only_show(self._redraw, self.arm.activated)
        self.rows.cell_chosen.connect(self._cell)
        self.rows.view.setToolTip(tr("Click a row to list its patients"))
        parts.session.trial_changed.connect(self._new_trial)
        self._listed: list[tuple[str, tuple[str, ...]]] = []

    @Slot()
    def _new_trial(self) -> None:
        choose(self.endpoint, endpoint_entries(self.session))

    @property
    def settings(self) -> str:
        """The endpoint."""
        return self.endpoint.currentData() or ""

    def computation(self) -> Compute:
        """Return the function that compares."""
        return compute_subgroups

    def show_result(self, result: SubgroupsFound) -> None:
        """Offer the arms there are."""
        choose(self.arm, [(i, f"{one.arm} against {one.reference}") for i, one in enumerate(result.rows)])
        self.controls.offer(self.arm, len(result.rows) > 1)
        self._redraw()

    @Slot()
    def _redraw(self) -> None:
        if self.result is None:
            return
        if not self.result.rows:
            data = Intervals((), number_axis(0.0, 1.0), empty=self.result.why)
            self._listed = []
            figure = Figure(self.name, "Subgroups", lambda ink: IntervalPlot(ink, data), self.result.why)
            self.show_both(figure, Listing((), ()))
            return
        of = self.result.rows[self.arm.currentData() or 0]
        listing, self._listed = subgroups_listing(of)
        self.show_both(subgroups_figure(of), listing)

    @Slot(int, int)
    def _cell(self, row: int, column: int) -> None:
        if row < len(self._listed):
            self._drill(*self._listed[row])

    @Slot(object)
    def clicked(self, mark: "Mark | None") -> None:
        """List the patients behind a row of the picture."""
        if mark is not None and mark.key:
            self._drill(*self._listed[int(mark.key)])

    def _drill(self, words: str, patients: tuple[str, ...]) -> None:
        title = f"{words}: {counted(len(patients), 'patient')}"
        self.drill_asked.emit(Drill(title, usubjids=patients))


def _digits(of: "Subgroups") -> int:
    from sscviewer.analysis.number_words import change_digits

    return change_digits(of.row.parameter)


def subgroups_figure(of: "Subgroups") -> Figure:
    """Return the forest: all patients first; the P of interaction stands at each variable's heading."""
    digits = _digits(of)
    overall = f"All patients (n = {of.n[0]} and {of.n[1]})"
    drawn = [IntervalRow(overall, (dot(of.overall, digits),), key="0", strong=True)]
    for group in of.groups:
        p = p_text(group.found.p_value)
        words = f"P of interaction {p}" if p else "no interaction test"
        heading = Dot(math.nan, math.nan, math.nan, words)
        drawn.append(IntervalRow(group.words, (heading,), strong=True))
        for effect in group.found.effects:
            label = Verbatim(f"{effect.level} (n = {effect.n} and {effect.n_reference})")
            key = str(len([row for row in drawn if row.key]))
            drawn.append(IntervalRow(label, (dot(effect.difference, digits),), label, key, indent=True))
    low, high = span([d for row in drawn for d in row.dots])
    unit = of.row.parameter.axis_label
    axis = number_axis(low, high, f"Difference in the change of {unit}, {of.arm} less {of.reference}")
    data = Intervals(tuple(drawn), axis, (), (0.0,), "Difference")
    title = f"{unit} at {of.row.avisit} in subgroups: {of.arm} and {of.reference}"
    return Figure("subgroups", title, lambda ink: IntervalPlot(ink, data), joined(of.notes))


def subgroups_listing(of: "Subgroups") -> tuple[Listing, list[tuple[str, tuple[str, ...]]]]:
    """Return the table, and the patients of each row."""
    digits = _digits(of)
    everybody = of.row.patients_of(of.arm) + of.row.patients_of(of.reference)
    texts = [("All patients", "", str(of.n[0]), str(of.n[1]), *cells(of.overall, digits), "")]
    listed = [("All patients", everybody)]
    for group in of.groups:
        for effect, (own, other) in zip(group.found.effects, group.patients, strict=True):
            counts = (str(effect.n), str(effect.n_reference))
            interaction = p_text(group.found.p_value)
            texts.append((group.words, effect.level, *counts, *cells(effect.difference, digits), interaction))
            listed.append((f"{group.words} {effect.level}", own + other))
    heads = ("Variable", "Level", f"n {of.arm}", f"n {of.reference}", *COLUMNS, "P of interaction")
    return Listing(heads, tuple(texts), frozenset(range(2, len(heads))), strong=frozenset({0})), listed
