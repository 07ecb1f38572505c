"""Reference-based imputation: means worked out by hand from the fit, and what must stay as it is."""

from dataclasses import replace

import numpy as np
import pytest

from sscviewer.analysis.efficacy.change_model import change_model
from sscviewer.analysis.efficacy.imputation import rubin
from sscviewer.analysis.efficacy.model_rows import ARM, model_frame
from sscviewer.analysis.efficacy.reference_based import ASSUMES, by_every_assumption
from sscviewer.analysis.efficacy.sensitivity_arms import arm_table, armed_patients
from sscviewer.analysis.efficacy.sensitivity_table import wide_changes
from tests.analysis.efficacy.by_hand import conditional_value
from tests.planned import efficacy_settings, population


@pytest.fixture(scope="module")
def trial(armed_study):
    settings = efficacy_settings("FVCPP")
    frame = model_frame(armed_study, population(armed_study), settings)
    model = change_model(frame, settings, by_arm=True)
    patients = list(dict.fromkeys(frame.loc[frame["BASE"].notna(), "USUBJID"]))
    upto = np.full((len(patients), 4), np.nan)
    for i, usubjid in enumerate(patients):
        for t, month in enumerate((3, 6, 9, 12)):
            value = frame.loc[(frame["USUBJID"] == usubjid) & (frame["AVISITN"] == month), "CHG"]
            upto[i, t] = value.iloc[0] if len(value) else np.nan
    assert set(frame[ARM]) == {"Drug", "Placebo"}
    return model, armed_patients(frame, patients, upto, ("Drug", "Placebo"), "Placebo")


def _mean_by_hand(model, armed, how, of="Drug"):
    """An arm's mean at month 12 with each missing value at its conditional mean."""
    beta, sigma = model.fit.fitted.beta, model.fit.fitted.omega
    mean = {arm: np.array([beta[model.cells.index((arm, v))] for v in model.visits]) for arm in armed.arms}
    values = []
    for row in armed.upto[armed.arm == of]:
        seen = ~np.isnan(row)
        last = np.flatnonzero(seen)[-1] if seen.any() else -1
        drug, placebo = mean[of], mean["Placebo"]
        mu = drug.copy()
        if how == "jump to reference":
            mu[last + 1 :] = placebo[last + 1 :]
        elif how == "copy reference" and last < 3:
            mu = placebo.copy()
        elif how == "copy increments in reference":
            before = drug[last] - placebo[last] if last >= 0 else 0.0
            mu[last + 1 :] = placebo[last + 1 :] + before
        values.append(row[3] if seen[3] else conditional_value(mu, sigma, seen, row, 3))
    return float(np.mean(values))


@pytest.fixture(scope="module")
def found(trial):
    return by_every_assumption(trial[0], "Month 12", trial[1], m=2000, seed=3)


@pytest.mark.parametrize("how", ASSUMES)
def test_means_by_hand(trial, found, how):
    model, armed = trial
    own, (drug, placebo, difference) = found.at_random, found.rubin[how]
    error = float(drug.estimate.method.rsplit(" ", 1)[1])
    assert drug.estimate.estimate == pytest.approx(_mean_by_hand(model, armed, how), abs=5 * error)
    assert placebo.estimate.estimate == pytest.approx(own[1].estimate.estimate, abs=0.2)
    assert difference.reference == "Placebo"
    assert abs(difference.estimate.estimate) < abs(own[2].estimate.estimate)


def test_the_reference_arms_own_missing_values_are_missing_at_random(trial):
    model, armed = trial
    table, arms = arm_table(model, armed)
    assert sorted(set(arms)) == ["Drug", "Placebo"]
    assert len(table.y) == 20
    other = replace(armed, reference="Drug")
    found = by_every_assumption(model, "Month 12", other, m=50, seed=1)
    at_random, moved = found.at_random, found.rubin["jump to reference"]
    assert moved[0].estimate.estimate == pytest.approx(at_random[0].estimate.estimate, abs=1e-9)
    assert moved[1].estimate.estimate != pytest.approx(at_random[1].estimate.estimate, abs=1e-3)


@pytest.mark.parametrize("how", ASSUMES)
def test_expected_values_are_those_by_hand(trial, found, how):
    model, armed = trial
    drug, placebo, difference = found.jackknife[how]
    assert drug.estimate.estimate == pytest.approx(_mean_by_hand(model, armed, how), abs=1e-8)
    apart = drug.estimate.estimate - placebo.estimate.estimate
    assert difference.estimate.estimate == pytest.approx(apart)


def test_the_jackknife_fits_the_whole_model_anew_without_each_patient(armed_study):
    """Each patient taken out of the trial, model and imputation from the start: Efron's formula by hand."""
    settings, how = efficacy_settings("FVCPP", covariance="cs"), "copy increments in reference"
    frame = model_frame(armed_study, population(armed_study), settings)

    def trial_of(rows):
        model = change_model(rows, settings, by_arm=True)
        patients, wide = wide_changes(rows, model.visits)
        return model, armed_patients(rows, patients, wide, ("Drug", "Placebo"), "Placebo")

    def difference(rows):
        model, armed = trial_of(rows)
        return _mean_by_hand(model, armed, how) - _mean_by_hand(model, armed, how, of="Placebo")

    found = (
        by_every_assumption(trial_of(frame)[0], "Month 12", trial_of(frame)[1], m=2, seed=1)
        .jackknife[how][2]
        .estimate
    )
    assert found.estimate == pytest.approx(difference(frame), abs=1e-8)
    patients = list(dict.fromkeys(frame.loc[frame["BASE"].notna(), "USUBJID"]))
    each = np.array([difference(frame[frame["USUBJID"] != one]) for one in patients])
    n = len(patients)
    by_hand = np.sqrt((n - 1) / n * np.sum((each - each.mean()) ** 2))
    assert found.se == pytest.approx(by_hand, rel=1e-4)


def test_rubin_as_r():
    """R 4.2.2, by Rubin (1987) and Barnard & Rubin (1999):

    t <- mean(u) + (1 + 1/m) * var(q); l <- (1 + 1/m) * var(q) / t
    df <- 1 / (l^2 / (m - 1) + 1 / ((nu + 1) / (nu + 3) * nu * (1 - l)))
    c(mean(q), sqrt(t), df, mean(q) + c(-1, 1) * qt(0.975, df) * sqrt(t))
    """
    found = rubin(
        [-2.1, -1.4, -2.9, -1.7, -2.4], [0.80, 0.95, 0.88, 0.91, 0.84], complete_df=18.0, level=0.95
    )
    ours = (found.estimate, found.se, found.df, found.lower, found.upper)
    assert ours == pytest.approx((-2.1, 1.135781669160, 8.607924045280, -4.687266994463, 0.487266994463))
