"""Which value is a baseline: of one course, and of all patients and measurements at once."""

import numpy as np
import pandas as pd

from sscviewer.analysis.study_cache import cached_per_study
from sscviewer.model.arrays import Bools, Floats
from sscviewer.model.rules import planned_day
from sscviewer.model.study import Study

FIRST_DOSE_DAY = 1


def baseline_index(
    aval: Floats,
    day: Floats,
    avisitn: Floats,
    flagged: Bools,
) -> int:
    """Return the position of the baseline value, -1 when there is none.

    The value the file flags; else the value of the visit called baseline; else the last value on or before
    the day of the first dose (taken to be before it).

    Parameters
    ----------
    aval : (n,) values, NaN when missing
    day : (n,) study days, NaN when not dated, in time order
    avisitn : (n,) months since baseline, NaN when unscheduled
    flagged : (n,) whether the file marks the value as baseline

    **Source**: ADaMIG 1.1, ABLFL: last non-missing value before first dose unless the
    protocol says otherwise.
    """
    numeric = ~np.isnan(aval)
    for candidates in (numeric & flagged, numeric & (avisitn == 0), numeric & (day <= FIRST_DOSE_DAY)):
        found = np.flatnonzero(candidates)
        if found.size:
            return int(found[-1])
    return -1


@cached_per_study
def measured_days(study: Study) -> Floats:
    """Return the study day of each measurement; the planned day of its visit where it has no date."""
    ady = study.column("measurements", "ADY")
    return np.where(np.isnan(ady), planned_day(study.column("measurements", "AVISITN")), ady)


@cached_per_study
def baseline_rows(study: Study) -> Bools:
    """Return for each row of the measurements whether it is its patient's baseline of its parameter.

    At most one a patient and parameter: the value the file flags; else that of the visit called baseline;
    else the last one on or before the day of the first dose. Of several the latest, with a day and a number.
    """
    day = measured_days(study)
    drawable = ~np.isnan(study.column("measurements", "AVAL")) & ~np.isnan(day)
    claim = np.select(
        [
            ~drawable,
            study.column("measurements", "ABLFL") == "Y",
            study.column("measurements", "AVISITN") == 0,
            day <= FIRST_DOSE_DAY,
        ],
        [0, 3, 2, 1],
        default=0,
    )
    codes, names = pd.factorize(study.column("measurements", "PARAMCD"))
    group = study.positions("measurements") * max(len(names), 1) + codes
    order = np.lexsort((np.arange(len(day)), day, claim, group))
    last = np.append(group[order][1:] != group[order][:-1], True) if len(order) else np.zeros(0, dtype=bool)
    chosen = order[last]
    found = np.zeros(len(day), dtype=bool)
    found[chosen[claim[chosen] > 0]] = True
    return found


def baseline_values(study: Study, paramcd: str) -> Floats:
    """Return each patient's baseline of one parameter, NaN without one, in the order of `usubjids`."""
    rows = np.flatnonzero(baseline_rows(study) & (study.column("measurements", "PARAMCD") == paramcd))
    values = np.full(len(study.usubjids), np.nan)
    values[study.positions("measurements")[rows]] = study.column("measurements", "AVAL")[rows]
    return values


def changed_after_baseline(study: Study, paramcd: str) -> Bools:
    """Return which patients have a baseline of a parameter and a value on a later day."""
    flagged = baseline_rows(study) & (study.column("measurements", "PARAMCD") == paramcd)
    patient, day = study.positions("measurements"), measured_days(study)
    base = np.full(len(study.usubjids), np.inf)
    base[patient[flagged]] = day[flagged]
    numeric = ~np.isnan(study.column("measurements", "AVAL"))
    later = numeric & (study.column("measurements", "PARAMCD") == paramcd) & (day > base[patient])
    found = np.zeros(len(study.usubjids), dtype=bool)
    found[patient[later]] = True
    return found
