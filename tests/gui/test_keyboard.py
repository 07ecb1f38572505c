"""Everything by keyboard: walking, finding, pages, marks; and letters in a field stay letters."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from sscviewer.gui.analysis.page import VIEW
from sscviewer.gui.state.patient_filter import PatientFilter
from sscviewer.gui.state.showing import VIEWS
from tests.gui.names import CONTROLS, is_part_of_another

MOST_STOPS = 150
"""More presses of Tab than any page has controls."""


@pytest.fixture
def active(opened, qtbot):
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    opened.trial_window.list.table.setFocus()
    return opened


def press(window, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(window.focusWidget() or window, key, modifier)


@pytest.mark.parametrize("place", ["list", "figure"])
def test_walking(active, place):
    if place == "figure":
        active.trial_window.workspace.patient.area.setFocus()
    seen = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_J, Qt.Key.Key_K):
        press(active, key)
        seen.append(active.session.usubjid)
    press(active, Qt.Key.Key_End)
    seen.append(active.session.usubjid)
    press(active, Qt.Key.Key_Home)
    seen.append(active.session.usubjid)
    assert seen == ["A2", "A3", "A2", "A3", "A2", "A10", "A1"]
    assert active.trial_window.workspace.patient.head.name.text() == "A1"


def test_page_keys_in_the_figure(active):
    active.trial_window.workspace.patient.area.setFocus()
    press(active, Qt.Key.Key_PageDown)
    assert active.session.usubjid == "A10"
    press(active, Qt.Key.Key_PageUp)
    assert active.session.usubjid == "A1"


def test_find_goes_to_the_patient_and_holds_nobody_back(active, qtbot):
    search = active.trial_window.list.search
    press(active, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert search.hasFocus()
    QTest.keyClicks(search, "lost")
    assert active.session.usubjid == "A3"
    assert active.trial_window.list.found.text() == "1 of 1 found"
    assert active.patients.visible == ("A1", "A2", "A3", "A10")
    press(active, Qt.Key.Key_Return)
    assert active.trial_window.list.table.hasFocus()
    press(active, Qt.Key.Key_Up)
    assert active.session.usubjid == "A2"


def test_find_next_and_previous(active):
    search = active.trial_window.list.search
    press(active, Qt.Key.Key_F3)
    assert search.hasFocus()
    QTest.keyClicks(search, "a1")
    seen = [active.session.usubjid]
    for modifier in (Qt.KeyboardModifier.NoModifier,) * 2 + (Qt.KeyboardModifier.ShiftModifier,):
        press(active, Qt.Key.Key_F3, modifier)
        seen.append(active.session.usubjid)
    assert seen == ["A1", "A10", "A1", "A10"]
    QTest.keyClicks(search, "zzz")
    assert active.trial_window.list.found.text() == "Nobody found"


def test_a_stray_esc_leaves_the_filter(active):
    active.session.set_filters(PatientFilter(sex=("F",)))
    for place in (active.trial_window.list.table, active.trial_window.list.search):
        place.setFocus()
        press(active, Qt.Key.Key_Escape)
        assert active.patients.visible == ("A1", "A3")
    assert active.trial_window.list.count.text() == "2 of 4 patients"


def test_typing_in_the_list_finds(active):
    table = active.trial_window.list.table
    QTest.keyClicks(table, "a")
    assert active.trial_window.list.search.text() == "a"
    assert active.trial_window.list.search.hasFocus()
    QTest.keyClicks(active.focusWidget(), "2")
    assert active.patients.found == ("A2",)
    press(active, Qt.Key.Key_Down)
    assert active.session.usubjid == "A2"


def test_pages(active):
    for number, view in enumerate(VIEWS):
        press(active, Qt.Key(Qt.Key.Key_1 + number))
        assert active.session.view == view
    press(active, Qt.Key(Qt.Key.Key_1 + VIEWS.index("data")))
    assert active.trial_window.workspace.data.isVisible()
    press(active, Qt.Key.Key_1)
    assert active.trial_window.workspace.patient.isVisible()


def test_reviewed_and_comment(active):
    press(active, Qt.Key.Key_R)
    assert active.reviews.is_reviewed("A1")
    assert active.actions_["review"].isChecked()
    assert active.trial_window.details.reviewed.isChecked()
    press(active, Qt.Key.Key_C)
    comment = active.trial_window.details.comment
    assert comment.hasFocus()
    QTest.keyClicks(comment, "jkrc 12?")
    assert comment.toPlainText() == "jkrc 12?"
    assert active.session.usubjid == "A1"
    assert active.session.view == "patient"
    assert active.reviews.is_reviewed("A1")
    active.patient_commands.next()
    assert active.reviews.comment("A1") == "jkrc 12?"
    assert comment.toPlainText() == ""
    active.patient_commands.previous()
    assert comment.toPlainText() == "jkrc 12?"


def test_letters_in_the_search_stay_letters(active):
    search = active.trial_window.list.search
    search.setFocus()
    QTest.keyClicks(search, "rjk12c")
    assert search.text() == "rjk12c"
    assert active.session.usubjid == "A1"
    assert not active.reviews.is_reviewed("A1")


def test_next_not_yet_reviewed(active):
    active.reviews.toggle("A2")
    press(active, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    assert active.session.usubjid == "A3"


def test_help_opens_once(active, qtbot):
    for _ in range(2):
        active.actions_["keys"].trigger()
        active.actions_["manual"].trigger()
        active.actions_["about"].trigger()
    titles = [w.windowTitle() for w in QApplication.topLevelWidgets() if w.isVisible() and w is not active]
    assert sorted(titles) == ["About sscviewer", "Keyboard shortcuts", "Manual"]


def test_tab_goes_round_the_window(active):
    seen = set()
    for _ in range(60):
        widget = active.focusWidget()
        seen.add(widget.accessibleName())
        QApplication.sendEvent(
            widget, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)
        )
    assert {
        "Patients",
        "Find patients",
        "Filter patients",
        "Sort patients by",
        "Time axis",
        "Events by",
        "Comment",
    } <= seen


@pytest.mark.parametrize("view", VIEWS)
def test_tab_reaches_every_control_of_every_page_and_comes_back(active, qtbot, view):
    active.session.set_view(view)
    page = active.trial_window.workspace.pages.currentWidget()
    qtbot.waitUntil(lambda: not active.tasks.is_running(VIEW))
    seen = []
    for _ in range(MOST_STOPS):
        widget = QApplication.focusWidget()
        if seen and widget is seen[0]:
            break
        seen.append(widget)
        press(active, Qt.Key.Key_Tab)
    assert widget is seen[0], f"Tab does not come back: {seen[-3:]}"
    wanted = [w for w in page.findChildren(QWidget) if isinstance(w, CONTROLS) and is_a_stop(w)]
    assert [(type(w).__name__, w.accessibleName()) for w in wanted if w not in seen] == []


def is_a_stop(widget):
    """Whether Tab should stop at a control: of buttons that exclude each other only the one that is on."""
    others = isinstance(widget, QAbstractButton) and widget.autoExclusive() and not widget.isChecked()
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return (
        widget.isVisible() and widget.isEnabled() and takes and not others and not is_part_of_another(widget)
    )
