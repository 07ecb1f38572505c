"""Which adverse events began on treatment."""

import numpy as np
import numpy.typing as npt

from sscviewer.model.dates import last_possible
from sscviewer.model.study import Study


def treatment_emergent(study: Study) -> npt.NDArray[np.bool_]:
    """Return for each row of the adverse events table whether it is treatment-emergent.

    Where the file flags events itself (any TRTEMFL), its flags decide. Otherwise an event of a treated
    patient is emergent unless it certainly began or ended before the first dose: a partial start
    counts from its last possible day, a missing start counts as emergent.

    **Source**: ADaM OCCDS 1.0, TRTEMFL; partial starts as in the usual imputation "first, but not before
    the first dose" (resources/methods/adverse_events.md).
    """
    flags = study.column("adverse_events", "TRTEMFL")
    if np.any(flags == "Y"):
        emergent: npt.NDArray[np.bool_] = flags == "Y"
        return emergent
    first_dose = dict(zip(study.usubjids, study.column("subjects", "TRTSDT"), strict=True))
    ids = study.column("adverse_events", "USUBJID")
    dose = np.array([first_dose[usubjid] for usubjid in ids], dtype="datetime64[s]").astype("datetime64[D]")
    start = _last_day(study, "ASTDT")
    end = _last_day(study, "AENDT")
    ended_before = ~np.isnat(end) & (end < dose)
    began = np.isnat(start) | (start >= dose)
    on_treatment: npt.NDArray[np.bool_] = ~np.isnat(dose) & began & ~ended_before
    return on_treatment


def _last_day(study: Study, column: str) -> npt.NDArray[np.datetime64]:
    return last_possible(study.column("adverse_events", column), study.column("adverse_events", f"{column}F"))
