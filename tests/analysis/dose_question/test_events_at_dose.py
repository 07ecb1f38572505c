"""Events beside the dose in force, dechallenge and rechallenge, worked out by hand."""

import math

import pytest

from sscviewer.analysis.dose_question.dose_question import dose_events
from sscviewer.analysis.plan import DEFAULT_PLAN
from tests.analysis.dose_question.titration_trial import titration_trial
from tests.planned import population, titration

NONE, REDUCED, PAUSED, STOPPED = "DOSE NOT CHANGED", "DOSE REDUCED", "DRUG INTERRUPTED", "DRUG WITHDRAWN"
PAUSE = [(1, 20, 200), (21, 27, 0), (28, 90, 200)]


def asked(patients):
    study = titration_trial(patients)
    who = population(study)
    return dose_events(study, who, DEFAULT_PLAN, titration(study, who))


def test_the_dose_and_the_days_since_it_changed():
    found = asked(
        {
            "A": {
                "doses": [(1, 14, 100), (15, 29, 200), (30, 60, 100)],
                "limiting": [(5, NONE), (20, NONE), (30, REDUCED), (70, NONE)],
            }
        }
    )
    assert [event.dose for event in found.events[:3]] == [100, 200, 200]
    assert math.isnan(found.events[3].dose)
    assert math.isnan(found.events[0].since_change)
    # the cut of the event's own day is not the change before it
    assert [event.since_change for event in found.events[1:3]] == [5, 15]
    (term,) = found.terms
    assert (found.doses, term.at, term.events, term.patients) == ((100, 200), ((1, 1), (2, 1)), 4, 1)
    assert found.days == (14 + 31, 15)


@pytest.mark.parametrize(
    ("doses", "events", "dechallenge", "rechallenge"),
    [
        (PAUSE, [(20, PAUSED, 25), (40, NONE)], "ended", "came again"),
        (PAUSE, [(20, PAUSED, 25), (80, NONE)], "ended", "did not come again"),
        ([(1, 20, 200), (21, 90, 100)], [(20, REDUCED, 80)], "went on", "not given again"),
        ([(1, 20, 200)], [(20, STOPPED, 30)], "ended", "not given again"),
        ([(1, 90, 200)], [(20, REDUCED, 30)], "", ""),
        ([(1, 90, 200)], [(20, NONE, 30)], "", ""),
    ],
)
def test_dechallenge_and_rechallenge(doses, events, dechallenge, rechallenge):
    event = asked({"A": {"doses": doses, "limiting": events}, "B": {"doses": [(1, 90, 200)]}}).events[0]
    assert (event.dechallenge, event.rechallenge) == (dechallenge, rechallenge)


def test_stops_by_relation_count_patients():
    stop = {"doses": [(1, 20, 200)], "limiting": [(20, STOPPED)], "end": "ADVERSE EVENT"}
    both = stop | {"limiting": [(19, STOPPED), (20, STOPPED)], "relation": "PROBABLE"}
    found = asked({"A": stop | {"relation": "UNLIKELY"}, "B": both, "C": stop | {"relation": "PROBABLE"}})
    assert found.stops == (("PROBABLE", 2), ("UNLIKELY", 1))
