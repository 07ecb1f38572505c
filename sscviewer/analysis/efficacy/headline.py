"""Which visit stands for an endpoint: the last one that has enough values to say something."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscviewer.analysis.efficacy.model_rows import ARM, arm_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from sscviewer.analysis.efficacy.change_model import ChangeModel
    from sscviewer.analysis.efficacy.efficacy_settings import EfficacySettings
    from sscviewer.analysis.estimate import Estimate


@dataclass(frozen=True, slots=True)
class VisitChange:
    """Mean change from baseline at a visit.

    Attributes
    ----------
    avisit : str
    avisitn : float
        Months; NaN if the file has none.
    patients : tuple of str
        Who has a value at the visit.
    change : Estimate
    """

    avisit: str
    avisitn: float
    patients: tuple[str, ...]
    change: Estimate

    @property
    def n(self) -> int:
        """How many patients have a value at the visit."""
        return len(self.patients)


def headline_visit(model: ChangeModel, frame: pd.DataFrame, settings: EfficacySettings) -> str:
    """Return the last planned visit with enough changes in every arm and an interval; "" without a visit.

    Parameters
    ----------
    model
        Of all patients together.
    frame
        From `model_rows.model_frame`, what the model was fitted to.
    settings
        `fewest_patients` with a change that each arm needs, as a visit does to be in a model at all;
        `planned_months`, after which a visit is follow-up.

    While a trial runs its last visits hold one or two patients an arm, whose mean has no interval: the mean
    of the visit before says more. Where no visit has enough the last one stands, without an interval.
    """
    arms, fewest = arm_names(frame), settings.fewest_patients
    at, months = frame["AVISIT"].to_numpy(), frame["AVISITN"].to_numpy()
    planned = [name for name in model.visits if months[at == name].min() <= settings.planned_months]
    planned = planned or list(model.visits)
    for visit in reversed(planned):
        change = model.change(visit)
        has_interval = change is not None and math.isfinite(change.lower) and math.isfinite(change.upper)
        if has_interval and _fewest(frame, visit, arms) >= fewest:
            return visit
    return planned[-1] if planned else ""


def told_visit(visits: Sequence[VisitChange], *wanted: str) -> VisitChange:
    """Return the first of these names that is a visit; the last visit where none is."""
    by_name = {one.avisit: one for one in visits}
    return next((by_name[name] for name in wanted if name in by_name), visits[-1])


def _fewest(frame: pd.DataFrame, visit: str, arms: Sequence[str]) -> int:
    """Return how many patients with a change at the visit the arm with fewest has."""
    there = (frame["AVISIT"].to_numpy() == visit) & frame["CHG"].notna().to_numpy()
    patients = frame["USUBJID"].to_numpy()[there]
    if not arms:
        return len(set(patients))
    own = frame[ARM].to_numpy()[there]
    return min(len(set(patients[own == arm])) for arm in arms)
