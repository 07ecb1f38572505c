"""All laboratory values of a trial, as multiples of the limits of normal and graded by CTCAE."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.baseline import FIRST_DOSE_DAY
from sscviewer.analysis.baselines import baseline_rows, measured_days, patient_positions
from sscviewer.analysis.urine_protein import DIPSTICK, PROTEIN, grade_urine_protein
from sscviewer.clinical.ctcae_criteria import CRITERIA, DEFAULT_VERSION, WITHOUT_NUMBERS, Criterion, criteria, version_words
from sscviewer.clinical.ctcae_labs import Readings, can_be_graded, grade, range_indicator
from sscviewer.model.parameters import Parameter
from sscviewer.model.study import Study

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Positions = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class NotGraded:
    """Values of one test that have no grade, and why.

    Attributes
    ----------
    rows
        Their rows in the measurements.
    """

    paramcd: str
    n: int
    why: str
    rows: Positions


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
    times_upper, times_lower
        Value as a multiple of the upper and of the lower limit.
    indicator
        -1 below, 0 within, 1 above the limits of normal; NaN when it cannot be told.
    grade_low, grade_high
        CTCAE grade in either direction; NaN when it cannot be told, or is not graded in that direction.
    is_baseline, is_after
        Whether the value is the patient's baseline; whether it is later than baseline and first dose.
    """

    parameter: Parameter
    row: Positions
    patient: Positions
    day: Floats
    aval: Floats
    limit: npt.NDArray[np.object_]
    lower: Floats
    upper: Floats
    times_upper: Floats
    times_lower: Floats
    indicator: Floats
    grade_low: Floats
    grade_high: Floats
    is_baseline: Flags
    is_after: Flags
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
