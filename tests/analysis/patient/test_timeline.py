"""Nothing is dropped: ongoing, unended, partial, undated and one-day events each say what they are."""

import numpy as np
import pytest

from sscviewer.analysis.outcome import outcome
from sscviewer.analysis.patient.timeline import timeline


@pytest.fixture
def lanes(tiny_study):
    def of(usubjid, order="onset"):
        end = outcome(tiny_study, usubjid)
        line = timeline(tiny_study, usubjid, end.last_contact_day, order)
        return line, {event.label: event for event in line.events}

    return of


def test_one_lane_per_event_sorted_by_onset(lanes):
    line, _ = lanes("A2")
    assert [e.label for e in line.events] == ["Proteinuria", "Nausea", "Rash generalised"]


@pytest.mark.parametrize(
    ("order", "first"), [("onset", "Proteinuria"), ("class", "Nausea"), ("grade", "Rash generalised")]
)
def test_orders(lanes, order, first):
    assert lanes("A2", order)[0].events[0].label == first


def test_ongoing_ends_at_the_patients_own_last_contact(lanes):
    line, events = lanes("A1")
    assert events["Fatigue"].end_state == "ongoing"
    assert np.isnan(events["Fatigue"].end_last)
    assert line.open_until == 372  # 20 March 2008 with day 1 on 15 March 2007 (leap year)


def test_end_not_recorded_is_not_ongoing(lanes):
    assert lanes("A2")[1]["Nausea"].end_state == "not recorded"


def test_partial_start_spans_its_month(lanes):
    rash = lanes("A2")[1]["Rash generalised"]
    # "2007-06" with day 1 on 1 May 2007: 1 June is day 32, 30 June day 61
    assert (rash.start_state, rash.start_first, rash.start_last) == ("partial", 32, 61)


def test_missing_start_is_kept(lanes):
    proteinuria = lanes("A2")[1]["Proteinuria"]
    assert proteinuria.start_state == "missing"
    assert np.isnan(proteinuria.start_first)
    assert proteinuria.end_last == 62


def test_one_day_event(lanes):
    assert lanes("A1")[1]["Headache"].is_one_day


def test_marks_are_the_files_own_scale(lanes):
    events = lanes("A2")[1]
    assert events["Rash generalised"].mark == "3"
    assert events["Nausea"].mark == "Mo"  # no grade in the file: its severity word, never converted
    assert events["Nausea"].level == 2


def test_flags(lanes):
    rash = lanes("A2")[1]["Rash generalised"]
    assert (rash.serious, rash.related, rash.fatal, rash.after_contact) == (True, True, False, False)


def test_patient_without_events(lanes):
    assert lanes("A3")[0].events == ()
