"""File ▸ Use checks of your own…: kept for every trial, or refused with the reason."""

import pytest

from sscviewer.workbook.contradictions.row_checks import OWN_FILE

GOOD = """
[[check]]
code = "any_event"
table = "adverse_events"
when = ["AETERM present"]
"""


@pytest.fixture
def own(window, monkeypatch):
    said, read = [], []
    window.own_checks.told.connect(lambda text, kind: said.append((kind, text)))
    monkeypatch.setattr(window.opening, "read_again", lambda: read.append(True))
    return window.own_checks, window.opening.library / OWN_FILE, said, read


def test_a_good_file_is_kept_and_the_trial_read_again(own, tmp_path):
    checks, kept, said, read = own
    (tmp_path / "mine.toml").write_text(GOOD)
    checks.read(tmp_path / "mine.toml")
    assert kept.read_text() == GOOD
    assert said == [("info", "1 check of mine.toml used for every trial from now on.")]
    assert read == [True]
    checks.stop()
    assert not kept.exists()
    assert read == [True, True]
    checks.stop()
    assert said[-1] == ("info", "No checks of your own are in use.")


def test_a_bad_check_is_said_and_the_good_ones_are_used(own, tmp_path):
    checks, kept, said, _ = own
    (tmp_path / "mine.toml").write_text(
        f"{GOOD}[[check]]\ncode = 'b'\ntable = 'events'\nwhen = 'x present'\n"
    )
    checks.read(tmp_path / "mine.toml")
    assert kept.exists()
    ((kind, text),) = said
    assert kind == "error"
    assert "check 2 (“b”): there is no table “events”" in text


def test_a_file_without_a_usable_check_changes_nothing(own, tmp_path):
    checks, kept, said, read = own
    (tmp_path / "mine.toml").write_text("nothing here")
    checks.read(tmp_path / "mine.toml")
    assert not kept.exists()
    assert read == []
    assert said[0][0] == "error"
    assert "does not follow the form of TOML" in said[0][1]
