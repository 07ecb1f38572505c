"""Arms compared in shares of patients, as a table and as a picture."""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sscviewer.gui.analysis.arm_names import arm_name
from sscviewer.gui.panes.table_model import Listing
from sscviewer.model.rounding import rounded
from sscviewer.model.sentence import joined, say
from sscviewer.plots.charts.arms_beside import ArmsBeside, ArmsBesidePlot, ArmsRow
from sscviewer.plots.charts.axes import Axis, log_axis, number_axis
from sscviewer.plots.charts.chart import Figure
from sscviewer.plots.charts.interval_plot import Dot
from sscviewer.plots.screen.said import Verbatim
from sscviewer.plots.ticks import Tick

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sscviewer.analysis.arms.comparisons import Compared, Comparisons
    from sscviewer.analysis.compare.two_groups import Comparison

Measure = Literal["difference", "ratio", "odds"]
MEASURES = (("difference", "Difference"), ("ratio", "Risk ratio"), ("odds", "Odds ratio"))
MOST = 40
"""So many rows are drawn, the largest differences; the table has all."""
FAR = 20.0
"""A ratio's axis ends here and at its inverse: limits of empty cells have no end."""
PERCENT = Axis(0.0, 100.0, tuple(Tick(float(v), str(v)) for v in range(0, 101, 25)), "Patients, %")


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is shown: the rows of one arm, by which measure, under which name."""

    name: str
    title: str
    rows: "Sequence[Compared]"
    measure: Measure


def of_row(row: "Compared", measure: Measure) -> "Comparison":
    """Return one of the comparisons of a row."""
    return {"difference": row.difference, "ratio": row.ratio, "odds": row.odds}[measure]


def comparison_listing(drawn: Drawn) -> Listing:
    """Return the table: both arms, all three measures, the test."""
    from sscviewer.analysis.arms.comparison_words import points_words, ratio_words, stratified_words
    from sscviewer.analysis.number_words import p_number

    rows = drawn.rows
    if not rows:
        return Listing((), ())
    first = rows[0]
    has_detail = len({row.counted.detail for row in rows}) > 1
    stratified = first.stratified is not None
    level = f"{100 * first.difference.level:g} % CI"
    heads = ["What", *(["At"] if has_detail else []), first.arm, first.reference]
    heads += [f"Difference, points ({level})", f"Risk ratio ({level})", f"Odds ratio ({level})", "Fisher P"]
    heads += [f"Within strata: difference ({level})", "CMH P"] if stratified else []
    texts, keys = [], []
    for row in rows:
        groups, at = row.groups, [row.counted.detail] if has_detail else []
        text = [_own(row, row.counted.words), *at, _share(groups.events, groups.n)]
        text += [_share(groups.other_events, groups.n_other), points_words(row.difference)]
        text += [ratio_words(row.ratio), ratio_words(row.odds), p_number(row.fisher_p)]
        key = [*groups.shares, row.difference.value, row.ratio.value, row.odds.value, row.fisher_p]
        if row.stratified is not None:
            over = row.stratified
            text += [stratified_words(over), "–" if over.reason else p_number(over.p_value)]
            key += [over.difference[0], over.p_value]
        texts.append(tuple(text))
        keys.append([_sortable(value) for value in key])
    start = 2 if has_detail else 1
    sort_keys = {start + i: tuple(row[i] for row in keys) for i in range(len(keys[0]))}
    strong = frozenset(i for i, row in enumerate(rows) if row.counted.heading)
    return Listing(tuple(heads), tuple(texts), sort_keys=sort_keys, strong=strong)


def _share(events: int, n: int) -> str:
    return f"{events} of {n} ({rounded(100 * events / n, 1)} %)" if n else "0 of 0"


def _sortable(value: float) -> float:
    return -1e12 if math.isnan(value) else max(min(value, 1e12), -1e12)


def comparison_figure(drawn: Drawn, of: "Comparisons", empty: str) -> Figure:
    """Return the picture: the largest differences first."""
    from sscviewer.analysis.arms.comparison_words import compared_words, points_words, ratio_words

    rows = [row for row in drawn.rows if not math.isnan(row.difference.value)]
    terms = [row for row in rows if not row.counted.heading] or rows
    terms = sorted(terms, key=lambda row: -row.difference.value)
    left_out = max(len(terms) - MOST, 0)
    if left_out:
        far = sorted(terms, key=lambda row: -abs(row.difference.value))[:MOST]
        terms = [row for row in terms if row in far]
    several = len({row.counted.detail for row in terms}) > 1
    words = points_words if drawn.measure == "difference" else ratio_words
    shown = []
    pair = {terms[0].arm, terms[0].reference} if terms else set()
    series = tuple(arm_name(arm) for arm in of.arms if arm in pair)
    for row in terms:
        label = f"{row.counted.name}, {row.counted.detail}" if several else _own(row, row.counted.name)
        found = of_row(row, drawn.measure)
        of_arm = dict(zip((row.arm, row.reference), row.groups.shares, strict=True))
        shares = tuple(100 * of_arm[arm] for arm in series)
        dot = _dot(found, drawn.measure, words(found))
        key = str(drawn.rows.index(row))
        shown.append(ArmsRow(label, shares, dot, compared_words(row), key, row.counted.heading))
    right, same, head = _axis(terms, drawn.measure)
    data = ArmsBeside(tuple(shown), PERCENT, right, series, same, head, of.absent or empty)
    notes = [*_who(of, terms), *of.notes] if terms else [of.absent] if of.absent else []
    if left_out:
        notes.append(
            say(
                "Drawn: the {most} largest differences of {left_out}; the table has all.",
                most=MOST,
                left_out=len(terms) + left_out,
            )
        )
    return Figure(drawn.name, drawn.title, lambda ink: ArmsBesidePlot(ink, data), joined(notes))


def _own(row: "Compared", words: str) -> str:
    """Return words about a row, those of the file as they are written."""
    from sscviewer.analysis.arms.counted import LABORATORY, RESPONDER
    from sscviewer.analysis.events.event_names import ANY_EVENT

    of_program = row.counted.what in (LABORATORY, RESPONDER) or row.counted.name == ANY_EVENT.words
    return words if of_program else Verbatim(words)


def _who(of: "Comparisons", rows: "Sequence[Compared]") -> list[str]:
    shown = {rows[0].arm, rows[0].reference} if rows else set()
    counts = [f"{arm} N = {n}" for arm, n in zip(of.arms, of.n, strict=True) if arm in shown]
    return [f"{of.who}: {', '.join(counts)}."]


def _dot(found: "Comparison", measure: Measure, text: str) -> Dot:
    if measure == "difference":
        return Dot(100 * found.value, 100 * found.lower, 100 * found.upper, text)
    return Dot(_log(found.value), _log(found.lower), _log(found.upper), text)


def _log(value: float) -> float:
    if math.isnan(value) or math.isinf(value):
        return value
    return math.log10(value) if value > 0 else -math.inf


def _axis(rows: "Sequence[Compared]", measure: Measure) -> tuple[Axis, float, str]:
    """Return the right axis, where nothing differs on it, and the head of its texts."""
    if measure != "difference":
        name = "Risk ratio" if measure == "ratio" else "Odds ratio"
        ends = [
            limit
            for row in rows
            for found in [of_row(row, measure)]
            for limit in (found.lower, found.upper)
            if math.isfinite(limit) and limit > 0
        ]
        low = max(min([0.5, *ends]), 1 / FAR)
        return log_axis(low, min(max([2.0, *ends]), FAR), f"{name} (log scale)"), 0.0, name
    ends = [
        100 * limit
        for row in rows
        for limit in (row.difference.lower, row.difference.upper)
        if math.isfinite(limit)
    ]
    low, high = min([-5.0, *ends]), max([5.0, *ends])
    axis = number_axis(low, high, "Difference, points", wanted=4, floor=-100.0, ceiling=100.0)
    return axis, 0.0, "Difference"
