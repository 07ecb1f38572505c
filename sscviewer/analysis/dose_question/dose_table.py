"""What happened at each dose, in counts: who reached it, for how long, what limited it, who kept it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.dose_question.arrival import Arrival, arrivals
from sscviewer.analysis.dose_question.patient_days import PatientDays
from sscviewer.analysis.plan.dose_question import DoseQuestionRules
from sscviewer.analysis.proportion import CLOPPER_PEARSON, proportion_interval
from sscviewer.analysis.survival.survival import KaplanMeier, kaplan_meier


@dataclass(frozen=True, slots=True)
class Share:
    """A count of patients among others, with its exact interval (0 to 1)."""

    count: int
    n: int
    lower: float
    upper: float

    @property
    def share(self) -> float:
        """NaN of nobody."""
        return self.count / self.n if self.n else float("nan")


@dataclass(frozen=True, slots=True)
class DoseRow:
    """What happened at one dose.

    Attributes
    ----------
    reached, limited, kept : tuple of USUBJID
        Took it for a day or more; had a dose-limiting event at it; took it on their last day, which was the
        planned end, and had none at it.
    events
        Dose-limiting events at it.
    limited_share, kept_share
        Of those who reached it; of all treated.
    arrivals
        One per patient who reached it.
    since_arrival
        Kaplan-Meier without a dose-limiting event, in days since the first day at it (counted 1).
    longest_days
        Longest unbroken stay of any patient.
    """

    dose: float
    reached: tuple[str, ...]
    patient_days: int
    limited: tuple[str, ...]
    events: int
    kept: tuple[str, ...]
    limited_share: Share
    kept_share: Share
    arrivals: tuple[Arrival, ...]
    since_arrival: KaplanMeier
    longest_days: int


def dose_table(
    patients: Sequence[PatientDays], duration_days: int, rules: DoseQuestionRules
) -> tuple[DoseRow, ...]:
    """Return a row per dose given, ascending.

    Parameters
    ----------
    duration_days
        Planned duration.
    """
    doses = sorted({dose for patient in patients for dose in patient.doses})
    return tuple(_row(dose, patients, duration_days, rules) for dose in doses)


def share(count: int, n: int, level: float) -> Share:
    """Return a share with its Clopper-Pearson interval."""
    return Share(count, n, *proportion_interval(count, n, level, CLOPPER_PEARSON))


def _row(
    dose: float, patients: Sequence[PatientDays], duration_days: int, rules: DoseQuestionRules
) -> DoseRow:
    reached = [patient for patient in patients if dose in patient.doses]
    at = {p.usubjid: sum(event.dose == dose for event in p.events) for p in reached}
    limited = tuple(usubjid for usubjid, events in at.items() if events)
    end = duration_days - rules.end_slack_days
    kept = tuple(p.usubjid for p in reached if p.last_day >= end and p.dose[-1] == dose and not at[p.usubjid])
    stays = tuple(arrivals(reached, dose))
    days = [patient.dose == dose for patient in reached]
    return DoseRow(
        dose=dose,
        reached=tuple(patient.usubjid for patient in reached),
        patient_days=sum(int(np.count_nonzero(at_dose)) for at_dose in days),
        limited=limited,
        events=sum(at.values()),
        kept=kept,
        limited_share=share(len(limited), len(reached), rules.level),
        kept_share=share(len(kept), len(patients), rules.level),
        arrivals=stays,
        since_arrival=kaplan_meier(
            [stay.days for stay in stays], [stay.limiting for stay in stays], level=rules.level
        ),
        longest_days=max(map(_longest_stay, days)),
    )


def _longest_stay(at: npt.NDArray[np.bool_]) -> int:
    """Return the longest run of days that are true."""
    (elsewhere,) = (~at).nonzero()
    if not elsewhere.size:
        return at.size
    first, last = int(elsewhere[0]), at.size - 1 - int(elsewhere[-1])
    between = int((elsewhere[1:] - elsewhere[:-1]).max(initial=1)) - 1
    return max(first, between, last)
