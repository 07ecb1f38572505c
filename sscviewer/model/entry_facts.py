"""What a predicted value needs to know of each patient: sex, group, height, and age on the day of a test."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from sscviewer.model.persons import FEMALE, MALE, Persons
from sscviewer.model.reference_groups import GroupFound, reference_group
from sscviewer.model.rules import planned_day
from sscviewer.model.study import Study

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]

SEX_CODES = {"M": MALE, "F": FEMALE}

DAYS_PER_YEAR = 365.25
MID_MONTH, MID_YEAR = "-15", "-07-01"
"""What stands for the unknown part of a date of birth: nobody is further off than half a month or a year."""

_WHOLE_DATE, _NO_DAY, _NO_MONTH = 10, 7, 4
"""Lengths of an ISO date."""


def persons_at(study: Study, rows: Integers) -> Persons:
    """Return who was measured, at the time of each of some measurements; NaN and 0 for what is not known."""
    place = study.positions("measurements")[rows]
    sex = np.array([SEX_CODES.get(str(text), 0) for text in study.column("subjects", "SEX")], dtype=np.int64)
    group = np.array([found.group for found in groups(study)], dtype=np.int64)
    age = ages_at(study, place, measurement_days(study)[rows])
    return Persons(sex[place], age, heights(study)[place], group[place])


def groups(study: Study) -> list[GroupFound]:
    """Return the reference group of each patient."""
    said = zip(study.column("subjects", "RACE"), study.column("subjects", "ETHNIC"), strict=True)
    return [reference_group(str(race), str(ethnicity)) for race, ethnicity in said]


def heights(study: Study) -> Floats:
    """Return each patient's height, cm: of the patients' sheet, else the median of those measured; NaN."""
    height = study.column("subjects", "HEIGHT")
    measured = np.flatnonzero(study.column("measurements", "PARAMCD") == "HEIGHT")
    if not measured.size:
        return height
    values = pd.Series(study.column("measurements", "AVAL")[measured])
    median = values.groupby(study.positions("measurements")[measured]).median()
    return np.where(np.isnan(height), median.reindex(range(len(height))).to_numpy(), height)


def born(study: Study) -> tuple[npt.NDArray[np.datetime64], npt.NDArray[np.bool_]]:
    """Return each patient's date of birth, its middle where only known in part, and whether it is whole.

    Returns
    -------
    (n,) datetime64[D], NaT where nothing is known; (n,) bool
    """
    said = [str(text) for text in study.column("subjects", "BRTHDTC")]
    ends = {_WHOLE_DATE: "", _NO_DAY: MID_MONTH, _NO_MONTH: MID_YEAR}
    texts = [text + ends[len(text)] if len(text) in ends else "NaT" for text in said]
    whole = np.array([len(text) == _WHOLE_DATE for text in said], dtype=np.bool_)
    return np.array(texts, dtype="datetime64[D]"), whole


def ages_at(study: Study, position: Integers, day: Floats) -> Floats:
    """Return decimal ages on study days.

    From the whole date of birth; else the age at entry and the time since; else the date of birth as far as
    it is known.

    Parameters
    ----------
    position : (n,) int, places of the patients in `study.usubjids`
    day : (n,) float, study days; NaN when not known

    Returns
    -------
    (n,) float, years; NaN where neither is known or the day is not.
    """
    since = np.where(day > 0, day - 1, day)  # there is no day 0
    birth, whole = born(study)
    day1 = study.column("subjects", "RFSTDT").astype("datetime64[D]")
    lived = (day1 - birth).astype(np.float64)
    lived[np.isnat(day1) | np.isnat(birth)] = np.nan
    at_entry = lived / DAYS_PER_YEAR
    given = study.column("subjects", "AGE")
    entry = np.where(np.isnan(given) | (whole & ~np.isnan(at_entry)), at_entry, given)
    return entry[position] + since / DAYS_PER_YEAR


def measurement_days(study: Study) -> Floats:
    """Return the study day of each measurement, the planned day of its visit where it has no date."""
    ady = study.column("measurements", "ADY")
    return np.where(np.isnan(ady), planned_day(study.column("measurements", "AVISITN")), ady)
