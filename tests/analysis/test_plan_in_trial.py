"""Choices of a plan that a trial cannot follow are said; those it can follow are not."""

from datetime import date

import pytest

from sscviewer.analysis.plan import DEFAULT_PLAN
from sscviewer.analysis.plan.plan_file import read_plan
from sscviewer.analysis.plan.responses import ChangedLimit, OwnRule
from sscviewer.analysis.plan_in_trial import unfollowed
from sscviewer.analysis.settle import settle_study
from sscviewer.model.study import build_study


@pytest.fixture(scope="module")
def study(demo_study):
    """The demo trial by the default plan."""
    return settle_study(demo_study, DEFAULT_PLAN)


@pytest.mark.parametrize(
    ("part", "name", "value"),
    [
        ("endpoints", "primary", "FVCPP"),
        ("endpoints", "visit", "Month 12"),
        ("endpoints", "secondary", ("MRSS", "DLCOPP")),
        ("one_arm", "endpoint", "FVC"),
        ("model", "covariates", ("BASE", "SEX", "AGE")),
        ("events", "level", 0.9),
    ],
)
def test_what_the_file_has_is_followed(study, part, name, value):
    assert unfollowed(study, DEFAULT_PLAN) == ()
    assert unfollowed(study, DEFAULT_PLAN.with_value(part, name, value)) == ()


@pytest.mark.parametrize(
    ("part", "name", "value", "said"),
    [
        ("endpoints", "primary", "NOSUCH", "no endpoint “NOSUCH”; write "),
        ("endpoints", "visit", "Month 99", "no visit “Month 99”; write Week 2, Week 4, "),
        ("endpoints", "secondary", ("MRSS", "NOSUCH"), "no endpoint “NOSUCH”"),
        ("one_arm", "endpoint", "NOSUCH", "no endpoint “NOSUCH”"),
        ("arms", "reference", "Nobody", "no arm “Nobody”; it has none."),
        ("populations", "safety", "randomised", "does not say who was randomised: counted were patients"),
        ("populations", "efficacy", "flag", "no column ITTFL: counted were patients with at least one dose"),
        ("visits", "margins", "Month 99: 3", "no visit “month 99”; write Week 2, Week 4, "),
        ("visits", "margins", "soon", "“soon” is no visit with its days: write for example “Week 4: 3"),
        ("time", "clock", "randomisation", "no date of randomisation; there day 1 stays the first dose."),
        ("time", "follow_up_end", "planned end", "no planned treatment is given (study.duration_days)"),
        ("study", "dose_schedule", "lots", "The schedule does not say until which day it goes"),
        (
            "responses",
            "changed",
            (ChangedLimit("NOSUCH", 3.0),),
            "no card has a limit “NOSUCH”; write FVC_IMPROVED",
        ),
        ("responses", "own", (OwnRule("NOSUCH", "It", -1, 2.0),), "no endpoint “NOSUCH”"),
    ],
)
def test_what_it_has_not_is_said_once(study, part, name, value, said):
    (one,) = unfollowed(study, DEFAULT_PLAN.with_value(part, name, value))
    assert (one.part, one.name) == (part, name)
    assert one.sentence.startswith(f"{part}.{name}: ")
    assert said in one.sentence


def test_a_last_day_before_everybody_is_said(demo_study):
    plan = DEFAULT_PLAN.with_value("study", "cut_off", date(1990, 1, 1))
    (one,) = unfollowed(settle_study(demo_study, plan), plan)
    assert one.sentence == "study.cut_off: no patient had entered the trial by 1990-01-01."


@pytest.mark.parametrize(
    ("part", "line", "said"),
    [
        ("derivation", 'equation = "GLI 1999"', "write GLI-2012"),
        ("dose_question", "reference_dose = -5.0", "at least 1e-06"),
        ("dose_question", "arrival_weeks = [4, 0]", "at least 1"),
        ("responses", "criss_levels = [20.0, 140.0]", "at most 100"),
        ("events", "level = 95", "at most 0.999"),
        ("visits", "window = true", "visits has fewest_patients, "),
    ],
)
def test_a_line_that_no_trial_can_follow_is_named_and_the_rest_is_used(part, line, said):
    read = read_plan(f'[study]\ntitle = "A"\n[{part}]\n{line}\n')
    (problem,) = read.problems
    assert problem.startswith(f"Line 4: {part}.{line.split(' ')[0]}")
    assert said in problem
    assert read.plan == DEFAULT_PLAN.with_value("study", "title", "A")


def test_a_covariate_that_is_the_same_for_everybody_is_said(demo_study):
    subjects = demo_study.subjects.assign(SEX="F")
    tables = {"subjects": subjects, "measurements": demo_study.measurements}
    women = build_study(tables, demo_study.parameters.values(), source=demo_study.source)
    (one,) = unfollowed(women, DEFAULT_PLAN.with_value("model", "covariates", ("SEX", "AGE")))
    assert "no covariate that varies “SEX”; write BASE, AGE" in one.sentence
