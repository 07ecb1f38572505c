"""The plan's primary comparison is what the words tell; secondary P values come after it."""

import re
from dataclasses import replace
from types import SimpleNamespace

import pytest

from sscviewer.analysis.plan.rules import EndpointRules
from sscviewer.analysis.sentences.endpoint_roles import roles
from sscviewer.analysis.sentences.sentences_efficacy import efficacy_paragraphs
from tests import planned
from tests.planned import PLAN


def told(study, rules):
    results, sentences = planned.told(study, plan=replace(PLAN, endpoints=rules))
    return results, sentences.results


def minus(number, digits=2):
    return f"{number:+.{digits}f}".replace("-", "−")


@pytest.mark.parametrize("visit", ["Month 6", "Month 12", ""])
def test_arms_are_compared_at_the_visit_of_the_plan(armed_study, visit):
    results, sentences = told(armed_study, EndpointRules("FVCPP", visit))
    course = next(c for c in results.courses if c.paramcd == "FVCPP")
    visits = course.by_arm.differences[0].visits
    wanted = next((v for v in visits if v.avisit == visit), visits[-1])
    first = next(i for i, s in enumerate(sentences) if s.startswith("Primary endpoint: "))
    assert f"at {wanted.avisit} the mean change in FVC" in sentences[first]
    assert minus(wanted.change.estimate) in sentences[first + 1]


def test_arms_are_compared_by_the_slope_of_the_plan(armed_study):
    results, sentences = told(armed_study, EndpointRules("FVCPP", "slope"))
    course = next(c for c in results.courses if c.paramcd == "FVCPP")
    months = course.mmrm.visits[-1].avisitn
    first = next(i for i, s in enumerate(sentences) if s.startswith("Primary endpoint: "))
    assert re.search(rf"over {months:.0f} months the change in FVC", sentences[first])
    assert minus(months * course.by_arm.differences[0].slope.estimate) in sentences[first + 1]


def test_one_arm_at_the_visit_of_the_plan_leads_and_the_slope_has_no_p_value(demo_study):
    _, sentences = told(demo_study, EndpointRules("MRSS", "Month 6"))
    first = next(i for i, s in enumerate(sentences) if s.startswith("Primary endpoint: "))
    assert sentences[first].startswith("Primary endpoint: MRSS: at Month 6 the mean change was")
    assert "P " in sentences[first]
    assert "over 12 months" in sentences[first + 1]
    assert "P " not in sentences[first + 1]


def test_one_arm_by_the_slope_of_the_plan_leads_and_the_visit_has_no_p_value(demo_study):
    _, sentences = told(demo_study, EndpointRules("MRSS", "slope"))
    first = next(i for i, s in enumerate(sentences) if s.startswith("Primary endpoint: "))
    assert "over 12 months" in sentences[first]
    assert "P " in sentences[first]
    assert "P " not in sentences[first + 1]


@pytest.mark.parametrize("study", ["demo_study", "armed_study"])
def test_a_visit_stands_in_for_the_slope_of_the_plan_without_a_p_value(study, request):
    """As of a file without a time between its visits."""
    results, _ = told(request.getfixturevalue(study), rules := EndpointRules("FVCPP", "slope"))
    course = next(c for c in results.courses if c.paramcd == "FVCPP")
    slope = replace(course.random_slope, slope=None, has_time=False)
    by_arm = course.by_arm and replace(
        course.by_arm, arms=tuple(replace(arm, slope=None) for arm in course.by_arm.arms)
    )
    course = replace(course, random_slope=slope, by_arm=by_arm)
    plan = replace(PLAN, endpoints=rules)
    of = SimpleNamespace(**{name: getattr(results, name) for name in ("efficacy_population", "n_stopped")})
    of.plan, of.courses = plan, (course,)
    words = efficacy_paragraphs(request.getfixturevalue(study), of)[1]
    assert words[0].startswith("Primary endpoint: ")
    assert "no time between its visits" in words[-1]
    assert not any("P =" in one or "P <" in one for one in words)


@pytest.mark.parametrize("method", ["holm", "hochberg", "fixed sequence"])
def test_no_secondary_p_value_is_below_the_primary_one(armed_study, method):
    plan = EndpointRules("FVCPP", "Month 6", ("MRSS",), method)
    results, sentences = told(armed_study, plan)
    p = {
        c.paramcd: {v.avisit: v.change.p_value for v in c.by_arm.differences[0].visits}
        for c in results.courses
    }
    role = roles(results.courses, plan)["MRSS"]
    assert role.adjusted == {"Drug": max(p["FVCPP"]["Month 6"], p["MRSS"]["Month 12"])}
    assert any("adjusted P = " in s for s in sentences)
    assert not any("not adjusted for the number of endpoints" in s for s in sentences)
    assert any("is tested first" in s for s in sentences)


def test_secondary_endpoints_have_no_p_value_without_a_rule(armed_study):
    _, sentences = told(armed_study, EndpointRules("FVCPP", "", ("MRSS",)))
    (of_skin,) = [s for s in sentences if s.startswith("Drug less Placebo")]
    assert "P =" not in of_skin
    assert "95 % CI" in of_skin


def test_each_arm_has_its_own_adjusted_p():
    """R: p.adjust(c(0.01, 0.04, 0.02, 0.3), "holm"), none below the primary P of the arm."""
    p = {"FVCPP": (0.001, 0.05), "MRSS": (0.01, 0.04), "HAQDI": (0.02, 0.3)}
    courses = [
        SimpleNamespace(
            paramcd=code,
            headline="Month 12",
            by_arm=SimpleNamespace(
                differences=[
                    SimpleNamespace(
                        arm=arm,
                        slope=None,
                        visits=[SimpleNamespace(avisit="Month 12", change=SimpleNamespace(p_value=value))],
                    )
                    for arm, value in zip(("Low", "High"), values, strict=True)
                ]
            ),
        )
        for code, values in p.items()
    ]
    found = roles(courses, EndpointRules("FVCPP", "", ("MRSS", "HAQDI"), "holm"))
    assert found["MRSS"].adjusted == pytest.approx({"Low": 0.04, "High": 0.08})
    assert found["HAQDI"].adjusted == pytest.approx({"Low": 0.06, "High": 0.3})
    gated = roles(courses, EndpointRules("HAQDI", "", ("FVCPP", "MRSS"), "holm"))
    assert gated["MRSS"].adjusted == pytest.approx({"Low": 0.03, "High": 0.3})
