"""Rules of thumb that a trial's protocol would settle, each with its stated default."""

import re
from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from sscviewer.model.dates import DAYS_PER_MONTH

WINDOW_DAYS_CLOSE = 7
"""Visits named by days, and by weeks up to `LAST_CLOSE_WEEK`: ± 7 days (a default, not from a protocol)."""
WINDOW_DAYS = 14
"""All other visits: ± 14 days (a default, not from a protocol)."""
LAST_CLOSE_WEEK = 20
"""Until then the clinic visits of the model trial are two weeks apart, so ± 14 days would tell nothing."""

Margins = Mapping[str, tuple[float, float]]
"""{visit, as `visit_key` has it: (days before, days after) its planned day}, as a protocol gives them."""

_CLOSE_NAME = re.compile(r"^(?:Day -?[\d.]+|Week (?P<week>[\d.]+))$")


def planned_day(avisitn: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the study day of visits so many months after baseline, not rounded (month 0 is day 1)."""
    return avisitn * DAYS_PER_MONTH + 1


def window_centre(avisitn: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the whole study day in the middle of the window of visits so many months after baseline."""
    return np.round(planned_day(avisitn))


def window_days(avisit: str) -> int:
    """Return how many days either side of its planned day a visit may lie.

    Parameters
    ----------
    avisit
        The visit as analysed: "Week 8", "Month 6", "Day 15".
    """
    match = _CLOSE_NAME.match(avisit)
    close = match is not None and (match["week"] is None or float(match["week"]) <= LAST_CLOSE_WEEK)
    return WINDOW_DAYS_CLOSE if close else WINDOW_DAYS


def visit_key(visit: str) -> str:
    """Return the name of a visit as windows are found by: in small letters, with single spaces."""
    return " ".join(visit.split()).casefold()


def visit_window(avisit: str, margins: Margins) -> tuple[float, float]:
    """Return how many days before and after its planned day a visit may lie.

    By the protocol, as the plan has it, else `window_days` either side.
    """
    usual = float(window_days(avisit))
    return margins.get(visit_key(avisit), (usual, usual))
