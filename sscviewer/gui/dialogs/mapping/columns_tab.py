"""The fields of the sheet's role, the column of each, and what its values become."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from sscviewer.gui.dialogs.mapping.draft import Draft
from sscviewer.gui.dialogs.mapping.edits import with_field
from sscviewer.gui.dialogs.mapping.parts import Choice, Divider, quiet_label, scrolling
from sscviewer.gui.dialogs.mapping.words import FIRST, field_words, role_words
from sscviewer.gui.language import tr
from sscviewer.gui.state.theme import Theme
from sscviewer.plots.screen.plain_tip import plain_tip
from sscviewer.workbook.mapping.mapping import SUPPLEMENT, SheetMapping
from sscviewer.workbook.mapping.words import fields_of
from sscviewer.workbook.preview.problems import needed_fields
from sscviewer.workbook.preview.read_as import ReadAs, read_as

SHOWN_VALUES = 6
"""So many values of a column are shown beside it."""
_BETWEEN = "\n"


class FieldRow:
    """A field, the choice of its column, and what the first values become."""

    def __init__(self, table: str, field: str, needed: bool, parent: QWidget) -> None:
        self.table, self.field = table, field
        name = field_words(field)
        self.label = QLabel(f"{name} *" if needed else name, parent)
        self.choice = Choice(f"Column of {name}", parent)
        self.label.setBuddy(self.choice)
        self.line = Divider(parent)
        self.line.setAccessibleName(tr("Values of {name}").format(name=name))


class ColumnsTab(QWidget):
    """A row per field; made anew only when another sheet or role is shown."""

    def __init__(self, draft: Draft, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._warning = theme.named["warning"]
        self._shown: tuple[object, ...] = ()
        self.rows: list[FieldRow] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._layout = layout
        self._area: QWidget | None = None
        draft.sheet_changed.connect(self.refresh)
        draft.position_changed.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the sheet as it is now."""
        sheet, preview = self._draft.sheet, self._draft.preview
        shown = (self._draft.position, sheet.tables, tuple(c.name for c in preview.columns))
        if shown != self._shown:
            self._shown = shown
            self._build()
        for row in self.rows:
            self._fill(row)

    def _build(self) -> None:
        if self._area is not None:
            self._area.hide()
            self._area.deleteLater()
        contents = QWidget(self)
        grid = QGridLayout(contents)
        grid.setContentsMargins(12, 10, 12, 10)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(2, 1)
        self.rows = []
        sheet = self._draft.sheet
        note = _note(sheet)
        if note:
            grid.addWidget(quiet_label(note, contents), 0, 0, 1, 3)
        else:
            for table in sheet.tables:
                self._add_table(table, grid, contents)
            grid.addWidget(quiet_label("* needed", contents), grid.rowCount(), 0)
        grid.setRowStretch(grid.rowCount(), 1)
        self._area = scrolling(contents, self)
        self._layout.addWidget(self._area)

    def _add_table(self, table: str, grid: QGridLayout, contents: QWidget) -> None:
        sheet = self._draft.sheet
        if len(sheet.tables) > 1:
            head = QLabel(role_words(table), contents)
            font = head.font()
            font.setBold(True)
            head.setFont(font)
            grid.addWidget(head, grid.rowCount(), 0, 1, 3)
        have = {row.field for row in self.rows}
        needed = needed_fields(table)
        for field in fields_to_show(table, sheet):
            if field == "USUBJID" and field in have:
                continue
            row = FieldRow(table, field, field in needed, contents)
            row.choice.activated.connect(self._chosen)
            at = grid.rowCount()
            for column, widget in enumerate((row.label, row.choice, row.line)):
                grid.addWidget(widget, at, column)
            self.rows.append(row)

    def _fill(self, row: FieldRow) -> None:
        sheet, preview = self._draft.sheet, self._draft.preview
        names = sheet.fields.get(row.table, {}).get(row.field, ())
        row.choice.clear()
        row.choice.addItem("–", "")
        for column in preview.columns:
            note = "  (identifies a person)" if column.is_hidden else ""
            row.choice.addItem(f"{column.name}{note}", column.name)
        chosen = _BETWEEN.join(names)
        if names and row.choice.findData(chosen) < 0:
            made = set(names) <= set(preview.made)
            missing = (
                tr("  (from the layout)") if made else "" if len(names) > 1 else tr("  (not in this file)")
            )
            row.choice.addItem(" + ".join(names) + missing, chosen)
        row.choice.choose(chosen)
        column_shown = self._draft.column(names[0]) if names else None
        read = read_as(row.table, row.field, column_shown, sheet) if column_shown else ()
        row.line.setText(values_text(read, column_shown.n_different if column_shown else 0))
        row.line.setToolTip(plain_tip("\n".join(_one(r) for r in read)))
        palette = QPalette(self.palette())
        if any(not r.fits for r in read):
            palette.setColor(QPalette.ColorRole.WindowText, self._warning)
        row.line.setPalette(palette)

    @Slot()
    def _chosen(self) -> None:
        row = next((r for r in self.rows if r.choice is self.sender()), None)
        if row is not None:
            data = str(row.choice.currentData())
            names = tuple(data.split(_BETWEEN)) if data else ()
            self._draft.set_sheet(with_field(self._draft.sheet, row.table, row.field, names))


def _note(sheet: SheetMapping) -> str:
    if not sheet.tables:
        return "Nothing is read from this sheet. If it holds data, choose above what it holds."
    if not sheet.fields:
        return (
            "This sheet is read by its layout as a whole: there is nothing to choose. To map its columns "
            "yourself, choose above what it holds."
        )
    if SUPPLEMENT in sheet.fields:
        return (
            f"An SDTM supplement: its rows are added to the {role_words(sheet.role).casefold()} they belong "
            "to, by the standard’s own columns. There is nothing to choose."
        )
    return ""


def fields_to_show(table: str, sheet: SheetMapping) -> tuple[str, ...]:
    """Return the fields of a role: the first ones, those with a column, then the others."""
    mapped = [f for f in sheet.fields.get(table, {}) if f != "IGNORED"]
    known = fields_of(table)
    first = [f for f in FIRST[table] if f in known or f in mapped]
    return tuple(dict.fromkeys((*first, *mapped, *known)))


def values_text(read: tuple[ReadAs, ...], n_different: int) -> str:
    """Return the first values and what they become, those that do not fit first."""
    ordered = sorted(read, key=lambda r: r.fits)[:SHOWN_VALUES]
    more = f"   … {n_different} different" if n_different > len(ordered) else ""
    return "   ·   ".join(_one(r) for r in ordered) + more


def _one(read: ReadAs) -> str:
    return (
        read.value if read.value.casefold() == read.meaning.casefold() else f"{read.value} → {read.meaning}"
    )
