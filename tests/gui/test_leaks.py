"""A closed window is gone, with everything in it."""

import gc
import weakref

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from sscviewer.gui.window.main_window import MainWindow
from tests.gui.trials import show_trial


def test_a_closed_window_is_freed(places, trial, qapp):
    window = MainWindow(places)
    window.show()
    show_trial(window, trial)
    for usubjid in trial.study.usubjids:
        window.session.set_usubjid(usubjid)
    window.session.set_view("data")
    parts = [weakref.ref(part) for part in (window, window.session, window.trial_window.workspace.patient)]
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    del window
    gc.collect()
    assert [ref() for ref in parts] == [None] * 3
    assert [
        type(w).__name__ for w in QApplication.allWidgets() if type(w).__module__.startswith("sscv")
    ] == []


def test_files_opened_one_after_the_other_leave_nothing_behind(opened, trial, qapp):
    def widgets():
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        return len(QApplication.allWidgets())

    show_trial(opened, trial)
    before = widgets()
    for _ in range(3):
        show_trial(opened, trial)
    assert widgets() == before
