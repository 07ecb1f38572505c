"""The SI unit of each laboratory test that is graded, and the factors to it."""

from types import MappingProxyType

_COUNT = {"10^9/L": 1.0, "10^6/L": 0.001, "cells/µL": 0.001, "g/L": 1.0}
"""Cell counts. "G/L" (giga per litre) is read as "g/L" because case does not count; cells have no grams."""
_ENZYME = {"U/L": 1.0, "µkat/L": 60.0}
"""1 U = 1 µmol/min and 1 kat = 1 mol/s, by definition."""
_ION = {"mmol/L": 1.0, "mEq/L": 1.0}
"""Of singly charged ions."""

_CALCIUM, _MAGNESIUM, _GLUCOSE = 40.078, 24.305, 180.156
"""Molar masses, g/mol; 1 mg/dL is 10 mg/L."""

TO_SI = MappingProxyType(
    {
        "HGB": {"g/L": 1.0, "g/dL": 10.0, "mmol/L": 10 / 0.6206},
        "NEUT": _COUNT,
        "LYM": _COUNT,
        "WBC": _COUNT,
        "PLAT": _COUNT,
        "ALT": _ENZYME,
        "AST": _ENZYME,
        "ALP": _ENZYME,
        "GGT": _ENZYME,
        "CK": _ENZYME,
        "BILI": {"µmol/L": 1.0, "mg/dL": 17.104, "mg/L": 1.7104},
        "CREAT": {"µmol/L": 1.0, "mg/dL": 88.40, "mg/L": 8.840},
        "PHOS": {"mmol/L": 1.0, "mg/dL": 0.32285},
        "ALB": {"g/L": 1.0, "g/dL": 10.0},
        "LIPASE": _ENZYME,
        "AMYLASE": _ENZYME,
        "CA": {"mmol/L": 1.0, "mg/dL": 10 / _CALCIUM, "mEq/L": 0.5},
        "MG": {"mmol/L": 1.0, "mg/dL": 10 / _MAGNESIUM, "mEq/L": 0.5},
        "GLUC": {"mmol/L": 1.0, "mg/dL": 10 / _GLUCOSE, "g/L": 1000 / _GLUCOSE},
        "INR": {"": 1.0},
        "CRP": {"mg/L": 1.0, "mg/dL": 10.0},
        "K": _ION,
        "SODIUM": _ION,
        "PROTU": {"g/24 h": 1.0, "mg": 0.001},  # "mg/24 h" is spelled "mg", as daily doses are
    }
)
"""{test: {unit: factor}}: value in the SI unit = value in the unit × factor; the SI unit has factor 1.

**Source**: clinical facts 7.7 (molar masses, recomputed).
"""


def si_factor(paramcd: str, unit: str) -> float | None:
    """Return by what a value in `unit` is multiplied to be in the SI unit; None when that is not known.

    Parameters
    ----------
    unit
        In the spelling of `resources/vocabulary/units.toml`.
    """
    return TO_SI.get(paramcd, {}).get(unit)


def unit_factor(paramcd: str, unit: str, wanted: str) -> float | None:
    """Return the factor from one unit of a test to another; None when either is not known."""
    given, target = si_factor(paramcd, unit), si_factor(paramcd, wanted)
    return None if given is None or target is None else given / target
