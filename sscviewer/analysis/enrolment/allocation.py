"""To which arm patients were randomised, and which they took: the "allocation" of a flow of patients."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from sscviewer.analysis.arm_order import in_dose_order
from sscviewer.analysis.enrolment.trial_ends import EndGroup
from sscviewer.analysis.members import randomised
from sscviewer.analysis.population import ALL, Population
from sscviewer.model.study import Study
from sscviewer.model.treatments import is_arm


@dataclass(frozen=True, slots=True)
class Allocation:
    """The arms of the patients randomised, {patient: arm}; `taken` has those whose treatment is known."""

    planned: Mapping[str, str]
    taken: Mapping[str, str]

    def randomised(self) -> EndGroup:
        """Return everyone randomised."""
        return EndGroup("Randomised", tuple(self.planned))

    def to(self, arm: str) -> EndGroup:
        """Return who was randomised to an arm."""
        return EndGroup(arm, tuple(usubjid for usubjid, name in self.planned.items() if name == arm))

    def differs(self) -> bool:
        """Return whether anybody took what was planned for another arm."""
        return bool(self.took_another(tuple(self.planned)))

    def took_another(self, usubjids: tuple[str, ...]) -> tuple[EndGroup, ...]:
        """Return those of some patients who took what they were not randomised to, by what they took."""
        found: dict[str, list[str]] = {}
        for usubjid in usubjids:
            took = self.taken.get(usubjid, "")
            if took and took != self.planned[usubjid]:
                found.setdefault(took, []).append(usubjid)
        return tuple(EndGroup(f"Took {arm}", tuple(found[arm])) for arm in in_dose_order(found))


def allocation(study: Study, who: Population) -> Allocation | None:
    """Return the allocation; None where the file does not say it, or patients are counted as treated.

    None as well where nobody was treated of one of the arms: a chart by arm has no column for it.
    """
    planned, taken = study.column("subjects", "TRT01P"), study.column("subjects", "TRT01A")
    arms = {name for name, _ in who.arms if name != ALL}
    chosen = who.among & randomised(study)
    if not arms or not np.array_equal(who.arm, planned) or {str(name) for name in planned[chosen]} != arms:
        return None
    if bool((who.treated & ~chosen).any()):
        return None
    at = np.flatnonzero(chosen).tolist()
    return Allocation(
        {study.usubjids[i]: str(planned[i]) for i in at},
        {study.usubjids[i]: str(taken[i]) for i in at if is_arm(str(taken[i]))},
    )
