"""Show a trial in a window without reading a file."""

import dataclasses

from PySide6.QtWidgets import QFileDialog

from sscviewer.gui.state.trial import Trial
from sscviewer.gui.window.main_window import MainWindow


def show_trial(window: MainWindow, trial: Trial) -> None:
    window.opening.opened.emit(trial)
    window.session.set_trial(trial)


def renamed(trial: Trial, sha256: str) -> Trial:
    source = dataclasses.replace(trial.report.source, sha256=sha256)
    return dataclasses.replace(trial, report=dataclasses.replace(trial.report, source=source))


def shown(page, qtbot, name):
    """Turn a page of the whole trial to a view and wait for its result."""
    page.show_view(name)
    settle(page, qtbot)
    return page.view


def settle(page, qtbot):
    """Wait until the view on screen has its result, and what is added to it, or says that it has none."""

    def is_there():
        if page.busy.isVisible():
            return False
        return page.has_result or page.stack.currentWidget() is page.nothing

    qtbot.waitUntil(is_there, timeout=60_000)


def answer_file(window: MainWindow, path, kind: str = "") -> None:
    """Choose a file in the dialog that is open."""
    (dialog,) = [one for one in window.findChildren(QFileDialog) if one.isVisible()]
    if kind:
        dialog.selectNameFilter(kind)
        dialog.filterSelected.emit(kind)
    dialog.setDirectory(str(path.parent))
    dialog.selectFile(path.name)
    dialog.accept()
