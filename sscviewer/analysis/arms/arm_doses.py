"""The dose of each arm, for the test of dose-response: the plan's, else what the file says."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from sscviewer.analysis.arm_order import CONTROL, DOSE, MILLIGRAMS
from sscviewer.model.sentence import say
from sscviewer.model.study import Study

LEAST_ARMS = 3
"""With two arms the trend is their difference."""

_ENTRY = re.compile(r"^(?P<arm>.+?)\s*[:=]\s*(?P<dose>\d+(?:\.\d+)?)$")
EXAMPLE = "Placebo: 0; Low dose: 54; High dose: 81"


@dataclass(frozen=True, slots=True)
class ArmDoses:
    """Doses by arm, and where they are from, in words."""

    doses: dict[str, float]
    source: str

    @property
    def words(self) -> str:
        """Return "0, 54 and 81 (numbers of the arms in the file)"."""
        said = [f"{dose:g}" for dose in self.doses.values()]
        return f"{', '.join(said[:-1])} and {said[-1]} ({self.source})"


def read_doses(text: str) -> dict[str, float] | str:
    """Return the doses a plan writes; a sentence where it cannot be read."""
    found = {}
    for part in (part.strip() for part in text.split(";")):
        match = _ENTRY.match(part)
        if match is None:
            return say(
                "“{part}” names no arm with its dose: write for example “{example}”.",
                part=part,
                example=EXAMPLE,
            )
        found[match["arm"]] = float(match["dose"])
    return found


def arm_doses(study: Study, arms: Sequence[str], plan_text: str) -> ArmDoses | None:
    """Return the doses of all arms; None with fewer than three arms, or where one of them is not known.

    Those of the plan; else milligrams in the names, a control being 0; else the file's numbers of its arms,
    as far as they are different and the control has the lowest: codes that follow another order are no doses.
    """
    if len(arms) < LEAST_ARMS:
        return None
    if plan_text:
        written = read_doses(plan_text)
        return _all_of(arms, {} if isinstance(written, str) else written, "the plan’s")
    return _all_of(arms, dict(_in_names(arms)), "by the arms’ names") or _numbered(study, arms)


def _all_of(arms: Sequence[str], doses: dict[str, float], source: str) -> ArmDoses | None:
    if not set(arms) <= set(doses) or len({doses[arm] for arm in arms}) < len(arms):
        return None
    return ArmDoses({arm: doses[arm] for arm in arms}, source)


def _in_names(arms: Iterable[str]) -> Iterable[tuple[str, float]]:
    for arm in arms:
        written = DOSE.findall(arm)
        if CONTROL.search(arm) and not written:
            yield arm, 0.0
        elif len(written) == 1:
            number, unit = written[0]
            yield arm, float(number.replace(",", ".")) * MILLIGRAMS[unit.lower()]


def _numbered(study: Study, arms: Sequence[str]) -> ArmDoses | None:
    names, numbers = study.column("subjects", "TRT01P"), study.column("subjects", "TRT01PN")
    found = {arm: np.unique(numbers[(names == arm) & ~np.isnan(numbers)]) for arm in arms}
    doses = {arm: float(values[0]) for arm, values in found.items() if len(values) == 1}
    control = [doses[arm] for arm in doses if CONTROL.search(arm)]
    if not control or max(control) > min(doses.values()):
        return None
    return _all_of(arms, doses, "the file’s numbers of the arms")
