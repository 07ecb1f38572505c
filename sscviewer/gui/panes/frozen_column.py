"""The first column of a table, which stays where it is while the others are scrolled sideways."""

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from sscviewer.gui.language import tr


class FrozenColumn(QTableView):
    """Lies over a table that is scrolled sideways; shares its model, its selection and its scrolling."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self.setModel(table.model())
        self.setItemDelegate(table.itemDelegate())
        self.setSelectionModel(table.selectionModel())
        # Another view of what the table has already told of.
        self.setAccessibleName(
            tr("{accessiblename}: first column").format(accessiblename=table.accessibleName())
        )
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(table.alternatingRowColors())
        self.setShowGrid(False)
        self.setWordWrap(False)
        for bar in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            bar(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(table.verticalScrollMode())
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(table.verticalHeader().defaultSectionSize())
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.horizontalScrollBar().valueChanged.connect(self.settle)
        table.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        table.horizontalHeader().sectionResized.connect(self.settle)
        table.model().modelReset.connect(self.settle)
        table.installEventFilter(self)
        self.clicked.connect(table.clicked)
        self.doubleClicked.connect(table.activated)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the table."""
        if event.type() == QEvent.Type.Resize:
            self.settle()
        return False

    @Slot()
    def settle(self) -> None:
        """Lie over the first column while it would be out of sight."""
        table, model = self._table, self._table.model()
        first = next((i for i in range(model.columnCount()) if not table.isColumnHidden(i)), -1)
        scrolled = table.horizontalScrollBar().value() > 0
        room = table.viewport().width()
        width = table.columnWidth(first) if first >= 0 else 0
        shown = scrolled and 0 < width < room * 2 // 3
        self.setVisible(shown)
        if not shown:
            return
        for column in range(model.columnCount()):
            self.setColumnHidden(column, column != first)
        self.setColumnWidth(first, width)
        head, frame = table.horizontalHeader().height(), table.frameWidth()
        self.horizontalHeader().setFixedHeight(head)
        self.setGeometry(frame, frame, width, table.viewport().height() + head)
        self.verticalScrollBar().setValue(table.verticalScrollBar().value())
        self.raise_()
