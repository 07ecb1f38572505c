"""Mixed model for repeated measures: one covariance matrix of the visits, small-sample inference.

**Source**: resources/methods/mixed_models.md and small_sample_inference.md.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from sscviewer.analysis.estimate import LEVEL
from sscviewer.analysis.fixed_effects import FixedEffects
from sscviewer.analysis.reml.blocks import Blocks, Index, visit_blocks
from sscviewer.analysis.reml.design import Design, build_design, ordered_levels
from sscviewer.analysis.reml.errors import FitError
from sscviewer.analysis.reml.fit import Fitted, Scaled, best_of, finish, infer, scale_problem
from sscviewer.analysis.reml.inference import DF_METHODS
from sscviewer.analysis.reml.optimise import Optimum, minimise
from sscviewer.analysis.reml.simple_df import simple_degrees_of_freedom
from sscviewer.analysis.reml.structures import COVARIANCES, Structure, start_values, visit_structure
from sscviewer.model.arrays import Floats

# From the richest to the plainest; the reason for each step is told in `warnings`.
FALLBACK = {
    "us": ("toeph", "ar1h", "csh", "cs"),
    "toeph": ("ar1h", "csh", "cs"),
    "toep": ("ar1", "cs"),
    "ar1h": ("csh", "cs"),
    "ar1": ("cs",),
    "csh": ("cs",),
    "cs": (),
    "adh": ("ar1h", "csh", "cs"),
    "ad": ("ar1", "cs"),
}
# Further starts, for data with few subjects per pair of visits, where the surface has several tops.
START_CORRELATIONS = (0.5, 0.0, -0.3)
# With fewer subjects per pair of visits the search starts from all of them: any structure below 8, all but
# the unstructured below 13. Above, one start is taken to be enough (resources/methods/mixed_models.md).
FEW_PAIRS, VERY_FEW_PAIRS = 13, 8
ELSEWHERE = (
    "The likelihood also rises towards a singular covariance matrix;"
    " the estimates are those of its regular maximum. Compare with a plainer covariance model."
)
# Sample correlations start no closer to singular than this.
START_EIGENVALUE = 0.05


@dataclass(frozen=True)
class MmrmFit(FixedEffects):
    """A fitted MMRM.

    Attributes
    ----------
    structure : str
        Covariance model that was used, which may be plainer than the one asked for (see `warnings`).
    visit, subject : str
        Columns.
    visits : tuple
        Levels of the visit, in order.
    subjects : tuple
        Subjects, in the order of `rows`.
    rows : (n, T, p + 1)
        Scaled [X y] per subject, zero where missing: for diagnostics.
    pattern : (n,)
        Missingness pattern of each subject.
    """

    structure: str
    visit: str
    subject: str
    visits: tuple[Any, ...]
    subjects: tuple[Any, ...]
    rows: Floats
    pattern: Index

    @property
    def covariance(self) -> pd.DataFrame:
        """Covariance Σ of the visits (T, T), in response units squared."""
        labels = [str(visit) for visit in self.visits]
        return pd.DataFrame(self.fitted.omega, index=labels, columns=labels)


def fit_mmrm(
    data: pd.DataFrame,
    formula: str,
    *,
    subject: str,
    visit: str,
    covariance: str = "us",
    method: str = "reml",
    df: str = "kenward-roger",
    level: float = LEVEL,
    fallback: bool = True,
    smallest_df: float = 0.0,
    contrasts: Floats | None = None,
) -> MmrmFit:
    """Fit a mixed model for repeated measures.

    Parameters
    ----------
    data : pandas.DataFrame
        One row per subject and visit. Rows with a gap are dropped and counted in `warnings`.
    formula : str
        `response ~ terms`.
    subject, visit : str
        Columns; a subject has at most one value per visit.
    covariance : str
        us, toeph, toep, ar1h, ar1, csh, cs, adh or ad.
    method : str
        reml or ml.
    df : str
        kenward-roger (SAS DDFM=KR), kenward-roger-linear, kenward-roger-expected, satterthwaite,
        between-within or residual.
    level : float
        Level of the intervals.
    fallback : bool
        Use a plainer covariance model, and say so, where the one asked for cannot be estimated, or leaves
        fewer degrees of freedom than `smallest_df`.
    smallest_df : float
        0 takes any. Where every model of the chain has fewer for some contrast, the one is used that has
        enough for the most of them.
    contrasts : (k, p) or None
        Weights on the first p coefficients of what the degrees of freedom are wanted for; None for each
        coefficient.

    Raises
    ------
    FitError
        If nothing can be fitted, with the reason.

    **Source**: resources/methods/mixed_models.md; compared with R mmrm, nlme and SAS PROC MIXED there.
    """
    _check_choices(covariance, method, df)
    design = build_design(data, formula, (subject, visit))
    codes, subjects = pd.factorize(design.frame[subject])
    levels = ordered_levels(design.frame[visit])
    visit_codes = pd.Categorical(design.frame[visit], categories=levels).codes.astype(np.intp)
    subject_codes = codes.astype(np.intp)
    _check_duplicates(design, subject, visit, subject_codes, visit_codes)
    notes = list(design.warnings)
    scaled = scale_problem(design.x, design.y, design.triangle)
    blocks, rows, pattern = visit_blocks(scaled.q, scaled.z, subject_codes, visit_codes, len(levels))
    reml = method == "reml"
    df, df_notes = _usable_df(df, reml=reml)
    simple_df = simple_degrees_of_freedom(df, design.x, subject_codes)
    wanted = _wanted(design, contrasts)

    def short(fitted: Fitted) -> list[float]:
        """Return the degrees of freedom that are too few."""
        if smallest_df <= 0 or simple_df is not None:
            return []  # those by counting are the same whatever the covariance
        inference = infer(fitted, df)
        each = [inference.df(fitted.contrast_in(row)) for row in wanted]
        return [value for value in each if value < smallest_df]

    chain = (covariance, *FALLBACK[covariance]) if fallback else (covariance,)
    fitted, more = _fit_chain(blocks, scaled, rows, chain, reml=reml, short=short)
    notes += more + _order_notes(data[visit], levels, fitted.structure.name) + df_notes
    return MmrmFit(
        design=design,
        fitted=fitted,
        inference=infer(fitted, df),
        df_method=df,
        simple_df=simple_df,
        level=level,
        n_subjects=len(subjects),
        method=f"MMRM, {fitted.structure.name}, {method.upper()}, {df}",
        warnings=tuple(notes),
        structure=fitted.structure.name,
        visit=visit,
        subject=subject,
        visits=tuple(levels),
        subjects=tuple(subjects.tolist()),
        rows=rows,
        pattern=pattern,
    )


def _check_choices(covariance: str, method: str, df: str) -> None:
    for value, choices, what in (
        (covariance, COVARIANCES, "covariance"),
        (method, ("reml", "ml"), "method"),
        (df, DF_METHODS, "df"),
    ):
        if value not in choices:
            raise FitError(f"{what} is “{value}”; it can be {', '.join(choices)}.")


def _usable_df(df: str, *, reml: bool) -> tuple[str, list[str]]:
    """Kenward and Roger's correction is derived for REML: under ML use Satterthwaite, and say so."""
    if not reml and df.startswith("kenward-roger"):
        return "satterthwaite", [
            "Kenward-Roger needs REML; Satterthwaite degrees of freedom are given for ML."
        ]
    return df, []


def _check_duplicates(design: Design, subject: str, visit: str, codes: Index, visits: Index) -> None:
    keys = codes * (int(visits.max()) + 1) + visits
    order = np.sort(keys)
    repeated = order[1:][order[1:] == order[:-1]]
    if len(repeated) == 0:
        return
    row = design.frame.iloc[int(np.flatnonzero(keys == repeated[0])[0])]
    raise FitError(
        f"Subject {row[subject]} has more than one {design.response} at {visit} {row[visit]}"
        f" ({len(np.unique(repeated))} such subject-visits in all): each visit can have one value."
    )


def _natural_key(level: Any) -> list[Any]:
    return [int(part) if part.isdecimal() else part for part in re.split(r"(\d+)", str(level))]


def _order_notes(column: "pd.Series[Any]", levels: Sequence[Any], covariance: str) -> list[str]:
    """Warn where visits sorted as text are out of order (Month 12 before Month 3) and the order matters."""
    if isinstance(column.dtype, pd.CategoricalDtype) or pd.api.types.is_numeric_dtype(column):
        return []
    natural = sorted(levels, key=_natural_key)
    if natural == list(levels) or covariance in ("us", "cs", "csh"):
        return []
    return [
        f"Visits are in alphabetical order ({', '.join(map(str, levels))}): declare another if it is wrong."
    ]


def _wanted(design: Design, contrasts: Floats | None) -> Floats:
    """Return the contrasts (k, estimable coefficients) whose degrees of freedom must suffice."""
    kept = design.kept
    if contrasts is None:
        return np.eye(len(kept))
    full = np.zeros((len(contrasts), len(design.terms)))
    full[:, : contrasts.shape[1]] = contrasts
    rows = full[:, kept]
    return np.asarray(rows[np.abs(rows).sum(axis=1) > 0])


def _fit_chain(
    blocks: Blocks,
    scaled: Scaled,
    rows: Floats,
    chain: tuple[str, ...],
    *,
    reml: bool,
    short: Callable[[Fitted], list[float]],
) -> tuple[Fitted, list[str]]:
    """Return the first model of the chain that can be estimated and has enough degrees of freedom."""
    steps: list[str] = []
    usable: list[tuple[int, Fitted, str]] = []
    seen = _seen(blocks)
    if not (seen.sum(axis=1) > 1).any() and seen.shape[1] > 1:
        raise FitError(
            "Every subject has a value at one visit only: the covariance between visits cannot be estimated."
        )
    start, together = sample_covariance(rows, blocks, seen)
    for name in chain:
        structure = visit_structure(name, blocks.load.shape[2])
        optimum, reason = _search(blocks, structure, start, together, reml=reml)
        if optimum is None:
            steps.append(f"The {name} covariance cannot be estimated, because {reason}")
            continue
        fitted = finish(structure, optimum, blocks, scaled, reml=reml)
        few = short(fitted)
        usable.append((len(few), fitted, reason))
        if not few:
            break
        steps.append(f"The {name} covariance leaves a mean with {min(few):.2g} degrees of freedom")
    if not usable:
        raise FitError(f"No covariance model can be estimated from these data. {'; '.join(steps)}.")
    _, fitted, note = min(usable, key=lambda found: found[0])
    used = fitted.structure.name
    notes = [f"{step}; {used} was used instead." for step in steps if not step.startswith(f"The {used} ")]
    return fitted, notes + ([note] if note else [])


def _seen(blocks: Blocks) -> "np.ndarray[Any, np.dtype[np.bool_]]":
    """Return (G, T): which visits each pattern has."""
    return np.asarray(np.diagonal(blocks.load, axis1=1, axis2=2) > 0)


def sample_covariance(
    rows: Floats, blocks: Blocks, seen: "np.ndarray[Any, np.dtype[np.bool_]]"
) -> tuple[Floats, Floats]:
    """Return the pairwise covariance of the residuals, made positive definite, and its pairs.

    Returns
    -------
    covariance : (T, T)
    together : (T, T)
        Number of subjects with both visits.
    """
    together = (seen * blocks.counts[:, None]).T @ seen
    z = rows[:, :, -1]
    raw = (z.T @ z) / np.maximum(together, 1.0)
    s = np.sqrt(np.maximum(np.diagonal(raw), 1e-12))
    values, vectors = np.linalg.eigh(raw / (s[:, None] * s))
    lifted = (vectors * np.maximum(values, START_EIGENVALUE)) @ vectors.T
    unit = np.sqrt(np.diagonal(lifted))
    return lifted / (unit[:, None] * unit) * (s[:, None] * s), together


def _search(
    blocks: Blocks, structure: Structure, start: Floats, together: Floats, *, reml: bool
) -> tuple[Optimum | None, str]:
    if structure.name == "us" and (together == 0).any():
        return None, "two visits are never seen in the same subject"
    variances = np.diagonal(start)
    homogeneous = structure.name in ("cs", "toep", "ar1", "ad")
    if len(variances) > 1 and float(variances.min()) < 1e-11 and not homogeneous:
        lonely = float(np.diagonal(together).min()) < 2
        return None, "a visit has one value only" if lonely else "the response does not vary at one visit"
    s = np.sqrt(variances)
    starts = [start_values(structure, start)]
    for correlation in START_CORRELATIONS:
        shape = np.where(np.eye(len(s)) > 0, 1.0, correlation)
        lowest = 1.0 + min((len(s) - 1) * correlation, -correlation)
        if lowest > 0 or structure.name != "us":
            starts.append(start_values(structure, shape * (s[:, None] * s)))
    pairs = float(together.min())
    enough = len(starts) if pairs < VERY_FEW_PAIRS or (pairs < FEW_PAIRS and structure.name != "us") else 1
    enough = 2 if structure.name == "us" and VERY_FEW_PAIRS <= pairs < FEW_PAIRS else enough
    complete = len(blocks.counts) == 1 and structure.name == "us"
    best, failed = best_of(
        starts, lambda start: minimise(blocks, structure, start, reml=reml), 1 if complete else enough
    )
    if best is not None:
        higher = failed is not None and failed.at.value < best.at.value - 1e-6
        return best, ELSEWHERE if higher else ""
    return None, failed.reason if failed is not None else "no start gives a positive definite matrix"
