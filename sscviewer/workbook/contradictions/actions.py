"""What was done with the drug: the action taken for adverse events against the dose log, and the reverse."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from sscviewer.model.sentence import say
from sscviewer.model.study import Study
from sscviewer.workbook.contradictions.found import (
    Contradiction,
    Read,
    at,
    day,
    event_name,
    first_days,
    last_days,
)

EVENTS, LOG = "adverse_events", "exposure"
WORDS = {
    "DRUG INTERRUPTED": "interrupted",
    "DOSE REDUCED": "reduced",
    "DRUG WITHDRAWN": "withdrawn",
    "DOSE INCREASED": "increased",
}
EARLY, LATE = 3, 30
"""Days before the start and after the start or the end of an event within which its action may stand in the
log (our default: a dose is changed at the next visit or call)."""
OTHER_REASONS = (
    *("planned", "protocol", "titration", "schedule", "non"),
    *("forgot", "missed", "patient", "error"),
)
"""Words of the log's reason that leave no event to look for."""
_DAY = np.timedelta64(1, "D")


@dataclass(frozen=True, slots=True)
class _Change:
    """A change in the log: the row it shows in, what it is, its day, and whether it ends an interruption."""

    row: int
    action: str
    when: np.datetime64
    is_restart: bool = False


def action_not_in_log(read: Read) -> Iterator[Contradiction]:
    """Find actions taken for an event that the patient's dose log does not show."""
    study = read.study
    action = study.column(EVENTS, "AEACN")
    start, end = first_days(study, EVENTS, "ASTDT"), last_days(study, EVENTS, "AENDT")
    for usubjid in study.usubjids:
        rows = study.rows(EVENTS, usubjid)
        wanted = [r for r in range(rows.start, rows.stop) if action[r] in WORDS and not np.isnat(start[r])]
        changes = _changes(study, usubjid) if wanted else None
        for row in wanted:
            if changes is None:
                continue
            until = np.fmax(start[row], end[row]) + LATE * _DAY
            if not any(
                _fits(str(action[row]), c.action) and start[row] - EARLY * _DAY <= c.when <= until
                for c in changes
            ):
                yield at(
                    study,
                    EVENTS,
                    row,
                    "AEACN",
                    say(
                        "For adverse event “{event}” from {day} the action is “{action}”, but by the dose "
                        "log the drug was not {happened} then; both are shown as recorded.",
                        event=event_name(study, row),
                        day=day(start[row]),
                        action=str(action[row]).lower(),
                        happened=WORDS[action[row]],
                    ),
                )


def change_without_event(read: Read) -> Iterator[Contradiction]:
    """Find interruptions and reductions of the dose log that no event's action explains."""
    study = read.study
    action = study.column(EVENTS, "AEACN")
    if not (action != "").any():
        return  # the file does not record actions
    reason = study.column(LOG, "EXADJ")
    start, end = first_days(study, EVENTS, "ASTDT"), last_days(study, EVENTS, "AENDT")
    for usubjid in study.usubjids:
        rows = study.rows(EVENTS, usubjid)
        for change in _changes(study, usubjid) or ():
            if change.is_restart or change.action not in ("DRUG INTERRUPTED", "DOSE REDUCED"):
                continue  # a lower dose after a pause belongs to the pause
            words = str(reason[change.row]).casefold()
            if any(other in words for other in OTHER_REASONS):
                continue
            explained = any(
                _fits(str(action[r]), change.action)
                and start[r] - EARLY * _DAY <= change.when <= np.fmax(start[r], end[r]) + LATE * _DAY
                for r in range(rows.start, rows.stop)
            )
            if not explained:
                yield at(
                    study,
                    LOG,
                    change.row,
                    "ASTDT",
                    say(
                        "By the dose log the drug was {happened} on {day}, but no adverse event of that time "
                        "has this action; both are shown as recorded.",
                        happened=WORDS[change.action],
                        day=day(change.when),
                    ),
                )


def _fits(action: str, change: str) -> bool:
    """Return whether a change in the log may be what an action says: after a stop all others are moot."""
    if action == change:
        return True
    stops = ("DRUG INTERRUPTED", "DRUG WITHDRAWN")
    return action in stops and change in stops


def _changes(study: Study, usubjid: str) -> list[_Change] | None:
    """Return the changes of a patient's log; None without a log of exact dates of one drug."""
    rows = study.rows(LOG, usubjid)
    own = [r for r in range(rows.start, rows.stop) if not np.isnat(study.column(LOG, "ASTDT")[r])]
    drugs = {str(study.column(LOG, "EXTRT")[r]) for r in own}
    if not own or len(drugs) > 1:
        return None
    start, end = first_days(study, LOG, "ASTDT"), last_days(study, LOG, "AENDT")
    daily, written = study.column(LOG, "EXDAILY"), study.column(LOG, "EXDOSE")
    dose = np.where(np.isnan(daily), written, daily)
    found = []
    for before, row in pairwise(own):
        if dose[row] == 0 and dose[before] > 0:
            found.append(_Change(row, "DRUG INTERRUPTED", start[row]))
            continue
        is_gap = not np.isnat(end[before]) and start[row] - end[before] > _DAY
        is_restart = is_gap or dose[before] == 0
        if is_gap:
            found.append(_Change(row, "DRUG INTERRUPTED", end[before] + _DAY))
        last = next((dose[r] for r in reversed(own[: own.index(row)]) if dose[r] > 0), np.nan)
        if 0 < dose[row] < last:
            found.append(_Change(row, "DOSE REDUCED", start[row], is_restart))
        elif dose[row] > last:
            found.append(_Change(row, "DOSE INCREASED", start[row]))
    given = [r for r in own if dose[r] != 0]
    if given and not np.isnat(end[given[-1]]):
        found.append(_Change(given[-1], "DRUG WITHDRAWN", end[given[-1]]))
    return found
