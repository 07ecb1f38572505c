"""Does the dose go with adverse events? Three ways of asking a study, each with what it cannot tell."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from sscviewer.analysis.dose.dose_bands import daily_dose
from sscviewer.analysis.dose.dose_periods import CountingRows, counting_rows, dose_periods
from sscviewer.analysis.dose.dose_rates import events_at_risk
from sscviewer.analysis.events.event_codes import code_events, counted_levels
from sscviewer.analysis.events.person_time import risk_time
from sscviewer.analysis.patient.dose_course import DoseCourse
from sscviewer.analysis.patient.dose_courses import dosed_courses
from sscviewer.analysis.plan import AnalysisPlan
from sscviewer.analysis.population import Population
from sscviewer.analysis.settled.clock import from_first_dose
from sscviewer.analysis.survival.case_crossover import WINDOW_DAYS, CaseCrossover, case_crossover
from sscviewer.analysis.survival.event_times import EventTimes, event_times
from sscviewer.analysis.survival.recurrent import DoseRateRatio, andersen_gill, poisson_regression
from sscviewer.model.arrays import Floats
from sscviewer.model.study import Study

RAISED = ("increase", "restart")
LOWERED = ("reduction", "interruption")


@dataclass(frozen=True, slots=True)
class DoseAndEvents:
    """Three analyses of one arm.

    Attributes
    ----------
    andersen_gill
        Patients compared at the same day since their first dose.
    poisson
        The same without regard to the day.
    crossover
        Each patient's first event: was the dose raised or restarted in the days before it, or in as many
        days before those?
    patients, paired
        Whom the regressions count, and whom the case-crossover.
    """

    arm: str
    andersen_gill: DoseRateRatio
    poisson: DoseRateRatio
    crossover: CaseCrossover
    patients: tuple[str, ...]
    paired: tuple[str, ...]


def dose_and_events(
    study: Study,
    who: Population,
    plan: AnalysisPlan,
    least_level: int,
) -> tuple[DoseAndEvents, ...]:
    """Return the three analyses of every arm with a dose above 0.

    Both regressions count the days and events that rates by dose count (`dose_rates`). The case-crossover
    asks about the first event of each patient whose day is known.

    Parameters
    ----------
    least_level
        Events of at least this grade (severity); 1 for all, without a grade too.
    """
    study = from_first_dose(study)
    lag_days, level = plan.doses.event_lag_days, plan.events.level
    courses = dosed_courses(study, who)
    times = event_times(study, who, plan.events)
    graded = (times.level >= least_level) | (least_level <= 1)
    times = times.chosen(graded & ~np.isnan(times.first))
    coded = code_events(study, plan.events)
    risk = risk_time(study, plan.events.risk_basis, plan.events.risk_days)
    daily, levels = daily_dose(risk), counted_levels(study, plan.events)[0]
    out = []
    for arm, members in who.arms:
        names = [usubjid for usubjid, member in zip(study.usubjids, members, strict=True) if member]
        own = {usubjid: courses[usubjid] for usubjid in names if usubjid in courses}
        if not any(course.cumulative > 0 for course in own.values()):
            continue
        entry, patient, day = events_at_risk(coded, risk, members)
        severe = (levels[coded.event[entry]] >= least_level) | (least_level <= 1)
        rows = counting_rows(dose_periods(daily, members, lag_days), patient[severe], day[severe] + 1)
        missed = ((rows.outside, "Events with no recorded dose, or after the last one, not counted"),)
        together = (rows.same_day, "Further events of a patient on one day, not counted")
        mine = times.chosen(members[times.subject])
        crossover, paired = _crossover(study, own, mine, level)
        out.append(
            DoseAndEvents(
                arm=arm,
                andersen_gill=_regression(andersen_gill, rows, (together, *missed), lag_days, level),
                poisson=_regression(poisson_regression, rows, missed, lag_days, level),
                crossover=crossover,
                patients=tuple(study.usubjids[k] for k in np.unique(rows.subject)),
                paired=paired,
            )
        )
    return tuple(out)


def _regression(
    fit: Callable[..., DoseRateRatio],
    rows: CountingRows,
    notes: tuple[tuple[int, str], ...],
    lag_days: int,
    level: float,
) -> DoseRateRatio:
    result = fit(rows.start, rows.stop, rows.events, rows.dose, rows.subject, lag_days=lag_days, level=level)
    return replace(result, warnings=(*result.warnings, *(f"{text}: {n}." for n, text in notes if n)))


def _crossover(
    study: Study, courses: Mapping[str, DoseCourse], events: EventTimes, level: float
) -> tuple[CaseCrossover, tuple[str, ...]]:
    """Return the pairs of windows, and whose they are."""
    window = WINDOW_DAYS
    exact = events.chosen(events.last == events.first)
    first = _first_days(exact)
    counts = {(case, control): 0 for case in (True, False) for control in (True, False)}
    early = never_lowered = 0
    paired = []
    for i, usubjid in enumerate(study.usubjids):
        if usubjid not in courses or i not in first:
            continue
        day = first[i]
        if day <= 2 * window:
            early += 1
            continue
        paired.append(usubjid)
        changes = courses[usubjid].changes
        raised = np.array([change.day for change in changes if change.kind in RAISED])
        counts[_between(raised, day - window, day), _between(raised, day - 2 * window, day - window)] += 1
        never_lowered += not any(change.kind in LOWERED and change.day < day for change in changes)
    n = sum(counts.values())
    found = (
        (early, f"Patients with a first event in the first {2 * window} days, too early for two windows"),
        (
            never_lowered,
            f"Patients of these {n} whose dose had never been lowered, in whom this means little",
        ),
        (int((events.last > events.first).sum()), "Events with a partial start date, not counted"),
    )
    crossover = case_crossover(
        counts[True, True],
        counts[True, False],
        counts[False, True],
        counts[False, False],
        never_lowered=never_lowered,
        level=level,
        warnings=tuple(f"{text}: {k}." for k, text in found if k),
    )
    return crossover, tuple(paired)


def _first_days(events: EventTimes) -> dict[int, float]:
    order = np.argsort(events.first, kind="stable")[::-1]
    return dict(zip(events.subject[order].tolist(), events.first[order].tolist(), strict=True))


def _between(days: Floats, start: float, end: float) -> bool:
    """Return whether any of the days is in [start, end)."""
    return bool(((days >= start) & (days < end)).any())
