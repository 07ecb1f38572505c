"""Times to events as the file gives them (ADTTE), by arm: Kaplan-Meier of each of its parameters."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.population import Population
from sscviewer.analysis.survival.survival import kaplan_meier
from sscviewer.analysis.survival.time_to_event import MONTHS, TimeToEvent, from_kaplan_meier, with_months
from sscviewer.model.arrays import Bools, Floats
from sscviewer.model.sentence import say
from sscviewer.model.study import Study

Rows = npt.NDArray[np.int64]

SINCE = "the start that the file counts from"
CENSORING = say(
    "Times and censoring are those of the file (CNSR 0 is an event, any other number is "
    "censored), in days from {since}.",
    since=SINCE,
)


def recorded_times(
    study: Study, who: Population, level: float, months: Sequence[float] = MONTHS
) -> tuple[TimeToEvent, ...]:
    """Return the curves of every time in the file by arm; none when it gives none.

    Of a patient with several rows of one parameter the first counts. Rows without a time or without CNSR are
    not counted, and said.
    """
    return tuple(with_months(row, months, SINCE) for row in _rows(study, who, level))


@dataclass(frozen=True, slots=True)
class RecordedTime:
    """One time of the file, of all patients.

    Attributes
    ----------
    code, name
        PARAMCD and PARAM.
    rows
        Of the table `event_times`.
    time : (n,)
        Days; NaN without a row, or where time or censoring is missing.
    event : (n,)
        Whether it happened.
    """

    code: str
    name: str
    rows: Rows
    time: Floats
    event: Bools


def recorded(study: Study) -> Iterator[RecordedTime]:
    """Yield every time the file gives, in its order."""
    codes = study.column("event_times", "PARAMCD")
    for code in dict.fromkeys(codes.tolist()):
        rows = np.flatnonzero(codes == code)
        time, censored, name = _of_patients(study, rows)
        time = np.where(np.isnan(censored), np.nan, time)
        yield RecordedTime(code, name or code, rows, time, censored == 0)


def _rows(study: Study, who: Population, level: float) -> Iterator[TimeToEvent]:
    for one in recorded(study):
        for arm, members in who.arms:
            mine = members & ~np.isnan(one.time)
            if mine.any():
                km = kaplan_meier(one.time[mine], one.event[mine], level=level)
                notes = _notes(study, one.rows, members, mine)
                curve = from_kaplan_meier(arm, one.name, km, one.time[mine], CENSORING, notes)
                yield replace(curve, code=one.code)


def _of_patients(study: Study, rows: Rows) -> tuple[Floats, Floats, str]:
    """Return each patient's time and censoring of one parameter, NaN without a row; and its name."""
    place = {usubjid: i for i, usubjid in enumerate(study.usubjids)}
    time, censored = (np.full(len(place), np.nan) for _ in range(2))
    who = study.column("event_times", "USUBJID")
    for row in rows[::-1].tolist():
        i = place[who[row]]
        time[i] = study.column("event_times", "AVAL")[row]
        censored[i] = study.column("event_times", "CNSR")[row]
    names = study.column("event_times", "PARAM")[rows]
    return time, censored, next((str(name) for name in names if name), "")


def _notes(study: Study, rows: Rows, members: Bools, counted: Bools) -> tuple[str, ...]:
    """Return how many rows of an arm's patients could not be counted."""
    have = set(study.column("event_times", "USUBJID")[rows].tolist())
    mine = np.array([usubjid in have for usubjid in study.usubjids]) & members
    left = int((mine & ~counted).sum())
    again = len(rows) - len(have)
    found = (
        [say("Patients without a time or without its censoring, not counted: {left}.", left=left)]
        if left
        else []
    )
    if again:
        found.append(say("Further rows of a patient for the same time, not counted: {again}.", again=again))
    return tuple(found)
