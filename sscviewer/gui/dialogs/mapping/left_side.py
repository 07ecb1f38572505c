"""The left side of the dialog: the sheets, and below them what holds for all of them."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from sscviewer.gui.dialogs.mapping.draft import Draft
from sscviewer.gui.dialogs.mapping.parts import Choice
from sscviewer.gui.dialogs.mapping.sheet_list import SheetList
from sscviewer.gui.language import tr
from sscviewer.gui.state.theme import Theme
from sscviewer.plots.screen.plain_tip import plain_tip

_ORDERS = (
    ("Ask where a column does not tell", None),
    ("Day first: 3 Apr 2007", "dmy"),
    ("Month first: 4 Mar 2007", "mdy"),
)


class LeftSide(QWidget):
    """The list of sheets, and the choice of what dates such as 03/04/2007 are."""

    def __init__(self, draft: Draft, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self.sheets = SheetList(draft, theme, self)
        self.dates = Choice("Dates such as 03/04/2007", self)
        self.dates.setToolTip(tr("For columns in which no date tells day from month"))
        for words, order in _ORDERS:
            self.dates.addItem(tr(words), order)
        self.dates.activated.connect(self._chosen)
        label = QLabel(tr("&Dates such as 03/04/2007"), self)
        label.setBuddy(self.dates)
        label.setToolTip(plain_tip(self.dates.toolTip()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sheets, 1)
        column.addWidget(label)
        column.addWidget(self.dates)
        draft.sheet_changed.connect(self._refresh)
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        self.dates.choose(self._draft.date_order)

    @Slot()
    def _chosen(self) -> None:
        self._draft.set_date_order(self.dates.currentData())
