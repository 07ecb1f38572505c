"""Reference-based imputation: means worked out by hand from the fit, and what must stay as it is."""

from dataclasses import replace

import numpy as np
import pytest

from sscviewer.analysis.efficacy.change_model import change_model
from sscviewer.analysis.efficacy.imputation import conditional_value
from sscviewer.analysis.efficacy.model_rows import ARM, model_frame
from sscviewer.analysis.efficacy.reference_based import ASSUMES, by_every_assumption, reference_based
from sscviewer.analysis.efficacy.sensitivity_arms import arm_table, armed_patients, of_imputations
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


def _mean_by_hand(model, armed, how):
    """The drug's mean at month 12 with each missing value at its conditional mean."""
    beta, sigma = model.fit.fitted.beta, model.fit.fitted.omega
    mean = {arm: np.array([beta[model.cells.index((arm, v))] for v in model.visits]) for arm in armed.arms}
    values = []
    for row in armed.upto[armed.arm == "Drug"]:
        seen = ~np.isnan(row)
        last = np.flatnonzero(seen)[-1] if seen.any() else -1
        drug, placebo = mean["Drug"], mean["Placebo"]
        mu = drug.copy()
        if how == "jump to reference":
            mu[last + 1 :] = placebo[last + 1 :]
        elif how == "copy reference" and last < 3:
            mu = placebo.copy()
        elif how == "copy increments in reference":
            before = drug[last] - placebo[last] if last >= 0 else 0.0
            mu[last + 1 :] = placebo[last + 1 :] + before
        values.append(row[3] if seen[3] else conditional_value(mu, sigma, seen, row, 3)[0])
    return float(np.mean(values))


@pytest.mark.parametrize("how", ASSUMES)
def test_means_by_hand(trial, how):
    model, armed = trial
    drug, placebo, difference = reference_based(model, "Month 12", armed, how, m=2000, seed=3)
    error = float(drug.estimate.method.rsplit(" ", 1)[1])
    assert drug.estimate.estimate == pytest.approx(_mean_by_hand(model, armed, how), abs=5 * error)
    own = of_imputations(model, "Month 12", armed, 400, 3)
    assert placebo.estimate.estimate == pytest.approx(own[1].estimate.estimate, abs=0.2)
    assert difference.reference == "Placebo"
    assert abs(difference.estimate.estimate) < abs(own[2].estimate.estimate)


def test_the_reference_arms_own_missing_values_are_missing_at_random(trial):
    model, armed = trial
    table, arms = arm_table(model, armed)
    assert sorted(set(arms)) == ["Drug", "Placebo"]
    assert len(table.y) == 20
    other = replace(armed, reference="Drug")
    at_random = of_imputations(model, "Month 12", armed, 50, 1)
    moved = reference_based(model, "Month 12", other, "jump to reference", m=50, seed=1)
    assert moved[0].estimate.estimate == pytest.approx(at_random[0].estimate.estimate, abs=1e-9)
    assert moved[1].estimate.estimate != pytest.approx(at_random[1].estimate.estimate, abs=1e-3)


def test_all_assumptions_at_once_are_each_alone(trial):
    model, armed = trial
    own, others = by_every_assumption(model, "Month 12", armed, m=30, seed=3)
    assert own == of_imputations(model, "Month 12", armed, 30, 3)
    assert set(others) == set(ASSUMES)
    for how, found in others.items():
        assert found == reference_based(model, "Month 12", armed, how, m=30, seed=3)
