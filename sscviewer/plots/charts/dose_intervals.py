"""Each patient's own tolerated dose as an interval on the dose axis."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from sscviewer.plots.box import Box
from sscviewer.plots.charts.axes import Axis, below_axis, draw_x_axis
from sscviewer.plots.charts.chart import Chart
from sscviewer.plots.charts.series_legend import LegendEntry, Sample, draw_legend, legend_height
from sscviewer.plots.ink import Ink
from sscviewer.plots.mark import Mark
from sscviewer.plots.short_names import short_names
from sscviewer.plots.style import DASH

ROW_EMS = 1.25
BAR_SHARE = 0.5
ARROW_EMS = 1.1
FILL_ALPHA = 0.55


@dataclass(frozen=True, slots=True)
class DoseInterval:
    """One patient: what was kept, and the lowest dose that failed (infinity for none)."""

    usubjid: str
    kept: float
    failed: float
    hover: str


@dataclass(frozen=True, slots=True)
class DoseIntervalsData:
    """Rows from top to bottom; `words` are those of the legend: kept, failed, nothing failed."""

    x: Axis
    rows: tuple[DoseInterval, ...]
    words: tuple[str, str, str]
    empty: str = "Nothing to show."


class DoseIntervals(Chart):
    """A bar to the dose that was kept, a dashed line to the one that failed, or an arrow."""

    zooms = "x"

    def __init__(self, ink: Ink, data: DoseIntervalsData) -> None:
        super().__init__(ink, data.x)
        self.data = data
        self.names: tuple[str, ...] = ()

    def wanted_height(self, width: float) -> float:
        """Return the height of all rows, the legend and the axis."""
        legend = legend_height(self._entries(), width - self.ink.em, self.ink)
        return legend + (0.6 + ROW_EMS * max(len(self.data.rows), 2) + 3.1) * self.ink.em

    def least_height(self, width: float) -> float:
        """Rows cannot be pressed much closer than they are."""
        return 0.75 * self.wanted_height(width)

    def lay_out(self, width: float, height: float) -> None:
        """Give names their room, the rest to the doses."""
        ink, data = self.ink, self.data
        room = 0.3 * width - 1.1 * ink.em
        self.names = short_names([row.usubjid for row in data.rows], room, ink)
        left = max((ink.width(name, ink.small) for name in self.names), default=0.0) + 1.1 * ink.em
        top = legend_height(self._entries(), width - ink.em, ink) + 0.6 * ink.em
        foot = height - below_axis(ink, self.x, width - 0.3 * ink.em)
        bottom = min(foot, top + 1.6 * ROW_EMS * ink.em * max(len(data.rows), 2))
        self.box = Box(0.3 * ink.em, left, top, width - ink.em, bottom, width, self.x.low, self.x.high)

    def _y(self, row: int) -> float:
        assert self.box is not None
        return self.box.row_y(row, len(self.data.rows))

    def paint(self, painter: QPainter) -> None:
        """Draw legend, grid, rows, axis."""
        box, ink, data = self.box, self.ink, self.data
        if box is None:
            return
        if not data.rows:
            self.say_empty(painter, data.empty)
            return
        painter.setPen(ink.pen(ink.style.grid, ink.style.hair_pt))
        for tick in self.x.ticks:
            ink.vline(painter, box.x(tick.at), box.top, box.bottom)
        for i, row in enumerate(data.rows):
            ink.text(painter, box.left - 0.5 * ink.em, self._y(i), self.names[i], "right", font=ink.small)
            self._row(painter, box, row, self._y(i))
        draw_x_axis(painter, box, self.x, ink)
        room = box.outer_right - ink.em
        draw_legend(painter, 0.5 * ink.em, 0.8 * ink.em, self._entries(), room, ink)

    def _row(self, painter: QPainter, box: Box, row: DoseInterval, y: float) -> None:
        start, kept = box.x(0.0), box.x(row.kept)
        self._bar(painter, start, kept, y)
        if math.isinf(row.failed):
            self._arrow(painter, kept, y)
            return
        self._dashes(painter, kept, box.x(row.failed), y)
        self._cross(painter, box.x(row.failed), y)

    def _bar(self, painter: QPainter, start: float, end: float, y: float) -> None:
        thick = BAR_SHARE * min(ROW_EMS * self.ink.em, self._pitch())
        if end > start:
            bar = QRectF(start, y - thick / 2, end - start, thick)
            self.ink.patch(painter, bar, self._fill, FILL_ALPHA)

    def _pitch(self) -> float:
        assert self.box is not None
        return self.box.height / max(len(self.data.rows), 1)

    @property
    def _fill(self) -> str:
        return self.ink.style.courses[0]

    def _dashes(self, painter: QPainter, start: float, end: float, y: float) -> None:
        style = self.ink.style
        painter.setPen(self.ink.pen(style.faint_text, style.hair_pt, DASH))
        painter.drawLine(QPointF(start, y), QPointF(end, y))

    def _cross(self, painter: QPainter, x: float, y: float) -> None:
        style, r = self.ink.style, 0.28 * self.ink.em
        painter.setPen(self.ink.pen(style.courses[3], 1.4 * style.line_pt))
        painter.drawLine(QPointF(x - r, y - r), QPointF(x + r, y + r))
        painter.drawLine(QPointF(x - r, y + r), QPointF(x + r, y - r))

    def _arrow(self, painter: QPainter, x: float, y: float) -> None:
        style, em = self.ink.style, self.ink.em
        tip, r = x + ARROW_EMS * em, 0.28 * em
        painter.setPen(self.ink.pen(self._fill, style.line_pt))
        painter.drawLine(QPointF(x, y), QPointF(tip, y))
        painter.drawLine(QPointF(tip - r, y - r), QPointF(tip, y))
        painter.drawLine(QPointF(tip - r, y + r), QPointF(tip, y))

    def _entries(self) -> list[LegendEntry]:
        em, faint = self.ink.em, self.ink.style.faint_text
        samples: tuple[Sample, ...] = (
            lambda painter, x, y: self._bar(painter, x, x + em, y),
            lambda painter, x, y: self._cross(painter, x + 0.5 * em, y),
            self._arrow,
        )
        return [LegendEntry(w, s, 1.5, faint) for w, s in zip(self.data.words, samples, strict=True)]

    def mark_at(self, x: float, y: float) -> Mark | None:
        """Return the patient under the mouse."""
        box = self.box
        if box is None or not self.data.rows or not box.top <= y < box.bottom:
            return None
        row = self.data.rows[min(int((y - box.top) / self._pitch()), len(self.data.rows) - 1)]
        return Mark("", -1, row.hover, usubjid=row.usubjid, key=row.usubjid)

    def highlight(self, painter: QPainter, key: str) -> None:
        """Draw a bar beside the patient's row."""
        if self.box is None:
            return
        for i, row in enumerate(self.data.rows):
            if row.usubjid == key:
                pitch = self._pitch()
                self.ink.patch(
                    painter,
                    QRectF(0, self._y(i) - pitch / 2, 0.25 * self.ink.em, pitch),
                    self.ink.style.chosen,
                )
