"""Who counts by the plan: the treated, the randomised, or whom a flag of the file names."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from sscviewer.analysis.baselines import baseline_values
from sscviewer.analysis.members import Counting, members_of
from sscviewer.analysis.plan import DEFAULT_PLAN
from sscviewer.analysis.population import populations
from sscviewer.model.load_report import Source
from sscviewer.model.study import build_study
from sscviewer.model.treatments import is_arm

DAY = np.datetime64("2020-01-01", "s")
NEVER = np.datetime64("NaT", "s")


def trial(**columns):
    """Four patients: two arms, the third took the other arm's drug, the fourth took none."""
    subjects = pd.DataFrame(
        {
            "USUBJID": ["1", "2", "3", "4"],
            "SRCREF": "DM!A1",
            "TRT01P": ["A", "B", "A", "B"],
            "TRT01A": ["A", "B", "B", ""],
            "TRTSDT": np.array([DAY, DAY, DAY, NEVER], dtype="datetime64[s]"),
            **columns,
        }
    )
    return build_study({"subjects": subjects}, [], source=Source("t.xlsx", "0" * 64, 1, "xlsx"), issues=())


def counted(study, members, flag=""):
    return members_of(study, Counting(members, flag)).counted.tolist()


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ("treated", [True, True, True, False]),
        ("treated with a change", [True, True, True, False]),
        ("randomised", [True, True, True, True]),
    ],
)
def test_the_treated_and_the_randomised(members, expected):
    assert counted(trial(), members) == expected


@pytest.mark.parametrize("yes", ["Y", "yes", "1", "ja", "x"])
def test_a_flag_in_the_words_of_a_site(yes):
    study = trial(PPROTFL=[yes, "N", "", yes])
    assert counted(study, "flag", "PPROTFL") == [True, False, False, True]


def test_a_column_of_the_file_that_is_no_standard_flag():
    study = trial(SENSITIVITY_SET=["No", "Yes", "maybe", "No"])
    found = members_of(study, Counting("flag", "Sensitivity set"))
    assert found.counted.tolist() == [False, True, False, False]
    assert "neither yes nor no in 1 of 4 patients" in found.note


def test_a_flag_that_the_file_lacks_is_one_sentence():
    found = members_of(trial(), Counting("flag", "FASFL"))
    assert found.is_treated
    assert found.note == "The file has no column FASFL: counted were patients with at least one dose."


def test_a_screen_failure_was_not_randomised():
    study = trial(TRT01P=["A", "B", "A", "Screen Failure"])
    assert counted(study, "randomised") == [True, True, True, False]
    assert [is_arm(name) for name in ("Not Assigned", "SCRNFAIL", "", "Placebo")] == [
        False,
        False,
        False,
        True,
    ]


def test_the_flag_of_randomisation_leads():
    assert counted(trial(RANDFL=["Y", "Y", "N", "Y"]), "randomised") == [True, True, False, True]


def test_each_population_has_the_arms_the_plan_wants():
    rules = replace(DEFAULT_PLAN.populations, efficacy="flag", efficacy_flag="ITTFL", safety="randomised")
    plan = replace(DEFAULT_PLAN, populations=rules)
    who = populations(trial(ITTFL=["Y", "N", "Y", "Y"]), plan)
    arms = {
        name: {arm: int(members.sum()) for arm, members in one.arms}
        for name, one in (("efficacy", who.efficacy), ("safety", who.safety), ("ends", who.disposition))
    }
    assert arms == {
        "efficacy": {"ALL": 3, "A": 2, "B": 1},
        "safety": {"ALL": 4, "A": 1, "B": 2},
        "ends": {"ALL": 3, "A": 2, "B": 1},
    }


def by_rule(study, rule):
    return members_of(study, Counting("rule", rule=rule))


@pytest.mark.parametrize(
    ("rule", "who"),
    [
        ("AGE >= 50", [True, True, False, False]),  # the fourth was not treated
        ("AGE >= 50; SEX = F", [True, False, False, False]),
        ("AGE > 50", [False, True, False, False]),
        ("SEX = M | F; AGE < 50", [False, False, True, False]),
        ("SMOKER != yes", [False, True, False, False]),  # who does not say is neither
        ("SMOKER missing", [False, False, True, False]),
    ],
)
def test_an_own_rule_counts_the_treated_who_meet_it(rule, who):
    study = trial(AGE=[50.0, 60.0, 40.0, 70.0], SEX=["F", "M", "F", "F"], SMOKER=["Yes", "No", "", "no"])
    found = by_rule(study, rule)
    assert found.counted.tolist() == who
    assert (rule in found.words, found.note) == (True, "")


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        ("", "is empty"),
        ("WEIGHTS > 50", "no column WEIGHTS"),
        ("baseline.FVCPP > 50", "no FVCPP"),
        ("AGE above 50", "not understood"),
        ("AGE > old", "no number"),
    ],
)
def test_a_rule_that_cannot_be_followed_is_said_and_counts_the_treated(rule, why):
    found = by_rule(trial(AGE=[50.0, 60.0, 40.0, 70.0]), rule)
    assert found.counted.tolist() == [True, True, True, False]
    assert why in found.note


def test_an_own_rule_may_ask_for_a_baseline_value(demo_study):
    plan = DEFAULT_PLAN.with_value("populations", "efficacy", "rule")
    plan = plan.with_value("populations", "efficacy_rule", "baseline.FVCPP >= 70")
    values = baseline_values(demo_study, "FVCPP")
    who = populations(demo_study, plan).efficacy
    assert 0 < who.n_treated == int((values >= 70).sum()) < len(values)
