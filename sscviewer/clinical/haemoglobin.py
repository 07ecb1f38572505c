"""What the transfer factor would be at a standard haemoglobin.

Two forms of the correction circulate. This is the one that follows from the model 1/DL = 1/Dm + 1/(θ·Vc) with
θ proportional to haemoglobin and Dm/(θ·Vc) = 0.7 at the standard one. It is applied to the measured value;
the predicted value then stays as it is.

**Source**: Cotes 1972; American Thoracic Society 1995 and 2005; Stanojevic 2017, page 11 (the standards).
"""

import numpy as np

from sscviewer.model.arrays import Floats, Ints
from sscviewer.model.persons import FEMALE, MALE

STANDARD_MAN, STANDARD_OTHERS = 146.0, 134.0
"""g/L: males of 15 years and older; women of any age and children."""
MAN_FROM = 15.0
"""Years of age."""
MEMBRANE_SHARE = 0.7
"""Dm/(θ·Vc) at the standard haemoglobin."""


def haemoglobin_factor(haemoglobin: Floats, sex: Ints, age: Floats) -> Floats:
    """Return what a measured transfer factor is multiplied by: (0.7·Hb_ref + Hb)/(1.7·Hb).

    Parameters
    ----------
    haemoglobin : (n,) float, g/L; NaN when missing
    sex : (n,) int, MALE or FEMALE
    age : (n,) float, years

    Returns
    -------
    (n,) float, NaN where haemoglobin is missing or not above 0, or sex or (of a male) age is not known.

    **Source**: Cotes 1972.
    """
    man = (sex == MALE) & (age >= MAN_FROM)
    other = (sex == FEMALE) | ((sex == MALE) & (age < MAN_FROM))
    standard = np.select([man, other], [STANDARD_MAN, STANDARD_OTHERS], np.nan)
    measured = np.where(haemoglobin > 0, haemoglobin, np.nan)
    return (MEMBRANE_SHARE * standard + measured) / ((1 + MEMBRANE_SHARE) * measured)
