"""The pages of an open file behind their tabs; made when the first file is opened."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from sscviewer.gui.actions import Actions
from sscviewer.gui.icons import icon
from sscviewer.gui.pages.data import DataView
from sscviewer.gui.pages.patient import PatientView
from sscviewer.gui.pages.view_bar import action_button
from sscviewer.gui.session import VIEWS, Session
from sscviewer.gui.theme import Theme

TITLES = {"patient": "Patient", "data": "Data"}


class Workspace(QWidget):
    """Tabs and pages.

    Attributes
    ----------
    patient, data
        The pages.
    """

    def __init__(
        self,
        session: Session,
        actions: Actions,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.tabs = QTabBar(self)
        self.tabs.setAccessibleName("Pages")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.pages = QStackedWidget(self)
        self.patient = PatientView(session, actions, theme, self)
        self.data = DataView(session, self)
        for number, (view, page) in enumerate(zip(VIEWS, (self.patient, self.data), strict=True), 1):
            self.tabs.addTab(TITLES[view])
            self.tabs.setTabToolTip(number - 1, f"{TITLES[view]} page ({number})")
            self.pages.addWidget(page)
        self.tabs.currentChanged.connect(self._tab_chosen)
        session.view_changed.connect(self.show_view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._top(actions))
        layout.addWidget(self.pages, 1)
        self.show_view(session.view)
        self.set_theme(theme)

    def _top(self, actions: Actions) -> QHBoxLayout:
        self._icons = {"copy": actions["copy"], "save": actions["save"]}
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 14, 0)
        row.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        self._buttons = [action_button(action, self) for action in self._icons.values()]
        for button in self._buttons:
            row.addWidget(button)
        return row

    @Slot(str)
    def show_view(self, view: str) -> None:
        """Turn to a page."""
        place = VIEWS.index(view)
        self.tabs.setCurrentIndex(place)
        self.pages.setCurrentIndex(place)
        for button in self._buttons:
            button.setVisible(view == "patient")

    @Slot(object)
    def set_theme(self, theme: Theme) -> None:
        """Follow the theme."""
        colour = theme.palette.color(QPalette.ColorRole.ButtonText)
        faint = theme.palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
        for name, action in self._icons.items():
            action.setIcon(icon(name, colour, faint))
        self.patient.set_theme(theme)

    @Slot(int)
    def _tab_chosen(self, place: int) -> None:
        self._session.set_view(VIEWS[place])
