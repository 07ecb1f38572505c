"""Whom the curves of time on drug, of stopping, and of the times of the file count."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.population import Populations
from sscviewer.analysis.survival.follow_up import follow_up
from sscviewer.analysis.survival.recorded_times import recorded
from sscviewer.analysis.survival.time_to_event import ON_DRUG, STOPPING, TimeToEvent, stopping_times
from sscviewer.model.arrays import Bools, Floats
from sscviewer.model.study import Study


@dataclass(frozen=True, slots=True)
class OfCurve:
    """Patients of one curve, as many as its `n`, and those of them with the event, as many as `n_events`."""

    counted: tuple[str, ...]
    had: tuple[str, ...]


def patients_of_curves(
    study: Study, who: Populations, rows: Iterable[TimeToEvent], *, lost_is_event: bool
) -> tuple[OfCurve, ...]:
    """Return the patients of each curve: time on drug, stopping for one reason, or a time of the file.

    Parameters
    ----------
    lost_is_event
        Whether loss to follow-up is a reason of stopping in these curves.

    Raises
    ------
    KeyError
        If a curve is none of these.
    """
    time, cause = stopping_times(follow_up(study), lost_is_event)
    given = {one.code: (one.time, one.event) for one in recorded(study)}
    ends, efficacy = dict(who.disposition.arms), dict(who.efficacy.arms)
    ids = np.array(study.usubjids, dtype=object)
    out = []
    for row in rows:
        if row.what in (ON_DRUG, STOPPING):
            had: Bools = cause == row.reason if row.reason else cause != ""
            out.append(_of_curve(ids, ends[row.arm], time, had))
        else:
            out.append(_of_curve(ids, efficacy[row.arm], *given[row.code]))
    return tuple(out)


def _of_curve(ids: npt.NDArray[np.object_], members: Bools, time: Floats, had: Bools) -> OfCurve:
    counted = members & ~np.isnan(time)
    return OfCurve(tuple(ids[counted].tolist()), tuple(ids[counted & had].tolist()))
