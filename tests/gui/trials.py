"""Show a trial in a window without reading a file."""

import dataclasses

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
    qtbot.waitUntil(lambda: not page.busy.isVisible())
    return page.view
