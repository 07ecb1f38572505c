"""The window starts whatever the user's folders hold, says what cannot be used, and a trial can be read."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

RUN = """
import json, sys
from PySide6.QtCore import QTimer
import sscviewer.app as app
import sscviewer.gui.window.main_window as main_window

said = []

class Window(main_window.MainWindow):
    def begin(self):
        say = self.message.say
        self.message.say = lambda text, kind="error": (said.append([kind, text]), say(text, kind))
        super().begin()
        self.opening.opened.connect(self.later)

    def later(self, trial):
        QTimer.singleShot(300, self.go)

    def go(self):
        print(json.dumps({"patient": self.session.usubjid, "said": said}))
        QTimer.singleShot(100, self.close)

app.MainWindow = Window
sys.exit(app.run(None, demo=True, safe="--safe" in sys.argv))
"""
INI = "XDG_CONFIG_HOME/sscviewer/sscviewer/sscviewer.ini"
DATA = "XDG_DATA_HOME/sscviewer/sscviewer"
MEMORY = f"{DATA}/sscviewer_study_memory.sqlite"
LOG = "XDG_STATE_HOME/sscviewer/sscviewer.log"
WRONG_KINDS = rb"""[files]
recent=@Variant(\0\0\0\x7f)
remember=maybe
[window]
version=1
geometry=@ByteArray(nonsense)
state=@ByteArray(\xff\xff nonsense)
[figure]
dpi=many
width_mm=nan
[page]
bands=1,2,3
time_unit=@Invalid()
"""


def start(folder: Path, *arguments: str) -> dict:
    places = {name: str(folder / name) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", RUN, *arguments],
        capture_output=True,
        text=True,
        timeout=600,
        env={**os.environ, **places, "QT_QPA_PLATFORM": "offscreen", "PYTHONFAULTHANDLER": "1"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr, done.stderr
    return json.loads(done.stdout)


def put(folder: Path, name: str, content: bytes | None) -> None:
    """Make a file of the content; None makes a folder where a file should be."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)


IN_THE_WAY = b"in the way"
NO_LOG, NO_SETTINGS = "No log of faults", "Settings cannot be kept"
NO_MEMORY = "Marks and comments could not be read"
NO_SETTING = "Nothing in the settings file"
SENTENCES = (NO_LOG, NO_SETTINGS, NO_SETTING, NO_MEMORY)


@pytest.mark.parametrize(
    "damage",
    [
        # one of each folder at a start: what is said of one does not depend on the others
        [
            ("XDG_STATE_HOME", IN_THE_WAY, NO_LOG),
            ("XDG_CONFIG_HOME", IN_THE_WAY, NO_SETTINGS),
            ("XDG_DATA_HOME", IN_THE_WAY, NO_MEMORY),
        ],
        [(LOG, None, NO_LOG), (INI, None, NO_SETTINGS), (MEMORY, b"not a database" * 400, NO_MEMORY)],
        [
            (LOG.replace(".log", ".crash"), None, NO_LOG),
            (INI, bytes(range(256)) * 40, NO_SETTING),
            (MEMORY, None, NO_MEMORY),
        ],
        [
            (INI, WRONG_KINDS, ""),
            (MEMORY, b"", ""),
            (f"{DATA}/snapshots", IN_THE_WAY, ""),
            (f"{DATA}/mappings/a.toml", b"\xff\x00 garbage", ""),
        ],
    ],
    ids=["folders", "folders for files", "garbage", "harmless"],
)
def test_it_starts_reads_a_trial_and_says_so(tmp_path, damage):
    for name, content, _ in damage:
        put(tmp_path, name, content)
    told = start(tmp_path)
    assert told["patient"]
    said = " ".join(text for kind, text in told["said"] if kind != "info")
    assert [words for words in SENTENCES if words in said] == [words for _, _, words in damage if words]


def test_the_safe_start_touches_no_settings_and_no_marks(tmp_path):
    for name in (INI, MEMORY):
        put(tmp_path, name, b"damaged")
    told = start(tmp_path, "--safe")
    assert told["patient"]
    assert told["said"][0] == [
        "warning",
        "Started without your settings, recent files and marks; nothing of this kind is kept now.",
    ]
    assert [(tmp_path / name).read_bytes() for name in (INI, MEMORY)] == [b"damaged", b"damaged"]
    assert sorted(path.name for path in (tmp_path / DATA).iterdir()) == [Path(MEMORY).name]


def test_a_window_that_cannot_be_made_is_told_of(tmp_path):
    """Not a traceback on a console nobody has."""
    program = """
import sys
from PySide6.QtWidgets import QMessageBox
import sscviewer.app as app
def fail(places): raise KeyError("Mrs Miller")
app.MainWindow = fail
QMessageBox.exec = lambda box: print(box.text(), box.informativeText(), box.detailedText())
sys.exit(app.run(None))
"""
    environment = {**os.environ, "XDG_STATE_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 1
    assert done.stderr == ""
    assert "sscviewer cannot start" in done.stdout
    assert "KeyError" in done.stdout
    assert "Miller" not in done.stdout
    assert "KeyError" in (tmp_path / "sscviewer" / "sscviewer.log").read_text(encoding="utf-8")
