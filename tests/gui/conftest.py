"""A window on the tiny trial; every window a test leaves behind fails it."""

import json
from pathlib import Path
from weakref import WeakKeyDictionary

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from sscviewer.analysis.patient import patient_page
from sscviewer.bundled import resource_path
from sscviewer.cli.analysis_text import analysis_json
from sscviewer.gui.state.tasks import Ticket
from sscviewer.gui.state.trial import HowToRead, Trial, load_trial, prepare_trial
from sscviewer.gui.state.window_state import FIRST_SIZE
from sscviewer.gui.window.main_window import MainWindow
from sscviewer.gui.window.places import Places
from sscviewer.model.issue import Issue
from sscviewer.model.load_report import ColumnReport, LoadReport, SheetReport
from tests.gui.trials import show_trial
from tests.planned import PLAN

ISSUES = (
    Issue("warning", "date.partial", "The start is known to the month only.", "AE", "F4", "A2"),
    Issue("error", "value.not_numeric", "=cmd|' /C calc'!A0 is not a number.", "PFT", "D8", "A1"),
    Issue("info", "sheet.read", "Sheet AE was read as one row per event.", "AE"),
)


def pytest_collection_modifyitems(items):
    """The offscreen platform says on every resize what it cannot do; any other Qt warning fails."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


def ticket() -> Ticket:
    return Ticket("test", lambda *_: None)


@pytest.fixture(scope="session")
def report(tiny_study) -> LoadReport:
    sheets = (
        SheetReport("Notes", "ignored", None, 0, 3, 0, 3, "no patient column"),
        SheetReport(
            "DM",
            "subjects",
            "native",
            1,
            4,
            4,
            0,
            None,
            (
                ColumnReport("A", "Patient", "subjects.USUBJID", 4),
                ColumnReport("F", "Initials", None, 4, "names nobody asked for"),
            ),
        ),
        SheetReport("PFT", "measurements", "long", 1, 11, 10, 1, "1 value is not a number"),
    )
    return LoadReport(tiny_study.source, sheets, (), (), ISSUES, ())


@pytest.fixture(scope="session")
def trial(tiny_study, report) -> Trial:
    return prepare_trial(tiny_study, report, Path("/nowhere/tiny.xlsx"), ticket(), PLAN)


@pytest.fixture(scope="session")
def demo() -> Trial:
    """The demo trial."""
    return load_trial(resource_path("demo", "demo_trial.xlsx"), ticket(), HowToRead(), lambda: PLAN)


@pytest.fixture(scope="session")
def printed(demo, demo_results):
    """What `analyse --json` prints of the demo trial."""
    return json.loads(json.dumps(analysis_json(demo_results, demo.study.source)))


@pytest.fixture(scope="session", autouse=True)
def _modelled_once():
    """Keep the lines that each window fits to a trial when it opens: most tests open the same few trials."""
    known: WeakKeyDictionary = WeakKeyDictionary()
    fit = patient_page.model_lines

    def kept(study, plan, paramcd):
        lines = known.setdefault(study, {})
        if (plan, paramcd) not in lines:
            lines[plan, paramcd] = fit(study, plan, paramcd)
        return lines[plan, paramcd]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(patient_page, "model_lines", kept)
        yield


@pytest.fixture
def places(tmp_path) -> Places:
    return Places.under(tmp_path)


@pytest.fixture(autouse=True)
def no_window_left(qapp):
    """Fail a test that leaves a window, and name what it left."""
    before = set(map(id, QApplication.topLevelWidgets()))
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [w for w in QApplication.topLevelWidgets() if id(w) not in before]
    assert not left, f"left behind: {[(type(w).__name__, w.objectName(), w.windowTitle()) for w in left]}"


@pytest.fixture
def window(qtbot, places):
    """The program's window on its start page."""
    window = MainWindow(places)
    window.resize(FIRST_SIZE)  # the offscreen screen is smaller
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def opened(window, trial):
    """The window with the tiny trial."""
    show_trial(window, trial)
    return window


@pytest.fixture(autouse=True)
def _no_key_is_held(qapp):
    """Let go of Ctrl and Shift after each test: Qt takes them for held until it hears otherwise."""
    yield
    if QGuiApplication.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        QTest.keyClick(QWidget(), Qt.Key.Key_Control)
