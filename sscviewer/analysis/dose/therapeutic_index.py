"""What each dose cost and what it went with: rates by dose in force, each patient's dose and change."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from sscviewer.analysis.absence import records, records_ends
from sscviewer.analysis.dose.dose_and_change import Association, DosePoint, associations, dose_points
from sscviewer.analysis.dose.dose_bands import daily_dose, in_band
from sscviewer.analysis.dose.dose_rates import EXPLORATORY, DoseRates, dose_rates, lag_words
from sscviewer.analysis.events.event_codes import CodedEvents, code_events
from sscviewer.analysis.events.event_columns import COLUMNS, Scale
from sscviewer.analysis.events.person_time import risk_time
from sscviewer.analysis.outcome import LOST
from sscviewer.analysis.patient.dose_courses import dosed_courses
from sscviewer.analysis.plan import AnalysisPlan
from sscviewer.analysis.population import Population
from sscviewer.analysis.rate import Rate, make_rate
from sscviewer.analysis.survival.event_times import EventTimes, event_times
from sscviewer.analysis.survival.follow_up import follow_up
from sscviewer.model.arrays import Floats
from sscviewer.model.sentence import say
from sscviewer.model.study import Study

METHOD = (
    "Events over person-time at each dose ({words}); days and events count at {lag}; exact Poisson "
    "{percent} % interval"
)
PARAMETERS = ("FVCPP", "MRSS")
"""Endpoints whose change is set beside the dose; those a trial does not have are left out."""
CAVEAT = say(
    "Exploratory, not causal: the dose was raised in those who tolerated it and lowered "
    "in those who did not, so low doses hold the first weeks and the patients with "
    "trouble, high doses those who did well."
)


@dataclass(frozen=True, slots=True)
class DoseLevel:
    """What happened while one dose was in force.

    Attributes
    ----------
    name
        "300 mg", "> 200 to 400 mg", "0 mg (interrupted)" and the like.
    above, up_to
        The band of dose (above, up_to]; NaN for time without a known dose.
    patients, days
        How many were ever at it, and for how many days together.
    members
        Who they are.
    any_event, grade_2, related, stops
        Adverse events that began; of grade 2 or worse; related to the drug; patients who then stopped early.
        None where the file has no such source or column: not recorded is not 0.
    """

    name: str
    above: float
    up_to: float
    patients: int
    days: int
    any_event: Rate | None
    grade_2: Rate | None
    related: Rate | None
    stops: Rate | None
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TherapeuticIndex:
    """Rates by dose level, and the patients' doses beside what became of them.

    Attributes
    ----------
    parameters
        PARAMCD of each entry of `DosePoint.changes`.
    scale
        What the worst level of a patient and `grade_2` are: grade or severity.
    notes
        What could not be counted, in words.
    """

    arm: str
    unit: str
    levels: tuple[DoseLevel, ...]
    parameters: tuple[str, ...]
    points: tuple[DosePoint, ...]
    associations: tuple[Association, ...]
    level: float
    scale: Scale
    n: int
    method: str
    caveat: str
    notes: tuple[str, ...]


def therapeutic_index(
    study: Study,
    who: Population,
    plan: AnalysisPlan,
) -> tuple[TherapeuticIndex, ...]:
    """Return the therapeutic index of every arm with a dose above 0.

    Days, events and bands of dose are those of `dose_rates`: one person-time and one count per dose.
    """
    courses, ends = dosed_courses(study, who), follow_up(study)
    events, coded = event_times(study, who, plan.events), code_events(study, plan.events)
    risk = risk_time(study, plan.events.risk_basis, plan.events.risk_days)
    daily, level = daily_dose(risk), plan.events.level
    known = tuple(code for code in PARAMETERS if code in study.parameters)
    left, lost = ends.status == "DISCONTINUED", ends.reason == LOST
    stopped = left & ~lost
    has = _recorded(study, coded)
    worst = _worst_grades(study, events, recorded=has["any"])
    out = []
    for arm, members in who.arms:
        rates = dose_rates(coded, risk, who.within(members), lag_days=plan.doses.event_lag_days)
        if all(band.kind != "dose" for band in rates.bands):
            continue
        ids = {usubjid for usubjid, member in zip(study.usubjids, members, strict=True) if member}
        own = {usubjid: course for usubjid, course in courses.items() if usubjid in ids}
        points = dose_points(study, own, worst, known)
        out.append(
            TherapeuticIndex(
                arm=arm,
                unit=daily.unit,
                levels=_levels(study, rates, daily.last_taken()[stopped & members], has),
                parameters=known,
                points=points,
                associations=associations(points, known, events.scale, level),
                level=level,
                scale=events.scale,
                n=len(own),
                method=METHOD.format(
                    words=rates.words, lag=lag_words(plan.doses.event_lag_days), percent=f"{100 * level:g}"
                ),
                caveat=CAVEAT,
                notes=(
                    *(note for note in rates.notes if note != EXPLORATORY),
                    *_lost_notes(int(np.sum(left & lost & members))),
                ),
            )
        )
    return tuple(out)


def _lost_notes(lost: int) -> tuple[str, ...]:
    return (say("Stopped leaves out who was lost to follow-up: {lost}.", lost=lost),) if lost else ()


def _worst_grades(study: Study, events: EventTimes, *, recorded: bool) -> dict[str, float]:
    """Return the worst grade of every patient: 0 without an event, NaN where the file does not say."""
    n = len(study.usubjids)
    worst = np.zeros(n)
    np.maximum.at(worst, events.subject, events.level)
    had = np.bincount(events.subject, minlength=n) > 0
    worst[(had & (worst == 0)) | (not recorded)] = np.nan
    return dict(zip(study.usubjids, worst.tolist(), strict=True))


def _recorded(study: Study, coded: CodedEvents) -> dict[str, bool]:
    """Return of each rate whether the file has what it counts."""
    available = dict(zip(COLUMNS, coded.available.tolist(), strict=True))
    some = records(study, "adverse_events")
    return {name: some and available[name] for name in ("any", "level_2", "related")} | {
        "stops": records_ends(study)
    }


def _levels(study: Study, rates: DoseRates, last: Floats, has: Mapping[str, bool]) -> tuple[DoseLevel, ...]:
    """Return one row per band; `last` is the last dose of each patient who stopped early, NaN without one."""

    def rate(i: int, column: str) -> Rate | None:
        return rates.rate(i, column) if has[column] else None

    def stops(i: int) -> Rate | None:
        n = int(in_band(rates.bands[i], last).sum())
        return make_rate(n, int(rates.days[i]), rates.level) if has["stops"] else None

    return tuple(
        DoseLevel(
            name=band.words,
            above=band.low,
            up_to=band.high,
            patients=int(rates.patients[i]),
            days=int(rates.days[i]),
            any_event=rate(i, "any"),
            grade_2=rate(i, "level_2"),
            related=rate(i, "related"),
            stops=stops(i),
            members=tuple(study.usubjids[k] for k in rates.members[i]),
        )
        for i, band in enumerate(rates.bands)
    )
