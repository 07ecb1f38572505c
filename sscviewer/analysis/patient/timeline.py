"""The adverse events of one patient as lanes in time: what is known, what is not, nothing left out."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

import numpy as np

from sscviewer.analysis.patient.event_choice import ALL_EVENTS, NO_CLASS, EventChoice
from sscviewer.analysis.patient.span import Span, span_of
from sscviewer.model.study import Study

LaneOrder = Literal["onset", "class", "grade"]

SEVERITY_WORDS = {"MILD": 1, "MODERATE": 2, "SEVERE": 3, "LIFE THREATENING": 4, "DEATH": 5, "FATAL": 5}
"""How severity words rank on the colour ramp of grades; the word itself is what is printed."""


@dataclass(frozen=True, slots=True)
class LaneEvent(Span):
    """One adverse event.

    Attributes
    ----------
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


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane: an event, the head of a class, or a class folded into one.

    Attributes
    ----------
    events
        What is drawn in it, first onset first; nothing in the head of a class that is not folded.
    body_system
        The class it heads; "" for the lane of one event.
    n
        Events of the class, as far as they are let through.
    """

    label: str
    events: tuple[LaneEvent, ...]
    body_system: str = ""
    n: int = 1

    @property
    def is_head(self) -> bool:
        """Whether it heads a class."""
        return bool(self.body_system)

    @property
    def is_folded(self) -> bool:
        """Whether all events of the class lie in it."""
        return self.is_head and bool(self.events)


@dataclass(frozen=True, slots=True)
class Timeline:
    """All adverse events of a patient, and the lanes of those that are drawn, first lane on top.

    Attributes
    ----------
    events
        All of them, in the order of the lanes.
    lanes
        Of those that the choice lets through.
    open_until
        Where bars without an end stop: this patient's own last contact (never the trial's), NaN if unknown.
    """

    usubjid: str
    events: tuple[LaneEvent, ...]
    lanes: tuple[Lane, ...]
    choice: EventChoice
    open_until: float
    first_day: float

    @property
    def shown(self) -> tuple[LaneEvent, ...]:
        """The events that are drawn."""
        return tuple(event for event in self.events if lets(self.choice, event))

    @property
    def shown_words(self) -> str:
        """Return "7 of 12 events shown: grade ≥ 2"; "" when all are."""
        words = self.choice.words
        return f"{len(self.shown)} of {len(self.events)} events shown: {words}" if words else ""


def timeline(
    study: Study,
    usubjid: str,
    last_contact: float,
    order: LaneOrder = "onset",
    choice: EventChoice = ALL_EVENTS,
) -> Timeline:
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
        "onset": lambda e: (e.onset, e.row),
        "class": lambda e: (e.body_system or "~", e.onset, e.row),
        "grade": lambda e: (-e.level, e.onset, e.row),
    }
    events.sort(key=keys[order])
    last_known = [last_contact, *(e.end_last for e in events), *(e.start_last for e in events)]
    known = [day for day in last_known if not np.isnan(day)]
    until = last_contact if not np.isnan(last_contact) else max(known, default=np.nan)
    starts = [e.start_first for e in events if not np.isnan(e.start_first)]
    drawn = [event for event in events if lets(choice, event)]
    lanes = _by_class(drawn, choice) if order == "class" else [Lane(e.label, (e,)) for e in drawn]
    return Timeline(usubjid, tuple(events), tuple(lanes), choice, until, min(starts, default=np.nan))


def acted_on(
    study: Study, usubjid: str, last_contact: float, actions: Collection[str]
) -> tuple[LaneEvent, ...]:
    """Return a patient's events for which one of these actions (AEACN) was taken, by onset."""
    rows = study.rows("adverse_events", usubjid)
    taken = np.isin(study.column("adverse_events", "AEACN")[rows].astype(str), list(actions))
    events = [_event(study, usubjid, rows.start + int(i), last_contact) for i in np.flatnonzero(taken)]
    return tuple(sorted(events, key=lambda event: (event.onset, event.row)))


def lets(choice: EventChoice, event: LaneEvent) -> bool:
    """Return whether a choice lets an event be drawn."""
    said = f"{event.label} {event.term} {event.body_system}".casefold()
    return (
        event.level >= choice.least_grade
        and (event.serious or not choice.serious)
        and (event.related or not choice.related)
        and all(word in said for word in choice.text.casefold().split())
    )


def _by_class(events: list[LaneEvent], choice: EventChoice) -> list[Lane]:
    """Return a head for each class, and below it its events, or in it where the class is folded."""
    classes: dict[str, list[LaneEvent]] = {}
    for event in events:
        classes.setdefault(event.body_system or NO_CLASS, []).append(event)
    lanes: list[Lane] = []
    for name, those in classes.items():
        folded = name in choice.folded
        lanes.append(Lane(_sentence_case(name), tuple(those) if folded else (), name, len(those)))
        if not folded:
            lanes += [Lane(event.label, (event,)) for event in those]
    return lanes


def _event(study: Study, usubjid: str, row: int, last_contact: float) -> LaneEvent:
    def text(name: str) -> str:
        return str(study.column("adverse_events", name)[row])

    span = span_of(study, usubjid, "adverse_events", row)
    grade = float(study.column("adverse_events", "AETOXGR")[row])
    severity = text("AESEV")
    level = int(grade) if not np.isnan(grade) else SEVERITY_WORDS.get(severity.upper(), 0)
    return LaneEvent(
        label=_sentence_case(text("AEDECOD") or text("AETERM")) or "Event without a name",
        term=text("AETERM"),
        body_system=text("AEBODSYS"),
        start_first=span.start_first,
        start_last=span.start_last,
        end_first=span.end_first,
        end_last=span.end_last,
        start_state=span.start_state,
        end_state=span.end_state,
        level=min(max(level, 0), 5),
        mark=f"{grade:.0f}" if not np.isnan(grade) else severity[:2].capitalize(),
        severity=severity,
        serious=text("AESER") == "Y",
        related=text("AERELFL") == "Y",
        fatal=text("AEOUT") == "FATAL" or level == 5,
        action=text("AEACN"),
        outcome=text("AEOUT"),
        after_contact=bool(span.start_first > last_contact),
        row=row,
        srcref=text("SRCREF"),
    )


def _sentence_case(term: str) -> str:
    """Return "Application site rash" for a term in capitals; any other is left as written."""
    # Up to four capitals are an abbreviation (COPD, GERD); a longer one (HFREF) is lowered with the words.
    return term.capitalize() if term.isupper() and len(term) > 4 else term
