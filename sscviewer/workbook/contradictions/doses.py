"""The dose log: periods that overlap, doses after treatment stopped."""

from collections.abc import Iterator

import numpy as np

from sscviewer.model.sentence import say
from sscviewer.model.study import Study
from sscviewer.workbook.contradictions.found import (
    Contradiction,
    Days,
    Mask,
    Read,
    at,
    day,
    first_days,
    last_days,
    name,
)

LOG = "exposure"


def overlapping(read: Read) -> Iterator[Contradiction]:
    """Find periods of one drug that share more than the day of the change; partial dates are not compared."""
    study = read.study
    drug = study.column(LOG, "EXTRT")
    start, end = study.column(LOG, "ASTDT"), study.column(LOG, "AENDT")
    exact = (study.column(LOG, "ASTDTF") == "") & (study.column(LOG, "AENDTF") == "")
    for usubjid in study.usubjids:
        rows = study.rows(LOG, usubjid)
        previous: dict[str, int] = {}
        for row in (r for r in range(rows.start, rows.stop) if exact[r]):
            before = previous.get(drug[row])
            if before is not None and start[row] < end[before]:
                yield at(
                    study,
                    LOG,
                    row,
                    "ASTDT",
                    say(
                        "The dose from {day} begins before the previous one ends ({other_day}); both are "
                        "kept as recorded.",
                        day=day(start[row]),
                        other_day=day(end[before]),
                    ),
                )
            if before is None or end[row] >= end[before]:
                previous[drug[row]] = row


def after_stop(read: Read) -> Iterator[Contradiction]:
    """Find doses beyond the recorded date of the last dose, or after a patient left or completed."""
    study = read.study
    given = _given(study)
    place = study.positions(LOG)
    start, end = first_days(study, LOG, "ASTDT"), first_days(study, LOG, "AENDT")
    stop = _recorded_stops(study, given)[place]
    left, done = (_ended(study, status)[place] for status in ("DISCONTINUED", "COMPLETED"))
    kept = "it is shown and counted as recorded"
    for row in np.flatnonzero(given).tolist():
        dose = say("The dose of {name}", name=name(study.column(LOG, "EXDOSE")[row]))
        if late_for := _late_for(start[row], stop[row], left[row], done[row]):
            text = say(
                "{dose} begins on {day}, after {late_for}; {kept}.",
                dose=dose,
                day=day(start[row]),
                late_for=late_for,
                kept=kept,
            )
            yield at(study, LOG, row, "ASTDT", text)
        elif late_for := _late_for(end[row], stop[row], left[row], done[row]):
            text = say(
                "{dose} goes on to {day}, after {late_for}; {kept}.",
                dose=dose,
                day=day(end[row]),
                late_for=late_for,
                kept=kept,
            )
            yield at(study, LOG, row, "AENDT", text)


def _late_for(when: np.datetime64, stop: np.datetime64, left: np.datetime64, done: np.datetime64) -> str:
    """Return after which of these days a day is; "" when it is not, or nothing is known."""
    if when > stop:
        return say("the date of the last dose, {day}", day=day(stop))
    if when > left:
        return say("the patient left the trial on {day}", day=day(left))
    return say("the patient completed the trial on {day}", day=day(done)) if when > done else ""


def _given(study: Study) -> Mask:
    """Return which rows are doses: 0 mg is none."""
    given: Mask = (study.column(LOG, "EXDOSE") > 0) | (study.column(LOG, "EXDAILY") > 0)
    return given


def _recorded_stops(study: Study, given: Mask) -> Days:
    """Return the last day each patient may have had the last dose; NaT where it only follows from the log."""
    stop = last_days(study, "subjects", "TRTEDT")
    end = last_days(study, LOG, "AENDT")
    by_log = np.full(len(stop), np.datetime64("NaT", "D"))
    for row, place in enumerate(study.positions(LOG).tolist()):
        if given[row] and not np.isnat(end[row]):
            by_log[place] = np.fmax(by_log[place], end[row])
    return np.where(stop == by_log, np.datetime64("NaT", "D"), stop)


def _ended(study: Study, status: str) -> Days:
    """Return when patients whose trial ended so left it; NaT for all others."""
    left = np.full(len(study.usubjids), np.datetime64("NaT", "D"))
    ended = last_days(study, "disposition", "ADT")
    rows = study.column("disposition", "EOSSTT") == status
    left[study.positions("disposition")[rows]] = ended[rows]
    return left


def first_dose_differs(read: Read) -> Iterator[Contradiction]:
    """Find first doses of the log on another day than the patient's recorded date of first dose."""
    study = read.study
    if not study.is_read("TRTSDT"):
        return  # the date follows from the log
    given, place = _given(study), study.positions(LOG)
    start, exact = first_days(study, LOG, "ASTDT"), study.column(LOG, "ASTDTF") == ""
    recorded = first_days(study, "subjects", "TRTSDT")
    known = (study.column("subjects", "TRTSDTF") == "") & ~np.isnat(recorded)
    for patient in np.flatnonzero(known).tolist():
        rows = np.flatnonzero(given & exact & (place == patient))
        if not rows.size:
            continue
        row = int(rows[np.argmin(start[rows])])
        if start[row] != recorded[patient]:
            yield at(
                study,
                LOG,
                row,
                "ASTDT",
                say(
                    "The first dose of the log is on {day}, but the date of first dose of patient "
                    "{patient} is {other_day}; day 1 is the recorded date.",
                    day=day(start[row]),
                    patient=study.usubjids[patient],
                    other_day=day(recorded[patient]),
                ),
            )


def first_dose_partial(read: Read) -> Iterator[Contradiction]:
    """Find patients whose day 1 is the first dose, of which the day or the month is not known."""
    study = read.study
    flag, source = study.column("subjects", "TRTSDTF"), study.column("subjects", "RFSTSRC")
    first = first_days(study, "subjects", "TRTSDT")
    latest = last_days(study, "subjects", "TRTSDT")
    for patient in np.flatnonzero(np.isin(flag, ("D", "M")) & (source == "first dose")).tolist():
        usubjid = study.usubjids[patient]
        message = say(
            "Day 1 of patient {usubjid} is the first dose, whose date is not complete: {day} to "
            "{day2}. Day 1 is taken to be the first of these, so every study day may be too late "
            "by up to {n} days.",
            usubjid=usubjid,
            day=day(first[patient]),
            day2=day(latest[patient]),
            n=int((latest - first)[patient].astype(int)),
        )
        rows = study.rows(LOG, usubjid)
        partial = [
            row for row in range(rows.start, rows.stop) if study.column(LOG, "ASTDTF")[row] in ("D", "M")
        ]
        if study.srcref("subjects", patient, "TRTSDT") or not partial:
            yield at(study, "subjects", patient, "TRTSDT", message)
        else:
            yield at(study, LOG, partial[0], "ASTDT", message)


def open_together(read: Read) -> Iterator[Contradiction]:
    """Find two doses of one drug that began on one day and of which neither has an end."""
    study = read.study
    drug, start, unit = (study.column(LOG, name) for name in ("EXTRT", "ASTDT", "EXDOSU"))
    is_open = (study.column(LOG, "ASTDTF") == "") & np.isnat(study.column(LOG, "AENDT"))
    is_open &= _given(study)
    place = study.positions(LOG)
    seen: set[tuple[int, str, np.datetime64]] = set()
    for row in np.flatnonzero(is_open).tolist():
        key = int(place[row]), str(drug[row]), start[row]
        if key in seen:
            yield at(
                study,
                LOG,
                row,
                "ASTDT",
                say(
                    "The dose of {name} {unit} begins on {day}, as another dose without an end does; the "
                    "two are taken together unless the plan says otherwise. If one replaced the other, "
                    "give that one its end.",
                    name=name(study.column(LOG, "EXDOSE")[row]),
                    unit=unit[row],
                    day=day(start[row]),
                ),
            )
        seen.add(key)
