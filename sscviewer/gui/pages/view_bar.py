"""The controls above the figure: what is shown and how; each is also in a menu."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QComboBox, QMenu, QToolButton, QWidget

from sscviewer.gui.language import tr
from sscviewer.gui.panes.flow_layout import FlowLayout
from sscviewer.gui.state.actions import Actions
from sscviewer.gui.state.icons import icon
from sscviewer.gui.state.session import Session
from sscviewer.gui.state.showing import BANDS
from sscviewer.gui.state.theme import Theme
from sscviewer.plots.screen.plain_tip import plain_tip

TIME_WORDS = (("months", "Time in months"), ("days", "Time in study days"), ("dates", "Calendar dates"))
ORDER_WORDS = (("onset", "Events by onset"), ("class", "Events by class"), ("grade", "Events by grade"))


class ViewBar(QWidget):
    """Measurements, time axis, order of events, bands, zoom."""

    def __init__(
        self, session: Session, actions: Actions, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._actions = {name: actions[name] for name in ("panels", "events", "reset")}
        layout = FlowLayout(self, spacing=6)
        layout.setContentsMargins(14, 2, 14, 4)
        layout.addWidget(self._button("panels"))
        self.time_box = self._combo(tr("Time axis"), TIME_WORDS, layout)
        self.time_box.activated.connect(self._time_chosen)
        self.order_box = self._combo(tr("Events by"), ORDER_WORDS, layout)
        self.order_box.activated.connect(self._order_chosen)
        layout.addWidget(self._button("events"))
        layout.addWidget(self._bands_button(actions))
        reset = self._button("reset")
        # There only while something is zoomed: the row is short.
        actions["reset"].enabledChanged.connect(reset.setVisible)
        reset.setVisible(actions["reset"].isEnabled())
        layout.addWidget(reset)
        session.time_unit_changed.connect(self.show_state)
        session.lane_order_changed.connect(self.show_state)
        session.trial_changed.connect(self.show_state)
        self.show_state()
        self.set_theme(theme)

    def _button(self, name: str) -> QToolButton:
        return action_button(self._actions[name], self)

    def _bands_button(self, actions: Actions) -> QToolButton:
        button = QToolButton(self)
        button.setText(tr("Bands"))
        button.setAccessibleName(tr("Bands"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        for name in BANDS:
            menu.addAction(actions[f"choose_bands.{name}"])
        button.setMenu(menu)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._bands = button
        return button

    def _combo(self, name: str, entries: tuple[tuple[str, str], ...], layout: FlowLayout) -> QComboBox:
        combo = QComboBox(self)
        combo.setAccessibleName(name)
        combo.setToolTip(plain_tip(name))
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        combo.setMinimumWidth(14 * self.fontMetrics().averageCharWidth())
        for value, text in entries:
            combo.addItem(tr(text), value)
        layout.addWidget(combo)
        return combo

    @Slot()
    def show_state(self) -> None:
        """Show what the session says."""
        trial = self._session.trial
        self.time_box.setEnabled(trial is None or not trial.study.visit_order)
        self.time_box.setCurrentIndex(self.time_box.findData(self._session.time_unit))
        self.order_box.setCurrentIndex(self.order_box.findData(self._session.lane_order))

    @Slot(object)
    def set_theme(self, theme: Theme) -> None:
        """Follow the theme."""
        colour = theme.palette.color(QPalette.ColorRole.ButtonText)
        faint = theme.palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
        for name, action in self._actions.items():
            action.setIcon(icon("filter" if name == "events" else name, colour, faint))
        self._bands.setIcon(icon("bands", colour, faint))

    @Slot()
    def _time_chosen(self) -> None:
        self._session.set_time_unit(self.time_box.currentData())

    @Slot()
    def _order_chosen(self) -> None:
        self._session.set_lane_order(self.order_box.currentData())


def action_button(action: QAction, parent: QWidget) -> QToolButton:
    """Return a button that does what an action does, with its icon and short text."""
    action.setIconVisibleInMenu(False)
    button = QToolButton(parent)
    button.setDefaultAction(action)
    button.setAccessibleName(action.text().replace("&", "").removesuffix("…"))
    button.setToolTip(plain_tip(_tip(action)))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button


def _tip(action: QAction) -> str:
    text = action.text().replace("&", "").removesuffix("…")
    key = action.shortcut().toString()
    return f"{text} ({key})" if key else text
