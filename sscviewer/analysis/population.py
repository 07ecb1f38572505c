"""Who counts by the plan, and the arms they were in, as randomised or as treated."""

from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.arm_order import CONTROL, in_dose_order
from sscviewer.analysis.arm_words import ALL as ALL
from sscviewer.analysis.members import Counting, Members, members_of, randomised
from sscviewer.analysis.plan import AnalysisPlan
from sscviewer.analysis.plan.rules import ArmBasis
from sscviewer.model.study import Study
from sscviewer.model.treatments import is_arm

TREATED = Counting()
BASES: tuple[ArmBasis, ArmBasis] = ("randomised", "treated")


@dataclass(frozen=True, slots=True)
class Population:
    """The denominators of every table.

    Attributes
    ----------
    n_subjects : patients of the file, or of the filter in force
    treated : (n,) bool, one per patient of `study.usubjids`: is counted, which the plan leaves to those with
        at least one dose unless it says otherwise
    arms : (name, (n,) bool) for "ALL" and, where there are two or more, for each arm; counted patients only
    among : (n,) bool, the patients of the file or of the filter in force, treated or not
    arm : (n,) str, each patient's arm as it is counted here, "" when not known
    counting : by what it is counted
    members : who counts in words, and what the file lacks for it
    """

    n_subjects: int
    treated: npt.NDArray[np.bool_]
    arms: tuple[tuple[str, npt.NDArray[np.bool_]], ...]
    among: npt.NDArray[np.bool_]
    arm: npt.NDArray[np.object_]
    counting: Counting
    members: Members

    @property
    def n_treated(self) -> int:
        """How many patients are counted."""
        return int(self.treated.sum())

    @property
    def key(self) -> Hashable:
        """What tells it from other populations of the same trial; equal keys, equal members."""
        arms = tuple((name, members.tobytes()) for name, members in self.arms)
        return self.treated.tobytes(), self.among.tobytes(), arms, tuple(self.arm), self.counting

    @property
    def heading(self) -> str:
        """Who is counted, in two or three words: "Treated patients"."""
        return self.members.heading

    def within(self, members: npt.NDArray[np.bool_]) -> "Population":
        """Return the same with no other patients treated than some (n,)."""
        return replace(self, treated=self.treated & members)


@dataclass(frozen=True, slots=True)
class Populations:
    """Who counts for what by the plan.

    Attributes
    ----------
    efficacy
        For efficacy and demographics.
    safety
        For adverse events, laboratory and doses.
    disposition
        For the flow and the ends of the trial: all treated patients, by the arms of efficacy.
    """

    efficacy: Population
    safety: Population
    disposition: Population


@dataclass(frozen=True, slots=True)
class Arms:
    """Patients by arm, as randomised and as treated.

    Attributes
    ----------
    randomised, treated
        {arm: patients}. Everyone randomised, treated or not (CONSORT 13a), by the arm planned or, where the
        file names none, by the arm taken; the treated where the file says of nobody that they were
        randomised. And the treated, by the arm taken. Patients whose arm is not known are in neither.
    differ
        Patients whose two arms are known and not the same.
    """

    randomised: dict[str, int]
    treated: dict[str, int]
    differ: tuple[str, ...]


def arms_of(study: Study, who: Population) -> Arms:
    """Return the two allocations of the patients, those of the filter."""
    planned, actual = (study.column("subjects", arm_column(study, basis)) for basis in BASES)
    differ = who.treated & (planned != "") & (actual != "") & (planned != actual)
    allocated = randomised(study)
    by_plan = planned[allocated & who.among if allocated.any() else who.treated]
    return Arms(
        _counts(by_plan),
        _counts(actual[who.treated]),
        tuple(study.usubjids[i] for i in np.flatnonzero(differ)),
    )


def _counts(arms: npt.NDArray[np.object_]) -> dict[str, int]:
    names = in_dose_order(str(name) for name in arms if name)
    return {name: int((arms == name).sum()) for name in names}


def populations(study: Study, plan: AnalysisPlan, among: Collection[str] | None = None) -> Populations:
    """Return who counts by a plan, of all patients or of those a filter leaves."""
    rules = plan.populations
    efficacy = Counting(rules.efficacy, rules.efficacy_flag, rules.efficacy_rule)
    safety = Counting(rules.safety, rules.safety_flag, rules.safety_rule)
    return Populations(
        efficacy=population(study, plan.arms.efficacy, among, efficacy),
        safety=population(study, plan.arms.safety, among, safety),
        disposition=population(study, plan.arms.efficacy, among),
    )


def arm_column(study: Study, basis: ArmBasis) -> str:
    """Return the column of the arms: TRT01P as randomised where the file has it, else TRT01A."""
    planned = study.column("subjects", "TRT01P")
    return "TRT01P" if basis == "randomised" and bool(np.any(planned != "")) else "TRT01A"


def population(
    study: Study, basis: ArmBasis, among: Collection[str] | None = None, counting: Counting = TREATED
) -> Population:
    """Return the patients counted, by arm.

    Parameters
    ----------
    basis
        Whether arms are as randomised or as treated.
    among
        The patients a filter leaves; None for all.
    counting
        Who is counted; the treated unless the plan says otherwise.
    """
    members = members_of(study, counting)
    wanted = set(study.usubjids) if among is None else set(among)
    counted = np.array([usubjid in wanted for usubjid in study.usubjids], dtype=bool)
    treated = members.counted & counted
    arm = study.column("subjects", arm_column(study, basis))
    names = [str(name) for name in dict.fromkeys(arm[treated]) if is_arm(str(name))]
    arms = [(ALL, treated)]
    if len(names) > 1:
        arms += [(name, treated & (arm == name)) for name in in_dose_order(names)]
    return Population(int(counted.sum()), treated, tuple(arms), counted, arm, counting, members)


def reference_arm(arms: Sequence[str], chosen: str = "") -> str:
    """Return the arm to compare with: the one chosen, else placebo or control, else the first."""
    if chosen in arms:
        return chosen
    return next((arm for arm in arms if CONTROL.search(arm)), arms[0] if arms else "")
