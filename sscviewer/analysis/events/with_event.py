"""Which patients have an adverse event of a kind: what patients are filtered by."""

import numpy as np

from sscviewer.analysis.events.event_levels import event_levels
from sscviewer.model.arrays import Bools
from sscviewer.model.study import Study


def with_event(
    study: Study,
    *,
    related: bool = False,
    serious: bool = False,
    least: int = 0,
    term: str = "",
    unsaid_is_related: bool,
) -> Bools:
    """Return which patients (p,) have one adverse event for which all of this is true.

    Every event of the file counts, also one before the first dose: the list is of what was recorded, not of
    what is counted as treatment-emergent.

    Parameters
    ----------
    least
        Grade, or rank of the severity where the file has no grades, at least this; 0 for any.
    term
        Part of the reported or the preferred term, whatever its letters; "" for any.
    unsaid_is_related
        Whether an event counts as related that does not say whether it is, where others of the file do.
    """
    flag = study.column("adverse_events", "AERELFL")
    met = np.ones(len(flag), dtype=bool)
    if related:
        met &= (flag == "Y") | (unsaid_is_related & bool(np.any(flag != "")) & (flag == ""))
    if serious:
        met &= study.column("adverse_events", "AESER") == "Y"
    if least:
        met &= event_levels(study) >= least
    if term:
        wanted = term.casefold()
        said = zip(*(study.column("adverse_events", name) for name in ("AETERM", "AEDECOD")), strict=True)
        met &= np.array([wanted in f"{as_said}\n{coded}".casefold() for as_said, coded in said], dtype=bool)
    found = np.zeros(len(study.usubjids), dtype=bool)
    found[study.positions("adverse_events")[met]] = True
    return found
