"""Planned days by the data: of visits whose name has no time ("V3"), and of values with a date alone.

A file without a schedule still shows it: most patients were seen within a few days of one another. Such a
cluster of days is a visit of the trial, planned on the middle of its days. Days that scatter (who left early,
came unscheduled or was followed up) make none: they go to the window they lie in, or to none.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.settled.clock import DAY_1, first_dose_days
from sscviewer.analysis.settled.windows import exact_days, planned_visit_days
from sscviewer.model.arrays import Bools, Floats, Ints
from sscviewer.model.dates import DAYS_PER_MONTH
from sscviewer.model.issue import Issue
from sscviewer.model.sentence import say
from sscviewer.model.study import Study, with_column

NEVER_PLANNED = ("Unscheduled", "Early termination", "Follow-up")
LEAST_SHARE, LEAST_PATIENTS = 0.5, 3
"""A visit of the trial is one that half of the patients seen after day 1 have, and at least three (ours).
Where most leave before the end the last visits are not found; their values keep their date."""
MOST_TWICE = 0.2
"""Of more patients than this seen twice among the days of a cluster, it is more than one visit."""
LATE = 0.1  # a tenth of the days since the first dose, see below
CLOSEST, WIDEST = 2.0, 14.0
"""Ours, as the protocols we have read: too wide early on for daily visits, too narrow for yearly ones. Days
of one visit lie within 2 to 14 days of its middle: a tenth of the days since the first dose, as windows of
protocols widen with time."""
OFF_DRUG = 14.0
"""A visit that its patients have so many days after their last dose follows up: it is not the trial's end."""


@dataclass(frozen=True, slots=True)
class _Days:
    """One entry per patient, day and name of a visit without a time; arrays (n,)."""

    patient: Ints
    day: Floats
    name: npt.NDArray[np.object_]


def with_own_visits(study: Study) -> Study:
    """Return the trial with a time for the visits without one that most patients have on the same days.

    AVISIT keeps the name of the file; values without any get "Day n". AVISITN is the middle of the days, in
    months. Everything else is as it was.
    """
    months = study.column("measurements", "AVISITN")
    rows = np.flatnonzero(_without_time(study, months))
    if not len(rows):
        return study
    found = _visits(study, rows)
    if not found:
        return study
    avisit, avisitn = study.column("measurements", "AVISIT").copy(), months.copy()
    day = study.column("measurements", "ADY")
    for name, middle in found:
        near = rows[(avisit[rows] == name) & (np.abs(day[rows] - middle) <= _reach(middle))]
        avisitn[near] = (middle - DAY_1) / DAYS_PER_MONTH
        avisit[near] = name or f"Day {middle:g}"
    timed = with_column(
        with_column(study, "measurements", "AVISIT", avisit), "measurements", "AVISITN", avisitn
    )
    return replace(timed, issues=(*study.issues, _issue(found)))


def _without_time(study: Study, months: Floats) -> Bools:
    day = study.column("measurements", "ADY")
    names = study.column("measurements", "AVISIT")
    planned = np.array([not str(name).startswith(NEVER_PLANNED) for name in names], dtype=np.bool_)
    known = ~np.isnan(study.column("measurements", "AVAL")) & (day > _first_dose(study))
    return np.asarray(np.isnan(months) & exact_days(study) & known & planned)


def _first_dose(study: Study) -> Floats:
    """Return the day of its patient's first dose for each measurement."""
    return first_dose_days(study)[study.positions("measurements")]


def _visits(study: Study, rows: Ints) -> list[tuple[str, float]]:
    """Return the name in the file and the middle of the days of each visit found, in time order."""
    day, patient = study.column("measurements", "ADY"), study.positions("measurements")
    seen = len(np.unique(patient[day > _first_dose(study)]))
    fewest = max(LEAST_SHARE * seen, LEAST_PATIENTS)
    ended = _last_dose_days(study)
    taken = list(planned_visit_days(study).values())
    found = []
    for name, days in _groups(_days(study, rows)):
        middle = float(np.round(np.median(days.day)))
        near = np.abs(days.day - middle) <= _reach(middle)
        patients, times = np.unique(days.patient[near], return_counts=True)
        off = days.day[near] - ended[days.patient[near]]
        if (
            len(patients) >= fewest
            and (times > 1).sum() <= MOST_TWICE * len(patients)
            and not float(np.median(np.nan_to_num(off))) > OFF_DRUG
            and all(abs(middle - other) > _reach(middle) for other in taken)
        ):
            found.append((name, middle))
            taken.append(middle)
    return sorted(found, key=lambda visit: visit[1])


def _days(study: Study, rows: Ints) -> _Days:
    keys = {
        (int(p), float(d), str(v))
        for p, d, v in zip(
            study.positions("measurements")[rows],
            study.column("measurements", "ADY")[rows],
            study.column("measurements", "AVISIT")[rows],
            strict=True,
        )
    }
    patient, day, name = zip(*sorted(keys), strict=True)
    return _Days(np.array(patient), np.array(day), np.array(name, dtype=object))


def _groups(days: _Days) -> Iterator[tuple[str, _Days]]:
    """Yield the days of each name, most patients first; those without a name by the gaps between them."""
    names, n = np.unique(days.name.astype(str), return_counts=True)
    for name in names[np.argsort(-n, kind="stable")].tolist():
        mine = _part(days, days.name == name)
        if name:
            yield name, mine
        else:
            order = np.argsort(mine.day, kind="stable")
            gaps = np.diff(mine.day[order]) > _reach(mine.day[order][:-1])
            for part in np.split(order, np.flatnonzero(gaps) + 1):
                yield name, _part(mine, part)


def _part(days: _Days, which: npt.NDArray[np.generic]) -> _Days:
    return _Days(days.patient[which], days.day[which], days.name[which])


def _reach(day: npt.NDArray[np.float64] | float) -> npt.NDArray[np.float64]:
    """Return how far from the middle the days of a visit on a study day may lie."""
    return np.clip(LATE * np.asarray(day, dtype=np.float64), CLOSEST, WIDEST)


def _last_dose_days(study: Study) -> Floats:
    """Return the study day of each patient's last dose; NaN where it is not known."""
    first, last = study.column("subjects", "RFSTDT"), study.column("subjects", "TRTEDT")
    return np.asarray((last - first) / np.timedelta64(1, "D") + 1, dtype=np.float64)


def _issue(found: list[tuple[str, float]]) -> Issue:
    said = ", ".join(
        say("{what}: day {middle:g}", what=name or "visit without a name", middle=middle)
        for name, middle in found
    )
    return Issue(
        "info",
        "visit.own_day",
        say(
            "The file gives no planned time for some visits; it is taken to be the middle of the "
            "days on which most patients were seen ({said}).",
            said=said,
        ),
    )
