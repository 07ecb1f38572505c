"""Totals of questionnaires worked out from their scales are endpoints; a transition index is a change."""

import pytest

from sscviewer.analysis.arms.arm_changes import arm_changes
from sscviewer.analysis.efficacy.efficacy import efficacy
from sscviewer.analysis.efficacy.efficacy_settings import efficacy_settings as settings_of
from sscviewer.analysis.modelled import modelled_parameters
from tests.analysis.endpoint_study import make_study
from tests.planned import PLAN, efficacy_settings, population, with_derived

SCALES = ("GITREF", "GITDIS", "GITDIA", "GITSOI", "GITEMO", "GITSOC")
GIT = ((1.0, 0.5), (1.5, 1.5), (0.5, 0.25), (2.0, 1.5), (1.0, 0.75))
TDI = (2, -1, 3, 0, 4)


def trial(arms=None):
    """Five patients with the six scales of the GIT alike, and components of the TDI that add up."""
    values = {}
    for i, ((before, after), transition) in enumerate(zip(GIT, TDI, strict=True)):
        own = {code: {0: before, 12: after} for code in SCALES}
        own |= {"TDIFI": {12: float(transition - 1)}, "TDIMT": {12: 1.0}, "TDIME": {12: 0.0}}
        values[f"P{i}"] = own
    return with_derived(make_study(values, arms=arms))


# R: t.test(x) of the changes of the total, and of the transition indices
@pytest.mark.parametrize(
    ("paramcd", "estimate", "se", "lower", "upper", "p"),
    [
        ("GITTOT", -0.3, 0.09354143467, -0.55971265842, -0.04028734158, 0.03267792334),
        ("TDI", 1.6, 0.9273618495, -0.9747692679, 4.1747692679, 0.1595528527),
    ],
)
def test_the_change_is_rs(paramcd, estimate, se, lower, upper, p):
    study = trial()
    assert paramcd in modelled_parameters(study)
    for response in ("CHG", "AVAL") if paramcd == "TDI" else ("CHG",):
        plan = PLAN.with_value("model", "response", response)
        settings = efficacy_settings(paramcd) if response == "CHG" else settings_of(plan, paramcd)
        (visit,) = efficacy(study, population(study), settings).course.mmrm.visits
        found = visit.change
        assert visit.n == 5
        assert (found.estimate, found.se, found.lower, found.upper, found.p_value) == pytest.approx(
            (estimate, se, lower, upper, p), rel=1e-6
        )


def test_arms_are_compared_in_a_transition_index_without_a_baseline():
    study = trial({"P0": "Drug", "P1": "Placebo", "P2": "Drug", "P3": "Placebo", "P4": "Drug"})
    rows = {row.parameter.paramcd: row for row in arm_changes(study, population(study), PLAN)}
    ((arm, difference),) = rows["TDI"].found.differences
    assert arm == "Drug"
    assert difference.estimate == pytest.approx((2 + 3 + 4) / 3 - (-1 + 0) / 2)
    assert rows["TDI"].covariates == ()
    assert any("baseline value" in note for note in rows["TDI"].found.notes)
