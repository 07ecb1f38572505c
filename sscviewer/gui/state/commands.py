"""What menu entries about patients and the view do: they change the session, and views follow it."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction

from sscviewer.analysis.patient.event_choice import EventChoice
from sscviewer.gui.state.patient_filter import PatientFilter
from sscviewer.gui.state.patient_model import PatientModel
from sscviewer.gui.state.reviews import Reviews
from sscviewer.gui.state.session import Session
from sscviewer.gui.state.settings import Settings
from sscviewer.gui.state.theme import Themes

FAR = 10
"""How many patients PageUp and PageDown go."""


class PatientCommands(QObject):
    """Going from patient to patient, in the order of the list, and marking them.

    Signals
    -------
    find_asked, comment_asked
        The user wants to type what to find, or a comment.
    found_asked
        The user wants to go to the next patient found (1), or the one before (-1).
    filter_asked
        The user wants to add a condition to the filter.
    """

    find_asked = Signal()
    found_asked = Signal(int)
    filter_asked = Signal()
    comment_asked = Signal()

    def __init__(self, session: Session, model: PatientModel, reviews: Reviews, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._model = model
        self._reviews = reviews

    def go(self, by: int) -> None:
        """Show the patient so many rows on."""
        usubjid = self._model.step(self._session.usubjid, by)
        if usubjid:
            self._session.set_usubjid(usubjid)

    @Slot()
    def next(self) -> None:
        """Show the next patient."""
        self.go(1)

    @Slot()
    def previous(self) -> None:
        """Show the previous patient."""
        self.go(-1)

    @Slot()
    def ten_on(self) -> None:
        """Go ten patients on."""
        self.go(FAR)

    @Slot()
    def ten_back(self) -> None:
        """Go ten patients back."""
        self.go(-FAR)

    @Slot()
    def first(self) -> None:
        """Show the first patient of the list."""
        self.go(-self._model.total)

    @Slot()
    def last(self) -> None:
        """Show the last patient of the list."""
        self.go(self._model.total)

    @Slot()
    def unseen(self) -> None:
        """Show the next patient without a tick."""
        self._session.set_usubjid(self._model.next_not_reviewed(self._session.usubjid))

    @Slot()
    def find(self) -> None:
        """Let the user type what to find."""
        self.find_asked.emit()

    @Slot()
    def next_found(self) -> None:
        """Go to the next patient found."""
        self.found_asked.emit(1)

    @Slot()
    def previous_found(self) -> None:
        """Go to the patient found before."""
        self.found_asked.emit(-1)

    @Slot()
    def filter(self) -> None:
        """Let the user add a condition to the filter."""
        self.filter_asked.emit()

    @Slot()
    def clear(self) -> None:
        """Show all patients."""
        self._session.set_filters(PatientFilter())

    @Slot()
    def review(self) -> None:
        """Tick or untick the patient shown."""
        self._reviews.toggle(self._session.usubjid)

    @Slot()
    def pin(self) -> None:
        """Pin the patient shown, to be compared with those shown after; or unpin."""
        self._session.toggle_pinned((self._session.usubjid,))

    @Slot()
    def unpin(self) -> None:
        """End the comparison."""
        self._session.set_pinned(())

    @Slot()
    def comment(self) -> None:
        """Let the user write a comment."""
        self.comment_asked.emit()


class ViewCommands(QObject):
    """How things are shown.

    Signals
    -------
    panels_asked, skin_asked, values_asked, start_asked
        The user wants to choose measurements, to see the body map, or the start page.
    details_asked, presentation_asked
        The user switched the details pane or the presentation on or off.
    """

    panels_asked = Signal()
    skin_asked = Signal()
    values_asked = Signal()
    start_asked = Signal()
    details_asked = Signal(bool)
    presentation_asked = Signal(bool)

    def __init__(self, session: Session, settings: Settings, themes: Themes, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._themes = themes
        self._page, self.page_before = session.view, ""
        session.view_changed.connect(self._turned)

    @Slot()
    def show_start(self) -> None:
        """Show the start page."""
        self.start_asked.emit()

    @Slot(QAction)
    def show_page(self, action: QAction) -> None:
        """Turn to a page."""
        self._session.set_view(action.data())

    @Slot()
    def back(self) -> None:
        """Turn to the page that was shown before."""
        if self.page_before:
            self._session.set_view(self.page_before)

    @Slot(str)
    def _turned(self, view: str) -> None:
        self.page_before, self._page = self._page, view

    @Slot(QAction)
    def choose_time_unit(self, action: QAction) -> None:
        """Label time as chosen."""
        self._session.set_time_unit(action.data())
        self._settings.set("page/time_unit", action.data())

    @Slot(QAction)
    def choose_lane_order(self, action: QAction) -> None:
        """Sort adverse events as chosen."""
        self._session.set_lane_order(action.data())
        self._settings.set("page/lane_order", action.data())

    @Slot(QAction)
    def choose_bands(self, action: QAction) -> None:
        """Switch one band."""
        bands = self._session.bands ^ {action.data()}
        self._session.set_bands(bands)
        self._settings.set("page/bands", sorted(bands))

    @Slot(QAction)
    def choose_theme(self, action: QAction) -> None:
        """Be light or dark."""
        self._settings.set("look/theme", action.data())
        self._themes.set_wish(action.data())

    @Slot()
    def choose_panels(self) -> None:
        """Let the user choose measurements."""
        self.panels_asked.emit()

    @Slot(bool)
    def filter_events(self, shown: bool) -> None:
        """Offer to draw fewer adverse events; put away, all are drawn again: nothing is left out unseen."""
        if not shown:
            self._session.set_events(EventChoice(folded=self._session.events.folded))

    @Slot()
    def show_skin(self) -> None:
        """Show the body map of the skin score."""
        self.skin_asked.emit()

    @Slot()
    def show_values(self) -> None:
        """Show what is on screen as a table."""
        self.values_asked.emit()

    @Slot()
    def reset_days(self) -> None:
        """Show the whole time range."""
        self._session.set_day_range(None)

    @Slot(bool)
    def show_details(self, shown: bool) -> None:
        """Show or hide the details."""
        self.details_asked.emit(shown)

    @Slot(bool)
    def present(self, on: bool) -> None:
        """Show the page alone and large, or not."""
        self.presentation_asked.emit(on)


def toggled_state(window_state: Qt.WindowState, full: bool) -> Qt.WindowState:
    """Return a window's state with full screen on or off."""
    bit = Qt.WindowState.WindowFullScreen
    return window_state | bit if full else window_state & ~bit
