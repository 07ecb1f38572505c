"""What cannot be looked at is not there, and no question about it ends in an error."""

import re
import threading
from pathlib import Path

import pytest

import sscviewer
from sscviewer.gui.state.recents import why_missing
from sscviewer.on_disk import is_file, is_folder, is_there, when_answered
from sscviewer.workbook import UnusableFile, load_study

# The system refuses to look at such a name, as it does in a folder that may not be entered.
REFUSED = Path("x" * 5000)
SAID = ("bundled.py", "on_disk.py", "installation.py", "study_parts.py", "database.py", "arm_letters.py")
"""Where it is our own folder, an entry of an archive, or where the error itself is told."""


@pytest.mark.parametrize("ask", [is_file, is_folder, is_there])
def test_what_the_system_refuses_to_look_at(ask, tmp_path):
    assert not ask(REFUSED)
    assert not ask(REFUSED / "file")
    assert not ask(tmp_path / "none")


def test_what_is_there(tmp_path):
    (file := tmp_path / "file").touch()
    assert [is_file(file), is_folder(file), is_there(file)] == [True, False, True]
    assert [is_file(tmp_path), is_folder(tmp_path), is_there(tmp_path)] == [False, True, True]


def test_a_disk_that_answers_is_heard_and_one_that_does_not_is_given_up():
    assert when_answered(lambda: 3, lambda seconds: None) == 3
    with pytest.raises(OSError, match="gone"):
        when_answered(lambda: (_ for _ in ()).throw(OSError("gone")), lambda seconds: None)
    answers, waited = threading.Event(), []

    def waiting(seconds):
        waited.append(seconds)
        if len(waited) == 3:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        when_answered(answers.wait, waiting)
    assert waited[0] == 0 < waited[1] < waited[2]
    answers.set()


def test_such_a_file_is_refused_in_words():
    assert why_missing(REFUSED / "a.xlsx").startswith("its folder cannot be reached")
    with pytest.raises(UnusableFile):
        load_study(REFUSED / "a.xlsx")


def test_mappings_and_checks_kept_where_nobody_may_look_are_none(demo_path):
    plain = load_study(demo_path)
    there = load_study(demo_path, library=REFUSED)
    assert there.report.issues == plain.report.issues


def test_nobody_asks_pathlib():
    package = Path(sscviewer.__file__).parent
    asked = {
        path.name
        for path in package.rglob("*.py")
        if re.search(r"\.(exists|is_file|is_dir)\(\)", path.read_text(encoding="utf-8"))
    }
    assert asked <= set(SAID)
