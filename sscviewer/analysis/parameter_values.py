"""All values of one parameter over all patients as flat arrays: where whole-trial views and models start."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.baselines import baseline_rows, measured_days
from sscviewer.model.arrays import Floats, Ints
from sscviewer.model.study import Study


@dataclass(frozen=True, slots=True)
class ParameterValues:
    """The values that can be drawn, patient by patient and in time order: those of `trajectory`, all at once.

    Attributes
    ----------
    patient : (n,) position in `study.usubjids`
    day : (n,) study day, the planned one where the file has no date
    aval : (n,) no NaN
    avisit, avisitn : (n,) visit and its months, NaN if unscheduled
    row : (n,) row of the measurements table
    base : (p,) each patient's baseline value, NaN without one
    base_at : (p,) its position in these arrays, -1 without one
    """

    patient: Ints
    day: Floats
    aval: Floats
    avisit: npt.NDArray[np.object_]
    avisitn: Floats
    row: Ints
    base: Floats
    base_at: Ints

    @property
    def chg(self) -> Floats:
        """Change from baseline (n,), NaN without a baseline."""
        return np.asarray(self.aval - self.base[self.patient])

    @property
    def is_after_baseline(self) -> npt.NDArray[np.bool_]:
        """Which values (n,) come after the patient's baseline value in time."""
        at = self.base_at[self.patient]
        return np.asarray((at >= 0) & (np.arange(len(at)) > at))


def parameter_values(study: Study, paramcd: str) -> ParameterValues:
    """Return every patient's drawable values of one parameter; what is a baseline is said in `baseline`."""

    def column(name: str) -> npt.NDArray[Any]:
        return study.column("measurements", name)

    row = np.flatnonzero(column("PARAMCD") == paramcd)
    patient = study.positions("measurements")[row]
    avisitn, day = column("AVISITN")[row], measured_days(study)[row]
    keep = np.flatnonzero(~np.isnan(column("AVAL")[row]) & ~np.isnan(day))
    keep = keep[np.lexsort((day[keep], patient[keep]))]
    row, patient, day, avisitn = row[keep], patient[keep], day[keep], avisitn[keep]
    aval = column("AVAL")[row]
    base_at = np.full(len(study.usubjids), -1, dtype=np.int64)
    at = np.flatnonzero(baseline_rows(study)[row])
    base_at[patient[at]] = at
    base = np.full(len(base_at), np.nan)
    base[base_at >= 0] = aval[base_at[base_at >= 0]]
    return ParameterValues(patient, day, aval, column("AVISIT")[row], avisitn, row, base, base_at)


@dataclass(frozen=True, slots=True)
class DayMeans:
    """The line through each patient's values, patient by patient: the mean of each day's readings.

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
    new = np.ones(len(values.patient), dtype=np.bool_)
    new[1:] = (np.diff(values.patient) != 0) | (np.diff(values.day) != 0)
    first = np.flatnonzero(new)
    mean = np.empty(0)
    if len(first):  # reduceat wants at least one
        mean = np.add.reduceat(values.aval, first) / np.diff(np.append(first, len(new)))
    return DayMeans(values.patient[first], values.day[first], mean, values.row[first])


def last_changes(study: Study, paramcd: str) -> Floats:
    """Return each patient's change from baseline at the last value after it; (p,), NaN without one."""
    values = parameter_values(study, paramcd)
    after = values.is_after_baseline
    found = np.full(len(study.usubjids), np.nan)
    found[values.patient[after]] = values.chg[after]  # in time order: of a repeated index the last counts
    return found
