"""Rates as a table and as a picture."""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscviewer.gui.safety.events_table import drawn_rows, left_out_words, parents_of, row_label
from sscviewer.gui.table_model import Listing
from sscviewer.plots.axes import number_axis
from sscviewer.plots.chart import Figure
from sscviewer.plots.interval_plot import Dot, IntervalPlot, IntervalRow, Intervals

if TYPE_CHECKING:
    from sscviewer.analysis.adverse_events import EventTable
    from sscviewer.analysis.event_rates import Rate, RateTable
    from sscviewer.analysis.poisson import RateRatio

PER = "per 100 patient-years"
FAR = 3.0
"""The axis ends at this many times the largest rate; an interval that goes further is cut there."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Which rates are shown.

    Attributes
    ----------
    other
        The arm compared with, "" for none.
    all_events
        All events over all time, else first events over the time to them.
    """

    rows: list[int]
    arm: str
    other: str
    column: str
    all_events: bool

    @property
    def arms(self) -> tuple[str, ...]:
        """The arms shown."""
        return (self.arm, self.other) if self.other else (self.arm,)

    def rate(self, rates: "RateTable", row: int, arm: str) -> "Rate":
        """Return a rate."""
        find = rates.event_rate if self.all_events else rates.incidence
        return find(row, arm, self.column)


def rates_listing(table: "EventTable", rates: "RateTable", shown: Shown) -> Listing:
    """Return the table: events, patient-years, rate and interval of each arm, then the ratio."""
    heads, texts, keys = ["Adverse event"], [[row_label(table.names[row]) for row in shown.rows]], []
    for arm in shown.arms:
        found = [shown.rate(rates, row, arm) for row in shown.rows]
        prefix = f"{arm}: " if shown.other else ""
        count = "Events" if shown.all_events else "Patients with event"
        heads += [f"{prefix}{count}" if not prefix else f"{prefix}{count.lower()}", f"{prefix}patient-years"]
        heads += [f"{prefix}{PER}", f"{prefix}{100 * rates.level:g} % CI"]
        texts += [
            [str(rate.events) for rate in found],
            [f"{rate.years:.1f}" for rate in found],
            [_rate_words(rate) for rate in found],
            [_interval(rate.lower, rate.upper, 1) for rate in found],
        ]
        keys += [[float(rate.events) for rate in found], [rate.years for rate in found]]
        keys += [[_known(rate.rate) for rate in found], [_known(rate.lower) for rate in found]]
    if shown.other:
        ratios = [_ratio(rates, row, shown) for row in shown.rows]
        heads.append(f"Ratio {shown.arm} / {shown.other} ({100 * rates.level:g} % CI)")
        texts.append([_ratio_words(ratio) for ratio in ratios])
        keys.append([_known(ratio.ratio) for ratio in ratios])
    heads = [head[0].upper() + head[1:] for head in heads]
    return Listing(
        tuple(heads),
        tuple(zip(*texts, strict=True)),
        sort_keys={at: tuple(column) for at, column in enumerate(keys, 1)},
        strong=frozenset(k for k, row in enumerate(shown.rows) if table.names[row].kind != "term"),
        parents=parents_of(table, shown.rows),
    )


def rates_figure(table: "EventTable", rates: "RateTable", shown: Shown, empty: str) -> Figure:
    """Return the picture of the rates, the highest first."""
    import numpy as np

    value = np.zeros(len(table.names))
    for row in shown.rows:
        value[row] = max(_known(shown.rate(rates, row, arm).rate) for arm in shown.arms)
    terms, left_out = drawn_rows(table, shown.rows, value)
    drawn, highest, furthest = [], 0.0, 0.0
    for row in terms:
        found = [shown.rate(rates, row, arm) for arm in shown.arms]
        dots = tuple(
            Dot(rate.rate, rate.lower, rate.upper, _rate_words(rate), k) for k, rate in enumerate(found)
        )
        highest = max(highest, *(_known(rate.rate) for rate in found))
        furthest = max(furthest, *(_known(rate.upper) for rate in found))
        name = table.names[row]
        hover = "\n".join([name.words, *_hover(rates, row, shown, found)])
        drawn.append(IntervalRow(name.words, dots, hover, str(row), strong=name.kind != "term"))
    end = min(furthest, FAR * highest) if highest else furthest
    axis = number_axis(0.0, end or 1.0, f"Events {PER} ({100 * rates.level:g} % CI)", floor=0.0)
    any_there = any(table.events[row].any() for row in terms)
    series = shown.arms if shown.other else ()
    data = Intervals(tuple(drawn) if any_there else (), axis, series, (), f"Rate {PER}", empty)
    notes = [_method(table, rates, shown)]
    if any(shown.rate(rates, row, arm).events == 0 for row in shown.rows for arm in shown.arms):
        notes.append(
            "“0 (below 12.3)”: nobody had the event; the rate is then below that figure with "
            f"{100 * rates.level:g} % confidence (rule of three)."
        )
    notes += [*table.notes, *(note for note in rates.notes if note not in table.notes)]
    if end < furthest:
        notes.append("Intervals that reach far beyond the rates end at the edge of the picture.")
    if left_out:
        notes.append(left_out_words(left_out))
    where = "" if shown.arm == "ALL" else f", {' and '.join(shown.arms)}"
    title = f"Adverse events {PER}{where}"
    return Figure("event_rates", title, lambda ink: IntervalPlot(ink, data), " ".join(notes))


def _method(table: "EventTable", rates: "RateTable", shown: Shown) -> str:
    from sscviewer.analysis.event_settings import column_words

    counts = [f"{arm} N = {int(table.n[table.arms.index(arm)])}" for arm in shown.arms]
    who = f"Treated patients, N = {int(table.n[0])}" if shown.arm == "ALL" else "; ".join(counts)
    kind = "all events" if shown.all_events else "first events over the time to them"
    of = "" if shown.column == "any" else f" ({column_words(shown.column, table.scale).lower()})"
    ratio = "; ratio: exact conditional interval" if shown.other else ""
    return f"{who}. Counted: {kind}{of}. Time at risk: {rates.words}. Intervals: {rates.method}{ratio}."


def _hover(rates: "RateTable", row: int, shown: Shown, found: "list[Rate]") -> list[str]:
    lines = [rate.words for rate in found]
    if shown.other:
        lines = [f"{arm}: {line}" for arm, line in zip(shown.arms, lines, strict=True)]
        lines.append(f"Ratio: {_ratio_words(_ratio(rates, row, shown))}")
    return lines


def _ratio(rates: "RateTable", row: int, shown: Shown) -> "RateRatio":
    return rates.ratio(row, shown.arm, shown.other, shown.column, all_events=shown.all_events)


def _rate_words(rate: "Rate") -> str:
    if math.isnan(rate.rate):
        return "no time at risk"
    return f"{rate.rate:.1f}" if rate.events else f"0 (below {rate.bound:.1f})"


def _ratio_words(ratio: "RateRatio") -> str:
    if math.isnan(ratio.ratio):
        return "–"
    return f"{_number(ratio.ratio, 2)} ({_interval(ratio.lower, ratio.upper, 2)})"


def _interval(low: float, high: float, digits: int) -> str:
    return "" if math.isnan(low) else f"{_number(low, digits)} to {_number(high, digits)}"


def _number(value: float, digits: int) -> str:
    return "∞" if math.isinf(value) else f"{value:.{digits}f}"


def _known(value: float) -> float:
    return value if math.isfinite(value) else 0.0 if math.isnan(value) else 1e12
