"""Adverse events that cannot be as recorded: without a start, before consent, twice, graded too high."""

from collections.abc import Iterator

import numpy as np

from sscviewer.clinical.ctcae_criteria import CTCAE_VERSION, highest_grade
from sscviewer.model.sentence import say
from sscviewer.model.study import Study
from sscviewer.model.tables import ADVERSE_EVENTS
from sscviewer.workbook.contradictions.found import (
    Contradiction,
    Read,
    at,
    day,
    event_name,
    first_days,
    last_days,
)

EVENTS = "adverse_events"
_DEVELOPS = frozenset({"AESEV", "AETOXGR", "AEOUT"})
"""What changes while an event lasts: some trials record a row for each."""
_WORDS = {
    "AETERM": "the site's words",
    "AETOXGR": "grade",
    "AESEV": "severity",
    "AENDT": "end",
    "AEENRTPT": "being ongoing",
    "AESER": "seriousness",
    "AEREL": "relation",
    "AEACN": "action",
    "AEOUT": "outcome",
    "AEBODSYS": "class",
    "AEDECOD": "term",
    "TRTEMFL": "flag",
}
_OWN = frozenset(c.name for c in ADVERSE_EVENTS) - set(_WORDS)
"""What tells two rows of one event apart although they say the same, and what follows from the rest."""


def without_start(read: Read) -> Iterator[Contradiction]:
    """Find adverse events without a start date or day."""
    study = read.study
    missing = np.isnat(study.column(EVENTS, "ASTDT")) & np.isnan(study.column(EVENTS, "ASTDY"))
    for row in np.flatnonzero(missing).tolist():
        yield at(
            study,
            EVENTS,
            row,
            "ASTDT",
            say(
                "Adverse event “{event}” has no start date; it is counted, and drawn with an open start.",
                event=event_name(study, row),
            ),
        )


def unknown_emergence(read: Read) -> Iterator[Contradiction]:
    """Find events whose word for treatment-emergent is neither a yes nor a no."""
    study = read.study
    said = study.column(EVENTS, "TRTEMFL")
    for row in np.flatnonzero(~np.isin(said, ("", "Y", "N"))).tolist():
        yield at(
            study,
            EVENTS,
            row,
            "TRTEMFL",
            say(
                "“{said}” does not say whether adverse event “{event}” is treatment-emergent; "
                "its dates decide.",
                said=said[row],
                event=event_name(study, row),
            ),
        )


def before_consent(read: Read) -> Iterator[Contradiction]:
    """Find adverse events that surely began before the patient consented."""
    study = read.study
    consent = first_days(study, "subjects", "RFICDT")[study.positions(EVENTS)]
    start = last_days(study, EVENTS, "ASTDT")
    for row in np.flatnonzero(start < consent).tolist():
        yield at(
            study,
            EVENTS,
            row,
            "ASTDT",
            say(
                "Adverse event “{event}” starts on {day}, before the patient consented on "
                "{other_day}; it is shown as recorded.",
                event=event_name(study, row),
                day=day(start[row]),
                other_day=day(consent[row]),
            ),
        )


def above_highest_grade(read: Read) -> Iterator[Contradiction]:
    """Find grades that the criteria do not have for the term."""
    study = read.study
    grade = study.column(EVENTS, "AETOXGR")
    for row in np.flatnonzero(grade > 1).tolist():
        term = str(study.column(EVENTS, "AEDECOD")[row]) or str(study.column(EVENTS, "AETERM")[row])
        highest = highest_grade(term)
        if highest is not None and grade[row] > highest:
            yield at(
                study,
                EVENTS,
                row,
                "AETOXGR",
                say(
                    "Adverse event “{event}” has grade {grade:g}, but CTCAE {version} ends at "
                    "grade {highest} for {term} (older versions may not); the grade is kept as recorded.",
                    event=event_name(study, row),
                    grade=grade[row],
                    version=CTCAE_VERSION,
                    highest=highest,
                    term=term.strip().lower(),
                ),
            )


def recorded_twice(read: Read) -> Iterator[Contradiction]:
    """Find a patient's events of one term that start on one day and differ in nothing that develops.

    Rows that are alike in every cell are found as repeated rows.
    """
    study = read.study
    for row, first, differ in _same_start(study):
        if not (differ & _DEVELOPS) and (differ or study.column(EVENTS, "AESEQ")[row]):
            apart = f" ({_in_words(differ)})" if differ else ""
            yield at(
                study,
                EVENTS,
                row,
                "AETERM",
                say(
                    "{starting} is recorded twice, first at {cell}{apart}; both are shown and counted as "
                    "events.",
                    starting=_starting(study, row),
                    cell=_cell(study, first),
                    apart=apart,
                ),
            )


def recorded_in_steps(read: Read) -> Iterator[Contradiction]:
    """Find events that have a row for each severity, grade or outcome they had; or are recorded twice."""
    study = read.study
    for row, first, differ in _same_start(study):
        if differ & _DEVELOPS:
            yield at(
                study,
                EVENTS,
                row,
                "AETERM",
                say(
                    "{starting} has another row at {cell} ({what}), perhaps for a change of one event; "
                    "both are shown and counted as events.",
                    starting=_starting(study, row),
                    cell=_cell(study, first),
                    what=_in_words(differ),
                ),
            )


def _same_start(study: Study) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Return (row, earlier row, what they differ in) of events of one patient, term and first day."""
    start, exact = first_days(study, EVENTS, "ASTDT"), study.column(EVENTS, "ASTDTF") == ""
    recorded = [c.name for c in ADVERSE_EVENTS if c.name not in _OWN]
    seen: dict[tuple[str, str, str], int] = {}
    for row in np.flatnonzero(exact & ~np.isnat(start)).tolist():
        term = _term(study, row)
        key = (study.column(EVENTS, "USUBJID")[row], term.casefold(), day(start[row]))
        first = seen.setdefault(key, row)
        if first != row and term:
            both = ((study.column(EVENTS, c)[row], study.column(EVENTS, c)[first]) for c in recorded)
            yield (
                row,
                first,
                frozenset(c for c, (a, b) in zip(recorded, both, strict=True) if str(a) != str(b)),
            )


def _term(study: Study, row: int) -> str:
    return str(study.column(EVENTS, "AEDECOD")[row] or study.column(EVENTS, "AETERM")[row]).strip()


def _cell(study: Study, row: int) -> str:
    return study.srcref(EVENTS, row, "AETERM") or str(study.column(EVENTS, "SRCREF")[row])


def _starting(study: Study, row: int) -> str:
    return say(
        "Adverse event “{term}” starting on {day}",
        term=_term(study, row),
        day=day(study.column(EVENTS, "ASTDT")[row]),
    )


def _in_words(differ: frozenset[str]) -> str:
    return "they differ in " + ", ".join(words for name, words in _WORDS.items() if name in differ)
