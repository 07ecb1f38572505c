"""The dose in force on each day of treatment, as rows (start, stop] that events can be counted in."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.patient.dose_course import DoseCourse
from sscviewer.model.arrays import Floats, Ints
from sscviewer.model.study import Study

APART = 1e6
"""Days that keep two patients apart on one axis; more than any trial lasts."""


@dataclass(frozen=True, slots=True)
class DosePeriods:
    """Periods of one dose, by patient and in time order, from the first dose to the last.

    Attributes
    ----------
    subject : (k,) position of the patient in `study.usubjids`
    start, stop : (k,)
        Days since the first dose, (start, stop]: study day 1 is (0, 1].
    dose : (k,) per day; 0 in pauses that were recorded

    Days between two records are in no period: what was taken on them is not known.
    """

    subject: Ints
    start: Floats
    stop: Floats
    dose: Floats

    def chosen(self, which: npt.NDArray[np.bool_]) -> "DosePeriods":
        """Return some of them."""
        return DosePeriods(self.subject[which], self.start[which], self.stop[which], self.dose[which])

    def at(self, subject: Ints, day: Floats) -> Ints:
        """Return in which period each patient's day falls; -1 outside all."""
        if not self.subject.size:
            return np.full(subject.size, -1, dtype=np.int64)
        key, wanted = self.subject * APART + self.start, subject * APART + day
        position = np.searchsorted(key, wanted, side="left") - 1
        inside = position >= 0
        inside &= (self.subject[position] == subject) & (day <= self.stop[position])
        return np.where(inside, position, -1).astype(np.int64)


@dataclass(frozen=True, slots=True)
class CountingRows:
    """Periods cut at the events, as a counting process needs them.

    Attributes
    ----------
    start, stop, events, dose, subject : (n,) one row each, with how many events ended it
    same_day, outside
        Further events of a patient on one day; events on no day of treatment, which are left out.
    """

    start: Floats
    stop: Floats
    events: Ints
    dose: Floats
    subject: Ints
    same_day: int
    outside: int


def dose_periods(study: Study, courses: Mapping[str, DoseCourse], lag_days: float = 0.0) -> DosePeriods:
    """Return the periods of all patients.

    Parameters
    ----------
    courses
        As `dosed_courses` gives them.
    lag_days
        The dose counted on a day is the one in force so many days before; so many first days are left out.
    """
    found: list[tuple[int, float, float, float]] = []
    for i, usubjid in enumerate(study.usubjids):
        course = courses.get(usubjid)
        if course is None:
            continue
        # A pause that no dose follows is not treatment.
        last = max(step.end for step in course.steps if step.kind == "dose")
        for step in (step for step in course.steps if step.kind != "gap"):
            start, stop = max(step.start - 1.0, 0.0) + lag_days, min(step.end + lag_days, last)
            if stop > start:
                found.append((i, start, stop, step.dose))
    rows = np.array(found, dtype=np.float64).reshape(-1, 4)
    return DosePeriods(rows[:, 0].astype(np.int64), rows[:, 1], rows[:, 2], rows[:, 3])


def counting_rows(periods: DosePeriods, subject: Ints, day: Floats) -> CountingRows:
    """Return the periods cut at the events.

    Parameters
    ----------
    subject, day : (m,) patient and study day of each event; no day may be missing
    """
    inside = periods.at(subject, day) >= 0
    events, counts = np.unique(subject[inside] * APART + day[inside], return_counts=True)
    begin, end = periods.subject * APART + periods.start, periods.subject * APART + periods.stop
    cuts = np.unique(np.concatenate([begin, end, events]))
    start, stop = cuts[:-1], cuts[1:]
    if not periods.subject.size:
        empty = np.zeros(0)
        none = np.zeros(0, dtype=np.int64)
        return CountingRows(empty, empty, none, empty, none, 0, int((~inside).sum()))
    # Between two periods of one patient, or of two, nobody is on treatment.
    place = np.searchsorted(begin, start, side="right") - 1
    kept = (place >= 0) & (stop <= end[place])
    place, start, stop = place[kept], start[kept], stop[kept]
    own = periods.subject[place]
    found = np.isin(stop, events)
    number = np.zeros(stop.size, dtype=np.int64)
    number[found] = counts[np.searchsorted(events, stop[found])]
    return CountingRows(
        start=start - own * APART,
        stop=stop - own * APART,
        events=number,
        dose=periods.dose[place],
        subject=own,
        same_day=int(inside.sum() - events.size),
        outside=int((~inside).sum()),
    )
