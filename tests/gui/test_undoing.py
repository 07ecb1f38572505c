"""Everything a user does in the window can be taken back and done again, in its order."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sscviewer.analysis.plan.events import TermGroup
from sscviewer.gui.state.patient_filter import PatientFilter
from sscviewer.plots.paper.figure_look import FigureLook
from tests.gui.trials import settle, show_trial


@pytest.fixture
def shown(window, demo, qtbot):
    show_trial(window, demo)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.trial_window.list.table.setFocus()
    return window


def state(window):
    """What of the window can be undone."""
    session, reviews = window.session, window.reviews
    return {
        "reviewed": reviews.is_reviewed("SSC-001"),
        "comment": reviews.comment("SSC-001"),
        "filter": session.filters,
        "groups": session.planning.plan.events.groups,
        "plan": session.planning.plan.events.window_days,
        "time": session.time_unit,
        "order": session.lane_order,
        "bands": session.bands,
        "pinned": session.pinned,
        "measurements": session.parameters,
        "days": session.day_range,
        "looks": session.looks.all(),
    }


def steps(window):
    """Do everything once, by actions, menus and fields of the window."""
    session, actions, list_ = window.session, window.actions_, window.trial_window.list
    plan = session.planning

    def comment():
        actions["comment"].trigger()
        QTest.keyClicks(window.trial_window.details.comment, "ask the site")
        window.trial_window.details.save_comment()

    yield "tick", lambda: QTest.keyClick(list_.table, Qt.Key.Key_R)
    yield "comment", comment
    yield "filter", lambda: list_.filters.menus._toggle("sex", "F")
    yield "change of the plan", lambda: plan.choose_groups((TermGroup("Gut", ("Nausea", "Vomiting")),))
    yield "change of the plan", lambda: plan.choose(plan.plan.with_value("events", "window_days", 7))
    yield "time axis", actions["choose_time_unit.days"].trigger
    yield "order of events", actions["choose_lane_order.grade"].trigger
    yield "bands", actions["choose_bands.mcid"].trigger
    yield "pinned patients", actions["pin"].trigger
    yield "zoom", lambda: [session.set_day_range((1.0, last)) for last in (300.0, 200.0, 100.0)]
    yield "look of a figure", lambda: session.looks.set("courses", FigureLook(title="FVC"))
    yield "choice of measurements", lambda: window.trial_window._show_panels(("MRSS", "FVCPP"))


def test_everything_back_and_forth(shown, qtbot):
    states, said = [state(shown)], []
    for words, do in steps(shown):
        do()
        qtbot.waitUntil(lambda before=states[-1]: state(shown) != before)
        states.append(state(shown))
        said.append((words, shown.undoing.undo_words))
    wrong = [(words, told) for words, told in said if words.split()[0] not in told]
    assert wrong == []
    for before in reversed(states[:-1]):
        shown.actions_["undo"].trigger()
        qtbot.waitUntil(lambda now=before: state(shown) == now)
    assert not shown.actions_["undo"].isEnabled()
    for after in states[1:]:
        shown.actions_["redo"].trigger()
        qtbot.waitUntil(lambda now=after: state(shown) == now)
    assert not shown.actions_["redo"].isEnabled()


def test_a_choice_in_a_view_goes_back_with_its_picture(shown, qtbot):
    shown.session.set_view("cohort")
    page = shown.trial_window.workspace.analysis["cohort"]
    settle(page, qtbot)
    view = page.view
    assert not shown.actions_["undo"].isEnabled()
    before = view.settings
    view.measure.setCurrentIndex(1)
    view.measure.activated.emit(1)
    settle(page, qtbot)
    assert view.settings != before
    assert shown.undoing.undo_words == "choice in “Courses”"
    shown.session.set_view("patient")
    shown.actions_["undo"].trigger()
    assert shown.session.view == "cohort"
    settle(page, qtbot)
    assert view.settings == before
    shown.actions_["redo"].trigger()
    settle(page, qtbot)
    assert view.settings != before
    assert shown.undoing.redo_words == ""


def test_a_new_step_ends_what_could_be_done_again(shown):
    shown.session.set_filters(PatientFilter(sex=("F",)))
    shown.actions_["undo"].trigger()
    assert shown.actions_["redo"].isEnabled()
    shown.reviews.toggle("SSC-001")
    assert not shown.actions_["redo"].isEnabled()
    shown.actions_["undo"].trigger()
    assert shown.session.filters == PatientFilter()
    assert not shown.actions_["undo"].isEnabled()


def test_what_was_remembered_from_last_time_is_no_step(window, demo):
    assert window.undoing.undo_words == ""
    show_trial(window, demo)
    assert window.undoing.undo_words == ""
