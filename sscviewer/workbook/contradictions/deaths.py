"""Deaths: whether grade, outcome, date of death and disposition tell the same story."""

from collections.abc import Iterator

import numpy as np

from sscviewer.model.sentence import say
from sscviewer.model.study import Study
from sscviewer.workbook.contradictions.found import Contradiction, Mask, Read, at, event_name

EVENTS = "adverse_events"
FATAL_GRADE = 5
"""Grade 5 is death. **Source**: CTCAE, all versions."""


def _died(study: Study) -> Mask:
    """Return which patients have a date of death, are flagged as dead (DTHFL) or left the trial by dying."""
    died = ~np.isnat(study.column("subjects", "DTHDT"))
    died |= study.column("subjects", "DTHFL") == "Y"
    ended = study.column("disposition", "DSDECOD") == "DEATH"
    died[study.positions("disposition")[ended]] = True
    out: Mask = died
    return out


def _fatal(study: Study) -> Mask:
    fatal: Mask = (study.column(EVENTS, "AETOXGR") == FATAL_GRADE) | (
        study.column(EVENTS, "AEOUT") == "FATAL"
    )
    return fatal


def fatal_without_death(read: Read) -> Iterator[Contradiction]:
    """Find fatal events of patients who are not recorded as dead."""
    study = read.study
    alive = ~_died(study)[study.positions(EVENTS)]
    for row in np.flatnonzero(_fatal(study) & alive).tolist():
        by_grade = study.column(EVENTS, "AETOXGR")[row] == FATAL_GRADE
        says = "has grade 5" if by_grade else "has the outcome “fatal”"
        yield at(
            study,
            EVENTS,
            row,
            "AETOXGR" if by_grade else "AEOUT",
            say(
                "Adverse event “{event}” {says}, but no date of death and no disposition says "
                "that the patient died; the event is shown as recorded, the patient is not counted "
                "as dead.",
                event=event_name(study, row),
                says=says,
            ),
        )


def grade_against_outcome(read: Read) -> Iterator[Contradiction]:
    """Find events whose grade and outcome disagree on death."""
    study = read.study
    grade, outcome = study.column(EVENTS, "AETOXGR"), study.column(EVENTS, "AEOUT")
    is_five, is_fatal = grade == FATAL_GRADE, outcome == "FATAL"
    known = ~np.isnan(grade) & (outcome != "") & (outcome != "UNKNOWN")
    for row in np.flatnonzero(known & (is_five != is_fatal)).tolist():
        yield at(
            study,
            EVENTS,
            row,
            "AEOUT",
            say(
                "Adverse event “{event}” has grade {grade:g} and the outcome “{outcome}”, but "
                "grade 5 and only grade 5 is death; both are kept as recorded.",
                event=event_name(study, row),
                grade=grade[row],
                outcome=outcome[row].lower(),
            ),
        )


def death_without_event(read: Read) -> Iterator[Contradiction]:
    """Find patients who died without a fatal event, where events have grades or outcomes at all."""
    study = read.study
    events = study.adverse_events
    if not (events["AETOXGR"].notna().any() or (events["AEOUT"] != "").any()):
        return
    explained = np.zeros(len(study.usubjids), dtype=bool)
    explained[study.positions(EVENTS)[_fatal(study)]] = True
    for row in np.flatnonzero(_died(study) & ~explained).tolist():
        usubjid = study.usubjids[row]
        yield _death_cell(
            study,
            row,
            say(
                "Patient {usubjid} died, but no adverse event has grade 5 or the outcome “fatal”; "
                "the death is shown, no event is changed.",
                usubjid=usubjid,
            ),
        )


def _death_cell(study: Study, row: int, message: str) -> Contradiction:
    """Return a finding at the date of death, else at the disposition that says so."""
    if study.srcref("subjects", row, "DTHDT"):
        return at(study, "subjects", row, "DTHDT", message)
    rows = study.rows("disposition", study.usubjids[row])
    ended = np.flatnonzero(study.column("disposition", "DSDECOD")[rows] == "DEATH")
    if len(ended):
        return at(study, "disposition", int(rows.start + ended[0]), "DSDECOD", message)
    return at(study, "subjects", row, "DTHDT", message)
