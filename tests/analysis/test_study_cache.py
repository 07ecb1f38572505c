"""What follows from a study is worked out once, and forgotten with the study."""

import gc
import weakref

import pandas as pd
import pytest

from sscviewer.analysis.baselines import baseline_rows
from sscviewer.analysis.dose_question.titration import titration
from sscviewer.analysis.outcome import outcome, outcomes
from sscviewer.analysis.plan import DEFAULT_PLAN
from sscviewer.analysis.study_cache import cached_per_study
from sscviewer.model.load_report import Source
from sscviewer.model.study import build_study
from tests.planned import population


def small(*usubjids):
    subjects = pd.DataFrame({"USUBJID": list(usubjids), "SRCREF": "DM!A2"})
    return build_study({"subjects": subjects}, [], source=Source("small.xlsx", "", 0, "xlsx"))


def test_a_study_is_asked_once_and_another_one_again():
    asked = []

    @cached_per_study
    def patients(study):
        asked.append(study)
        return study.usubjids

    one, other = small("A"), small("B", "C")
    assert [patients(study) for study in (one, other, one)] == [("A",), ("B", "C"), ("A",)]
    assert asked == [one, other]


def test_a_study_that_nobody_needs_is_forgotten():
    study = small("A", "B")
    assert len(outcomes(study)) == 2
    gone = weakref.ref(study)
    del study
    gc.collect()
    assert gone() is None


def test_arrays_that_are_kept_cannot_be_written_to(tiny_study):
    flagged = baseline_rows(tiny_study)
    with pytest.raises(ValueError, match="read-only"):
        flagged[0] = not flagged[0]
    # of a tuple of results too, and of what is kept for a plan and a filter
    found = titration(tiny_study, population(tiny_study), DEFAULT_PLAN)
    with pytest.raises(ValueError, match="read-only"):
        found.patients[0].dose[0] = 0.0


def test_all_outcomes_are_those_of_each_patient(demo_study):
    assert repr(outcomes(demo_study)) == repr(tuple(outcome(demo_study, u) for u in demo_study.usubjids))
