"""The terms of a trial's adverse events with who had them: what groups of terms are made of."""

from dataclasses import dataclass

import numpy as np

from sscviewer.analysis.events.event_codes import CodedEvents
from sscviewer.analysis.events.event_names import fold
from sscviewer.analysis.population import Population


@dataclass(frozen=True, slots=True)
class TermCount:
    """A term, whatever its class.

    Attributes
    ----------
    usubjids
        The treated patients of the population who had it.
    events
        Their events.
    """

    term: str
    usubjids: frozenset[str]
    events: int


def term_counts(coded: CodedEvents, who: Population) -> tuple[TermCount, ...]:
    """Return every term of the events counted, the commonest first."""
    starts = np.searchsorted(coded.cell_row, np.arange(len(coded.names) + 1))
    found: dict[str, TermCount] = {}
    for row, name in enumerate(coded.names):
        if name.kind != "term":
            continue
        cells = np.arange(starts[row], starts[row + 1])
        cells = cells[who.treated[coded.cell_patient[cells]]]
        ids = frozenset(coded.usubjids[i] for i in coded.cell_patient[cells])
        events = int(coded.counts[cells, 0].sum())
        known = found.get(fold(name.term), TermCount(name.term, frozenset(), 0))
        found[fold(name.term)] = TermCount(known.term, known.usubjids | ids, known.events + events)
    return tuple(sorted(found.values(), key=lambda each: (-len(each.usubjids), fold(each.term))))
