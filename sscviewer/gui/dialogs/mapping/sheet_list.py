"""The sheets of the workbook, each with its role and how sure that is, in words and a mark."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from sscviewer.gui.dialogs.mapping.draft import Draft
from sscviewer.gui.dialogs.mapping.words import CONFIDENCE, role_words
from sscviewer.gui.language import tr
from sscviewer.gui.state.icons import icon
from sscviewer.gui.state.theme import Theme
from sscviewer.plots.screen.plain_tip import plain_tip

_MARKS = {
    "sure": ("tick", "completed"),
    "mapped": ("tick", "info"),
    "likely": ("tilde", "warning"),
    "unsure": ("question", "warning"),
    "problem": ("alert", "error"),
}
"""State → icon and colour of the theme."""


class SheetList(QListWidget):
    """One entry a sheet: name, role, state."""

    def __init__(self, draft: Draft, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._icons: dict[str, QIcon] = {
            state: _mark(name, theme.named[colour], theme) for state, (name, colour) in _MARKS.items()
        }
        self._icons["none"] = _mark("minus", theme.named["quiet"], theme)
        self.setAccessibleName(tr("Sheets"))
        self.setIconSize(QSize(18, 18))
        self.setSpacing(3)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for position in range(len(draft.previews)):
            self.addItem(QListWidgetItem())
            self.refresh(position)
        self.setCurrentRow(draft.position)
        draft.sheet_changed.connect(self.refresh)
        draft.position_changed.connect(self.setCurrentRow)
        self.currentRowChanged.connect(draft.show)

    @Slot(int)
    def refresh(self, position: int) -> None:
        """Show a sheet as it is now."""
        sheet, preview = self._draft.mapping.sheets[position], self._draft.previews[position]
        state = self._draft.state(position)
        item = self.item(position)
        settled = not sheet.tables and state != "unsure"
        said = "" if settled and state != "mapped" else f" · {tr(CONFIDENCE[state])}"
        item.setText(f"{preview.name}\n{role_words(sheet.role)}{said}")
        item.setIcon(self._icons["none" if settled else state])
        why = "; ".join(self._draft.problems(position)) or preview.why
        item.setToolTip(
            plain_tip(tr("{name}: {rows} rows; {why}").format(name=preview.name, rows=preview.rows, why=why))
        )


def _mark(name: str, colour: QColor, theme: Theme) -> QIcon:
    """Return a mark that is seen on the selected entry too."""
    mark = icon(name, colour)
    selected = icon(name, theme.palette.color(QPalette.ColorRole.HighlightedText))
    for size in selected.availableSizes():
        mark.addPixmap(selected.pixmap(size), QIcon.Mode.Selected)
    return mark
