"""The filters saved for a study: offered in a menu, saved under a name, taken away."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from sscviewer.gui.language import tr
from sscviewer.gui.state.patient_filter import PatientFilter
from sscviewer.gui.state.reviews import Reviews
from sscviewer.gui.state.session import Session
from sscviewer.plots.screen.plain_tip import plain_tip


class SavedFilters(QObject):
    """Keeps filters in the study memory.

    Signals
    -------
    name_asked
        The user wants to save the filter in force: with the names there are.
    told
        One sentence for the user, and its kind ("info", "error").
    """

    name_asked = Signal(tuple)
    told = Signal(str, str)

    def __init__(self, session: Session, reviews: Reviews, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._reviews = session, reviews

    def all(self) -> dict[str, PatientFilter]:
        """Return the filters saved for the open study, by name; what cannot be read is left out."""
        from sscviewer.memory.saved_filters import saved_filters  # there is a trial

        found = {}
        for name, text in self._reviews.attempt(saved_filters, {}).items():
            try:
                found[name] = PatientFilter.of_text(text)
            except ValueError:
                continue  # of a later version of the program
        return found

    def save(self, name: str) -> None:
        """Keep the filter in force under a name."""
        self._write(name, self._session.filters.to_text())
        self.told.emit(tr("Saved the filter “{name}” for this study.").format(name=name), "info")

    def forget(self, name: str) -> None:
        """Take a saved filter away; the filter in force stays."""
        self._write(name, "")

    def _write(self, name: str, text: str) -> None:
        from sscviewer.memory.saved_filters import save_filter  # there is a trial

        self._reviews.attempt(lambda memory: save_filter(memory, name, text), None)

    def fill(self, menu: QMenu) -> None:
        """Offer the saved filters, to save the one in force, and to take one away."""
        menu.clear()
        saved, wanted = self.all(), self._session.filters
        for name, one in saved.items():
            action = menu.addAction(name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(one == wanted)
            action.setToolTip(plain_tip(one.words()))
            action.triggered.connect(partial(self._session.set_filters, one))
        menu.setToolTipsVisible(True)
        menu.addSeparator()
        save = menu.addAction(tr("&Save this filter as…"))
        save.setEnabled(wanted != PatientFilter() and not self._reviews.why_not)
        save.triggered.connect(lambda: self.name_asked.emit(tuple(saved)))
        part = menu.addMenu(tr("&Delete a saved filter"))
        part.setEnabled(bool(saved))
        for name in saved:
            part.addAction(name.replace("&", "&&")).triggered.connect(partial(self.forget, name))
