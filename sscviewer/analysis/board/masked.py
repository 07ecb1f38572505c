"""A trial whose arms have letters instead of names, or none: closed and open report of a safety board."""

import random
from collections.abc import Mapping, Sequence
from string import ascii_uppercase

import numpy as np

from sscviewer.analysis.settled.clock import with_other_tables
from sscviewer.model.study import Study

_ARMS = ("TRT01P", "TRT01A")


def arm_letters(arms: Sequence[str], known: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return "Arm A" … for the arms, in an order by chance: their names and doses must not tell.

    Parameters
    ----------
    known
        The letters of earlier reports, which stay; arms not among them get the letters after.
    """
    kept = dict(known or {})
    new = [arm for arm in arms if arm not in kept]
    random.SystemRandom().shuffle(new)
    free = (f"Arm {letter}" for letter in ascii_uppercase if f"Arm {letter}" not in kept.values())
    kept.update(zip(new, free, strict=False))
    return {arm: kept[arm] for arm in arms if arm in kept}


def with_arms(study: Study, letters: Mapping[str, str]) -> Study:
    """Return the trial with other names of its arms; with no names at all when `letters` is empty."""
    named = {
        name: np.array([letters.get(arm, "") for arm in study.column("subjects", name)], dtype=object)
        for name in _ARMS
    }
    return with_other_tables(
        study, lambda plain: {"subjects": plain.subjects.assign(TRT01PN=np.nan, **named)}
    )


def without_arms_and_doses(study: Study) -> Study:
    """Return the trial without what would tell which arm a patient is in; day 1 stays the one it was."""
    return with_other_tables(
        with_arms(study, {}), lambda plain: {"exposure": plain.frame("exposure").iloc[:0]}
    )
