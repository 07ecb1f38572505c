"""The course of one site of the skin score under the body map: 0 to 3 over time, the visits shown marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPolygonF

from sscviewer.clinical.skin_score import SITE_CODES, SITE_MAX, SITE_WORDS, SITES
from sscviewer.plots.box import Box
from sscviewer.plots.charts.axes import Axis, area, draw_axes
from sscviewer.plots.charts.chart import Chart, Figure
from sscviewer.plots.ink import Ink
from sscviewer.plots.mark import Mark
from sscviewer.plots.panel import disc, draw_empty
from sscviewer.plots.skin.skin_body import VisitBody
from sscviewer.plots.style import NEAR_EMS
from sscviewer.plots.ticks import Tick, TimeUnit, time_ticks, time_title

if TYPE_CHECKING:
    from sscviewer.analysis.endpoints.skin_map import SkinMap

HEIGHT_EMS = 8.5
TICKS = 6
"""As many as stand beside each other below a narrow picture."""
ROOM = 0.03
"""Free part of the time axis at either end."""
SCORES = Axis(
    -0.2,
    SITE_MAX + 0.2,
    tuple(Tick(float(i), f"{i} {word}") for i, word in enumerate(SITE_WORDS)),
)


class SiteCourse(Chart):
    """One site of every examination; `marked` are the positions of those on the map."""

    def __init__(
        self,
        ink: Ink,
        maps: Sequence[SkinMap],
        paramcd: str,
        marked: frozenset[int] = frozenset(),
        time: tuple[TimeUnit, str] = ("months", ""),
    ) -> None:
        super().__init__(ink)
        self.site, self.marked = SITE_CODES.index(paramcd), marked
        self.bodies = [VisitBody(skin) for skin in maps]
        self.day = np.array([skin.day for skin in maps])
        self.score = np.array([skin.sites[self.site].score for skin in maps])
        known = self.day[~np.isnan(self.day)]
        first, last = (float(known.min()), float(known.max())) if known.size else (1.0, 1.0)
        room = ROOM * (last - first) or 1.0
        first, last = first - room, last + room
        no_date = np.datetime64("NaT", "D")
        unit = "months" if time[0] == "dates" else time[0]
        self.time = Axis(
            first, last, time_ticks(first, last, unit, TICKS, no_date), time_title(unit, time[1], no_date)
        )

    def wanted_height(self, width: float) -> float:
        """Return the height that tells the four scores apart."""
        return HEIGHT_EMS * self.ink.em

    def least_height(self, width: float) -> float:
        """Return the same: less would let the scores touch."""
        return self.wanted_height(width)

    def lay_out(self, width: float, height: float) -> None:
        """Take a size."""
        self.box = area(self.ink, width, min(height, 2 * self.wanted_height(width)), self.time, SCORES)

    def paint(self, painter: QPainter) -> None:
        """Draw axes, line and points."""
        box, ink = self.box, self.ink
        if box is None:
            return
        draw_axes(painter, box, self.time, SCORES, ink)
        drawn = self._drawn()
        if not drawn:
            draw_empty(painter, box, f"{SITES[self.site]} never assessed on a known day", ink)
        colour = ink.style.courses[0]
        painter.setPen(ink.pen(colour, ink.style.line_pt))
        painter.drawPolyline(QPolygonF([self._at(box, i) for i in drawn]))
        size = ink.style.px(ink.style.point_pt)
        for i in drawn:
            at = self._at(box, i)
            if i in self.marked:
                painter.setPen(ink.pen(ink.style.cursor, 1.6))
                painter.setBrush(ink.brush(ink.style.background))
                disc(painter, at.x(), at.y(), 1.9 * size)
            painter.setPen(ink.pen(ink.style.background, 0.6))
            painter.setBrush(ink.brush(colour))
            disc(painter, at.x(), at.y(), size)

    def mark_at(self, x: float, y: float) -> Mark | None:
        """Return the examination nearest to a position."""
        if self.box is None:
            return None
        near = [(np.hypot((p := self._at(self.box, i)).x() - x, p.y() - y), i) for i in self._drawn()]
        distance, i = min(near, default=(np.inf, -1))
        return self.bodies[i].mark(self.site) if distance <= NEAR_EMS * self.ink.em else None

    def _drawn(self) -> list[int]:
        return np.flatnonzero(~np.isnan(self.day) & ~np.isnan(self.score)).tolist()

    def _at(self, box: Box, i: int) -> QPointF:
        return QPointF(box.x(float(self.day[i])), box.y(float(self.score[i])))


def site_course_figure(
    maps: Sequence[SkinMap],
    paramcd: str,
    marked: frozenset[int] = frozenset(),
    time: tuple[TimeUnit, str] = ("months", ""),
) -> Figure:
    """Return the course of one site ("MRSS05") over all examinations of a patient.

    Parameters
    ----------
    marked
        Positions of the examinations that stand out.
    time
        Unit of the axis (dates become months), and what day 1 is.
    """
    name = SITES[SITE_CODES.index(paramcd)]
    patient = maps[0].usubjid if maps else ""
    undated = sum(bool(np.isnan(skin.day)) for skin in maps)
    note = f"{undated} examinations without a day are not shown." if undated else ""
    return Figure(
        f"skin_{paramcd}",
        f"Patient {patient}: skin of {name[:1].lower()}{name[1:]}",
        lambda ink: SiteCourse(ink, maps, paramcd, marked, time),
        note,
    )
