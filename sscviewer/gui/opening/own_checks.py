"""File ▸ Use checks of your own… and Stop using them: kept beside the mappings, for every trial opened."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from sscviewer.gui.dialogs.question import ask_file, open_dialog
from sscviewer.gui.language import number_of, tr
from sscviewer.gui.opening.open_file import Opening
from sscviewer.gui.saving.origin import save_folder
from sscviewer.gui.state.settings import Settings
from sscviewer.whole_file import write_whole_file

KINDS = "Checks (*.toml);;All files (*)"


class OwnChecks(QObject):
    """Takes over a file of checks, or drops it; the open trial is checked again.

    Signals
    -------
    told
        One sentence for the user, and its kind ("info", "error").
    """

    told = Signal(str, str)

    def __init__(self, opening: Opening, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._opening, self._settings, self._window = opening, settings, window

    @Slot()
    def choose(self) -> None:
        """Ask which file, and take it over."""
        dialog = open_dialog(self._window, tr("Checks of your own"), str(save_folder(self._settings)), KINDS)
        ask_file(self._opening.session, dialog, self.read)

    def read(self, path: Path) -> None:
        """Take the checks of a file over; without a usable one nothing changes, and the reason is said."""
        from sscviewer.workbook.contradictions.row_checks import own_checks

        rules, issues = own_checks(path)
        if not rules:
            self.told.emit(issues[0].message, "error")
            return
        try:
            kept = self._kept()
            kept.parent.mkdir(parents=True, exist_ok=True)
            write_whole_file(kept, path.read_bytes())
        except OSError:
            self.told.emit(
                tr("The checks of {name} cannot be kept: the folder is not writable.").format(name=path.name),
                "error",
            )
            return
        used = tr("{checks} of {name} used for every trial from now on.").format(
            checks=number_of(len(rules), "check", "checks"), name=path.name
        )
        unused = f" {issues[0].message}" if issues else ""
        self.told.emit(f"{used}{unused}", "error" if issues else "info")
        self._opening.read_again()

    @Slot()
    def stop(self) -> None:
        """Forget the checks; their file stays where the user has it."""
        try:
            self._kept().unlink()
        except FileNotFoundError:
            self.told.emit(tr("No checks of your own are in use."), "info")
        except OSError:
            self.told.emit(tr("The checks cannot be dropped: the folder is not writable."), "error")
        else:
            self.told.emit(tr("Only the program's own checks are used from now on."), "info")
            self._opening.read_again()

    def _kept(self) -> Path:
        from sscviewer.workbook.contradictions.row_checks import OWN_FILE

        return self._opening.library / OWN_FILE
