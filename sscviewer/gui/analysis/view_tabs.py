"""The names of the views of a page, all of them in sight: in as many lines as the window needs."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from sscviewer.gui.panes.flow_layout import FlowLayout
from sscviewer.plots.safe_painter import painting

SIDE, UNDER, BAR = 9, 5, 2
"""Room beside the words, above and below them, and the bar under the view on screen, px."""


class ViewTabs(QWidget):
    """One name is chosen; the arrow keys go from name to name, Tab leaves them.

    Tabs of Qt would scroll where there are many, and what is scrolled away is not found.

    Signals
    -------
    chosen
        With the place of the view now chosen.
    """

    chosen = Signal(int)

    def __init__(self, titles: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._flow = FlowLayout(self, 0)
        self._group = QButtonGroup(self)
        for place, title in enumerate(titles):
            name = _Name(title, self)
            self._group.addButton(name, place)
            self._flow.addWidget(name)
        self._group.buttons()[0].setChecked(True)
        self._group.idToggled.connect(self._toggled)

    def hasHeightForWidth(self) -> bool:
        """Say no: a window would be as high as all names below each other, at its least width."""
        return False

    def event(self, event: QEvent) -> bool:
        """Be as high as the lines that the names take at this width."""
        done = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self.setFixedHeight(self._flow.heightForWidth(self.width()))
        return done

    def add_beside(self, widget: QWidget) -> None:
        """Put a widget after the last name: at the end of its line, or on a line of its own."""
        self._flow.addWidget(widget)

    @property
    def current(self) -> int:
        """The place of the view chosen."""
        return self._group.checkedId()

    def choose(self, place: int) -> None:
        """Turn to a view."""
        self._group.button(place).setChecked(True)

    def words_of(self, place: int) -> str:
        """Return the words of a view."""
        return self._group.button(place).text()

    def set_empty(self, empty: tuple[bool, ...]) -> None:
        """Make faint the names of views the file has nothing for; chosen, they say why."""
        for place, is_empty in enumerate(empty):
            name = self._group.button(place)
            role = QPalette.ColorRole.PlaceholderText if is_empty else QPalette.ColorRole.WindowText
            name.setForegroundRole(role)

    @Slot(int, bool)
    def _toggled(self, place: int, checked: bool) -> None:
        if checked:
            self.chosen.emit(place)


class _Name(QAbstractButton):
    """The name of a view; the one on screen is underlined."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(title)
        self.setAccessibleName(title)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        """Return the room of the words."""
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self.text()) + 2 * SIDE
        return QSize(width, metrics.height() + 2 * UNDER + BAR)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words."""
        with painting(self) as painter:
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        palette, roles = self.palette(), QPalette.ColorRole
        if self.underMouse() and not self.isChecked():
            painter.fillRect(self.rect(), palette.color(roles.Midlight))
        if self.isChecked():
            width = self.width() - 2 * SIDE
            bar = QRect(SIDE, self.height() - BAR - 1, width, BAR)
            painter.fillRect(bar, palette.color(roles.Accent))
        painter.setPen(palette.color(self.foregroundRole()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            painter.setPen(palette.color(roles.Accent))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
