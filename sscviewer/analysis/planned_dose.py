"""The planned dose schedule of a trial: a setting, because no workbook states it."""

import re
from dataclasses import dataclass

import numpy as np

from sscviewer.model.sentence import say

_STEP = re.compile(
    r"^(?:day\s*)?(?P<day>\d+)\s*[:=]\s*(?P<dose>\d+(?:\.\d+)?)(?:\s*mg(?:/d(?:ay)?)?)?$", re.IGNORECASE
)
_UNTIL = re.compile(r"^(?:until|to|end)\s*(?:day\s*)?(?P<day>\d+)$", re.IGNORECASE)
EXAMPLE = "1: 100, 15: 200, 29: 300, until 364"


@dataclass(frozen=True, slots=True)
class PlannedDose:
    """What every patient was to take.

    Attributes
    ----------
    steps
        (first study day, dose per day), ascending, the first on day 1.
    until
        Last planned day.
    """

    steps: tuple[tuple[int, float], ...]
    until: int

    def dose_on(self, day: float) -> float:
        """Return the dose planned for a study day, none being planned before the first and after the last."""
        begun = [dose for start, dose in self.steps if start <= day]
        return begun[-1] if begun and day <= self.until else 0.0

    def cumulative(self, days: float) -> float:
        """Return the dose planned for the first so many days, none being planned after the last."""
        starts = np.array([day for day, _ in self.steps], dtype=np.float64)
        doses = np.array([dose for _, dose in self.steps], dtype=np.float64)
        ends = np.minimum(np.concatenate([starts[1:] - 1, [self.until]]), min(days, self.until))
        return float(doses @ np.maximum(ends - starts + 1.0, 0.0))


def planned_doses(schedule: str) -> PlannedDose | None:
    """Return the schedule of a plan; None where the plan has none (a plan holds only what can be read)."""
    found = planned_dose(schedule)
    return found if isinstance(found, PlannedDose) else None


def planned_dose(text: str) -> PlannedDose | str | None:
    """Read a schedule such as `EXAMPLE`; None when the text is empty, a sentence when it cannot be read."""
    parts = [part.strip() for part in re.split(r"[,;\n]", text) if part.strip()]
    if not parts:
        return None
    end = _UNTIL.match(parts[-1])
    if end is None:
        return say(
            "The schedule does not say until which day it goes: write for example “{example}”.",
            example=EXAMPLE,
        )
    matches = [_STEP.match(part) for part in parts[:-1]]
    unread = [part for part, match in zip(parts, matches, strict=False) if match is None]
    if unread or not matches:
        return say(
            "“{part}” is no step of a schedule: write for example “{example}”.",
            part=(unread or parts)[0],
            example=EXAMPLE,
        )
    steps = tuple((int(match["day"]), float(match["dose"])) for match in matches if match)
    days = [day for day, _ in steps]
    if days[0] != 1 or days != sorted(set(days)) or int(end["day"]) < days[-1]:
        return say("The steps of a schedule begin on day 1 and go up to the last planned day.")
    return PlannedDose(steps, int(end["day"]))
