"""The picture of a figure as it will be saved: looked at, clicked for the place of a note, dragged out."""

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QScrollArea, QWidget

from sscviewer.gui.language import tr
from sscviewer.plots.safe_painter import painting

if TYPE_CHECKING:
    from sscviewer.plots.paper.figure_files import Paper

PAUSE_MS = 200
"""A picture is drawn anew when nothing was chosen for so long."""
TALL = 1.9
"""Times as tall as wide."""
WIDE, HIGH = 48, 24
"""Room for the picture: average characters wide, lines high."""


def picture_of(paper: "Paper", wide: float, high: float, ratio: float = 1.0) -> QImage:
    """Return a page as a picture that fits a room, in logical pixels."""
    scale = min(wide / paper.width, high / paper.height)
    size = max(round(paper.width * scale * ratio), 1), max(round(paper.height * scale * ratio), 1)
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    image.setDevicePixelRatio(ratio)
    with painting(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(QRectF(0, 0, paper.width * scale, paper.height * scale))
        painter.scale(scale, scale)
        paper.drawing.paint(painter)
    return image


class FigurePreview(QLabel):
    """Shows a page laid out.

    Signals
    -------
    wanted
        Choices have been others for a moment: `show_paper` is to be called.
    clicked
        A position on the page, in its units.
    dragged
        The user drags the figure out of the window.
    """

    wanted = Signal()
    clicked = Signal(float, float)
    dragged = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.paper: Paper | None = None
        self._pressed: QPoint | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.wanted)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setAccessibleName(tr("Picture of the figure as it will be saved"))
        self.setToolTip(tr("Drag the picture into another program or a folder"))
        self.area: QScrollArea | None = None

    def in_area(self) -> QScrollArea:
        """Return an area that holds the picture and scrolls it."""
        self.area = area = QScrollArea(self.parentWidget())
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(tr("Picture of the figure"))
        metrics = self.fontMetrics()
        area.setMinimumSize(WIDE * metrics.averageCharWidth(), HIGH * metrics.lineSpacing())
        area.setWidget(self)
        return area

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew at another size."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Draw anew, soon."""
        self._timer.start()

    def show_paper(self, made: "Paper | str") -> None:
        """Show a page, or the sentence why there is none."""
        self._timer.stop()
        if isinstance(made, str):
            self.paper = None
            self.setText(made)
            return
        self.paper = made
        room = self.area.viewport().size() if self.area is not None else self.size()
        # A page far taller than wide would be a strip: it is as wide as the room, and scrolled.
        tall = made.height > TALL * made.width
        high = math.inf if tall else room.height()
        wide = room.width() - (self.area.verticalScrollBar().sizeHint().width() if tall and self.area else 0)
        picture = QPixmap.fromImage(picture_of(made, wide, high, self.devicePixelRatioF()))
        self.setPixmap(picture)
        self.setMinimumHeight(round(picture.deviceIndependentSize().height()) if tall else 0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag may begin."""
        self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to drag."""
        if self._pressed is None or self.paper is None:
            return
        moved = (event.position().toPoint() - self._pressed).manhattanLength()
        if moved >= QApplication.startDragDistance():
            self._pressed = None
            self.dragged.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell where the page was clicked."""
        pressed, self._pressed = self._pressed, None
        if pressed is None or self.paper is None:
            return
        shown = self.pixmap().deviceIndependentSize()
        scale = shown.width() / self.paper.width
        left, top = (self.width() - shown.width()) / 2, (self.height() - shown.height()) / 2
        self.clicked.emit((event.position().x() - left) / scale, (event.position().y() - top) / scale)
