"""Asks how endpoints are made, and derives the open trial anew when something was changed."""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from sscviewer.gui.deriving import Deriving
from sscviewer.gui.dialogs.endpoints import EndpointsDialog
from sscviewer.gui.settings import Settings


class Endpoints(QObject):
    """Opens the dialog."""

    def __init__(self, settings: Settings, deriving: Deriving, window: QWidget) -> None:
        super().__init__(window)
        self._settings, self._deriving, self._window = settings, deriving, window
        self.dialog: EndpointsDialog | None = None

    @Slot()
    def ask(self) -> None:
        """Let the user change the rules."""
        dialog = EndpointsDialog(self._settings, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._accepted)
        self.dialog = dialog
        dialog.open()

    @Slot()
    def _accepted(self) -> None:
        if self.dialog is not None:
            chosen, self.dialog = self.dialog.chosen, None
            self._deriving.change(chosen)
