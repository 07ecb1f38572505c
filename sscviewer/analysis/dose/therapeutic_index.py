"""What each dose cost and what it went with: rates by dose in force, each patient's dose and change."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sscviewer.analysis.dose.dose_and_change import Association, DosePoint, associations, dose_points
from sscviewer.analysis.dose.dose_bands import MOST_LEVELS, N_BANDS
from sscviewer.analysis.dose.dose_periods import DosePeriods, dose_periods
from sscviewer.analysis.dose.dose_rates import LAG_DAYS
from sscviewer.analysis.estimate import LEVEL
from sscviewer.analysis.events.event_columns import Scale
from sscviewer.analysis.outcome import LOST
from sscviewer.analysis.patient.dose_courses import dosed_courses
from sscviewer.analysis.plan import AnalysisPlan
from sscviewer.analysis.population import Population
from sscviewer.analysis.rate import Rate, make_rates
from sscviewer.analysis.survival.event_times import FIRST_DAY, EventTimes, event_times
from sscviewer.analysis.survival.follow_up import follow_up
from sscviewer.model.arrays import Floats, Ints
from sscviewer.model.study import Study

GRADE = 2
METHOD = (
    "Events over person-time at each dose, an event counted at the dose of the day before it began; exact "
    "Poisson {percent} % interval"
)
DEFAULT_PARAMETERS = ("FVCPP", "MRSS")
CAVEAT = (
    "Exploratory, not causal: the dose was raised in those who tolerated it and lowered in those who did "
    "not, so low doses hold the first weeks and the patients with trouble, high doses those who did well."
)


@dataclass(frozen=True, slots=True)
class DoseLevel:
    """What happened while one dose was in force.

    Attributes
    ----------
    name
        "300 mg", "over 200 to 400 mg" or "no dose (pauses)".
    above, up_to
        The band (above, up_to]; both the same for a single dose.
    patients, days
        Who was ever at it, and for how many days together.
    any_event, grade_2, related, stops
        Adverse events that began; of grade 2 or worse; related to the drug; patients who then stopped early.
    """

    name: str
    above: float
    up_to: float
    patients: int
    days: float
    any_event: Rate
    grade_2: Rate
    related: Rate
    stops: Rate


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
    *,
    parameters: Sequence[str] = DEFAULT_PARAMETERS,
    bands: Sequence[float] | None = None,
    level: float = LEVEL,
) -> tuple[TherapeuticIndex, ...]:
    """Return the therapeutic index of every arm with a dose above 0.

    Parameters
    ----------
    parameters
        Endpoints whose change is set beside the dose; those the study does not have are left out.
    bands
        Upper limits of dose bands, ascending; None for every dose there is, or five bands of many.
    """
    courses = dosed_courses(study, who)
    events, ends = event_times(study, who, plan.events), follow_up(study)
    periods = dose_periods(study, courses)
    known = tuple(code for code in parameters if code in study.parameters)
    stopped = (ends.status == "DISCONTINUED") & (ends.reason != LOST)
    worst = _worst_grades(study, events)
    out = []
    for arm, members in who.arms:
        mine = periods.chosen(members[periods.subject])
        if not (mine.dose > 0).any():
            continue
        ids = {usubjid for usubjid, member in zip(study.usubjids, members, strict=True) if member}
        own = {usubjid: course for usubjid, course in courses.items() if usubjid in ids}
        unit = next(course.unit for course in own.values() if course.cumulative > 0)
        names = _Names(unit, "placebo, pauses" if any(not c.cumulative for c in own.values()) else "pauses")
        chosen = events.chosen(members[events.subject])
        limits = _limits(mine.dose) if bands is None else np.asarray(bands, dtype=np.float64)
        levels, notes = _levels(mine, chosen, np.flatnonzero(stopped & members), limits, names, level)

        points = dose_points(study, own, worst, known)
        out.append(
            TherapeuticIndex(
                arm=arm,
                unit=unit,
                levels=levels,
                parameters=known,
                points=points,
                associations=associations(points, known, events.scale, level),
                level=level,
                scale=events.scale,
                n=len(own),
                method=METHOD.format(percent=f"{100 * level:g}"),
                caveat=CAVEAT,
                notes=notes,
            )
        )
    return tuple(out)


@dataclass(frozen=True, slots=True)
class _Names:
    """How dose levels are called."""

    unit: str
    no_dose: str

    def of(self, above: float, up_to: float, doses: Floats) -> str:
        if up_to <= 0:
            return f"no dose ({self.no_dose})"
        return f"{doses[0]:g} {self.unit}" if doses.size == 1 else f"over {above:g} to {up_to:g} {self.unit}"


def _worst_grades(study: Study, events: EventTimes) -> dict[str, int]:
    worst = np.zeros(len(study.usubjids))
    np.maximum.at(worst, events.subject, events.level)
    return {usubjid: int(grade) for usubjid, grade in zip(study.usubjids, worst, strict=True) if grade}


def _limits(dose: Floats) -> Floats:
    """Return every dose above 0, or the upper limits of equally wide bands when they are many."""
    doses = np.unique(dose[dose > 0])
    if doses.size <= MOST_LEVELS:
        return doses
    return np.linspace(0.0, doses[-1], N_BANDS + 1)[1:]


def _levels(
    periods: DosePeriods, events: EventTimes, stops: Ints, limits: Floats, names: _Names, level: float
) -> tuple[tuple[DoseLevel, ...], tuple[str, ...]]:
    """Return one row per band, the pauses first, and what could not be counted."""
    limits = np.concatenate([[0.0], limits])
    band = np.searchsorted(limits, periods.dose, side="left")
    dated = events.chosen(~np.isnan(events.first))
    place = periods.at(dated.subject, np.maximum(dated.first - LAG_DAYS, FIRST_DAY))
    last = np.array([np.flatnonzero(periods.subject == i)[-1:] for i in stops], dtype=object)
    stop_band = band[np.concatenate(last).astype(np.int64)] if stops.size else np.zeros(0, dtype=np.int64)
    during, event_band = dated.chosen(place >= 0), band[place[place >= 0]]
    out = []
    for k in range(limits.size):
        mine = band == k
        days = float((periods.stop - periods.start)[mine].sum())
        if not days:
            continue
        here = during.chosen(event_band == k)
        counts = (here.row.size, (here.level >= GRADE).sum(), here.related.sum(), (stop_band == k).sum())
        rates = make_rates(np.array(counts), np.full(len(counts), days), level)
        doses = np.unique(periods.dose[mine])
        above = float(limits[k - 1]) if k else 0.0
        single = doses.size == 1
        out.append(
            DoseLevel(
                name=names.of(above, float(limits[k]), doses),
                above=float(doses[0]) if single else above,
                up_to=float(doses[0]) if single else float(limits[k]),
                patients=int(np.unique(periods.subject[mine]).size),
                days=days,
                any_event=rates[0],
                grade_2=rates[1],
                related=rates[2],
                stops=rates[3],
            )
        )
    return tuple(out), _notes(events, dated, int((place < 0).sum()), int((band == limits.size).sum()))


def _notes(events: EventTimes, dated: EventTimes, outside: int, beyond: int) -> tuple[str, ...]:
    found = (
        (dated.partial, "Events with a partial start date, counted on the first day it can be"),
        (events.undated, "Events without a start date, not counted"),
        (outside, "Events that began after the last dose, not counted"),
        (beyond, "Periods with a dose above the highest band, not counted"),
    )
    return tuple(f"{text}: {n}." for n, text in found if n)
