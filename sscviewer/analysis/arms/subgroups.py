"""The difference of the arms in subgroups of patients, with the test of interaction, and how small they are.

**Source**: Wang et al., NEJM 2007;357:2189; CONSORT 2010, item 18; resources/methods/two_groups.md.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from sscviewer.analysis.arms.arm_changes import (
    ArmVisitChanges,
    compared_at,
    endpoint_changes,
    settings_of,
    with_adjusted,
)
from sscviewer.analysis.compare.subgroups import Interaction, subgroup_effects
from sscviewer.analysis.efficacy.at_visit import at_visit, carried_in_file
from sscviewer.analysis.efficacy.model_rows import ARM, model_frame, with_covariates, with_enough_values
from sscviewer.analysis.estimate import Estimate
from sscviewer.analysis.plan import AnalysisPlan
from sscviewer.analysis.plan.models import COVARIATE_WORDS
from sscviewer.analysis.population import Population
from sscviewer.model.arrays import Bools, Floats, Ints, Texts
from sscviewer.model.counted import counted
from sscviewer.model.plain_text import capital
from sscviewer.model.sentence import say
from sscviewer.model.study import Study

VARIABLES = ("SEX", "AGE", "RACE", "SSCSUB", "DISDUR", "SITEID", "BASE")
MOST_LEVELS = 6
"""A variable with more levels is left out and named: its subgroups are single patients."""
SMALL = 20
"""An arm with fewer patients than this in a subgroup makes the sentence that n is small. 20 is ours."""


@dataclass(frozen=True, slots=True)
class Subgroup:
    """One variable that divides the patients.

    Attributes
    ----------
    variable, words
        "AGE" and "Age".
    patients
        Those of the arm and of the reference in each level, in the order of `found.effects`.
    """

    variable: str
    words: str
    found: Interaction
    patients: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Subgroups:
    """One endpoint at one visit.

    Attributes
    ----------
    overall : Estimate or None
        The difference of all patients.
    notes
        How it was done and what is left out.
    """

    row: ArmVisitChanges
    arm: str
    reference: str
    overall: Estimate | None
    n: tuple[int, int]
    groups: tuple[Subgroup, ...]
    notes: tuple[str, ...]


def subgroups(study: Study, who: Population, plan: AnalysisPlan, paramcd: str) -> tuple[Subgroups, ...]:
    """Return the subgroups of an endpoint at its visit, each arm against the reference; none with one arm."""
    rows = compared_at(with_adjusted(endpoint_changes(study, who, plan, paramcd), plan.endpoints))
    if len(who.arms) < 2 or not rows or not rows[0].found.arms:
        return ()
    row, settings = rows[0], settings_of(plan, paramcd)
    frame = model_frame(study, who, settings)
    frame, _ = with_enough_values(
        frame, fewest_patients=settings.fewest_patients, fewest_share=settings.fewest_share
    )
    forward, in_file = plan.comparisons.carried_forward, carried_in_file(study, paramcd)
    here = at_visit(frame, (row.avisit, row.avisitn), forward=forward, in_file=in_file)
    chosen, covariates = with_covariates(here.rows, settings)
    place = {usubjid: i for i, usubjid in enumerate(study.usubjids)}
    patient = np.array([place[usubjid] for usubjid in chosen["USUBJID"]], dtype=np.int64)
    change: Floats = chosen["CHG"].to_numpy(dtype=np.float64)
    x: Floats = chosen[list(covariates.names)].to_numpy(dtype=np.float64)
    arms: Texts = chosen[ARM].to_numpy(dtype=object)
    base: Floats = chosen["BASE"].to_numpy(dtype=np.float64)
    divided, notes = _divided(study, patient, base)
    out = []
    for arm, overall, _ in row.differences:
        against = (arm, row.found.reference)
        found = []
        for name, words, levels in divided:
            effects = subgroup_effects(change, arms, levels, x, against=against, level=settings.level)
            patients = tuple(
                (_of(chosen, here & (arms == arm)), _of(chosen, here & (arms == against[1])))
                for one in effects.effects
                for here in [levels == one.level]
            )
            found.append(Subgroup(name, words, effects, patients))
        n = (int((arms == arm).sum()), int((arms == row.found.reference).sum()))
        out.append(Subgroups(row, *against, overall, n, tuple(found), (*_small(n, found), *notes)))
    return tuple(out)


def _of(rows: pd.DataFrame, chosen: Bools) -> tuple[str, ...]:
    return tuple(rows.loc[chosen, "USUBJID"])


def _divided(
    study: Study, patient: Ints, base: Floats
) -> tuple[list[tuple[str, str, Texts]], tuple[str, ...]]:
    """Return (variable, words, level of each patient) of all that divides the patients; what does not."""
    found, left = [], []
    for name in VARIABLES:
        words = COVARIATE_WORDS[name]
        levels = _halves(base) if name == "BASE" else _levels(study, name, patient)
        names = {str(level) for level in levels if level}
        if len(names) > MOST_LEVELS:
            left.append(words)
        elif len(names) > 1:
            found.append((name, capital(words), levels))
    notes = (
        (
            say(
                "Left out, more than {most} levels: {left}.",
                most=MOST_LEVELS,
                left=", ".join(left),
            ),
        )
        if left
        else ()
    )
    return found, notes


def _levels(study: Study, name: str, patient: Ints) -> Texts:
    values = study.column("subjects", name)[patient]
    return _halves(values.astype(np.float64)) if values.dtype.kind == "f" else values


def _halves(values: Floats) -> Texts:
    """Return which side of the median a number lies on; "" without one."""
    known = ~np.isnan(values)
    if not known.any():
        return np.full(len(values), "", dtype=object)
    median = float(np.median(values[known]))
    sides = np.where(values < median, f"< {median:g}", f"≥ {median:g}").astype(object)
    return np.where(known, sides, "").astype(object)


def _small(n: tuple[int, int], groups: Sequence[Subgroup]) -> tuple[str, ...]:
    """Return the sentences that subgroups are exploratory, and small where they are."""
    said = [say("Subgroups are exploratory; one of them is read only beside its test of interaction.")]
    smaller = [min(e.n, e.n_reference) for group in groups for e in group.found.effects]
    least = [n for n in smaller if n]
    if least and min(least) < SMALL:
        tests = sum(not math.isnan(group.found.p_value) for group in groups)
        said.append(
            say(
                "With {n} and {total} patients n is small: the smallest subgroup has {least} in an arm, "
                "and a test of interaction finds only differences several times that of the whole "
                "trial; {test}, not adjusted.",
                n=n[0],
                total=n[1],
                least=min(least),
                test=counted(tests, "test"),
            )
        )
    if nobody := len(smaller) - len(least):
        said.append(
            say(
                "{groups} nobody in one of the two arms, so that no difference is given there.",
                groups=counted(nobody, "subgroup has", "subgroups have"),
            )
        )
    return tuple(said)
