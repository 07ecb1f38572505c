"""Spirometry by the Global Lung Function Initiative: GLI-2012 by group, GLI Global 2022 for everybody.

**Source**: Quanjer 2012, Eur Respir J 40:1324 (GLI-2012); Bowerman 2023, Am J Respir Crit Care Med 207:768
(GLI Global); both with their look-up tables.
"""

from functools import cache

import numpy as np

from sscviewer.clinical.lms import LmsEquation, LmsTables
from sscviewer.clinical.reference_values import Lms
from sscviewer.model.persons import Group, Persons

AGES = (3.0, 95.0)
AGES_FLOWS = (3.0, 90.0)
"""The tables of FEF25-75 and FEF75 end at 90 years."""
AGES_FEV075 = (3.0, 7.0)

VOLUMES = ("FEV1", "FVC", "FEV1FVC")
"""Litres and, for FEV1/FVC, the ratio as a fraction; both equations have them."""
FLOWS = ("FEF25_75", "FEF75")
EQUATIONS_ONLY = ("FEV075", "FEV075FVC")
"""For Caucasian children; equations without look-up tables."""

_GROUPS = (
    (Group.AFRICAN_AMERICAN, "3", "2"),
    (Group.NORTH_EAST_ASIAN, "4", "3"),
    (Group.SOUTH_EAST_ASIAN, "5", "4"),
    (Group.OTHER, "6", "5"),
)
# The paper prints four decimals and the GLI's own calculator computes with those; the table has more.
_PRINTED_DECIMALS = 4
_GLI_2012 = LmsTables(
    "gli_2012_coefficients",
    "gli_2012_splines",
    groups_m=tuple((group, f"a{m}") for group, m, _ in _GROUPS),
    groups_s=tuple((group, f"p{s}") for group, _, s in _GROUPS),
    digits=_PRINTED_DECIMALS,
)
_GLOBAL = LmsTables("bowerman_2022_coefficients", "bowerman_2022_splines")


def gli_2012(quantity: str, persons: Persons) -> Lms:
    """Return L, M and S by GLI-2012; Mexican Americans count as Caucasian.

    Parameters
    ----------
    quantity
        FEV1, FVC (L), FEV1FVC (fraction), FEF25_75, FEF75 (L/s), FEV075 (L), FEV075FVC (fraction).

    **Source**: Quanjer 2012: M = exp(a0 + a1·ln H + a2·ln A + group + spline), S alike, L = q0 + q1·ln A +
    spline; FEV0.75 takes the age itself, and is for Caucasians of 3 to 7 years.
    """
    found = _equation_2012(quantity)
    if quantity in EQUATIONS_ONLY:
        only = persons.group == Group.CAUCASIAN
        persons = Persons(persons.sex, np.where(only, persons.age, np.nan), persons.height, persons.group)
    return found(persons)


def gli_global(quantity: str, persons: Persons) -> Lms:
    """Return L, M and S by GLI Global 2022, which knows no groups.

    Parameters
    ----------
    quantity
        FEV1, FVC (L), FEV1FVC (fraction).

    **Source**: Bowerman 2023, table of equations; M and S have splines, L has none.
    """
    return _equation_global(quantity)(persons)


@cache
def _equation_2012(quantity: str) -> LmsEquation:
    if quantity in EQUATIONS_ONLY:
        by_log = quantity == "FEV075FVC"
        return _GLI_2012.read(quantity, AGES_FEV075, log_age=by_log, log_age_s=by_log)
    return _GLI_2012.read(quantity, AGES_FLOWS if quantity in FLOWS else AGES)


@cache
def _equation_global(quantity: str) -> LmsEquation:
    return _GLOBAL.read(quantity, AGES)
