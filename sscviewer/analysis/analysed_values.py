"""One value per patient and visit of a parameter: the analysis record of ADaM."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.baselines import mean_by
from sscviewer.analysis.due import due_at
from sscviewer.analysis.parameter_values import parameter_values
from sscviewer.analysis.settled.after_stop import ON_TREATMENT, event_before
from sscviewer.analysis.settled.counted import starts
from sscviewer.model.arrays import Bools, Floats, Ints
from sscviewer.model.endpoint_cards import card_of
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
    is_carried : (n,) whether it stands for a visit after the drug was stopped (while on treatment)
    base : (p,) each patient's baseline value, NaN without one; 0 where the value is a change itself
    """

    patient: Ints
    avisit: npt.NDArray[np.object_]
    avisitn: Floats
    day: Floats
    aval: Floats
    row: Ints
    is_carried: Bools
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
    measured = AnalysedValues(
        patient=values.patient[at][order],
        avisit=np.where(is_base, BASELINE, values.avisit[at])[order],
        avisitn=avisitn[order],
        day=values.day[at][order],
        aval=np.concatenate([values.base[values.patient[base]], mean])[order],
        row=values.row[at][order],
        is_carried=np.zeros(len(order), dtype=np.bool_),
        base=_bases(paramcd, values.base, values.patient[at]),
    )
    return _carried_on(study, measured)


def _bases(paramcd: str, base: Floats, patients: Ints) -> Floats:
    """Return the baselines (p,); of a value that is a change itself (TDI) 0 for whoever has one."""
    if not card_of(paramcd).is_change:
        return base
    zero = np.full(len(base), np.nan)
    zero[patients] = 0.0
    return zero


def _carried_on(study: Study, measured: AnalysedValues) -> AnalysedValues:
    """Return the values with the last one on treatment at each later visit that was due, if the plan says so.

    A patient without a value after baseline has none to carry.
    """
    if not np.any(study.column("subjects", "ICESTRAT") == ON_TREATMENT):
        return measured
    later = measured.avisitn > 0
    months, first = np.unique(measured.avisitn[later], return_index=True)
    names = measured.avisit[later][first]
    due = np.column_stack([due_at(study, study.usubjids, month, None) for month in months.tolist()])
    wanted = event_before(study, months, ON_TREATMENT) & due
    source, visit = [], []
    for patient in np.flatnonzero(wanted.any(axis=1)).tolist():
        mine = np.flatnonzero(later & (measured.patient == patient))
        if len(mine):
            ahead = np.flatnonzero(wanted[patient] & (months > measured.avisitn[mine[-1]]))
            source += [mine[-1]] * len(ahead)
            visit += ahead.tolist()
    at = np.concatenate([np.arange(len(later)), np.array(source, dtype=np.int64)])
    n = len(source)
    avisitn = np.append(measured.avisitn, months[visit])
    order = np.lexsort((avisitn, measured.patient[at]))
    return AnalysedValues(
        patient=measured.patient[at][order],
        avisit=np.append(measured.avisit, names[visit])[order],
        avisitn=avisitn[order],
        day=measured.day[at][order],
        aval=measured.aval[at][order],
        row=measured.row[at][order],
        is_carried=np.append(measured.is_carried, np.ones(n, dtype=np.bool_))[order],
        base=measured.base,
    )
