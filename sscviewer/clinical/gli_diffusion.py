"""Transfer factor for carbon monoxide by GLI-2017, as corrected in 2020.

**Source**: Stanojevic 2017, Eur Respir J 50:1700010, with the correction of 2020 (56:1750010). The equations
of 2017 before the correction give other values (11.06 instead of 10.97 for a man of 30 years and 178 cm).
"""

from functools import cache

from sscviewer.clinical.lms import LmsEquation, LmsTables
from sscviewer.clinical.reference_values import Lms
from sscviewer.model.persons import Persons

AGES = (5.0, 90.0)

QUANTITIES = ("TLCO", "DLCO", "KCO_SI", "KCO_trad", "VA")
"""TLCO mmol/min/kPa, DLCO mL/min/mmHg, KCO the same per litre, VA litres (BTPS)."""

_TABLES = LmsTables("gli_2017_coefficients", "gli_2017_splines")


def gli_2017(quantity: str, persons: Persons) -> Lms:
    """Return L, M and S of one of `QUANTITIES`; not for haemoglobin, and for all groups alike.

    **Source**: Stanojevic 2017, corrected 2020: M = exp(a0 + a1·ln H + a2·ln A + spline),
    S = exp(p0 + p1·ln A + spline), L constant.
    """
    return _equation(quantity)(persons)


@cache
def _equation(quantity: str) -> LmsEquation:
    return _TABLES.read(quantity, AGES)
