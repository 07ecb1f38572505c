"""What a predicted value needs to know of each patient: sex, group, height, and age on the day of a test."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from sscviewer.model.arrays import Floats, Ints
from sscviewer.model.dates import DAYS_PER_YEAR, elapsed_days
from sscviewer.model.persons import FEMALE, MALE, Persons
from sscviewer.model.reference_groups import GroupFound, reference_group
from sscviewer.model.rules import planned_day
from sscviewer.model.study import Study

SEX_CODES = {"M": MALE, "F": FEMALE}
MID_MONTH, MID_YEAR = "-15", "-07-01"
"""What stands for the unknown part of a date of birth: nobody is further off than half a month or a year."""

_WHOLE_DATE, _NO_DAY, _NO_MONTH = 10, 7, 4
"""Lengths of an ISO date."""


@dataclass(frozen=True, slots=True)
class EntryFacts:
    """The patients as reference equations see them, in the order of `usubjids`, and each measurement's day.

    Attributes
    ----------
    sex : (patients,) int, 0 when not known
    age : (patients,) float, decimal years on day 1; NaN when not known
    is_born : (patients,) bool, whether the age is from the date of birth
    height : (patients,) float, cm; NaN when not known
    is_measured : (patients,) bool, whether the height is the median of those measured
    groups : one per patient
    place : (measurements,) int, the patient of each row
    day : (measurements,) float, its study day, the planned one of the visit where it has no date; NaN
    """

    sex: Ints
    age: Floats
    is_born: npt.NDArray[np.bool_]
    height: Floats
    is_measured: npt.NDArray[np.bool_]
    groups: tuple[GroupFound, ...]
    place: Ints
    day: Floats

    def persons(self, rows: Ints) -> Persons:
        """Return who was measured, at the time of each of some measurements."""
        place, day = self.place[rows], self.day[rows]
        since = elapsed_days(day)
        group = np.array([found.group for found in self.groups], dtype=np.int64)
        age = self.age[place] + since / DAYS_PER_YEAR
        return Persons(self.sex[place], age, self.height[place], group[place])


def entry_facts(study: Study) -> EntryFacts:
    """Return what is known of each patient.

    The age is from the whole date of birth, else as given, else from the date of birth as far as it is known.
    The height is that of the patients' sheet, else the median of those measured.
    """
    age, is_born = ages_on_day_1(study)
    given, place = study.column("subjects", "HEIGHT"), study.positions("measurements")
    said = zip(study.column("subjects", "RACE"), study.column("subjects", "ETHNIC"), strict=True)
    ady = study.column("measurements", "ADY")
    return EntryFacts(
        sex=np.array([SEX_CODES.get(str(text), 0) for text in study.column("subjects", "SEX")], dtype=int),
        age=age,
        is_born=is_born,
        height=np.where(np.isnan(given), _measured_heights(study, place), given),
        is_measured=np.isnan(given),
        groups=tuple(reference_group(str(race), str(ethnicity)) for race, ethnicity in said),
        place=place,
        day=np.where(np.isnan(ady), planned_day(study.column("measurements", "AVISITN")), ady),
    )


def _measured_heights(study: Study, place: Ints) -> Floats:
    found = np.full(len(study.usubjids), np.nan)
    rows = np.flatnonzero(study.column("measurements", "PARAMCD") == "HEIGHT")
    if rows.size:
        median = pd.Series(study.column("measurements", "AVAL")[rows]).groupby(place[rows]).median()
        found[median.index] = median.to_numpy()
    return found


def ages_on_day_1(study: Study, *, only_whole: bool = False) -> tuple[Floats, npt.NDArray[np.bool_]]:
    """Return the ages on day 1 in decimal years, and whether each is from the date of birth.

    Parameters
    ----------
    only_whole
        Use no month or year of birth alone.
    """
    said = [str(text) for text in study.column("subjects", "BRTHDTC")]
    ends = {_WHOLE_DATE: "", _NO_DAY: MID_MONTH, _NO_MONTH: MID_YEAR}
    texts = [text + ends[len(text)] if len(text) in ends else "NaT" for text in said]
    whole = np.array([len(text) == _WHOLE_DATE for text in said], dtype=np.bool_)
    birth, day1 = np.array(texts, dtype="datetime64[D]"), study.column("subjects", "RFSTDT")
    lived = (day1.astype("datetime64[D]") - birth).astype(np.float64)
    lived[np.isnat(day1) | np.isnat(birth)] = np.nan
    given = study.column("subjects", "AGE")
    is_born = ~np.isnan(lived) & (whole | (np.isnan(given) & (not only_whole)))
    return np.where(is_born, lived / DAYS_PER_YEAR, given), is_born
