"""Shifts of both arms: against multiple imputation with the same shifts, and at the edges."""

import numpy as np
import pytest

from sscviewer.analysis.efficacy.change_model import change_model
from sscviewer.analysis.efficacy.imputation import imputed_values, rubin
from sscviewer.analysis.efficacy.model_rows import model_frame
from sscviewer.analysis.efficacy.sensitivity_arms import arm_table, armed_patients, of_shifts
from sscviewer.analysis.efficacy.sensitivity_table import wide_changes
from sscviewer.analysis.efficacy.shifts import missing_shifts
from sscviewer.analysis.efficacy.tipping_grid import grid_words, tipping_grids
from tests.planned import efficacy_settings, population


@pytest.fixture(scope="module")
def grid(armed_study):
    (found,) = tipping_grids(armed_study, population(armed_study), efficacy_settings("FVCPP"))
    return found


@pytest.fixture(scope="module")
def trial(armed_study):
    settings = efficacy_settings("FVCPP")
    frame = model_frame(armed_study, population(armed_study), settings)
    model = change_model(frame, settings, by_arm=True)
    patients, wide = wide_changes(frame, model.visits)
    return model, armed_patients(frame, patients, wide, ("Drug", "Placebo"), "Placebo")


def test_nine_by_nine_round_shifts_with_none_in_the_middle(grid):
    assert len(grid.shifts) == 9
    assert grid.shifts[4] == 0
    assert len(grid.cells) == 81
    assert (grid.unshifted.of_arm, grid.unshifted.of_reference) == (0, 0)


def test_without_a_shift_it_is_the_model(grid, trial):
    plain = trial[0].change("Month 12", "Drug", "Placebo")
    assert grid.unshifted.estimate.estimate == pytest.approx(plain.estimate, rel=1e-12)
    assert grid.unshifted.estimate.p_value == pytest.approx(plain.p_value, rel=1e-12)


@pytest.mark.parametrize("place", [0, 8, 36, 44, 72, 80])
def test_multiple_imputation_with_the_same_shifts_agrees(grid, trial, place):
    model, armed = trial
    cell = grid.cells[place]
    table, arms = arm_table(model, armed)
    delta = np.where(arms == "Drug", cell.of_arm, cell.of_reference)
    values = imputed_values(model.fit, "Month 12", table, m=1500, seed=7, delta=delta)
    groups = [arms == "Drug", arms == "Placebo"]
    means = [values[:, g].mean(axis=1) for g in groups]
    spread = sum(values[:, g].var(axis=1, ddof=1) / g.sum() for g in groups)
    by_draws = rubin(means[0] - means[1], spread, complete_df=18.0, level=0.95)
    assert cell.estimate.estimate == pytest.approx(by_draws.estimate, abs=0.15 * by_draws.se)
    assert cell.estimate.se == pytest.approx(by_draws.se, rel=0.2)


def test_the_arms_own_changes_move_with_their_own_shift(trial):
    model, armed = trial
    drug, placebo, difference = of_shifts(model, "Month 12", armed, -2.0, 3.0)
    unmoved = of_shifts(model, "Month 12", armed, 0.0, 0.0)
    missing = np.isnan(armed.upto[:, -1])
    shares = [missing[armed.arm == arm].mean() for arm in ("Drug", "Placebo")]
    assert drug.estimate.estimate - unmoved[0].estimate.estimate == pytest.approx(-2.0 * shares[0])
    assert placebo.estimate.estimate - unmoved[1].estimate.estimate == pytest.approx(3.0 * shares[1])
    moved = difference.estimate.estimate - unmoved[2].estimate.estimate
    assert moved == pytest.approx(-2.0 * shares[0] - 3.0 * shares[1])


def test_words_say_who_is_missing_and_what_moves_it(grid):
    said = grid_words(grid, 1)
    assert f"{grid.missing[0]} of {grid.n[0]}" in said
    changed = sum(cell.side != grid.unshifted.side for cell in grid.cells)
    assert f"{changed} of 81 pairs of shifts" in said


def test_one_arm_has_no_grid(syn20_study):
    assert tipping_grids(syn20_study, population(syn20_study), efficacy_settings("FVCPP")) == ()


def test_the_shifts_of_a_trial_with_arms_are_about_the_difference(armed_study, trial):
    model, armed = trial
    rows = missing_shifts(armed_study, population(armed_study), efficacy_settings("FVCPP"), "Month 12")
    assert {(row.arm, row.reference) for row in rows} == {("Drug", "Placebo")}
    plain, by = model.change("Month 12", "Drug", "Placebo"), {row.reached: row for row in rows}
    assert by["none"].estimate.estimate == pytest.approx(plain.estimate, rel=1e-12)
    assert by["like the reference on average"].delta == pytest.approx(-plain.estimate, rel=1e-12)
    assert by["estimate zero"].estimate.estimate == pytest.approx(0.0, abs=1e-9)
    share = by["none"].missing / by["none"].n_subjects
    assert by["estimate zero"].delta == pytest.approx(-plain.estimate / share, rel=1e-9)
    same = of_shifts(model, "Month 12", armed, by["estimate zero"].delta, 0.0)[2]
    assert by["estimate zero"].estimate.se == pytest.approx(same.estimate.se, rel=1e-9)
    assert by["estimate zero"].estimate.se > plain.se  # who is missing is chance too
