"""Patients who left taken to go on like the reference arm: jump to it, copy its increments, copy it.

What a patient would have had is drawn about another mean than the arm's own, given the values seen. Rubin's
variance on it keeps the information lost as it is under missing at random; it is larger than the variance
over repeated trials (Cro, Carpenter & Kenward, JRSS A 182 (2019) 623), which the jackknife beside it gives.

**Source**: Carpenter, Roger & Kenward, J Biopharm Stat 23 (2013) 1352; resources/methods/sensitivity.md.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from sscviewer.analysis.efficacy.change_model import ChangeModel
from sscviewer.analysis.efficacy.imputation import SubjectTable
from sscviewer.analysis.efficacy.jackknife import jackknifed
from sscviewer.analysis.efficacy.sensitivity_arms import (
    Armed,
    Changes,
    arm_table,
    cell_weights,
    nothing_to_draw_from,
    of_tables,
)
from sscviewer.model.arrays import Floats, Texts
from sscviewer.model.sentence import say

ReferenceBased = Literal["jump to reference", "copy increments in reference", "copy reference"]
ASSUMES: dict[ReferenceBased, str] = {
    "jump to reference": say("From the last value on a patient's mean is that of the reference arm."),
    "copy increments in reference": say(
        "From the last value on a patient changes as the reference arm does."
    ),
    "copy reference": say("A patient who left had been like the reference arm from the start."),
}


@dataclass(frozen=True, slots=True)
class ReferenceBasedChanges:
    """Each arm's change at a visit under the assumptions about who left.

    Attributes
    ----------
    at_random
        What is missing like the patient's own arm.
    rubin, jackknife
        By `ASSUMES`, drawn with Rubin's variance, and expected with the jackknife's.
    """

    at_random: Changes
    rubin: dict[ReferenceBased, Changes]
    jackknife: dict[ReferenceBased, Changes]


def by_every_assumption(
    model: ChangeModel, visit: str, armed: Armed, *, m: int, seed: int
) -> ReferenceBasedChanges:
    """Return each arm's change at a visit, with what is missing like the patient's own arm and by `ASSUMES`.

    Parameters
    ----------
    model : ChangeModel
        Of the change from baseline by arm.
    m, seed : int
        Imputed data sets.

    `ASSUMES` says what happens after a patient's last value; values missing before it are missing at random.
    The reference arm's own missing values always are.
    """
    if model.fit is None:
        nothing = nothing_to_draw_from(armed)
        none = dict.fromkeys(ASSUMES, nothing)
        return ReferenceBasedChanges(nothing, none, none)
    table, arms = arm_table(model, armed)
    moved = [
        SubjectTable(_means(model, table, arms, armed.reference, how), table.y, table.group)
        for how in ASSUMES
    ]
    own, *others = of_tables(model, visit, armed, (table, *moved), arms, m=m, seed=seed)
    expected = jackknifed(model, visit, armed, moved, arms)
    return ReferenceBasedChanges(
        own, dict(zip(ASSUMES, others, strict=True)), dict(zip(ASSUMES, expected, strict=True))
    )


def _means(
    model: ChangeModel, table: SubjectTable, arms: Texts, reference: str, how: ReferenceBased
) -> Floats:
    """Return the weights (n, T, p) of each patient's means, those after the last value by the assumption."""
    assert model.fit is not None
    visits = [str(visit) for visit in model.fit.visits]
    kept = model.fit.design.kept
    rows = table.rows.copy()
    like = np.array([cell_weights(model, reference, visit)[kept] for visit in visits])
    for i, arm in enumerate(arms):
        seen = np.flatnonzero(table.seen[i])
        after = int(seen[-1]) + 1 if len(seen) else 0
        if arm == reference or after == len(visits):
            continue
        own = np.array([cell_weights(model, str(arm), visit)[kept] for visit in visits])
        first = 0 if how == "copy reference" else after
        rows[i, first:] += like[first:] - own[first:]
        if how == "copy increments in reference" and after:
            rows[i, after:] += own[after - 1] - like[after - 1]
    return rows
