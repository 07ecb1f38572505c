"""The one way a number that is told is rounded: on screen, in print, in files and sentences alike."""

import math
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

LARGEST_WRITTEN = 1e15
"""Numbers from here on are written with a power of ten."""


def rounded(value: float, digits: int) -> str:
    """Return a number with so many decimals, a half rounded away from zero as people do: 49.05 is "49.1"."""
    if not math.isfinite(value):
        return f"{value:.{digits}f}"
    if abs(value) >= LARGEST_WRITTEN:
        return f"{value:.3g}"  # an interval that says nothing; Decimal would refuse to write it out
    return str(Decimal(repr(float(value))).quantize(_last_place(digits), ROUND_HALF_UP))


@cache
def _last_place(digits: int) -> Decimal:
    return Decimal(1).scaleb(-digits)
