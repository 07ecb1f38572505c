"""Rules of thumb that a trial's protocol would settle, each with its stated default."""

import numpy as np
import numpy.typing as npt

from sscviewer.model.dates import DAYS_PER_MONTH

WINDOW_DAYS_CLINIC = 7
"""Tolerance for visits named by weeks or days: ± 7 days (a default, not from a protocol)."""
WINDOW_DAYS_QUARTERLY = 21
"""Tolerance for visits named by months: ± 21 days (a default, not from a protocol)."""


def planned_day(avisitn: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the study day on which visits so many months after baseline fall (month 0 = day 1)."""
    return avisitn * DAYS_PER_MONTH + 1


def window_days(avisit: str) -> int:
    """Return how many days either side of its planned day a visit may lie."""
    return WINDOW_DAYS_QUARTERLY if avisit.startswith("Month") else WINDOW_DAYS_CLINIC
