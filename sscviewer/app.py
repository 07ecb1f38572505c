"""Starts the window and ends it cleanly."""

import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent, QIcon
from PySide6.QtWidgets import QApplication

from sscviewer import __version__
from sscviewer.bundled import resource_path
from sscviewer.gui.dialogs.verifying import Figures
from sscviewer.gui.language import language_of, speak
from sscviewer.gui.state.settings import Settings
from sscviewer.gui.window.errors import ErrorDesk
from sscviewer.gui.window.main_window import MainWindow
from sscviewer.gui.window.places import Places
from sscviewer.temporary import PrivateFolder

# Nothing here may import pandas or pyqtgraph: the start page is to be on screen before they are needed.


SAFE = "Started without your settings, recent files and marks; nothing of this kind is kept now."


def run(argv_file: Path | None, demo: bool = False, *, safe: bool = False, rules: Figures = list) -> int:
    """Open the window and stay until it is closed.

    Parameters
    ----------
    argv_file
        A workbook to open, None for the start page.
    demo
        Open the demo trial.
    safe
        Use none of this user's folders, but for the log.
    rules
        Computes the figures that a verification has beside those of the analysis.

    Returns
    -------
    int
        Exit code: 0 done, 1 the window could not be made.
    """
    app = Application(sys.argv[:1])
    app.setOrganizationName("sscviewer")
    app.setApplicationName("sscviewer")
    app.setApplicationDisplayName("sscviewer")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("sscviewer")
    app.setStyle("Fusion")
    app.setWindowIcon(QIcon(str(resource_path("icons", "sscviewer.svg"))))
    places = Places.standard()
    desk = ErrorDesk(places.log, app)
    desk.install()
    notices = [desk.trouble]
    with PrivateFolder() as empty:
        if safe:
            places = replace(Places.under(Path(empty)), log=places.log)
            notices.append(SAFE)
        try:
            return _show(app, places, notices, (argv_file, demo), rules)
        except Exception as error:  # noqa: BLE001 - the last door: without a window nobody would be told
            desk.tell_at_once(error)
            return 1
        finally:
            desk.uninstall()


class Application(QApplication):
    """The application; on macOS it is told of files opened from the Finder.

    Signals
    -------
    file_asked
        With the path of a file the system wants opened.
    """

    file_asked = Signal(object)

    def event(self, event: QEvent) -> bool:
        """Take the system's wish to open a file."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_asked.emit(Path(event.file()))
            return True
        return super().event(event)


def _show(
    app: Application, places: Places, notices: list[str], asked: tuple[Path | None, bool], rules: Figures
) -> int:
    speak(app, language_of(Settings(places.settings).text("look/language")))
    window = MainWindow(places)
    window.notices += filter(None, notices)
    window.help.rules = rules
    app.file_asked.connect(window.open_file)
    window.show()
    start = QTimer(window)
    start.setSingleShot(True)
    window.asked_for(asked[0], demo=asked[1])
    start.timeout.connect(window.begin)
    start.start(0)
    code = app.exec()
    # The window goes while the application is whole: Qt crashes if it is left to the interpreter's end.
    window.tasks.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    del window
    return code
