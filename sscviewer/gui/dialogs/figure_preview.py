"""The picture of a figure as it will be saved: looked at, clicked for the place of a note, dragged out."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from sscviewer.plots.safe_painter import painting

if TYPE_CHECKING:
    from sscviewer.plots.paper.figure_files import Paper

PAUSE_MS = 200
"""A picture is drawn anew when nothing was chosen for so long."""
WIDE, HIGH = 46, 26
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
    """Shows what `make` returns.

    Signals
    -------
    clicked
        A position on the page, in its units.
    dragged
        The user drags the figure out of the window.
    """

    clicked = Signal(float, float)
    dragged = Signal()

    def __init__(self, make: "Callable[[], Paper | str]", parent: QWidget) -> None:
        super().__init__(parent)
        self._make = make
        self.paper: Paper | None = None
        self._pressed: QPoint | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.show_now)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setAccessibleName("Picture of the figure as it will be saved")
        self.setToolTip("Drag the picture into another program or a folder")
        metrics = self.fontMetrics()
        self.setMinimumSize(WIDE * metrics.averageCharWidth(), HIGH * metrics.lineSpacing())

    @Slot()
    def refresh(self) -> None:
        """Draw anew, soon."""
        self._timer.start()

    @Slot()
    def show_now(self) -> None:
        """Draw anew."""
        self._timer.stop()
        made = self._make()
        if isinstance(made, str):
            self.paper = None
            self.setText(made)
            return
        self.paper = made
        self.setPixmap(
            QPixmap.fromImage(picture_of(made, self.width(), self.height(), self.devicePixelRatioF()))
        )

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
