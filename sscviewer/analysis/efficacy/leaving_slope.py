"""The slope when who leaves early changes at another rate: each patient's line goes with its last visit.

The slope given the last visit is averaged over the patients, so that those who left count like the others. A
straight line through the last visits is an assumption; of twenty patients it rests on those few who left.

**Source**: Wu & Bailey, Biometrics 45 (1989) 939 (conditional linear model); Little, JASA 90 (1995) 1112
(pattern mixture); resources/methods/sensitivity.md.
"""

import math
from dataclasses import dataclass

import pandas as pd

from sscviewer.analysis.efficacy.efficacy_settings import EfficacySettings
from sscviewer.analysis.efficacy.model_rows import ARM
from sscviewer.analysis.efficacy.slope_model import MONTH_OF_LEAVING, SlopeModel, slope_model
from sscviewer.analysis.estimate import Estimate, make_estimate, without_interval
from sscviewer.model.counted import counted
from sscviewer.model.sentence import joined, say

SAME_LAST_VISIT = say("All patients have their last value at the same visit: nobody left early.")
FEWEST_EARLY = 3
"""A slope against the last visit through fewer patients who left is those patients' own. Ours."""


@dataclass(frozen=True, slots=True)
class LeavingSlope:
    """The model, or why there is none.

    Attributes
    ----------
    model : SlopeModel or None
    why : str
        "" where there is a model.
    """

    model: SlopeModel | None
    why: str = ""

    @property
    def arms(self) -> tuple[str, ...]:
        """Empty where arms are not told apart, or there is no model."""
        return () if self.model is None else self.model.arms

    def slope(self, arm: str = "", reference: str | None = None) -> Estimate | None:
        """Return the change per month averaged over last visits, or its difference from another arm."""
        model = self.model
        if model is None or model.fit is None:
            return None
        value = model.slope(arm, reference)
        if value is None:
            return None
        among = [arm] if reference is None else [arm, reference]
        more = sum(self._of_last_visits(name) for name in among)
        found = make_estimate(
            value.estimate,
            math.sqrt(value.se**2 + more),
            value.df,
            level=value.level,
            n_subjects=value.n_subjects,
            n_obs=value.n_obs,
            method=value.method,
            converged=value.converged,
            warnings=value.warnings,
        )
        return found if math.isfinite(value.lower) else without_interval(found)

    def _of_last_visits(self, arm: str) -> float:
        """Return the variance that the average last visit itself adds: another sample had another one."""
        assert self.model is not None
        assert self.model.fit is not None
        rows = self.model.rows
        rows = rows[rows[ARM] == arm] if arm else rows
        last = rows.drop_duplicates("USUBJID")[MONTH_OF_LEAVING]
        bend = self.model.fit.contrast({self.model.bend(arm): 1.0}).estimate
        return bend**2 * float(last.var(ddof=1)) / len(last) if math.isfinite(bend) and len(last) > 1 else 0.0


def leaving_slope(frame: pd.DataFrame, settings: EfficacySettings, *, by_arm: bool = False) -> LeavingSlope:
    """Fit value ~ month with a slope that goes with the patient's last visit.

    Parameters
    ----------
    frame : pandas.DataFrame
        From `model_frame`, of one parameter.
    """
    model = slope_model(frame, settings, by_arm=by_arm, leaving=True)
    if MONTH_OF_LEAVING not in model.rows:
        return LeavingSlope(None, joined(model.notes))  # the file gives no time
    last = model.rows.drop_duplicates("USUBJID")
    groups = [last[last[ARM] == arm] for arm in model.arms] or [last]
    for group in groups:
        months = group[MONTH_OF_LEAVING]
        early = int((months < months.max()).sum())
        if early == 0:
            return LeavingSlope(None, SAME_LAST_VISIT)
        if early < FEWEST_EARLY:
            return LeavingSlope(
                None,
                say(
                    "Only {patient} left early: too few for a slope that goes with it.",
                    patient=counted(early, "patient"),
                ),
            )
    if model.fit is None:
        return LeavingSlope(None, joined(model.notes))
    return LeavingSlope(model)
