"""Which trial would answer the question: parallel doses, planned from the fits and their uncertainty.

**Source**: resources/methods/dose_question.md; assurance: O'Hagan, Stevens & Campbell, Pharm Stat 2005;4:187.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from sscviewer.analysis.dose_question.benefit import Benefit
from sscviewer.analysis.dose_question.dose_hazard import DoseHazardFit
from sscviewer.analysis.dose_question.hazard_likelihood import share_without_event
from sscviewer.analysis.dose_question.person_weeks import WEEK_DAYS
from sscviewer.analysis.dose_question.titration import Titration
from sscviewer.analysis.dose_question.trend_test import trend_test
from sscviewer.analysis.dose_question.virtual_arms import VirtualArms, past_trial, virtual_arms
from sscviewer.analysis.proportion import CLOPPER_PEARSON, proportion_intervals
from sscviewer.analysis.random_slope import RandomSlopeFit
from sscviewer.analysis.reml.errors import FitError
from sscviewer.model.arrays import Floats
from sscviewer.model.sentence import joined, say

Progress = Callable[[float], bool]
"""Told how far the work is (0 to 1); returns False to stop it."""
WEEKS_PER_YEAR = 52.0
"""A year of a protocol, whose visits are 52 weeks; a calendar year has 52.18, 0.3 % more."""
SIMULATION_PART = 0.7
"""About this share of the work is simulating; for the progress told, nothing else."""
FIRST_TIMES = 20
"""Trials simulated before the first word of how long it takes."""
POWER_WANTED = 0.8
"""The usual power (ICH E9 3.5: 80 to 90 %); a rare disease may have to do with less, which the curve
shows."""
OUTER = (0.1, 0.9)
"""Quantiles of what simulated trials would find: the span into which four of five of them fall."""


@dataclass(frozen=True, slots=True)
class NextTrialSettings:
    """The design asked about.

    Attributes
    ----------
    doses
        Of the parallel arms, ascending, 0 for placebo.
    duration_weeks, visit_weeks
        Length; weeks between visits.
    alpha
        Of the trend test, one-sided.
    numbers
        Patients an arm, one row of the table each.
    lost_per_year
        Share who stop for reasons other than events in a year; None: as in this trial.
    half_width
        Wanted of the interval of the tolerated share (0.1: plus or minus 10 points).
    difference
        To be found between the arms of the highest and the lowest dose at the end, for the better, in
        proportion to what the arms would take; None: what the fits expect.
    draws, patients, seed
        Sets of parameters drawn from the fits; virtual patients an arm in each.
    """

    doses: tuple[float, ...]
    duration_weeks: int
    alpha: float
    seed: int
    numbers: tuple[int, ...] = (10, 15, 20, 30, 40, 60, 80, 100, 150, 200)
    visit_weeks: int = 13
    lost_per_year: float | None = None
    half_width: float = 0.15
    difference: float | None = None
    draws: int = 200
    patients: int = 200


@dataclass(frozen=True, slots=True)
class PlannedArm:
    """What the fits expect of one arm, each as (estimate, 10 % and 90 % of the draws).

    Attributes
    ----------
    tolerates
        Share without a dose-limiting event to the end.
    staying
        Share still measured at the end.
    change
        Of the endpoint at the end.
    """

    dose: float
    tolerates: tuple[float, float, float]
    staying: tuple[float, float, float]
    change: tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class PlannedNumber:
    """One row of the table.

    Attributes
    ----------
    power
        Of the trend test if the fitted models are exactly true.
    assurance
        Averaged over what the fits leave open, and the 10 and 90 % of the draws.
    half_width
        Expected half width of the widest arm's interval of the tolerated share.
    width_assurance
        Share of the draws in which it is at most the one wanted.
    """

    per_arm: int
    power: float
    assurance: float
    power_low: float
    power_high: float
    half_width: float
    width_assurance: float


@dataclass(frozen=True, slots=True)
class NextTrial:
    """The planned trial.

    Attributes
    ----------
    for_power, for_width
        Smallest number an arm in the table that reaches it; None: none does.
    improves
        Whether the highest arm is expected to do better than the lowest.
    level
        Of the intervals of the tolerated share.
    """

    settings: NextTrialSettings
    paramcd: str
    unit: str
    lost_per_week: float
    stop_share: float
    arms: tuple[PlannedArm, ...]
    rows: tuple[PlannedNumber, ...]
    for_power: int | None
    for_width: int | None
    improves: bool
    level: float


def plan_next_trial(
    found: Titration,
    hazard: DoseHazardFit,
    benefit: Benefit,
    settings: NextTrialSettings,
    progress: Progress = lambda fraction: True,
) -> NextTrial | None:
    """Return the planned trial; None when `progress` stopped it.

    Parameters
    ----------
    benefit
        The "exposure" model of the endpoint, with its fit.

    Raises
    ------
    FitError
        Of a design that cannot be planned, with the reason.

    Coefficients are drawn from their normal approximations; variances stay at their estimates. Power is of
    the mean change at the end by the random-slope model, of all patients as randomised, with the doses they
    would really take; values after stopping are not measured and are taken as missing at random.
    """
    fit = benefit.fit
    if fit is None or not benefit.has_interval:
        raise FitError(
            say("No model of {paramcd}: {notes}", paramcd=benefit.paramcd, notes=joined(benefit.notes))
        )
    if len(set(settings.doses)) < 2 or settings.duration_weeks < 2 * settings.visit_weeks:
        raise FitError(say("A trial of dose needs two different doses and two visits after baseline."))
    world = _simulate(found, hazard, fit, settings, progress)
    if world is None:
        return None
    variance = _variance(found, fit, settings, world.staying.mean(axis=0))
    if not np.isfinite(variance).all():
        raise FitError(say("Nobody would stay to the first visit in one of the arms."))
    better = _better(benefit.better, settings, world)
    rows = _rows(settings, variance, better, world.shares, found.rules.level, progress)
    if rows is None:
        return None
    past = past_trial(found)
    return NextTrial(
        settings=settings,
        paramcd=benefit.paramcd,
        unit=found.unit,
        lost_per_week=_lost(found, settings),
        stop_share=past.stop_share,
        arms=tuple(_arm(world, k, dose) for k, dose in enumerate(settings.doses)),
        rows=rows,
        for_power=_smallest(rows, [row.power >= POWER_WANTED for row in rows]),
        for_width=_smallest(rows, [row.half_width <= settings.half_width for row in rows]),
        improves=bool(better[0, -1] > better[0, 0]),
        level=found.rules.level,
    )


def _better(way: int, settings: NextTrialSettings, world: "_World") -> Floats:
    """Return the changes that the test is to find, (draws + 1, arms), higher being better."""
    if settings.difference is None:
        return way * world.change
    spread = world.exposure[:, [-1]] - world.exposure[:, [0]]
    return np.asarray(settings.difference * (world.exposure - world.exposure[:, [0]]) / spread)


@dataclass(frozen=True, slots=True)
class _World:
    """What becomes of the arms under each set of parameters, the first set being the estimates themselves.

    Attributes
    ----------
    shares, exposure, change : (draws + 1, arms)
    staying : (draws + 1, arms, visits)
    """

    shares: Floats
    exposure: Floats
    change: Floats
    staying: Floats


def _simulate(
    found: Titration,
    hazard: DoseHazardFit,
    fit: RandomSlopeFit,
    settings: NextTrialSettings,
    progress: Progress,
) -> _World | None:
    rng = np.random.default_rng(settings.seed)
    past, lost, weeks = past_trial(found), _lost(found, settings), settings.duration_weeks
    paths = [found.schedule.path(dose, weeks) if dose > 0 else np.zeros(weeks) for dose in settings.doses]
    scale = (hazard.reference_dose, hazard.reference_week)
    mode = np.append(hazard.beta, np.log(hazard.patient_sd))
    theta = _around(mode, hazard.vcov, settings.draws, rng)
    sets: list[VirtualArms] = []
    shares = np.ones((len(theta), len(paths)))
    for i, one in enumerate(theta):
        if not progress(SIMULATION_PART * i / len(theta)):
            return None
        own = (one[:-1], float(np.exp(one[-1])))
        shares[i] = [share_without_event(hazard.design(p), *own) if p.all() else 1.0 for p in paths]
        # the first set, which everybody reads, has more patients and so less chance in it
        patients = settings.patients if i else FIRST_TIMES * settings.patients
        sets.append(virtual_arms(own, paths, past, scale, _visits(settings), lost, patients, rng))
    exposure = np.array([arms.exposure for arms in sets])
    terms = ["TIME", "EXPOSURE"]
    slopes = fit.coefficients.loc[terms, "estimate"].to_numpy(dtype=np.float64)
    covariance = fit.vcov.loc[terms, terms].to_numpy(dtype=np.float64)
    beta = _around(slopes, covariance, settings.draws, rng)
    days = settings.duration_weeks * WEEK_DAYS
    window = days if found.rules.exposure_days is None else min(found.rules.exposure_days, days)
    so_far = exposure * (window / days) / (found.rules.per_dose * found.duration_days)
    change = beta[:, [0]] * (days / found.duration_days) + beta[:, [1]] * so_far
    return _World(shares, exposure, change, np.array([arms.staying for arms in sets]))


def _around(mode: Floats, covariance: Floats, draws: int, rng: np.random.Generator) -> Floats:
    """Return the mode and so many draws about it, (draws + 1, p)."""
    return np.vstack([mode, rng.multivariate_normal(mode, covariance, size=draws, method="cholesky")])


def _visits(settings: NextTrialSettings) -> list[int]:
    regular = range(settings.visit_weeks, settings.duration_weeks, settings.visit_weeks)
    return [*regular, settings.duration_weeks]


def _lost(found: Titration, settings: NextTrialSettings) -> float:
    if settings.lost_per_year is None:
        return past_trial(found).lost_per_week
    return float(1.0 - (1.0 - settings.lost_per_year) ** (1.0 / WEEKS_PER_YEAR))


def _variance(found: Titration, fit: RandomSlopeFit, settings: NextTrialSettings, staying: Floats) -> Floats:
    """Return the variance (arms,) that one patient's share in an arm's mean change at the end has.

    Parameters
    ----------
    staying : (arms, visits)

    The information of each pattern of leaving, weighted by how often it comes about; a baseline of its own
    for each arm, which is a little more careful than a common one.
    """
    times = np.array([0, *_visits(settings)]) / found.duration_weeks
    random = fit.random_covariance.to_numpy(dtype=np.float64)
    x = np.column_stack([np.ones_like(times), times])
    information = []
    for k in range(1, times.size + 1):
        covariance = x[:k] @ random @ x[:k].T + fit.residual_variance * np.eye(k)
        information.append(x[:k].T @ np.linalg.solve(covariance, x[:k]))
    out = []
    for stay in staying:
        leaving = -np.diff(np.concatenate([[1.0], stay, [0.0]]))
        total = np.tensordot(leaving, np.array(information), axes=1)
        singular = np.linalg.det(total) <= 0 or stay[0] == 0
        out.append(np.inf if singular else times[-1] ** 2 * np.linalg.inv(total)[1, 1])
    return np.array(out)


def _rows(
    settings: NextTrialSettings,
    variance: Floats,
    better: Floats,
    shares: Floats,
    level: float,
    progress: Progress,
) -> tuple[PlannedNumber, ...] | None:
    test = trend_test(settings.doses, variance, settings.alpha, settings.seed)
    active = np.array(settings.doses) > 0
    rows = []
    for i, n in enumerate(settings.numbers):
        if not progress(SIMULATION_PART + (1.0 - SIMULATION_PART) * i / len(settings.numbers)):
            return None
        power = test.power(better, n)
        widths = _half_widths(n, shares[:, active], level).max(axis=1)
        low, high = np.quantile(power[1:], OUTER)
        rows.append(
            PlannedNumber(
                per_arm=n,
                power=float(power[0]),
                assurance=float(power[1:].mean()),
                power_low=float(low),
                power_high=float(high),
                half_width=float(widths[0]),
                width_assurance=float((widths[1:] <= settings.half_width).mean()),
            )
        )
    progress(1.0)
    return tuple(rows)


def _half_widths(n: int, shares: Floats, level: float) -> Floats:
    """Return the expected half width of the exact interval of shares (any shape) seen in n patients."""
    from scipy.stats import binom  # heavy: only when planned

    counts = np.arange(n + 1)
    low, high = proportion_intervals(counts, np.full(n + 1, n), level, CLOPPER_PEARSON)
    return np.asarray(binom.pmf(counts, n, shares[..., None]) @ ((high - low) / 2.0))


def _arm(world: _World, k: int, dose: float) -> PlannedArm:
    columns = (world.shares, world.staying[:, :, -1], world.change)
    return PlannedArm(dose, *(_spread(column[:, k]) for column in columns))


def _spread(values: Floats) -> tuple[float, float, float]:
    low, high = np.quantile(values[1:], OUTER)
    return float(values[0]), float(low), float(high)


def _smallest(rows: tuple[PlannedNumber, ...], reached: list[bool]) -> int | None:
    return next((row.per_arm for row, enough in zip(rows, reached, strict=True) if enough), None)
