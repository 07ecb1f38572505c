"""The open file was saved anew: the window offers to read it again, and leaves what was shown as it was."""

import os
import shutil

import pytest
from PySide6.QtCore import Qt

from sscviewer.bundled import resource_path
from sscviewer.gui.opening.watching import stamp
from sscviewer.gui.state.patient_filter import PatientFilter
from sscviewer.gui.state.patient_model import GRADE


@pytest.fixture
def path(tmp_path):
    """A copy of the demo trial that may be changed."""
    copied = tmp_path / "trial.xlsx"
    shutil.copy(resource_path("demo", "demo_trial.xlsx"), copied)
    return copied


def read(window, path, qtbot):
    window.opening.open(path)
    qtbot.waitUntil(
        lambda: window.session.trial is not None and window.session.trial.path == path, timeout=90_000
    )
    qtbot.waitUntil(lambda: window.watching._known is not None)


def save_again(path):
    """Put another file in its place, as Excel does."""
    fresh = path.with_name("fresh.xlsx")
    shutil.copy(path, fresh)
    os.utime(fresh, ns=(1, path.stat().st_mtime_ns + 10_000_000_000))
    fresh.replace(path)


def test_it_is_offered_and_what_was_shown_stays(window, path, qtbot):
    read(window, path, qtbot)
    session = window.session
    session.set_usubjid("SSC-007")
    session.set_view("cohort")
    session.set_day_range((10.0, 90.0))
    wanted = PatientFilter(status=("stopped",))
    session.set_filters(wanted)
    session.set_pinned(("SSC-009",))
    window.patients.sort(GRADE, Qt.SortOrder.DescendingOrder)
    window.trial_window.list.search.setText("nausea")
    session.set_usubjid("SSC-007")
    shown = (window.patients.visible, session.compared)
    save_again(path)
    window.watching.look()
    qtbot.waitUntil(lambda: "has changed on the disk" in window.message.text)
    assert window.message.text == "“trial.xlsx” has changed on the disk since it was read."
    assert window.message.offer_button.isVisible()
    before = session.trial
    window.message.offer_button.click()
    qtbot.waitUntil(lambda: session.trial is not before, timeout=90_000)
    assert (session.usubjid, session.view, session.day_range) == ("SSC-007", "cohort", (10.0, 90.0))
    assert session.filters == wanted
    assert (window.patients.visible, session.compared) == shown
    assert window.trial_window.list.search.text() == "nausea"


def test_chosen_measurements_stay(window, path, qtbot):
    read(window, path, qtbot)
    session = window.session
    codes = ("MRSS",)
    window.trial_window._show_panels(codes)
    qtbot.waitUntil(lambda: session.parameters == codes)
    before = session.trial
    window.actions_["reload"].trigger()
    qtbot.waitUntil(lambda: session.trial is not before, timeout=90_000)
    assert session.parameters == codes
    assert [c.parameter.paramcd for c in session.frame.cohort] == ["MRSS"]


def test_the_same_change_is_said_once_and_none_is_not_said(window, path, qtbot):
    read(window, path, qtbot)
    said = []
    window.watching.changed.connect(said.append)
    for expected in (0, 1, 1):
        if expected and not said:
            save_again(path)
        window.watching.look()
        qtbot.wait(200)
        qtbot.waitUntil(lambda n=expected: len(said) == n)
    path.unlink()
    window.watching.look()
    qtbot.wait(200)
    assert len(said) == 1


def test_a_folder_is_told_by_its_files(tmp_path):
    assert stamp(tmp_path / "nowhere") == ()
    (tmp_path / "a.csv").write_text("1")
    before = stamp(tmp_path)
    (tmp_path / "~$a.csv").write_text("somebody has it open")
    assert stamp(tmp_path) == before
    (tmp_path / "b.csv").write_text("2")
    assert stamp(tmp_path) != before


def test_recent_files_are_in_the_menu(window, path, qtbot):
    menu = window.recent_menu.menu
    assert [(a.text(), a.isEnabled()) for a in menu.actions()] == [("No recent files", False)]
    read(window, path, qtbot)
    menu.aboutToShow.emit()
    assert [a.text() for a in menu.actions()] == ["&1 trial.xlsx"]
    assert menu.actions()[0].toolTip() == str(path)
    before = window.session.trial
    menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: window.session.trial is not before, timeout=90_000)
    window.actions_["hide"].trigger()
    qtbot.waitUntil(lambda: window.session.trial.study.is_hidden)
    menu.aboutToShow.emit()
    assert [a.text() for a in menu.actions()] == ["Names are hidden"]
    assert not window.actions_["reload"].isEnabled()
