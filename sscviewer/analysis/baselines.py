"""The baseline of all patients and measurements, as the plan settled it."""

import numpy as np

from sscviewer.analysis.settled.columns import settled_columns
from sscviewer.model.arrays import Bools, Floats, Ints
from sscviewer.model.study import Study


def measured_days(study: Study) -> Floats:
    """Return the study day of each measurement; the planned day of its visit where it has no date."""
    return settled_columns(study).day


def baseline_rows(study: Study) -> Bools:
    """Return for each row of the measurements whether it is a reading of its patient's baseline.

    Several of one patient and parameter stand for it with their mean.
    """
    return settled_columns(study).is_baseline


def baseline_values(study: Study, paramcd: str) -> Floats:
    """Return each patient's baseline of one parameter, NaN without one, in the order of `usubjids`."""
    rows = np.flatnonzero(baseline_rows(study) & (study.column("measurements", "PARAMCD") == paramcd))
    patient, n = study.positions("measurements")[rows], len(study.usubjids)
    return mean_by(patient, study.column("measurements", "AVAL")[rows], n)


def mean_by(group: Ints, values: Floats, n: int) -> Floats:
    """Return the mean of the values of each group 0 … n - 1; (n,), NaN for one without a value."""
    count = np.bincount(group, minlength=n)
    total = np.bincount(group, values, minlength=n)
    mean: Floats = np.divide(total, count, out=np.full(n, np.nan), where=count > 0)
    return mean


def changed_after_baseline(study: Study, paramcd: str) -> Bools:
    """Return which patients have a baseline of a parameter and a value on a later day."""
    flagged = baseline_rows(study) & (study.column("measurements", "PARAMCD") == paramcd)
    patient, day = study.positions("measurements"), measured_days(study)
    base = np.full(len(study.usubjids), np.inf)
    base[patient[flagged]] = day[flagged]  # of several days the last
    numeric = ~np.isnan(study.column("measurements", "AVAL"))
    later = numeric & (study.column("measurements", "PARAMCD") == paramcd) & (day > base[patient])
    found = np.zeros(len(study.usubjids), dtype=bool)
    found[patient[later]] = True
    return found
