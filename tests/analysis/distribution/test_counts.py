"""Thresholds and categories counted by hand, with loss and death among them."""

import numpy as np
import pandas as pd
import pytest

from sscviewer.analysis.distribution.categories import CATEGORIES, categories
from sscviewer.analysis.distribution.distribution import distribution
from sscviewer.analysis.distribution.slopes import patient_slopes
from sscviewer.analysis.distribution.thresholds import threshold_curves
from sscviewer.analysis.plan import DEFAULT_PLAN
from sscviewer.analysis.plan.responses import ChangedLimit, EndpointSettings
from tests.analysis.conftest import study_of
from tests.planned import efficacy_settings, population

RULES = DEFAULT_PLAN.responses


@pytest.fixture(scope="module")
def six():
    """FVC % at 0, 6 and 12 months; at 12: +3, 0, -3.3, none, dead, +10."""
    values = {
        "A": (60, 61, 63),
        "B": (60, 60, 60),
        "C": (60, 59, 56.7),
        "D": (60, 62, np.nan),
        "E": (60, 55, np.nan),
        "F": (60, 66, 70),
    }
    long = pd.DataFrame(
        [
            (who, month, value)
            for who, row in values.items()
            for month, value in zip((0, 6, 12), row, strict=True)
        ],
        columns=["USUBJID", "MONTH", "FVCPP"],
    )
    people = pd.DataFrame(
        {"USUBJID": list(values), "DTHDT": [pd.NaT] * 4 + [pd.Timestamp("2010-09-01"), pd.NaT]}
    )
    return study_of(long, ["FVCPP"], people)


def test_categories_hold_every_patient_once(six):
    found = categories(six, population(six), "FVCPP", RULES)
    last = found.rows[-1]
    assert {kind: "".join(members) for kind, members in last.members.items()} == {
        "better": "AF", "stable": "B", "worse": "C", "no value": "D", "died": "E",
    }  # fmt: skip
    for row in found.rows:
        everyone = [who for kind in CATEGORIES for who in row.members[kind]]
        assert sorted(everyone) == list("ABCDEF")
    assert found.better == "better by 3 or more"


def test_another_limit_of_the_plan_counts_others(six):
    changed = EndpointSettings(changed=(ChangedLimit("FVC_IMPROVED", points=5.0),))
    last = categories(six, population(six), "FVCPP", changed).rows[-1]
    assert (last.members["better"], last.members["stable"]) == (("F",), ("A", "B"))


def test_thresholds_count_missing_as_not_reached(six):
    found = threshold_curves(six, population(six), "FVCPP", RULES, 0.95)
    at = {row.words: row for row in found.rows if row.avisit == found.visits[-1]}
    none_worse = at["no lower than at baseline"]
    assert (none_worse.usubjids, none_worse.n, none_worse.n_seen) == (("A", "B", "F"), 6, 4)
    assert (none_worse.share, none_worse.share_seen) == (0.5, 0.75)
    # Clopper-Pearson of 3 in 6, as in any table: 11.8 to 88.2 %
    assert (none_worse.lower, none_worse.upper) == pytest.approx((0.118, 0.882), abs=5e-4)
    assert at["better by 3 or more (FVC better (MCID))"].usubjids == ("A", "F")
    assert at["worse by 3.3 or more (FVC worse (MCID))"].usubjids == ("C",)


def test_the_curve_is_the_empirical_one(six):
    found = threshold_curves(six, population(six), "FVCPP", RULES, 0.95)
    curve = next(c for c in found.curves if c.avisit == found.visits[-1])
    assert curve.change == pytest.approx([-3.3, 0, 3, 10])
    assert curve.share == pytest.approx(np.array([4, 3, 2, 1, 0]) / 6)
    assert np.all(curve.lower <= curve.share)
    assert np.all(curve.share <= curve.upper)


def test_lower_is_better_turns_the_curve(syn20_study):
    found = threshold_curves(syn20_study, population(syn20_study), "MRSS", RULES, 0.95)
    assert found.better == "lower"
    assert all(np.all(np.diff(curve.share) > 0) for curve in found.curves)


def test_arms_are_apart_and_add_up(armed_study):
    who = population(armed_study)
    found = threshold_curves(armed_study, who, "MRSS", RULES, 0.95)
    for visit in found.visits:
        n = {curve.arm: curve.n for curve in found.curves if curve.avisit == visit}
        assert n["ALL"] == n["Drug"] + n["Placebo"]
    rows = categories(armed_study, who, "MRSS", RULES).rows
    assert {row.arm for row in rows} == {"ALL", "Drug", "Placebo"}


def test_slopes_of_litres_are_in_millilitres(syn20):
    """The same values in L and % : the slopes differ by the units alone."""
    litres = study_of(syn20.assign(FVC=syn20["FVCPP"] / 25), ["FVC", "FVCPP"])
    who = population(litres)
    volume, share = (patient_slopes(litres, who, efficacy_settings(code)) for code in ("FVC", "FVCPP"))
    assert (volume.unit, share.unit) == ("mL a year", "% predicted a year")
    assert volume.mean == pytest.approx(1000 / 25 * share.mean, rel=1e-4)
    assert [row.usubjid for row in volume.rows] == [row.usubjid for row in share.rows]
    spread = [np.nanstd([getattr(row, name) for row in volume.rows]) for name in ("own", "shrunk")]
    assert spread[1] < spread[0]
    assert all(row.lower < row.shrunk < row.upper for row in volume.rows)


def test_nothing_measured_twice_is_said():
    long = pd.DataFrame({"USUBJID": list("AB"), "MONTH": [0, 0], "FVCPP": [60.0, 70.0]})
    study = study_of(long, ["FVCPP"])
    found = distribution(study, population(study), DEFAULT_PLAN)
    assert found.slopes[0].why_not
    assert found.thresholds[0].curves == ()
    assert found.categories[0].rows == ()
