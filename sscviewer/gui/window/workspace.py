"""The pages of an open file behind their tabs; made when the first file is opened."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from sscviewer.gui.analysis.choices import choices_of
from sscviewer.gui.analysis.page import AnalysisPage
from sscviewer.gui.language import tr
from sscviewer.gui.pages.compare import CompareView
from sscviewer.gui.pages.data import DataView
from sscviewer.gui.pages.patient import PatientView
from sscviewer.gui.pages.view_bar import action_button
from sscviewer.gui.plan.page import PlanPage
from sscviewer.gui.state.icons import icon
from sscviewer.gui.state.parts import Parts
from sscviewer.gui.state.showing import PAGES, VIEWS
from sscviewer.gui.state.theme import Theme
from sscviewer.gui.window.trial_views import VIEWS_OF

if TYPE_CHECKING:
    from sscviewer.plots.charts.chart import Figure
    from sscviewer.report.table_file import Table

BUTTON_ROOM = 20
"""What a button needs beside its icon and its words, px."""
WORDED = ("save_table", "profiles")
"""Figure, table and pages of all have the same icon: two of them need their words."""
NARROW = 85
"""Per cent: letters so wide are read as well; the longest names fit beside list and details at 1024 px."""
NARROWEST = int(QFont.Stretch.Condensed)
"""Per cent, where names would be cut else: in large text beside list and details."""

TABS_LEAST = 240
"""All tabs can be pressed to this, px: the window can be narrower than their names."""


class Workspace(QWidget):
    """Tabs and pages.

    Attributes
    ----------
    patient, compare, data, plan
        The pages about one patient, a few beside each other, the file, and the choices behind the numbers.
    analysis
        The pages about the whole trial, by name.

    Signals
    -------
    told
        One sentence for the user, and its kind ("info", "error").
    offer_changed
        What can be saved may have changed.
    """

    told = Signal(str, str)
    offer_changed = Signal()

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        session, actions, theme = parts.session, parts.actions, parts.themes.current
        self._session = session
        self.tabs = self._page_tabs()
        self.pages = QStackedWidget(self)
        self.patient = PatientView(session, actions, parts.marks, theme, self)
        self.data = DataView(parts, self)
        self.data.offer_changed.connect(self._offer)
        self.plan = PlanPage(parts, self)
        self.analysis = {name: AnalysisPage(name, views, parts, self) for name, views in VIEWS_OF.items()}
        for page in self.analysis.values():
            page.told.connect(self.told)
            page.shown.connect(self._offer)
        self.compare = CompareView(session, actions, theme, self)
        self.patients = QStackedWidget(self)
        self.patients.addWidget(self.patient)
        self.patients.addWidget(self.compare)
        session.pinned_changed.connect(self._compare)
        session.usubjid_changed.connect(self._compare)
        made: dict[str, QWidget] = {
            "patient": self.patients,
            **self.analysis,
            "data": self.data,
            "plan": self.plan,
        }
        for number, (view, text) in enumerate(PAGES.items(), 1):
            title = tr(text).replace("&", "")
            self.tabs.addTab(title)
            self.tabs.setTabToolTip(
                number - 1, tr("{title} page ({number})").format(title=title, number=number)
            )
            self.pages.addWidget(made[view])
        self.tabs.currentChanged.connect(self._tab_chosen)
        session.view_changed.connect(self.show_view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._top_row = QWidget(self)
        self._top_row.setLayout(self._top(parts))
        layout.addWidget(self._top_row)
        layout.addWidget(self.pages, 1)
        self.show_view(session.view)
        self.set_theme(theme)

    def _page_tabs(self) -> QTabBar:
        tabs = QTabBar(self)
        tabs.setAccessibleName(tr("Pages"))
        tabs.setDrawBase(False)
        tabs.setExpanding(False)
        # Names that are cut say more than names that are scrolled away.
        tabs.setUsesScrollButtons(False)
        tabs.setElideMode(Qt.TextElideMode.ElideRight)
        tabs.setMinimumWidth(TABS_LEAST)
        return tabs

    def _top(self, parts: Parts) -> QBoxLayout:
        self._icons = {name: parts.actions[name] for name in ("copy", "save", "save_table", "profiles")}
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setContentsMargins(0, 0, 14, 0)
        row.setSpacing(4)
        row.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignBottom)
        self._buttons = {name: action_button(action, self) for name, action in self._icons.items()}
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in self._buttons.values():
            buttons.addWidget(button)
        row.addLayout(buttons, 1)
        self._row = row
        return row

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words of the buttons out where the tabs need the room; without any, put them below.

        Before that the names of the pages are set in narrower letters, and so where they would be cut.
        """
        super().resizeEvent(event)
        words, icons = self._room_of_buttons()
        wide = self._room_of_names(int(QFont.Stretch.Unstretched))
        tabs = wide if wide + icons <= self.width() else self._room_of_names(NARROW)
        below = tabs + icons > self.width()
        if below:
            for letters in (int(QFont.Stretch.Unstretched), NARROW, NARROWEST):
                if self._room_of_names(letters) <= self.width():
                    break
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if below else directions.LeftToRight)
        fits = below or tabs + words + icons <= self.width()
        styles = Qt.ToolButtonStyle
        for name, button in self._buttons.items():
            button.setToolButtonStyle(
                styles.ToolButtonTextBesideIcon if fits or name in WORDED else styles.ToolButtonIconOnly
            )

    def _room_of_buttons(self) -> tuple[int, int]:
        """Return what the words that may be left out need, and the rest of the buttons, px.

        No page has more than one of those that keep their words; the widest is counted on all, so that
        nothing moves from page to page.
        """
        one = next(iter(self._buttons.values())).iconSize().width() + BUTTON_ROOM
        wide = {name: b.fontMetrics().horizontalAdvance(b.text()) for name, b in self._buttons.items()}
        words = sum(room for name, room in wide.items() if name not in WORDED)
        return words, one * (len(wide) - len(WORDED) + 1) + max(wide[name] for name in WORDED)

    def _room_of_names(self, stretch: int) -> int:
        """Set the names of the pages in letters so wide and return what their row needs, px."""
        if self.tabs.font().stretch() != stretch:
            font = QFont(self.font())
            font.setStretch(stretch)
            self.tabs.setFont(font)
        return self.tabs.sizeHint().width() + self._row.contentsMargins().right() + self._row.spacing()

    def set_large(self, font: QFont) -> None:
        """Use a font everywhere, pictures included; a large one leaves out what only serves work."""
        is_large = font.pointSizeF() > self.font().pointSizeF()
        self.setFont(font)
        self._top_row.setVisible(not is_large)
        self.patient.bar.setVisible(not is_large)
        self.patient.screen_changed()
        self.compare.restyle()

    def figure(self) -> "Figure | None":
        """Return the picture of the whole trial on screen; None on other pages."""
        page = self.analysis.get(self._session.view)
        return page.figure() if page else None

    def about_view(self) -> tuple[str, dict[str, Any]]:
        """Return "page/view" of the picture on screen, and what is chosen there; "" on other pages."""
        page = self.analysis.get(self._session.view)
        return (f"{page.name}/{page.view.name}", choices_of(page.view)) if page else ("", {})

    def table(self) -> "Table | None":
        """Return the table on screen: of the whole trial, or what changed in it; None on other pages."""
        if self._session.view == "data":
            return self.data.table()
        page = self.analysis.get(self._session.view)
        return page.table() if page else None

    @Slot(str)
    def show_view(self, view: str) -> None:
        """Turn to a page."""
        place = VIEWS.index(view)
        self.tabs.setCurrentIndex(place)
        self.pages.setCurrentIndex(place)
        for name in ("copy", "save"):
            self._buttons[name].setVisible(view not in ("data", "plan"))
        self._buttons["profiles"].setVisible(view == "patient")
        self._offer()

    @Slot()
    def _compare(self) -> None:
        """Show one patient, or those compared."""
        self.patients.setCurrentWidget(self.compare if self._session.is_comparing else self.patient)

    @Slot()
    def _offer(self) -> None:
        """Offer to save what there is."""
        self._buttons["save_table"].setVisible(self.table() is not None)
        self.offer_changed.emit()

    @Slot(object)
    def set_theme(self, theme: Theme) -> None:
        """Follow the theme."""
        colour = theme.palette.color(QPalette.ColorRole.ButtonText)
        faint = theme.palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
        for name, action in self._icons.items():
            action.setIcon(icon("copy" if name == "copy" else "save", colour, faint))
        self.patient.set_theme(theme)
        self.compare.set_theme(theme)
        for page in self.analysis.values():
            page.set_theme(theme)
        self.plan.set_theme(theme)

    @Slot(int)
    def _tab_chosen(self, place: int) -> None:
        self._session.set_view(VIEWS[place])
