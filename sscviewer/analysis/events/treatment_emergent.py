"""Which adverse events began, or became worse, on treatment."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.study_cache import cached_per_study
from sscviewer.model.arrays import Bools, Dates
from sscviewer.model.counted import counted
from sscviewer.model.dates import last_possible
from sscviewer.model.sentence import say
from sscviewer.model.study import Study

EVENTS = "adverse_events"


@dataclass(frozen=True, slots=True)
class EmergentTimes:
    """When events began and ended, and when their patients were treated; (n,) datetime64, NaT when missing.

    Attributes
    ----------
    start_first, start_last
        First and last possible moment of the start; equal when the date is complete.
    end
        Last possible moment of the end.
    first_dose, last_dose
        Of the event's patient; no last dose: treatment goes on.
    """

    start_first: Dates
    start_last: Dates
    end: Dates
    first_dose: Dates
    last_dose: Dates


def emergent(
    times: EmergentTimes,
    window_days: float | None,
    initial: npt.NDArray[Any] | None = None,
    worst: npt.NDArray[Any] | None = None,
    *,
    by_time: bool = False,
) -> Bools:
    """Return which events are treatment-emergent; (n,) bool.

    In this order: no without a first dose; no if it ended before that; yes if the start is missing; yes if it
    began on treatment; yes if it began before and its worst grade exceeds its initial grade; else no.

    Parameters
    ----------
    window_days
        Days after the last dose in which an event still counts; None: no end.
    initial, worst
        Grades (n,), NaN when missing; None: worsening is not looked at.
    by_time
        Hold the end of the window to the time of day, not the day.

    **Source**: ADaM OCCDS 1.0 TRTEMFL, in the order of admiral's derive_var_trtemfl (PHUSE WP-087).
    """
    start = imputed_start(times.start_first, times.start_last, times.first_dose)
    treated = ~np.isnat(times.first_dose)
    ended_before = times.end < times.first_dose  # NaT compares False
    began = (start >= times.first_dose) & _in_window(start, times.last_dose, window_days, by_time)
    yes = np.isnat(start) | began
    if initial is not None and worst is not None:
        yes |= (start < times.first_dose) & (initial < worst)
    emerged: Bools = treated & ~ended_before & yes
    return emerged


def imputed_start(first: Dates, last: Dates, first_dose: Dates) -> Dates:
    """Return the start of events by the ADaM convention: first possible moment, not before the first dose.

    The first dose is taken where it lies between the first and the last possible moment of the start.

    Parameters
    ----------
    first, last, first_dose : (n,) datetime64, NaT when missing

    Returns
    -------
    (n,) datetime64; NaT where the start is missing.

    **Source**: ADaMIG 1.1, 3.1.5; admiral's "first" imputation with min_dates = TRTSDT.
    """
    start: Dates = np.where((first < first_dose) & (first_dose <= last), first_dose, first)
    return start


def _in_window(start: Dates, last_dose: Dates, window_days: float | None, by_time: bool) -> Bools:
    if window_days is None:
        return np.ones(len(start), dtype=bool)
    if not by_time:
        start, last_dose = start.astype("datetime64[D]"), last_dose.astype("datetime64[D]")
    window = np.timedelta64(round(window_days), "D")
    within: Bools = np.isnat(last_dose) | (start <= last_dose + window)
    return within


@cached_per_study
def possible_times(study: Study) -> EmergentTimes:
    """Return the times of every row of the adverse events table, in days.

    Where the file gives a study day in the place of a date, the date follows from the patient's day 1.
    """
    patient = study.positions(EVENTS)
    start, end = study.column(EVENTS, "ASTDT"), study.column(EVENTS, "AENDT")
    day_1 = study.column("subjects", "RFSTDT")[patient].astype("datetime64[D]")
    by_start, by_end = (_date_of(study.column(EVENTS, name), day_1) for name in ("ASTDY", "AENDY"))
    start_last = last_possible(start, study.column(EVENTS, "ASTDTF"))
    end_last = last_possible(end, study.column(EVENTS, "AENDTF"))
    last_dose = last_possible(study.column("subjects", "TRTEDT"), study.column("subjects", "TRTEDTF"))
    return EmergentTimes(
        start_first=np.where(np.isnat(start), by_start, start.astype("datetime64[D]")),
        start_last=np.where(np.isnat(start), by_start, start_last),
        end=np.where(np.isnat(end), by_end, end_last),
        first_dose=study.column("subjects", "TRTSDT")[patient].astype("datetime64[D]"),
        last_dose=last_dose[patient],
    )


def _date_of(day: npt.NDArray[np.float64], day_1: Dates) -> Dates:
    """Return the dates of study days; NaT where the day or the patient's day 1 is not known."""
    known = ~np.isnan(day)
    days = np.where(known, day - (day > 0), 0).astype("timedelta64[D]")
    dates: Dates = np.where(known, day_1 + days, np.datetime64("NaT", "D"))
    return dates


def _is_flagged(study: Study) -> bool:
    return bool(np.isin(study.column(EVENTS, "TRTEMFL"), ("Y", "N")).any())


def treatment_emergent(study: Study, window_days: float | None) -> Bools:
    """Return for each row of the adverse events table whether it is treatment-emergent.

    Where the file flags events itself (any TRTEMFL; an N in every row is a statement too), its flags decide.
    An empty flag is a no beside Y alone, as in ADaM; where the file also writes N it says nothing, and the
    event is judged like those of a file without flags: by `emergent`, with worsening from the initial grade
    where the file has it (AEITOXGR). In a file that records doses of nobody every event counts that is not
    known to lie before day 1 (`population` counts every patient as treated).
    """
    if not _is_flagged(study):
        return _by_time(study, window_days)
    emerged: Bools = study.column(EVENTS, "TRTEMFL") == "Y"
    silent = _without_flag(study)
    return emerged | (silent & _by_time(study, window_days)) if silent.any() else emerged


def _without_flag(study: Study) -> Bools:
    """Return the events whose flag is no word we know, or empty in a file that writes N where it means no."""
    flag = study.column(EVENTS, "TRTEMFL")
    silent: Bools = ~np.isin(flag, ("Y", "N")) & ((flag != "") | bool((flag == "N").any()))
    return silent


def _by_time(study: Study, window_days: float | None) -> Bools:
    if _records_no_doses(study):
        before = (study.column(EVENTS, "ASTDY") < 1) | (study.column(EVENTS, "AENDY") < 1)
        after: Bools = ~before
        return after
    initial, worst = study.column(EVENTS, "AEITOXGR"), study.column(EVENTS, "AETOXGR")
    return emergent(possible_times(study), window_days, initial, worst)


def emergence_words(study: Study, window_days: float | None) -> str:
    """Return one sentence or two on how events were found to be treatment-emergent."""
    if not _is_flagged(study):
        return _time_words(study, window_days)
    silent = int(_without_flag(study).sum())
    if not silent:
        return say("Treatment-emergent as flagged in the file.")
    return say(
        "Treatment-emergent as flagged in the file; {events} without a flag by time. {words}",
        events=counted(silent, "event"),
        words=_time_words(study, window_days),
    )


def _time_words(study: Study, window_days: float | None) -> str:
    if study.visit_order:
        return say("The file gives no time: every event counts.")
    if _records_no_doses(study):
        return say(
            "The file has no date of a first dose: every event counts that is not known to precede day 1."
        )
    until = ""
    if window_days is not None:
        until = say(" and no later than {days:g} days after the last", days=window_days)
    worse = not np.isnan(study.column(EVENTS, "AEITOXGR")).all()
    worsened = say(", or was there before and became worse") if worse else ""
    return say(
        "Treatment-emergent: began on or after the first dose{until}{worsened}; a missing start counts.",
        until=until,
        worsened=worsened,
    )


def _records_no_doses(study: Study) -> bool:
    return bool(np.isnat(study.column("subjects", "TRTSDT")).all())
