"""The size of the text: the system's, larger or smaller by what the user chose."""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

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
            self.percent = percent
            font = QFont(self._system)
            font.setPointSizeF(self._system.pointSizeF() * percent / 100)
            QApplication.setFont(font)

    def restore(self) -> None:
        """Give the application the system's size again."""
        self.set_percent(100)
