"""Make the manual's pictures: every page of the window on the demo trial, off screen.

QT_QPA_PLATFORM=offscreen python resources/manual/make_pictures.py
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
sys.path.insert(0, str(FOLDER.parents[1]))

from PySide6.QtWidgets import QApplication

from sscviewer.bundled import resource_path
from sscviewer.gui.state.showing import VIEWS
from sscviewer.gui.window.main_window import MainWindow
from sscviewer.gui.window.places import Places

SIZE = (1280, 800)
A_WHILE = 150
"""Looks, a hundredth of a second apart."""
PATIENCE = 180.0
"""Seconds for one page on a busy machine."""


def wait(app: QApplication, is_so: Callable[[], bool]) -> None:
    """Let the window work until something has been so for a while: one result may ask for the next."""
    until, so_for = time.monotonic() + PATIENCE, 0
    while so_for < A_WHILE and time.monotonic() < until:
        app.processEvents()
        time.sleep(0.01)
        so_for = so_for + 1 if is_so() else 0


def main() -> None:
    """Write page_NAME.png for every page."""
    app = QApplication([])
    app.setStyle("Fusion")
    with tempfile.TemporaryDirectory() as places:
        window = MainWindow(Places.under(Path(places)))
        window.themes.set_wish("light")
        window.resize(*SIZE)
        window.show()
        window.opening.open(resource_path("demo", "demo_trial.xlsx"))
        wait(app, lambda: window.session.trial is not None)
        for name in VIEWS:
            window.session.set_view(name)
            wait(app, lambda: not window.tasks._latest)
            window.message.hide()
            app.processEvents()
            window.grab().save(str(FOLDER / f"page_{name}.png"))
            print(f"page_{name}.png")
        window.close()


if __name__ == "__main__":
    main()
