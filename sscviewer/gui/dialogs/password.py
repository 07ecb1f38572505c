"""Asks for the password of an encrypted workbook; it is kept nowhere."""

from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from sscviewer.gui.language import tr

_WRONG = "That password does not open the file. Check capitals and keyboard and try again."


class AskPassword(QDialog):
    """One line for the password.

    Parameters
    ----------
    name
        Of the file, without its folder.
    is_wrong
        Whether a password was tried that does not open it.
    """

    def __init__(self, name: str, *, is_wrong: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Password"))
        ask = QLabel(tr("&Password of “{replace}”:").format(replace=name.replace("&", "&&")), self)
        ask.setWordWrap(True)
        self.edit = QLineEdit(self)
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setAccessibleName(tr("Password"))
        ask.setBuddy(self.edit)
        self.wrong = QLabel(tr(_WRONG), self)
        self.wrong.setWordWrap(True)
        self.wrong.setVisible(is_wrong)
        self.show_it = QCheckBox(tr("&Show what I type"), self)
        self.show_it.toggled.connect(self._show_typed)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Open | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._open = self.buttons.button(QDialogButtonBox.StandardButton.Open)
        self._open.setEnabled(False)
        self.edit.textChanged.connect(self._may_open)
        layout = QVBoxLayout(self)
        for part in (self.wrong, ask, self.edit, self.show_it, self.buttons):
            layout.addWidget(part)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 56)
        self.edit.setFocus()

    @property
    def password(self) -> str:
        """What was typed."""
        return self.edit.text()

    def _may_open(self, text: str) -> None:
        self._open.setEnabled(bool(text))

    def _show_typed(self, shown: bool) -> None:
        self.edit.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
