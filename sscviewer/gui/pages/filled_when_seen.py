"""A table that is filled when it comes on screen, because filling it compares records."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget


class FilledWhenSeen(QWidget):
    """A widget whose lines are made when somebody looks; a subclass says how in `_load`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """Fill the table when it comes on screen."""
        super().showEvent(event)
        self._fill()

    @Slot()
    def refresh(self) -> None:
        """Show things as they are now."""
        self._is_stale = True
        if self.isVisible():
            self._fill()

    def _fill(self) -> None:
        if self._is_stale:
            self._is_stale = False
            self._load()

    def _load(self) -> None:
        """Make the lines anew."""
        raise NotImplementedError
