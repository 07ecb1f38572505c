"""Why patients stopped: the disposition sheet against the action taken for adverse events."""

from collections.abc import Iterator

import numpy as np

from sscviewer.model.sentence import say
from sscviewer.workbook.contradictions.found import Contradiction, Mask, Read, at, event_name

EVENTS = "adverse_events"
WITHDRAWN = "DRUG WITHDRAWN"
_ENDED_OTHERWISE = {
    "COMPLETED": "completed the trial",
    "LOST TO FOLLOW-UP": "was lost to follow-up",
    "WITHDRAWAL BY SUBJECT": "withdrew",
    "PHYSICIAN DECISION": "stopped by the physician's decision",
    "PROTOCOL VIOLATION": "stopped for a protocol violation",
    "PROTOCOL DEVIATION": "stopped for a protocol deviation",
    "LACK OF EFFICACY": "stopped for lack of efficacy",
    "SCREEN FAILURE": "was a screen failure",
}
"""Ends that leave no room for an event that stopped the drug; a death or an open end does."""


def _withdrawn(read: Read) -> Mask:
    withdrawn: Mask = read.study.column(EVENTS, "AEACN") == WITHDRAWN
    return withdrawn


def stopped_without_event(read: Read) -> Iterator[Contradiction]:
    """Find patients who stopped for an adverse event although none stopped the drug."""
    study = read.study
    if not (study.column(EVENTS, "AEACN") != "").any():
        return  # the file does not record actions
    stopped_by = set(study.column(EVENTS, "USUBJID")[_withdrawn(read)])
    usubjid = study.column("disposition", "USUBJID")
    ended = (study.column("disposition", "EOSSTT") == "DISCONTINUED") & (
        study.column("disposition", "DSDECOD") == "ADVERSE EVENT"
    )
    for row in np.flatnonzero(ended).tolist():
        if usubjid[row] not in stopped_by:
            yield at(
                study,
                "disposition",
                row,
                "DSDECOD",
                say(
                    "Patient {usubjid} stopped for an adverse event, but no adverse event has the action "
                    "“drug withdrawn”; the patient is counted as stopped for an adverse event.",
                    usubjid=usubjid[row],
                ),
            )


def event_without_stop(read: Read) -> Iterator[Contradiction]:
    """Find events that stopped the drug in patients whose trial ended for another reason."""
    study = read.study
    reasons: dict[str, str] = {}
    for usubjid, status, reason in zip(
        *(study.column("disposition", name) for name in ("USUBJID", "EOSSTT", "DSDECOD")), strict=True
    ):
        if status:
            reasons[usubjid] = reason if status == "DISCONTINUED" else status
    for row in np.flatnonzero(_withdrawn(read)).tolist():
        usubjid = study.column(EVENTS, "USUBJID")[row]
        ended = _ENDED_OTHERWISE.get(reasons.get(usubjid, ""))
        if ended:
            yield at(
                study,
                EVENTS,
                row,
                "AEACN",
                say(
                    "The drug was withdrawn for adverse event “{event}”, but by the disposition "
                    "sheet patient {usubjid} {ended}; both are shown, the disposition counts.",
                    event=event_name(study, row),
                    usubjid=usubjid,
                    ended=ended,
                ),
            )
