"""One dialog for what the user prefers, whatever file is open; what makes numbers is in the plan instead."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from sscviewer.gui.language import LANGUAGES, SYSTEM, tr
from sscviewer.gui.state.text_size import LEAST, MOST

THEMES = (
    ("system", "As the system"),
    ("light", "Light"),
    ("dark", "Dark"),
    ("light_contrast", "High contrast, light"),
    ("dark_contrast", "High contrast, dark"),
)

NEXT_START = (
    "The language changes when the program is started again. Figures, tables, reports and the paragraphs in "
    "words are always in English, with a point before the decimals."
)


@dataclass(frozen=True, slots=True)
class Preferred:
    """What can be preferred."""

    theme: str
    text_percent: int
    language: str
    hints: bool
    remember: bool
    open_hidden: bool
    footer: bool
    manifest: bool


class Preferences(QDialog):
    """Look, privacy, figures, help.

    Signals
    -------
    folder_asked
        The user wants to see the folder of the study memory.
    tables_asked, hints_asked
        Columns of all tables as at first; every hint once more.
    """

    folder_asked = Signal()
    tables_asked = Signal()
    hints_asked = Signal()

    def __init__(self, now: Preferred, memory: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Preferences"))
        layout = QVBoxLayout(self)
        for group in (self._look(now), self._privacy(now, memory), self._figures(now), self._help(now)):
            layout.addWidget(group)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout.addWidget(self.buttons)

    @property
    def chosen(self) -> Preferred:
        """What is chosen."""
        return Preferred(
            self.theme.currentData(),
            self.text_percent.value(),
            self.language.currentData(),
            self.hints.isChecked(),
            self.remember.isChecked(),
            self.open_hidden.isChecked(),
            self.footer.isChecked(),
            self.manifest.isChecked(),
        )

    def _look(self, now: Preferred) -> QGroupBox:
        group, form = self._group(tr("Look"))
        self.theme = QComboBox(group)
        self.theme.setAccessibleName(tr("Theme"))
        for value, words in THEMES:
            self.theme.addItem(tr(words), value)
        self.theme.setCurrentIndex(self.theme.findData(now.theme))
        self.text_percent = QSpinBox(group)
        self.text_percent.setAccessibleName(tr("Size of the text, per cent of the system’s"))
        self.text_percent.setRange(LEAST, MOST)
        self.text_percent.setSingleStep(10)
        self.text_percent.setSuffix(tr(" % of the system’s"))
        self.text_percent.setToolTip(tr("Headings follow when the program is started again"))
        self.text_percent.setValue(now.text_percent)
        self.language = QComboBox(group)
        self.language.setAccessibleName(tr("Language"))
        self.language.setToolTip(tr(NEXT_START))
        for value, words in ((SYSTEM, tr("As the system")), *LANGUAGES.items()):
            self.language.addItem(words, value)
        self.language.setCurrentIndex(self.language.findData(now.language))
        hint = QLabel(tr("From the next start on. What is saved stays in English."), group)
        form.addRow(tr("&Theme:"), self.theme)
        form.addRow(tr("Text &size:"), self.text_percent)
        form.addRow(tr("&Language:"), self.language)
        form.addRow(hint)
        form.addRow(self._button(group, tr("Columns of all tables as at &first"), self.tables_asked))
        return group

    def _privacy(self, now: Preferred, memory: Path) -> QGroupBox:
        group, form = self._group(tr("Privacy"))
        self.remember = self._tick(group, tr("&Remember recent files"), now.remember)
        self.remember.setToolTip(tr("Without it neither the list of files nor what they were like is kept"))
        self.open_hidden = self._tick(group, tr("Open every file with &identities hidden"), now.open_hidden)
        self.open_hidden.setToolTip(tr("Ctrl+Shift+H shows them again"))
        self.memory = QLineEdit(str(memory), group)
        self.memory.setAccessibleName(tr("Where marks, comments and queries are kept"))
        self.memory.setReadOnly(True)
        self.memory.setCursorPosition(0)
        self.memory.setMinimumWidth(40 * self.memory.fontMetrics().averageCharWidth())
        form.addRow(self.remember)
        form.addRow(self.open_hidden)
        form.addRow(tr("&Marks and comments:"), self.memory)
        form.addRow(self._button(group, tr("Show their f&older"), self.folder_asked))
        words = QLabel(tr("Before a talk: View ▸ Hide identities (Ctrl+Shift+H)."), group)
        words.setWordWrap(True)
        form.addRow(words)
        return group

    def _figures(self, now: Preferred) -> QGroupBox:
        group, form = self._group(tr("Figures"))
        self.footer = self._tick(group, tr("A foot&er says file, checksum, date and version"), now.footer)
        self.manifest = self._tick(group, tr("A ma&nifest lies beside each saved figure"), now.manifest)
        form.addRow(self.footer)
        form.addRow(self.manifest)
        return group

    def _help(self, now: Preferred) -> QGroupBox:
        group, form = self._group(tr("Help"))
        self.hints = self._tick(group, tr("Show &hints on pages seen for the first time"), now.hints)
        form.addRow(self.hints)
        form.addRow(self._button(group, tr("Show every hint once &more"), self.hints_asked))
        return group

    def _group(self, title: str) -> tuple[QGroupBox, QFormLayout]:
        group = QGroupBox(title, self)
        return group, QFormLayout(group)

    def _tick(self, group: QGroupBox, words: str, on: bool) -> QCheckBox:
        box = QCheckBox(words, group)
        box.setAccessibleName(words.replace("&", ""))
        box.setChecked(on)
        return box

    def _button(self, group: QGroupBox, words: str, signal: object) -> QPushButton:
        button = QPushButton(words, group)
        button.setAccessibleName(words.replace("&", ""))
        button.setAutoDefault(False)
        button.clicked.connect(signal)
        return button
