"""Predicted forced vital capacity by NHANES III: the equations most North American laboratories used."""

from typing import Literal

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Race = Literal["CAUCASIAN", "AFRICAN AMERICAN", "MEXICAN AMERICAN"]

YOUNGEST, OLDEST = 8.0, 80.0
"""Years of age the equations were made from."""

ADULT_FROM = {"M": 20.0, "F": 18.0}

_ADULT: dict[tuple[str, Race], tuple[float, float, float]] = {
    ("M", "CAUCASIAN"): (-0.1933, 0.00064, -0.000269),
    ("M", "AFRICAN AMERICAN"): (-0.1517, -0.01821, 0.0),
    ("M", "MEXICAN AMERICAN"): (0.2376, -0.00891, -0.000182),
    ("F", "CAUCASIAN"): (-0.3560, 0.01870, -0.000382),
    ("F", "AFRICAN AMERICAN"): (-0.3039, 0.00536, -0.000265),
    ("F", "MEXICAN AMERICAN"): (0.1210, 0.00307, -0.000237),
}
_CHILD: dict[tuple[str, Race], tuple[float, float, float]] = {
    ("M", "CAUCASIAN"): (-0.2584, -0.20415, 0.010133),
    ("M", "AFRICAN AMERICAN"): (-0.4971, -0.15497, 0.007701),
    ("M", "MEXICAN AMERICAN"): (-0.7571, -0.09520, 0.006619),
    ("F", "CAUCASIAN"): (-1.2082, 0.05916, 0.0),
    ("F", "AFRICAN AMERICAN"): (-0.6166, -0.04687, 0.003602),
    ("F", "MEXICAN AMERICAN"): (-1.2507, 0.07501, 0.0),
}
_PER_SQUARE_CM: dict[tuple[str, Race], float] = {
    ("M", "CAUCASIAN"): 1.8642e-4,
    ("M", "AFRICAN AMERICAN"): 1.6643e-4,
    ("M", "MEXICAN AMERICAN"): 1.7823e-4,
    ("F", "CAUCASIAN"): 1.4815e-4,
    ("F", "AFRICAN AMERICAN"): 1.3606e-4,
    ("F", "MEXICAN AMERICAN"): 1.4246e-4,
}


def compute_predicted_fvc(age: Floats, height: Floats, sex: str, race: Race = "CAUCASIAN") -> Floats:
    """Return the predicted forced vital capacity of persons of one sex and race, litres.

    Parameters
    ----------
    age : (n,) float, years; NaN when missing
    height : (n,) float, cm; NaN when missing
    sex
        "M" or "F".
    race
        The equation; there are three.

    Returns
    -------
    (n,) float, NaN where age or height is missing or the age is outside 8 to 80 years.

    **Source**: Hankinson 1999, Am J Respir Crit Care Med 159:179, tables 4 and 5:
    b0 + b1·age + b2·age² + b3·height².
    """
    is_adult = age >= ADULT_FROM[sex]
    b0, b1, b2 = (
        np.where(is_adult, adult, child)
        for adult, child in zip(_ADULT[sex, race], _CHILD[sex, race], strict=True)
    )
    predicted = b0 + b1 * age + b2 * age**2 + _PER_SQUARE_CM[sex, race] * height**2
    return np.where((age >= YOUNGEST) & (age <= OLDEST), predicted, np.nan)
