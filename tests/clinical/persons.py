"""Persons for the tests of reference equations."""

import numpy as np

from sscviewer.model.persons import FEMALE, MALE, Group, Persons


def person(sex, age, height, group=Group.CAUCASIAN):
    """Return one person, or several of one sex when `age` is a list."""
    ages = np.atleast_1d(np.asarray(age, dtype=np.float64))
    n = len(ages)
    code = {"M": MALE, "F": FEMALE}.get(sex, 0)
    return Persons(np.full(n, code), ages, np.broadcast_to(float(height), n), np.full(n, int(group)))
