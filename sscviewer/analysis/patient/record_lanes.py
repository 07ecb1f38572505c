"""Concomitant medication and medical history of one patient as lanes in time: one a drug, one a condition."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from sscviewer.analysis.patient.span import Span, span_of
from sscviewer.model.plain_text import capital
from sscviewer.model.study import Study

RecordTable = Literal["medications", "history"]

TITLES: dict[RecordTable, str] = {"medications": "Concomitant medication", "history": "Medical history"}
"""The tables that can be drawn as lanes, and what they are called."""
NAMES = {"medications": ("CMDECOD", "CMTRT"), "history": ("MHDECOD", "MHTERM")}
"""Where the name of a lane is: the standard one, else the one reported."""
DETAILS = {
    "medications": (("dose", ("CMDOSE", "CMDOSU", "CMDOSFRQ")), ("for", ("CMINDC",))),
    "history": (("category", ("MHCAT",)), ("class", ("MHBODSYS",))),
}
"""What else is said about a record: a word, and the columns it is made of."""


@dataclass(frozen=True, slots=True)
class LaneRecord(Span):
    """One record of a lane.

    Attributes
    ----------
    reported
        The name as reported.
    details
        "dose: 5 mg QD", "for: pain"; what the file does not say is left out.
    row, srcref
        Row of the table and its cell.
    """

    reported: str
    details: tuple[str, ...]
    row: int
    srcref: str


@dataclass(frozen=True, slots=True)
class RecordLane:
    """Every record of one name, first onset first."""

    label: str
    records: tuple[LaneRecord, ...]


@dataclass(frozen=True, slots=True)
class RecordLanes:
    """One table's lanes of a patient, first onset on top; records of the same name share one."""

    table: RecordTable
    lanes: tuple[RecordLane, ...]

    @property
    def title(self) -> str:
        """What the table is called."""
        return TITLES[self.table]


def record_lanes(study: Study, usubjid: str, table: RecordTable) -> RecordLanes:
    """Return the lanes of a table of one patient."""
    rows = study.rows(table, usubjid)
    named: dict[str, tuple[str, list[LaneRecord]]] = {}
    for row in range(rows.start, rows.stop):
        label = _name(study, table, row)
        named.setdefault(label.casefold(), (label, []))[1].append(_record(study, usubjid, table, row))
    lanes = [
        RecordLane(name, tuple(sorted(of, key=lambda r: (r.onset, r.row)))) for name, of in named.values()
    ]
    lanes.sort(key=lambda lane: (lane.records[0].onset, lane.records[0].row))
    return RecordLanes(table, tuple(lanes))


def _name(study: Study, table: RecordTable, row: int) -> str:
    texts = (str(study.column(table, name)[row]).strip() for name in NAMES[table])
    name = next((text for text in texts if text), "Without a name")
    # Up to four capitals are an abbreviation (COPD, GERD); a longer one (HFREF) is lowered with the words.
    return name.capitalize() if name.isupper() and len(name) > 4 else capital(name)


def _record(study: Study, usubjid: str, table: RecordTable, row: int) -> LaneRecord:
    def text(name: str) -> str:
        return str(study.column(table, name)[row]).strip()

    details = ((word, " ".join(filter(None, map(text, names)))) for word, names in DETAILS[table])
    span = span_of(study, usubjid, table, row)
    return LaneRecord(
        start_first=span.start_first,
        start_last=span.start_last,
        end_first=span.end_first,
        end_last=span.end_last,
        start_state=span.start_state,
        end_state=span.end_state,
        reported=text(NAMES[table][1]),
        details=tuple(f"{word}: {said}" for word, said in details if said),
        row=row,
        srcref=text("SRCREF"),
    )


def running(lanes: RecordLanes, day: float, until: float) -> int:
    """Return how many lanes have a record that runs, or may run, on a day.

    Parameters
    ----------
    until
        Where records without an end stop: the patient's last contact, NaN when not known.
    """
    count = 0
    for lane in lanes.lanes:
        ends = (until if np.isnan(r.end_last) else r.end_last for r in lane.records)
        spans = ((r.onset, end) for r, end in zip(lane.records, ends, strict=True))
        count += any(start <= day < max(end, start) + 1 for start, end in spans)
    return count
