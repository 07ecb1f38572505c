"""Calcium as it is graded: corrected for the albumin of the same day, where the file has it."""

from dataclasses import dataclass, replace

import numpy as np

from sscviewer.analysis.labs.lab_values import LabSeries, LabValues, lab_series
from sscviewer.clinical.calcium import correct_for_albumin
from sscviewer.clinical.lab_units import si_factor
from sscviewer.model.arrays import Bools, Floats
from sscviewer.model.parameters import Parameter

CALCIUM, ALBUMIN = "CA", "ALB"


@dataclass(frozen=True, slots=True)
class GradedCalcium:
    """The series to grade, and which of its values are corrected."""

    values: LabSeries
    is_corrected: Bools

    @property
    def words(self) -> str:
        """How many were corrected, in a sentence."""
        n, corrected = len(self.is_corrected), int(self.is_corrected.sum())
        words = f"Calcium is graded after correction for albumin of the same day: {corrected} of {n} values"
        rest = "; the others have no such albumin and are graded as measured" if corrected < n else ""
        return f"{words}{rest}."


def graded_calcium(of: LabValues, parameter: Parameter, values: LabSeries) -> GradedCalcium:
    """Return a trial's calcium with the values corrected that have an albumin of the patient and day.

    Without albumin a value is graded as measured: low albumin then makes calcium look low, but no value is
    lost.
    """
    readings = values.readings
    factor, albumin = si_factor(CALCIUM, parameter.unit), _albumin(of, values)
    if factor is None:
        return GradedCalcium(values, np.zeros(len(values.row), dtype=bool))
    corrected = correct_for_albumin(readings.value * factor, albumin) / factor
    known = ~np.isnan(corrected)
    readings = replace(readings, value=np.where(known, corrected, readings.value))
    return GradedCalcium(replace(values, readings=readings), known)


def _albumin(of: LabValues, values: LabSeries) -> Floats:
    """Return for each value the albumin of the same patient and day, g/L; NaN without one."""
    parameter = of.study.parameters.get(ALBUMIN)
    factor = si_factor(ALBUMIN, parameter.unit) if parameter is not None else None
    if parameter is None or factor is None or ALBUMIN not in of.rows:
        return np.full(len(values.row), np.nan)
    albumin = lab_series(of, of.rows[ALBUMIN], parameter)
    by_day = dict(zip(zip(albumin.patient, albumin.day, strict=True), albumin.readings.value, strict=True))
    found = [by_day.get(key, np.nan) for key in zip(values.patient, values.day, strict=True)]
    return factor * np.array(found, dtype=np.float64)
