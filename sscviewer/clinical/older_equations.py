"""Equations from before 2000 that laboratories still use: Crapo 1981 and 1982, ECSC 1993.

Both take one form: a·height + b·age + c, with a fixed amount below which a value is too low.
"""

from dataclasses import dataclass

import numpy as np

from sscviewer.clinical.reference_values import LinearEquation
from sscviewer.model.persons import FEMALE, MALE, Persons

CM_PER_M = 100.0
ADULT = 18.0
"""Both are for adults. **Source**: Quanjer 1993; for Crapo our choice (the sample was 15 to 91 years)."""
OLDEST = 95.0
"""No equation is used beyond this age (our choice)."""
ECSC_YOUNG = 25.0
"""ECSC takes everybody of 18 to 25 years as 25. **Source**: Quanjer 1993, Eur Respir J 6 Suppl 16:5."""
NOT_CHECKED = float("nan")
"""A limit that could not be checked against the source is not given."""


@dataclass(frozen=True, slots=True)
class _Line:
    """Per cm of height, per year of age, constant, and what is subtracted for the lower limit."""

    height: float
    age: float
    constant: float
    below: float


# Crapo 1981, Am Rev Respir Dis 123:659 (FVC, FEV1); Crapo and Morris 1981, 123:185 (DLCO, mL/min/mmHg);
# Crapo 1982, Bull Eur Physiopathol Respir 18:419 (volumes).
_CRAPO = {
    ("FVC", MALE): _Line(0.0600, -0.0214, -4.650, 1.12),
    ("FVC", FEMALE): _Line(0.0491, -0.0216, -3.590, 0.68),
    ("FEV1", MALE): _Line(0.0414, -0.0244, -2.190, 0.84),
    ("FEV1", FEMALE): _Line(0.0342, -0.0255, -1.578, 0.56),
    ("TLC", MALE): _Line(0.0795, 0.0032, -7.333, 1.61),
    ("TLC", FEMALE): _Line(0.0590, 0.0, -4.537, 1.08),
    ("RV", MALE): _Line(0.0216, 0.0207, -2.840, 0.76),
    ("RV", FEMALE): _Line(0.0197, 0.0201, -2.421, 0.78),
    ("FRC", MALE): _Line(0.0471, 0.0090, -5.290, 1.46),
    ("FRC", FEMALE): _Line(0.0360, 0.0031, -3.182, 1.06),
    ("RV_TLC", MALE): _Line(0.0, 0.309, 14.06, 8.8),
    ("RV_TLC", FEMALE): _Line(0.0, 0.416, 14.35, 11.0),
    ("DLCO", MALE): _Line(0.410, -0.210, -26.31, 8.2),
    ("DLCO", FEMALE): _Line(0.282, -0.157, -10.89, NOT_CHECKED),
}
# Quanjer 1993. Its lower limits, and TLC and TLCO, could not be checked: left out.
_ECSC = {
    ("FVC", MALE): _Line(5.76 / CM_PER_M, -0.026, -4.34, NOT_CHECKED),
    ("FVC", FEMALE): _Line(4.43 / CM_PER_M, -0.026, -2.89, NOT_CHECKED),
    ("FEV1", MALE): _Line(4.30 / CM_PER_M, -0.029, -2.49, NOT_CHECKED),
    ("FEV1", FEMALE): _Line(3.95 / CM_PER_M, -0.025, -2.60, NOT_CHECKED),
}
CRAPO_QUANTITIES = tuple(dict.fromkeys(quantity for quantity, _ in _CRAPO))
ECSC_QUANTITIES = tuple(dict.fromkeys(quantity for quantity, _ in _ECSC))


def crapo(quantity: str, persons: Persons) -> LinearEquation:
    """Return predicted value and lower limit of adults; litres, RV_TLC %, DLCO mL/min/mmHg.

    **Source**: Crapo 1981 and 1982; Crapo and Morris 1981.
    """
    return _evaluate(_CRAPO, quantity, persons, persons.age)


def ecsc_1993(quantity: str, persons: Persons) -> LinearEquation:
    """Return the predicted value of adults, litres; no lower limit.

    **Source**: Quanjer 1993.
    """
    return _evaluate(_ECSC, quantity, persons, np.maximum(persons.age, ECSC_YOUNG))


def _evaluate(
    table: dict[tuple[str, int], _Line], quantity: str, persons: Persons, age: np.ndarray
) -> LinearEquation:
    man, woman = table[quantity, MALE], table[quantity, FEMALE]
    known, is_man = persons.known(ADULT, OLDEST), persons.sex == MALE

    def term(of_man: float, of_woman: float) -> np.ndarray:
        return np.where(is_man, of_man, of_woman)

    predicted = (
        term(man.height, woman.height) * persons.height
        + term(man.age, woman.age) * age
        + term(man.constant, woman.constant)
    )
    predicted = np.where(known, predicted, np.nan)
    return LinearEquation(predicted, predicted - term(man.below, woman.below))
