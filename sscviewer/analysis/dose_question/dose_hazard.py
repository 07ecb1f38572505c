"""The weekly risk of a dose-limiting event by dose and time, each patient with an own tolerance.

**Source**: resources/methods/dose_question.md.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from sscviewer.analysis.dose_question.hazard_likelihood import HazardPosterior, HazardRows, gaussian_nodes
from sscviewer.analysis.plan.dose_question import HazardPriors
from sscviewer.analysis.reml.errors import FitError
from sscviewer.analysis.stopping import stop_if_unwanted
from sscviewer.model.arrays import Floats
from sscviewer.model.sentence import say

TERMS = ("intercept", "log_dose", "log_week")
STARTS = ((-4.0, 0.0, 0.0, np.log(0.8)), (-4.0, 1.5, -0.5, 0.0), (-3.0, 0.0, 0.0, np.log(0.3)))
"""Where the search for the mode begins (intercept, log dose, log week, ln SD): a weekly risk of 2 % without
and with an effect of dose, and one of 5 % with little between patients. The best of the three is taken: with
few events the posterior may have more than one top."""
LAST_STEP, ROUNDING = 1e-7, 1e-12
"""A shorter Newton step, or a smaller change of the log posterior, is rest."""
MOST_STEPS, MOST_HALVINGS, LONGEST_STEP = 100, 40, 2.0
"""Of the search, whose steps are in logs of odds; where 100 do not do there is no estimate."""


@dataclass(frozen=True)
class DoseHazardFit:
    """A fitted weekly hazard: logit risk = intercept + log_dose x + log_week t + a patient's own intercept.

    Attributes
    ----------
    coefficients : pandas.DataFrame
        Index intercept, log_dose, log_week (not without time); estimate, se, lower, upper. Log odds, per unit
        of ln(dose / reference dose) and ln(week / reference week).
    patient_sd : float
        SD of the patients' own intercepts.
    vcov : (p + 1, p + 1)
        Of the coefficients and the log of the SD: inverse curvature of the log posterior at its maximum.
    objective : float
        Minus log likelihood minus log priors (without constants) at the maximum.
    reference_dose, reference_week : float
    n_subjects, n_weeks, n_events : int
    level : float
    method : str
    warnings : tuple of str
    """

    coefficients: pd.DataFrame
    patient_sd: float
    vcov: Floats
    objective: float
    reference_dose: float
    reference_week: float
    n_subjects: int
    n_weeks: int
    n_events: int
    level: float
    method: str
    warnings: tuple[str, ...]

    @property
    def beta(self) -> Floats:
        """The coefficients (p,)."""
        return self.coefficients["estimate"].to_numpy(dtype=np.float64)

    @property
    def odds_ratio_per_doubling(self) -> tuple[float, float, float]:
        """What a doubling of the dose multiplies the weekly odds by, with its interval."""
        row = self.coefficients.loc["log_dose"]
        ratio, lower, upper = 2.0 ** row[["estimate", "lower", "upper"]].to_numpy(dtype=np.float64)
        return float(ratio), float(lower), float(upper)

    def design(self, dose: npt.ArrayLike) -> Floats:
        """Return the model matrix (weeks, p) of a path of doses, one per week from week 1."""
        return _design(
            np.asarray(dose, dtype=np.float64),
            np.arange(1.0, np.size(dose) + 1.0),
            self.reference_dose,
            self.reference_week,
            time="log_week" in self.coefficients.index,
        )

    def tolerates(self, dose: npt.ArrayLike) -> tuple[float, float, float]:
        """Return the probability that a new patient has no event on a path of doses, with its interval.

        Parameters
        ----------
        dose : (weeks,)
            Above 0, one per week from week 1.

        The patient's own intercept is integrated out; the interval is by the delta method on the logit.
        """
        x = self.design(dose)
        nodes, weights = gaussian_nodes()
        eta = (x @ self.beta)[:, None] + self.patient_sd * nodes
        risk = 1.0 / (1.0 + np.exp(-eta))
        free = np.exp(-np.logaddexp(0.0, eta).sum(axis=0))
        share = float(weights @ free)
        slope = -(weights * free) @ np.column_stack([risk.T @ x, self.patient_sd * nodes * risk.sum(axis=0)])
        se = float(np.sqrt(slope @ self.vcov @ slope)) / (share * (1.0 - share))
        logit = np.log(share / (1.0 - share))
        half = _quantile(self.level) * se
        lower, upper = (float(1.0 / (1.0 + np.exp(-limit))) for limit in (logit - half, logit + half))
        return share, lower, upper


def fit_dose_hazard(
    data: pd.DataFrame,
    *,
    subject: str = "USUBJID",
    dose: str = "DOSE",
    week: str = "WEEK",
    event: str = "LIMITING",
    time: bool,
    reference_dose: float,
    reference_week: float,
    priors: HazardPriors,
    level: float,
) -> DoseHazardFit:
    """Fit the weekly hazard: the maximum of the marginal log likelihood plus the log priors.

    Parameters
    ----------
    data : pandas.DataFrame
        One row per patient and week at risk, as from `person_weeks`. Rows with a gap, or with a dose or week
        not above 0, are dropped and counted in `warnings`.
    subject, dose, week, event : str
        Columns; the event is 0 or 1.
    time : bool
        Whether the week counts.

    Raises
    ------
    FitError
        Without any event, or with an event in every row.

    The patient effect is integrated by the trapezoid rule on 161 nodes from -8 to 8 SD, exact to rounding for
    these smooth integrands (25 Gauss-Hermite nodes are not).

    **Source**: resources/methods/dose_question.md; compared with R there.
    """
    rows, dropped = _complete(data, subject, dose, week, event)
    n_events = int(rows[event].sum())
    if n_events in (0, len(rows)):
        raise FitError(
            say("No dose-limiting event: the risk by dose cannot be estimated.")
            if n_events == 0
            else say("A dose-limiting event in every week: the risk by dose cannot be estimated.")
        )
    doses, weeks = rows[dose].to_numpy(dtype=np.float64), rows[week].to_numpy(dtype=np.float64)
    x = _design(doses, weeks, reference_dose, reference_week, time=time)
    codes = pd.factorize(rows[subject])[0]
    posterior = HazardPosterior(
        HazardRows.of(x, rows[event].to_numpy(dtype=np.float64), codes),
        np.array([priors.intercept, priors.log_dose, priors.log_week][: x.shape[1]]),
        priors.patient_sd,
    )
    theta, objective, hessian = _maximum(posterior, x.shape[1])
    vcov = np.asarray(np.linalg.inv(hessian), dtype=np.float64)
    estimate, se = theta[:-1], np.sqrt(np.diag(vcov))[:-1]
    half = _quantile(level) * se
    names = list(TERMS[: x.shape[1]])
    notes = (
        [say("{dropped} rows without a dose, week or event were left out.", dropped=dropped)]
        if dropped
        else []
    )
    if np.ptp(doses) == 0:
        notes.append(say("One dose only: how the risk goes with dose is the prior's, not the data's."))
    return DoseHazardFit(
        coefficients=pd.DataFrame(
            {"estimate": estimate, "se": se, "lower": estimate - half, "upper": estimate + half}, index=names
        ),
        patient_sd=float(np.exp(theta[-1])),
        vcov=vcov,
        objective=objective,
        reference_dose=reference_dose,
        reference_week=reference_week,
        n_subjects=int(codes.max()) + 1,
        n_weeks=len(rows),
        n_events=n_events,
        level=level,
        method="weekly logistic hazard, normal random intercept by patient, weak priors; posterior mode",
        warnings=tuple(notes),
    )


def _complete(data: pd.DataFrame, subject: str, dose: str, week: str, event: str) -> tuple[pd.DataFrame, int]:
    known = data[[subject, dose, week, event]].notna().all(axis=1) & (data[dose] > 0) & (data[week] > 0)
    return data.loc[known], int((~known).sum())


def _design(
    dose: Floats, week: Floats, reference_dose: float, reference_week: float, *, time: bool
) -> Floats:
    columns = [np.ones_like(dose), np.log(dose / reference_dose)]
    return np.column_stack([*columns, np.log(week / reference_week)] if time else columns)


def _maximum(posterior: HazardPosterior, p: int) -> tuple[Floats, float, Floats]:
    """Return theta, the objective and its curvature at the maximum, from the first start that leads there."""
    for start in STARTS:
        found = _newton(posterior, np.array([*start[:p], start[-1]]))
        if found is not None:
            return found
    raise FitError(say("The weekly hazard cannot be estimated: the search for its maximum found none."))


def _newton(posterior: HazardPosterior, theta: Floats) -> tuple[Floats, float, Floats] | None:
    """Return theta, objective and curvature once Newton's step is nothing; None where it never is."""
    value, gradient, hessian = posterior.at(theta)
    for _ in range(MOST_STEPS):
        stop_if_unwanted()
        step = _downhill(hessian, gradient)
        size = float(np.abs(step).max())
        for _ in range(MOST_HALVINGS):
            now = posterior.at(theta - step)
            if now[0] <= value + ROUNDING * abs(value):
                break
            step = step / 2.0
        else:
            return None
        theta, (value, gradient, hessian) = theta - step, now
        if size < LAST_STEP:
            return (theta, value, hessian) if np.linalg.eigvalsh(hessian)[0] > 0 else None
    return None


def _downhill(hessian: Floats, gradient: Floats) -> Floats:
    """Return Newton's step, with directions of negative curvature turned round; no longer than 2."""
    values, vectors = np.linalg.eigh(hessian)
    step = vectors @ ((vectors.T @ gradient) / np.maximum(np.abs(values), 1e-6))
    longest = float(np.abs(step).max())
    # 2 on the scale of logs is a factor of seven: farther off the quadratic says nothing of the likelihood
    return np.asarray(step if longest <= LONGEST_STEP else step * (LONGEST_STEP / longest))


def _quantile(level: float) -> float:
    from scipy.special import ndtri  # heavy: only when asked for

    return float(ndtri(0.5 + level / 2.0))
