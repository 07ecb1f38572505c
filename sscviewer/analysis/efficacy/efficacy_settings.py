"""What can be chosen about the models of one endpoint; equal settings give equal results."""

import math
from dataclasses import dataclass

from sscviewer.analysis.plan.models import MeanWeights, Response, SlopeTime
from sscviewer.analysis.plan.plan import AnalysisPlan
from sscviewer.model.dates import DAYS_PER_MONTH
from sscviewer.model.endpoint_cards import card_of

HALF_MONTH = DAYS_PER_MONTH / 2
"""A year of 52 weeks ends a day before month 12: the visit of that month belongs to it."""


@dataclass(frozen=True, slots=True)
class EfficacySettings:
    """The choices behind one endpoint's results, made by `efficacy_settings` from the plan; hashable.

    Attributes
    ----------
    paramcd
        The endpoint.
    visits
        AVISIT of the visits after baseline that count; empty for all.
    by_arm
        Also by arm, where there are two or more.
    reference
        The arm the others are compared with; "" for placebo or control, else the first by name.
    response, covariance, covariates, mean_weights, baseline_by_visit, covariance_by_arm, df_method
    smallest_df, slope_time, level
        As in `ModelRules`.
    fewest_patients, fewest_share
        A visit with changes of fewer patients, or of a smaller share of those with any change, is in no
        model (`VisitRules`).
    planned_months
        Planned length of treatment: no later visit stands for the endpoint; infinite where the plan has none.
    """

    paramcd: str
    visits: tuple[str, ...]
    by_arm: bool
    reference: str
    response: Response
    covariance: str
    covariates: tuple[str, ...]
    mean_weights: MeanWeights
    baseline_by_visit: bool
    covariance_by_arm: bool
    df_method: str
    smallest_df: float
    slope_time: SlopeTime
    level: float
    fewest_patients: int
    fewest_share: float
    planned_months: float

    @property
    def slope_df_method(self) -> str:
        """Method of the slope's degrees of freedom: lme4 and pbkrtest use the expected information."""
        return "kenward-roger-expected" if self.df_method == "kenward-roger" else self.df_method


def efficacy_settings(
    plan: AnalysisPlan, paramcd: str, *, visits: tuple[str, ...] = (), by_arm: bool = True
) -> EfficacySettings:
    """Return how the plan has one endpoint modelled."""
    model, planned = plan.model, plan.study.duration_days
    return EfficacySettings(
        paramcd=paramcd,
        visits=visits,
        by_arm=by_arm,
        reference=plan.arms.reference,
        response="CHG" if card_of(paramcd).is_change else model.response,  # no baseline to be a visit
        covariance=model.covariance,
        covariates=model.covariates,
        mean_weights=model.mean_weights,
        baseline_by_visit=model.baseline_by_visit,
        covariance_by_arm=model.covariance_by_arm,
        df_method=model.df_method,
        smallest_df=model.smallest_df,
        slope_time=model.slope_time,
        level=model.level,
        fewest_patients=plan.visits.fewest_patients,
        fewest_share=plan.visits.fewest_percent / 100,
        planned_months=math.inf if planned is None else (planned + HALF_MONTH) / DAYS_PER_MONTH,
    )
