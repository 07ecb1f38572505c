"""Map columns: sheets on the left, what the sheet holds on the right, problems in words below."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from sscviewer.gui.dialogs.mapping.cells_tab import CellsTab
from sscviewer.gui.dialogs.mapping.columns_tab import ColumnsTab
from sscviewer.gui.dialogs.mapping.draft import Draft
from sscviewer.gui.dialogs.mapping.left_side import LeftSide
from sscviewer.gui.dialogs.mapping.measures_tab import MeasuresTab
from sscviewer.gui.dialogs.mapping.parts import Choice
from sscviewer.gui.dialogs.mapping.words import ROLES, role_words, several_roles
from sscviewer.gui.dialogs.mapping.words_tab import WordsTab
from sscviewer.gui.dialogs.question import choose_file, open_dialog, save_dialog
from sscviewer.gui.language import error_words, number_of, tr
from sscviewer.gui.state.theme import Theme
from sscviewer.plots.screen.plain_tip import plain_tip
from sscviewer.workbook.mapping.file import read_mapping, save_mapping
from sscviewer.workbook.mapping.mapping import SUPPLEMENT, Mapping
from sscviewer.workbook.preview.preview import MappingPreview, SheetPreview
from sscviewer.workbook.unusable import UnusableFile

KINDS = "sscviewer mapping (*.toml);;All files (*)"
HEADER_ROWS = 200
SHOWN_DOUBTS = 3
SIZE = QSize(1120, 720)


class MappingDialog(QDialog):
    """The mapping of one workbook.

    Signals
    -------
    apply_asked
        The user wants the file read by `draft.mapping`.
    header_asked
        The user says that a sheet's (name) headings are in another row (number).
    answers_asked
        The user said something of the cells of a sheet (name).

    Attributes
    ----------
    draft
        The mapping as it is now.
    """

    apply_asked = Signal()
    header_asked = Signal(str, int)
    answers_asked = Signal(str)

    def __init__(
        self, preview: MappingPreview, theme: Theme, folder: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Map columns of {file}").format(file=preview.file))
        self._theme = theme
        self._folder = folder
        self.draft = Draft(preview, self)
        self.left = LeftSide(self.draft, theme, self)
        self.sheets = self.left.sheets
        self.columns = ColumnsTab(self.draft, theme, self)
        self.cells = CellsTab(self.draft, self)
        self.measures = MeasuresTab(self.draft, self)
        self.words = WordsTab(self.draft, self)
        self._make_head()
        self._make_foot(preview.is_stored)
        self._lay_out()
        self.draft.sheet_changed.connect(self._refresh)
        self.draft.position_changed.connect(self._refresh)
        self.draft.answers_changed.connect(self.answers_asked)
        self._refresh()
        self.resize(SIZE.boundedTo(self.screen().availableSize() * 0.95))
        self.sheets.setFocus()

    def begin_with(self, sheet: str, *, measures: bool) -> None:
        """Show a sheet first, by its name; with its measurements, where it has any."""
        names = [preview.name for preview in self.draft.previews]
        if sheet in names:
            self.draft.show(names.index(sheet))
            self.tabs.setCurrentIndex(1 if measures and self.tabs.isTabVisible(1) else 0)

    @property
    def keep(self) -> bool:
        """Whether the mapping is to be used for the next export of the same shape."""
        return self.keep_box.isChecked()

    def _make_head(self) -> None:
        self.title = QLabel(self)
        font = self.title.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.2)
        self.title.setFont(font)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.role = Choice("What the sheet holds", self)
        self.role.setMinimumContentsLength(24)
        self.role.activated.connect(self._role_chosen)
        self.header = QSpinBox(self)
        self.header.setAccessibleName(tr("Row of the headings"))
        self.header.setRange(0, HEADER_ROWS)
        self.header.setSpecialValueText("none")
        self.header.setKeyboardTracking(False)
        self.header.valueChanged.connect(self._header_chosen)

    def _make_foot(self, is_stored: bool) -> None:
        self.problems = QLabel(self)
        self.problems.setWordWrap(True)
        self.problems.setTextFormat(Qt.TextFormat.PlainText)
        self.problems.setAccessibleName(tr("Problems"))
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.said.setAccessibleName(tr("Message"))
        self.said.hide()
        self.keep_box = QCheckBox(tr("Use it for the &next export of the same shape too"), self)
        self.keep_box.setAccessibleName(tr("Use it for the next export of the same shape too"))
        self.keep_box.setChecked(True)
        self.keep_box.setToolTip(
            tr("Kept on this computer under the sheet names and headings; it holds no data of patients")
            + (tr(". This file is being read by a mapping kept earlier.") if is_stored else ".")
        )
        self.load_button = self._button(tr("&Load mapping…"), self._load)
        self.save_button = self._button(tr("&Save mapping…"), self._save)
        self.undo_button = self._button(tr("&Undo"), self.draft.undo)
        self.undo_button.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
        self.undo_button.setToolTip(tr("Take the last change back"))
        self.again_button = self._button(tr("Start &again"), self._start_again)
        self.again_button.setToolTip(tr("Go back to what the program recognised"))
        self.apply_button = self._button(tr("A&pply"), self.apply_asked)
        self.cancel_button = self._button(tr("Cancel"), self.reject)

    def _button(self, text: str, does: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setAccessibleName(text.replace("&", "").removesuffix("…"))
        button.setAutoDefault(False)  # Enter in a field takes the field, it does not apply the mapping
        button.clicked.connect(does)
        return button

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.addWidget(self.role)
        row.addSpacing(16)
        header_label = QLabel(tr("&Headings in row"), self)
        header_label.setBuddy(self.header)
        row.addWidget(header_label)
        row.addWidget(self.header)
        row.addStretch(1)
        role_label = QLabel(tr("This sheet &holds"), self)
        role_label.setBuddy(self.role)
        form.addRow(role_label, row)
        self.tabs = QTabWidget(self)
        self.tabs.setAccessibleName(tr("What is mapped"))
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.columns, tr("&Columns"))
        self.tabs.addTab(self.measures, tr("&Measurements"))
        self.tabs.addTab(self.words, tr("&Words and visits"))
        self.tabs.addTab(self.cells, tr("All c&ells"))
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(10, 0, 0, 0)
        column.addWidget(self.title)
        column.addLayout(form)
        column.addWidget(self.tabs, 1)
        column.addWidget(self.problems)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.addWidget(self.left)
        split.addWidget(right)
        split.setStretchFactor(1, 1)
        split.setSizes([270, 850])
        layout = QVBoxLayout(self)
        layout.addWidget(split, 1)
        layout.addWidget(self.said)
        layout.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        for button in (self.load_button, self.save_button, self.undo_button, self.again_button):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.keep_box)
        foot.addSpacing(12)
        foot.addWidget(self.apply_button)
        foot.addWidget(self.cancel_button)
        return foot

    @Slot()
    def _refresh(self) -> None:
        draft = self.draft
        sheet, preview = draft.sheet, draft.preview
        rows = number_of(preview.rows, "row", "rows")
        self.title.setText(f"{preview.name}   ({rows})")
        self._fill_roles()
        self.header.setValue(sheet.header_row)
        is_supplement = SUPPLEMENT in sheet.fields
        self.role.setEnabled(not is_supplement)
        self.header.setEnabled(not is_supplement)
        self.tabs.setTabVisible(1, "measurements" in sheet.tables and not is_supplement)
        self.tabs.setTabVisible(2, bool(sheet.tables) and not is_supplement)
        self._show_problems()
        self.again_button.setEnabled(not draft.is_recognised)
        self.undo_button.setEnabled(draft.can_undo)
        nothing = draft.lacks_patients()
        broken = [p.name for i, p in enumerate(draft.previews) if draft.problems(i)]
        self.apply_button.setEnabled(not nothing and not broken)
        listed = ", ".join(f"“{name}”" for name in broken)
        self.apply_button.setToolTip(
            plain_tip(
                nothing
                or (tr("Incomplete: {listed}").format(listed=listed) if broken else tr("Read the file so"))
            )
        )

    def _fill_roles(self) -> None:
        role = self.draft.sheet.role
        known = [value for value, _ in ROLES]
        self.role.clear()
        for value in known if role in known else [*known, role]:
            self.role.addItem(tr(role_words(value)), value)
        more = [value for value in several_roles(role) if self.role.findData(value) < 0]
        if more:
            self.role.insertSeparator(self.role.count())
        for value in more:
            self.role.addItem(tr(role_words(value)), value)
        self.role.choose(role)

    def _show_problems(self) -> None:
        draft = self.draft
        wrong = draft.problems(draft.position) or tuple(filter(None, [draft.lacks_patients()]))
        doubts = () if wrong else draft.doubts()
        colour = "error" if wrong else "warning" if doubts else "completed"
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.named[colour])
        self.problems.setPalette(palette)
        fine = tr("Nothing is missing: this sheet can be read.") if draft.sheet.tables else ""
        self.problems.setText("\n".join((*wrong, *doubts[:SHOWN_DOUBTS])) or fine)

    @Slot()
    def _role_chosen(self) -> None:
        self.draft.set_role(str(self.role.currentData()))

    @Slot(int)
    def _header_chosen(self, row: int) -> None:
        if row != self.draft.sheet.header_row:
            self.header_asked.emit(self.draft.preview.name, row)

    @Slot(object)
    def show_sheet(self, preview: SheetPreview) -> None:
        """Show a sheet whose headings are in another row now."""
        self.draft.replace_header(preview)

    @Slot()
    def _start_again(self) -> None:
        self.draft.start_again()
        self.say("")

    def say(self, text: str) -> None:
        """Say one sentence above the buttons; nothing takes it away."""
        self.said.setText(text)
        self.said.setVisible(bool(text))

    @Slot()
    def _load(self) -> None:
        choose_file(open_dialog(self, tr("Load mapping"), str(self._folder), KINDS), self.load_file)

    def load_file(self, path: Path) -> None:
        """Take over a saved mapping; what cannot be used is said."""
        try:
            mapping: Mapping = read_mapping(path)
        except UnusableFile as error:
            self.say(error_words(error))
            return
        taken = self.draft.take(mapping)
        left = len(mapping.sheets) - taken
        rest = f" {left} of its sheets are not in this file." if left > 0 else ""
        self.say(
            tr("{name}: {taken} of {n} sheets are mapped by it.{rest}").format(
                name=path.name, taken=taken, n=len(self.draft.previews), rest=rest
            )
        )

    @Slot()
    def _save(self) -> None:
        proposal = self._folder / f"{Path(self.draft.file).stem}_mapping.toml"
        choose_file(save_dialog(self, tr("Save mapping"), proposal, KINDS), self.save_file)

    def save_file(self, path: Path) -> None:
        """Save the mapping as it is now."""
        try:
            save_mapping(self.draft.mapping, path)
        except UnusableFile as error:
            self.say(error_words(error))
            return
        self.say(tr("Saved to {name}.").format(name=path.name))
