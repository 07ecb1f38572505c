"""Where the plan starts the clock and ends follow-up: what study days and times to events count from and to.

Shifting the days of a trial keeps the order of its rows, so that a record is found under any clock.
"""

from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd

from sscviewer.analysis.plan.rules import CLOCKS, Clock, FollowUpEnd
from sscviewer.analysis.study_cache import cached_per_study
from sscviewer.model.arrays import Bools, Dates, Floats
from sscviewer.model.conform import derive_reference_day
from sscviewer.model.dates import elapsed_days, last_possible, study_day
from sscviewer.model.study import Study, with_column, with_tables
from sscviewer.model.tables import TABLES

DAY_1 = 1.0
"""The study day on which the clock starts."""
_RECORDS = {"randomisation": ("RANDDT", "RANDOMIZED"), "consent": ("RFICDT", "INFORMED CONSENT OBTAINED")}
"""The patients' date of a start, and its term among the milestones (CDISC PROTMLST)."""
_DAYS = ("ADY", "ASTDY", "AENDY", "AWTARGET", "AWLO", "AWHI", "ICEDY", "FUENDY")
"""Columns of study days; the schedule's own planned days (VISITDY) stay what the protocol says."""


def with_clock(study: Study, clock: Clock) -> Study:
    """Return the trial with day 1 of each patient where the plan has it, and all study days by that.

    Days that stand in the file without a date move along: they were counted from the first dose. A patient
    without a date of that start keeps the day 1 there was; RFSTSRC says which it is.
    """
    frames = {name: study.frame(name) for name in TABLES}
    default = derive_reference_day(study.subjects, frames)
    day_1, source = default["RFSTDT"].to_numpy(), default["RFSTSRC"].to_numpy(dtype=object)
    if clock != "first dose":
        start = start_dates(study, clock)
        known = ~np.isnat(start) & ~np.isnat(day_1)
        day_1, source = np.where(known, start, day_1), np.where(known, clock, source).astype(object)
    if bool(np.all(source == study.column("subjects", "RFSTSRC"))):
        return study
    moved = np.nan_to_num(elapsed_days(study_day(day_1, study.column("subjects", "RFSTDT"))))
    for table, frame in frames.items():
        place = study.positions(table)
        for name in (name for name in _DAYS if name in frame):
            elapsed = elapsed_days(study.column(table, name)) - moved[place]
            study = with_column(study, table, name, elapsed + (elapsed >= 0))
    return with_column(with_column(study, "subjects", "RFSTDT", day_1), "subjects", "RFSTSRC", source)


def start_dates(study: Study, clock: Clock) -> Dates:
    """Return the date of a start of the clock of each patient; (p,) NaT where the file has none."""
    if clock == "first dose":
        return study.column("subjects", "TRTSDT")
    if clock == "first visit":
        seen = [_earliest(study, table, ~np.isnat(study.column(table, "ADT"))) for table in _SEEN]
        return np.fmin(*seen)
    column, term = _RECORDS[clock]
    named = (study.column("disposition", "DSDECOD") == term) & (study.column("disposition", "EOSSTT") == "")
    milestone = _earliest(study, "disposition", named)
    recorded = study.column("subjects", column)
    return np.where(np.isnat(recorded), milestone, recorded)


_SEEN = ("visits", "measurements")


def _earliest(study: Study, table: str, rows: Bools) -> Dates:
    found = np.full(len(study.usubjids), np.datetime64("NaT", "s"))
    np.fmin.at(found, study.positions(table)[rows], study.column(table, "ADT")[rows])
    return found


def clock_of(study: Study) -> Clock:
    """Return where the clock of a trial starts: the first dose where the plan, or the file, has no other."""
    sources = set(study.column("subjects", "RFSTSRC").tolist())
    return next((clock for clock in CLOCKS if clock in sources), "first dose")


def from_first_dose(study: Study) -> Study:
    """Return the trial by the days since the first dose, by which doses and their events are asked about."""
    return study if clock_of(study) == "first dose" else _from_first_dose(study)


@cached_per_study
def _from_first_dose(study: Study) -> Study:
    return with_clock(study, "first dose")


def with_other_tables(study: Study, change: Callable[[Study], Mapping[str, pd.DataFrame]]) -> Study:
    """Return the trial with other tables, by its own clock; `change` makes them of it by the first dose."""
    plain = with_clock(study, "first dose")
    return with_clock(with_tables(plain, change(plain)), clock_of(study))


@cached_per_study
def first_dose_days(study: Study) -> Floats:
    """Return the study day of each patient's first dose; (p,), day 1 where none is known.

    By the default clock it is day 1 of everybody.
    """
    day = study_day(study.column("subjects", "TRTSDT"), study.column("subjects", "RFSTDT"))
    return np.where(np.isnan(day), DAY_1, day)


def with_follow_up(study: Study, end: FollowUpEnd, duration_days: int | None) -> Study:
    """Return the trial with the study day on which follow-up ends by the plan (FUENDY), NaN: last contact.

    Events after it are not counted, and patients without one are counted until it. A death ends follow-up by
    itself: it counts though no visit comes after it.
    """
    until = np.full(len(study.usubjids), np.nan)
    if end == "last visit":
        for table in _SEEN:
            day = study.column(table, "ADY")
            np.fmax.at(until, study.positions(table), day)
        until = np.where(np.isnan(until), np.nan, np.fmax(until, _death_days(study)))
    elif end == "planned end" and duration_days is not None:
        first = elapsed_days(first_dose_days(study)) + duration_days - 1
        until = first + (first >= 0)
    said = np.where(np.isnan(until), "", end).astype(object)
    return with_column(with_column(study, "subjects", "FUENDY", until), "subjects", "FUENDSRC", said)


def _death_days(study: Study) -> Floats:
    dead = last_possible(study.column("subjects", "DTHDT"), study.column("subjects", "DTHDTF"))
    return study_day(dead, study.column("subjects", "RFSTDT"))


def until_end(day: Floats, end: Floats) -> Floats:
    """Return the earlier of a day and the end of follow-up (NaN: none); NaN where the day is not known."""
    return np.where(np.isnan(end), day, np.minimum(day, end))


def follow_up_words(study: Study) -> str:
    """Return what ends follow-up: "last contact", "last visit" and so on."""
    said = set(study.column("subjects", "FUENDSRC").tolist()) - {""}
    words = {"last visit": "last visit", "planned end": "planned end of treatment, or last contact before it"}
    return words[str(said.pop())] if said else "last contact"
