"""One bar per patient, sorted by change, coloured by outcome, with thresholds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from sscviewer.analysis.number_words import signed
from sscviewer.model.counted import counted
from sscviewer.plots.box import Box
from sscviewer.plots.charts.axes import Axis, area, draw_reference, draw_y_axis, number_axis
from sscviewer.plots.charts.chart import Chart
from sscviewer.plots.charts.series_legend import LegendEntry, draw_legend, legend_height, series_entries
from sscviewer.plots.charts.swimmer import outcome_colour
from sscviewer.plots.ink import Ink
from sscviewer.plots.mark import Mark
from sscviewer.plots.short_names import short_names

if TYPE_CHECKING:
    from sscviewer.analysis.cohort.waterfall import Waterfall


LEAST_BAR_EMS = 0.8
"""Bars narrower than this have no names."""
NAME_EMS = 6.0
"""Names below the bars are at most so long."""


class WaterfallPlot(Chart):
    """Bars from the highest change to the lowest, names below where there is room."""

    zooms = "y"

    def __init__(self, ink: Ink, data: Waterfall) -> None:
        super().__init__(ink)
        self.data = data
        values = np.concatenate([data.change, np.zeros(1), [t.threshold for t in data.thresholds]])
        self.y = number_axis(float(values.min()), float(values.max()), data.y_label)
        self.x = Axis(-0.7, max(len(data.subjects), 2) - 0.3, ())
        self.kinds = tuple(dict.fromkeys(data.outcome))
        self.names: tuple[str, ...] = ()

    def wanted_height(self, width: float) -> float:
        """Return a comfortable height."""
        return min(max(0.46 * width, 18 * self.ink.em), 30 * self.ink.em)

    def lay_out(self, width: float, height: float) -> None:
        """Leave room below for the names of the patients."""
        ink = self.ink
        right = max((ink.width(words, ink.small) / ink.em + 0.8 for words in self._reached()), default=1.0)
        box = area(ink, width, height, self.x, self.y, right=right)
        legend = legend_height(self._entries(), width - box.left, ink) / ink.em
        self.names = ()
        if box.width >= LEAST_BAR_EMS * ink.em * len(self.data.subjects):
            self.names = short_names(self.data.subjects, NAME_EMS * ink.em, ink)
        longest = max((ink.width(name, ink.small) for name in self.names), default=0.0)
        below = max(longest - 2.0 * ink.em, -ink.em)
        self.box = area(ink, width, height - below, self.x, self.y, top=0.9 + legend, right=right)

    def _entries(self) -> list[LegendEntry]:
        colours = [outcome_colour(kind, self.ink) for kind in self.kinds]
        return series_entries(self.kinds, lambda i: colours[i], self.ink)

    def _reached(self) -> list[str]:
        """Return what stands beside each threshold: how many patients reach it."""
        lines = self.data.thresholds
        return [f"{line.threshold:+g}: {counted(line.n, 'patient')}".replace("-", "−") for line in lines]

    def _bar(self, i: int) -> QRectF:
        assert self.box is not None
        left, right = self.box.x(i - 0.38), self.box.x(i + 0.38)
        zero, top = self.box.y(0.0), self.box.y(float(self.data.change[i]))
        return QRectF(left, min(zero, top), right - left, abs(top - zero))

    def paint(self, painter: QPainter) -> None:
        """Draw thresholds, bars, then names and words."""
        box, ink, data = self.box, self.ink, self.data
        if box is None:
            return
        draw_y_axis(painter, box, self.y, ink)
        if not data.subjects:
            self.say_empty(painter, "No patient has a change that can be drawn here.")
            return
        with self.data_area(painter):
            for i, outcome in enumerate(data.outcome):
                painter.fillRect(self._bar(i), ink.colour(outcome_colour(outcome, ink)))
            painter.setPen(ink.pen(ink.style.axis, ink.style.hair_pt))
            ink.hline(painter, box.left, box.right, box.y(0.0))
        for line, words in zip(data.thresholds, self._reached(), strict=True):
            if box.low <= line.threshold <= box.high:
                draw_reference(painter, box, ink, y=line.threshold)
                at = box.right + 0.4 * ink.em, box.y(line.threshold)
                ink.text(painter, *at, words, colour=ink.style.faint_text, font=ink.small)
        self._names(painter, box)
        draw_legend(painter, box.left, 0.9 * ink.em, self._entries(), box.outer_right - box.left, ink)

    def _names(self, painter: QPainter, box: Box) -> None:
        """Write each name upright below the axis; none where they would touch."""
        ink = self.ink
        if not self.names:
            words = f"{len(self.data.subjects)} patients"
            ink.text(
                painter, (box.left + box.right) / 2, box.bottom + ink.em, words, "centre", font=ink.small
            )
            return
        for i, name in enumerate(self.names):
            painter.save()
            painter.translate(box.x(float(i)), box.bottom + 0.3 * ink.em)
            painter.rotate(-90)
            ink.text(painter, 0, 0, name, "right", font=ink.small)
            painter.restore()

    def _at(self, x: float, y: float) -> int:
        box = self.box
        if box is None or not (box.left <= x <= box.right and y >= box.top):
            return -1
        i = round(box.day(x))
        return i if 0 <= i < len(self.data.subjects) else -1

    def mark_at(self, x: float, y: float) -> Mark | None:
        """Return the patient whose bar or name is under the mouse."""
        i, data = self._at(x, y), self.data
        if i < 0:
            return None
        unit = "%" if data.settings.measure == "percent" else data.parameter.unit
        value = signed(data.change[i], data.parameter.digits)
        who = data.subjects[i]
        text = "\n".join((who, f"{value} {unit} at {data.visits[i]}", data.words[i]))
        return Mark("", -1, text, usubjid=who, key=who)

    def highlight(self, painter: QPainter, key: str) -> None:
        """Frame the patient's bar."""
        if self.box is not None and key in self.data.subjects:
            i = self.data.subjects.index(key)
            painter.setPen(self.ink.pen(self.ink.style.chosen, 1.8))
            painter.setBrush(self.ink.brush(self.ink.style.chosen, 0.0))
            painter.drawRect(self._bar(i).adjusted(-1, -1, 1, 1))
