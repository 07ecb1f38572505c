"""The serious adverse events, one by one."""

from dataclasses import dataclass, replace

import numpy as np

from sscviewer.analysis.events.treatment_emergent import (
    EVENTS,
    emergence_words,
    treatment_emergent,
)
from sscviewer.analysis.listing import RecordListing, list_records
from sscviewer.analysis.population import Population
from sscviewer.model.study import Study

COLUMNS = (
    "ASTDT", "ASTDY", "AEDECOD", "AETOXGR", "AESEV", "AEREL", "AEACN", "AEOUT", "AENDT", "AETERM",
    "AEBODSYS",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SeriousEvents:
    """Every serious event of the patients of a filter, treated or not, on treatment or not.

    Attributes
    ----------
    listing
        In words, "On treatment" before the cell.
    rows
        Rows of the adverse events table.
    n_events
        Adverse events of these patients, serious or not.
    n_unsaid
        Those that do not say whether they are serious.
    n_emergent
        Serious ones that are treatment-emergent.
    says
        Whether the file says of any event whether it is serious.
    rule
        When an event is on treatment, in words.
    """

    listing: RecordListing
    rows: tuple[int, ...]
    n_events: int
    n_unsaid: int
    n_emergent: int
    says: bool
    rule: str

    @property
    def n_patients(self) -> int:
        """How many patients had one."""
        return len(set(self.listing.usubjids))


def serious_events(study: Study, who: Population, window_days: float | None) -> SeriousEvents:
    """Return the serious events (AESER is Y), by patient and start."""
    serious = study.column(EVENTS, "AESER")
    patient = study.positions(EVENTS)
    member = who.among[patient]
    chosen = np.flatnonzero(member & (serious == "Y"))
    start = study.column(EVENTS, "ASTDY")[chosen]
    chosen = chosen[np.lexsort([chosen, start, patient[chosen]])]  # without a start: last
    emergent = treatment_emergent(study, window_days)[chosen]
    rows = tuple(int(row) for row in chosen)
    found = list_records(study, EVENTS, rows, COLUMNS)
    texts = tuple(
        (*text[:-1], "yes" if on else "no", text[-1]) for text, on in zip(found.rows, emergent, strict=True)
    )
    return SeriousEvents(
        listing=replace(found, columns=(*found.columns[:-1], "On treatment", found.columns[-1]), rows=texts),
        rows=rows,
        n_events=int(member.sum()),
        n_unsaid=int((member & (serious == "")).sum()),
        n_emergent=int(emergent.sum()),
        says=bool(np.any(serious != "")),
        rule=emergence_words(study, window_days),
    )
