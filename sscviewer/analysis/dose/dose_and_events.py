"""Does the dose go with adverse events? Three ways of asking a study, each with what it cannot tell."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from sscviewer.analysis.dose.dose_periods import CountingRows, counting_rows, dose_periods
from sscviewer.analysis.estimate import LEVEL
from sscviewer.analysis.patient.dose_course import DoseCourse
from sscviewer.analysis.patient.dose_courses import dosed_courses
from sscviewer.analysis.plan import AnalysisPlan
from sscviewer.analysis.population import Population
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
    least_level
        Events of at least this grade, or severity rank.
    """

    arm: str
    andersen_gill: DoseRateRatio
    poisson: DoseRateRatio
    crossover: CaseCrossover
    least_level: int


def dose_and_events(
    study: Study,
    who: Population,
    plan: AnalysisPlan,
    *,
    least_level: int = 1,
    window_days: int = WINDOW_DAYS,
    level: float = LEVEL,
) -> tuple[DoseAndEvents, ...]:
    """Return the three analyses of every arm with a dose above 0.

    Parameters
    ----------
    window_days
        Length of the two windows of the case-crossover.
    """
    lag_days = float(plan.doses.event_lag_days)
    courses = dosed_courses(study, who)
    events = event_times(study, who, plan.events)
    if least_level > 1:
        events = events.chosen(events.level >= least_level)
    dated = events.chosen(~np.isnan(events.first))
    out = []
    for arm, members in who.arms:
        names = [usubjid for usubjid, member in zip(study.usubjids, members, strict=True) if member]
        own = {usubjid: courses[usubjid] for usubjid in names if usubjid in courses}
        if not any(course.cumulative > 0 for course in own.values()):
            continue
        mine = dated.chosen(members[dated.subject])
        rows = counting_rows(dose_periods(study, own, lag_days), mine.subject, mine.first)
        missed = (
            (rows.outside, f"Events outside treatment or in its first {_days(lag_days)}, not counted"),
            (events.chosen(members[events.subject]).undated, "Events without a start date, not counted"),
        )
        together = (rows.same_day, "Further events of a patient on one day, not counted")
        out.append(
            DoseAndEvents(
                arm=arm,
                andersen_gill=_regression(andersen_gill, rows, (together, *missed), lag_days, level),
                poisson=_regression(poisson_regression, rows, missed, lag_days, level),
                crossover=_crossover(study, own, mine, window_days, level),
                least_level=least_level,
            )
        )
    return tuple(out)


def _regression(
    fit: Callable[..., DoseRateRatio],
    rows: CountingRows,
    notes: tuple[tuple[int, str], ...],
    lag_days: float,
    level: float,
) -> DoseRateRatio:
    result = fit(rows.start, rows.stop, rows.events, rows.dose, rows.subject, lag_days=lag_days, level=level)
    return replace(result, warnings=(*result.warnings, *(f"{text}: {n}." for n, text in notes if n)))


def _crossover(
    study: Study, courses: Mapping[str, DoseCourse], events: EventTimes, window: int, level: float
) -> CaseCrossover:
    exact = events.chosen(events.last == events.first)
    first = _first_days(exact)
    counts = {(case, control): 0 for case in (True, False) for control in (True, False)}
    early = never_lowered = 0
    for i, usubjid in enumerate(study.usubjids):
        if usubjid not in courses or i not in first:
            continue
        day = first[i]
        if day <= 2 * window:
            early += 1
            continue
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
    return case_crossover(
        counts[True, True],
        counts[True, False],
        counts[False, True],
        counts[False, False],
        never_lowered=never_lowered,
        level=level,
        warnings=tuple(f"{text}: {k}." for k, text in found if k),
    )


def _first_days(events: EventTimes) -> dict[int, float]:
    order = np.argsort(events.first, kind="stable")[::-1]
    return dict(zip(events.subject[order].tolist(), events.first[order].tolist(), strict=True))


def _between(days: Floats, start: float, end: float) -> bool:
    """Return whether any of the days is in [start, end)."""
    return bool(((days >= start) & (days < end)).any())


def _days(number: float) -> str:
    return "day" if number == 1 else f"{number:g} days"
