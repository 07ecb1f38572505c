"""A dialog for some words of the user: a comment, or a question to a site."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget


class Say(QDialog):
    """Asks for a text.

    Parameters
    ----------
    about
        What it is about, in words of the file.
    may_be_empty
        Whether no text is an answer too: it takes a comment away.
    """

    def __init__(
        self,
        title: str,
        about: str,
        text: str = "",
        parent: QWidget | None = None,
        *,
        may_be_empty: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._may_be_empty = may_be_empty
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setText(about)
        label.setWordWrap(True)
        self.edit = QPlainTextEdit(text, self)
        self.edit.setAccessibleName(title)
        self.edit.setTabChangesFocus(True)
        self.edit.textChanged.connect(self._check)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (label, self.edit, self.buttons):
            layout.addWidget(widget)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 70)
        self._check()

    @property
    def text(self) -> str:
        """What the user wrote."""
        return self.edit.toPlainText().strip()

    @Slot()
    def _check(self) -> None:
        can = self._may_be_empty or bool(self.text)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(can)
