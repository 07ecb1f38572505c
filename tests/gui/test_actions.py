"""The table of actions: what can be done when, keys that do not collide, and the card made from it."""

from collections import Counter

from sscviewer.gui.dialogs.key_card import card_sections
from sscviewer.gui.state.action_table import ACTIONS, plain_words
from sscviewer.gui.state.patient_filter import PatientFilter
from tests.gui.trials import show_trial


def test_what_needs_a_file_is_off_at_the_start(window):
    for spec in ACTIONS:
        assert window.actions_[spec.id].isEnabled() == (spec.when in ("always", "not hidden")), spec.id


def test_what_needs_a_patient_is_on_with_one(opened):
    off = {spec.id for spec in ACTIONS if not opened.actions_[spec.id].isEnabled()}
    assert off == {"forget", "clear", "reset", "back", "save_table", "undo", "redo", "unpin"}


def test_a_patients_figure_is_saved_from_its_page_only(opened):
    opened.session.set_view("data")
    assert not opened.actions_["save"].isEnabled()
    opened.session.set_view("patient")
    assert opened.actions_["save"].isEnabled()


def test_filter_and_zoom_switch_their_actions_on(opened):
    opened.session.set_day_range((1.0, 100.0))
    assert opened.actions_["reset"].isEnabled()
    opened.actions_["reset"].trigger()
    assert opened.session.day_range is None
    opened.trial_window.list.search.setText("a1")
    assert not opened.actions_["clear"].isEnabled()
    opened.session.set_filters(PatientFilter(sex=("F",)))
    assert opened.actions_["clear"].isEnabled()
    opened.actions_["clear"].trigger()
    assert opened.session.filters == PatientFilter()


def test_no_key_means_two_things():
    keys = Counter(key for spec in ACTIONS for key in (*spec.keys, *spec.view_keys))
    assert [key for key, n in keys.items() if n > 1] == []


def test_ids_are_unique_and_texts_end_as_they_should():
    ids = Counter(spec.id for spec in ACTIONS)
    assert max(ids.values()) == 1
    assert all(not spec.text.endswith((".", " ")) for spec in ACTIONS)


def test_the_card_names_every_key():
    said = {what for _, rows in card_sections(ACTIONS) for _, what in rows}
    for spec in ACTIONS:
        if spec.keys or spec.view_keys:
            assert plain_words(spec.text) in said


def test_choices_show_what_is_chosen(opened):
    actions = opened.actions_
    actions["choose_time_unit.dates"].trigger()
    assert opened.session.time_unit == "dates"
    assert opened.settings.text("page/time_unit") == "dates"
    assert actions["choose_time_unit.dates"].isChecked()
    assert not actions["choose_time_unit.months"].isChecked()
    assert opened.trial_window.workspace.patient.bar.time_box.currentData() == "dates"
    actions["choose_bands.eligibility"].trigger()
    assert "eligibility" in opened.session.bands
    actions["choose_bands.eligibility"].trigger()
    assert "eligibility" not in opened.session.bands
    actions["choose_lane_order.grade"].trigger()
    assert opened.session.lane_order == "grade"


def test_the_view_is_remembered(opened, trial, places, qtbot):
    opened.actions_["choose_time_unit.days"].trigger()
    opened.settings.save()
    from sscviewer.gui.window.main_window import MainWindow

    second = MainWindow(places)
    assert second.session.time_unit == "days"
    show_trial(second, trial)
    assert second.actions_["choose_time_unit.days"].isChecked()
    second.close()
    second.deleteLater()


def test_copy_is_off_where_there_is_nothing_to_copy(opened, qtbot):
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    copy = opened.actions_["copy"]
    assert copy.isEnabled()
    opened.session.set_view("plan")
    assert not copy.isEnabled()
    opened.session.set_view("data")
    assert not copy.isEnabled()
    rows = opened.trial_window.workspace.data.tables.issues.view
    opened.trial_window.workspace.data.show_not_shown()
    rows.setFocus()
    rows.selectRow(0)
    qtbot.waitUntil(copy.isEnabled)
    copy.trigger()
    assert opened.message.text == "Rows copied."
    rows.clearSelection()
    assert not copy.isEnabled()
