"""Patients of a trial yet to be: what the fitted models say would become of arms at constant doses."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sscviewer.analysis.dose_question.person_weeks import WEEK_DAYS
from sscviewer.analysis.dose_question.titration import Titration
from sscviewer.analysis.patient.dose_course import LINK_DAYS
from sscviewer.model.arrays import Floats


@dataclass(frozen=True, slots=True)
class PastTrial:
    """What the next trial takes over from this one.

    Attributes
    ----------
    levels : (k,) doses given, ascending: a reduction goes to the next one down
    stop_share
        Share of dose-limiting events after which the drug was not taken again, some last days apart.
    lost_per_week
        Weekly risk of stopping for another reason.
    """

    levels: Floats
    stop_share: float
    lost_per_week: float


@dataclass(frozen=True, slots=True)
class VirtualArms:
    """What becomes of the arms under one set of parameters.

    Attributes
    ----------
    exposure : (arms,) mean sum of daily doses over the trial, no dose counting as 0
    staying : (arms, visits) share still in the trial at each visit
    """

    exposure: Floats
    staying: Floats


def past_trial(found: Titration) -> PastTrial:
    """Return what a titration trial says of stopping."""
    events = [(patient, event) for patient in found.patients for event in patient.events]
    early = found.duration_days - found.rules.end_slack_days
    # an infusion is in force to the end of the trial, though given long before: it is no early stop
    stops = sum(
        p.last_dose_day <= event.day + LINK_DAYS and p.last_covered_day <= early for p, event in events
    )
    competing = sum(patient.competing and patient.last_day <= early for patient in found.patients)
    weeks = sum(patient.last_day for patient in found.patients) / WEEK_DAYS
    return PastTrial(np.array(found.doses), stops / len(events) if events else 0.0, competing / weeks)


def virtual_arms(
    hazard: tuple[Floats, float],
    paths: Sequence[Floats],
    past: PastTrial,
    scale: tuple[float, float],
    visits: Sequence[int],
    lost_per_week: float,
    patients: int,
    rng: np.random.Generator,
) -> VirtualArms:
    """Return what becomes of arms of so many patients each.

    Parameters
    ----------
    hazard
        Coefficients (3,) of the weekly hazard and SD of the patients' intercepts.
    paths
        One (weeks,) array of doses per arm, 0 for placebo.
    scale
        Reference dose and week of the hazard.
    visits
        Weeks of the visits; the last is the end.

    After a dose-limiting event a patient stops with the past trial's share, and is then no longer measured,
    or goes on at the next lower dose (at the lowest: the same).
    """
    coefficients, patient_sd = hazard
    planned = np.array(paths)
    arms, weeks = planned.shape
    own = patient_sd * rng.standard_normal((arms, patients))
    cap = np.full((arms, patients), np.inf)
    active = np.ones((arms, patients), dtype=bool)
    total = np.zeros((arms, patients))
    staying = np.zeros((arms, len(visits)))
    below = np.concatenate([past.levels[:1], past.levels])
    for week in range(1, weeks + 1):
        dose = np.minimum(planned[:, [week - 1]], cap) * active
        total += WEEK_DAYS * dose
        given = dose > 0
        eta = coefficients[0] + coefficients[1] * np.log(np.where(given, dose, scale[0]) / scale[0]) + own
        eta += coefficients[2] * np.log(week / scale[1])
        draws = rng.uniform(size=(3, arms, patients))
        limiting = given & (draws[0] < 1.0 / (1.0 + np.exp(-eta)))
        stopped = limiting & (draws[1] < past.stop_share)
        lower = below[np.searchsorted(past.levels, np.maximum(dose, past.levels[0]))]
        cap = np.where(limiting, lower, cap)
        active &= ~stopped & (draws[2] >= lost_per_week)
        staying[:, [k for k, visit in enumerate(visits) if visit == week]] = active.mean(axis=1)[:, None]
    return VirtualArms(total.mean(axis=1), staying)
