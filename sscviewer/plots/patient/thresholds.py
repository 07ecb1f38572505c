"""Published thresholds of change as lines and bands on the patient page, around the patient's baseline."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sscviewer.clinical.progression import (
    DLCO_FALL,
    LARGE_FALL,
    MCID_IMPROVED,
    MCID_WORSE,
    PPF_DLCO,
    PPF_FVC,
)
from sscviewer.clinical.skin_score import RESPONSE_PERCENT, RESPONSE_POINTS

ELIGIBLE_FVC = 85.0
"""FVC % predicted below which patients could enter the trial. **Source**: clinical facts 1.1."""


DASHED = (6.0, 2.0)


@dataclass(frozen=True, slots=True)
class Limit:
    """One threshold.

    Attributes
    ----------
    band
        Which of the bands (`gui.session.BANDS`) it belongs to.
    paramcds
        Parameters it applies to.
    words
        What stands beside it; the value follows.
    level
        Baseline -> (low, high), equal for a line.
    dash
        Of the line; (): solid.
    """

    band: str
    paramcds: tuple[str, ...]
    words: str
    level: Callable[[float], tuple[float, float]]
    dash: tuple[float, ...] = ()


def _relative(percent: float) -> Callable[[float], tuple[float, float]]:
    return lambda base: ((1 + percent / 100) * base, (1 + percent / 100) * base)


def _points(low: float, high: float) -> Callable[[float], tuple[float, float]]:
    return lambda base: (base + low, base + high)


THRESHOLDS = (
    Limit("relative10", ("FVC", "FVCPP"), f"−{LARGE_FALL:g} % rel.", _relative(-LARGE_FALL)),
    Limit("relative10", ("DLCO", "DLCOPP"), f"−{DLCO_FALL:g} % rel.", _relative(-DLCO_FALL)),
    Limit("mcid", ("FVCPP",), "MCID better from", _points(*MCID_IMPROVED)),
    Limit("mcid", ("FVCPP",), "MCID worse from", _points(-MCID_WORSE[1], -MCID_WORSE[0])),
    Limit("ppf", ("FVCPP",), f"PPF −{PPF_FVC:g} points", _points(-PPF_FVC, -PPF_FVC), DASHED),
    Limit("ppf", ("DLCOPP",), f"PPF −{PPF_DLCO:g} points", _points(-PPF_DLCO, -PPF_DLCO), DASHED),
    Limit("skin", ("MRSS",), f"−{RESPONSE_POINTS:g} points", _points(-RESPONSE_POINTS, -RESPONSE_POINTS)),
    Limit("skin", ("MRSS",), f"−{RESPONSE_PERCENT:g} %", _relative(-RESPONSE_PERCENT), DASHED),
)
"""**Source**: OMERACT, Khanna 2015 (FVC 10 % alone; DLCO 15 % counts with FVC 5 to < 10 %); MCID,
Kafaja 2018; PPF 2022, Table 4 (within a year); skin response, EUSTAR (both limits are needed)."""


def thresholds_of(paramcd: str, bands: frozenset[str]) -> tuple[Limit, ...]:
    """Return the thresholds of a parameter that are switched on."""
    return tuple(one for one in THRESHOLDS if one.band in bands and paramcd in one.paramcds)
