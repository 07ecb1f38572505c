"""From when to when something of a patient lasted: what is known of both ends, and what is not."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from sscviewer.model.dates import last_possible, study_day
from sscviewer.model.study import Study

StartState = Literal["known", "partial", "missing"]
EndState = Literal["known", "partial", "ongoing", "not recorded"]

ONGOING = {"adverse_events": "AEENRTPT", "medications": "CMENRTPT", "history": "MHENRTPT"}
"""The column that says that a record of a table goes on."""


@dataclass(frozen=True, slots=True)
class Span:
    """One record's place in time.

    Attributes
    ----------
    start_first, start_last, end_first, end_last
        Study days between which start and end lie; equal when the date is complete. A missing start is NaN;
        an end that is ongoing or not recorded is NaN.
    """

    start_first: float
    start_last: float
    end_first: float
    end_last: float
    start_state: StartState
    end_state: EndState

    @property
    def is_one_day(self) -> bool:
        """Whether start and end are known and the same day."""
        return self.start_state == self.end_state == "known" and self.start_first == self.end_last

    @property
    def onset(self) -> float:
        """First possible day; −∞ when the start is missing, to sort by."""
        return -np.inf if np.isnan(self.start_first) else self.start_first


def span_of(study: Study, usubjid: str, table: str, row: int) -> Span:
    """Return when a record with start and end lasted.

    Parameters
    ----------
    table
        "adverse_events", "medications" or "history".
    """
    start_first, start_last, start_flag = _ends(study, usubjid, table, row, "ASTDT", "ASTDY")
    end_first, end_last, end_flag = _ends(study, usubjid, table, row, "AENDT", "AENDY")
    # Neither end can lie beyond the other one.
    end_first = float(np.fmax(end_first, start_first))
    if not np.isnan(start_first):
        start_last = float(np.fmin(start_last, end_last))
    end_state: EndState = "partial" if end_flag in ("D", "M") else "known"
    if np.isnan(end_last):
        end_first = np.nan
        is_ongoing = str(study.column(table, ONGOING[table])[row]) == "ONGOING"
        end_state = "ongoing" if is_ongoing else "not recorded"
    start_state: StartState = "partial" if start_flag in ("D", "M") else "known"
    if np.isnan(start_first):
        start_state = "missing"
    return Span(start_first, start_last, end_first, end_last, start_state, end_state)


def _ends(study: Study, usubjid: str, table: str, row: int, date: str, day: str) -> tuple[float, float, str]:
    """Return first and last possible study day of a date, and its flag."""
    when = study.column(table, date)[row : row + 1]
    flag = study.column(table, f"{date}F")[row : row + 1]
    if np.isnat(when[0]):
        given = float(study.column(table, day)[row])
        return given, given, str(flag[0])
    reference = np.array([study.value(usubjid, "RFSTDT")], dtype="datetime64[s]")
    first = study_day(when, reference)
    last = study_day(last_possible(when, flag), reference)
    return float(first[0]), float(last[0]), str(flag[0])
