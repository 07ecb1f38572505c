"""What the user decides about derived parameters."""

from dataclasses import dataclass
from typing import Literal

from sscviewer.clinical.percent_check import TOLERANCE

HAEMOGLOBIN_DAYS = 14
"""A haemoglobin this many days from the test may correct it (our choice; no standard names a limit)."""


@dataclass(frozen=True, slots=True)
class DerivationSettings:
    """How parameters are derived.

    Attributes
    ----------
    equation
        Name of the equation for spirometry: GLI-2012, GLI Global 2022, NHANES III, ECSC 1993 or Crapo.
    diffusion, volumes
        Names of the equations for DLCO and for TLC.
    prefer
        Which % predicted is analysed where the file has its own: the file's, or the computed one. The other
        is kept beside it. Where the file has none, the computed one is analysed.
    tolerance
        Points by which % predicted as recorded and as computed may differ before an issue says so.
    haemoglobin_days
        Days between a haemoglobin and the DLCO it corrects.
    """

    equation: str = "GLI-2012"
    diffusion: str = "GLI-2017 (corrected 2020)"
    volumes: str = "GLI-2021"
    prefer: Literal["file", "computed"] = "file"
    tolerance: float = TOLERANCE
    haemoglobin_days: int = HAEMOGLOBIN_DAYS
