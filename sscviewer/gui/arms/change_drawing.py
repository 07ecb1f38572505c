"""Changes of the arms as tables and pictures."""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sscviewer.gui.analysis.arm_names import arm_name
from sscviewer.gui.efficacy.estimates import COLUMNS, cells, dot, p_text, span
from sscviewer.gui.panes.table_model import Listing
from sscviewer.model.sentence import joined, say
from sscviewer.plots.charts.arms_beside import ArmsBeside, ArmsBesidePlot, ArmsRow
from sscviewer.plots.charts.axes import number_axis
from sscviewer.plots.charts.chart import Figure
from sscviewer.plots.charts.interval_plot import Dot, IntervalPlot, IntervalRow, Intervals

if TYPE_CHECKING:
    from sscviewer.analysis.arms.arm_changes import ArmVisitChanges

NUMBERS = len(COLUMNS)


def _digits(row: "ArmVisitChanges") -> int:
    from sscviewer.analysis.number_words import change_digits

    return change_digits(row.parameter)


def ancova_figure(
    shown: "Sequence[tuple[int, ArmVisitChanges]]", arm: str, notes: tuple[str, ...], why: str
) -> Figure:
    """Return the picture of one endpoint: a row for each visit, means of all arms and one difference."""
    from sscviewer.analysis.arms.change_words import changes_sentence

    names: list[str] = []
    drawn = []
    for key, row in shown:
        names = names or [name for name, _ in row.found.arms]
        means = {name: value.estimate for name, value in row.found.arms}
        found = dict(row.found.differences).get(arm)
        label = f"{row.avisit} (n = {sum(row.n)})"
        values = tuple(means.get(name, math.nan) for name in names)
        hover = changes_sentence(row)
        drawn.append(ArmsRow(label, values, dot(found, _digits(row)), hover, str(key)))
    known = [value for row in drawn for value in row.arms if math.isfinite(value)]
    left = number_axis(min([0.0, *known]), max([0.0, *known]), "Adjusted mean change", wanted=4)
    right = number_axis(*span([row.beside for row in drawn]), "Difference", wanted=4)
    empty = why or say("No visit has enough values.")
    parameter = shown[0][1].parameter if shown else None
    what = f"{parameter.axis_label}: " if parameter else ""
    title = f"{what}change by arm, analysis of covariance"
    data = ArmsBeside(
        tuple(drawn), left, right, tuple(map(arm_name, names)), 0.0, f"{arm} less the reference", empty
    )
    against = {row.found.reference for _, row in shown if arm in dict(row.found.differences)}
    less = [say("Difference: {arm} less {reference}.", arm=arm, reference=reference) for reference in against]
    said = [*less, *notes, *dict.fromkeys(note for _, row in shown for note in row.found.notes)]
    return Figure("ancova", title, lambda ink: ArmsBesidePlot(ink, data), joined(said or [why]))


def ancova_listing(
    rows: "Sequence[ArmVisitChanges]",
) -> "tuple[Listing, list[tuple[ArmVisitChanges, tuple[str, ...]]]]":
    """Return the table of one endpoint: every arm's mean at every visit, then its differences and trend."""
    texts: list[tuple[str, ...]] = []
    listed: list[tuple[ArmVisitChanges, tuple[str, ...]]] = []
    for row in rows:
        reference = row.found.reference
        for (name, value), n in zip(row.found.arms, row.n, strict=True):
            texts.append((row.avisit, name, str(n), *cells(value, _digits(row))))
            listed.append((row, (name,)))
        pairs = [(name, reference, value) for name, value in row.found.differences]
        for name, other, value in (*pairs, *row.found.pairs):
            n = len(row.patients_of(name)) + len(row.patients_of(other))
            texts.append((row.avisit, f"{name} − {other}", str(n), *cells(value, _digits(row))))
            listed.append((row, (name, other)))
        if row.trend is not None:
            every = tuple(name for name, _ in row.found.arms)
            texts.append((row.avisit, "Trend, per unit of dose", str(sum(row.n)), *cells(row.trend, 4)))
            listed.append((row, every))
    heads = ("Visit", "Arm", "n", *COLUMNS)
    return Listing(heads if texts else (), tuple(texts), frozenset(range(2, 3 + NUMBERS))), listed


def tests_figure(shown: "Sequence[tuple[int, ArmVisitChanges]]", notes: tuple[str, ...], why: str) -> Figure:
    """Return the picture of all endpoints: differences in standard deviations of the baseline."""
    from sscviewer.analysis.arms.change_words import changes_sentence

    drawn = []
    for key, row in shown:
        for arm, value, adjusted in row.differences:
            scaled = dot(value, _digits(row))
            sd = row.sd_baseline if row.sd_baseline > 0 else math.nan
            text = _p_pair(value.p_value, adjusted)
            mark = Dot(scaled.estimate / sd, scaled.lower / sd, scaled.upper / sd, text)
            name = f"{row.parameter.axis_label} ({row.avisit})"
            name = f"{name}: {arm}" if len(row.found.differences) > 1 else name
            label = f"{name}, {row.role}" if row.role else name
            drawn.append(IntervalRow(label, (mark,), changes_sentence(row), str(key), row.role == "primary"))
    low, high = span([d for row in drawn for d in row.dots])
    axis = number_axis(low, high, "Difference in standard deviations of the baseline")
    data = Intervals(
        tuple(drawn), axis, (), (0.0,), say("P (adjusted)"), why or say("No endpoint can be compared.")
    )
    title = "Endpoints of the arms, with P values as the plan adjusts them"
    less = (
        [say("Differences are each arm less {reference}.", reference=shown[0][1].found.reference)]
        if drawn
        else []
    )
    return Figure("tests", title, lambda ink: IntervalPlot(ink, data), joined([*less, *notes] or [why]))


def _p_pair(raw: float, adjusted: float) -> str:
    if math.isnan(raw):
        return "not tested"
    return p_text(raw) if math.isnan(adjusted) else f"{p_text(raw)} ({p_text(adjusted)})"


def tests_listing(
    rows: "Sequence[ArmVisitChanges]",
) -> "tuple[Listing, list[tuple[ArmVisitChanges, tuple[str, ...]]]]":
    """Return the table of all endpoints with their role, and the adjusted P beside the raw one."""
    texts: list[tuple[str, ...]] = []
    listed: list[tuple[ArmVisitChanges, tuple[str, ...]]] = []
    for row in rows:
        for arm, value, adjusted in row.differences:
            reference = row.found.reference
            n = len(row.patients_of(arm)) + len(row.patients_of(reference))
            head = (row.parameter.axis_label, row.role or "other", row.avisit, f"{arm} − {reference}")
            last = "" if math.isnan(adjusted) else p_text(adjusted)
            texts.append((*head, str(n), *cells(value, _digits(row)), last))
            listed.append((row, (arm, reference)))
    heads = ("Endpoint", "In the plan", "Visit", "Arms", "n", *COLUMNS, "Adjusted P")
    return Listing(heads if texts else (), tuple(texts), frozenset(range(4, 6 + NUMBERS))), listed
