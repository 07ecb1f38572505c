"""The pane on the left: find, filter, sort, and all patients."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from sscviewer.gui.language import tr
from sscviewer.gui.patients.filter_bar import FilterBar
from sscviewer.gui.patients.patient_table import PatientTable
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
from sscviewer.gui.state.saved_filters import SavedFilters
from sscviewer.gui.state.session import Session
from sscviewer.gui.state.theme import Theme
from sscviewer.gui.state.trial import Trial
from sscviewer.model.plain_text import capital

LEAST_WIDTH = 220
"""The pane can be made this narrow, px; IDs are then cut."""
_SORTS = (ID, STATUS, PERSON, SUBSET, CHANGE_1, CHANGE_2, GRADE, REVIEWED)


class PatientList(QWidget):
    """Finding, filtering, sorting and the table of patients.

    The field finds: it goes from one patient found to the next and holds nobody back. The filter holds back.
    """

    def __init__(
        self,
        session: Session,
        model: PatientModel,
        saved: SavedFilters,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._model = model
        self._theme = theme
        self._trial: Trial | None = None
        self.search = self._search_box()
        self.found = QLabel(self)
        self.found.setAccessibleName(tr("Patients found"))
        self.found.setWordWrap(True)
        self.found.hide()
        self.count = QLabel(self)
        self.count.setAccessibleName(tr("Patients shown"))
        # in this order Tab goes through them, which is the order on screen
        self.filters = FilterBar(session, saved, theme, self)
        self.sort_box = self._sort_box()
        self.direction = self._direction_button()
        self.table = PatientTable(model, theme, self)
        self._lay_out()
        self._connect()
        self.set_theme(theme)

    def _search_box(self) -> QLineEdit:
        box = QLineEdit(self)
        box.setPlaceholderText(tr("Find ID, event, comment … (Ctrl+F)"))
        box.setAccessibleName(tr("Find patients"))
        box.setToolTip(
            tr("Goes to the patient: Enter to the list, F3 to the next, Shift+F3 to the one before")
        )
        box.setClearButtonEnabled(True)
        box.setAcceptDrops(False)
        box.installEventFilter(self)
        return box

    def _sort_box(self) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(tr("Sort patients by"))
        box.setToolTip(tr("Sort patients by"))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)
        return box

    def _direction_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setAccessibleName(tr("Turn the order round"))
        button.setToolTip(tr("Turn the order round"))
        button.setAutoRaise(True)
        return button

    def _lay_out(self) -> None:
        order = QHBoxLayout()
        order.setContentsMargins(8, 0, 8, 0)
        label = QLabel(tr("by"), self)
        label.setBuddy(self.sort_box)
        order.addWidget(self.count, 1)
        order.addWidget(label)
        order.addWidget(self.sort_box)
        order.addWidget(self.direction)
        search = QVBoxLayout()
        search.setContentsMargins(8, 8, 8, 0)
        search.setSpacing(2)
        search.addWidget(self.search)
        search.addWidget(self.found)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(search)
        layout.addWidget(self.filters)
        layout.addLayout(order)
        layout.addWidget(self.table, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._find)
        self.search.returnPressed.connect(self._to_list)
        self.filters.left.connect(self._focus_list)
        self.sort_box.activated.connect(self._sort_chosen)
        self.direction.clicked.connect(self._turn_round)
        self.table.chosen.connect(self._session.set_usubjid)
        self.table.typed.connect(self._typed)
        self.table.pin_asked.connect(self._pin)
        self._session.pinned_changed.connect(self._model.set_pinned)
        self._model.order_changed.connect(self._order_changed)
        self._session.trial_changed.connect(self.show_trial)
        self._session.usubjid_changed.connect(self._patient_changed)
        self._session.filters_changed.connect(self._filters_changed)

    @Slot(object)
    def show_trial(self, trial: Trial) -> None:
        """List another trial's patients (the model has them already)."""
        if self._trial is None or not self._trial.is_same_file(trial):
            self.search.clear()
        self._trial = trial
        self.table.fit_columns()
        self.sort_box.clear()
        for column in _SORTS:
            if self._model.has_column(column):
                heading = self._model.heading(column)
                self.sort_box.addItem(tr(capital(heading)), column)
        self._order_changed()
        self.setMinimumWidth(min(self.table.sizeHint().width(), LEAST_WIDTH))

    @Slot()
    def focus_search(self) -> None:
        """Let the user type what to find."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @Slot(object)
    def set_theme(self, theme: Theme) -> None:
        """Follow the theme."""
        self._theme = theme
        self.filters.set_theme(theme)
        self.table.painter.theme = theme
        self.table.viewport().update()
        self._show_direction()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrows leave the field for the list, and Esc empty it; neither touches the filter."""
        if watched is self.search and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_PageDown):
                self._to_list()
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
    def _find(self, text: str) -> None:
        """Mark who is found, and go to the first of them from the patient shown on."""
        self._model.find(text)
        self._go(0)
        self._say_found()

    @Slot()
    def find_next(self) -> None:
        """Go to the next patient found; without a text to the field."""
        self._go_or_ask(1)

    @Slot()
    def find_previous(self) -> None:
        """Go to the patient found before; without a text to the field."""
        self._go_or_ask(-1)

    def _go_or_ask(self, by: int) -> None:
        if self.search.text().strip():
            self._go(by)
        else:
            self.focus_search()

    def _go(self, by: int) -> None:
        usubjid = self._model.step_found(self._session.usubjid, by)
        if usubjid:
            self._session.set_usubjid(usubjid)

    def _say_found(self) -> None:
        text, found = self.search.text().strip(), self._model.found
        self.found.setVisible(bool(text))
        if not text:
            return
        at = found.index(self._session.usubjid) + 1 if self._session.usubjid in found else 0
        said = (
            tr("{at} of {n} found").format(at=at, n=len(found))
            if at
            else tr("{n} found").format(n=len(found))
        )
        if not found:
            said = tr("Nobody found")
        held = self._model.n_held_back
        self.found.setText(
            tr("{said}; the filter holds back {held} more").format(said=said, held=held) if held else said
        )

    @Slot()
    def _focus_list(self) -> None:
        self.table.setFocus()

    @Slot()
    def _to_list(self) -> None:
        """Go to the list, to its first patient if the one shown is not in it."""
        visible = self._model.visible
        if visible and self._session.usubjid not in visible:
            self._session.set_usubjid(visible[0])
        self.table.setFocus()

    @Slot(tuple)
    def _pin(self, usubjids: tuple[str, ...]) -> None:
        """Pin patients to compare them; the one shown is compared with them, too."""
        self._session.toggle_pinned(usubjids)
        self._session.set_view("patient")

    @Slot(str)
    def _typed(self, text: str) -> None:
        self.search.setFocus()
        self.search.setText(text)

    @Slot(str)
    def _patient_changed(self, usubjid: str) -> None:
        self.table.show_patient(usubjid)
        self._say_found()

    @Slot()
    def _filters_changed(self) -> None:
        self._model.show_only(self._session.kept)
        self._say_found()

    @Slot()
    def _order_changed(self) -> None:
        shown, total = len(self._model.visible), self._model.total
        self.count.setText(
            tr("{total} patients").format(total=total)
            if shown == total
            else tr("{shown} of {total} patients").format(shown=shown, total=total)
        )
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
