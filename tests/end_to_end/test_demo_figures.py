"""The demo trial's analysis gives the figures that the published abstract of its model trial prints."""

from dataclasses import replace

import pytest

from sscviewer.analysis.events.event_columns import threshold
from sscviewer.analysis.plan.events import term_groups
from tests.planned import EVENTS, adverse_events, population

GROUPS = {
    "fatigue": {"Fatigue"},
    "facial/lower-extremity oedema": {"Oedema peripheral", "Face oedema", "Periorbital oedema"},
    "nausea and vomiting": {"Nausea", "Vomiting"},
    "diarrhoea": {"Diarrhoea"},
    "generalised rash": {"Rash generalised"},
    "new-onset proteinuria": {"Proteinuria"},
}


@pytest.fixture(scope="module")
def results(demo_results):
    return demo_results


def _level(results, variable, level):
    return next(
        row
        for row in results.demographics
        if row.variable == variable and getattr(row, "level", None) == level and row.arm == "ALL"
    )


def _number(results, variable):
    return next(row for row in results.demographics if row.variable == variable and row.arm == "ALL")


def test_twenty_patients_all_treated(results):
    assert (results.population.n_subjects, results.population.n_treated) == (20, 20)


@pytest.mark.parametrize(
    ("variable", "level", "percent"), [("SEX", "F", 65), ("RACE", "Caucasian", 75), ("SSCSUB", "DIFFUSE", 70)]
)
def test_who_they_were(results, variable, level, percent):
    assert _level(results, variable, level).percent == pytest.approx(percent)


@pytest.mark.parametrize(("paramcd", "printed"), [("FVCPP", "65.2 ± 14.0"), ("MRSS", "18.7 ± 10.1")])
def test_baselines(results, paramcd, printed):
    row = _number(results, paramcd)
    assert row.n == 20
    assert f"{row.mean:.1f} ± {row.sd:.1f}" == printed


def test_dose(results):
    row = next(r for r in results.exposure if r.measure == "average_daily_dose")
    assert f"{row.mean:.0f} ± {row.sd:.0f} {row.unit}" == "445 ± 125 mg"


def test_disposition(results):
    counts = {(row.status, row.reason): row.n for row in results.disposition}
    assert counts == {
        ("COMPLETED", None): 12,
        ("DISCONTINUED", None): 8,
        ("DISCONTINUED", "ADVERSE EVENT"): 7,
        ("DISCONTINUED", "LOST TO FOLLOW-UP"): 1,
    }


def test_common_adverse_events(results):
    table = results.adverse_events
    at_least = threshold(20, 20)
    assert at_least.words == "≥ 20 % = ≥ 4 of 20"
    shown = [table.names[row] for row in table.rows_at_least(at_least)]
    common = {name.term for name in shown if name.kind == "term"}
    assert common == {
        "Fatigue",
        "Oedema peripheral",
        "Nausea",
        "Diarrhoea",
        "Rash generalised",
        "Proteinuria",
    }
    assert all(common & terms for terms in GROUPS.values())


def test_adverse_events_in_the_groups_of_the_abstract(demo_study):
    settings = replace(EVENTS, groups=term_groups({name: sorted(terms) for name, terms in GROUPS.items()}))
    table = adverse_events(demo_study, population(demo_study), settings)
    shown = [table.names[row] for row in table.rows_at_least(threshold(20, int(table.n[0])))]
    assert {name.term for name in shown if name.kind == "group"} == set(GROUPS)


def test_events_that_stopped_treatment(results):
    # Seven stopped for an adverse event: the table finds those whose action taken says so.
    assert results.adverse_events.cell(0, "ALL", "withdrawal").subjects == 7


@pytest.mark.parametrize(
    ("paramcd", "printed", "significant"), [("FVCPP", "+1.74", False), ("MRSS", "-3.9", True)]
)
def test_modelled_change_over_the_year(results, paramcd, printed, significant):
    course = next(c for c in results.courses if c.paramcd == paramcd)
    slope = course.random_slope.slope
    digits = len(printed.partition(".")[2])
    assert f"{12 * slope.estimate:+.{digits}f}" == printed
    assert (slope.p_value < 0.001) is significant
    assert (slope.lower < 0 < slope.upper) is not significant
    assert course.mmrm.converged
    assert course.mmrm.covariance == "us"
