"""Each patient's slope: of the own values alone, and drawn towards the trial's as far as they are few."""

from dataclasses import dataclass

import numpy as np

from sscviewer.analysis.efficacy.efficacy_settings import EfficacySettings
from sscviewer.analysis.efficacy.model_rows import model_frame
from sscviewer.analysis.efficacy.slope_model import slope_model
from sscviewer.analysis.estimate import t_quantile
from sscviewer.analysis.number_words import unit_words
from sscviewer.analysis.population import Population
from sscviewer.analysis.random_slope import RandomSlopeFit
from sscviewer.model.arrays import Floats
from sscviewer.model.parameters import Parameter
from sscviewer.model.sentence import joined, say
from sscviewer.model.study import Study

MONTHS_PER_YEAR, ML_PER_L = 12.0, 1000.0
BAND = say("of the patient's own true slope, the variances taken as known; normal.")


@dataclass(frozen=True, slots=True)
class PatientSlope:
    """One patient's change a year, in `PatientSlopes.unit`.

    Attributes
    ----------
    own
        Least squares through the own values; NaN with values at fewer than two times.
    shrunk, lower, upper
        The model's: the mean slope and the patient's predicted deviation from it.
    """

    usubjid: str
    arm: str
    n: int
    own: float
    shrunk: float
    lower: float
    upper: float


@dataclass(frozen=True, slots=True)
class PatientSlopes:
    """Every patient's slope beside the trial's.

    Attributes
    ----------
    unit
        "mL a year" for volumes in litres, else the endpoint's unit a year.
    mean, mean_lower, mean_upper
        The trial's mean slope.
    sd
        Of the true slopes between patients.
    level
        Of all intervals.
    why_not
        Why there are none.
    """

    parameter: Parameter
    unit: str
    rows: tuple[PatientSlope, ...]
    mean: float
    mean_lower: float
    mean_upper: float
    sd: float
    level: float
    notes: tuple[str, ...]
    why_not: str = ""


def patient_slopes(study: Study, who: Population, settings: EfficacySettings) -> PatientSlopes:
    """Return every patient's slope by the plan's random-slope model.

    **Source**: Henderson, Biometrics 31 (1975) 423; Laird & Ware, Biometrics 38 (1982) 963.
    """
    parameter = study.parameters[settings.paramcd]
    in_ml = parameter.unit == "L"
    unit = "mL a year" if in_ml else f"{unit_words(parameter)} a year".strip()
    model = slope_model(model_frame(study, who, settings), settings)
    mean = model.slope()
    if model.fit is None or mean is None:
        why = joined(model.notes) or say("Nothing can be estimated.")
        nothing = (np.nan, np.nan, np.nan, np.nan)
        return PatientSlopes(parameter, unit, (), *nothing, settings.level, model.notes, why)
    scale = MONTHS_PER_YEAR * (ML_PER_L if in_ml else 1.0)
    arms = dict(zip(study.usubjids, who.arm, strict=True))
    fit = model.fit
    shrunk, se = predicted_slopes(fit)
    half = t_quantile(settings.level, np.inf) * se
    rows = []
    for code, usubjid in enumerate(fit.subjects):
        mine = fit.subject_codes == code
        own = own_slope(fit.times[mine], fit.design.y[mine])
        middle, reach = float(shrunk[code]), float(half[code])
        numbers = (scale * v for v in (own, middle, middle - reach, middle + reach))
        rows.append(PatientSlope(str(usubjid), str(arms[usubjid]), int(mine.sum()), *numbers))
    rows.sort(key=lambda row: row.shrunk)
    covariance = fit.random_covariance.to_numpy(dtype=np.float64)
    sd = float(np.sqrt(covariance[1, 1])) if len(covariance) > 1 else 0.0
    return PatientSlopes(
        parameter,
        unit,
        tuple(rows),
        mean=scale * mean.estimate,
        mean_lower=scale * mean.lower,
        mean_upper=scale * mean.upper,
        sd=scale * sd,
        level=settings.level,
        notes=(say("Intervals of {level:g} %: {of}", level=100 * settings.level, of=BAND), *model.notes),
    )


def own_slope(times: Floats, values: Floats) -> float:
    """Return the least-squares slope; NaN with values at fewer than two times."""
    centred = times - times.mean()
    spread = float(centred @ centred)
    return float(centred @ values) / spread if spread > 0 else float("nan")


def predicted_slopes(fit: RandomSlopeFit) -> tuple[Floats, Floats]:
    """Return each subject's slope (mean plus BLUP) per unit of time, and the SE of its prediction.

    The SE is that of Henderson's mixed-model equations: it holds the error of the mean slope too, and takes D
    and σ² as known, which makes it too short with few patients.
    """
    d = fit.random_covariance.to_numpy(dtype=np.float64)
    beta = fit.fitted.beta
    kept = fit.design.kept
    phi = fit.vcov.to_numpy(dtype=np.float64)[np.ix_(kept, kept)]
    slope = np.array([float(fit.terms[i] == fit.time) for i in np.arange(len(fit.terms))[kept]])
    out, errors = np.empty(len(fit.subjects)), np.empty(len(fit.subjects))
    for code in range(len(fit.subjects)):
        mine = np.flatnonzero(fit.subject_codes == code)
        z = np.column_stack([np.ones(len(mine)), fit.times[mine]])[:, : len(d)]
        x = fit.design.x[mine]
        effects, variance, pull = predicted(fit.design.y[mine] - x @ beta, x, z, d, fit.residual_variance)
        pick = np.zeros(len(d))
        pick[1:] = 1.0
        out[code] = slope @ beta + pick @ effects
        move = slope - pull.T @ pick
        errors[code] = np.sqrt(max(float(pick @ variance @ pick + move @ phi @ move), 0.0))
    return out, errors


def predicted(
    residual: Floats, x: Floats, z: Floats, d: Floats, sigma2: float
) -> tuple[Floats, Floats, Floats]:
    """Return one subject's predicted effects (r,), their variance given β (r, r), and D Z'V⁻¹X (r, p)."""
    inverse = np.linalg.inv(z @ d @ z.T + sigma2 * np.eye(len(z)))
    gain = d @ z.T @ inverse
    return gain @ residual, d - gain @ z @ d, gain @ x
