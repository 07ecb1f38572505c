"""Protein in the urine: 24-hour collections and dipsticks, graded together."""

from dataclasses import dataclass, replace

import numpy as np

from sscviewer.analysis.labs.lab_not_graded import NotGraded, no_grade, unknown_unit
from sscviewer.analysis.labs.lab_values import LabSeries, LabValues, lab_series
from sscviewer.clinical.lab_units import si_factor
from sscviewer.clinical.proteinuria import grade_24_hours, grade_dipstick, read_dipsticks
from sscviewer.model.arrays import Bools, Floats, Ints
from sscviewer.model.parameters import Parameter
from sscviewer.model.sentence import say

COLLECTED, DIPSTICK = "PROTU", "PROTDIP"
URINE = (COLLECTED, DIPSTICK, "PROT_URINE")
DIPSTICKS = Parameter(DIPSTICK, "Urine protein, dipstick", "", "Protein (dipstick)", "lab", digits=0)
TERM = "Proteinuria"
NOT_CHECKED = f"{TERM}: this grade of version 3 was not checked"


@dataclass(frozen=True, slots=True)
class UrineProtein:
    """One of the two tests, graded."""

    parameter: Parameter
    values: LabSeries
    grades: Floats


def urine_protein(of: LabValues, version: int) -> tuple[tuple[UrineProtein, ...], tuple[NotGraded, ...]]:
    """Return the tests of urine protein with their grades, and what has none.

    A 24-hour collection decides over a dipstick of the same patient and day.
    """
    collections: list[UrineProtein] = []
    why: list[NotGraded] = []
    sticks, pluses = [np.zeros(0, dtype=np.int64)], [np.zeros(0)]
    for parameter in (of.study.parameters[code] for code in URINE if code in of.study.parameters):
        rows = of.rows[parameter.paramcd]
        shown = _pluses(of, parameter, rows)
        is_stick, is_number = ~np.isnan(shown), ~np.isnan(of.values("AVAL", rows))
        sticks.append(rows[is_stick])
        pluses.append(shown[is_stick])
        why += no_grade(parameter, rows[~is_stick & ~is_number], say("it is neither a number nor a dipstick"))
        why += _collected(of, parameter, rows[is_number & ~is_stick], version, collections)
    dipsticks = _dipsticks(of, np.concatenate(sticks), np.concatenate(pluses), version)
    overruled = _same_days(dipsticks.values, collections)
    why += no_grade(
        DIPSTICKS, dipsticks.values.row[overruled], say("a 24-hour collection of that day decides")
    )
    graded = replace(dipsticks, grades=np.where(overruled, np.nan, dipsticks.grades))
    missing = np.isnan(dipsticks.grades) & ~overruled
    why += no_grade(DIPSTICKS, dipsticks.values.row[missing], NOT_CHECKED)
    return (*collections, *((graded,) if len(graded.grades) else ())), tuple(why)


def _pluses(of: LabValues, parameter: Parameter, rows: Ints) -> Floats:
    pluses = read_dipsticks(of.words("AVALC", rows))
    value = of.values("AVAL", rows)
    if parameter.paramcd == DIPSTICK:
        whole = np.isin(value, np.arange(5.0)) & np.isnan(pluses)
        return np.where(whole, value, pluses)
    return np.where(np.isnan(value), pluses, np.nan)


def _collected(
    of: LabValues, parameter: Parameter, rows: Ints, version: int, found: list[UrineProtein]
) -> tuple[NotGraded, ...]:
    """Add the 24-hour collections of a parameter to those found; return what has no grade."""
    factor = si_factor(COLLECTED, parameter.unit)
    if factor is None or not len(rows):
        return unknown_unit(parameter, rows)
    values = lab_series(of, rows, parameter)
    grams, upper = values.readings.value * factor, values.readings.upper * factor
    grades = grade_24_hours(grams, upper, version)
    found.append(UrineProtein(parameter, values, grades))
    # Of CTCAE 3.0 this grade was not checked, and nothing is graded by it.
    return no_grade(
        parameter,
        values.row[np.isnan(grades)],
        f"{TERM}: no upper limit of normal" if version > 3 else NOT_CHECKED,
    )


def _dipsticks(of: LabValues, rows: Ints, pluses: Floats, version: int) -> UrineProtein:
    values = lab_series(of, rows, DIPSTICKS, pluses)
    return UrineProtein(DIPSTICKS, values, grade_dipstick(values.readings.value, version))


def _same_days(sticks: LabSeries, collections: list[UrineProtein]) -> Bools:
    """Return which dipsticks are of a patient and day that also has a collection."""
    days = {
        pair
        for one in collections
        for pair in zip(one.values.patient.tolist(), one.values.day.tolist(), strict=True)
    }
    pairs = zip(sticks.patient.tolist(), sticks.day.tolist(), strict=True)
    return np.array([pair in days for pair in pairs], dtype=bool)
