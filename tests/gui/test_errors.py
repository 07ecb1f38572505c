"""Bugs reach the log without data, and one dialog; the whole program starts and ends."""

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QtMsgType
from PySide6.QtWidgets import QApplication, QMessageBox

from sscviewer.faults import NO_MEMORY
from sscviewer.gui.window.errors import ErrorDesk

RUN = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
import sscviewer.app as app
import sscviewer.gui.window.main_window as main_window

class Window(main_window.MainWindow):
    def begin(self):
        heavy = {"pandas", "pyqtgraph", "scipy", "statsmodels", "numpy"} & set(sys.modules)
        print("heavy", sorted(heavy))
        super().begin()
        self.opening.ended.connect(self.later) if len(sys.argv) > 1 else self.later()

    def later(self):
        QTimer.singleShot(300, self.close)

app.MainWindow = Window
code = app.run(Path(sys.argv[1]) if len(sys.argv) > 1 else None, demo=False)
print("code", code)
"""


def start(tmp_path, *arguments):
    places = {name: str(tmp_path / name) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", RUN, *arguments],
        capture_output=True,
        text=True,
        timeout=300,
        env={**os.environ, **places, "QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )


def test_the_program_starts_light_and_ends_cleanly(tmp_path):
    done = start(tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split("\n")[:2] == ["heavy []", "code 0"]


def test_the_program_opens_a_file_and_ends_cleanly(tmp_path, demo_path):
    done = start(tmp_path, str(demo_path))
    assert done.returncode == 0, done.stderr
    assert "code 0" in done.stdout
    log = (tmp_path / "XDG_STATE_HOME" / "sscviewer" / "sscviewer.log").read_text(encoding="utf-8")
    assert "ERROR" not in log


@pytest.fixture
def desk(tmp_path, qapp):
    hook = sys.excepthook
    desk = ErrorDesk(tmp_path / "log" / "x.log")
    desk.install()
    yield desk
    desk.uninstall()
    sys.excepthook = hook


def boxes():
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()]


def test_a_bug_is_logged_without_its_words_and_told_once(desk, tmp_path, qtbot):
    for _ in range(3):
        try:
            raise ValueError("Jane Doe, 1950-01-01")
        except ValueError as error:
            desk.take(type(error), error, error.__traceback__)
    qtbot.waitUntil(lambda: bool(boxes()))
    assert len(boxes()) == 1
    text = (tmp_path / "log" / "x.log").read_text(encoding="utf-8")
    assert text.count("ValueError") == 3
    assert "Jane" not in text
    assert "Jane" not in boxes()[0].detailedText()
    boxes()[0].close()
    qtbot.waitUntil(lambda: not boxes())


def test_want_of_memory_has_its_own_sentence(desk, tmp_path, qtbot):
    desk.take(MemoryError, MemoryError("Jane Doe"), None)
    qtbot.waitUntil(lambda: bool(boxes()))
    assert boxes()[0].text() == NO_MEMORY
    assert "Jane" not in (tmp_path / "log" / "x.log").read_text(encoding="utf-8")
    boxes()[0].close()
    qtbot.waitUntil(lambda: not boxes())


def test_what_qt_says_is_logged(desk, tmp_path):
    desk.take_qt(QtMsgType.QtWarningMsg, None, "a warning")
    assert "WARNING Qt: a warning" in (tmp_path / "log" / "x.log").read_text(encoding="utf-8")
