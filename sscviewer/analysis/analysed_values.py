"""One value per visit of a course: the analysis record of ADaM."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.trajectory import Trajectory
from sscviewer.model.rules import planned_day

BASELINE = "Baseline"

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class AnalysedValues:
    """The baseline, where there is one, then one value per visit with a planned time, in the visits' order.

    Attributes
    ----------
    avisit, avisitn
        Visit and its months since baseline; the baseline is ("Baseline", 0), whatever its visit was called.
    day
        Study day of the value.
    aval
        The value: the mean of the day's readings; the baseline as `analysis.baseline` picks it.
    srcref, row
        Cell of the value and its row in the measurements, of several readings the first.
    """

    avisit: tuple[str, ...]
    avisitn: Floats
    day: Floats
    aval: Floats
    srcref: tuple[str, ...]
    row: npt.NDArray[np.int64]


def analysed_values(course: Trajectory) -> AnalysedValues:
    """Return the values of one patient that count.

    Several readings of one day are averaged; of several days under one visit the one nearest its planned day
    counts (the earlier of two equally near).

    **Source**: ADaMIG 1.1, ANL01FL.
    """
    chosen = _chosen(course)
    values = [float(course.aval[(course.avisitn == course.avisitn[i]) & (course.day == course.day[i])].mean())
              for i in chosen]  # fmt: skip
    if course.base_index >= 0:
        chosen, values = [course.base_index, *chosen], [course.base, *values]
    has_base = course.base_index >= 0
    names = tuple(BASELINE if has_base and k == 0 else course.avisit[i] for k, i in enumerate(chosen))
    months = course.avisitn[chosen] if chosen else np.empty(0)
    if has_base:
        months = np.concatenate([[0.0], months[1:]])
    return AnalysedValues(
        avisit=names,
        avisitn=months,
        day=course.day[chosen] if chosen else np.empty(0),
        aval=np.array(values, dtype=np.float64),
        srcref=tuple(course.srcref[i] for i in chosen),
        row=course.row[chosen] if chosen else np.empty(0, dtype=np.int64),
    )


def _chosen(course: Trajectory) -> list[int]:
    """Return the position of the first reading that counts at each visit after baseline."""
    later = np.flatnonzero(course.avisitn > 0)
    off = np.abs(course.day - planned_day(course.avisitn))[later]
    order = later[np.lexsort((later, course.day[later], off, course.avisitn[later]))]
    first = np.unique(course.avisitn[order], return_index=True)[1]
    return [int(i) for i in order[first]]
