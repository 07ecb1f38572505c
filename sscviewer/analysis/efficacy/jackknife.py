"""Each missing value replaced by what is expected of it, and the jackknife over patients for its variance.

The expected value given a patient's own values takes the place of Rubin's many draws, so that there is no
Monte-Carlo error; every patient left out in turn, with model and covariance fitted anew (of more than 60
patients at the covariance of all), says how the result would differ over other samples. Under reference-based
assumptions that variance is smaller than Rubin's, which keeps the information lost as if missing at random.

**Source**: Wolbers et al., Pharm Stat 21 (2022) 1246 (conditional mean imputation); Efron & Stein, Ann Stat 9
(1981) 586; resources/methods/sensitivity.md.
"""

import math
from collections.abc import Callable, Sequence

import numpy as np

from sscviewer.analysis.efficacy.change_model import ChangeModel
from sscviewer.analysis.efficacy.diagnostics import WithoutEach, without_each
from sscviewer.analysis.efficacy.imputation import SubjectTable, visit_position
from sscviewer.analysis.efficacy.sensitivity_arms import ArmChange, Armed, Changes
from sscviewer.analysis.estimate import make_estimate
from sscviewer.analysis.mmrm import MmrmFit
from sscviewer.analysis.stopping import stop_if_unwanted
from sscviewer.model.arrays import Bools, Floats, Texts
from sscviewer.model.sentence import say

METHOD = "conditional mean imputation, jackknife"
FEWEST = 3
"""Patients of an arm: of two, one left out leaves the other alone, and the variance is one
difference squared. Three are allowed and still few: such an interval is a rough one."""


def jackknifed(
    model: ChangeModel, visit: str, armed: Armed, tables: Sequence[SubjectTable], arm_of: Texts
) -> list[Changes]:
    """Return the arms' changes at a visit for each table of means, with jackknife variances.

    Parameters
    ----------
    tables
        Of the same patients, those of the fit first (`arm_table`).
    arm_of : (n,)
    """
    fit = model.fit
    assert fit is not None
    left, n = without_each(fit), len(arm_of)
    whole = _expected(fit, visit, tables, fit.fitted.beta, fit.fitted.omega)
    values = np.repeat(whole[:, None], n, axis=1)  # (tables, left out, patients)
    for i in range(len(fit.subjects)):
        stop_if_unwanted()
        beta, omega = _in_units(fit, left, i)
        values[:, i] = _expected(fit, visit, tables, beta, omega)
    return [
        tuple(_of_pair(fit, own, without, arm_of, pair) for pair in armed.pairs())
        for own, without in zip(whole, values, strict=True)
    ]


def _in_units(fit: MmrmFit, left: WithoutEach, i: int) -> tuple[Floats, Floats]:
    """Return the coefficients and Ω without a patient of the fit, in the endpoint's units."""
    scaled = fit.fitted.scaled
    beta = scaled.beta + scaled.scale * np.linalg.solve(scaled.r, left.betas[i])
    return beta, left.omegas[i] * scaled.scale**2


def _expected(
    fit: MmrmFit, visit: str, tables: Sequence[SubjectTable], beta: Floats, omega: Floats
) -> Floats:
    """Return each patient's value at a visit (tables, n): the one seen, else the one expected."""
    position = visit_position(fit, visit)
    y, seen, group = tables[0].y, tables[0].seen, tables[0].group
    out = np.tile(y[:, position], (len(tables), 1))
    absent = np.flatnonzero(~seen[:, position])
    patterns, which = np.unique(np.column_stack([group[absent], seen[absent]]), axis=0, return_inverse=True)
    means = [table.rows[absent] @ beta for table in tables]
    for k, key in enumerate(patterns):
        them = np.flatnonzero(which.reshape(-1) == k)
        pattern: Bools = key[1:] > 0
        sigma = fit.sigma_of(int(key[0]), omega)
        weight = np.linalg.solve(sigma[np.ix_(pattern, pattern)], sigma[pattern, position])
        known = y[absent[them]][:, pattern]
        for mu, values in zip(means, out, strict=True):
            values[absent[them]] = mu[them, position] + (known - mu[them][:, pattern]) @ weight
    return out


def _of_pair(fit: MmrmFit, own: Floats, without: Floats, arm_of: Texts, pair: tuple[str, str]) -> ArmChange:
    arm, against = pair
    groups = [arm_of == name for name in pair if name]
    if any(int(group.sum()) < FEWEST for group in groups):
        return ArmChange(arm, against, None, say("An arm has fewer than {fewest} patients.", fewest=FEWEST))
    others = ~np.eye(len(own), dtype=bool)

    def mean(of: Callable[[Bools], Floats]) -> Floats:
        first, *second = (of(group) for group in groups)
        return first - second[0] if second else first

    estimate = float(mean(lambda group: own[group].mean(keepdims=True))[0])
    each = mean(lambda group: (without * (others & group)).sum(axis=1) / (others & group).sum(axis=1))
    if not np.isfinite(each).all():
        return ArmChange(arm, against, None, say("Without one of the patients there is no model."))
    n = len(each)
    variance = (n - 1) / n * float(np.sum((each - each.mean()) ** 2))
    size = sum(int(group.sum()) for group in groups)
    return ArmChange(
        arm,
        against,
        make_estimate(
            estimate,
            math.sqrt(variance),
            float(size - len(groups)),
            level=fit.level,
            n_subjects=size,
            n_obs=fit.n_obs,
            method=METHOD,
        ),
    )
