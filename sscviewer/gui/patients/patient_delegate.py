"""Draws the marks of the patient list: status shape, sparkline, reviewed tick; text is the style's own."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from sscviewer.gui.state.patient_model import GRADE, ID, REVIEWED, ROW, SPARK, STATUS, PatientModel
from sscviewer.gui.state.patient_row import PatientRow
from sscviewer.gui.state.theme import Theme

Index = QModelIndex | QPersistentModelIndex
MARK = 5.0
"""Half the size of a status mark, px."""
PADDING = 3
"""Space left and right of text, px."""
PIN = 4
"""Width of the bar beside a pinned patient, px."""
HIGH_GRADE = 3
_QUIET = ("not treated", "screen failure", "unknown")


class PatientDelegate(QStyledItemDelegate):
    """Paints one cell of the patient list.

    Attributes
    ----------
    theme
        Whose colours are used; set it and repaint.
    """

    def __init__(self, theme: Theme, model: PatientModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell: ground, then text or mark; not through the style, which takes far longer."""
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        rect, column = option.rect, index.column()
        row: PatientRow = index.data(ROW)
        if selected:
            painter.fillRect(rect, self.theme.palette.color(QPalette.ColorRole.Highlight))
        elif column == ID and self._model.is_found(row.usubjid):
            painter.fillRect(rect, self.theme.named["warning_back"])
        if column == STATUS and self._model.is_pinned(row.usubjid):
            painter.fillRect(
                rect.left(), rect.top() + 1, PIN, rect.height() - 2, self._colour("stopped", selected)
            )
        if column not in (STATUS, SPARK, REVIEWED):
            self._paint_text(painter, option, index, row, selected)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if column == STATUS:
            self._paint_status(painter, rect, row.status, selected)
        elif column == SPARK:
            self._paint_spark(painter, rect, row, selected)
        elif self._model.is_reviewed(row.usubjid):
            self._paint_tick(painter, rect, selected)
        painter.restore()

    def _paint_text(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, row: PatientRow, selected: bool
    ) -> None:
        text: str = index.data()
        if not text:
            return
        column = index.column()
        font = option.font
        if column == ID or (column == GRADE and row.worst_grade >= HIGH_GRADE):
            font = QFont(font)
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        painter.setPen(self.theme.palette.color(role))
        box = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        if column == ID:
            text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideLeft, box.width())
        painter.drawText(box, int(index.data(Qt.ItemDataRole.TextAlignmentRole)), text)

    def _colour(self, name: str, selected: bool) -> QColor:
        if selected:
            return self.theme.palette.color(QPalette.ColorRole.HighlightedText)
        return self.theme.named[name]

    def _paint_status(self, painter: QPainter, rect: QRect, status: str, selected: bool) -> None:
        paint_status(painter, QRectF(rect).center(), status, self._colour(_colour_name(status), selected))

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
