"""Choices of a plan that a trial cannot follow are said; those it can follow are not."""

import pytest

from sscviewer.analysis.plan import DEFAULT_PLAN
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
    ],
)
def test_what_it_has_not_is_said_once(study, part, name, value, said):
    (one,) = unfollowed(study, DEFAULT_PLAN.with_value(part, name, value))
    assert (one.part, one.name) == (part, name)
    assert one.sentence.startswith(f"{part}.{name}: ")
    assert said in one.sentence


def test_a_covariate_that_is_the_same_for_everybody_is_said(demo_study):
    subjects = demo_study.subjects.assign(SEX="F")
    tables = {"subjects": subjects, "measurements": demo_study.measurements}
    women = build_study(tables, demo_study.parameters.values(), source=demo_study.source)
    (one,) = unfollowed(women, DEFAULT_PLAN.with_value("model", "covariates", ("SEX", "AGE")))
    assert "no covariate that varies “SEX”; write BASE, AGE" in one.sentence
