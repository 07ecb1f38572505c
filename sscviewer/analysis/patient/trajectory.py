"""The course of one measurement in one patient."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.record import column_texts
from sscviewer.analysis.settled.columns import settled_columns
from sscviewer.model.arrays import Bools, Floats
from sscviewer.model.parameters import Parameter
from sscviewer.model.rules import window_centre, window_days
from sscviewer.model.study import Study


@dataclass(frozen=True, slots=True)
class Trajectory:
    """Values of one parameter in time order; every array has one entry per value that can be drawn.

    Attributes
    ----------
    day
        Study day; where the file has no date, the planned day of the visit (`is_nominal`; not where the file
        gives no time at all and visits stand in their order).
    aval, chg, pchg
        Value, change and % change from baseline; change NaN without a baseline, % also for one not above 0.
    limit
        "<" or ">" where only a limit is known, "" otherwise.
    in_window
        False for a value outside its visit's window (`model.rules`).
    line_day, line_aval
        The line through the values: what stands for each day by the plan, in time order.
    base, base_index
        Baseline, the mean of its readings (NaN), and the position of the last of them (-1: there is none).
    recipe
        How each value was computed; "" for a collected one.
    not_drawn
        Records of this parameter that are no number or have no time, as (why, "Sheet!A1").
    """

    usubjid: str
    parameter: Parameter
    day: Floats
    is_nominal: Bools
    aval: Floats
    chg: Floats
    pchg: Floats
    limit: tuple[str, ...]
    in_window: Bools
    avisit: tuple[str, ...]
    avisitn: Floats
    atpt: tuple[str, ...]
    date: tuple[str, ...]
    srcref: tuple[str, ...]
    recipe: tuple[str, ...]
    row: npt.NDArray[np.int64]
    line_day: Floats
    line_aval: Floats
    base: float
    base_index: int
    not_drawn: tuple[tuple[str, str], ...]

    @property
    def last_change(self) -> float:
        """Change from baseline at the last value after it; NaN when there is none."""
        if self.base_index < 0 or not self.line_day.size or self.line_day[-1] <= self.day[self.base_index]:
            return np.nan
        return float(self.line_aval[-1] - self.base)


def trajectory(study: Study, usubjid: str, paramcd: str) -> Trajectory:
    """Return the course of one parameter in one patient, as settled; empty arrays when nothing was measured.

    Raises
    ------
    KeyError
        If the trial has no such patient or parameter.
    """
    rows = study.rows("measurements", usubjid)
    wanted = np.flatnonzero(study.column("measurements", "PARAMCD")[rows] == paramcd) + rows.start
    aval = study.column("measurements", "AVAL")[wanted]
    ady, day = study.column("measurements", "ADY")[wanted], settled_columns(study).day[wanted]
    drawable = ~np.isnan(aval) & ~np.isnan(day)
    not_drawn = tuple(
        ("not a number" if np.isnan(aval[i]) else "no date and no visit", _text(study, "SRCREF", wanted[i]))
        for i in np.flatnonzero(~drawable)
    )
    keep = np.flatnonzero(drawable)
    keep = keep[np.argsort(day[keep], kind="stable")]
    picked = wanted[keep]
    is_nominal = np.isnan(ady[keep]) & (not study.visit_order)
    return _assemble(study, usubjid, paramcd, picked, day[keep], is_nominal, not_drawn)


def _assemble(
    study: Study,
    usubjid: str,
    paramcd: str,
    row: npt.NDArray[np.int64],
    day: Floats,
    is_nominal: Bools,
    not_drawn: tuple[tuple[str, str], ...],
) -> Trajectory:
    def words(name: str) -> tuple[str, ...]:
        return tuple(study.column("measurements", name)[row])

    aval = study.column("measurements", "AVAL")[row]
    settled = settled_columns(study)
    avisit, avisitn = tuple(settled.avisit[row]), settled.avisitn[row]
    given = (settled.low[row] <= day) & (day <= settled.high[row])
    at = np.flatnonzero(settled.is_baseline[row])
    index = int(at[-1]) if at.size else -1
    base = float(np.mean(aval[at])) if at.size else np.nan
    chg = aval - base
    stands = settled.stands[row]
    line_day, inverse = np.unique(day[stands], return_inverse=True)
    line_aval = np.bincount(inverse, aval[stands]) / np.bincount(inverse) if line_day.size else line_day
    return Trajectory(
        usubjid=usubjid,
        parameter=study.parameters[paramcd],
        day=day,
        is_nominal=is_nominal,
        aval=aval,
        chg=chg,
        pchg=100 * chg / base if base > 0 else np.full_like(chg, np.nan),
        limit=words("AVALQ"),
        in_window=np.where(settled.is_given[row], given, _in_window(day, avisit, avisitn)) | is_nominal,
        avisit=avisit,
        avisitn=avisitn,
        atpt=words("ATPT"),
        date=tuple(column_texts(study, "measurements", row, "ADT")),
        srcref=words("SRCREF"),
        recipe=words("RECIPE"),
        row=row,
        line_day=line_day,
        line_aval=line_aval,
        base=base,
        base_index=index,
        not_drawn=not_drawn,
    )


def _in_window(day: Floats, avisit: tuple[str, ...], avisitn: Floats) -> Bools:
    tolerance = np.array([window_days(name) for name in avisit], dtype=np.float64)
    off = np.abs(day - window_centre(avisitn))
    # Baseline may be measured any time before the first dose; visits without a plan have no window.
    inside: Bools = np.isnan(avisitn) | (avisitn == 0) | (off <= tolerance)
    return inside


def _text(study: Study, name: str, row: int) -> str:
    return str(study.column("measurements", name)[row])
