"""The adverse events of one patient as lanes in time: what is known, what is not, nothing left out."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from sscviewer.model.dates import last_possible, study_day
from sscviewer.model.study import Study

StartState = Literal["known", "partial", "missing"]
EndState = Literal["known", "partial", "ongoing", "not recorded"]
LaneOrder = Literal["onset", "class", "grade"]

SEVERITY_WORDS = {"MILD": 1, "MODERATE": 2, "SEVERE": 3, "LIFE THREATENING": 4, "DEATH": 5, "FATAL": 5}
"""How severity words rank on the colour ramp of grades; the word itself is what is printed."""


@dataclass(frozen=True, slots=True)
class LaneEvent:
    """One adverse event.

    Attributes
    ----------
    start_first, start_last, end_first, end_last
        Study days between which start and end lie; equal when the date is complete. A missing start is NaN;
        an end that is ongoing or not recorded is NaN.
    level
        1-5 for the colour: CTCAE grade, else the severity's rank; 0 when neither is given.
    mark
        What is printed on the bar: the grade, or the first letter of the severity word, or "".
    after_contact
        Starts after the last day anything else is known of the patient.
    row, srcref
        Row of the adverse events table and its cell.
    """

    label: str
    term: str
    body_system: str
    start_first: float
    start_last: float
    end_first: float
    end_last: float
    start_state: StartState
    end_state: EndState
    level: int
    mark: str
    severity: str
    serious: bool
    related: bool
    fatal: bool
    action: str
    outcome: str
    after_contact: bool
    row: int
    srcref: str

    @property
    def is_one_day(self) -> bool:
        """Whether start and end are known and the same day."""
        return self.start_state == self.end_state == "known" and self.start_first == self.end_last


@dataclass(frozen=True, slots=True)
class Timeline:
    """All adverse events of a patient, one lane each, first lane on top.

    Attributes
    ----------
    open_until
        Where bars without an end stop: this patient's own last contact (never the trial's), NaN if unknown.
    """

    usubjid: str
    events: tuple[LaneEvent, ...]
    open_until: float
    first_day: float


def timeline(study: Study, usubjid: str, last_contact: float, order: LaneOrder = "onset") -> Timeline:
    """Return the adverse events of one patient.

    Parameters
    ----------
    last_contact
        Study day of the patient's last contact (`analysis.outcome`), NaN when not known.
    order
        Lanes by onset, by system organ class, or by grade (worst first).
    """
    rows = study.rows("adverse_events", usubjid)
    events = [_event(study, usubjid, row, last_contact) for row in range(rows.start, rows.stop)]
    keys = {
        "onset": lambda e: (_onset(e), e.row),
        "class": lambda e: (e.body_system or "~", _onset(e), e.row),
        "grade": lambda e: (-e.level, _onset(e), e.row),
    }
    events.sort(key=keys[order])
    last_known = [last_contact, *(e.end_last for e in events), *(e.start_last for e in events)]
    known = [day for day in last_known if not np.isnan(day)]
    until = last_contact if not np.isnan(last_contact) else max(known, default=np.nan)
    starts = [e.start_first for e in events if not np.isnan(e.start_first)]
    return Timeline(usubjid, tuple(events), until, min(starts, default=np.nan))


def _onset(event: LaneEvent) -> float:
    return -np.inf if np.isnan(event.start_first) else event.start_first


def _event(study: Study, usubjid: str, row: int, last_contact: float) -> LaneEvent:
    def text(name: str) -> str:
        return str(study.column("adverse_events", name)[row])

    start_first, start_last, start_flag = _span(study, usubjid, row, "ASTDT", "ASTDY")
    end_first, end_last, end_flag = _span(study, usubjid, row, "AENDT", "AENDY")
    # Neither end of an event can lie beyond the other one.
    end_first = float(np.fmax(end_first, start_first))
    if not np.isnan(start_first):
        start_last = float(np.fmin(start_last, end_last))
    end_state: EndState = "partial" if end_flag in ("D", "M") else "known"
    if np.isnan(end_last):
        end_first = np.nan
        end_state = "ongoing" if text("AEENRTPT") == "ONGOING" else "not recorded"
    start_state: StartState = "partial" if start_flag in ("D", "M") else "known"
    grade = float(study.column("adverse_events", "AETOXGR")[row])
    severity = text("AESEV")
    level = int(grade) if not np.isnan(grade) else SEVERITY_WORDS.get(severity.upper(), 0)
    return LaneEvent(
        label=_sentence_case(text("AEDECOD") or text("AETERM")) or "Event without a name",
        term=text("AETERM"),
        body_system=text("AEBODSYS"),
        start_first=start_first,
        start_last=start_last,
        end_first=end_first,
        end_last=end_last,
        start_state="missing" if np.isnan(start_first) else start_state,
        end_state=end_state,
        level=min(max(level, 0), 5),
        mark=f"{grade:.0f}" if not np.isnan(grade) else severity[:2].capitalize(),
        severity=severity,
        serious=text("AESER") == "Y",
        related=text("AERELFL") == "Y",
        fatal=text("AEOUT") == "FATAL" or level == 5,
        action=text("AEACN"),
        outcome=text("AEOUT"),
        after_contact=bool(start_first > last_contact),
        row=row,
        srcref=text("SRCREF"),
    )


def _sentence_case(term: str) -> str:
    """Return "Application site rash" for a term in capitals; any other is left as written."""
    return term.capitalize() if term.isupper() and len(term) > 4 else term


def _span(study: Study, usubjid: str, row: int, date: str, day: str) -> tuple[float, float, str]:
    """Return first and last possible study day of a date, and its flag."""
    when = study.column("adverse_events", date)[row : row + 1]
    flag = study.column("adverse_events", f"{date}F")[row : row + 1]
    if np.isnat(when[0]):
        given = float(study.column("adverse_events", day)[row])
        return given, given, str(flag[0])
    reference = np.array([study.value(usubjid, "RFSTDT")], dtype="datetime64[s]")
    first = study_day(when, reference)
    last = study_day(last_possible(when, flag), reference)
    return float(first[0]), float(last[0]), str(flag[0])
