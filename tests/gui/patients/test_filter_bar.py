"""The filter in the window: by menu, chip and key; what it says; undone, saved and found again."""

import dataclasses

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from sscviewer.gui.dialogs.filter_event import FilterEvent
from sscviewer.gui.state.patient_filter import EventCondition, PatientFilter, ValueCondition
from sscviewer.gui.window.main_window import MainWindow
from sscviewer.model.change import Change, Changes
from tests.gui.trials import show_trial


@pytest.fixture
def bar(opened):
    return opened.trial_window.list.filters


def entry(menu, *path):
    """Return the action of a menu whose words, without keys and counts, are these."""
    menu.aboutToShow.emit()
    for words in path[:-1]:
        (menu,) = [a.menu() for a in menu.actions() if plain(a) == words and isinstance(a.menu(), QMenu)]
        menu.aboutToShow.emit()
    (action,) = [a for a in menu.actions() if plain(a) == path[-1]]
    return action


def plain(action):
    return action.text().partition("\t")[0].replace("&", "")


def test_conditions_by_menu_say_what_they_do_to_the_numbers(opened, bar):
    assert not bar.effect.isVisible()
    entry(bar.menu, "Status", "stopped early").trigger()
    assert opened.session.filters == PatientFilter(status=("stopped",))
    assert opened.patients.visible == ("A2",)
    assert bar.effect.text().startswith("1 of 4 patients. Every number of the trial pages")
    entry(bar.menu, "Status", "lost to follow-up").trigger()
    assert opened.patients.visible == ("A2", "A3")
    entry(bar.menu, "Has an adverse event", "A serious event").trigger()
    assert opened.patients.visible == ("A2",)
    assert [chip.accessibleName() for chip in bar.chip_buttons] == [
        "Filter: stopped early or lost to follow-up",
        "Filter: with a serious event",
    ]


def test_what_all_are_alike_in_is_not_offered(bar):
    bar.menu.aboutToShow.emit()
    offered = {plain(action) for action in bar.menu.actions()}
    assert {"Status", "Sex", "Subset", "Worst grade", "Reviewed", "Comment"} <= offered
    assert not {"Arm", "Site"} & offered


def test_delete_takes_a_chip_away_and_undo_brings_it_back(opened, bar):
    entry(bar.menu, "Sex", "F").trigger()
    entry(bar.menu, "Worst grade", "2 or worse").trigger()
    assert opened.patients.visible == ("A1",)
    QTest.keyClick(bar.chip_buttons[0], Qt.Key.Key_Delete)
    assert opened.session.filters == PatientFilter(least_grade=2)
    assert opened.actions_["undo"].text() == "&Undo filter"
    opened.actions_["undo"].trigger()
    assert opened.session.filters == PatientFilter(sex=("F",), least_grade=2)
    opened.actions_["undo"].trigger()
    opened.actions_["undo"].trigger()
    assert opened.session.filters == PatientFilter()
    opened.actions_["redo"].trigger()
    assert opened.session.filters == PatientFilter(sex=("F",))
    bar.clear.click()
    assert opened.patients.visible == ("A1", "A2", "A3", "A10")
    opened.actions_["undo"].trigger()
    assert opened.patients.visible == ("A1", "A3")


def test_the_same_answer_again_takes_a_condition_away(opened, bar):
    for expected in (2, 0):
        entry(bar.menu, "Worst grade", "2 or worse").trigger()
        assert opened.session.filters.least_grade == expected


def test_an_event_by_its_dialog(opened, bar):
    entry(bar.menu, "Has an adverse event", "With a term, or otherwise…").trigger()
    dialog = bar.menus.dialog
    assert isinstance(dialog, FilterEvent)
    dialog.related.setChecked(True)
    dialog.least.setCurrentIndex(3)
    dialog.term.setText(" rash ")
    assert dialog.words.text() == "Patients with a related event, grade ≥ 3, “rash”"
    dialog.accept()
    assert opened.session.filters.events == (EventCondition(related=True, least=3, term="rash"),)
    assert opened.patients.visible == ("A2",)


def test_a_value_by_its_dialog(opened, bar):
    entry(bar.menu, "Value above or below…").trigger()
    dialog = bar.menus.dialog
    ok = dialog.buttons.button(dialog.buttons.StandardButton.Ok)
    assert not ok.isEnabled()
    dialog.limit.setText("62,5")
    assert ok.isEnabled()
    dialog.accept()
    (value,) = opened.session.filters.values
    assert dataclasses.replace(value, name="") == ValueCondition("FVCPP", "", "last", "below", 62.5)


def test_marks_filter_and_follow_the_marks(opened, bar):
    opened.reviews.toggle("A3")
    entry(bar.menu, "Reviewed", "not reviewed").trigger()
    assert opened.patients.visible == ("A1", "A2", "A10")
    opened.reviews.toggle("A1")
    assert opened.patients.visible == ("A2", "A10")
    assert bar.effect.text().startswith("2 of 4")
    opened.session.set_filters(PatientFilter(comment="yes"))
    assert opened.patients.visible == ()
    opened.reviews.set_comment("A10", "never treated: why?")
    assert opened.patients.visible == ("A10",)


def test_changed_since_the_last_export(opened, bar):
    assert not entry(bar.menu, "Changed since the last export").isEnabled()
    change = Change("changed", "adverse_events", "A3", "AE!C3", "Rash")
    opened.session.set_changes(Changes("May", True, (change,)))
    assert entry(bar.menu, "Changed since the last export").isEnabled()
    opened.session.set_filters(PatientFilter(changed="yes"))
    assert opened.patients.visible == ("A3",)


def test_a_filter_is_saved_by_name_for_this_study_and_is_there_after_a_restart(
    opened, bar, trial, places, qtbot
):
    wanted = PatientFilter(sex=("F",), events=(EventCondition(least=2),))
    assert not entry(bar.kept_menu, "Save this filter as…").isEnabled()
    opened.session.set_filters(wanted)
    entry(bar.kept_menu, "Save this filter as…").trigger()
    dialog = opened.trial_window.naming
    dialog.edit.setText("women, grade 2")
    dialog.accept()
    assert opened.message.text == "Saved the filter “women, grade 2” for this study."
    opened.close()
    again = MainWindow(places)
    qtbot.addWidget(again)
    again.show()
    show_trial(again, trial)
    menu = again.trial_window.list.filters.kept_menu
    entry(menu, "women, grade 2").trigger()
    assert again.session.filters == wanted
    entry(menu, "Delete a saved filter", "women, grade 2").trigger()
    assert again.saved_filters.all() == {}
    assert again.session.filters == wanted
    again.close()


def test_by_keyboard(opened, bar, qtbot):
    """Ctrl+Shift+F opens the menu; its keys choose: S Status, then the first entry with Return."""
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    opened.trial_window.list.table.setFocus()

    def choose():
        assert bar.menu.isVisible()
        QTest.keyClick(bar.menu, Qt.Key.Key_S)
        part = bar.menu.activeAction().menu()
        part.setActiveAction(part.actions()[0])
        QTest.keyClick(part, Qt.Key.Key_Return)

    QTimer.singleShot(100, choose)
    QTest.keyClick(
        opened, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    qtbot.waitUntil(lambda: opened.session.filters != PatientFilter())
    assert opened.session.filters == PatientFilter(status=("completed",))


def test_nobody_is_said(opened, bar):
    opened.session.set_filters(PatientFilter(arm=("none",)))
    assert bar.effect.text().startswith("0 of 4 patients")
    assert opened.trial_window.list.count.text() == "0 of 4 patients"
