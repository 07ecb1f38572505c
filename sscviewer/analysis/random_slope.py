"""Random intercept and slope at any times, with small-sample inference.

**Source**: Laird & Ware, Biometrics 38 (1982) 963; resources/methods/mixed_models.md.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from sscviewer.analysis.estimate import LEVEL
from sscviewer.analysis.fixed_effects import FixedEffects
from sscviewer.analysis.reml.blocks import Blocks, Index, slope_blocks
from sscviewer.analysis.reml.design import build_design
from sscviewer.analysis.reml.errors import FitError
from sscviewer.analysis.reml.fit import Fitted, finish, infer, scale_problem
from sscviewer.analysis.reml.inference import DF_METHODS, Inference
from sscviewer.analysis.reml.kept import kept_for_equal_data
from sscviewer.analysis.reml.optimise import Optimum, minimise
from sscviewer.analysis.reml.simple_df import simple_degrees_of_freedom
from sscviewer.analysis.reml.slope_structures import (
    NO_VARIANCE,
    RandomEffects,
    random_structure,
    rooted_structure,
)
from sscviewer.analysis.reml.structures import Structure
from sscviewer.model.arrays import Floats
from sscviewer.model.sentence import say

RANDOM = ("slope", "intercept", "uncorrelated")
# Shares of the residual variance that the search starts from: intercept, slope.
STARTS = ((0.6, 0.2), (0.2, 0.05), (0.05, 0.6))
# Weight of the plain metric in the search for L, see `minimise`.
RIDGE = 0.01


@dataclass(frozen=True)
class RandomSlopeFit(FixedEffects):
    """A fitted random-slope model.

    Attributes
    ----------
    random_covariance : pandas.DataFrame
        D (2, 2) or (1, 1), of intercept and slope at time 0 and per unit of time.
    residual_variance : float
        σ², response units squared.
    singular : bool
        D lies on the boundary (a zero variance or a perfect correlation).
    subject, time : str
        Columns.
    subjects : tuple
        Subjects in order of `subject_codes`.
    subject_codes : (N,)
    times : (N,)
    """

    random_covariance: pd.DataFrame
    residual_variance: float
    singular: bool
    subject: str
    time: str
    subjects: tuple[Any, ...]
    subject_codes: Index
    times: Floats


def fit_random_slope(
    data: pd.DataFrame,
    formula: str,
    *,
    subject: str,
    time: str,
    method: str = "reml",
    df: str = "kenward-roger",
    level: float = LEVEL,
    random: str = "slope",
) -> RandomSlopeFit:
    """Fit a mixed model with a random intercept and slope per subject.

    Parameters
    ----------
    data : pandas.DataFrame
        One row per value. Rows with a gap are dropped and counted in `warnings`.
    formula : str
        `response ~ terms`; the time is usually among the terms.
    subject, time : str
        Columns; time is numeric.
    method : str
        reml or ml.
    df : str
        As in `fit_mmrm`; kenward-roger-expected is pbkrtest's.
    level : float
        Level of the intervals.
    random : str
        slope (intercept and slope with covariance), intercept, or uncorrelated.

    Raises
    ------
    FitError
        If nothing can be fitted, with the reason.

    **Source**: resources/methods/mixed_models.md; compared with lme4, lmerTest and pbkrtest there.
    """
    for value, choices, what in (
        (method, ("reml", "ml"), "method"),
        (df, DF_METHODS, "df"),
        (random, RANDOM, "random"),
    ):
        if value not in choices:
            raise FitError(f"{what} is “{value}”; it can be {', '.join(choices)}.")
    design = build_design(data, formula, (subject, time))
    if not pd.api.types.is_numeric_dtype(design.frame[time]):
        raise FitError(f"The time {time} is not numeric.")
    codes, subjects = pd.factorize(design.frame[subject])
    subject_codes = codes.astype(np.intp)
    times = design.frame[time].to_numpy(dtype=np.float64)
    _check_information(subject_codes, times, random)
    scaled = scale_problem(design.x, design.y, design.triangle)
    # without a covariance of intercept and slope the model depends on where time is zero
    centre = 0.0 if random == "uncorrelated" else float(times.mean())
    unit = float(np.sqrt(np.mean((times - centre) ** 2))) or 1.0
    blocks = slope_blocks(
        scaled.q, scaled.z, subject_codes, (times - centre) / unit, slope=random != "intercept"
    )
    reml = method == "reml"
    structure, optimum, boundary = _search(blocks, random, reml=reml)
    fitted = finish(structure, optimum, blocks, scaled, reml=reml)
    notes = list(design.warnings)
    if boundary:
        notes.append(
            say(
                "The covariance of the random effects is singular: {what}. "
                "Intervals rest on fewer variance parameters.",
                what=boundary,
            )
        )
    if not reml and df.startswith("kenward-roger"):
        df = "satterthwaite"
        notes.append(say("Kenward-Roger needs REML; Satterthwaite degrees of freedom are given for ML."))
    return RandomSlopeFit(
        design=design,
        fitted=fitted,
        inference=_infer(fitted, df, random, boundary=bool(boundary)),
        df_method=df,
        simple_df=simple_degrees_of_freedom(df, design.x, subject_codes),
        level=level,
        n_subjects=len(subjects),
        method=f"random {random}, {method.upper()}, {df}",
        warnings=tuple(notes),
        random_covariance=_in_time(fitted.omega, centre, unit, random, time),
        residual_variance=float(fitted.omega[-1, -1]),
        singular=bool(boundary),
        subject=subject,
        time=time,
        subjects=tuple(subjects.tolist()),
        subject_codes=subject_codes,
        times=times,
    )


def _check_information(codes: Index, times: Floats, random: str) -> None:
    counts = np.bincount(codes)
    if len(counts) < 2:
        raise FitError(say("There is one subject only: the variation between subjects cannot be estimated."))
    if counts.max() < 2:
        raise FitError(
            say("Every subject has one value only: the variation within subjects cannot be estimated.")
        )
    if random == "intercept":
        return
    order = np.lexsort((times, codes))
    subject, time = codes[order], times[order]
    fresh = np.append(True, (subject[1:] != subject[:-1]) | (time[1:] != time[:-1]))
    different = np.bincount(subject[fresh])
    # a line through two times leaves no residual: without a third value anywhere D and σ² are not separate
    if int(np.sum(counts - np.minimum(different, 2))) == 0:
        raise FitError(
            say(
                "No subject has more than two values: "
                "random slopes and residual variance cannot be told apart."
            )
        )


def _infer(fitted: Fitted, df: str, random: str, *, boundary: bool) -> Inference:
    """Return the inference; on the boundary Kenward-Roger uses the expected information of the full model."""
    if boundary and df.startswith("kenward-roger"):
        full = random_structure(random)
        omega = fitted.optimum.omega
        theta = _natural(full, omega)
        return infer(fitted, "kenward-roger-expected", structure=full, theta=theta)
    return infer(fitted, df)


def _natural(structure: RandomEffects, omega: Floats) -> Floats:
    """Return θ of a linear structure from Ω."""
    firsts = [tuple(np.argwhere(part)[0]) for part in structure.basis]
    return np.array([omega[position] for position in firsts])


def _in_time(omega: Floats, centre: float, unit: float, random: str, time: str) -> pd.DataFrame:
    """Return D of intercept at time 0 and slope per unit of time, from D at the centred, scaled time."""
    if random == "intercept":
        return pd.DataFrame(omega[:1, :1], index=["(Intercept)"], columns=["(Intercept)"])
    back = np.array([[1.0, -centre / unit], [0.0, 1.0 / unit]])
    names = ["(Intercept)", time]
    return pd.DataFrame(back @ omega[:2, :2] @ back.T, index=names, columns=names)


@kept_for_equal_data
def _search(blocks: Blocks, random: str, *, reml: bool) -> tuple[Structure, Optimum, str]:
    """Return the best covariance of the random effects and, on the boundary, which one it is.

    The search runs in L (D = L L'), where the boundary is an ordinary point; the estimate is then polished in
    variances and covariance inside, or in what is left of D on the boundary.
    """
    found: list[tuple[Structure, Optimum, str]] = []
    reason = say("no start is feasible")
    starts = [_moment_start(blocks, random), *(_start(random, *start) for start in STARTS)]
    for start in starts:
        result = minimise(blocks, rooted_structure(random), start, reml=reml, ridge=RIDGE)
        if result is None:
            continue
        reason = result.reason or reason
        polished = _polish(blocks, random, result.omega, reml=reml)
        if polished is not None:
            found.append(polished)
            break
    if not found:
        raise FitError(say("The random-slope model cannot be estimated, because {reason}.", reason=reason))
    return found[0]


def _moment_start(blocks: Blocks, random: str) -> Floats:
    """Return θ of the rooted structure from each subject's own line and the scatter about it."""
    n_random = blocks.load.shape[2] - 2
    squares = np.add.reduceat(blocks.rows[:, :, -1, None] * blocks.rows[:, None, :, -1], blocks.starts)
    own = blocks.load[:, :n_random, :n_random]
    # whose own line is determined: less is one visit, or visits of one day
    usable = np.abs(np.linalg.det(own)) > 1e-8
    rest = blocks.load[:, 0, 0] == 0.0
    residual = float(squares[rest, 0, 0].sum() / max(blocks.counts[rest].sum(), 1.0)) or 0.5
    if not usable.any():
        return _start(random, *STARTS[0])
    back = np.linalg.inv(own[usable])
    n = float(blocks.counts[usable].sum())
    lines = (back @ squares[usable][:, :n_random, :n_random] @ back.transpose(0, 2, 1)).sum(axis=0) / n
    noise = np.tensordot(blocks.counts[usable], back @ back.transpose(0, 2, 1), axes=1) / n
    values, vectors = np.linalg.eigh(lines - residual * noise)
    # A fiftieth of the residual, so that no variance starts at nothing; and where the residual is rounding
    # only, as with straight lines, no eigenvalue so small beside the other that it is lost in their sum.
    least = max(0.02 * residual, 1e-9 * float(values.max()))
    root = np.linalg.cholesky((vectors * np.maximum(values, least)) @ vectors.T)
    if random == "uncorrelated":
        return np.append(np.sqrt(np.sum(root**2, axis=1)), residual)
    return np.append(root[np.tril_indices(n_random)], residual)


def _start(random: str, intercept: float, slope: float) -> Floats:
    """Return θ of the rooted structure from shares of the variance."""
    residual = 1.0 - intercept - slope
    first, second = np.sqrt(intercept), np.sqrt(slope)
    starts = {
        "intercept": [first, residual],
        "slope": [first, 0.0, second, residual],
        "uncorrelated": [first, second, residual],
    }
    return np.array(starts[random])


def _polish(
    blocks: Blocks, random: str, omega: Floats, *, reml: bool
) -> tuple[Structure, Optimum, str] | None:
    """Return the estimate near Ω in the parametrisation that fits where it lies; None if there is none."""
    residual = float(omega[-1, -1])
    n_random = len(omega) - 2
    values, vectors = np.linalg.eigh(omega[:n_random, :n_random])
    gone = tuple(j for j in range(n_random) if omega[j, j] < NO_VARIANCE * residual)
    structure: Structure
    if float(values[-1]) < NO_VARIANCE * residual:
        structure, start = random_structure(random, without=(0, 1)), np.array([residual])
        what = say("subjects do not differ beyond the residual variation")
    elif float(values[0]) >= NO_VARIANCE * residual:
        full = random_structure(random)
        structure, start, what = full, _natural(full, omega), ""
    elif random == "slope":
        main = np.sqrt(values[-1]) * vectors[:, -1]
        structure, start = rooted_structure("rank-one"), np.append(main, residual)
        what = say("intercepts and slopes are perfectly correlated, or one of them does not vary")
    else:
        part = random_structure(random, without=gone)
        structure, start = part, _natural(part, omega)
        what = say("the slopes do not vary") if gone[0] else say("the intercepts do not vary")
    result = minimise(blocks, structure, start, reml=reml)
    return (structure, result, what) if result is not None and result.converged else None
