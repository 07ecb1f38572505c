"""Whose story must be told: deaths, serious events, stops for events, events of grade 3 and worse."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from sscviewer.analysis.events.event_levels import event_levels
from sscviewer.analysis.outcome import outcome
from sscviewer.analysis.population import Population
from sscviewer.model.study import Study

Kind = Literal["death", "serious", "stop", "severe"]
WORDS: dict[Kind, str] = {
    "death": "death",
    "serious": "serious adverse event",
    "stop": "stopped for an adverse event",
    "severe": "adverse event of grade 3 or worse",
}
SEVERE = 3
"""Grade from which an event is told; where the file has severity, "severe". **Source**: ICH E3, 12.3.2."""
WITHDRAWN = "DRUG WITHDRAWN"


@dataclass(frozen=True, slots=True)
class ToldPatient:
    """A patient whose story is told.

    Attributes
    ----------
    kinds
        Why, in the order of `WORDS`.
    rows
        The adverse events to tell, by onset; none for a death without one.
    """

    usubjid: str
    kinds: tuple[Kind, ...]
    rows: tuple[int, ...]

    @property
    def why(self) -> str:
        """Return "death; serious adverse event"."""
        return "; ".join(WORDS[kind] for kind in self.kinds)


def patients_to_tell(study: Study, who: Population) -> tuple[ToldPatient, ...]:
    """Return the patients whose stories a report must hold, in their order.

    **Source**: ICH E3, section 12.3.2 (deaths, other serious events, other significant events).
    """
    members = [u for u, member in zip(study.usubjids, who.among, strict=True) if member]
    told = (_told(study, usubjid) for usubjid in members)
    return tuple(one for one in told if one.kinds)


def _told(study: Study, usubjid: str) -> ToldPatient:
    span = study.rows("adverse_events", usubjid)
    rows = range(span.start, span.stop)
    ended = outcome(study, usubjid)
    found: dict[Kind, set[int]] = {
        "death": {r for r in rows if _fatal(study, r)},
        "serious": {r for r in rows if _is(study, r, "AESER", "Y")},
        "stop": {r for r in rows if _is(study, r, "AEACN", WITHDRAWN)},
        "severe": {r for r in rows if event_levels(study)[r] >= SEVERE},
    }
    applies: dict[Kind, bool] = {kind: bool(those) for kind, those in found.items()}
    applies["death"] |= ended.died
    applies["stop"] |= ended.reason == "ADVERSE EVENT"
    kinds = tuple(kind for kind in WORDS if applies[kind])
    return ToldPatient(usubjid, kinds, _by_onset(study, set().union(*found.values())))


def _fatal(study: Study, row: int) -> bool:
    grade = study.column("adverse_events", "AETOXGR")[row]
    return bool(grade == 5 or "FATAL" in str(study.column("adverse_events", "AEOUT")[row]).upper())


def _is(study: Study, row: int, column: str, word: str) -> bool:
    return str(study.column("adverse_events", column)[row]).upper() == word


def _by_onset(study: Study, rows: Iterable[int]) -> tuple[int, ...]:
    day = study.column("adverse_events", "ASTDY")
    return tuple(sorted(rows, key=lambda row: (np.isnan(day[row]), day[row], row)))
