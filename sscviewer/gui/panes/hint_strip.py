"""A hint on a page that is seen for the first time; it goes away when it was read or the page is left."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from sscviewer.gui.language import tr
from sscviewer.gui.state.session import Session
from sscviewer.gui.state.settings import Settings
from sscviewer.gui.state.theme import Theme

HINTS = {
    "patient": "↑ and ↓ go from patient to patient. A click on a bar or a point shows its cell; the right "
    "button offers more. Ctrl and the wheel zoom in time, a double click shows all again.",
    "cohort": "A click on a line opens that patient; drag along an axis to zoom.",
    "safety": "A click on a number lists the patients and the records behind it. A right click on a heading "
    "chooses columns.",
    "dose": "Each word above the picture is a view of its own; a click in a picture opens the patient.",
    "efficacy": "Every number is made by the rules on the Plan page; the note below a picture says which.",
    "data": "A double click on an issue opens its patient. “Map columns…” says what a column is.",
    "report": "Tick what the document is to hold; figures and tables are those of the pages.",
    "plan": "Every rule behind a number, with its default. What you change here can be undone (Ctrl+Z).",
}
"""What is said about each page of the window."""


class HintStrip(QWidget):
    """One sentence or two; shown once a page, as long as the user wants hints at all."""

    def __init__(
        self, session: Session, settings: Settings, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._settings = session, settings
        self._page = ""
        self.setAutoFillBackground(True)
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setAccessibleName(tr("Hint"))
        self.understood = QPushButton(tr("Got it"), self)
        self.understood.setAccessibleName(tr("Put this hint away"))
        self.understood.clicked.connect(self.put_away)
        self.no_more = QPushButton(tr("No more hints"), self)
        self.no_more.setAccessibleName(tr("Show no more hints"))
        self.no_more.setToolTip(tr("Edit ▸ Preferences brings them back"))
        self.no_more.clicked.connect(self._stop)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 6)
        layout.addWidget(self._text, 1)
        layout.addWidget(self.understood)
        layout.addWidget(self.no_more)
        self.hide()
        session.view_changed.connect(self.show_hint)
        session.trial_changed.connect(self.show_hint)
        self.set_theme(theme)

    @property
    def text(self) -> str:
        """The hint on view, "" without one."""
        return self._text.text() if self._page else ""

    @Slot()
    def show_hint(self) -> None:
        """Show the hint of the page on view, if it was never read; the one before counts as read."""
        view = self._session.view
        if self._page and self._page != view:
            self.put_away()
        if not self._settings.flag("hints/on"):
            self._page = ""
            self.hide()
        elif self._session.trial is not None and view not in self._settings.texts("hints/seen"):
            self._page = view
            self._text.setText(tr(HINTS[view]))
            self.show()

    @Slot()
    def put_away(self) -> None:
        """Know that the hint was read."""
        if self._page:
            seen = {*self._settings.texts("hints/seen"), self._page}
            self._settings.set("hints/seen", sorted(seen))
            self._page = ""
        self.hide()

    @Slot()
    def forget(self) -> None:
        """Show every hint once more."""
        self._settings.set("hints/seen", [])
        self.show_hint()

    @Slot()
    def _stop(self) -> None:
        self._settings.set("hints/on", False)
        self.put_away()

    @Slot(object)
    def set_theme(self, theme: Theme) -> None:
        """Follow the theme."""
        palette = QPalette(theme.palette)
        palette.setColor(QPalette.ColorRole.Window, theme.named["info_back"])
        self.setPalette(palette)
