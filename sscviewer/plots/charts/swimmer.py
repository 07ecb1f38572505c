"""A lane per patient: dose levels as colour steps, the worse events as numbered marks, how it ended."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from sscviewer.analysis.events.event_levels import least_level, level_words
from sscviewer.plots.box import Box
from sscviewer.plots.charts.axes import Axis, draw_reference, draw_x_axis
from sscviewer.plots.charts.chart import Chart, seen
from sscviewer.plots.charts.series_legend import LegendEntry, draw_legend, legend_height, patch_sample
from sscviewer.plots.charts.spaghetti import time_axis
from sscviewer.plots.ink import Ink, hatch, polygon
from sscviewer.plots.mark import Mark
from sscviewer.plots.panel import disc
from sscviewer.plots.short_names import short_names
from sscviewer.plots.style import contrast

if TYPE_CHECKING:
    from sscviewer.analysis.cohort.swimmer import Swimmer

LANE_EMS = 1.55
BAR = 0.62
"""Height of a bar as a share of its lane."""
MOST_LEVELS = 8
"""Of more doses in a unit the legend has the lowest and the highest."""
OUTCOME_SHARE = 0.3
"""Words of the outcome take at most this share of the width."""


class SwimmerPlot(Chart):
    """Lanes with the dose, events and outcome of every patient."""

    zooms = "x"

    def __init__(self, ink: Ink, data: Swimmer) -> None:
        super().__init__(ink, lanes_axis(data))
        self.data = data
        self.names: tuple[str, ...] = ()
        self.ends: tuple[str, ...] = ()
        self.levels = _levels(data)

    def wanted_height(self, width: float) -> float:
        """Return the height of all lanes, the legend and the axis."""
        legend = legend_height(self._entries(), width - self.ink.em, self.ink)
        return legend + (0.9 + LANE_EMS * max(len(self.data.subjects), 2) + 3.1) * self.ink.em

    def least_height(self, width: float) -> float:
        """Lanes can be pressed a little."""
        return 0.8 * self.wanted_height(width)

    def lay_out(self, width: float, height: float) -> None:
        """Place lanes between the names of the patients and the words of the outcomes."""
        ink, data = self.ink, self.data
        self.names = short_names(data.subjects, 0.25 * width - 1.2 * ink.em, ink)
        left = max((ink.width(name, ink.small) for name in self.names), default=0.0) + 1.2 * ink.em
        room = OUTCOME_SHARE * width - 1.4 * ink.em
        ended = list(zip(data.words, data.outcome, strict=True))
        fitting = {pair: self._end_words(*pair, room) for pair in dict.fromkeys(ended)}
        self.ends = tuple(fitting[pair] for pair in ended)
        words = max((ink.width(word, ink.small) for word in self.ends), default=0.0)
        right = width - words - 1.4 * ink.em
        top = legend_height(self._entries(), width - ink.em, ink) + 0.9 * ink.em
        bottom = min(height - 2.9 * ink.em, top + 1.5 * LANE_EMS * ink.em * max(len(data.subjects), 2))
        self.box = Box(0.3 * ink.em, left, top, right, bottom, width - 0.4 * ink.em, self.x.low, self.x.high)

    def _end_words(self, words: str, outcome: str, room: float) -> str:
        """Return how a patient's time in the trial ended, as fully as there is room for."""
        for said in (words, words.partition(":")[0], outcome):
            if self.ink.width(said, self.ink.small) <= room:
                return said
        return self.ink.elide(outcome, room, self.ink.small)

    def _lane(self) -> float:
        assert self.box is not None
        return self.box.height / max(len(self.data.subjects), 1)

    def _y(self, lane: int) -> float:
        assert self.box is not None
        return self.box.top + (lane + 0.5) * self._lane()

    def _lanes(self, top: float, bottom: float) -> range:
        """Return the lanes that are at least in part between two heights."""
        assert self.box is not None
        n, lane = len(self.data.subjects), self._lane()
        first = max(0.0, (top - self.box.top) / lane - 1.0)
        last = min(float(n), (bottom - self.box.top) / lane + 2.0)
        return range(math.floor(min(first, n)), math.ceil(max(last, 0.0)))

    def paint(self, painter: QPainter) -> None:
        """Draw lanes, marks and words."""
        box, ink, data = self.box, self.ink, self.data
        if box is None:
            return
        if not data.subjects:
            self.say_empty(painter, "No patient to show.")
            return
        if self.x.low < 0 < self.x.high:
            draw_reference(painter, box, ink, x=0.0)
        lanes = self._lanes(*seen(painter))
        self._doses(painter, box, lanes)
        self._events(painter, box, lanes)
        for i in lanes:
            ink.text(painter, box.outer_left, self._y(i), self.names[i], font=ink.small)
            self._end(painter, box, i)
        draw_x_axis(painter, box, self.x, ink)
        draw_legend(painter, box.outer_left, 0.9 * ink.em, self._entries(), box.outer_right, ink)

    def _fill(self, dose: float, unit: str) -> QColor:
        """Return the colour of a dose: the further from none, the further from the background.

        Each unit has its own scale: 10 mL is not a little of 500 mg.
        """
        highest = self.data.highest[unit]
        style = self.ink.style
        share = 0.25 + 0.75 * (dose / highest if highest else 0.0)
        ends = QColor(style.background), QColor(style.dose_line)
        mixed = [
            round(a + (b - a) * share)
            for a, b in zip(ends[0].getRgb()[:3], ends[1].getRgb()[:3], strict=True)  # type: ignore[index]
        ]
        return QColor(*mixed)

    def _doses(self, painter: QPainter, box: Box, lanes: range) -> None:
        ink, doses, high = self.ink, self.data.doses, BAR * self._lane()
        for i in np.flatnonzero((doses.lane >= lanes.start) & (doses.lane < lanes.stop)).tolist():
            if self.is_zoomed and (doses.x1[i] < box.first or doses.x0[i] > box.last):
                continue
            left, right = box.clamp_x(box.x(float(doses.x0[i]))), box.clamp_x(box.x(float(doses.x1[i])))
            rect = QRectF(left, self._y(int(doses.lane[i])) - high / 2, max(right - left, 0.5), high)
            if doses.kind[i] == "dose":
                unit = self.data.unit[int(doses.lane[i])]
                painter.fillRect(rect, self._fill(float(doses.dose[i]), unit))
                continue
            painter.setPen(ink.pen(ink.style.missing, 0.6))
            painter.setBrush(ink.brush(ink.style.background))
            painter.drawRect(rect)
            hatch(painter, rect, 0.35 * ink.em)

    def _events(self, painter: QPainter, box: Box, lanes: range) -> None:
        ink, style, events = self.ink, self.ink.style, self.data.events
        size = min(0.95 * ink.em, 0.85 * self._lane())
        here = (events.lane >= lanes.start) & (events.lane < lanes.stop)
        for i in np.flatnonzero(here & (events.x >= self.x.low) & (events.x <= self.x.high)).tolist():
            serious = bool(events.serious[i])
            number = 0 if math.isnan(events.grade[i]) else int(events.grade[i])
            at = box.x(float(events.x[i])), self._y(int(events.lane[i]))
            painter.setPen(ink.pen(style.serious if serious else style.background, 1.2 if serious else 0.8))
            painter.setBrush(ink.brush(style.grades[number]))
            disc(painter, *at, size)
            if number:
                colour = contrast(style.grades[number])
                ink.text(painter, *at, str(number), "centre", colour, ink.small)

    def _end(self, painter: QPainter, box: Box, i: int) -> None:
        ink, data, y = self.ink, self.data, self._y(i)
        colour = outcome_colour(data.outcome[i], ink)
        at = data.end[i] if not math.isnan(data.end[i]) else data.last[i]
        # Zoomed, an end at the edge would be taken for one that lies there.
        if not math.isnan(at) and (not self.is_zoomed or box.first <= at <= box.last):
            x, half = box.clamp_x(box.x(float(at))), 0.32 * self._lane()
            painter.setPen(ink.pen(colour, 1.6))
            if data.outcome[i] == "ongoing" or (data.is_open[i] and math.isnan(data.end[i])):
                painter.setBrush(ink.brush(colour))
                painter.drawPolygon(polygon([(x, y - half), (x + 1.4 * half, y), (x, y + half)]))
            else:
                ink.vline(painter, x, y - 1.3 * half, y + 1.3 * half)
        ink.text(painter, box.right + 0.8 * ink.em, y, self.ends[i], colour=colour, font=ink.small)

    def _entries(self) -> list[LegendEntry]:
        """Return what the legend says: the doses of each unit, first and last of many, then the signs."""
        ink, faint, settings = self.ink, self.ink.style.faint_text, self.data.settings
        entries: list[LegendEntry] = []
        for unit, levels in self.levels.items():
            entries.append(LegendEntry(f"Dose, {unit}/day" if unit else "Dose"))
            for one in levels if len(levels) <= MOST_LEVELS else (levels[0], levels[-1]):
                sample = patch_sample(self._fill(one, unit).name(), ink)
                entries.append(LegendEntry(f"{one:g}", sample, 1.4))
        of = self.data.scale or "grade"
        words = f"● adverse event, {least_level(settings.grade, of)} (its {of}; bold edge: serious)"
        return [*entries, LegendEntry(words, colour=faint), LegendEntry("▨ no dose", colour=faint)]

    def mark_at(self, x: float, y: float) -> Mark | None:
        """Return the event under the mouse, else the patient of the lane."""
        box, data = self.box, self.data
        if box is None or not data.subjects or not box.top <= y < box.bottom:
            return None
        lane = min(int((y - box.top) / self._lane()), len(data.subjects) - 1)
        who, events = data.subjects[lane], data.events
        for i in np.flatnonzero(events.lane == lane):
            if abs(box.x(float(events.x[i])) - x) < 0.5 * self.ink.em:
                level = events.grade[i]
                grade = "" if math.isnan(level) else f", {level_words(int(level), data.scale)}"
                serious = ", serious" if events.serious[i] else ""
                text = f"{who}\n{events.label[i]}{grade}{serious}"
                return Mark("adverse_events", int(events.row[i]), text, usubjid=who, key=who)
        lines = [who, data.words[lane], self._dose_at(lane, box.day(x))]
        return Mark("", -1, "\n".join(line for line in lines if line), usubjid=who, key=who)

    def _dose_at(self, lane: int, time: float) -> str:
        doses = self.data.doses
        here = np.flatnonzero((doses.lane == lane) & (doses.x0 <= time) & (time < doses.x1))
        if not here.size:
            return ""
        at = int(here[-1])
        dose = f"{doses.dose[at]:g} {self.data.unit[lane]}/day"
        return dose if doses.kind[at] == "dose" else doses.kind[at]

    def highlight(self, painter: QPainter, key: str) -> None:
        """Mark the patient's lane."""
        if self.box is not None and key in self.data.subjects:
            y, high = self._y(self.data.subjects.index(key)), self._lane()
            bar = QRectF(0, y - high / 2, 0.18 * self.ink.em, high)
            self.ink.patch(painter, bar, self.ink.style.chosen)


def _levels(data: Swimmer) -> dict[str, list[float]]:
    """Return the doses there are, ascending, by their unit."""
    found: dict[str, set[float]] = {}
    for lane, dose, kind in zip(data.doses.lane, data.doses.dose, data.doses.kind, strict=True):
        if kind == "dose":
            found.setdefault(data.unit[int(lane)], set()).add(float(dose))
    return {unit: sorted(doses) for unit, doses in found.items()}


def lanes_axis(data: Swimmer) -> Axis:
    """Return the axis of days on drug and in the trial; an event years before must not stretch it."""
    known = np.concatenate([data.doses.x0, data.doses.x1, data.end, data.last, np.zeros(1)])
    known = known[np.isfinite(known)]
    return time_axis(float(known.min()), max(float(known.max()), 1.0), data.x_label, data.settings.time)


def events_outside(data: Swimmer) -> int:
    """Return how many events begin before or after the days the picture spans."""
    axis = lanes_axis(data)
    return int(np.sum((data.events.x < axis.low) | (data.events.x > axis.high)))


def outcome_colour(outcome: str, ink: Ink) -> str:
    """Return the colour of an outcome in pictures of the whole trial."""
    style = ink.style
    named = {"completed": style.courses[0], "stopped": style.courses[3]}
    return named.get(outcome, style.faint_text)
