"""Medication given for an adverse event that is not recorded."""

import re
from collections.abc import Iterator

import numpy as np

from sscviewer.bundled import read_toml
from sscviewer.model.sentence import say
from sscviewer.model.study import Study
from sscviewer.workbook.contradictions.found import (
    Contradiction,
    Mask,
    Read,
    at,
    day,
    first_days,
    last_days,
    name,
)

EVENTS, MEDICATIONS = "adverse_events", "medications"
_NUMBER_SIGN = r"(?:no\.?|nr\.?|number|#)"
_NAMES, _SHORT = (
    "|".join(map(re.escape, read_toml("values")["event_named"][kind]))
    for kind in ("EVENT", "BEFORE_A_NUMBER")
)
_EVENT = rf"(?:{_NAMES}|(?:{_SHORT})(?=\s*(?::|{_NUMBER_SIGN}?\s*\d)))"
NUMBER = re.compile(rf"\b(?:{_EVENT}\s*{_NUMBER_SIGN}?|event\s*{_NUMBER_SIGN})\s*(\d+)\b", re.IGNORECASE)
FOR_EVENT = re.compile(rf"\b{_EVENT}\b|\bevent\s*{_NUMBER_SIGN}\s*\d", re.IGNORECASE)
NAMED = re.compile(rf"\b{_EVENT}\s*[:–—-]\s*(\D+)$", re.IGNORECASE)
"""What the event was, where the indication says so: "AE: pneumonia"."""
_WORD = re.compile(r"[^\W\d_]{3,}")
STEM = 5
"""Letters by which words are the same: "diarrhoea" and "diarrhea"."""
AROUND = 14
"""Days between the start of a medication and the event it is for (our default)."""
_DAY = np.timedelta64(1, "D")


def for_unrecorded_event(read: Read) -> Iterator[Contradiction]:
    """Find medications "for an adverse event" of patients who have none of that number, time or name.

    A name is compared by the beginnings of its words with the site's and the preferred term, so that a
    synonym (fever for pyrexia) is asked about although the event is there.
    """
    study = read.study
    indication = study.column(MEDICATIONS, "CMINDC")
    started = first_days(study, MEDICATIONS, "ASTDT")
    for row in range(len(indication)):
        words = str(indication[row])
        if FOR_EVENT.search(words) and not _is_there(study, row, words, started[row]):
            from_day = "" if np.isnat(started[row]) else say(" from {day}", day=day(started[row]))
            yield at(
                study,
                MEDICATIONS,
                row,
                "CMINDC",
                say(
                    "Medication “{name}”{from_day} was given for an adverse event (“{event}”), but no "
                    "such event is recorded; the medication is shown as recorded.",
                    name=name(study.column(MEDICATIONS, "CMTRT")[row]),
                    from_day=from_day,
                    event=words.strip(),
                ),
            )


def _is_there(study: Study, row: int, words: str, started: np.datetime64) -> bool:
    """Return whether the patient has the event an indication is about."""
    events = study.rows(EVENTS, str(study.column(MEDICATIONS, "USUBJID")[row]))
    if (number := NUMBER.search(words)) is not None:
        return _has_number(study, events, int(number[1]))
    begins = first_days(study, EVENTS, "ASTDT")[events]
    ends = last_days(study, EVENTS, "AENDT")[events]
    near: Mask = np.isnat(begins) | np.isnat(started) | (begins <= started + AROUND * _DAY)
    near &= np.isnat(ends) | np.isnat(started) | (ends >= started - AROUND * _DAY)
    named = NAMED.search(words)
    wanted = _stems(named[1]) if named else frozenset()
    said = [study.column(EVENTS, column)[events][near] for column in ("AETERM", "AEDECOD")]
    recorded = _stems(" ".join(str(term) for terms in said for term in terms))
    return bool(near.any()) and (not wanted or not wanted.isdisjoint(recorded))


def _stems(words: str) -> frozenset[str]:
    return frozenset(word.casefold()[:STEM] for word in _WORD.findall(words))


def _has_number(study: Study, events: slice, number: int) -> bool:
    """Return whether one of a patient's events has the number; without numbers whether there are as many."""
    known = {str(value).strip().lstrip("0") for value in study.column(EVENTS, "AESEQ")[events]} - {""}
    return str(number) in known if known else number <= events.stop - events.start
