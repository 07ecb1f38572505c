"""Paints the rows of the patient list: status shape, text, sparkline, reviewed tick.

Column by column rather than cell by cell, so that fonts and pens change a few times a picture: a list of
thousands must follow the wheel.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPalette, QPen, QPolygonF

from sscviewer.gui.state.patient_model import (
    CHANGE_1,
    CHANGE_2,
    GRADE,
    ID,
    REVIEWED,
    SPARK,
    STATUS,
    PatientModel,
)
from sscviewer.gui.state.patient_row import PatientRow
from sscviewer.gui.state.theme import Theme

MARK = 5.0
"""Half the size of a status mark, px."""
PADDING = 3
"""Space left and right of text, px."""
PIN = 4
"""Width of the bar beside a pinned patient, px."""
HIGH_GRADE = 3
_QUIET = ("not treated", "screen failure", "unknown")

Cell = tuple[PatientRow, QRect]


class RowPainter:
    """Paints rows of the patient list.

    Attributes
    ----------
    theme
        Whose colours are used; set it and repaint.
    """

    def __init__(self, theme: Theme, model: PatientModel) -> None:
        self.theme = theme
        self._model = model

    def paint_ground(self, painter: QPainter, box: QRect) -> None:
        """Paint the ground of the selected row."""
        painter.fillRect(box, self.theme.palette.color(QPalette.ColorRole.Highlight))

    def paint_column(
        self, painter: QPainter, column: int, cells: Sequence[Cell], selected: str, font: QFont
    ) -> None:
        """Paint a column.

        Parameters
        ----------
        selected
            USUBJID of the row on the ground of the selection.
        """
        if column not in (STATUS, SPARK, REVIEWED):
            self._paint_texts(painter, column, cells, selected, font)
            return
        for row, box in cells:
            is_selected = row.usubjid == selected
            if column == STATUS:
                self._paint_status(painter, box, row, is_selected)
            elif column == SPARK:
                self._paint_spark(painter, box, row, is_selected)
            elif self._model.is_reviewed(row.usubjid):
                self._paint_tick(painter, box, is_selected)

    def _paint_texts(
        self, painter: QPainter, column: int, cells: Sequence[Cell], selected: str, font: QFont
    ) -> None:
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        plain = self.theme.palette.color(QPalette.ColorRole.Text)
        lit = self.theme.palette.color(QPalette.ColorRole.HighlightedText)
        for weight in (font, bold):
            painter.setFont(weight)
            metrics = painter.fontMetrics()
            for row, box in cells:
                is_bold = column == ID or (column == GRADE and row.worst_grade >= HIGH_GRADE)
                text = self._model.text(row, column)
                if not text or is_bold != (weight is bold):
                    continue
                if column == ID and row.usubjid != selected and self._model.is_found(row.usubjid):
                    painter.fillRect(box, self.theme.named["warning_back"])
                room, width = box.width() - 2 * PADDING, metrics.horizontalAdvance(text)
                if width > room:
                    cut = Qt.TextElideMode.ElideLeft if column == ID else Qt.TextElideMode.ElideRight
                    text, width = metrics.elidedText(text, cut, room), room
                is_number = column in (CHANGE_1, CHANGE_2)
                left = box.right() + 1 - PADDING - width if is_number else box.left() + PADDING
                base = box.top() + (box.height() - metrics.height()) // 2 + metrics.ascent()
                painter.setPen(lit if row.usubjid == selected else plain)
                painter.drawText(left, base, text)

    def _colour(self, name: str, selected: bool) -> QColor:
        if selected:
            return self.theme.palette.color(QPalette.ColorRole.HighlightedText)
        return self.theme.named[name]

    def _paint_status(self, painter: QPainter, box: QRect, row: PatientRow, selected: bool) -> None:
        if self._model.is_pinned(row.usubjid):
            pin = QRect(box.left(), box.top() + 1, PIN, box.height() - 2)
            painter.fillRect(pin, self._colour("stopped", selected))
        colour = self._colour(_colour_name(row.status), selected)
        paint_status(painter, QRectF(box).center(), row.status, colour)

    def _paint_spark(self, painter: QPainter, rect: QRect, row: PatientRow, selected: bool) -> None:
        if not row.spark:
            return
        box = QRectF(rect).adjusted(6, 5, -8, -5)
        middle, half = box.center().y(), box.height() / 2
        points = QPolygonF([QPointF(box.left() + x * box.width(), middle - y * half) for x, y in row.spark])
        painter.setPen(QPen(self._colour("quiet", selected), 0.7, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(box.left(), middle), QPointF(box.right(), middle))
        line = self._colour("ongoing", selected)
        painter.setPen(QPen(line, 1.4))
        painter.drawPolyline(points)
        painter.setBrush(line)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(points.at(points.size() - 1), 2.0, 2.0)

    def _paint_tick(self, painter: QPainter, rect: QRect, selected: bool) -> None:
        centre = QRectF(rect).center()
        pen = QPen(self._colour("completed", selected), 2.0)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        tick = [QPointF(-4.5, 0.5), QPointF(-1.2, 3.8), QPointF(4.8, -3.8)]
        painter.drawPolyline(QPolygonF([centre + point for point in tick]))


def _colour_name(status: str) -> str:
    return "quiet" if status in _QUIET else status


def paint_status(painter: QPainter, centre: QPointF, status: str, colour: QColor) -> None:
    """Paint the mark of a status: each has a shape of its own, told apart without colour."""
    shape = _SHAPES.get(status)
    painter.setPen(QPen(colour, 1.8))
    painter.setBrush(colour if status in ("completed", "stopped", "ongoing") else Qt.BrushStyle.NoBrush)
    if shape is None:
        radius = MARK - 1 if status == "completed" else MARK - 1.5
        painter.drawEllipse(centre, radius, radius)
    elif status == "died":
        painter.drawLine(centre + shape[0], centre + shape[1])
        painter.drawLine(centre + shape[2], centre + shape[3])
    else:
        painter.drawPolygon(QPolygonF([centre + point for point in shape]))


_SHAPES: dict[str, list[QPointF]] = {
    "stopped": [QPointF(-3.6, -3.6), QPointF(3.6, -3.6), QPointF(3.6, 3.6), QPointF(-3.6, 3.6)],
    "lost": [QPointF(0, -5), QPointF(5, 0), QPointF(0, 5), QPointF(-5, 0)],
    "ongoing": [QPointF(-3.5, -4.5), QPointF(4.5, 0), QPointF(-3.5, 4.5)],
    "died": [QPointF(-4.5, -4.5), QPointF(4.5, 4.5), QPointF(-4.5, 4.5), QPointF(4.5, -4.5)],
}
