"""Mixed model for repeated measures: one covariance matrix of the visits, small-sample inference.

**Source**: resources/methods/mixed_models.md and small_sample_inference.md.
"""

from collections.abc import Callable
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
from sscviewer.analysis.reml.grouped import in_each_group
from sscviewer.analysis.reml.inference import DF_METHODS
from sscviewer.analysis.reml.kept import kept_for_equal_data
from sscviewer.analysis.reml.optimise import Optimum, minimise
from sscviewer.analysis.reml.simple_df import simple_degrees_of_freedom
from sscviewer.analysis.reml.structures import COVARIANCES, Structure, start_values, visit_structure
from sscviewer.analysis.reml.visit_checks import check_duplicates, order_notes
from sscviewer.model.arrays import Floats
from sscviewer.model.sentence import joined, say

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
ELSEWHERE = say(
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
    groups : tuple of str
        Groups with a covariance of their own, in order; empty for one covariance.
    group_codes : (n,)
        Group of each subject; zeros where there is one covariance.
    """

    structure: str
    visit: str
    subject: str
    visits: tuple[Any, ...]
    subjects: tuple[Any, ...]
    rows: Floats
    pattern: Index
    groups: tuple[str, ...]
    group_codes: Index

    @property
    def covariance(self) -> pd.DataFrame:
        """Covariance Σ of the visits (T, T), in response units squared; of all groups, block by block."""
        visits = [str(visit) for visit in self.visits]
        labels = [f"{group}, {visit}" for group in self.groups for visit in visits] or visits
        return pd.DataFrame(self.fitted.omega, index=labels, columns=labels)

    def sigma_of(self, group: int, omega: Floats | None = None) -> Floats:
        """Return the covariance (…, T, T) of the subjects of a group, of Ω as estimated or of each given."""
        t = len(self.visits)
        here = slice(group * t, (group + 1) * t)
        return np.asarray((self.fitted.omega if omega is None else omega)[..., here, here])


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
    group: str | None = None,
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
    group : str or None
        Column whose levels have covariances of their own, of the same model (SAS: GROUP=); a subject is in
        one of them.

    Raises
    ------
    FitError
        If nothing can be fitted, with the reason.

    **Source**: resources/methods/mixed_models.md; compared with R mmrm, nlme and SAS PROC MIXED there.
    """
    _check_choices(covariance, method, df)
    design = build_design(data, formula, (subject, visit) if group is None else (subject, visit, group))
    codes, subjects = pd.factorize(design.frame[subject])
    levels = ordered_levels(design.frame[visit])
    visit_codes = pd.Categorical(design.frame[visit], categories=levels).codes.astype(np.intp)
    subject_codes = codes.astype(np.intp)
    check_duplicates(design, subject, visit, subject_codes, visit_codes)
    notes = list(design.warnings)
    scaled = scale_problem(design.x, design.y, design.triangle)
    groups, own = _groups(design, group, subject_codes)
    blocks, rows, pattern = visit_blocks(
        scaled.q, scaled.z, subject_codes, visit_codes, len(levels), own if groups else None
    )
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
    fitted, more = _fit_chain(blocks, scaled, _of_each(rows, own), chain, reml=reml, short=short)
    notes += more + order_notes(data[visit], levels, fitted.structure.name) + df_notes
    return MmrmFit(
        design=design,
        fitted=fitted,
        inference=infer(fitted, df),
        df_method=df,
        simple_df=simple_df,
        level=level,
        n_subjects=len(subjects),
        method=f"MMRM, {fitted.structure.name}{' by group' if groups else ''}, {method.upper()}, {df}",
        warnings=tuple(notes),
        structure=fitted.structure.name,
        visit=visit,
        subject=subject,
        visits=tuple(levels),
        subjects=tuple(subjects.tolist()),
        rows=rows,
        pattern=pattern,
        groups=groups,
        group_codes=own,
    )


def _groups(design: Design, group: str | None, subjects: Index) -> tuple[tuple[str, ...], Index]:
    """Return the groups, none where there is but one, and that of each subject (n,)."""
    n = int(subjects.max()) + 1
    if group is None:
        return (), np.zeros(n, dtype=np.intp)
    levels = ordered_levels(design.frame[group])
    codes = pd.Categorical(design.frame[group], categories=levels).codes.astype(np.intp)
    own = np.zeros(n, dtype=np.intp)
    own[subjects] = codes
    if (own[subjects] != codes).any():
        raise FitError(
            say("A subject is in more than one {group}: its covariance cannot be that of both.", group=group)
        )
    return (tuple(str(level) for level in levels) if len(levels) > 1 else ()), own


def _of_each(rows: Floats, own: Index) -> list[Floats]:
    """Return the residuals (n_g, T) of each group."""
    return [rows[own == code, :, -1] for code in range(int(own.max()) + 1)]


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
            say("Kenward-Roger needs REML; Satterthwaite degrees of freedom are given for ML.")
        ]
    return df, []


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
    residuals: list[Floats],
    chain: tuple[str, ...],
    *,
    reml: bool,
    short: Callable[[Fitted], list[float]],
) -> tuple[Fitted, list[str]]:
    """Return the first model of the chain that can be estimated and has enough degrees of freedom."""
    steps: list[str] = []
    usable: list[tuple[int, Fitted, str]] = []
    together = _together(blocks, len(residuals))
    if not all(
        (pairs[~np.eye(len(pairs), dtype=np.bool_)] > 0).any() for pairs in together if len(pairs) > 1
    ):
        raise FitError(
            say(
                "Every subject has a value at one visit only: "
                "the covariance between visits cannot be estimated."
            )
        )
    samples = [sample_covariance(z, pairs) for z, pairs in zip(residuals, together, strict=True)]
    for name in chain:
        inner = visit_structure(name, len(samples[0]))
        structure = in_each_group(inner, len(samples[0]), len(samples))
        optimum, reason = _search(blocks, inner, structure, samples, together, reml=reml)
        if optimum is None:
            steps.append(
                say("The {name} covariance cannot be estimated, because {reason}", name=name, reason=reason)
            )
            continue
        fitted = finish(structure, optimum, blocks, scaled, reml=reml)
        few = short(fitted)
        usable.append((len(few), fitted, reason))
        if not few:
            break
        steps.append(
            say(
                "The {name} covariance leaves a mean with {df:.2g} degrees of freedom", name=name, df=min(few)
            )
        )
    if not usable:
        why = joined(steps, "; ")
        raise FitError(say("No covariance model can be estimated from these data. {why}.", why=why))
    _, fitted, note = min(usable, key=lambda found: found[0])
    used = fitted.structure.name
    notes = [
        say("{step}; {used} was used instead.", step=step, used=used)
        for step in steps
        if not step.startswith(f"The {used} ")
    ]
    return fitted, notes + ([note] if note else [])


def _together(blocks: Blocks, n_groups: int) -> list[Floats]:
    """Return how many subjects of each group have both of two visits (T, T)."""
    seen = blocks.load.sum(axis=1) > 0
    both = (seen * blocks.counts[:, None]).T @ seen
    t = len(both) // n_groups
    return [both[g * t : (g + 1) * t, g * t : (g + 1) * t] for g in range(n_groups)]


def sample_covariance(z: Floats, together: Floats) -> Floats:
    """Return the pairwise covariance (T, T) of residuals (n, T), made positive definite.

    Parameters
    ----------
    z : (n, T)
        Zero where missing.
    together : (T, T)
        Number of subjects with both visits.
    """
    raw = (z.T @ z) / np.maximum(together, 1.0)
    s = np.sqrt(np.maximum(np.diagonal(raw), 1e-12))
    values, vectors = np.linalg.eigh(raw / (s[:, None] * s))
    lifted = (vectors * np.maximum(values, START_EIGENVALUE)) @ vectors.T
    unit = np.sqrt(np.diagonal(lifted))
    return np.asarray(lifted / (unit[:, None] * unit) * (s[:, None] * s))


@kept_for_equal_data
def _search(
    blocks: Blocks,
    inner: Structure,
    structure: Structure,
    samples: list[Floats],
    together: list[Floats],
    *,
    reml: bool,
) -> tuple[Optimum | None, str]:
    if inner.name == "us" and any((pairs == 0).any() for pairs in together):
        return None, say("two visits are never seen in the same subject")
    homogeneous = inner.name in ("cs", "toep", "ar1", "ad")
    for start, pairs in zip(samples, together, strict=True):
        variances = np.diagonal(start)
        # the response is scaled to variance one, so that this is rounding, not a spread
        if len(variances) > 1 and float(variances.min()) < 1e-11 and not homogeneous:
            lonely = float(np.diagonal(pairs).min()) < 2
            why = (
                say("a visit has one value only")
                if lonely
                else say("the response does not vary at one visit")
            )
            return None, why
    starts = [_start(inner, samples)]
    for correlation in START_CORRELATIONS:
        size = len(samples[0])
        shape = np.where(np.eye(size) > 0, 1.0, correlation)
        lowest = 1.0 + min((size - 1) * correlation, -correlation)
        if lowest > 0 or inner.name != "us":
            starts.append(_start(inner, samples, shape))
    fewest = min(float(pairs.min()) for pairs in together)
    enough = len(starts) if fewest < VERY_FEW_PAIRS or (fewest < FEW_PAIRS and inner.name != "us") else 1
    enough = 2 if inner.name == "us" and VERY_FEW_PAIRS <= fewest < FEW_PAIRS else enough
    complete = len(blocks.counts) == len(samples) and inner.name == "us"
    best, failed = best_of(
        starts, lambda start: minimise(blocks, structure, start, reml=reml), 1 if complete else enough
    )
    if best is not None:
        # 1e-6 of -2 log-likelihood is no difference that a test could see, and more than rounding
        higher = failed is not None and failed.at.value < best.at.value - 1e-6
        return best, ELSEWHERE if higher else ""
    return None, failed.reason if failed is not None else say("no start gives a positive definite matrix")


def _start(structure: Structure, samples: list[Floats], shape: Floats | None = None) -> Floats:
    """Return θ near the samples' covariances, or near their variances with given correlations."""
    found = []
    for sample in samples:
        s = np.sqrt(np.diagonal(sample))
        found.append(start_values(structure, sample if shape is None else shape * (s[:, None] * s)))
    return np.concatenate(found)
