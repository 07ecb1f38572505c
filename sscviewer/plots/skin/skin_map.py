"""The body map: the 17 sites of the skin score on a person seen from the front, visit by visit.

Shown and saved as any chart (`plots.chart`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTransform

from sscviewer.clinical.skin_score import SITE_CODES
from sscviewer.plots.charts.chart import Chart, Figure
from sscviewer.plots.ink import Ink
from sscviewer.plots.mark import Mark
from sscviewer.plots.skin.body_outline import BOUNDS, site_paths
from sscviewer.plots.skin.skin_body import Body, ChangeBody, VisitBody, visit_name
from sscviewer.plots.skin.skin_legend import draw_legend, legend_height

if TYPE_CHECKING:
    from sscviewer.analysis.endpoints.skin_map import SkinChange, SkinMap

LEAST_EMS, MOST_EMS = 9.0, 26.0
"""Width of one figure in lines of text: two stand side by side only where each has the least."""
SMALLEST_EMS = 8.0
"""Width of one figure at which its numbers still stand inside the sites."""
HIGHLIGHT_PT = 2.2
TITLE_EMS, WORDS_EMS, MARGIN_EMS, GAP_EMS = 2.5, 1.15, 0.5, 0.8


class SkinMapChart(Chart):
    """One figure per visit and, where it is given, one of the change; side by side where there is room."""

    def __init__(self, maps: Sequence[SkinMap], change: SkinChange | None, ink: Ink) -> None:
        super().__init__(ink)
        self.bodies: list[Body] = [VisitBody(skin) for skin in maps]
        if change is not None:
            self.bodies.append(ChangeBody(change))
        self._rooms: tuple[QRectF, ...] = ()
        self._legend = QRectF()

    def columns(self, width: float) -> int:
        """Return how many figures stand side by side."""
        room = (width - 2 * MARGIN_EMS * self.ink.em) / self.ink.em
        return max(1, min(len(self.bodies), int(room // LEAST_EMS)))

    def wanted_height(self, width: float) -> float:
        """Return the height that lets the figures fill the width, up to what is comfortable to look at."""
        em = self.ink.em
        rows = self._rows(width)
        each = min(self._figure_width(width), MOST_EMS * em) * BOUNDS.height() / BOUNDS.width()
        return rows * (each + self._words_height(self._figure_width(width))) + self._rest(width, rows)

    def least_height(self, width: float) -> float:
        """Return the height at which the numbers still stand inside the sites."""
        rows, least = self._rows(width), SMALLEST_EMS * self.ink.em * BOUNDS.height() / BOUNDS.width()
        wanted = rows * (least + self._words_height(self._figure_width(width))) + self._rest(width, rows)
        return min(wanted, self.wanted_height(width))

    def lay_out(self, width: float, height: float) -> None:
        """Give every figure its room; a smaller height makes smaller figures."""
        em, columns, rows = self.ink.em, self.columns(width), self._rows(width)
        margin, gap = MARGIN_EMS * em, GAP_EMS * em
        each = max((height - self._rest(width, rows)) / rows, em)
        wide = self._figure_width(width)
        self._rooms = tuple(
            QRectF(margin + (i % columns) * (wide + gap), margin + (i // columns) * (each + gap), wide, each)
            for i in range(len(self.bodies))
        )
        top = margin + rows * (each + gap)
        self._legend = QRectF(margin, top, width - 2 * margin, height - top)

    def paint(self, painter: QPainter) -> None:
        """Draw the figures and the legend."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for body, room in zip(self.bodies, self._rooms, strict=True):
            self._paint_one(painter, body, room)
        draw_legend(painter, self._legend, self.ink, self._kinds())

    def mark_at(self, x: float, y: float) -> Mark | None:
        """Return the site at a position."""
        for body, room in zip(self.bodies, self._rooms, strict=True):
            if room.contains(x, y):
                position = body.site_at(self._transform(room).inverted()[0].map(QPointF(x, y)))
                return None if position is None else body.mark(position)
        return None

    def highlight(self, painter: QPainter, key: str) -> None:
        """Draw a line around a site ("MRSS05") on every body."""
        if key not in SITE_CODES:
            return
        painter.setPen(self.ink.pen(self.ink.style.cursor, HIGHLIGHT_PT))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for room in self._rooms:
            painter.drawPath(self._transform(room).map(site_paths()[SITE_CODES.index(key)]))

    def _kinds(self) -> tuple[bool, bool]:
        changes = [isinstance(body, ChangeBody) for body in self.bodies]
        return not all(changes), any(changes)

    def _rows(self, width: float) -> int:
        return -(-len(self.bodies) // self.columns(width)) if self.bodies else 1

    def _figure_width(self, width: float) -> float:
        columns, em = self.columns(width), self.ink.em
        return (width - 2 * MARGIN_EMS * em - (columns - 1) * GAP_EMS * em) / columns

    def _words_height(self, wide: float) -> float:
        """Return the height of the title above and the words below a figure, for the one that needs most."""
        lines = max((len(body.words(self.ink, wide)) for body in self.bodies), default=1)
        return (TITLE_EMS + lines * WORDS_EMS) * self.ink.em

    def _rest(self, width: float, rows: int) -> float:
        em = self.ink.em
        legend = legend_height(self.ink, width - 2 * MARGIN_EMS * em, self._kinds())
        return 2 * MARGIN_EMS * em + rows * GAP_EMS * em + legend

    def _paint_one(self, painter: QPainter, body: Body, room: QRectF) -> None:
        ink, em = self.ink, self.ink.em
        middle = room.center().x()
        title, under = body.title()
        title, under = ink.elide(title, room.width(), ink.strong), ink.elide(under, room.width(), ink.small)
        ink.text(painter, middle, room.top() + 0.6 * em, title, "centre", font=ink.strong)
        ink.text(painter, middle, room.top() + 1.6 * em, under, "centre", ink.style.faint_text, ink.small)
        transform = self._transform(room)
        body.paint(painter, transform, ink)
        self._draw_sides(painter, transform, room)
        lines = body.words(ink, room.width())
        y = transform.map(QPointF(0, BOUNDS.bottom())).y() + 0.5 * WORDS_EMS * em
        for i, line in enumerate(lines):
            font = ink.strong if i == 0 else ink.small
            ink.text(painter, middle, y, line, "centre", None if i == 0 else ink.style.faint_text, font)
            y += WORDS_EMS * em

    def _transform(self, room: QRectF) -> QTransform:
        """Return body units to drawing units, the body as large as the room lets it be, in its middle."""
        em = self.ink.em
        high = max(room.height() - self._words_height(room.width()), em)
        scale = min(room.width() / BOUNDS.width(), high / BOUNDS.height())
        top = room.top() + TITLE_EMS * em + (high - scale * BOUNDS.height()) / 2
        return QTransform(scale, 0, 0, scale, room.center().x(), top)

    def _draw_sides(self, painter: QPainter, transform: QTransform, room: QRectF) -> None:
        """Say on which side the patient's right is."""
        ink = self.ink
        at = transform.map(QPointF(0, 6.0))
        free = transform.map(QPointF(-6.5, 0)).x() - room.left() - 0.5 * ink.em
        inset = 0.5 * ink.em
        ends = (("right", "left", room.left() + inset), ("left", "right", room.right() - inset))
        for side, along, x in ends:
            words = next((w for w in (f"patient’s {side}", side) if ink.width(w, ink.small) <= free), side[0])
            ink.text(painter, x, at.y(), words, along, ink.style.faint_text, ink.small)


def skin_map_figure(maps: Sequence[SkinMap], change: SkinChange | None = None) -> Figure:
    """Return the body map of a patient at one visit or several, and of the change, to be shown and saved."""
    patient = maps[0].usubjid if maps else ""
    note = (
        "0 normal, 1 mild, 2 moderate, 3 severe (skin cannot be pinched). The patient’s right is on the left."
    )
    title = f"Patient {patient}: modified Rodnan skin score"
    note = " ".join([*(_said(one) for one in maps), note])
    return Figure("skin_map", title, lambda ink: SkinMapChart(maps, change, ink), note)


def _said(skin: SkinMap) -> str:
    """Return total and missing sites in a sentence: "Month 3: total 22 of 51; not assessed: Face."."""
    missing = f"; not assessed: {', '.join(skin.missing)}" if skin.missing else ""
    return f"{visit_name(skin)}: total {skin.total_words}{missing}."
