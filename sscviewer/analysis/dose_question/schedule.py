"""How a dose is reached: the plan's schedule, or what was commonly done."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from sscviewer.analysis.dose_question.patient_days import PatientDays
from sscviewer.analysis.planned_dose import PlannedDose
from sscviewer.model.arrays import Floats

WEEK_DAYS = 7
DEFAULT_STEP_WEEKS = 2
"""Weeks a dose is kept before the next where the log has no increase to read it from: ours, no source names
one."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """The doses on the way up, each with how many weeks it is kept before the next.

    Attributes
    ----------
    steps
        (dose, weeks), ascending in dose.
    planned
        From the plan; else what was commonest in the trial.
    """

    steps: tuple[tuple[float, int], ...]
    planned: bool

    def path(self, dose: float, weeks: int) -> Floats:
        """Return the dose of each week (weeks,) of a patient raised to a dose and kept there."""
        way = [np.full(kept, step) for step, kept in self.steps if step < dose]
        return np.concatenate([*way, np.full(weeks, dose)])[:weeks]


NO_SCHEDULE = Schedule((), False)


def planned_schedule(planned: PlannedDose) -> Schedule:
    """Return the plan's schedule in whole weeks."""
    days = [day for day, _ in planned.steps]
    kept = [max(round((after - day) / WEEK_DAYS), 1) for day, after in pairwise(days)]
    return Schedule(
        tuple((dose, weeks) for (_, dose), weeks in zip(planned.steps, [*kept, 1], strict=True)), True
    )


def common_schedule(patients: Sequence[PatientDays]) -> Schedule:
    """Return how the doses were commonly reached, before any dose-limiting event.

    Each dose is kept as long as was commonest before a rise to the next dose given in the trial, in whole
    weeks, provided that half of those who came to it rose so; else as long as was commonest over all doses.
    A dose that some skip is a step all the same.
    """
    doses = sorted({dose for patient in patients for dose in patient.doses})
    kept: dict[float, Counter[int]] = {dose: Counter() for dose in doses}
    came, rose = Counter[float](), Counter[float]()
    for patient in patients:
        stays = _stays_before_event(patient)
        came.update({dose for dose, _ in stays})
        for (dose, days), (after, _) in pairwise(stays):
            if after > dose:
                kept[dose][max(round(days / WEEK_DAYS), 1)] += 1
                rose[dose] += doses.index(after) == doses.index(dose) + 1
    pooled = _commonest(sum(kept.values(), Counter()), DEFAULT_STEP_WEEKS)
    steps = [
        (dose, _commonest(kept[dose], pooled) if 2 * rose[dose] >= came[dose] > 0 else pooled)
        for dose in doses
    ]
    return Schedule(tuple(steps), False)


def _stays_before_event(patient: PatientDays) -> list[tuple[float, int]]:
    """Return (dose, days) of each stretch of one dose that began before the first event."""
    first = min((event.day for event in patient.events), default=patient.last_day + 1)
    dose = patient.dose[: first - 1]
    cuts = np.flatnonzero(np.diff(dose) != 0) + 1
    parts = np.split(dose, cuts)
    return [(float(part[0]), part.size) for part in parts if part.size and part[0] > 0]


def _commonest(counts: Counter[int], otherwise: int) -> int:
    """Return the commonest number, the smaller one of equals."""
    return min(counts, key=lambda weeks: (-counts[weeks], weeks)) if counts else otherwise
