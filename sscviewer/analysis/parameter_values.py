"""All values of one parameter over all patients as flat arrays: where whole-trial views and models start."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.baseline import FIRST_DOSE_DAY
from sscviewer.analysis.baselines import patient_positions
from sscviewer.model.rules import planned_day
from sscviewer.model.study import Study

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


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
    patient = patient_positions(study, "measurements")[row]
    avisitn, ady = column("AVISITN")[row], column("ADY")[row]
    day = np.where(np.isnan(ady), planned_day(avisitn), ady)
    keep = np.flatnonzero(~np.isnan(column("AVAL")[row]) & ~np.isnan(day))
    keep = keep[np.lexsort((day[keep], patient[keep]))]
    row, patient, day, avisitn = row[keep], patient[keep], day[keep], avisitn[keep]
    aval = column("AVAL")[row]
    base_at = np.full(len(study.usubjids), -1, dtype=np.int64)
    # Weakest rule first: of a repeated index numpy keeps the last, which is the latest value.
    for candidates in (day <= FIRST_DOSE_DAY, avisitn == 0, column("ABLFL")[row] == "Y"):
        at = np.flatnonzero(candidates)
        base_at[patient[at]] = at
    base = np.full(len(base_at), np.nan)
    base[base_at >= 0] = aval[base_at[base_at >= 0]]
    return ParameterValues(patient, day, aval, column("AVISIT")[row], avisitn, row, base, base_at)
