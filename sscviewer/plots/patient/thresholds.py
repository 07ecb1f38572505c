"""Thresholds of change as lines and bands on the patient page, from the cards and published definitions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sscviewer.clinical.progression import (
    DLCO_FALL,
    LARGE_FALL,
    PPF_DLCO,
    PPF_FVC,
)
from sscviewer.model.endpoint_cards import LIMITS, ChangeLimit, card_of

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
    return lambda base: (base + min(low, high), base + max(low, high))


def _of_card(limit: ChangeLimit) -> list[Limit]:
    """Return what a card's limit looks like: points as the band of the published estimates, % as a line.

    A limit of points *and* percent is two lines, of which both must be crossed.
    """
    sign, applies = limit.sign, (limit.paramcd,)
    if limit.percent is None and limit.points is not None:
        low, high = (sign * end for end in limit.estimates or (limit.points, limit.points))
        around = _points(low, high)
        is_change = card_of(limit.paramcd).is_change
        return [
            Limit(
                limit.band,
                applies,
                f"MCID {limit.way} from",
                lambda base: around(0.0 if is_change else base),
            )
        ]
    way, lines = ("+" if sign > 0 else "−"), []
    if limit.points is not None:
        by = sign * limit.points
        lines.append(Limit(limit.band, applies, f"{way}{limit.points:g} points", _points(by, by)))
    if limit.percent is not None:
        words = f"{way}{limit.percent:g} %" + (" rel." if limit.points is None else "")
        dash = DASHED if lines else ()
        lines.append(Limit(limit.band, applies, words, _relative(sign * limit.percent), dash))
    return lines


DEFINITIONS = (
    Limit("relative10", ("FVC",), f"−{LARGE_FALL:g} % rel.", _relative(-LARGE_FALL)),
    Limit("relative10", ("DLCO", "DLCOPP"), f"−{DLCO_FALL:g} % rel.", _relative(-DLCO_FALL)),
    Limit("ppf", ("FVCPP",), f"PPF −{PPF_FVC:g} points", _points(-PPF_FVC, -PPF_FVC), DASHED),
    Limit("ppf", ("DLCOPP",), f"PPF −{PPF_DLCO:g} points", _points(-PPF_DLCO, -PPF_DLCO), DASHED),
)
"""Parts of published definitions, which belong to no endpoint alone.

**Source**: OMERACT, Khanna 2015 (FVC 10 % alone; DLCO 15 % counts with FVC 5 to < 10 %); PPF 2022, Table 4
(within a year).
"""

THRESHOLDS = (
    *(line for limit in LIMITS.values() if limit.band for line in _of_card(limit)),
    *DEFINITIONS,
)


def thresholds_of(paramcd: str, bands: frozenset[str]) -> tuple[Limit, ...]:
    """Return the thresholds of a parameter that are switched on."""
    return tuple(one for one in THRESHOLDS if one.band in bands and paramcd in one.paramcds)
