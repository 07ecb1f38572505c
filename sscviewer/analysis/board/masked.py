"""A trial whose arms have letters instead of names, or none: closed and open report of a safety board."""

import random
from collections.abc import Mapping, Sequence
from string import ascii_uppercase

import numpy as np

from sscviewer.model.study import Study, with_tables

_ARMS = ("TRT01P", "TRT01A")


def arm_letters(arms: Sequence[str]) -> dict[str, str]:
    """Return "Arm A" … for the arms, in an order by chance: their names and doses must not tell."""
    shuffled = list(arms)
    random.SystemRandom().shuffle(shuffled)
    return {arm: f"Arm {letter}" for arm, letter in zip(shuffled, ascii_uppercase, strict=False)}


def with_arms(study: Study, letters: Mapping[str, str]) -> Study:
    """Return the trial with other names of its arms; with no names at all when `letters` is empty."""
    subjects = study.subjects
    for name in _ARMS:
        subjects[name] = np.array(
            [letters.get(arm, "") for arm in study.column("subjects", name)], dtype=object
        )
    return with_tables(study, {"subjects": subjects})
