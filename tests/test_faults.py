"""The fault log says where the code failed and nothing of what a file holds."""

import sys

from sscviewer.faults import describe_fault, log_fault

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
