"""Spirometry by NHANES III: the equations most North American laboratories used.

**Source**: Hankinson 1999, Am J Respir Crit Care Med 159:179, tables 4 to 6.
"""

from functools import cache

import numpy as np
import numpy.typing as npt

from sscviewer.clinical.equation_tables import read_rows
from sscviewer.clinical.reference_values import LinearEquation
from sscviewer.model.arrays import Floats
from sscviewer.model.persons import FEMALE, MALE, Group, Persons

AGES = (8.0, 80.0)
"""Years of age the equations were made from."""
ADULT_MAN, ADULT_WOMAN = 20.0, 18.0
"""Years of age from which the equation for adults holds."""

VOLUMES = ("FVC", "FEV1", "FEV6", "PEF", "FEF25_75")
"""Litres, and litres per second: b0 + b1·age + b2·age² + b3·height²."""
RATIOS = ("FEV1FVC", "FEV1FEV6")
"""Per cent: b0 + b1·age."""

GROUPS = {
    Group.CAUCASIAN: "caucasian",
    Group.AFRICAN_AMERICAN: "african_american",
    Group.MEXICAN_AMERICAN: "mexican_american",
}
"""The groups there are equations for; the Caucasian ones are used for all others."""

_SEXES = {"male": 0, "female": 1}
_STAGES = {"child": 0, "adult": 1}
_TERMS = ("a0_pred", "a1_age", "a2_age2", "a3_ht2_pred", "a3_ht2_lln")
_RATIO_TERMS = ("a0_pred", "a0_lln", "a1_age")


def nhanes_3(quantity: str, persons: Persons) -> LinearEquation:
    """Return predicted value and lower limit of one of `VOLUMES` or `RATIOS`; NaN outside 8 to 80 years."""
    known = persons.known(*AGES)
    who = persons.pick(known)
    side = (who.sex == FEMALE).astype(np.int64)
    group = _group_places()[who.group]
    if quantity in RATIOS:
        b0, b0_lln, b1 = _ratio_table(quantity)[side, group].T
        values = b0 + b1 * who.age, b0_lln + b1 * who.age
    else:
        adult = who.age >= np.where(who.sex == MALE, ADULT_MAN, ADULT_WOMAN)
        b0, b1, b2, b3, b3_lln = _table(quantity)[side, group, adult.astype(np.int64)].T
        of_age = b0 + b1 * who.age + b2 * who.age**2
        values = of_age + b3 * who.height**2, of_age + b3_lln * who.height**2
    found = np.full((2, len(known)), np.nan)
    found[:, known] = values
    return LinearEquation(*found)


@cache
def _group_places() -> npt.NDArray[np.int64]:
    """Return for each number of a `Group` the place of its equation."""
    order = list(GROUPS)
    return np.array([order.index(Group(g)) if g in GROUPS else 0 for g in range(max(Group) + 1)])


@cache
def _table(quantity: str) -> Floats:
    """Return (sex, group, child or adult, `_TERMS`)."""
    found = np.full((2, len(GROUPS), 2, len(_TERMS)), np.nan)
    order = list(GROUPS.values())
    for row in read_rows("hankinson_1999_coefficients_t4_t5"):
        if row["parameter"] == quantity:
            place = _SEXES[row["sex"]], order.index(row["ethnicity"]), _STAGES[row["age_group"]]
            found[place] = [float(row[term]) for term in _TERMS]
    return found


@cache
def _ratio_table(quantity: str) -> Floats:
    """Return (sex, group, `_RATIO_TERMS`)."""
    found = np.full((2, len(GROUPS), len(_RATIO_TERMS)), np.nan)
    order = list(GROUPS.values())
    for row in read_rows("hankinson_1999_coefficients_t6"):
        if row["parameter"] == quantity:
            found[_SEXES[row["sex"]], order.index(row["ethnicity"])] = [
                float(row[term]) for term in _RATIO_TERMS
            ]
    return found
