"""The fault log says where the code failed and nothing of what a file holds."""

import logging
import sys

from sscviewer import faults
from sscviewer.cli import run
from sscviewer.faults import describe_fault, log_fault, note_fault
from sscviewer.gui.window.errors import ErrorDesk

SECRET = "Mrs Miller, born 1 May 1950"


def _fail() -> None:
    try:
        int(SECRET)
    except ValueError as error:
        raise KeyError(SECRET) from error


def test_no_value_reaches_the_log(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "linux")
    try:
        _fail()
    except KeyError as error:
        path = log_fault(type(error), error, error.__traceback__)
    text = path.read_text(encoding="utf-8")
    assert "KeyError (after ValueError)" in text
    assert "test_faults.py" in text
    assert "in _fail" in text
    assert "Miller" not in text
    assert "1950" not in text.splitlines()[1]


def test_a_log_that_cannot_be_written_is_left_out(tmp_path, monkeypatch):
    blocker = tmp_path / "file"
    blocker.write_text("in the way")
    monkeypatch.setenv("XDG_STATE_HOME", str(blocker))
    monkeypatch.setattr(sys, "platform", "linux")
    error = ValueError(SECRET)
    log_fault(ValueError, error, None)
    assert blocker.read_text() == "in the way"
    assert SECRET not in describe_fault(ValueError, error, None)


def test_a_fault_in_the_demo_s_window_is_the_window_s_to_tell(tmp_path, monkeypatch, capsys, qapp):
    log = tmp_path / "sscviewer.log"
    monkeypatch.setattr(logging.getLogger(faults.LOG), "propagate", True)
    monkeypatch.setattr(faults, "log_path", lambda: log)

    def window() -> int:
        desk = ErrorDesk(log)
        desk.install()
        note_fault(KeyError(SECRET))
        desk.uninstall()
        return 0

    assert run(["demo"], open_demo=window) == 0
    assert capsys.readouterr().err == ""
    assert log.read_text("utf-8").count("KeyError") == 1
