"""What the random-slope model says behind one patient: the cohort's mean line and the patient's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from sscviewer.analysis.efficacy.efficacy_settings import efficacy_settings
from sscviewer.analysis.estimate import few_df, without_interval
from sscviewer.analysis.modelled import has_course
from sscviewer.analysis.plan import AnalysisPlan
from sscviewer.analysis.population import population
from sscviewer.model.arrays import Floats
from sscviewer.model.rules import planned_day
from sscviewer.model.sentence import joined, say
from sscviewer.model.study import Study

POINTS = 25
"""Points of the band: enough that its curved edges look curved."""
LEAST_SUBJECTS = 5
"""Fewer patients than this are better looked at than modelled."""


@dataclass(frozen=True, slots=True)
class ModelLines:
    """A random-intercept-and-slope model of one endpoint, as lines in study days.

    Attributes
    ----------
    day, mean, lower, upper : (k,) the cohort's mean with its interval at `level` (Kenward-Roger)
    own : each patient's predicted line, as (day, value) of its first and last modelled value
    n_subjects, n_obs : what the model rests on
    note : what must be known about the fit; "" when nothing

    **Source**: resources/methods/mixed_models.md.
    """

    paramcd: str
    day: Floats
    mean: Floats
    lower: Floats
    upper: Floats
    own: Mapping[str, tuple[Floats, Floats]]
    n_subjects: int
    n_obs: int
    level: float
    note: str


def model_lines(study: Study, plan: AnalysisPlan, paramcd: str) -> ModelLines | None:
    """Return the model's lines of one endpoint; None where there is too little to model.

    All treated patients with a value, visits at their planned months, as in `analyse`.
    """
    # The engine and what it needs load only when a line is wanted.
    from sscviewer.analysis.efficacy.diagnostics import random_effects
    from sscviewer.analysis.efficacy.model_rows import model_frame
    from sscviewer.analysis.efficacy.slope_model import slope_model

    settings = efficacy_settings(plan, paramcd)
    frame = model_frame(study, population(study, plan.arms.efficacy), settings)
    if not has_course(frame) or frame["USUBJID"].nunique() < LEAST_SUBJECTS:
        return None
    model = slope_model(frame, settings)
    fit, data = model.fit, model.rows
    if fit is None:
        return None
    months = np.linspace(0.0, float(data["MONTH"].max()), POINTS)
    points = [fit.contrast({"(Intercept)": 1.0, "MONTH": month}) for month in months]
    notes, df = list(fit.warnings), min(point.df for point in points)
    if df < settings.smallest_df:
        points = [without_interval(point) for point in points]
        notes.append(say("The line has no interval, for {why}.", why=few_df(df, settings.smallest_df)))
    intercept, slope = fit.coefficients["estimate"].to_numpy()
    effects = random_effects(fit)
    spans = data.groupby("USUBJID")["MONTH"].agg(["min", "max"])
    own = {
        str(usubjid): (
            planned_day(ends),
            intercept + departure[0] + (slope + departure[1]) * ends,
        )
        for usubjid, departure in zip(effects.index, effects.to_numpy(), strict=True)
        for ends in [spans.loc[usubjid].to_numpy(dtype=np.float64)]
        if ends[1] > ends[0]
    }
    return ModelLines(
        paramcd=paramcd,
        day=planned_day(months),
        mean=np.array([point.estimate for point in points]),
        lower=np.array([point.lower for point in points]),
        upper=np.array([point.upper for point in points]),
        own=MappingProxyType(own),
        n_subjects=fit.n_subjects,
        n_obs=fit.n_obs,
        level=fit.level,
        note=joined(notes),
    )
