"""The dose in force on each day at risk, as rows (start, stop] that events can be counted in."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.dose.dose_bands import PLACEBO, DailyDose
from sscviewer.model.arrays import Bools, Floats, Ints

APART = 1e6
"""Days that keep two patients apart on one axis; more than any trial lasts."""


@dataclass(frozen=True, slots=True)
class DosePeriods:
    """Periods of one dose, by patient and in time order.

    Attributes
    ----------
    subject : (k,) position of the patient in `study.usubjids`
    start, stop : (k,)
        Days at risk, (start, stop]: the first day is (0, 1].
    dose : (k,) per day; 0 in pauses that were recorded and on a placebo

    Days without a recorded dose, and those after the last one, are in no period.
    """

    subject: Ints
    start: Floats
    stop: Floats
    dose: Floats

    def chosen(self, which: npt.NDArray[np.bool_]) -> "DosePeriods":
        """Return some of them."""
        return DosePeriods(self.subject[which], self.start[which], self.stop[which], self.dose[which])

    def at(self, subject: Ints, day: Ints) -> Ints:
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
        Further events of a patient on one day; events in no period, which are left out.
    """

    start: Floats
    stop: Floats
    events: Ints
    dose: Floats
    subject: Ints
    same_day: int
    outside: int


def dose_periods(daily: DailyDose, members: Bools, lag_days: int) -> DosePeriods:
    """Return the periods of some patients: the days that rates by dose count, put together where equal.

    Parameters
    ----------
    members : (patients,) who counts
    lag_days
        The dose counted on a day is the one in force so many days before; on the first days the first one.
    """
    dose = daily.lagged(lag_days)
    dose = np.where(dose == PLACEBO, 0.0, dose)
    owner = np.repeat(np.arange(len(members)), np.diff(daily.starts))
    first = np.ones(len(dose), dtype=bool)
    first[1:] = (dose[1:] != dose[:-1]) | (owner[1:] != owner[:-1])
    begin = np.flatnonzero(first)
    end = np.append(begin[1:], len(dose))[: len(begin)]
    subject, taken = owner[begin], dose[begin]
    kept = members[subject] & (taken >= 0)
    start, stop = (days - daily.starts[subject] for days in (begin, end))
    return DosePeriods(subject, start.astype(np.float64), stop.astype(np.float64), taken).chosen(kept)


def counting_rows(periods: DosePeriods, subject: Ints, day: Ints) -> CountingRows:
    """Return the periods cut at the events.

    Parameters
    ----------
    subject, day : (m,) patient and day at risk of each event, the first day being 1
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
