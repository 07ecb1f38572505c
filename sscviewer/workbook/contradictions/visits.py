"""Visits far from their planned day."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from sscviewer.model.counted import counted
from sscviewer.model.rules import Margins, visit_key, visit_window, window_centre
from sscviewer.model.sentence import say
from sscviewer.model.study import Study
from sscviewer.workbook.contradictions.found import Contradiction, Days, Read, at, day

_DAY1 = ("first dose", "baseline visit")
"""What a patient's day 1 must be for planned days to follow from it; any other is a makeshift."""

BASELINE_DAYS = 90
"""A baseline visit may be that far from day 1 (our default; a screening period is seldom longer)."""

_MOST_NAMED = 10

FARTHEST_DAY = 36_525.0
"""A planned day more than a century away is a slip of the pen (or infinite), not a plan."""


def outside_window(read: Read) -> Iterator[Contradiction]:
    """Find visits far from their planned day: the file's, else the one the visit's name says.

    Measurements at a visit that is not on the sheet of visits (a quarterly test, say) count as visits too.
    """
    study = read.study
    for _, found in _outside(study, "visits", read.margins):
        yield found
    on_visits = set(zip(study.column("visits", "USUBJID"), study.column("visits", "AVISIT"), strict=True))
    told: set[tuple[object, ...]] = set()
    for row, found in _outside(study, "measurements", read.margins):
        on_sheet = found.srcref.rpartition("!")[0]
        visit = (found.usubjid, study.column("measurements", "AVISIT")[row])
        same = (*visit, study.column("measurements", "ADT")[row], on_sheet)
        if visit in on_visits or same in told:
            continue
        told.add(same)
        cell = study.cell_beside("measurements", found.srcref, "ADT")
        yield replace(found, srcref=cell) if cell else found


def without_day(read: Read) -> Iterator[Contradiction]:
    """Find values without a date at a visit whose name tells no time ("Early termination")."""
    study = read.study
    visit = study.column("measurements", "VISIT")
    day, months = study.column("measurements", "ADY"), study.column("measurements", "AVISITN")
    undated = np.isnan(day) & np.isnan(months) & ~np.isnan(study.column("measurements", "AVAL"))
    for name in dict.fromkeys(visit[undated & (visit != "")].tolist()):
        rows = np.flatnonzero(undated & (visit == name))
        who = list(dict.fromkeys(study.column("measurements", "USUBJID")[rows].tolist()))
        more = (
            say(" and {most_named} more patients", most_named=len(who) - _MOST_NAMED)
            if len(who) > _MOST_NAMED
            else ""
        )
        yield at(
            study,
            "measurements",
            int(rows[0]),
            "VISIT",
            say(
                "Values at visit {name} without a date: {n}, of {who}{more}. When this visit was "
                "does not follow from its name: they are in no picture and in no analysis over time.",
                name=name,
                n=len(rows),
                who=", ".join(who[:_MOST_NAMED]),
                more=more,
            ),
        )


def _outside(study: Study, table: str, margins: Margins) -> Iterator[tuple[int, Contradiction]]:
    """Yield each row out of its window and what to say of it."""
    planned, actual = _planned(study, table), study.column(table, "ADT").astype("datetime64[D]")
    off = (actual - planned).astype("timedelta64[D]").astype(float)
    off[np.isnat(actual) | np.isnat(planned)] = np.nan
    names = study.column(table, "AVISIT")
    different, place = np.unique(names, return_inverse=True)
    before, after = np.array([visit_window(one, margins) for one in different]).reshape(-1, 2)[place].T
    is_given = np.array([visit_key(one) in margins for one in different], dtype=bool)[place]
    at_baseline = (study.column(table, "AVISITN") == 0) & ~is_given
    before[at_baseline] = after[at_baseline] = BASELINE_DAYS
    with np.errstate(invalid="ignore"):
        outside = ((off < -before) | (off > after)) & (study.column(table, "ADTF") == "")
        outside &= study.column(table, "AVISITN") >= 0
    for row in np.flatnonzero(outside).tolist():
        side = "after" if off[row] > 0 else "before"
        far = counted(abs(round(off[row])), "day")
        words = say(
            "Visit {column} on {day} is {far} {side} its planned day {day2} ({what} allows for "
            "{days}); it is used all the same.",
            column=study.column(table, "VISIT")[row],
            day=day(actual[row]),
            far=far,
            side=side,
            day2=day(planned[row]),
            what=say("the plan") if is_given[row] else say("this check of the file"),
            days=_days(before[row], after[row]),
        )
        yield row, at(study, table, row, "ADT", words)


def _days(before: float, after: float) -> str:
    return (
        say("±{after:g}", after=after)
        if before == after
        else say("−{before:g} to +{after:g}", before=before, after=after)
    )


def _planned(study: Study, table: str) -> Days:
    """Return the planned date of each row's visit; NaT when there is none, or day 1 is a makeshift."""
    nat = np.datetime64("NaT", "D")
    day1 = {
        u: study.value(u, "RFSTDT") if study.value(u, "RFSTSRC") in _DAY1 else nat for u in study.usubjids
    }
    reference = np.array([day1[u] for u in study.column(table, "USUBJID")], dtype="datetime64[D]")
    days = window_centre(study.column(table, "AVISITN"))
    if table == "visits":
        own = study.column(table, "VISITDY")
        days = np.where(np.isnan(own), days, np.where(own < 0, own + 1, own))  # there is no study day 0
    known = np.abs(days) < FARTHEST_DAY
    nominal = np.full(len(days), nat)
    nominal[known] = reference[known] + (days[known] - 1).astype("timedelta64[D]")
    if "TARGETDT" not in study.frame(table):
        return nominal
    target = study.column(table, "TARGETDT").astype("datetime64[D]")
    return np.where(np.isnat(target), nominal, target)
