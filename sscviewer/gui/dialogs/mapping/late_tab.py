"""A tab that is brought up to date only while it is looked at."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from sscviewer.gui.dialogs.mapping.draft import Draft


class LateTab(QWidget):
    """Shows the draft's sheet; subclasses say how in `refresh`."""

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        draft.sheet_changed.connect(self._if_visible)
        draft.position_changed.connect(self._if_visible)

    def refresh(self) -> None:
        """Show the sheet as it is now."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed meanwhile."""
        super().showEvent(event)
        self.refresh()

    @Slot()
    def _if_visible(self) -> None:
        if self.isVisible():
            self.refresh()
