"""Whatever has a start and an end: ends before starts."""

from collections.abc import Callable, Iterator

import numpy as np

from sscviewer.model.sentence import say
from sscviewer.model.study import Study
from sscviewer.workbook.contradictions.found import (
    Contradiction,
    Days,
    Read,
    at,
    day,
    first_days,
    last_days,
    name,
)

FOLLOW_UP_DAYS = 90
"""Where no last contact is recorded: what begins so long after a patient left the trial is more likely a
wrong year than late follow-up (ours; safety follow-up of most trials ends within 30 days)."""
FOLLOWED = np.timedelta64(FOLLOW_UP_DAYS, "D")


def ends_before_start(table: str, column: str, words: str) -> Callable[[Read], Iterator[Contradiction]]:
    """Return a check for ends that are surely before their starts.

    Parameters
    ----------
    column
        What the sentence names the row by.
    words
        What a row of this table is: "Adverse event".
    """

    def check(read: Read) -> Iterator[Contradiction]:
        study = read.study
        start, end = first_days(study, table, "ASTDT"), last_days(study, table, "AENDT")
        for row in np.flatnonzero(end < start).tolist():
            yield at(
                study,
                table,
                row,
                "AENDT",
                say(
                    "{words} “{name}” ends ({day}) before it starts ({other_day}); both dates are kept as "
                    "recorded.",
                    words=say(words),
                    name=name(study.column(table, column)[row]),
                    day=day(end[row]),
                    other_day=day(start[row]),
                ),
            )

    return check


def after_last_contact(table: str, column: str, words: str) -> Callable[[Read], Iterator[Contradiction]]:
    """Return a check for what begins after the patient was last seen, or long after leaving the trial."""

    def check(read: Read) -> Iterator[Contradiction]:
        study = read.study
        start, place = first_days(study, table, "ASTDT"), study.positions(table)
        contact, left = last_days(study, "subjects", "LSTALVDT")[place], _left(study)[place]
        for row in np.flatnonzero(start > contact).tolist():
            yield at(
                study,
                table,
                row,
                "ASTDT",
                say(
                    "{words} “{name}” starts on {day}, after the last contact with the patient on "
                    "{other_day}; it is shown and counted as recorded.",
                    words=say(words),
                    name=name(study.column(table, column)[row]),
                    day=day(start[row]),
                    other_day=day(contact[row]),
                ),
            )
        for row in np.flatnonzero(np.isnat(contact) & (start > left + FOLLOWED)).tolist():
            yield at(
                study,
                table,
                row,
                "ASTDT",
                say(
                    "{words} “{name}” starts on {day}, more than {days} days after the patient "
                    "left the trial on {other_day}; it is shown and counted as recorded.",
                    words=say(words),
                    name=name(study.column(table, column)[row]),
                    day=day(start[row]),
                    days=FOLLOW_UP_DAYS,
                    other_day=day(left[row]),
                ),
            )

    return check


def _left(study: Study) -> Days:
    """Return the last day on which each patient can have left the trial; NaT where it is not known."""
    found = np.full(len(study.usubjids), np.datetime64("NaT", "D"))
    place, ended = study.positions("disposition"), last_days(study, "disposition", "ADT")
    for at_row, last in zip(place.tolist(), ended, strict=True):
        found[at_row] = np.fmax(found[at_row], last)
    return found
