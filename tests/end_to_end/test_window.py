"""The program in a real window (Xvfb): the demo opens, keys walk through the patients, the end is clean."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from sscviewer.gui.window.main_window import MainWindow
from sscviewer.gui.window.places import Places

pytestmark = pytest.mark.window

ROOT = Path(__file__).resolve().parents[2]
OPEN_AND_CLOSE = """
import sys
from PySide6.QtCore import QTimer
import sscviewer.app

class ClosedSoon(sscviewer.app.Application):
    def exec(self):
        watch = QTimer(self)
        watch.timeout.connect(self.close_when_open)
        watch.start(100)
        return super().exec()

    def close_when_open(self):
        for window in self.topLevelWidgets():
            if getattr(window, "session", None) is not None and window.session.trial is not None:
                print(window.session.usubjid, flush=True)
                window.close()

sscviewer.app.Application = ClosedSoon
sys.exit(sscviewer.app.run(None, demo=True))
"""


@pytest.fixture
def window(qtbot, tmp_path):
    assert QGuiApplication.platformName() == "xcb", "these tests want a real window system"
    window = MainWindow(Places.under(tmp_path))
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    # Without a window manager nobody hands out the focus, and shortcuts need it.
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.asked_for(None, demo=True)
    window.begin()
    qtbot.waitUntil(lambda: window.session.page is not None)
    yield window
    window.tasks.close()


def test_keys_walk_through_the_patients(window, qtbot):
    seen = [window.session.usubjid]
    for key in (Qt.Key.Key_J, Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_K, Qt.Key.Key_Home):
        qtbot.keyClick(window.focusWidget(), key)
        seen.append(window.session.usubjid)
    assert seen == ["SSC-001", "SSC-002", "SSC-003", "SSC-020", "SSC-019", "SSC-001"]


def test_every_patient_paints_something_different(window, qtbot):
    pictures = set()
    for usubjid in window.session.trial.study.usubjids:
        window.session.set_usubjid(usubjid)
        qtbot.wait(20)
        image = window.grab().toImage()
        assert image.width() >= 1280
        pictures.add(bytes(image.constBits()[: image.sizeInBytes()]))
    assert len(pictures) == 20


def test_program_opens_the_demo_and_ends_cleanly(tmp_path):
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONFAULTHANDLER": "1"}
    env |= {name: str(tmp_path) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
    command = [sys.executable, "-c", OPEN_AND_CLOSE]
    done = subprocess.run(command, capture_output=True, text=True, env=env, timeout=300, check=False)
    assert (done.returncode, set(done.stdout.split())) == (0, {"SSC-001"}), done.stderr
    assert "Traceback" not in done.stderr
