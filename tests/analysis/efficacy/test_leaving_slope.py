"""A slope that goes with the last visit: the truth of a made trial in which who gets worse leaves."""

import numpy as np
import pandas as pd
import pytest

from sscviewer.analysis.efficacy.leaving_slope import SAME_LAST_VISIT, leaving_slope
from sscviewer.analysis.efficacy.model_rows import model_frame
from sscviewer.analysis.efficacy.slope_model import slope_model
from tests.planned import efficacy_settings, population

MONTHS = np.arange(0, 13, 3)


def _trial(n, seed, *, own=0.3, arms=("",)):
    """Slopes are -0.5 + 0.1 (months in trial - 9) + noise; the mean over patients is known exactly."""
    rng = np.random.default_rng(seed)
    rows, slopes = [], []
    for i in range(n):
        last = rng.choice([6, 9, 12], p=[0.3, 0.2, 0.5])
        slope = -0.5 + 0.1 * (last - 9) + rng.normal(0, own)
        slopes.append(slope)
        level = rng.normal(60, 5)
        for month in MONTHS[last >= MONTHS]:
            value = level + slope * month + rng.normal(0, 1)
            rows.append((f"P{i:04d}", arms[i % len(arms)], f"Month {month}", float(month), value))
    frame = pd.DataFrame(rows, columns=["USUBJID", "TRT01A", "AVISIT", "AVISITN", "AVAL"])
    base = frame[frame["AVISITN"] == 0].set_index("USUBJID")["AVAL"]
    frame["BASE"] = frame["USUBJID"].map(base)
    frame["CHG"] = (frame["AVAL"] - frame["BASE"]).where(frame["AVISITN"] > 0)
    frame["ADY"] = frame["AVISITN"] * 30.4
    return frame, float(np.mean(slopes))


@pytest.mark.parametrize(
    ("paramcd", "slope", "se", "df", "bend"),
    [
        ("FVCPP", -0.101937871791348, 0.182874520975193, 44.8762747086884, 0.0723237919350868),
        ("MRSS", -0.374204836735127, 0.114663732914266, 47.13218901881, -0.00828591807281028),
    ],
)
def test_as_lmer_and_pbkrtest(syn20_study, paramcd, slope, se, df, bend):
    """R: l = last - mean(last); lmer(y ~ month * l[id] + (1 + month | id)); contest1D(., "Kenward-Roger");
    se = sqrt(se^2 + bend^2 * var(l) / 20)."""
    settings = efficacy_settings(paramcd)
    model = leaving_slope(model_frame(syn20_study, population(syn20_study), settings), settings)
    found = model.slope()
    assert (found.estimate, found.se) == pytest.approx((slope, se), rel=1e-6)
    assert found.df == pytest.approx(df, rel=1e-6)
    assert model.model.fit.contrast({model.model.bend(): 1.0}).estimate == pytest.approx(bend, rel=1e-6)
    assert found.n_subjects == 20


def test_it_finds_the_average_where_the_plain_slope_leans():
    frame, truth = _trial(4000, 1)
    settings = efficacy_settings("FVCPP")
    found = leaving_slope(frame, settings).slope()
    plain = slope_model(frame, settings).slope()
    assert found.estimate == pytest.approx(truth, abs=0.01)
    assert abs(plain.estimate - truth) > 3 * abs(found.estimate - truth)


def test_its_interval_holds_the_truth_in_19_of_20_trials_of_twenty():
    settings = efficacy_settings("FVCPP", df_method="satterthwaite")
    expected = -0.5 + 0.1 * (0.3 * 6 + 0.2 * 9 + 0.5 * 12 - 9)
    held, n = 0, 150
    for seed in range(n):
        found = leaving_slope(_trial(20, 100 + seed)[0], settings).slope()
        if found is not None:
            held += found.lower <= expected <= found.upper
        else:
            n -= 1
    assert n > 140
    assert 0.90 < held / n < 0.99


def test_nobody_left_is_said():
    frame, _ = _trial(20, 3)
    stayed = frame.groupby("USUBJID")["AVISITN"].transform("max") == 12
    found = leaving_slope(frame[stayed], efficacy_settings("FVCPP"))
    assert found.why == SAME_LAST_VISIT
    assert found.slope() is None


def test_arms_have_their_own_lines_and_a_difference():
    frame, _ = _trial(60, 4, arms=("Drug", "Placebo"))
    found = leaving_slope(frame, efficacy_settings("FVCPP"), by_arm=True)
    drug, placebo = found.slope("Drug"), found.slope("Placebo")
    difference = found.slope("Drug", "Placebo")
    assert difference.estimate == pytest.approx(drug.estimate - placebo.estimate)
    assert difference.se > max(drug.se, placebo.se)
