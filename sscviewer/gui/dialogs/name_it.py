"""Asks for the name under which something is saved."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from sscviewer.gui.language import tr


class NameIt(QDialog):
    """A name, and what it is for; says when a name is taken and would be given to this one.

    Parameters
    ----------
    about
        What gets the name, in words.
    taken
        The names there are.
    """

    def __init__(self, title: str, about: str, taken: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._taken = taken
        label = QLabel(about, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        self.edit = QLineEdit(self)
        self.edit.setAccessibleName(tr("Name"))
        self.edit.setPlaceholderText(tr("Name"))
        self.edit.setMaxLength(80)
        self.note = QLabel(self)
        self.note.setAccessibleName(tr("What saving does"))
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Save | standard.Cancel, self)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (label, self.edit, self.note, self.buttons):
            layout.addWidget(widget)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 60)
        self.edit.textChanged.connect(self._check)
        self._check()

    @property
    def name(self) -> str:
        """The name."""
        return " ".join(self.edit.text().split())

    @Slot()
    def _check(self) -> None:
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(bool(self.name))
        self.note.setText(tr("Replaces “{name}”.").format(name=self.name) if self.name in self._taken else "")
