"""A disk that is full, or a folder that is none: one sentence, exit code 2, and no half file."""

import os
import subprocess
import sys

import pytest

if sys.platform == "win32":
    pytest.skip("a limit for the size of a file is for systems like Unix", allow_module_level=True)

LIMITED = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2)
from sscviewer.cli import run
sys.exit(run(sys.argv[2:]))
"""
BYTES = 3000
"""What the "disk" still takes of one file."""


def export(demo_path, out, what, bytes_left):
    command = [sys.executable, "-c", LIMITED, str(bytes_left), "export", str(demo_path), "--out", str(out)]
    done = subprocess.run(
        [*command, "--what", what, "--subject", "SSC-007"],
        capture_output=True,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_DATA_HOME": str(out.parent / "own")},
        check=False,
    )
    return done.returncode, [line for line in done.stderr.splitlines() if line.startswith("sscviewer:")]


@pytest.mark.parametrize("what", ["report", "handover", "board", "checklists", "queries", "all"])
def test_a_full_disk_is_one_sentence_and_no_half_file(demo_path, tmp_path, what):
    code, said = export(demo_path, tmp_path / "out", what, BYTES)
    assert code == 2
    told = [line for line in said if "Marks and comments" not in line]  # the memory of letters is full too
    assert len(told) == 1, said
    assert "written" in told[0]
    files = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert not [path.name for path in files if path.name.endswith(".part") or path.stat().st_size >= BYTES]


@pytest.mark.parametrize("what", ["report", "handover", "board", "all"])
def test_a_file_in_place_of_the_folder_is_one_sentence_and_stays(demo_path, tmp_path, what):
    (tmp_path / "out").write_text("mine", "utf-8")
    code, said = export(demo_path, tmp_path / "out", what, 1 << 30)
    assert (code, len(said)) == (2, 1)
    assert "written" in said[0]
    assert (tmp_path / "out").read_text("utf-8") == "mine"
