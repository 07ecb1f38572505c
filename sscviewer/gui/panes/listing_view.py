"""The view of a listing: rows can be copied, columns chosen and made wider; they stay as they were left."""

from functools import partial
from typing import Any

from PySide6.QtCore import QLocale, QModelIndex, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from sscviewer.gui.language import tr, tr_head
from sscviewer.gui.panes.frozen_column import FrozenColumn
from sscviewer.gui.panes.table_model import Index, ListingModel, tab_separated
from sscviewer.gui.state.table_looks import HIDDEN, TableLooks
from sscviewer.report.table_file import plain_minus

MEASURED_ROWS = 200
"""Column widths are taken from this many rows."""
ROOM = 20
"""Space beside the text of a column, px."""
WIDEST = 60
"""No column is made wider than this many characters by itself."""
NARROWEST = 24
"""The column that gives way keeps room for so many characters, if its texts have as many."""
SAVE_MS = 400
"""After the last change of a width it is remembered."""


class Spaced(QStyledItemDelegate):
    """Keeps the words of a cell away from the number that ends where they begin."""

    def displayText(self, value: Any, locale: QLocale | QLocale.Language) -> str:
        """Return the text with a space that is only painted."""
        return f"\N{NO-BREAK SPACE}{super().displayText(value, locale)}"

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Cut what a row is in its middle: names of measurements often differ at their ends."""
        super().initStyleOption(option, index)
        if index.column() == 0:
            option.textElideMode = Qt.TextElideMode.ElideMiddle


class ListingView(QTableView):
    """A table whose rows can be copied and whose columns can be chosen.

    Its first column stays in sight while the others are scrolled sideways. Columns that the user made wider
    or took away are so again the next time, by the name of the table and their headings.

    Signals
    -------
    row_chosen
        With the listing's position of a row that was double-clicked or entered.
    row_changed
        With the listing's position of the current row, -1 without one.
    menu_of_row
        With the menu about to open over a row, and the row's position in the listing: more may be offered.

    Parameters
    ----------
    stretch
        The column that takes the room left over; -1 for the last.
    """

    row_chosen = Signal(int)
    row_changed = Signal(int)
    menu_of_row = Signal(QMenu, int)

    def __init__(
        self, model: ListingModel, name: str, parent: QWidget | None = None, *, stretch: int = -1
    ) -> None:
        super().__init__(parent)
        self._listing = model
        self._stretch, self._least = stretch, 0
        self._touched: set[str] = set()
        self.setModel(model)
        self.setItemDelegate(Spaced(self))
        self._looks_name = name
        self.setAccessibleName(tr(name))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(round(self.fontMetrics().height() * 1.5))
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setTextElideMode(Qt.TextElideMode.ElideRight)
        heads.setStretchLastSection(stretch < 0)
        heads.setSortIndicatorClearable(True)
        heads.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.activated.connect(self._activated)
        self.frozen = FrozenColumn(self)
        self._fitting = False
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.setInterval(SAVE_MS)
        self._saving.timeout.connect(self._keep_looks)
        heads.sectionResized.connect(self._resized)
        heads.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        heads.customContextMenuRequested.connect(self._open_heads_menu)

    def fit_columns(self) -> None:
        """Give each column the width of its longest text, within reason."""
        self._fitting = True
        font = self.font()
        font.setBold(bool(self._listing.listing.strong))
        metrics = QFontMetrics(font)
        most = metrics.averageCharWidth() * WIDEST
        listing = self._listing.listing
        for column, head in enumerate(map(tr_head, listing.columns)):
            texts = [head, *(self._listing.said(row[column]) for row in listing.rows[:MEASURED_ROWS])]
            longest = max(map(metrics.horizontalAdvance, texts))
            self.setColumnWidth(column, min(longest, most) + ROOM)
        if 0 <= self._stretch < len(listing.columns):
            self._least = min(self.columnWidth(self._stretch), metrics.averageCharWidth() * NARROWEST + ROOM)
        self._restore_looks()
        self._fitting = False
        self._share_room()

    def _share_room(self) -> None:
        """Let one column take what the others leave; where that is too little for its words, scroll."""
        heads, column = self.horizontalHeader(), self._stretch
        if not 0 <= column < heads.count():
            return
        others = sum(heads.sectionSize(i) for i in range(heads.count()) if i != column)
        modes = QHeaderView.ResizeMode
        fits = self.viewport().width() - others >= self._least
        self._fitting = True
        heads.setSectionResizeMode(column, modes.Stretch if fits else modes.Interactive)
        if not fits:
            self.setColumnWidth(column, self._least)
        self._fitting = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room there is now."""
        super().resizeEvent(event)
        self._share_room()

    def showEvent(self, event: QShowEvent) -> None:
        """Know the window, which remembers how the columns were left."""
        super().showEvent(event)
        self._fitting = True
        self._restore_looks()
        self._fitting = False

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy, and to choose columns."""
        menu = self.menu_at(event.pos())
        menu.popup(event.globalPos())
        event.accept()

    def menu_at(self, at: QPoint) -> QMenu:
        """Return what can be done with the cell at a position, its row and the table."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        index = self.indexAt(at)
        if index.isValid():
            row = self._listing.row_of(index)
            # What is copied is as in the files saved, whatever language is shown.
            cell = str(self._listing.listing.rows[row][index.column()])
            copy_text = partial(self._copy_text, plain_minus(cell))
            self.menu_of_row.emit(menu, row)
            menu.addAction(tr("Copy this cell")).triggered.connect(copy_text)
            menu.addAction(tr("Copy the selected rows with headings")).triggered.connect(self.copy)
        menu.addAction(tr("Copy the whole table with headings")).triggered.connect(self.copy_all)
        menu.addSeparator()
        self._add_columns(menu.addMenu(tr("Columns")))
        return menu

    def _add_columns(self, menu: QMenu) -> None:
        """Offer every column with a tick, all again, and the widths they had at first."""
        for column, head in enumerate(self._listing.listing.columns):
            action = menu.addAction(
                tr_head(head).replace("&", "&&") or tr("Column {column}").format(column=column + 1)
            )
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(column))
            # The first column says what a row is: without it numbers are of nobody.
            action.setEnabled(column > 0)
            action.toggled.connect(partial(self._show_column, column))
        menu.addSeparator()
        menu.addAction(tr("All columns, widths as at first")).triggered.connect(self.forget_looks)

    @Slot(QPoint)
    def _open_heads_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._add_columns(menu)
        menu.popup(self.horizontalHeader().mapToGlobal(at))

    def _show_column(self, column: int, shown: bool) -> None:
        self.setColumnHidden(column, not shown)
        self._keep_looks()

    @Slot()
    def forget_looks(self) -> None:
        """Show every column, as wide as its texts."""
        looks = self._looks
        if looks is not None:
            looks.keep(self._looks_name, {})
        for column in range(len(self._listing.listing.columns)):
            self.setColumnHidden(column, False)
        self.fit_columns()

    @property
    def _looks(self) -> TableLooks | None:
        looks = getattr(self.window(), "table_looks", None)
        return looks if isinstance(looks, TableLooks) else None

    @Slot(int, int, int)
    def _resized(self, column: int, before: int, width: int) -> None:
        modes = QHeaderView.ResizeMode
        by_hand = self.horizontalHeader().sectionResizeMode(column) == modes.Interactive
        is_last = self._stretch < 0 and column == len(self._listing.listing.columns) - 1
        if self.isVisible() and by_hand and not is_last and not self._fitting and before and width:
            self._touched.add(self._listing.listing.columns[column])
            self._saving.start()

    @Slot()
    def _keep_looks(self) -> None:
        """Remember the columns that are hidden, and those whose width was changed by hand."""
        looks = self._looks
        if looks is None:
            return
        known = looks.of(self._looks_name)
        kept = {head: width for head, width in known.items() if head not in self._listing.listing.columns}
        for column, head in enumerate(self._listing.listing.columns):
            if self.isColumnHidden(column):
                kept[head] = HIDDEN
            elif head in self._touched or known.get(head):
                kept[head] = self.columnWidth(column)
        looks.keep(self._looks_name, kept)

    def _restore_looks(self) -> None:
        looks = self._looks
        known = looks.of(self._looks_name) if looks is not None else {}
        for column, head in enumerate(self._listing.listing.columns):
            if column and known.get(head) == HIDDEN and head in known:
                self.setColumnHidden(column, True)
            elif known.get(head):
                self.setColumnWidth(column, known[head])

    def _copy_text(self, text: str, _checked: bool = False) -> None:
        QGuiApplication.clipboard().setText(text)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say which row the user went to."""
        super().currentChanged(current, previous)
        self.row_changed.emit(self._listing.row_of(current) if current.isValid() else -1)

    def selected_text(self) -> str:
        """Return the selected rows with their heads, tab-separated."""
        rows = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        listing = self._listing.listing
        picked = [listing.rows[self._listing.shown[row]] for row in rows]
        return tab_separated(listing.columns, picked)

    @Slot()
    def copy(self) -> None:
        """Copy the selected rows."""
        QGuiApplication.clipboard().setText(self.selected_text())

    @Slot()
    def copy_all(self) -> None:
        """Copy every row shown."""
        listing = self._listing.listing
        text = tab_separated(listing.columns, [listing.rows[i] for i in self._listing.shown])
        QGuiApplication.clipboard().setText(text)

    @Slot(QModelIndex)
    def _activated(self, index: QModelIndex) -> None:
        self.row_chosen.emit(self._listing.row_of(index))
