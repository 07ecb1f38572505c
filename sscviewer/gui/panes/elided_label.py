"""A line of text that is cut when there is no room for it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel

from sscviewer.plots.safe_painter import painting
from sscviewer.plots.screen.plain_tip import plain_tip


class ElidedLabel(QLabel):
    """One line, cut with an ellipsis when there is no room; in full in its tooltip."""

    def setText(self, text: str) -> None:
        """Show a text."""
        self.setTextFormat(Qt.TextFormat.PlainText)
        super().setText(text)
        self.setToolTip(plain_tip(text))

    def minimumSizeHint(self) -> QSize:
        """Return a width that lets the label shrink."""
        return QSize(40, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as much of the text as there is room for."""
        with painting(self) as painter:
            text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
            self.style().drawItemText(
                painter,
                self.rect(),
                int(self.alignment()),
                self.palette(),
                self.isEnabled(),
                text,
                self.foregroundRole(),
            )
