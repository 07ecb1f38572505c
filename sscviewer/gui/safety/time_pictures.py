"""The pictures and tables of events over time: bars of onsets, curves with the numbers at risk."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from sscviewer.gui.analysis.arm_names import arm_name
from sscviewer.gui.analysis.curves import step_data
from sscviewer.gui.panes.table_model import Listing
from sscviewer.model.counted import counted
from sscviewer.model.dates import DAYS_PER_MONTH
from sscviewer.model.rounding import rounded
from sscviewer.model.sentence import joined, say
from sscviewer.plots.charts.axes import Axis, number_axis
from sscviewer.plots.charts.bars import Bar, BarData, Bars
from sscviewer.plots.charts.chart import Figure
from sscviewer.plots.charts.spaghetti import time_axis
from sscviewer.plots.charts.step_curves import StepCurve, StepCurves, StepData
from sscviewer.plots.ticks import Tick

if TYPE_CHECKING:
    from sscviewer.analysis.survival.onset import OnsetHistogram, Prevalence
    from sscviewer.analysis.survival.time_to_event import AtMonth, TimeToEvent
    from sscviewer.gui.safety.timed import Timed

ROOM = 0.86
"""Bars of several arms take this share of a month."""


@dataclass(frozen=True, slots=True)
class TimeAsked:
    """What is drawn: the events in words, the arm, and what to say when there are none."""

    events: str
    arm: str
    empty: str

    def arms(self, parts: tuple[Any, ...]) -> list[Any]:
        """Return the parts of a result to draw: those of every arm, or of the one chosen."""
        if self.arm == "ALL" and len(parts) > 1:
            return [part for part in parts if part.arm != "ALL"]
        return [part for part in parts if part.arm == self.arm]


def picture(result: "Timed", asked: TimeAsked) -> tuple[Figure, Listing]:
    """Return the picture chosen and its table."""
    shown = result.settings.picture
    if not result.times.row.size:
        axis = Axis(0.0, 1.0, ())
        words = (
            asked.empty
            if result.name.kind == "any" and result.column == "any"
            else (
                say(
                    "None of these patients had {events}{events2}.",
                    events=asked.events[0].lower(),
                    events2=asked.events[1:],
                )
            )
        )
        data = BarData(axis, axis, (), empty=words)
        figure = Figure(f"events_{shown}", _title(result, asked), lambda ink: Bars(ink, data))
        return figure, Listing((), ())
    if shown == "onset":
        return _onset(result, asked, asked.arms(result.onset))
    if shown == "prevalence":
        return _prevalence(result, asked, asked.arms(result.prevalence))
    return _curves(result, asked, asked.arms(result.curves))


def _title(result: "Timed", asked: TimeAsked) -> str:
    words = {
        "onset": "Onset of events",
        "prevalence": "Patients with an event going on",
        "first": "Time to the first event",
        "count": "Events per patient",
    }[result.settings.picture]
    where = "" if asked.arm == "ALL" else f", {asked.arm}"
    return f"{words}: {asked.events}{where}"


def _note(result: "Timed", parts: list[Any], *more: str) -> str:
    """Return n, the method, what was decided about dates, and how events were chosen; each sentence once."""
    n = joined((say("{who} N = {n}", who=_name(result, part), n=part.n) for part in parts), "; ")
    return joined(
        dict.fromkeys([say("{who}.", who=n), *(text for text in more if text), *result.coded.notes])
    )


def _name(result: "Timed", part: Any) -> str:
    return result.who.heading if part.arm == "ALL" else str(part.arm)


def _onset(result: "Timed", asked: TimeAsked, parts: "list[OnsetHistogram]") -> tuple[Figure, Listing]:
    """Return events by month; of several arms per 100 patients observed, side by side."""
    several = len(parts) > 1
    edges = parts[0].edges if not several else max((part.edges for part in parts), key=len)
    bars, rows = [], []
    for k, part in enumerate(parts):
        for i, counts in enumerate(zip(part.events, part.first_events, part.at_risk, strict=True)):
            events, first, at_risk = (int(count) for count in counts)
            month = f"{part.arm}: month {i + 1}" if several else f"Month {i + 1}"
            per = 100 * events / at_risk if at_risk else 0.0
            rows.append((month, str(at_risk), str(events), str(first), rounded(per, 1) if at_risk else "–"))
            if several:
                width = ROOM / len(parts)
                left = i + (1 - ROOM) / 2 + k * width
                heights = tuple(per if j == k else 0.0 for j in range(len(parts)))
                places = (left, left + width)
            else:
                heights, places = (float(first), float(events - first)), (float(i), i + 1.0)
            hover = (
                f"{month}\n{counted(events, 'event')}, {first} of them a patient's first\n{at_risk} observed"
            )
            bars.append(Bar(*places, heights, hover, f"{edges[i]}|{edges[i + 1]}|{part.arm}"))
    top = max(sum(bar.parts) for bar in bars)
    unit = "Events per 100 patients observed" if several else "Events"
    names = tuple(arm_name(part.arm) for part in parts) if several else ("First of a patient", "Further")
    data = BarData(
        time_axis(0.0, len(edges) - 1.0, f"Months since {result.since}", "month"),
        number_axis(0.0, top, unit, floor=0.0),
        tuple(bars),
        names,
    )
    outside = [f"{part.arm}: {text}" if several else text for part in parts for text in part.left_out]
    note = _note(result, parts, *_dates(result, parts), *outside)
    figure = Figure("events_onset", _title(result, asked), lambda ink: Bars(ink, data), note)
    heads = ("Month", "Observed at its start", "Events", "First events", "Events per 100 observed")
    return figure, Listing(heads, tuple(rows), frozenset({1, 2, 3, 4}))


def _dates(result: "Timed", parts: list[Any]) -> list[str]:
    """Say how events of the patients drawn were counted whose start is not known to the day."""
    arms = dict(result.who.arms)
    members = np.any([arms[part.arm] for part in parts], axis=0)
    mine = result.times.chosen(members[result.times.subject])
    found = (
        (
            mine.partial,
            say("with a partial start date, on its {which} possible day", which=say(result.settings.which)),
        ),
        (mine.undated, say("without a start date, not drawn")),
    )
    return [say("Events {words}: {n}.", words=words, n=n) for n, words in found if n]


def _prevalence(result: "Timed", asked: TimeAsked, parts: "list[Prevalence]") -> tuple[Figure, Listing]:
    """Return the share of patients under observation with an event, by day."""
    several, curves, rows = len(parts) > 1, [], []
    last = max(float(part.days[-1]) for part in parts) / DAYS_PER_MONTH
    axis = time_axis(0.0, last, f"Months since {result.since}", "month")
    for k, part in enumerate(parts):
        known = ~np.isnan(part.percent)
        days, share = part.days[known], part.percent[known] / 100
        if not days.size:
            continue
        turns = np.concatenate([[True], np.diff(share) != 0])
        none = np.full(int(turns.sum()), np.nan)
        observed = _observed(part, axis)
        label = arm_name(part.arm) if several else ""
        time = (days[turns] - 1) / DAYS_PER_MONTH
        end = float(days[-1]) / DAYS_PER_MONTH
        curves.append(StepCurve(label, time, share[turns], none, none, none[:0], end, observed, k))
        for tick in axis.ticks:
            at = round(tick.at * DAYS_PER_MONTH)
            if at < part.days.size and part.observed[at] > 0:
                head = f"{part.arm}: month {tick.label}" if several else f"Month {tick.label}"
                found = int(part.with_event[at]), int(part.observed[at])
                rows.append((head, str(found[1]), str(found[0]), rounded(part.percent[at], 1)))
    highest = max(float(curve.value.max()) for curve in curves)
    data = StepData(axis, _percent_axis(highest), tuple(curves), risk_title="Observed")
    note = _note(
        result, parts, *_dates(result, parts), say("Events without an end go on to the last contact.")
    )
    figure = Figure("events_prevalence", _title(result, asked), lambda ink: StepCurves(ink, data), note)
    heads = ("Time", "Observed", "With an event", "%")
    return figure, Listing(heads, tuple(rows), frozenset({1, 2, 3}))


def _observed(part: "Prevalence", axis: Axis) -> tuple[int, ...]:
    at = [round(tick.at * DAYS_PER_MONTH) for tick in axis.ticks]
    return tuple(int(part.observed[i]) if i < part.observed.size else 0 for i in at)


def _curves(result: "Timed", asked: TimeAsked, parts: "list[TimeToEvent]") -> tuple[Figure, Listing]:
    """Kaplan-Meier of the first event, or the mean count, with bands and the numbers at risk."""
    several, is_share = len(parts) > 1, result.settings.picture == "first"
    rows = []
    for part in parts:
        prefix = f"{part.arm}: m" if several else "M"
        rows += [_month_row(f"{prefix}onth {each.month:g}", each, is_share) for each in part.months]
        if is_share:
            rows.append(_median_row(part, f"{part.arm}: median" if several else "Median"))
    unit = "Without the event, %" if is_share else "Events per patient"
    data = step_data(parts, [arm_name(part.arm) if several else "" for part in parts], unit, numbers=True)
    found = "; ".join(f"{part.arm} {part.n_events}" if several else f"{part.n_events}" for part in parts)
    words = "Patients with the event" if is_share else "Events"
    texts = [f"{words}: {found}.", f"{parts[0].method}, {100 * parts[0].level:g} % band.", parts[0].censoring]
    texts += [f"{part.arm}: {note}" if several else note for part in parts for note in part.notes]
    note = _note(result, parts, *texts, *parts[0].assumptions)
    name = f"events_{result.settings.picture}"
    figure = Figure(name, _title(result, asked), lambda ink: StepCurves(ink, data), note)
    heads = ("Time", "At risk", unit, f"{100 * parts[0].level:g} % CI")
    return figure, Listing(heads, tuple(rows), frozenset({1, 2, 3}))


def _month_row(head: str, at: "AtMonth", is_share: bool) -> tuple[str, ...]:
    if np.isnan(at.estimate):
        return (head, str(at.at_risk), "–", "")
    scale, digits = (100, 1) if is_share else (1, 2)
    estimate, low, high = (scale * value for value in (at.estimate, at.lower, at.upper))
    interval = "" if np.isnan(low) or np.isnan(high) else f"{rounded(low, digits)} to {rounded(high, digits)}"
    return (head, str(at.at_risk), rounded(estimate, digits), interval)


def _median_row(part: "TimeToEvent", head: str) -> tuple[str, ...]:
    low, high = (
        rounded(x, 0) if not np.isnan(x) else "not reached" for x in (part.median_lower, part.median_upper)
    )
    median = "not reached" if np.isnan(part.median) else f"day {rounded(part.median, 0)}"
    interval = f"{low} to {high}" if not np.isnan(part.median) else ""
    return (f"{head} time", "", median, interval)


def _percent_axis(highest: float) -> Axis:
    axis = number_axis(0.0, 100 * highest, floor=0.0, ceiling=100.0)
    ticks = tuple(Tick(tick.at / 100, tick.label) for tick in axis.ticks)
    return Axis(0.0, axis.high / 100, ticks, "Patients under observation, %")
