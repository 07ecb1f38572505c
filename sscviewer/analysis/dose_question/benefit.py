"""What a dose does to an endpoint: random slopes with the exposure so far, and its within-patient part.

**Source**: resources/methods/dose_question.md.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
import pandas as pd

from sscviewer.analysis.dose_question.patient_days import PatientDays
from sscviewer.analysis.estimate import Estimate, few_df, without_interval
from sscviewer.analysis.modelled import endpoint_frame, measured_rows, modelled_parameters
from sscviewer.analysis.plan.dose_question import DoseQuestionRules
from sscviewer.analysis.population import Population
from sscviewer.analysis.random_slope import RandomSlopeFit, fit_random_slope
from sscviewer.analysis.reml.errors import FitError
from sscviewer.model.arrays import Floats
from sscviewer.model.dates import elapsed_days
from sscviewer.model.endpoint_cards import way_of
from sscviewer.model.sentence import say, sentence_of
from sscviewer.model.study import Study

Model = Literal["exposure", "within"]
FORMULAS: dict[Model, str] = {
    "exposure": "AVAL ~ TIME + EXPOSURE",
    "within": "AVAL ~ TIME + BETWEEN + WITHIN",
}
DF_METHOD = "kenward-roger-expected"


@dataclass(frozen=True, slots=True)
class Benefit:
    """One endpoint under one model.

    Attributes
    ----------
    fit
        None where the model cannot be estimated; `notes` say why.
    per_dose
        What `rules.per_dose` more, taken throughout, adds to the change at the planned end.
    changes
        (dose, change at the planned end on that dose throughout), ascending.
    better
        +1 where higher is better, -1 where lower is; +1 too where nobody said.
    """

    paramcd: str
    model: Model
    fit: RandomSlopeFit | None
    per_dose: Estimate | None
    changes: tuple[tuple[float, Estimate], ...]
    notes: tuple[str, ...]
    better: int = 1

    @property
    def has_interval(self) -> bool:
        """Whether the effect of the dose has an interval: enough degrees of freedom for one."""
        return self.per_dose is not None and math.isfinite(self.per_dose.lower)


def benefits(
    study: Study,
    who: Population,
    patients: Sequence[PatientDays],
    doses: Sequence[float],
    duration_days: int,
    rules: DoseQuestionRules,
    smallest_df: float,
) -> tuple[Benefit, ...]:
    """Return both models of every endpoint of the trial.

    Parameters
    ----------
    smallest_df
        An estimate of fewer degrees of freedom has no interval, with the reason in the notes of its model.
    doses
        At which the change is given.
    """
    out = []
    for paramcd in dose_endpoints(study):
        rows = exposure_rows(
            measured_rows(endpoint_frame(study, who, paramcd)), patients, duration_days, rules
        )
        average = _average_between(rows)
        made = (
            _benefit(paramcd, model, rows, average, doses, duration_days, rules, smallest_df)
            for model in FORMULAS
        )
        better = way_of(study.parameters[paramcd]) or 1
        out += [replace(one, better=better) for one in made]
    return tuple(out)


def dose_endpoints(study: Study) -> tuple[str, ...]:
    """Return the endpoints asked about: those the program knows, else the ones it models."""
    known = tuple(one.paramcd for one in study.parameters.values() if one.kind == "endpoint")
    return known or modelled_parameters(study)


def exposure_rows(
    frame: pd.DataFrame, patients: Sequence[PatientDays], duration_days: int, rules: DoseQuestionRules
) -> pd.DataFrame:
    """Return the values with time and exposure beside them.

    Parameters
    ----------
    frame
        As `endpoint_frame` gives it.

    Returns
    -------
    DataFrame
        USUBJID, AVAL; TIME since the first dose in planned durations; EXPOSURE, the sum of the doses in
        force on the days before the value (on the last `exposure_days`) in `per_dose` x planned durations;
        BETWEEN, what it would be on the patient's average dose of the whole log; WITHIN, the rest. Days
        without a record count as no dose.
    """
    place = {patient.usubjid: k for k, patient in enumerate(patients)}
    rows = frame[frame["USUBJID"].isin(place) & frame["AVAL"].notna() & frame["ADY"].notna()]
    elapsed = elapsed_days(rows["ADY"].to_numpy(dtype=np.float64))
    window = np.inf if rules.exposure_days is None else float(rules.exposure_days)
    unit = rules.per_dose * duration_days
    own = np.array([place[usubjid] for usubjid in rows["USUBJID"]], dtype=np.int64)
    lasts = np.array([patient.last_day for patient in patients], dtype=np.int64)
    # the doses in force on all days before each day of a patient, the last of the log included at the end
    first = np.cumsum(lasts + 1) - (lasts + 1)  # where each patient's sums begin
    taken = np.zeros(int((lasts + 1).sum()))
    for at, patient in zip(first.tolist(), patients, strict=True):
        taken[at + 1 : at + 1 + patient.last_day] = patient.dose
    taken[np.isnan(taken)] = 0.0
    for at, patient in zip(first.tolist(), patients, strict=True):
        np.cumsum(taken[at : at + 1 + patient.last_day], out=taken[at : at + 1 + patient.last_day])
    average = taken[first + lasts] / lasts
    before = np.maximum(elapsed.astype(np.int64), 0)
    since = np.maximum(before - window, 0).astype(np.int64)
    until, start = (first[own] + np.minimum(day, lasts[own]) for day in (before, since))
    exposure = (taken[until] - taken[start]) / unit
    between = np.clip(elapsed, 0.0, window) * average[own] / unit
    return pd.DataFrame(
        {
            "USUBJID": rows["USUBJID"].to_numpy(),
            "AVAL": rows["AVAL"].to_numpy(dtype=np.float64),
            "TIME": elapsed / duration_days,
            "EXPOSURE": exposure,
            "BETWEEN": between,
            "WITHIN": exposure - between,
        }
    )


def disagree(first: Estimate, second: Estimate) -> bool:
    """Return whether either estimate lies outside the interval of the other, where that has one."""
    outside = (first.estimate, second), (second.estimate, first)
    return any(estimate < other.lower or estimate > other.upper for estimate, other in outside)


def _benefit(
    paramcd: str,
    model: Model,
    rows: pd.DataFrame,
    average: float,
    doses: Sequence[float],
    duration_days: int,
    rules: DoseQuestionRules,
    smallest_df: float,
) -> Benefit:
    if not len(rows) or np.ptp(rows["EXPOSURE"]) == 0:
        return Benefit(paramcd, model, None, None, (), (say("No values on treatment."),))
    try:
        fit = fit_random_slope(
            rows, FORMULAS[model], subject="USUBJID", time="TIME", df=DF_METHOD, level=rules.level
        )
    except FitError as error:
        return Benefit(paramcd, model, None, None, (), (sentence_of(error),))
    window = duration_days if rules.exposure_days is None else rules.exposure_days
    full = min(window / duration_days, 1.0)
    effect = "EXPOSURE" if model == "exposure" else "WITHIN"
    notes = list(fit.warnings)

    def told(contrast: dict[str, float], what: str) -> Estimate:
        """Return an estimate, without interval where it has too few degrees of freedom, which is noted."""
        value = fit.contrast(contrast)
        if value.df < smallest_df:
            notes.append(say("{what}: no interval, for {why}.", what=what, why=few_df(value.df, smallest_df)))
            return without_interval(value)
        return value

    per_dose = told({effect: full}, "Effect of the dose")
    changes = tuple(
        (dose, told(_change(model, full * dose / rules.per_dose, average), f"Change at a dose of {dose:g}"))
        for dose in doses
    )
    return Benefit(paramcd, model, fit, per_dose, changes, tuple(notes))


def _change(model: Model, exposure: float, average: float) -> dict[str, float]:
    """Return the contrast of the change at the end on one dose.

    Within patients: patients who on average took `average` change by b_time + b_between x average; the dose
    moves them from there by b_within for each unit more or less.
    """
    if model == "exposure":
        return {"TIME": 1.0, "EXPOSURE": exposure}
    return {"TIME": 1.0, "BETWEEN": average, "WITHIN": exposure - average}


def _average_between(rows: pd.DataFrame) -> float:
    """Return the patients' average exposure at the planned end, each patient once."""
    later = rows[rows["TIME"] > 0]
    own: Floats = (later["BETWEEN"] / later["TIME"]).groupby(later["USUBJID"]).mean().to_numpy()
    return float(own.mean()) if own.size else 0.0
