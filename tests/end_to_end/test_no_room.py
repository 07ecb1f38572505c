"""A disk that is full, or a folder that is none: one sentence, exit code 2, and no half file."""

import os
import subprocess
import sys

import pytest

from sscviewer.workbook import load_study
from tests.end_to_end.called import called
from tests.end_to_end.test_awkward_identifiers import trial_of

if sys.platform == "win32":
    pytest.skip("a limit for the size of a file is for systems like Unix", allow_module_level=True)

LIMITED = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2)
from sscviewer.cli import run
for what, out in zip(sys.argv[3::2], sys.argv[4::2]):
    code = run(["export", sys.argv[2], "--out", out, "--what", what, "--subject", "A-1", "--quiet"])
    print(f"code {code} {what}", file=sys.stderr, flush=True)
"""
BYTES = 3000
"""What the "disk" still takes of one file."""
FULL = ("report", "handover", "board", "checklists", "queries", "all")


@pytest.fixture(scope="module")
def few(tmp_path_factory):
    """Three patients with all that is written of one, and little to compute."""
    path = tmp_path_factory.mktemp("few") / "few.xlsx"
    trial_of(("A-1", "A-2", "A-3"), path)
    load_study(path)  # what reads the file is compiled before there is a limit
    return path


def exports(path, outs, bytes_left, own):
    """Return {what: (exit code, sentences)} of one export after another, each to its own folder."""
    words = [word for what, out in outs.items() for word in (what, str(out))]
    done = subprocess.run(
        # no bytecode: Python keeps a half written file of it, and every later process stumbles over that
        [sys.executable, "-B", "-c", LIMITED, str(bytes_left), str(path), *words],
        capture_output=True,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_DATA_HOME": str(own)},
        check=False,
    )
    found, said = {}, []
    for line in done.stderr.splitlines():
        if line.startswith("code "):
            _, code, what = line.split()
            found[what], said = (int(code), said), []
        elif line.startswith("sscviewer:"):
            said.append(line)
    assert list(found) == list(outs), done.stderr
    return found


def test_a_full_disk_is_one_sentence_and_no_half_file(few, tmp_path):
    outs = {what: tmp_path / what for what in FULL}
    for what, (code, said) in exports(few, outs, BYTES, tmp_path / "own").items():
        assert code == 2, what
        told = [line for line in said if "Marks and comments" not in line]  # the letters' memory is full
        assert len(told) == 1, (what, said)
        assert "written" in told[0], what
        files = [path for path in outs[what].rglob("*") if path.is_file()]
        half = [path.name for path in files if path.name.endswith(".part") or path.stat().st_size >= BYTES]
        assert not half, what


@pytest.mark.parametrize("what", ["report", "handover", "board", "all"])
def test_a_file_in_place_of_the_folder_is_one_sentence_and_stays(few, tmp_path, monkeypatch, qapp, what):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "own"))
    out = tmp_path / what
    out.write_text("mine", "utf-8")
    done = called("export", few, "--out", out, "--what", what, "--subject", "A-1", "--quiet")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
    assert "written" in done.stderr
    assert out.read_text("utf-8") == "mine"
