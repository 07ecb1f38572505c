"""Help: the manual, the key card, the verification, the log, what this program is."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QWidget

from sscviewer.gui.saving.origin import save_folder
from sscviewer.gui.state.action_table import ActionSpec
from sscviewer.gui.state.session import Session
from sscviewer.gui.state.settings import Settings
from sscviewer.gui.state.tasks import Tasks

if TYPE_CHECKING:
    from sscviewer.gui.dialogs.verifying import Figures


class Help(QObject):
    """Opens help windows, each once.

    Attributes
    ----------
    rules
        Computes the reference cases of reading and rules, which lie above the window's layer.
    """

    def __init__(
        self,
        log: Path,
        table: tuple[ActionSpec, ...],
        session: Session,
        settings: Settings,
        tasks: Tasks,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._log, self._session, self._settings, self._tasks = log, session, settings, tasks
        self._table = table
        self._window = window
        self.rules: Figures = list

    @Slot()
    def manual(self) -> None:
        """Open the manual at what it says about the page on view."""
        from sscviewer.gui.dialogs.manual import Manual

        manual = self._window.findChild(Manual) or Manual(self._window)
        manual.open_at("start" if self._session.trial is None else self._session.view)
        self._show(manual)

    @Slot()
    def keys(self) -> None:
        """Open the card of keyboard shortcuts."""
        from sscviewer.gui.dialogs.key_card import KeyCard

        self._show(self._open(KeyCard) or KeyCard(self._table, self._window))

    @Slot()
    def verify(self) -> None:
        """Compute the reference cases again, and show how they agree."""
        from sscviewer.gui.dialogs.verifying import Verifying

        folder = save_folder(self._settings)
        self._show(self._open(Verifying) or Verifying(self._tasks, folder, self.rules, self._window))

    @Slot()
    def about(self) -> None:
        """Say what this program is."""
        from sscviewer.gui.dialogs.about import About

        about = self._open(About)
        if about is None:
            about = About(self._window)
            about.licences_asked.connect(self.licences)
        self._show(about)

    @Slot()
    def licences(self) -> None:
        """Show the licences of the libraries."""
        from sscviewer.gui.dialogs.licences import Licences

        self._show(self._open(Licences) or Licences(self._window))

    @Slot()
    def log(self) -> None:
        """Open the log in the system's viewer."""
        self._log.parent.mkdir(parents=True, exist_ok=True)
        self._log.touch()
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log)))

    def _open(self, kind: type[QDialog]) -> QDialog | None:
        found = self._window.findChild(kind)
        return found if isinstance(found, QDialog) else None

    def _show(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
