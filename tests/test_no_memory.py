"""A computer without memory left: one sentence that says what to do, and everything else goes on."""

import ctypes
import errno
import marshal
from datetime import date
from importlib.machinery import EXTENSION_SUFFIXES
from importlib.util import module_from_spec, spec_from_file_location
from types import SimpleNamespace

import numpy as np
import pytest

from sscviewer import faults
from sscviewer.analysis.guarded import attempted
from sscviewer.analysis.plan import DEFAULT_PLAN
from sscviewer.cli import run
from sscviewer.faults import NO_MEMORY, NOT_LOADED, told_of
from sscviewer.gui.saving.trial_folder import TrialFolder
from sscviewer.plots.paper.figure_files import paper_painter
from sscviewer.workbook import UnusableFile, load_study, reading


def test_numpy_s_own_error_is_one_of_them():
    with pytest.raises(MemoryError) as refused:
        np.empty(2**45)
    assert told_of(refused.value, "a bug") == NO_MEMORY
    assert told_of(KeyError("x"), "a bug") == "a bug"


def test_a_library_that_cannot_be_loaded_is_no_bug(tmp_path):
    """As when there is no room for it: nothing is wrong with the code."""
    (path := tmp_path / f"room{EXTENSION_SUFFIXES[0]}").write_bytes(b"\x7fELF, cut short")
    spec = spec_from_file_location("room", path)
    with pytest.raises(ImportError) as refused:
        module_from_spec(spec)
    assert told_of(refused.value, "a bug") == NOT_LOADED
    with pytest.raises(OSError) as of_ctypes:  # noqa: PT011 - the system's words differ
        ctypes.CDLL(str(path))
    assert told_of(of_ctypes.value, "a bug") == NOT_LOADED
    with pytest.raises(FileNotFoundError) as of_a_file:
        (tmp_path / "none").read_bytes()
    assert told_of(of_a_file.value, "a bug") == "a bug"
    assert told_of(OSError(errno.ENOMEM, "Cannot allocate memory"), "a bug") == NO_MEMORY


def no_program(*_, **__):
    raise OSError(errno.ENOMEM, "Cannot allocate memory")


def no_room(_):
    raise MemoryError


@pytest.mark.parametrize(
    ("module", "stand_in"),
    [
        ("subprocess", SimpleNamespace(Popen=no_program, PIPE=-1, DEVNULL=-3)),
        ("marshal", SimpleNamespace(dumps=marshal.dumps, loads=no_room)),
    ],
)
def test_a_file_is_not_read_and_nobody_waits(monkeypatch, demo_path, module, stand_in):
    monkeypatch.setattr(reading, module, stand_in)
    with pytest.raises(UnusableFile, match="than this computer has left: close other programs"):
        load_study(demo_path)


def test_a_command_ends_with_a_sentence(monkeypatch, capsys, demo_path):
    monkeypatch.setattr("sscviewer.workbook.assemble.build_study", lambda *_, **__: no_room(0))
    assert run(["check", str(demo_path), "--quiet"]) == 2
    assert capsys.readouterr().err == f"sscviewer: {NO_MEMORY}\n"


def draw_without_room():
    from PySide6.QtGui import QImage

    with paper_painter(QImage(8, 8, QImage.Format.Format_RGB32)):
        no_room(0)


@pytest.mark.parametrize("step", [draw_without_room, lambda: no_room(0)])
def test_an_export_ends_with_a_sentence(monkeypatch, capsys, tmp_path, tiny_study, step):
    trial = SimpleNamespace(study=tiny_study, plan=DEFAULT_PLAN)
    monkeypatch.setattr(faults, "log_path", lambda: tmp_path / "log")

    def write(*_):
        TrialFolder(trial, tmp_path / "out", None, date(2020, 1, 2), views_of=no_room).part("Picture", step)

    monkeypatch.setattr("sscviewer.cli.verify_text.verification", write)
    assert run(["verify"]) == 2
    assert capsys.readouterr().err == f"sscviewer: {NO_MEMORY}\n"
    assert not (tmp_path / "log").exists()


def no_library(*_):
    raise ImportError("libx: cannot map")


def test_a_library_that_cannot_be_loaded_ends_a_command(monkeypatch, capsys, tmp_path):
    monkeypatch.setattr(faults, "log_path", lambda: tmp_path / "log")
    monkeypatch.setattr("sscviewer.cli.verify_text.verification", lambda *_: attempted(no_library))
    assert run(["verify"]) == 1
    assert capsys.readouterr().err == f"sscviewer: {NOT_LOADED}\n"
    assert "ImportError" in (tmp_path / "log").read_text("utf-8")
