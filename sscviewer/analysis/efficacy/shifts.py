"""How far the changes that are missing would have to differ to change a result: for `analyse` and the words.

**Source**: resources/methods/sensitivity.md, "δ-adjustment".
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from sscviewer.analysis.efficacy.efficacy_settings import EfficacySettings
from sscviewer.analysis.estimate import Estimate
from sscviewer.analysis.population import Population
from sscviewer.model.study import Study

if TYPE_CHECKING:
    import pandas as pd

    from sscviewer.analysis.efficacy.sensitivity import TippingPoint


@dataclass(frozen=True, slots=True)
class MissingShift:
    """The change at an endpoint's last visit with the missing changes shifted; of arms, their difference.

    Attributes
    ----------
    arm, reference : str
        What is given is arm minus reference, and the missing changes of the arm are shifted; "" in a trial
        without arms.
    paramcd, avisit : str
    missing, n_subjects : int
        Values shifted, and patients with a baseline; of the arm where there is one.
    delta : float
        In the endpoint's unit; 0 for the model as it is.
    reached : str
        What the shift does: "none", "no change on average" (of arms "like the reference on average", of the
        missing patients), "estimate zero", "interval reaches zero".
    estimate : Estimate
    """

    paramcd: str
    avisit: str
    missing: int
    n_subjects: int
    delta: float
    reached: str
    estimate: Estimate
    arm: str = ""
    reference: str = ""


def missing_shifts(
    study: Study, who: Population, settings: EfficacySettings, visit: str
) -> tuple[MissingShift, ...]:
    """Return the change unshifted, and with the shifts that change what is said of it.

    A trial with arms asks for the difference: each arm's from the reference, the arm's missing changes
    shifted, which is where an effect can be lost. At the plan's visit, else at the headline. Empty where
    there is no model, or nothing is missing there.
    """
    from sscviewer.analysis.efficacy.model_rows import arm_names, model_frame

    changes = replace(settings, response="CHG", by_arm=True)
    frame = model_frame(study, who, changes)
    if arm_names(frame):
        return _of_differences(frame, changes, visit)
    return _of_all(study, who, settings, visit)


def _of_differences(frame: pd.DataFrame, settings: EfficacySettings, visit: str) -> tuple[MissingShift, ...]:
    from sscviewer.analysis.efficacy.change_model import change_model
    from sscviewer.analysis.efficacy.diagnostics import without_each
    from sscviewer.analysis.efficacy.headline import headline_visit
    from sscviewer.analysis.efficacy.model_rows import arm_names
    from sscviewer.analysis.efficacy.sensitivity_arms import armed_patients, shift_points, shifted_by
    from sscviewer.analysis.efficacy.sensitivity_table import wide_changes
    from sscviewer.analysis.population import reference_arm

    model = change_model(frame, settings, by_arm=True)
    if visit not in model.visits:
        visit = headline_visit(model, frame, settings)
    if model.fit is None or not visit:
        return ()
    arms = arm_names(frame)
    reference = reference_arm(arms, settings.reference)
    patients, wide = wide_changes(frame, model.visits)
    upto = wide[:, : model.visits.index(visit) + 1]
    armed = armed_patients(frame, patients, upto, arms, reference)
    if not np.isnan(armed.upto[:, -1]).any():
        return ()  # before the model is fitted again without each patient
    left = without_each(model.fit)
    found = []
    for arm in (arm for arm in arms if arm != reference):
        at = shift_points(model, visit, armed, (arm, reference), left)
        if at is None or not at[1][0].missing:
            continue
        estimate, points = at
        own = points[0]
        for what, delta in _deltas(estimate, own, "like the reference on average"):
            moved = shifted_by(estimate, points, (delta, 0.0)) if delta else estimate
            row = (settings.paramcd, visit, own.missing, own.n_subjects, delta, what, moved, arm, reference)
            found.append(MissingShift(*row))
    return tuple(found)


def _of_all(
    study: Study, who: Population, settings: EfficacySettings, visit: str
) -> tuple[MissingShift, ...]:
    from sscviewer.analysis.efficacy.change_model import change_model
    from sscviewer.analysis.efficacy.headline import headline_visit
    from sscviewer.analysis.efficacy.model_rows import model_frame
    from sscviewer.analysis.efficacy.sensitivity import shifted, tipping_point

    changes = replace(settings, response="CHG", by_arm=False)
    frame = model_frame(study, who, changes)
    model = change_model(frame, changes)
    if visit not in model.visits:
        visit = headline_visit(model, frame, changes)
    estimate = model.change(visit)
    if model.fit is None or estimate is None or math.isnan(estimate.estimate):
        return ()
    n = int(frame.loc[frame["BASE"].notna(), "USUBJID"].nunique())
    point = tipping_point(model.fit, visit, estimate=estimate, without_data=max(n - model.fit.n_subjects, 0))
    if not point.missing:
        return ()
    return tuple(
        MissingShift(settings.paramcd, visit, point.missing, n, delta, what, shifted(estimate, point, delta))
        for what, delta in _deltas(estimate, point, "no change on average")
    )


def _deltas(estimate: Estimate, point: TippingPoint, mean: str) -> list[tuple[str, float]]:
    found = [("none", 0.0), (mean, -estimate.estimate)]
    if not estimate.lower <= 0 <= estimate.upper:
        limit = point.delta_upper if estimate.estimate < 0 else point.delta_lower
        found.append(("interval reaches zero", limit))
    found.append(("estimate zero", point.delta_zero))
    return [(what, delta) for what, delta in found if math.isfinite(delta)]


def shift_entry(row: MissingShift) -> dict[str, Any]:
    """Return the row as `analyse --json` has it."""
    value = row.estimate
    return {
        "PARAMCD": row.paramcd,
        "AVISIT": row.avisit,
        "missing": row.missing,
        "n": row.n_subjects,
        "delta": row.delta,
        "reached": row.reached,
        "arm": row.arm or None,
        "reference": row.reference or None,
        "estimate": value.estimate,
        "se": value.se,
        "df": value.df,
        "lower": value.lower,
        "upper": value.upper,
        "p_value": value.p_value,
    }
