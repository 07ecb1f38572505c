"""One value per patient and visit of a parameter: the analysis record of ADaM."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.baselines import mean_by
from sscviewer.analysis.parameter_values import parameter_values
from sscviewer.analysis.settled.counted import starts
from sscviewer.model.arrays import Floats, Ints
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
    aval : (n,) the mean of the readings that count by the plan: first of each day, then of the days
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
    """Return the values of a parameter that count by the plan (`analysis.settled`), of all patients.

    **Source**: ADaMIG 1.1, ANL01FL.
    """
    values = parameter_values(study, paramcd)
    later = np.flatnonzero(values.counts)
    later = later[np.lexsort((later, values.day[later], values.avisitn[later], values.patient[later]))]
    new_visit = starts(values.patient[later], values.avisitn[later])
    new_day = new_visit | starts(values.day[later])
    visit = np.cumsum(new_visit) - 1
    day = np.cumsum(new_day) - 1
    n_days = int(new_day.sum())
    day_means = mean_by(day, values.aval[later], n_days)
    mean = mean_by(visit[new_day], day_means, int(new_visit.sum()))
    base = values.base_at[values.base_at >= 0]
    at = np.concatenate([base, later[new_visit]])
    is_base = np.arange(len(at)) < len(base)
    avisitn = np.where(is_base, 0.0, values.avisitn[at])
    order = np.lexsort((avisitn, values.patient[at]))
    return AnalysedValues(
        patient=values.patient[at][order],
        avisit=np.where(is_base, BASELINE, values.avisit[at])[order],
        avisitn=avisitn[order],
        day=values.day[at][order],
        aval=np.concatenate([values.base[values.patient[base]], mean])[order],
        row=values.row[at][order],
        base=values.base,
    )
