"""The size of the text: the system's, larger or smaller by what the user chose."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget

LEAST, MOST = 80, 200
"""Per cent of the system's size."""


class TextSize:
    """Sets the application's font; knows what the system gave."""

    def __init__(self, percent: int) -> None:
        self._system = QFont(QApplication.font())
        self.percent = 100
        self.set_percent(percent)

    def set_percent(self, percent: int) -> None:
        """Show text at so many per cent of the system's size."""
        if percent != self.percent:
            times, self.percent = percent / self.percent, percent
            font = QFont(self._system)
            font.setPointSizeF(self._system.pointSizeF() * percent / 100)
            with_own = [
                (widget, widget.font().pointSizeF())
                for widget in QApplication.allWidgets()
                if widget.testAttribute(Qt.WidgetAttribute.WA_SetFont)
            ]
            QApplication.setFont(font)
            for widget, size in with_own:
                _follow(widget, size, times)

    def restore(self) -> None:
        """Give the application the system's size again."""
        self.set_percent(100)


def _follow(widget: QWidget, size: float, times: float) -> None:
    """Give a widget with a size of its own, a heading or a note, as many times that size."""
    font = widget.font()
    if font.pointSizeF() == size > 0:  # one that is only bold has followed already
        font.setPointSizeF(size * times)
        widget.setFont(font)
