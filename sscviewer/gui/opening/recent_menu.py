"""Recent files in the File menu, filled when it opens."""

from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMenu

from sscviewer.gui.language import tr
from sscviewer.gui.opening.open_file import Opening
from sscviewer.gui.state.actions import Actions
from sscviewer.gui.state.recents import Recents
from sscviewer.plots.screen.plain_tip import plain_tip


class RecentMenu(QObject):
    """The files opened lately, newest first, each with a number for its key; none while names are hidden."""

    def __init__(self, recents: Recents, opening: Opening, actions: Actions) -> None:
        super().__init__(opening)
        self._recents, self._opening = recents, opening
        self.menu = QMenu(tr("Open re&cent"), actions.menus["File"])
        actions.menus["File"].insertMenu(actions["demo"], self.menu)
        self.menu.aboutToShow.connect(self.fill)
        self.menu.setToolTipsVisible(True)
        self.fill()
        recents.changed.connect(self.fill)

    @Slot()
    def fill(self) -> None:
        """Offer the files."""
        self.menu.clear()
        paths = () if self._opening.is_discreet else self._recents.paths
        for number, path in enumerate(paths, 1):
            key = f"&{number % 10} " if number <= 10 else ""
            action = self.menu.addAction(f"{key}{path.name.replace('&', '&&')}")
            action.setToolTip(plain_tip(str(path)))
            action.triggered.connect(partial(self._opening.open, path))
        if not paths:
            none = tr("Names are hidden") if self._opening.is_discreet else tr("No recent files")
            self.menu.addAction(none).setEnabled(False)
