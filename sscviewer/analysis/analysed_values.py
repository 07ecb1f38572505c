"""One value per patient and visit of a parameter: the analysis record of ADaM."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.parameter_values import parameter_values
from sscviewer.model.arrays import Floats, Ints
from sscviewer.model.rules import planned_day
from sscviewer.model.study import Study

BASELINE = "Baseline"


@dataclass(frozen=True, slots=True)
class AnalysedValues:
    """Patient by patient the baseline, where there is one, then one value per visit with a planned time.

    Attributes
    ----------
    patient : (n,) position in `study.usubjids`, ascending
    avisit, avisitn : (n,)
        Visit and its months since baseline, ascending; the baseline is ("Baseline", 0), whatever its visit
    day : (n,) study day of the value
    aval : (n,) the mean of the day's readings; the baseline as `analysis.baselines` picks it
    row : (n,) row of the measurements, of several readings the first
    base : (p,) each patient's baseline value, NaN without one
    """

    patient: Ints
    avisit: npt.NDArray[np.object_]
    avisitn: Floats
    day: Floats
    aval: Floats
    row: Ints
    base: Floats


def analysed_values(study: Study, paramcd: str) -> AnalysedValues:
    """Return the values of a parameter that count, of all patients.

    Several readings of one day are averaged; of several days under one visit the one nearest its planned day
    counts (the earlier of two equally near).

    **Source**: ADaMIG 1.1, ANL01FL.
    """
    values = parameter_values(study, paramcd)
    later = np.flatnonzero(values.avisitn > 0)
    off = np.abs(values.day - planned_day(values.avisitn))[later]
    later = later[np.lexsort((values.day[later], off, values.avisitn[later], values.patient[later]))]
    new_visit = _changes(values.patient[later], values.avisitn[later])
    first = np.flatnonzero(new_visit | _changes(values.day[later]))  # of the readings of one day
    mean = np.empty(0)
    if len(first):  # reduceat wants at least one
        mean = np.add.reduceat(values.aval[later], first) / np.diff(np.append(first, len(later)))
    counts = new_visit[first]
    base = values.base_at[values.base_at >= 0]
    at = np.concatenate([base, later[first[counts]]])
    is_base = np.arange(len(at)) < len(base)
    avisitn = np.where(is_base, 0.0, values.avisitn[at])
    order = np.lexsort((avisitn, values.patient[at]))
    return AnalysedValues(
        patient=values.patient[at][order],
        avisit=np.where(is_base, BASELINE, values.avisit[at])[order],
        avisitn=avisitn[order],
        day=values.day[at][order],
        aval=np.concatenate([values.aval[base], mean[counts]])[order],
        row=values.row[at][order],
        base=values.base,
    )


def _changes(*keys: npt.NDArray[np.float64] | Ints) -> npt.NDArray[np.bool_]:
    """Return where any of the arrays (n,) differs from the entry before; true at the first."""
    found = np.ones(len(keys[0]), dtype=np.bool_)
    found[1:] = np.any([key[1:] != key[:-1] for key in keys], axis=0)
    return found
