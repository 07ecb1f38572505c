"""A computer without memory left: one sentence that says what to do, and everything else goes on."""

import errno
import marshal
from importlib.machinery import EXTENSION_SUFFIXES
from importlib.util import module_from_spec, spec_from_file_location
from types import SimpleNamespace

import numpy as np
import pytest

from sscviewer.cli import run
from sscviewer.faults import NO_MEMORY, NOT_LOADED, told_of
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
