"""The filter above the patient list: a chip for each condition, and what it does to the numbers."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from sscviewer.gui.language import tr
from sscviewer.gui.panes.flow_layout import FlowLayout
from sscviewer.gui.patients.filter_menu import FilterMenu
from sscviewer.gui.state.icons import icon
from sscviewer.gui.state.patient_filter import ANSWERS, LISTS, ChipKey, PatientFilter
from sscviewer.gui.state.saved_filters import SavedFilters
from sscviewer.gui.state.session import Session
from sscviewer.gui.state.theme import Theme
from sscviewer.plots.screen.plain_tip import plain_tip

LONGEST = 38
"""Characters of a chip; more are in its tooltip."""


class FilterBar(QWidget):
    """“Filter” adds a condition, a chip's text changes it, its cross takes it away.

    Attributes
    ----------
    chip_buttons
        The chips, in their order.

    Signals
    -------
    left
        The user is done here: the keys belong to the list again.
    """

    left = Signal()

    def __init__(
        self, session: Session, saved: SavedFilters, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._saved, self._theme = session, saved, theme
        self.menus = FilterMenu(session, self)
        self.add = self._button(
            tr("Filter"), tr("Filter patients"), tr("Add a condition to the filter (Ctrl+Shift+F)")
        )
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill)
        self.menu.aboutToHide.connect(self.left, Qt.ConnectionType.QueuedConnection)
        self.add.setMenu(self.menu)
        self.add.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.kept = self._button(tr("Saved"), tr("Saved filters"), tr("Filters saved for this study"))
        self.kept_menu = QMenu(self)
        self.kept_menu.aboutToShow.connect(self._fill_saved)
        self.kept.setMenu(self.kept_menu)
        self.clear = QToolButton(self)
        self.clear.setText(tr("Clear"))
        self.clear.setToolTip(tr("Take all conditions away (Ctrl+Z brings them back)"))
        self.clear.setAccessibleName(tr("Clear filters"))
        self.clear.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clear.clicked.connect(self._clear)
        self.chips = QWidget(self)
        self.chip_buttons: list[QToolButton] = []
        self._flow = FlowLayout(self.chips, spacing=4)
        self.effect = QLabel(self)
        self.effect.setTextFormat(Qt.TextFormat.PlainText)
        self.effect.setWordWrap(True)
        self.effect.setAccessibleName(tr("What the filter does"))
        self._lay_out()
        session.filters_changed.connect(self.show_filter)
        session.trial_changed.connect(self.show_filter)
        self.set_theme(theme)
        self.show_filter()

    def _button(self, text: str, name: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(plain_tip(tip))
        button.setAccessibleName(name)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        for widget in (self.add, self.kept):
            top.addWidget(widget)
        top.addStretch(1)
        top.addWidget(self.clear)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self.chips)
        layout.addWidget(self.effect)

    @Slot()
    def open_menu(self) -> None:
        """Open the menu of conditions, for the keyboard."""
        self.add.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.add.showMenu()

    @Slot()
    def show_filter(self) -> None:
        """Show what is filtered by."""
        wanted, kept = self._session.filters, self._session.kept
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.chip_buttons = []
        for key, words in wanted.chips(tr).items():
            self._flow.addWidget(self._chip(key, words))
        self.chips.setVisible(kept is not None)
        self.clear.setVisible(kept is not None)
        self.effect.setVisible(kept is not None)
        self.chips.updateGeometry()
        trial = self._session.trial
        if kept is not None and trial is not None:
            total = len(trial.study.usubjids)
            self.effect.setText(
                tr(
                    "{n} of {total} patients. Every number of the trial pages is of them, and so is "
                    "what is saved of the trial."
                ).format(n=len(kept), total=total)
            )

    def _chip(self, key: ChipKey, words: str) -> QWidget:
        chip = QWidget(self.chips)
        chip.setAutoFillBackground(True)
        palette = QPalette(self._theme.palette)
        palette.setColor(QPalette.ColorRole.Window, self._theme.named["info_back"])
        chip.setPalette(palette)
        text = QToolButton(chip)
        self.chip_buttons.append(text)
        text.setText(words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…")
        text.setAutoRaise(True)
        text.setToolTip(plain_tip(tr("{words}. Delete takes it away").format(words=words)))
        text.setAccessibleName(tr("Filter: {words}").format(words=words))
        text.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        text.installEventFilter(self)
        text.setProperty("chip", f"{key[0]}/{key[1]}")
        if key[0] in LISTS or key[0] in ANSWERS or key[0] == "least_grade":
            menu = QMenu(text)
            menu.aboutToShow.connect(partial(self.menus.fill_for, menu, key[0]))
            text.setMenu(menu)
            text.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        cross = QToolButton(chip)
        cross.setIcon(icon("close", self._theme.palette.color(QPalette.ColorRole.WindowText)))
        cross.setAutoRaise(True)
        cross.setToolTip(plain_tip(tr("Take away: {words}").format(words=words)))
        cross.setAccessibleName(tr("Take away: {words}").format(words=words))
        cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        cross.clicked.connect(partial(self._take_away, key))
        row = QHBoxLayout(chip)
        row.setContentsMargins(2, 1, 2, 1)
        row.setSpacing(0)
        row.addWidget(text)
        row.addWidget(cross)
        return chip

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Delete take a chip away."""
        takes_away = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        is_pressed = event.type() == QEvent.Type.KeyPress
        if is_pressed and isinstance(event, QKeyEvent) and event.key() in takes_away:
            name, _, at = str(watched.property("chip")).partition("/")
            self._take_away((name, int(at)))
            self.left.emit()
            return True
        return super().eventFilter(watched, event)

    def _take_away(self, key: ChipKey) -> None:
        self._session.set_filters(self._session.filters.without(key))

    @Slot()
    def _clear(self) -> None:
        self._session.set_filters(PatientFilter())

    @Slot()
    def _fill(self) -> None:
        self.menus.fill(self.menu)

    @Slot()
    def _fill_saved(self) -> None:
        self._saved.fill(self.kept_menu)

    def set_theme(self, theme: Theme) -> None:
        """Follow the theme."""
        self._theme = theme
        self.add.setIcon(icon("filter", theme.palette.color(QPalette.ColorRole.ButtonText)))
        self.show_filter()
