"""Asking for preferences, keeping them, and letting the window follow."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from sscviewer.gui.state.recents import Recents
from sscviewer.gui.state.settings import Settings
from sscviewer.gui.state.text_size import TextSize
from sscviewer.gui.state.theme import Themes

if TYPE_CHECKING:
    from sscviewer.gui.dialogs.preferences import Preferences, Preferred


class Preferring(QObject):
    """What the user prefers, whatever file is open.

    Signals
    -------
    changed
        Something else is preferred.
    hints_asked
        Every hint is to be shown once more.
    """

    changed = Signal()
    hints_asked = Signal()

    def __init__(
        self, settings: Settings, themes: Themes, recents: Recents, memory: Path, window: QWidget
    ) -> None:
        super().__init__(window)
        self._settings, self._themes, self._recents, self._memory = settings, themes, recents, memory
        self._window = window
        self.text_size = TextSize(int(settings.get("look/text_percent")))
        self.dialog: Preferences | None = None

    @property
    def now(self) -> "Preferred":
        """What is preferred."""
        from sscviewer.gui.dialogs.preferences import Preferred

        settings = self._settings
        return Preferred(
            self._themes.wish,
            int(settings.get("look/text_percent")),
            settings.text("look/language"),
            settings.flag("hints/on"),
            self._recents.remembering,
            settings.flag("privacy/open_hidden"),
            settings.flag("figure/footer"),
            settings.flag("figure/manifest"),
        )

    @Slot()
    def ask(self) -> None:
        """Open the dialog."""
        from sscviewer.gui.dialogs.preferences import Preferences

        self.dialog = dialog = Preferences(self.now, self._memory, self._window)
        dialog.folder_asked.connect(self._show_folder)
        dialog.tables_asked.connect(self._forget_columns)
        dialog.hints_asked.connect(self.hints_asked)
        dialog.accepted.connect(self._accepted(dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _accepted(self, dialog: "Preferences") -> Callable[[], None]:
        return lambda: self.prefer(dialog.chosen)

    def prefer(self, wanted: "Preferred") -> None:
        """Keep what is preferred, and follow it."""
        settings = self._settings
        settings.set("look/theme", wanted.theme)
        settings.set("look/text_percent", wanted.text_percent)
        settings.set("look/language", wanted.language)
        settings.set("hints/on", wanted.hints)
        settings.set("privacy/open_hidden", wanted.open_hidden)
        settings.set("figure/footer", wanted.footer)
        settings.set("figure/manifest", wanted.manifest)
        if wanted.remember != self._recents.remembering:
            self._recents.set_remembering(wanted.remember)
        self._themes.set_wish(wanted.theme)
        self.text_size.set_percent(wanted.text_percent)
        self.changed.emit()

    @Slot()
    def _forget_columns(self) -> None:
        self._settings.set("tables/looks", [])

    @Slot()
    def _show_folder(self) -> None:
        self._memory.parent.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._memory.parent)))
