"""Shows a chart in a window: painted once into a picture, with what stands out drawn over it.

The picture of a chart higher than the window holds what is seen and as much above and below: a lane for each
of 2 000 patients would be a picture of hundreds of megabytes.
"""

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QCursor, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from sscviewer.plots.charts.chart import Chart, Figure
from sscviewer.plots.ink import Ink
from sscviewer.plots.mark import Mark
from sscviewer.plots.safe_painter import paint_or_say, painting
from sscviewer.plots.style import load_fonts, screen_style

WHOLE_PIXELS = 4
"""So many pixels are a whole number of the screen's at any scaling in steps of 25 %: nothing is blurred."""


class ChartView(QWidget):
    """One chart; as high as the room there is, never lower than can be read.

    Signals
    -------
    hovered, clicked
        The mark under the mouse, or None.
    """

    hovered = Signal(object)
    clicked = Signal(object)

    def __init__(self, name: str, *, dark: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_fonts()
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self._dark = dark
        self._figure: Figure | None = None
        self._chart: Chart | None = None
        self._picture: QPixmap | None = None
        self._pictured = QRect()
        self._key = ""
        self._is_drawn = True
        self._mark: Mark | None = None

    @property
    def figure(self) -> Figure | None:
        """What is shown."""
        return self._figure

    @property
    def chart(self) -> Chart | None:
        """The chart as laid out."""
        return self._chart

    @property
    def key(self) -> str:
        """What stands out."""
        return self._key

    @Slot(object)
    def show_figure(self, figure: Figure | None) -> None:
        """Show another figure, or none."""
        self._figure = figure
        self._make()

    def set_dark(self, dark: bool) -> None:
        """Be dark or light."""
        if dark != self._dark:
            self._dark = dark
            self._make()

    def set_highlight(self, key: str) -> None:
        """Let the patient or row with this key stand out; "" for none. The chart is not painted again."""
        if key != self._key:
            self._key = key
            self.update()

    def _make(self) -> None:
        self._mark = None
        self._picture = None
        self._chart = None
        self._is_drawn = True
        if self._figure is not None:
            style = screen_style(self._dark, self.font().pointSizeF(), self.devicePixelRatioF())
            self._chart = self._figure.make(Ink(style))
            self._lay_out()
        # A picture covers all there is: nothing need be filled below it at every move of the mouse.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, self._chart is not None)
        self.updateGeometry()
        self.update()

    def _lay_out(self) -> None:
        if self._chart is None or self.width() <= 0:
            return
        least = round(self._chart.least_height(self.width()))
        if self.minimumHeight() != least:
            self.setMinimumHeight(least)
        self._chart.lay_out(self.width(), max(self.height(), least))
        self._picture = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the chart out anew."""
        super().resizeEvent(event)
        self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        """Know the pixels of the screen the window came up on."""
        super().showEvent(event)
        ratio = self.devicePixelRatioF()
        if self._chart is not None and self._chart.ink.style.scale != ratio:
            self._make()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the window's text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.DevicePixelRatioChange):
            self._make()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the kept picture, and over it what stands out."""
        if self._chart is None:
            return
        seen = self.visibleRegion().boundingRect() | event.rect()
        if self._picture is None or not self._pictured.contains(seen):
            top = max(seen.top() - seen.height(), 0) // WHOLE_PIXELS * WHOLE_PIXELS
            bottom = min(seen.bottom() + seen.height(), self.height() - 1)
            self._pictured = QRect(QPoint(0, top), QPoint(self.width() - 1, bottom))
            self._picture = self._painted(self._chart, self._pictured)
        with painting(self) as painter:
            painter.drawPixmap(self._pictured.topLeft(), self._picture)
            if self._key and self._is_drawn:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                self._chart.highlight(painter, self._key)

    def _painted(self, chart: Chart, part: QRect) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(part.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(chart.ink.colour(chart.ink.style.background))

        def paint(painter: QPainter) -> None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(-part.topLeft())
            painter.setClipRect(part)
            chart.paint(painter)

        self._is_drawn = paint_or_say(picture, paint, chart.ink.colour(chart.ink.style.text))
        return picture

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what is under the mouse."""
        mark = self._at(event)
        if mark != self._mark:
            self._mark = mark
            if mark is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(QCursor.pos(), mark.text, self)
            clickable = mark is not None and bool(mark.usubjid or mark.key or mark.row >= 0)
            self.setCursor(Qt.CursorShape.PointingHandCursor if clickable else Qt.CursorShape.ArrowCursor)
            self.hovered.emit(mark)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the mouse any more."""
        super().leaveEvent(event)
        if self._mark is not None:
            self._mark = None
            self.hovered.emit(None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Say what was clicked."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(self._at(event))

    def _at(self, event: QMouseEvent) -> Mark | None:
        if self._chart is None or not self._is_drawn:
            return None
        return self._chart.mark_at(event.position().x(), event.position().y())
