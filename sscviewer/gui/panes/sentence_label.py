"""A label of sentences: in the user's language on screen, in English for whatever is copied or saved."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from sscviewer.gui.language import tr


class SentenceLabel(QLabel):
    """Sentences of results below a picture or table, wrapped, whose text can be marked.

    Attributes
    ----------
    words
        What it shows, as files have it.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setAccessibleName(name)

    def setText(self, text: str) -> None:
        """Show sentences."""
        self.words = text
        super().setText(tr(text))
