"""All laboratory values of a trial, as multiples of the limits of normal and graded by CTCAE."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.labs.corrected_calcium import CALCIUM, graded_calcium
from sscviewer.analysis.labs.lab_not_graded import (
    NotGraded,
    kept_apart,
    not_in_version,
    not_numbers,
    ungraded,
    ungraded_directions,
    unknown_unit,
)
from sscviewer.analysis.labs.lab_values import LabSeries, LabValues, lab_series, measured
from sscviewer.analysis.labs.urine_protein import TERM, URINE, UrineProtein, urine_protein
from sscviewer.clinical.ctcae_criteria import DEFAULT_VERSION, criteria, version_words
from sscviewer.clinical.ctcae_labs import can_be_graded, grade, range_indicator
from sscviewer.model.arrays import Bools, Floats, Ints
from sscviewer.model.parameters import Parameter
from sscviewer.model.sentence import say
from sscviewer.model.study import Study


@dataclass(frozen=True, slots=True)
class LabTest:
    """One laboratory test: one entry per value that is a number (or a dipstick) and has a day.

    Attributes
    ----------
    row
        Row in the measurements, in time order within each patient.
    patient
        Position of the patient in `Labs.usubjids`.
    day
        Study day (planned day of the visit where there is no date).
    aval, limit
        Value in the unit of the parameter, and "<" or ">" where only a limit is known.
    lower, upper
        Limits of normal, NaN where the file has none.
    times_upper
        Value as a multiple of the upper limit.
    indicator
        -1 below, 0 within, 1 above the limits of normal; NaN when it cannot be told.
    grade_low, grade_high
        CTCAE grade in either direction; NaN when it cannot be told, or is not graded in that direction.
    is_baseline, is_after
        Whether the value is the patient's baseline; whether it is later than baseline and first dose.
    """

    parameter: Parameter
    row: Ints
    patient: Ints
    day: Floats
    aval: Floats
    limit: npt.NDArray[np.object_]
    lower: Floats
    upper: Floats
    times_upper: Floats
    indicator: Floats
    grade_low: Floats
    grade_high: Floats
    is_baseline: Bools
    is_after: Bools
    low_term: str
    high_term: str

    def term(self, direction: str) -> str:
        """Return the CTCAE term of a direction, "low" or "high"; "" when the version does not grade it."""
        return self.low_term if direction == "low" else self.high_term

    def grades(self, direction: str) -> Floats:
        """Return the grades of a direction."""
        return self.grade_low if direction == "low" else self.grade_high


@dataclass(frozen=True, slots=True)
class Labs:
    """Every laboratory test of a trial.

    Attributes
    ----------
    version, words
        Of CTCAE: 5 and "CTCAE version 5.0".
    tests
        By PARAMCD, in the order of `study.parameters`.
    not_graded
        Values without a grade of tests that a version of CTCAE grades, by test and reason.
    notes
        How it was done, as sentences.
    """

    version: int
    words: str
    usubjids: tuple[str, ...]
    tests: dict[str, LabTest]
    not_graded: tuple[NotGraded, ...]
    notes: tuple[str, ...]

    @property
    def graded(self) -> tuple[tuple[str, str], ...]:
        """(PARAMCD, direction) of all that has at least one grade."""
        return tuple(
            (code, direction)
            for code, test in self.tests.items()
            for direction in ("low", "high")
            if test.term(direction) and not np.isnan(test.grades(direction)).all()
        )


def labs(study: Study, version: int | None = None) -> Labs:
    """Return every laboratory test of a trial, graded by a version of CTCAE (3, 4 or 5).

    Parameters
    ----------
    version
        None: that of the plan the trial is settled by.

    A value is *after baseline* when its day is later than the day of the patient's baseline of that test and
    than the day of the first dose. Values of all patients are there; the tables count the treated ones.
    """
    version = version or _settled_version(study)
    of = measured(study)
    tests: dict[str, LabTest] = {}
    why: list[NotGraded] = []
    for parameter in study.parameters.values():
        if parameter.kind == "lab" and parameter.paramcd not in URINE:
            test, reasons = _graded(of, parameter, version)
            why += reasons
            if len(test.row):
                tests[parameter.paramcd] = test
    urine, reasons = urine_protein(of, version)
    tests |= {one.parameter.paramcd: _urine(one) for one in urine}
    notes = (*_notes(version, tests), *_calcium_note(of, tests, version))
    return Labs(version, version_words(version), study.usubjids, tests, (*why, *reasons), notes)


def _settled_version(study: Study) -> int:
    """Return the version that the plan has settled; of a trial as read the newest."""
    said = set(study.column("subjects", "LBCTCAE").tolist()) - {""}
    return int(said.pop()) if said else DEFAULT_VERSION


def rows_of(test: LabTest, of: Labs, usubjids: Collection[str]) -> Ints:
    """Return the rows in the measurements of some patients' values of a test: what is behind a count."""
    wanted = np.array([usubjid in usubjids for usubjid in of.usubjids], dtype=bool)
    rows: Ints = test.row[wanted[test.patient]]
    return rows


def _graded(of: LabValues, parameter: Parameter, version: int) -> tuple[LabTest, tuple[NotGraded, ...]]:
    values = lab_series(of, of.rows[parameter.paramcd], parameter)
    wanted = criteria(version, parameter.paramcd)
    why: tuple[NotGraded, ...] = kept_apart(of, parameter)
    if not wanted:
        return _lab_test(parameter, values, {}), why or not_in_version(of, parameter, version)
    why += not_numbers(of, parameter)
    found: dict[str, tuple[str, Floats]] = {}
    judged = graded_calcium(of, parameter, values).values if parameter.paramcd == CALCIUM else values
    for criterion in wanted:
        if not can_be_graded(criterion, parameter.paramcd, parameter.unit):
            return _lab_test(parameter, values, {}), (*why, *unknown_unit(parameter, values.row))
        grades = grade(criterion, judged.readings)
        found[criterion.direction] = (criterion.term, grades)
        why += ungraded(parameter, values, criterion, grades)
    return _lab_test(parameter, values, found), (
        *why,
        *ungraded_directions(parameter, judged, found, version),
    )


def _lab_test(parameter: Parameter, values: LabSeries, found: dict[str, tuple[str, Floats]]) -> LabTest:
    readings = values.readings
    none = ("", np.full(len(values.row), np.nan))
    low, high = found.get("low", none), found.get("high", none)
    with np.errstate(divide="ignore", invalid="ignore"):
        times_upper = readings.value / readings.upper
    return LabTest(
        parameter=parameter,
        row=values.row,
        patient=values.patient,
        day=values.day,
        aval=readings.value,
        limit=values.limit,
        lower=readings.lower,
        upper=readings.upper,
        times_upper=np.where(readings.upper > 0, times_upper, np.nan),
        indicator=range_indicator(readings),
        grade_low=low[1],
        grade_high=high[1],
        is_baseline=values.is_baseline,
        is_after=values.is_after,
        low_term=low[0],
        high_term=high[0],
    )


def _urine(one: UrineProtein) -> LabTest:
    return _lab_test(one.parameter, one.values, {"high": (TERM, one.grades)})


def _calcium_note(of: LabValues, tests: dict[str, LabTest], version: int) -> tuple[str, ...]:
    if CALCIUM not in tests or not criteria(version, CALCIUM):
        return ()
    parameter = tests[CALCIUM].parameter
    return (graded_calcium(of, parameter, lab_series(of, of.rows[CALCIUM], parameter)).words,)


def _notes(version: int, tests: dict[str, LabTest]) -> tuple[str, ...]:
    limits = sum(int(np.sum(test.limit != "")) for test in tests.values())
    notes = [
        say(
            "Grades by {version}, from the values alone; what a grade says about symptoms or "
            "treatment is not known here.",
            version=version_words(version),
        ),
        say(
            "After baseline: later than the patient’s baseline of the test and than the day of "
            "the first dose; values after the end of treatment count."
        ),
    ]
    if version == 5:
        notes.append(
            say(
                "Version 5 judges ALT, AST, alkaline phosphatase, GGT and bilirubin against the "
                "baseline where that was above the upper limit; without a baseline value against the "
                "upper limit."
            )
        )
    remarks = [
        f"{test.parameter.short}: {criterion.remark}."
        for code, test in tests.items()
        for criterion in criteria(version, code)
        if criterion.remark
    ]
    if limits:
        notes.append(
            say("Values known only as a limit (“<5”) are graded at the limit: {limits}.", limits=limits)
        )
    return (*notes, *remarks)
