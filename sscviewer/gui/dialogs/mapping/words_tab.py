"""What words in the sheet's columns mean, and how long after baseline its visits are."""

from PySide6.QtCore import QLocale, Qt, Slot
from PySide6.QtGui import QDoubleValidator
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from sscviewer.gui.dialogs.mapping.draft import Draft
from sscviewer.gui.dialogs.mapping.edits import with_visit, with_word
from sscviewer.gui.dialogs.mapping.late_tab import LateTab
from sscviewer.gui.dialogs.mapping.parts import Choice, quiet_label, scrolling
from sscviewer.gui.dialogs.mapping.words import field_words
from sscviewer.gui.language import tr
from sscviewer.workbook.mapping.words import WORD_GROUPS, meaning_in_words, meanings
from sscviewer.workbook.preview.read_as import ReadAs, read_as

AS_RECOGNISED = "?"
"""The entry that leaves a word to the vocabulary; no standard term is called so."""
SECTION_ROOM = 10
"""Space above the head of a section, px."""


class WordsTab(LateTab):
    """A section per column of words, a row per different word."""

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(draft, parent)
        self._shown: tuple[object, ...] = ()
        self.choices: dict[tuple[str, str], Choice] = {}
        self.months: dict[str, QLineEdit] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._area: QWidget | None = None

    def refresh(self) -> None:
        """Show the words of the sheet; made anew only when other columns are read."""
        columns = self._columns()
        shown = (self._draft.position, tuple((table, field, name) for table, field, name, _ in columns))
        if shown == self._shown:
            return
        self._shown = shown
        if self._area is not None:
            self._area.hide()
            self._area.deleteLater()
        self.choices, self.months = {}, {}
        contents = QWidget(self)
        grid = QGridLayout(contents)
        grid.setContentsMargins(12, 10, 12, 10)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(2, 1)
        for _, field, name, read in columns:
            self._add_section(field, name, read, grid, contents)
        if not columns:
            text = "No column of this sheet holds words that need a meaning."
            grid.addWidget(quiet_label(text, contents), 0, 0, 1, 3)
        grid.setRowStretch(grid.rowCount(), 1)
        self._area = scrolling(contents, self)
        self._layout.addWidget(self._area)

    def _columns(self) -> list[tuple[str, str, str, tuple[ReadAs, ...]]]:
        """Return (table, field, column, what its values become) of the columns of words."""
        found: list[tuple[str, str, str, tuple[ReadAs, ...]]] = []
        sheet = self._draft.sheet
        for table, fields in sheet.fields.items():
            for field, names in fields.items():
                column = self._draft.column(names[0])
                if column is None or (field not in WORD_GROUPS and field != "VISIT"):
                    continue
                read = read_as(table, field, column, sheet)
                if field == "AENDT":  # only what is no date
                    read = tuple(r for r in read if not r.fits or r.is_own)
                if read and not any(f == field and n == names[0] for _, f, n, _ in found):
                    found.append((table, field, names[0], read))
        return sorted(found, key=lambda entry: all(r.fits for r in entry[3]))

    def _add_section(
        self, field: str, name: str, read: tuple[ReadAs, ...], grid: QGridLayout, contents: QWidget
    ) -> None:
        at = grid.rowCount()
        head = QLabel(field_words(field), contents)
        font = head.font()
        font.setBold(True)
        head.setFont(font)
        what = ", in months since baseline" if field == "VISIT" else ""
        line = QHBoxLayout()
        line.setSpacing(8)
        line.setContentsMargins(0, SECTION_ROOM if at > 1 else 0, 0, 0)
        line.addWidget(head)
        line.addWidget(quiet_label(f"column “{name}”{what}", contents), 1)
        grid.addLayout(line, at, 0, 1, 3)
        for i, one in enumerate(read, at + 1):
            label = QLabel(one.value, contents)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setIndent(14)
            editor = self._months(one, contents) if field == "VISIT" else self._choice(field, one, contents)
            label.setBuddy(editor)
            grid.addWidget(label, i, 0)
            grid.addWidget(editor, i, 1)

    def _choice(self, field: str, read: ReadAs, parent: QWidget) -> Choice:
        choice = Choice(f"Meaning of {read.value}", parent)
        choice.setMinimumContentsLength(30)
        known = read.fits and not read.is_own
        choice.addItem(
            tr("{meaning}  (recognised)").format(meaning=read.meaning)
            if known
            else tr("not known: kept as written"),
            AS_RECOGNISED,
        )
        for meaning in meanings(field):
            choice.addItem(tr(meaning_in_words(field, meaning)), meaning)
        choice.addItem(tr("nothing (as if empty)"), "")
        choice.choose(read.code if read.is_own else AS_RECOGNISED)
        choice.activated.connect(self._meaning_chosen)
        self.choices[field, read.value] = choice
        return choice

    def _months(self, read: ReadAs, parent: QWidget) -> QLineEdit:
        edit = QLineEdit(read.code if read.is_own else "", parent)
        edit.setAccessibleName(tr("Months of visit {value}").format(value=read.value))
        edit.setPlaceholderText(read.meaning if not read.is_own else tr("as recognised"))
        validator = QDoubleValidator(-1200, 1200, 3, edit)
        validator.setLocale(QLocale.c())
        edit.setValidator(validator)
        edit.editingFinished.connect(self._months_entered)
        self.months[read.value] = edit
        return edit

    @Slot()
    def _meaning_chosen(self) -> None:
        for (field, value), choice in self.choices.items():
            if choice is self.sender():
                data = str(choice.currentData())
                meaning = None if data == AS_RECOGNISED else data
                self._draft.set_sheet(with_word(self._draft.sheet, field, value, meaning))

    @Slot()
    def _months_entered(self) -> None:
        for value, edit in self.months.items():
            if edit is self.sender():
                text = edit.text().strip()
                self._draft.set_sheet(with_visit(self._draft.sheet, value, float(text) if text else None))
