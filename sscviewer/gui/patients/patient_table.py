"""The table of patients: what a row looks like, and the keys a list has."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from sscviewer.gui.language import tr
from sscviewer.gui.patients.row_painter import RowPainter
from sscviewer.gui.state.patient_model import (
    CHANGE_1,
    CHANGE_2,
    GRADE,
    ID,
    PERSON,
    REVIEWED,
    SPARK,
    STATUS,
    SUBSET,
    PatientModel,
)
from sscviewer.gui.state.theme import Theme
from sscviewer.plots.safe_painter import painting

Index = QModelIndex | QPersistentModelIndex
SPARK_WIDTH = 58
NOBODY = "No patient passes the filter. Take a chip away above, or undo it with Ctrl+Z."
GIVE_WAY = (SPARK, CHANGE_2, SUBSET, PERSON, CHANGE_1)
"""What a narrow list leaves out, in this order; the patient's page has all of it."""
ROW_HEIGHT = 1.75
"""Height of a row in lines of text."""
MOST_OF_HEAD = 9
"""Characters of the name of a change that are seen whole."""
ROOM = 10
"""Space beside the text of a column, px."""
MEASURED = 100
_LONGEST = 18
"""Of longer IDs the end is shown; in full in the tooltip."""


class PatientTable(QTableView):
    """Rows of patients, one selected.

    Signals
    -------
    typed
        A character typed into the list, to find.
    pin_asked
        With the USUBJIDs of rows to pin, or to unpin where all are pinned.
    chosen
        With the USUBJID of the row the user went to.
    """

    typed = Signal(str)
    pin_asked = Signal(tuple)
    chosen = Signal(str)

    def __init__(self, model: PatientModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._patients = model
        self._following = False
        self._widths: dict[int, int] = {}
        self.painter = RowPainter(theme, model)
        self.setModel(model)
        self.setAccessibleName(tr("Patients"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(round(self.fontMetrics().height() * ROW_HEIGHT))
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSectionsClickable(True)
        heads.setSortIndicatorShown(True)
        heads.setTextElideMode(Qt.TextElideMode.ElideRight)
        heads.setMinimumSectionSize(20)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.sectionClicked.connect(self._head_clicked)
        model.modelReset.connect(self._show_sorting)

    def fit_columns(self) -> None:
        """Give each column the width its longest text needs; hide those with nothing in them."""
        metrics = self.fontMetrics()
        rows = self._patients.rows
        longest = max((row.usubjid for row in rows), key=len, default="")[:_LONGEST]
        widths = {
            STATUS: 24,
            ID: max(metrics.horizontalAdvance(longest) * 1.1, metrics.horizontalAdvance("Patient")),
            PERSON: _widest(metrics, {r.person for r in rows}),
            SUBSET: _widest(metrics, {r.subset_short for r in rows}),
            SPARK: SPARK_WIDTH,
            GRADE: metrics.horizontalAdvance("Gr."),
            REVIEWED: 22,
        }
        for column in (CHANGE_1, CHANGE_2):
            texts = {
                r.change_texts[column - CHANGE_1] for r in rows if len(r.change_texts) > column - CHANGE_1
            }
            head = str(self._patients.headerData(column, Qt.Orientation.Horizontal))
            # A long name of a measurement is cut: what else is in the list must keep its room.
            most = metrics.averageCharWidth() * MOST_OF_HEAD
            widths[column] = max(_widest(metrics, texts), min(_widest(metrics, {head}), most))
        for column, width in widths.items():
            plain = column in (STATUS, SPARK, REVIEWED)
            self._widths[column] = round(width if plain else width + ROOM)
            self.setColumnWidth(column, self._widths[column])
        # The course gives way and takes what is left over: an ID that is cut names nobody.
        stretched = SPARK if self._patients.has_column(SPARK) else ID
        for column in (SPARK, ID):
            mode = QHeaderView.ResizeMode.Stretch if column == stretched else QHeaderView.ResizeMode.Fixed
            self.horizontalHeader().setSectionResizeMode(column, mode)
        for column in widths:
            self.setColumnHidden(column, not self._patients.has_column(column))
        self._give_way()
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out, in a narrow list, what is also elsewhere; an ID that is cut names nobody."""
        super().resizeEvent(event)
        self._give_way()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._widths:
            self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * ROW_HEIGHT))
            self.fit_columns()

    def _give_way(self) -> None:
        there = [column for column in self._widths if self._patients.has_column(column)]
        room = self.viewport().width() - sum(self._widths[column] for column in there)
        least = {column: self._widths[column] for column in there} | {SPARK: SPARK_WIDTH // 2}
        room += self._widths[SPARK] - least[SPARK] if SPARK in there else 0
        hidden = []
        for column in GIVE_WAY:
            if column in there and room < 0:
                hidden.append(column)
                room += least[column]
        for column in reversed(hidden.copy()):
            # One wide column that went leaves room for a narrow one that went before it.
            if least[column] <= room:
                hidden.remove(column)
                room -= least[column]
        for column in GIVE_WAY:
            self.setColumnHidden(column, column not in there or column in hidden)

    def sizeHint(self) -> QSize:
        """Return the size in which all columns are seen."""
        there = [width for column, width in self._widths.items() if self._patients.has_column(column)]
        width = sum(there) + self.verticalScrollBar().sizeHint().width() + 4
        return QSize(width, 400)

    def show_patient(self, usubjid: str) -> None:
        """Select a patient's row, or none when the patient is not in the list."""
        place = self._patients.place(usubjid)
        self._following = True
        if place < 0:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        elif self.currentIndex().row() != place:
            self.setCurrentIndex(self._patients.index(place, ID))
        self._following = False
        if place >= 0:
            self.scrollTo(self._patients.index(place, ID))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows seen, or say what to do when no patient is let through.

        Not through Qt's delegates, which ask for every cell on its own: ten times the time.
        """
        with painting(self.viewport()) as painter:
            if self._patients.rowCount():
                self._paint_rows(painter, event.rect())
            elif self._patients.total:
                painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
                box = self.viewport().rect().adjusted(16, 24, -16, -16)
                flags = int(
                    Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
                )
                painter.drawText(box, flags, tr(NOBODY))

    def _paint_rows(self, painter: QPainter, asked: QRect) -> None:
        first, last = self.rowAt(asked.top()), self.rowAt(asked.bottom())
        if first < 0:
            return  # below the last row
        last = self._patients.rowCount() - 1 if last < 0 else last
        seen = [
            (row, self.rowViewportPosition(i))
            for i, row in enumerate(self._patients.shown[first : last + 1], first)
        ]
        width, height = self.viewport().width(), self.verticalHeader().defaultSectionSize()
        current = self.currentIndex().row()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if first <= current <= last:
            self.painter.paint_ground(painter, QRect(0, seen[current - first][1], width, height))
        selected = self._patients.shown[current].usubjid if current >= 0 else ""
        for column in range(self._patients.columnCount()):
            if not self.isColumnHidden(column):
                left, wide = self.columnViewportPosition(column), self.columnWidth(column)
                cells = [(row, QRect(left, top, wide, height)) for row, top in seen]
                self.painter.paint_column(painter, column, cells, selected, self.font())

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say which patient the user went to."""
        super().currentChanged(current, previous)
        if current.isValid() and not self._following:
            self.chosen.emit(self._patients.shown[current.row()].usubjid)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pin a row by Ctrl and click, those from the current one to it by Shift and click."""
        row = self.indexAt(event.position().toPoint()).row()
        modifiers = event.modifiers()
        is_left = event.button() == Qt.MouseButton.LeftButton
        if row >= 0 and is_left and modifiers & Qt.KeyboardModifier.ControlModifier:
            self.pin_asked.emit((self._patients.shown[row].usubjid,))
        elif row >= 0 and is_left and modifiers & Qt.KeyboardModifier.ShiftModifier:
            at = max(self.currentIndex().row(), 0)
            self.pin_asked.emit(self._patients.visible[min(at, row) : max(at, row) + 1])
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Home and End go to the first and last patient, and a printable character begin finding."""
        text = event.text()
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            last = self._patients.rowCount() - 1
            self.setCurrentIndex(self._patients.index(0 if event.key() == Qt.Key.Key_Home else last, ID))
        elif plain and text.isprintable() and text.strip():
            self.typed.emit(text)
        else:
            super().keyPressEvent(event)

    def _head_clicked(self, column: int) -> None:
        by, descending = self._patients.sorted_by
        # Numbers are most wanted with the largest first.
        down = not descending if by == column else column in (GRADE, CHANGE_1, CHANGE_2)
        order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        self._patients.sort(column, order)

    def _show_sorting(self) -> None:
        column, descending = self._patients.sorted_by
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(column, order)


def _widest(metrics: QFontMetrics, texts: set[str]) -> int:
    """Return the width of the widest text; of very many, of those with most characters."""
    longest = sorted(texts, key=len)[-MEASURED:]
    return max(map(metrics.horizontalAdvance, longest), default=0)
