"""The session checks, stores and says so; the same value says nothing."""

import dataclasses
from pathlib import Path

import pytest

from sscviewer.gui.state.patient_filter import PatientFilter
from sscviewer.gui.state.session import Session


class Heard:
    """Counts what a session says."""

    def __init__(self, session):
        self.said = []
        for name in [
            "trial_changed",
            "usubjid_changed",
            "page_changed",
            "parameters_changed",
            "day_range_changed",
            "time_unit_changed",
            "bands_changed",
            "lane_order_changed",
            "filters_changed",
            "dark_changed",
            "view_changed",
            "selected_changed",
        ]:
            getattr(session, name).connect(self._hear(name.removesuffix("_changed")))

    def _hear(self, name):
        return lambda value: self.said.append((name, value))

    def names(self):
        names = [name for name, _ in self.said]
        self.said.clear()
        return names


@pytest.fixture
def session(qapp):
    return Session()


def test_a_trial_begins_with_its_first_patient(session, trial):
    heard = Heard(session)
    session.set_trial(trial)
    assert session.usubjid == "A1"
    assert session.page.usubjid == "A1"
    assert session.parameters == ("FVCPP", "MRSS")
    assert heard.names() == [
        "trial",
        "parameters",
        "day_range",
        "usubjid",
        "page",
    ]


@pytest.mark.parametrize(
    ("setter", "value", "says"),
    [
        ("set_time_unit", "days", ["time_unit"]),
        ("set_bands", frozenset({"cohort"}), ["bands"]),
        ("set_lane_order", "grade", ["lane_order", "page"]),
        ("set_day_range", (1.0, 90.0), ["day_range"]),
        ("set_filters", PatientFilter(sex=("F",)), ["filters"]),
        ("set_dark", True, ["dark"]),
        ("set_view", "data", ["view"]),
        ("set_selected", ("adverse_events", 0), ["selected"]),
        ("set_usubjid", "A3", ["usubjid", "page"]),
    ],
)
def test_a_change_is_said_once_and_the_same_value_not_at_all(session, trial, setter, value, says):
    session.set_trial(trial)
    heard = Heard(session)
    getattr(session, setter)(value)
    assert heard.names() == says
    getattr(session, setter)(value)
    assert heard.names() == []


@pytest.mark.parametrize(
    ("setter", "value", "error"),
    [
        ("set_time_unit", "weeks", ValueError),
        ("set_bands", frozenset({"rainbow"}), ValueError),
        ("set_lane_order", "name", ValueError),
        ("set_day_range", (90.0, 1.0), ValueError),
        ("set_view", "nowhere", ValueError),
        ("set_usubjid", "A99", KeyError),
    ],
)
def test_nonsense_is_refused_and_nothing_changes(session, trial, setter, value, error):
    session.set_trial(trial)
    heard = Heard(session)
    with pytest.raises(error):
        getattr(session, setter)(value)
    assert heard.names() == []


def test_zoom_and_choices_stay_when_the_patient_changes_and_the_click_does_not(session, trial):
    session.set_trial(trial)
    session.set_day_range((1.0, 90.0))
    session.set_time_unit("dates")
    session.set_selected(("adverse_events", 0))
    session.set_usubjid("A2")
    assert session.day_range == (1.0, 90.0)
    assert session.time_unit == "dates"
    assert session.selected is None


def test_another_trial_begins_afresh(session, trial):
    session.set_trial(trial)
    session.set_usubjid("A3")
    session.set_day_range((1.0, 90.0))
    session.set_filters(PatientFilter(sex=("F",)))
    session.set_trial(dataclasses.replace(trial, path=Path("/nowhere/other.xlsx")))
    assert (session.usubjid, session.day_range, session.filters) == ("A1", None, PatientFilter())
    assert session.kept is None


def test_the_same_file_again_leaves_what_was_shown(session, trial):
    session.set_trial(trial)
    session.set_usubjid("A3")
    session.set_day_range((1.0, 90.0))
    wanted = PatientFilter(sex=("F",))
    session.set_filters(wanted)
    session.set_trial(dataclasses.replace(trial))
    assert (session.usubjid, session.day_range, session.filters) == ("A3", (1.0, 90.0), wanted)
    assert session.kept == {"A1", "A3"}


def test_the_planned_dose_follows_the_plan_and_stays_with_the_file(session, trial):
    session.set_trial(trial)
    heard = Heard(session)
    plan = trial.plan.with_value("study", "dose_schedule", "1: 100, until 364")
    session.planning.choose(plan)
    assert session.frame.planned_dose.steps == ((1, 100.0),)
    assert heard.names() == ["parameters"]
    session.planning.choose(plan.with_value("study", "title", "T"))
    assert heard.names() == []
    session.set_trial(dataclasses.replace(trial, plan=session.planning.plan))
    assert session.frame.planned_dose.until == 364
    session.planning.undo()
    session.planning.undo()
    assert session.frame.planned_dose is None


def test_the_page_follows_the_order_of_events(session, trial):
    session.set_trial(trial)
    session.set_usubjid("A2")
    session.set_lane_order("grade")
    assert session.page.timeline.events[0].mark == "3"
