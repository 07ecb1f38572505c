"""Estimates as texts and dots, the same on every view of the page."""

import math
from typing import TYPE_CHECKING

from sscviewer.model.rounding import rounded
from sscviewer.plots.charts.interval_plot import Dot

if TYPE_CHECKING:
    from sscviewer.analysis.estimate import Estimate

COLUMNS = ("Estimate", "SE", "df", "Lower", "Upper", "P")
"""Heads of the columns `cells` fills."""


def cells(value: "Estimate | None", digits: int) -> tuple[str, ...]:
    """Return estimate, SE, df, limits and P as texts; empty where there is none."""
    from sscviewer.analysis.number_words import plain, signed

    if value is None or not math.isfinite(value.estimate):
        return ("",) * len(COLUMNS)
    known = [value.se, value.lower, value.upper]
    se, lower, upper = (plain(x, digits) if math.isfinite(x) else "" for x in known)
    df = rounded(value.df, 1) if math.isfinite(value.df) else ("∞" if value.df > 0 else "")
    return signed(value.estimate, digits), se, df, lower, upper, p_text(value.p_value)


def p_text(p_value: float) -> str:
    """Return "0.32", "< 0.001"; "" without one."""
    from sscviewer.analysis.number_words import p_number

    return p_number(p_value)


def dot(value: "Estimate | None", digits: int, series: int = 0) -> Dot:
    """Return an estimate with its interval for a picture, "+1.7 (−1.9 to 5.4)" beside it."""
    from sscviewer.analysis.number_words import plain, signed

    if value is None or not math.isfinite(value.estimate):
        return Dot(math.nan, math.nan, math.nan, "not estimable", series)
    text = signed(value.estimate, digits)
    if math.isfinite(value.lower) and math.isfinite(value.upper):
        text = f"{text} ({plain(value.lower, digits)} to {plain(value.upper, digits)})"
    return Dot(value.estimate, value.lower, value.upper, text, series)


def span(dots: list[Dot]) -> tuple[float, float]:
    """Return the range of estimates and limits, zero in it."""
    numbers = [n for d in dots for n in (d.estimate, d.lower, d.upper) if math.isfinite(n)]
    return min([*numbers, 0.0]), max([*numbers, 0.0])
