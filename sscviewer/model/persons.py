"""Whose lung function is predicted: sex, age, height and reference group, as arrays."""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import numpy.typing as npt

from sscviewer.model.arrays import Floats, Ints

MALE, FEMALE = 1, 2
"""Codes of sex; any other number means not known."""


class Group(IntEnum):
    """Groups that reference equations tell apart.

    1 to 5 as GLI-2012 numbers them; 6 only NHANES III knows.

    **Source**: Quanjer 2012, Eur Respir J 40:1324; Hankinson 1999, Am J Respir Crit Care Med 159:179.
    """

    CAUCASIAN = 1
    AFRICAN_AMERICAN = 2
    NORTH_EAST_ASIAN = 3
    SOUTH_EAST_ASIAN = 4
    OTHER = 5
    MEXICAN_AMERICAN = 6

    @property
    def words(self) -> str:
        """Return "African American"."""
        return _WORDS[self]


_WORDS = {
    Group.CAUCASIAN: "Caucasian",
    Group.AFRICAN_AMERICAN: "African American",
    Group.NORTH_EAST_ASIAN: "North East Asian",
    Group.SOUTH_EAST_ASIAN: "South East Asian",
    Group.OTHER: "Other/mixed",
    Group.MEXICAN_AMERICAN: "Mexican American",
}


@dataclass(frozen=True, slots=True)
class Persons:
    """Persons at the time of a test.

    Attributes
    ----------
    sex : (n,) int, MALE or FEMALE; anything else is not known
    age : (n,) float, decimal years; NaN when not known
    height : (n,) float, cm; NaN when not known
    group : (n,) int, `Group`
    """

    sex: Ints
    age: Floats
    height: Floats
    group: Ints

    def known(self, youngest: float, oldest: float) -> npt.NDArray[np.bool_]:
        """Return who has a sex, a height and an age within an equation's range; (n,) bool."""
        sexed = (self.sex == MALE) | (self.sex == FEMALE)
        # Comparisons with NaN are False.
        of_age = (self.age >= youngest) & (self.age <= oldest)
        known: npt.NDArray[np.bool_] = sexed & of_age & (self.height > 0)
        return known

    def pick(self, which: npt.NDArray[np.bool_] | Ints) -> "Persons":
        """Return some of the persons."""
        return Persons(self.sex[which], self.age[which], self.height[which], self.group[which])
