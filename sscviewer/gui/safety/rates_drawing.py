"""Rates as a table and as a picture."""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscviewer.gui.analysis.arm_names import arm_name
from sscviewer.gui.panes.table_model import Listing
from sscviewer.gui.safety.event_rows import row_label, row_name
from sscviewer.gui.safety.events_table import drawn_rows, left_out_words, parents_of
from sscviewer.model.plain_text import capital
from sscviewer.model.rounding import rounded
from sscviewer.model.sentence import joined, say
from sscviewer.plots.charts.axes import number_axis
from sscviewer.plots.charts.chart import Figure
from sscviewer.plots.charts.interval_plot import Dot, IntervalPlot, IntervalRow, Intervals

if TYPE_CHECKING:
    from sscviewer.analysis.events.adverse_events import EventTable
    from sscviewer.analysis.events.event_rates import RateTable
    from sscviewer.analysis.rate import Rate
    from sscviewer.model.arrays import Floats, Ints

PER = "per 100 patient-years"
FAR = 3.0
"""The axis ends at this many times the largest rate; an interval that goes further is cut there."""


@dataclass(frozen=True, slots=True)
class RatesShown:
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

    def of(self, rates: "RateTable", arm: str) -> "tuple[Rate, ...]":
        """Return the rates of an arm, one per row."""
        return rates.column_of(self.rows, arm, self.column, all_events=self.all_events)

    def ratios(self, rates: "RateTable") -> list[tuple[float, float, float]]:
        """Return ratio and limits, one per row."""
        from sscviewer.analysis.poisson import rate_ratios

        found = rate_ratios(*self._pairs(rates), rates.level)
        return list(zip(*(column.tolist() for column in found), strict=True))

    def differences(self, rates: "RateTable") -> list[tuple[float, float, float]]:
        """Return difference and limits per 100 patient-years, one per row."""
        from sscviewer.analysis.poisson import rate_differences
        from sscviewer.analysis.rate import PER_YEARS

        found = rate_differences(*self._pairs(rates), rates.level)
        return list(zip(*((PER_YEARS * column).tolist() for column in found), strict=True))

    def _pairs(self, rates: "RateTable") -> "tuple[Ints, Floats, Ints, Floats]":
        """Return events and years of the arm and of the other, a row each."""
        import numpy as np

        one, two = (self.of(rates, arm) for arm in self.arms)
        (n, m) = (np.array([rate.events for rate in each]) for each in (one, two))
        (t, u) = (np.array([rate.years for rate in each]) for each in (one, two))
        return n, t, m, u


def rates_listing(table: "EventTable", rates: "RateTable", shown: RatesShown) -> Listing:
    """Return the table: events, patient-years, rate and interval of each arm, then ratio and difference."""
    heads, texts, keys = ["Adverse event"], [[row_label(table.names[row]) for row in shown.rows]], []
    for arm in shown.arms:
        found = shown.of(rates, arm)
        prefix = f"{arm}: " if shown.other else ""
        count = "Events" if shown.all_events else "Patients with event"
        heads += [f"{prefix}{count}" if not prefix else f"{prefix}{count.lower()}", f"{prefix}patient-years"]
        heads += [f"{prefix}{PER}", f"{prefix}{100 * rates.level:g} % CI"]
        texts += [
            [str(rate.events) for rate in found],
            [rounded(rate.years, 1) for rate in found],
            [_rate_words(rate) for rate in found],
            [_interval(rate.lower, rate.upper, 1) for rate in found],
        ]
        keys += [[float(rate.events) for rate in found], [rate.years for rate in found]]
        keys += [[_known(rate.rate) for rate in found], [_known(rate.lower) for rate in found]]
    if shown.other:
        ratios = shown.ratios(rates)
        heads.append(f"Ratio {shown.arm} / {shown.other} ({100 * rates.level:g} % CI)")
        texts.append([_ratio_words(*ratio) for ratio in ratios])
        keys.append([_known(ratio[0]) for ratio in ratios])
        differences = shown.differences(rates)
        heads.append(f"Difference {PER} ({100 * rates.level:g} % CI)")
        texts.append([_difference_words(*found) for found in differences])
        keys.append([_known(found[0]) for found in differences])
    heads = [capital(head) for head in heads]
    return Listing(
        tuple(heads),
        tuple(zip(*texts, strict=True)),
        sort_keys={at: tuple(column) for at, column in enumerate(keys, 1)},
        strong=frozenset(k for k, row in enumerate(shown.rows) if table.names[row].kind != "term"),
        parents=parents_of(table, shown.rows),
    )


def rates_figure(table: "EventTable", rates: "RateTable", shown: RatesShown, empty: str) -> Figure:
    """Return the picture of the rates, the highest first; the table has the rate of any event."""
    import numpy as np

    from sscviewer.analysis.events.event_rates import CAVEAT

    by_row = dict(
        zip(shown.rows, zip(*(shown.of(rates, arm) for arm in shown.arms), strict=True), strict=True)
    )
    value = np.zeros(len(table.names))
    for row, found in by_row.items():
        value[row] = max(_known(rate.rate) for rate in found)
    ratios = dict(zip(shown.rows, shown.ratios(rates), strict=True)) if shown.other else {}
    terms, left_out = drawn_rows(table, shown.rows, value)
    # The rate of any event would press all others against zero; with nothing else it stands alone.
    terms = terms[1:] or terms
    drawn, highest, furthest = [], 0.0, 0.0
    for row in terms:
        found = by_row[row]
        dots = tuple(
            Dot(rate.rate, rate.lower, rate.upper, _rate_words(rate), k) for k, rate in enumerate(found)
        )
        highest = max(highest, *(_known(rate.rate) for rate in found))
        furthest = max(furthest, *(_known(rate.upper) for rate in found))
        name = table.names[row]
        hover = "\n".join([name.words, *_hover(shown, found, ratios.get(row))])
        drawn.append(IntervalRow(row_name(name), dots, hover, str(row), strong=name.kind != "term"))
    end = min(furthest, FAR * highest) if highest else furthest
    axis = number_axis(0.0, end or 1.0, f"Events {PER} ({100 * rates.level:g} % CI)", floor=0.0)
    any_there = any(table.events[row].any() for row in terms)
    series = tuple(map(arm_name, shown.arms)) if shown.other else ()
    data = Intervals(tuple(drawn) if any_there else (), axis, series, (), f"Rate {PER}", empty)
    notes = [_method(table, rates, shown)]
    if any(rate.events == 0 for found in by_row.values() for rate in found):
        notes.append(
            say(
                "“0 (below …)”: nobody had the event; the rate is then below that figure with "
                "{level:g} % confidence (rule of three).",
                level=100 * rates.level,
            )
        )
    said = [*table.notes, *rates.notes]
    notes += dict.fromkeys(note for note in said if note != CAVEAT or shown.all_events)
    if end < furthest:
        notes.append(say("Intervals that reach far beyond the rates end at the edge of the picture."))
    if left_out:
        notes.append(left_out_words(left_out, say("highest")))
    where = "" if shown.arm == "ALL" else f", {' and '.join(shown.arms)}"
    title = f"Adverse events {PER}{where}"
    return Figure("event_rates", title, lambda ink: IntervalPlot(ink, data), joined(notes))


def _method(table: "EventTable", rates: "RateTable", shown: RatesShown) -> str:
    from sscviewer.analysis.events.event_columns import column_words

    counts = [f"{arm} N = {int(table.n[table.arms.index(arm)])}" for arm in shown.arms]
    who = say("{who}, N = {n}", who=table.who, n=int(table.n[0])) if shown.arm == "ALL" else "; ".join(counts)
    kind = say("all events") if shown.all_events else say("first events over the time to them")
    of = "" if shown.column == "any" else f" ({column_words(shown.column, table.scale).lower()})"
    ratio = say("; ratio: exact conditional; difference: score (Miettinen-Nurminen)") if shown.other else ""
    return say(
        "{who}. Counted: {kind}{of}. Time at risk: {words}. Intervals: {method}{ratio}.",
        who=who,
        kind=kind,
        of=of,
        words=rates.words,
        method=say(rates.method),
        ratio=ratio,
    )


def _hover(
    shown: RatesShown, found: "tuple[Rate, ...]", ratio: tuple[float, float, float] | None
) -> list[str]:
    lines = [rate.words for rate in found]
    if ratio is None:
        return lines
    lines = [f"{arm}: {line}" for arm, line in zip(shown.arms, lines, strict=True)]
    return [*lines, f"Ratio: {_ratio_words(*ratio)}"]


def _rate_words(rate: "Rate") -> str:
    if math.isnan(rate.rate):
        return "no time at risk"
    return rounded(rate.rate, 1) if rate.events else f"0 (below {rounded(rate.bound, 1)})"


def _ratio_words(ratio: float, low: float, high: float) -> str:
    return "–" if math.isnan(ratio) else f"{_number(ratio, 2)} ({_interval(low, high, 2)})"


def _difference_words(value: float, low: float, high: float) -> str:
    return "–" if math.isnan(value) else f"{rounded(value, 1)} ({_interval(low, high, 1)})"


def _interval(low: float, high: float, digits: int) -> str:
    return "" if math.isnan(low) else f"{_number(low, digits)} to {_number(high, digits)}"


def _number(value: float, digits: int) -> str:
    return "∞" if math.isinf(value) else rounded(value, digits)


def _known(value: float) -> float:
    return value if math.isfinite(value) else 0.0 if math.isnan(value) else 1e12
