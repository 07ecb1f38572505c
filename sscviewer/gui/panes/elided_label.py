"""A line of text in narrower letters, then cut, when there is no room for it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QLabel

from sscviewer.plots.safe_painter import painting
from sscviewer.plots.screen.plain_tip import plain_tip

LETTERS = (92, 85, 75)
"""Widths of letters, per cent, that are tried before words are cut; so wide they are read as well."""


class ElidedLabel(QLabel):
    """One line, in narrower letters and then cut when there is no room; in full in its tooltip."""

    def setText(self, text: str) -> None:
        """Show a text."""
        self.setTextFormat(Qt.TextFormat.PlainText)
        super().setText(text)
        self.setToolTip(plain_tip(text))

    def minimumSizeHint(self) -> QSize:
        """Return a width that lets the label shrink."""
        return QSize(40, super().minimumSizeHint().height())

    def font_shown(self) -> QFont:
        """Return the label's font, its letters narrower where the text needs it."""
        font = QFont(self.font())
        for letters in LETTERS:
            if QFontMetrics(font, self).horizontalAdvance(self.text()) <= self.width():
                break
            font.setStretch(letters)
        return font

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as much of the text as there is room for."""
        with painting(self) as painter:
            font = self.font_shown()
            painter.setFont(font)
            metrics = QFontMetrics(font, self)
            text = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
            self.style().drawItemText(
                painter,
                self.rect(),
                int(self.alignment()),
                self.palette(),
                self.isEnabled(),
                text,
                self.foregroundRole(),
            )
