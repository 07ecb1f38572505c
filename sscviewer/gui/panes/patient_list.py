"""The pane on the left: search, sort, filter, and all patients."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from sscviewer.gui.panes.filter_panel import FilterPanel
from sscviewer.gui.panes.patient_table import PatientTable
from sscviewer.gui.state.icons import icon
from sscviewer.gui.state.patient_model import (
    CHANGE_1,
    CHANGE_2,
    GRADE,
    ID,
    PERSON,
    REVIEWED,
    STATUS,
    SUBSET,
    PatientModel,
)
from sscviewer.gui.state.patient_row import PatientFilter
from sscviewer.gui.state.session import Session
from sscviewer.gui.state.theme import Theme
from sscviewer.gui.state.trial import Trial

LEAST_WIDTH = 220
"""The pane can be made this narrow, px; IDs are then cut."""
_SORTS = (ID, STATUS, PERSON, SUBSET, CHANGE_1, CHANGE_2, GRADE, REVIEWED)


class PatientList(QWidget):
    """Search, sorting, filters and the table of patients."""

    def __init__(
        self, session: Session, model: PatientModel, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._model = model
        self._theme = theme
        self.search = self._search_box()
        self.count = QLabel(self)
        self.count.setAccessibleName("Patients shown")
        self.filter_button = self._filter_button()
        self.sort_box = self._sort_box()
        self.direction = self._direction_button()
        self.filters = FilterPanel(session, self)
        self.filters.hide()
        self.table = PatientTable(model, theme, self)
        self._lay_out()
        self._connect()
        self.set_theme(theme)

    def _search_box(self) -> QLineEdit:
        box = QLineEdit(self)
        box.setPlaceholderText("Search ID, event, outcome (Ctrl+F)")
        box.setAccessibleName("Search patients")
        box.setClearButtonEnabled(True)
        box.setAcceptDrops(False)
        box.installEventFilter(self)
        return box

    def _filter_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setText("Filter")
        button.setAccessibleName("Filter patients")
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return button

    def _sort_box(self) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName("Sort patients by")
        box.setToolTip("Sort patients by")
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)
        return box

    def _direction_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setAccessibleName("Turn the order round")
        button.setToolTip("Turn the order round")
        button.setAutoRaise(True)
        return button

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(8, 0, 8, 0)
        top.addWidget(self.count, 1)
        top.addWidget(self.filter_button)
        order = QHBoxLayout()
        order.setContentsMargins(8, 0, 8, 0)
        label = QLabel("Sort by", self)
        label.setBuddy(self.sort_box)
        order.addWidget(label)
        order.addWidget(self.sort_box, 1)
        order.addWidget(self.direction)
        search = QHBoxLayout()
        search.setContentsMargins(8, 8, 8, 0)
        search.addWidget(self.search)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(search)
        layout.addLayout(top)
        layout.addWidget(self.filters)
        layout.addLayout(order)
        layout.addWidget(self.table, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._search_changed)
        self.search.returnPressed.connect(self._take_first)
        self.filter_button.toggled.connect(self.filters.setVisible)
        self.sort_box.activated.connect(self._sort_chosen)
        self.direction.clicked.connect(self._turn_round)
        self.table.chosen.connect(self._session.set_usubjid)
        self.table.typed.connect(self._typed)
        self._model.order_changed.connect(self._order_changed)
        self._session.trial_changed.connect(self.show_trial)
        self._session.usubjid_changed.connect(self.table.show_patient)
        self._session.filters_changed.connect(self._filters_changed)

    @Slot(object)
    def show_trial(self, trial: Trial) -> None:
        """List another trial's patients (the model has them already)."""
        self.filters.set_patients(trial.patients.rows)
        self.table.fit_columns()
        self.sort_box.clear()
        for column in _SORTS:
            if self._model.has_column(column):
                heading = self._model.heading(column)
                self.sort_box.addItem(heading[0].upper() + heading[1:], column)
        self._order_changed()
        self.setMinimumWidth(min(self.table.sizeHint().width(), LEAST_WIDTH))

    @Slot()
    def focus_search(self) -> None:
        """Let the user type into the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @Slot(object)
    def set_theme(self, theme: Theme) -> None:
        """Follow the theme."""
        self._theme = theme
        self.filter_button.setIcon(icon("filter", theme.palette.color(QPalette.ColorRole.ButtonText)))
        self.table.delegate.theme = theme
        self.table.viewport().update()
        self._show_direction()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrows leave the search for the list, and Esc clear it."""
        if watched is self.search and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_PageDown):
                self._take_first()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.search.clear()
                self.table.setFocus()
                return True
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """Return the size in which the whole table is seen."""
        return QSize(self.table.sizeHint().width(), 600)

    @Slot(str)
    def _search_changed(self, text: str) -> None:
        self._session.set_filters(replace(self._session.filters, text=text))

    @Slot()
    def _take_first(self) -> None:
        """Go to the list; to its first patient if the one shown is not in it."""
        visible = self._model.visible
        if visible and self._session.usubjid not in visible:
            self._session.set_usubjid(visible[0])
        self.table.setFocus()

    @Slot(str)
    def _typed(self, text: str) -> None:
        self.search.setFocus()
        self.search.setText(text)

    @Slot(object)
    def _filters_changed(self, wanted: PatientFilter) -> None:
        if self.search.text() != wanted.text:
            self.search.setText(wanted.text)
        self._model.set_filter(wanted)
        n = wanted.n_active
        self.filter_button.setText(f"Filter ({n})" if n else "Filter")

    @Slot()
    def _order_changed(self) -> None:
        shown, total = len(self._model.visible), self._model.total
        self.count.setText(f"{shown} of {total} patients")
        column, _ = self._model.sorted_by
        self.sort_box.setCurrentIndex(self.sort_box.findData(column))
        self._show_direction()
        self.table.show_patient(self._session.usubjid)

    @Slot()
    def _sort_chosen(self) -> None:
        column = self.sort_box.currentData()
        down = column in (GRADE, CHANGE_1, CHANGE_2)
        self._model.sort(column, Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder)

    @Slot()
    def _turn_round(self) -> None:
        column, descending = self._model.sorted_by
        order = Qt.SortOrder.AscendingOrder if descending else Qt.SortOrder.DescendingOrder
        self._model.sort(column, order)

    def _show_direction(self) -> None:
        name = "descending" if self._model.sorted_by[1] else "ascending"
        self.direction.setIcon(icon(name, self._theme.palette.color(QPalette.ColorRole.ButtonText)))
