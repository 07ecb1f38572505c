"""All values of one parameter over all patients as flat arrays: where whole-trial views and models start."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.baselines import mean_by
from sscviewer.analysis.settled.columns import settled_columns
from sscviewer.analysis.settled.counted import starts
from sscviewer.model.arrays import Bools, Floats, Ints
from sscviewer.model.study import Study


@dataclass(frozen=True, slots=True)
class ParameterValues:
    """The values that can be drawn, patient by patient and in time order: those of `trajectory`, all at once.

    Attributes
    ----------
    patient : (n,) position in `study.usubjids`
    day : (n,) study day, the planned one where the file has no date
    aval : (n,) no NaN
    avisit, avisitn : (n,) visit as settled and its months, NaN without a planned visit
    counts : (n,) whether it is one of the readings that stand for their visit
    stands : (n,) whether it is one of the readings that stand for their day
    row : (n,) row of the measurements table
    base : (p,) each patient's baseline: the mean of its readings, NaN without one
    base_at : (p,) position of its last reading in these arrays, -1 without one
    """

    patient: Ints
    day: Floats
    aval: Floats
    avisit: npt.NDArray[np.object_]
    avisitn: Floats
    counts: Bools
    stands: Bools
    row: Ints
    base: Floats
    base_at: Ints

    @property
    def chg(self) -> Floats:
        """Change from baseline (n,), NaN without a baseline."""
        return np.asarray(self.aval - self.base[self.patient])


def parameter_values(study: Study, paramcd: str) -> ParameterValues:
    """Return every patient's drawable values of one parameter; what counts is said in `settled`."""
    settled = settled_columns(study)
    row = np.flatnonzero(study.column("measurements", "PARAMCD") == paramcd)
    aval, day = study.column("measurements", "AVAL")[row], settled.day[row]
    row = row[~np.isnan(aval) & ~np.isnan(day)]
    patient = study.positions("measurements")[row]
    order = np.lexsort((settled.day[row], patient))
    row, patient = row[order], patient[order]
    aval = study.column("measurements", "AVAL")[row]
    n = len(study.usubjids)
    at = np.flatnonzero(settled.is_baseline[row])
    base_at = np.full(n, -1, dtype=np.int64)
    base_at[patient[at]] = at
    return ParameterValues(
        patient=patient,
        day=settled.day[row],
        aval=aval,
        avisit=settled.avisit[row],
        avisitn=settled.avisitn[row],
        counts=settled.counts[row],
        stands=settled.stands[row],
        row=row,
        base=mean_by(patient[at], aval[at], n),
        base_at=base_at,
    )


@dataclass(frozen=True, slots=True)
class DayMeans:
    """The line through each patient's values, patient by patient: what stands for each day.

    Attributes
    ----------
    patient, day, aval : (k,) position in `study.usubjids`, study day, mean
    row : (k,) row of the measurements table, of several readings the first
    """

    patient: Ints
    day: Floats
    aval: Floats
    row: Ints


def day_means(values: ParameterValues) -> DayMeans:
    """Return one value per patient and day."""
    at = np.flatnonzero(values.stands)
    new = starts(values.patient[at], values.day[at])
    first = at[new]
    mean = mean_by(np.cumsum(new) - 1, values.aval[at], len(first))
    return DayMeans(values.patient[first], values.day[first], mean, values.row[first])


def last_changes(study: Study, paramcd: str) -> Floats:
    """Return each patient's change from baseline on the last day after it; (p,), NaN without one."""
    values = parameter_values(study, paramcd)
    line = day_means(values)
    at = values.base_at[line.patient]
    after = (at >= 0) & (line.day > values.day[at]) if len(at) else np.zeros(0, dtype=bool)
    found = np.full(len(study.usubjids), np.nan)
    # In time order: of a repeated index the last counts.
    found[line.patient[after]] = line.aval[after] - values.base[line.patient[after]]
    return found


def one_value(study: Study, paramcd: str, which: str) -> Floats:
    """Return one value of a parameter for each patient (p,), NaN without: "baseline", "last" or "change".

    "last" is the mean of the readings that stand for the patient's last day; "change" that minus baseline,
    where it is after it.
    """
    if which == "change":
        return last_changes(study, paramcd)
    values = parameter_values(study, paramcd)
    if which == "baseline":
        return values.base
    line = day_means(values)
    found = np.full(len(study.usubjids), np.nan)
    found[line.patient] = line.aval  # in time order: of a repeated index the last counts
    return found
