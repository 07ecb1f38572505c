"""The laboratory values of a trial as arrays: test by test, with limits and baselines."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from sscviewer.analysis.baselines import baseline_rows, mean_by, measured_days
from sscviewer.analysis.settled.clock import first_dose_days
from sscviewer.clinical.ctcae_labs import Readings
from sscviewer.model.arrays import Bools, Floats, Ints
from sscviewer.model.parameters import Parameter
from sscviewer.model.study import Study


@dataclass(frozen=True, slots=True)
class LabValues:
    """What is needed of a trial's measurements.

    Attributes
    ----------
    rows
        {PARAMCD: rows in the measurements}.
    """

    study: Study
    patient: Ints
    day: Floats
    is_baseline: Bools
    rows: dict[str, Ints]

    def values(self, name: str, rows: Ints) -> Floats:
        """Return numbers of the measurements."""
        return np.asarray(self.study.column("measurements", name)[rows], dtype=np.float64)

    def words(self, name: str, rows: Ints) -> npt.NDArray[np.object_]:
        """Return texts of the measurements."""
        return np.asarray(self.study.column("measurements", name)[rows], dtype=object)


def measured(study: Study) -> LabValues:
    """Return the measurements of a trial, found by parameter."""
    codes, names = pd.factorize(study.column("measurements", "PARAMCD"))
    order = np.argsort(codes, kind="stable")
    ends = np.searchsorted(codes[order], np.arange(len(names) + 1))
    rows = {str(name): order[ends[i] : ends[i + 1]] for i, name in enumerate(names)}
    return LabValues(study, study.positions("measurements"), measured_days(study), baseline_rows(study), rows)


@dataclass(frozen=True, slots=True)
class LabSeries:
    """The values of one test, by patient and in time order; arrays have one entry a value.

    Attributes
    ----------
    row, patient, day
        Row in the measurements, position of the patient, study day.
    limit
        "<" or ">" where only a limit is known.
    is_baseline, is_after
        The patient's baseline; a value later than that and than the day of the first dose.
    """

    row: Ints
    patient: Ints
    day: Floats
    limit: npt.NDArray[np.object_]
    is_baseline: Bools
    is_after: Bools
    readings: Readings


def lab_series(of: LabValues, rows: Ints, parameter: Parameter, values: Floats | None = None) -> LabSeries:
    """Return the values of a test in the given rows, those without a day left out.

    Parameters
    ----------
    values
        Instead of AVAL, one per row (dipsticks are words in the file).
    """
    given = of.values("AVAL", rows) if values is None else values
    keep = np.flatnonzero(~np.isnan(given) & ~np.isnan(of.day[rows]))
    keep = keep[np.lexsort((of.day[rows[keep]], of.patient[rows[keep]]))]
    rows, value = rows[keep], given[keep]
    patient, day = of.patient[rows], of.day[rows]
    first_dose = first_dose_days(of.study)[patient]
    is_baseline = of.is_baseline[rows] if values is None else last_before_dose(patient, day <= first_dose)
    upper = of.values("ANRHI", rows)
    n = len(of.study.usubjids)
    base_upper, base_day = np.full(n, np.nan), np.full(n, -np.inf)
    who = patient[is_baseline]
    base = mean_by(who, value[is_baseline], n)
    base_upper[who], base_day[who] = upper[is_baseline], day[is_baseline]
    return LabSeries(
        row=rows,
        patient=patient,
        day=day,
        limit=of.words("AVALQ", rows),
        is_baseline=is_baseline,
        is_after=~is_baseline & (day > np.maximum(base_day[patient], first_dose)),
        readings=Readings(
            parameter.paramcd,
            parameter.unit,
            value,
            of.values("ANRLO", rows),
            upper,
            base[patient],
            base_upper[patient],
        ),
    )


def last_before_dose(patient: Ints, is_early: Bools) -> Bools:
    """Return each patient's last value up to the day of the first dose, given by patient in time order."""
    early = np.flatnonzero(is_early)
    last = early[np.append(patient[early][1:] != patient[early][:-1], True)] if early.size else early
    chosen = np.zeros(len(patient), dtype=bool)
    chosen[last] = True
    return chosen
