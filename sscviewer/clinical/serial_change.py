"""How unusual the change between two z scores of FEV1 is, given that they depend on each other."""

import numpy as np

from sscviewer.model.arrays import Floats

AT_BIRTH, PER_YEAR_BETWEEN, PER_YEAR_OF_AGE = 0.642, -0.04, 0.020
"""Correlation of two tests: constant, per year between them, per year of age at the first."""


def conditional_change(first: Floats, second: Floats, age: Floats, years: Floats) -> Floats:
    """Return the conditional change score of children and young people.

    (z2 − r·z1)/√(1 − r²) with r = 0.642 − 0.04·years + 0.020·age.

    Parameters
    ----------
    first, second : (n,) float, z scores
    age : (n,) float, years at the first test
    years : (n,) float, between the tests

    Returns
    -------
    (n,) float, below −1.96 in 2.5 % of healthy persons; NaN where r is not between −1 and 1, as in adults.

    **Source**: ERS/ATS 2022 technical standard on interpretation (Stanojevic, Eur Respir J 60:2101499).
    """
    r = AT_BIRTH + PER_YEAR_BETWEEN * years + PER_YEAR_OF_AGE * age
    possible = np.where(np.abs(r) < 1, r, np.nan)
    score: Floats = (second - possible * first) / np.sqrt(1 - possible**2)
    return score
