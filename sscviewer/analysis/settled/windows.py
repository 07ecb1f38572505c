"""Windows of visits: half-way between the planned days of the visits of a measurement."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.plan.rules import VisitRules
from sscviewer.analysis.settled.clock import DAY_1
from sscviewer.analysis.visit_margins import margins_of
from sscviewer.model.arrays import Bools, Floats, Ints
from sscviewer.model.rules import planned_day, visit_key
from sscviewer.model.study import Study


@dataclass(frozen=True, slots=True)
class Windows:
    """The windows of one parameter, in time order; k may be 0.

    Attributes
    ----------
    avisitn, avisit : (k,) months since baseline and name of each visit after baseline
    planned : (k,) study day it is planned on
    first, last : (k,) first and last study day of its window
    is_given : (k,) whether the plan gives the window itself
    """

    avisitn: Floats
    avisit: npt.NDArray[np.object_]
    planned: Floats
    first: Floats
    last: Floats
    is_given: Bools

    def of(self, day: Floats) -> Ints:
        """Return the window of each study day; -1 for none."""
        if not len(self.first):
            return np.full(len(day), -1, dtype=np.int64)
        at = np.searchsorted(self.first, day, side="right") - 1
        inside = (at >= 0) & (day <= self.last[at])  # NaN is in no window
        return np.where(inside, at, -1).astype(np.int64)

    def bounds(self, avisitn: Floats) -> Floats:
        """Return planned, first and last day of the window of each visit; (3, n), NaN without one."""
        found = np.full((3, len(avisitn)), np.nan)
        for at, month in enumerate(self.avisitn.tolist()):
            found[:, avisitn == month] = [[part[at]] for part in (self.planned, self.first, self.last)]
        return found


@dataclass(frozen=True, slots=True)
class Placed:
    """Values of one parameter as far as their visit goes; arrays (n,).

    `first_dose`: the study day of the patient's. `is_settled`: the file itself gives the visit they are
    analysed at.
    """

    patient: Ints
    day: Floats
    is_exact: Bools
    avisit: npt.NDArray[np.object_]
    avisitn: Floats
    is_settled: Bools
    first_dose: Floats


def exact_days(study: Study, rows: Ints | slice = slice(None)) -> Bools:
    """Return of which measurements the day is known: by a whole date, or as a study day of the file."""
    date, flag, day = (study.column("measurements", name)[rows] for name in ("ADT", "ADTF", "ADY"))
    exact: Bools = (flag == "") | (np.isnat(date) & ~np.isnan(day))
    return exact


def planned_visit_days(study: Study) -> dict[float, float]:
    """Return the planned study day of each visit after baseline, by its months.

    The schedule's VISITDY (median), where the file has one; else the day the months say. Where half of a
    visit's values come nearer to another visit's day, day 1 is not what the plan counted from, and the middle
    of the days that were measured stands in.
    """
    months, days = study.column("measurements", "AVISITN"), study.column("measurements", "ADY")
    known = np.unique(np.concatenate([_later(months), _later(study.column("visits", "AVISITN"))]))
    nominal = np.round(planned_day(known))
    found = dict(zip(known.tolist(), nominal.tolist(), strict=True))
    for at, month in enumerate(known.tolist()):
        seen = days[(months == month) & ~np.isnan(days)]
        if len(seen):
            middle = float(np.median(seen))
            if int(np.argmin(np.abs(nominal - middle))) != at:
                found[month] = round(middle)
    schedule, written = study.column("visits", "AVISITN"), study.column("visits", "VISITDY")
    for month in np.unique(_later(schedule[~np.isnan(written)])).tolist():
        found[month] = float(np.round(np.median(written[(schedule == month) & ~np.isnan(written)])))
    return found


def _later(months: Floats) -> Floats:
    return np.asarray(months[months > 0], dtype=np.float64)


def windows_of(placed: Placed, planned: dict[float, float], rules: VisitRules) -> Windows:
    """Return the windows of a parameter: of its visits with the fewest patients that the plan asks for.

    A window begins half-way to the visit before (baseline is day 1) and ends half-way to the next; the last
    ends as long after its planned day as it begins before it. A visit of fewer patients has no window and
    takes no value from its neighbours; its own values stay with it. A window that the plan gives ends with
    its days, and half-way to the next visit at the latest.
    """
    counted = ~np.isnan(placed.avisitn)
    pairs = np.unique(np.column_stack([placed.avisitn[counted], placed.patient[counted]]), axis=0)
    months, n = np.unique(pairs[:, 0], return_counts=True)
    everybody = len(np.unique(placed.patient))
    # A trial of one or two patients has visits too.
    fewest = min(max(rules.fewest_patients, rules.fewest_percent / 100 * everybody), everybody)
    months = _later(months[n >= fewest])
    days = np.array([planned[month] for month in months.tolist()], dtype=np.float64)
    order = np.argsort(days, kind="stable")
    months, days = months[order], days[order]
    before = np.concatenate([[DAY_1], days[:-1]])[: len(days)]
    half = (before + days) / 2
    first = np.floor(half) + 1
    last = np.append(first[1:] - 1, np.floor(2 * days[-1:] - half[-1:]))
    names = np.array([_name(placed, month) for month in months.tolist()], dtype=object)
    margins = margins_of(rules.margins)
    given = [margins.get(visit_key(name)) for name in names]
    before, after = (np.array([np.nan if one is None else one[i] for one in given]) for i in (0, 1))
    is_given = ~np.isnan(before)
    last[-1:] = np.where(is_given[-1:], np.inf, last[-1:])  # no visit follows that it could run into
    first, last = np.fmax(first, days - before), np.fmin(last, days + after)
    return Windows(months, names, days, first, last, is_given)


def _name(placed: Placed, month: float) -> str:
    """Return what most values of a visit call it; of equally many the first by name."""
    names, n = np.unique(placed.avisit[placed.avisitn == month].astype(str), return_counts=True)
    return str(names[np.argmax(n)])


def place(placed: Placed, windows: Windows, rules: VisitRules) -> tuple[npt.NDArray[np.object_], Floats]:
    """Return AVISIT and AVISITN of each value.

    By its day a value goes to the window of that day. One without a whole date, up to the first dose, in no
    window, or of a planned visit that has none (too few patients) keeps the visit that the file names; so
    does one whose analysis visit is settled in the file. One outside the window that the plan gives its visit
    is of no visit.
    """
    avisit, avisitn = placed.avisit.copy(), placed.avisitn.copy()
    if not rules.windows:
        return avisit, avisitn
    at = windows.of(placed.day)
    movable = placed.is_exact & (placed.day > placed.first_dose) & ~placed.is_settled
    unplanned = np.isnan(avisitn)
    strays = movable & (at < 0) & np.isin(avisitn, windows.avisitn[windows.is_given])
    moves = movable & (at >= 0)
    moves &= np.where(unplanned, rules.map_unplanned, np.isin(avisitn, windows.avisitn))
    avisit[moves] = windows.avisit[at[moves]]
    avisitn[moves] = windows.avisitn[at[moves]]
    avisit[strays], avisitn[strays] = "", np.nan
    return avisit, avisitn
