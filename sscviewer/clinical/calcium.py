"""Calcium corrected for albumin, which CTCAE grades instead of the measured one."""

from sscviewer.model.arrays import Floats

NORMAL_ALBUMIN = 40.0
PER_GRAM = 0.02
"""mmol/L of calcium for each g/L of albumin below 40 g/L. **Source**: Payne 1973, BMJ 4:643.

A rule of thumb: with albumin far from normal it may miss by 0.2 mmol/L, and ionised calcium decides.
"""


def correct_for_albumin(calcium: Floats, albumin: Floats) -> Floats:
    """Return corrected calcium, mmol/L.

    Parameters
    ----------
    calcium
        Total calcium, mmol/L.
    albumin
        g/L, of the same blood sample; NaN gives NaN.
    """
    corrected: Floats = calcium + PER_GRAM * (NORMAL_ALBUMIN - albumin)
    return corrected
