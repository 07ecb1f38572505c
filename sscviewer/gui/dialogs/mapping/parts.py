"""Small parts of the mapping dialog: a combo box that scrolling past leaves alone, a line that elides."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLabel, QScrollArea, QSizePolicy, QStyle, QWidget

from sscviewer.gui.language import tr
from sscviewer.plots.safe_painter import painting


class Choice(QComboBox):
    """A combo box with an accessible name; the wheel scrolls what is around it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr(name))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(18)
        self.setMaxVisibleItems(20)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the scroll area: nothing is changed in passing."""
        event.ignore()

    def choose(self, value: object) -> None:
        """Show an entry without telling anybody (`activated` is for the user's own choices)."""
        self.setCurrentIndex(max(self.findData(value), 0))


class Divider(QLabel):
    """One line of text that ends in an ellipsis where there is no room; the tool tip has it all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Need next to no width."""
        return QSize(40, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what there is room for."""
        with painting(self) as painter:
            text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            style: QStyle = self.style()
            role = self.foregroundRole()
            style.drawItemText(painter, self.rect(), flags, self.palette(), self.isEnabled(), text, role)


def quiet_label(text: str, parent: QWidget) -> QLabel:
    """Return a label in the quiet colour of placeholders."""
    label = QLabel(text, parent)
    label.setWordWrap(True)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


def scrolling(contents: QWidget, parent: QWidget) -> QScrollArea:
    """Return a scroll area without a frame around some contents."""
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(contents)
    contents.setAutoFillBackground(False)
    area.viewport().setAutoFillBackground(False)
    return area
