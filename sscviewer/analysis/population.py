"""Who counts: the treated patients, and the arms they were in."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sscviewer.model.study import Study

ALL = "ALL"


@dataclass(frozen=True, slots=True)
class Population:
    """The denominators of every table.

    Attributes
    ----------
    n_subjects : patients of the file, or of the filter in force
    treated : (n,) bool, one per patient of `study.usubjids`: has taken at least one dose and is counted
    arms : (name, (n,) bool) for "ALL" and, where there are two or more, for each arm; treated patients only
    among : (n,) bool, the patients of the file or of the filter in force, treated or not
    """

    n_subjects: int
    treated: npt.NDArray[np.bool_]
    arms: tuple[tuple[str, npt.NDArray[np.bool_]], ...]
    among: npt.NDArray[np.bool_]

    @property
    def n_treated(self) -> int:
        """How many patients took at least one dose."""
        return int(self.treated.sum())


def population(study: Study, among: Collection[str] | None = None) -> Population:
    """Return the treated patients by arm.

    Parameters
    ----------
    among
        The patients a filter leaves; None for all.

    A patient with a date of first dose is treated (the loader takes it from the dose log where the patient's
    own sheet has none). In a file that records doses of nobody, every patient counts as treated.
    """
    dosed = ~np.isnat(study.column("subjects", "TRTSDT"))
    treated = dosed if dosed.any() else np.ones_like(dosed)
    wanted = set(study.usubjids) if among is None else set(among)
    counted = np.array([usubjid in wanted for usubjid in study.usubjids], dtype=bool)
    treated = treated & counted
    arm = study.column("subjects", "TRT01A").astype(str)
    names = [str(name) for name in dict.fromkeys(arm[treated]) if name]
    arms = [(ALL, treated)]
    if len(names) > 1:
        arms += [(name, treated & (arm == name)) for name in sorted(names)]
    return Population(int(counted.sum()), treated, tuple(arms), counted)
