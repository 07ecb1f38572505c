"""Presenting: one page fills the screen, in large text; arrows go from patient to patient, Esc leaves."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QFont, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow

from sscviewer.gui.language import tr
from sscviewer.gui.state.commands import PatientCommands, toggled_state

if TYPE_CHECKING:
    from sscviewer.gui.window.trial_window import TrialWindow

LARGER = 1.5
"""How many times the size of the window's text; with twice, names of events have no room at 1280 pixels."""
HINT = "← and → show other patients, 1 to 8 other pages; Esc ends the presentation."


class Presentation(QObject):
    """Puts everything but the page away, and back.

    Signals
    -------
    changed
        Whether something is presented now.
    told
        One sentence for the user, and its kind.
    """

    changed = Signal(bool)
    told = Signal(str, str)

    def __init__(self, window: QMainWindow, patients: PatientCommands) -> None:
        super().__init__(window)
        self._window = window
        self._shown: TrialWindow | None = None
        self._font = QFont()
        self._keys = []
        for key, slot in (("Right", patients.next), ("Left", patients.previous), ("Esc", self.leave)):
            shortcut = QShortcut(QKeySequence(key), window)
            shortcut.setEnabled(False)
            shortcut.activated.connect(slot)
            self._keys.append(shortcut)

    @property
    def is_on(self) -> bool:
        """Whether something is presented."""
        return self._shown is not None

    def enter(self, shown: "TrialWindow") -> None:
        """Present the page on screen."""
        if self.is_on:
            return
        self._shown, window = shown, self._window
        window.menuBar().hide()
        shown.present(presenting=True)
        font = QFont(shown.workspace.font())
        self._font = QFont(font)
        font.setPointSizeF(font.pointSizeF() * LARGER)
        shown.workspace.set_large(font)
        window.setWindowState(toggled_state(window.windowState(), full=True))
        self._switch_keys(on=True)
        self.changed.emit(True)
        self.told.emit(tr(HINT), "info")

    @Slot()
    def leave(self) -> None:
        """Put everything back."""
        if self._shown is None:
            return
        shown, self._shown = self._shown, None
        window = self._window
        self._switch_keys(on=False)
        window.setWindowState(toggled_state(window.windowState(), full=False))
        shown.workspace.set_large(self._font)
        window.menuBar().show()
        shown.present(presenting=False)
        self.changed.emit(False)

    def _switch_keys(self, *, on: bool) -> None:
        for shortcut in self._keys:
            shortcut.setEnabled(on)
