"""Why laboratory values have no grade: nothing is left out in silence."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from sscviewer.analysis.labs.lab_values import LabSeries, LabValues
from sscviewer.clinical.ctcae_criteria import CRITERIA, WITHOUT_NUMBERS, Criterion, Direction, version_words
from sscviewer.clinical.ctcae_labs import is_beyond
from sscviewer.model.arrays import Floats, Ints
from sscviewer.model.parameters import Parameter

DIRECTIONS: tuple[Direction, ...] = ("low", "high")
NO_GRADES = "no grades by value that were checked"
NO_GRADES_EITHER_WAY = f"{NO_GRADES}, for low or for high values"


@dataclass(frozen=True, slots=True)
class NotGraded:
    """Values of one test that have no grade, and why; `rows` are theirs in the measurements."""

    paramcd: str
    test: str
    n: int
    why: str
    rows: Ints


def no_grade(parameter: Parameter, rows: Ints, why: str) -> tuple[NotGraded, ...]:
    """Return one entry, or none when there are no such values."""
    return (NotGraded(parameter.paramcd, parameter.param, len(rows), why, rows),) if len(rows) else ()


def graded_somewhere(paramcd: str) -> bool:
    """Return whether some version of CTCAE grades a test by numbers."""
    return any(paramcd in tests for tests in CRITERIA.values())


def not_in_version(of: LabValues, parameter: Parameter, version: int) -> tuple[NotGraded, ...]:
    """Return that a version grades none of a test's values, and why."""
    known = [WITHOUT_NUMBERS.get((version, parameter.paramcd, way)) for way in DIRECTIONS]
    why = next((words for words in known if words), None)
    if why is None and graded_somewhere(parameter.paramcd):
        why = f"the grades of {version_words(version)} for this test were not checked"
    return no_grade(parameter, of.rows[parameter.paramcd], why or NO_GRADES_EITHER_WAY)


def ungraded_directions(
    parameter: Parameter, values: LabSeries, graded: Collection[str], version: int
) -> tuple[NotGraded, ...]:
    """Return the values beyond a limit of normal on whose side a graded test has no grades."""
    readings = values.readings
    found: list[NotGraded] = []
    beyond = {
        "low": is_beyond(readings.lower, readings.value),
        "high": is_beyond(readings.value, readings.upper),
    }
    for direction in DIRECTIONS:
        if direction not in graded:
            side = "below the lower" if direction == "low" else "above the upper"
            why = WITHOUT_NUMBERS.get((version, parameter.paramcd, direction), NO_GRADES)
            found += no_grade(parameter, values.row[beyond[direction]], f"{side} limit: {why}")
    return tuple(found)


def unknown_unit(parameter: Parameter, rows: Ints) -> tuple[NotGraded, ...]:
    """Return that the unit of a test is not known."""
    unit = f"the unit “{parameter.unit}” is not known for this test" if parameter.unit else "it has no unit"
    return no_grade(parameter, rows, unit)


def not_numbers(of: LabValues, parameter: Parameter) -> tuple[NotGraded, ...]:
    """Return the records of a graded test that are no number, and those without a day."""
    rows = of.rows[parameter.paramcd]
    text = np.isnan(of.values("AVAL", rows))
    return (
        *no_grade(parameter, rows[text], "the result is not a number"),
        *no_grade(parameter, rows[~text & np.isnan(of.day[rows])], "it has no date and no visit"),
    )


def kept_apart(of: LabValues, parameter: Parameter) -> tuple[NotGraded, ...]:
    """Return the values of what looks like a graded test but has a unit, a specimen or a name of its own."""
    test = parameter.paramcd.partition("_")[0]
    if test == parameter.paramcd or not graded_somewhere(test):
        return ()
    return no_grade(parameter, of.rows[parameter.paramcd], "it is kept apart for its unit, specimen or name")


def ungraded(
    parameter: Parameter, values: LabSeries, criterion: Criterion, grades: Floats
) -> tuple[NotGraded, ...]:
    """Return the values a criterion could not grade: no limit of normal, or no baseline."""
    missing = np.isnan(grades)
    limit = values.readings.upper if criterion.direction == "high" else values.readings.lower
    has_limit = ~np.isnan(limit)
    word = "upper" if criterion.direction == "high" else "lower"
    return (
        *no_grade(
            parameter, values.row[missing & ~has_limit], f"{criterion.term}: no {word} limit of normal"
        ),
        *no_grade(parameter, values.row[missing & has_limit], f"{criterion.term}: {_why(criterion)}"),
    )


def _why(criterion: Criterion) -> str:
    """Return why a value that has its limit of normal may have no grade."""
    return criterion.remark if criterion.from_grade > 1 else "no baseline value"
