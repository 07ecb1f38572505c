"""Medication given for an adverse event that is not recorded."""

import re
from collections.abc import Iterator

import numpy as np

from sscviewer.workbook.contradictions.found import (
    Contradiction,
    Read,
    at,
    day,
    first_days,
    last_days,
    name,
)

EVENTS, MEDICATIONS = "adverse_events", "medications"
FOR_EVENT = re.compile(
    r"\b(?:adverse (?:event|reaction|experience)|ae|aes|side[- ]effects?)\b", re.IGNORECASE
)
NUMBER = re.compile(r"\bAEs?\s*(?:no\.?|nr\.?|number|#)?\s*(\d+)\b", re.IGNORECASE)
AROUND = 14
"""Days between the start of a medication and the event it is for (our default)."""
_DAY = np.timedelta64(1, "D")


def for_unrecorded_event(read: Read) -> Iterator[Contradiction]:
    """Find medications "for an adverse event" of patients who have none of that number, or of that time."""
    study = read.study
    indication = study.column(MEDICATIONS, "CMINDC")
    started = first_days(study, MEDICATIONS, "ASTDT")
    start, end = first_days(study, EVENTS, "ASTDT"), last_days(study, EVENTS, "AENDT")
    for row in range(len(indication)):
        words = str(indication[row])
        if not FOR_EVENT.search(words):
            continue
        events = study.rows(EVENTS, str(study.column(MEDICATIONS, "USUBJID")[row]))
        number = NUMBER.search(words)
        known = {str(value).strip() for value in study.column(EVENTS, "AESEQ")[events]} - {""}
        if number is not None and known:
            is_there = number[1] in known
        elif np.isnat(started[row]):
            is_there = events.stop > events.start
        else:
            begins = start[events] <= started[row] + AROUND * _DAY
            lasts = np.isnat(end[events]) | (end[events] >= started[row] - AROUND * _DAY)
            is_there = bool((np.isnat(start[events]) | (begins & lasts)).any())
        if not is_there:
            from_day = "" if np.isnat(started[row]) else f" from {day(started[row])}"
            yield at(
                study,
                MEDICATIONS,
                row,
                "CMINDC",
                f"Medication “{name(study.column(MEDICATIONS, 'CMTRT')[row])}”{from_day} was given for an "
                f"adverse event (“{words.strip()}”), but no such event is recorded; the medication is shown "
                "as recorded.",
            )
