"""Each patient's tolerated dose, known only as an interval."""

from dataclasses import dataclass

import numpy as np

from sscviewer.analysis.dose_question.patient_days import PatientDays
from sscviewer.model.arrays import Floats


@dataclass(frozen=True, slots=True)
class ToleratedInterval:
    """The patient's own tolerated dose lies above or at `tolerated` and below `failed`.

    Attributes
    ----------
    tolerated
        Highest dose below `failed` that was kept long enough without a dose-limiting event; 0 when none was.
    failed
        Lowest dose with a dose-limiting event; infinity when there is none.
    tolerated_later
        Doses at which an event fell and that were kept long enough after it: where it was no matter of dose
        alone.
    """

    usubjid: str
    tolerated: float
    failed: float
    tolerated_later: tuple[float, ...] = ()


def tolerated_interval(patient: PatientDays, kept_days: int) -> ToleratedInterval:
    """Return the interval of one patient.

    Parameters
    ----------
    kept_days
        A dose is tolerated when so many days on end had at least it and no event began on any of them.

    **Source**: interval censoring as Turnbull, J R Stat Soc B 1976;38:290.
    """
    failed = min((event.dose for event in patient.events), default=np.inf)
    kept = [dose for dose in patient.doses if _longest_run(patient, dose) >= kept_days]
    later = tuple(
        sorted(
            {
                event.dose
                for event in patient.events
                if _longest_run(patient, event.dose, after=event.day) >= kept_days
            }
        )
    )
    below = [dose for dose in kept if dose < failed]
    return ToleratedInterval(patient.usubjid, max(below, default=0.0), float(failed), later)


def _longest_run(patient: PatientDays, dose: float, after: int = 0) -> int:
    """Return the longest run of days with at least a dose and no event on any, after a day."""
    good: Floats = (patient.dose >= dose).astype(np.float64)
    good[[day - 1 for day in patient.event_days]] = 0.0
    run = best = 0
    for kept in good[after:]:
        run = run + 1 if kept else 0
        best = max(best, run)
    return best
