"""Measurement kinds the program knows: code, words for people, unit, allowed range, decimals.

One PARAMCD has one unit. Whatever else a file measures becomes a parameter of its own, with the unit the file
gives and no range.
"""

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["endpoint", "lung", "skin", "function", "lab", "vital", "item", "derived", "other"]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One measurement kind.

    Attributes
    ----------
    paramcd, param, unit
        CDISC code, name for people, the one unit of AVAL ("" when it has none).
    short
        What stands beside an axis.
    low, high
        Values outside cannot be right; None when not known.
    kind
        What it is about; "derived": computed and shown beside what is collected, not modelled or tabulated.
    digits
        Decimals shown.
    """

    paramcd: str
    param: str
    unit: str
    short: str
    kind: Kind = "other"
    low: float | None = None
    high: float | None = None
    digits: int = 1

    @property
    def is_scale(self) -> bool:
        """Return whether the "unit" is the scale of a score ("0-51"), which is not said after a number."""
        return self.unit[:1].isdigit()

    @property
    def after(self) -> str:
        """Return what follows a number: " % predicted", "" for a score."""
        return f" {self.unit}" if self.unit and not self.is_scale else ""

    @property
    def title(self) -> str:
        """Return "Forced vital capacity (L)"; the unit is left out where the name says it."""
        said = re.split(r"[ ,()]+", self.param)
        return (
            self.param if all(word in said for word in self.unit.split()) else f"{self.param} ({self.unit})"
        )

    @property
    def axis_label(self) -> str:
        """Return "FVC, % predicted"."""
        return f"{self.short}, {self.unit}" if self.unit else self.short


PREDICTED = "% predicted"

NOT_TABULATED = ("item", "derived")
"""Kinds that tables of everything leave out: parts of a total, and what stands beside a collected value."""

KNOWN = (
    Parameter("FVC", "Forced vital capacity", "L", "FVC", "lung", 0.3, 9.0, 2),
    Parameter("FVCPP", "Forced vital capacity, % predicted", PREDICTED, "FVC", "endpoint", 10, 180, 1),
    Parameter("FEV1", "Forced expiratory volume in 1 s", "L", "FEV1", "lung", 0.2, 8.0, 2),
    Parameter(
        "FEV1PP", "Forced expiratory volume in 1 s, % predicted", PREDICTED, "FEV1", "lung", 10, 180, 1
    ),
    Parameter("FEV1FVC", "FEV1/FVC", "%", "FEV1/FVC", "lung", 20, 100, 1),
    Parameter("TLC", "Total lung capacity", "L", "TLC", "lung", 0.8, 12.0, 2),
    Parameter("TLCPP", "Total lung capacity, % predicted", PREDICTED, "TLC", "lung", 15, 200, 1),
    Parameter("DLCO", "Diffusing capacity for CO", "mL/min/mmHg", "DLCO", "lung", 1, 70, 1),
    Parameter("DLCOPP", "Diffusing capacity for CO, % predicted", PREDICTED, "DLCO", "endpoint", 5, 200, 1),
    Parameter(
        "DLCOHB", "Diffusing capacity for CO, Hb-corrected", "mL/min/mmHg", "DLCO Hb", "lung", 1, 70, 1
    ),
    Parameter("MRSS", "Modified Rodnan skin score", "0-51", "MRSS", "endpoint", 0, 51, 0),
    Parameter("HAQDI", "HAQ Disability Index", "0-3", "HAQ-DI", "endpoint", 0, 3, 3),
    Parameter("HEIGHT", "Height", "cm", "Height", "vital", 100, 230, 0),
    Parameter("WEIGHT", "Weight", "kg", "Weight", "vital", 25, 250, 1),
    Parameter("SYSBP", "Systolic blood pressure", "mmHg", "Systolic BP", "vital", 40, 300, 0),
    Parameter("DIABP", "Diastolic blood pressure", "mmHg", "Diastolic BP", "vital", 20, 200, 0),
    Parameter("PULSE", "Pulse rate", "beats/min", "Pulse", "vital", 20, 250, 0),
    Parameter("TEMP", "Temperature", "°C", "Temperature", "vital", 30, 44, 1),
)

BY_CODE = {parameter.paramcd: parameter for parameter in KNOWN}

PATIENT_PAGE = (("FVCPP", "FVC"), ("DLCOPP", "DLCO", "DLCOHB"), ("MRSS",), ("HAQDI",))
"""What a patient page shows first, in this order: of each the first that the file has."""
