"""Laboratory values against adverse events and against what is possible in a patient who comes to a visit."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from sscviewer.bundled import read_toml
from sscviewer.clinical.calcium import correct_for_albumin
from sscviewer.clinical.ctcae_criteria import VERSIONS, Version, criteria
from sscviewer.clinical.ctcae_labs import Readings, can_be_graded, grade
from sscviewer.clinical.lab_units import si_factor
from sscviewer.model.arrays import Floats, Ints
from sscviewer.model.parameters import Parameter
from sscviewer.model.sentence import say
from sscviewer.model.study import Study
from sscviewer.workbook.contradictions.found import Contradiction, Read, at, day, first_days, last_days

SEVERE = 3
AROUND = 30
"""Days from the value within which an event of that name may begin or still last (our default)."""
_DAY = np.timedelta64(1, "D")


def severe_without_event(read: Read) -> Iterator[Contradiction]:
    """Find laboratory values of grade 3 or 4 after the first dose without an adverse event of that name.

    The worst value of a patient and test. Grades are those of the value and the limits alone, as if the
    baseline had been normal: the stricter reading of version 5. Calcium is judged as in the laboratory
    tables, corrected for the albumin of the day.
    """
    study = read.study
    if not len(study.column("adverse_events", "USUBJID")):
        return
    words: dict[str, Any] = read_toml("lab_events")["words"]
    for parameter in study.parameters.values():
        named = words.get(parameter.paramcd)
        if named is None:
            continue
        for row, level, term in _severe(study, parameter, read.version):
            if not _has_event(study, row, [str(word) for word in named]):
                value = study.column("measurements", "AVAL")[row]
                yield at(
                    study,
                    "measurements",
                    row,
                    "",
                    say(
                        "{measure} is {value:g} {unit} on {day}, grade {level} by {version} ({term}), and no "
                        "adverse event says so; it is shown in the laboratory tables only.",
                        measure=parameter.param,
                        value=value,
                        unit=parameter.unit,
                        day=day(study.column("measurements", "ADT")[row]),
                        level=level,
                        version=VERSIONS[read.version],
                        term=term.lower(),
                    ),
                )


def hardly_possible(read: Read) -> Iterator[Contradiction]:
    """Find laboratory values that a walking patient hardly has: a slip of the point or of the unit."""
    study = read.study
    limits: dict[str, Any] = read_toml("lab_events")["possible"]
    codes, value = study.column("measurements", "PARAMCD"), study.column("measurements", "AVAL")
    for parameter in study.parameters.values():
        factor = si_factor(parameter.paramcd, parameter.unit)
        if parameter.paramcd not in limits or factor is None:
            continue
        low, high = limits[parameter.paramcd]
        with np.errstate(invalid="ignore"):
            odd = (codes == parameter.paramcd) & ((value * factor < low) | (value * factor > high))
        for row in np.flatnonzero(odd).tolist():
            yield at(
                study,
                "measurements",
                row,
                "",
                say(
                    "{measure} of {value:g} {unit} is hardly possible ({low:.3g} to {high:.3g} is "
                    "expected): check the point and the unit; it is drawn and graded as recorded.",
                    measure=parameter.param,
                    value=value[row],
                    unit=parameter.unit,
                    low=low / factor,
                    high=high / factor,
                ),
            )


def _severe(study: Study, parameter: Parameter, version: Version) -> Iterator[tuple[int, int, str]]:
    """Return each patient's worst value after the first dose by direction: (row, grade, CTCAE term)."""
    codes, ady = study.column("measurements", "PARAMCD"), study.column("measurements", "ADY")
    rows = np.flatnonzero((codes == parameter.paramcd) & (ady > 1))
    place = study.positions("measurements")[rows]
    value, lower, upper = (study.column("measurements", c)[rows] for c in ("AVAL", "ANRLO", "ANRHI"))
    if parameter.paramcd == "CA":
        value = _corrected(study, parameter, rows)
    none = np.full(len(rows), np.nan)
    readings = Readings(parameter.paramcd, parameter.unit, value, lower, upper, none, none)
    for criterion in criteria(version, parameter.paramcd):
        if not len(rows) or not can_be_graded(criterion, parameter.paramcd, parameter.unit):
            continue
        grades = grade(criterion, readings)
        for one in np.unique(place[grades >= SEVERE]).tolist():
            mine = np.flatnonzero(place == one)
            worst = int(mine[np.nanargmax(grades[mine])])
            yield int(rows[worst]), int(grades[worst]), criterion.term


def _corrected(study: Study, calcium: Parameter, rows: Ints) -> Floats:
    """Return calcium corrected for the patient's albumin of the day; as measured where there is none."""
    codes, value, ady = (study.column("measurements", c) for c in ("PARAMCD", "AVAL", "ADY"))
    measured: Floats = value[rows]
    albumin = study.parameters.get("ALB")
    factor = si_factor("CA", calcium.unit)
    per_litre = si_factor("ALB", albumin.unit) if albumin is not None else None
    if factor is None or per_litre is None:
        return measured
    place = study.positions("measurements")
    of_albumin = np.flatnonzero((codes == "ALB") & ~np.isnan(value))
    of_day = {(place[row], ady[row]): value[row] * per_litre for row in of_albumin.tolist()}
    there = np.array([of_day.get((place[row], ady[row]), np.nan) for row in rows.tolist()])
    corrected = correct_for_albumin(measured * factor, there) / factor
    return np.where(np.isnan(corrected), measured, corrected)


def _has_event(study: Study, row: int, words: list[str]) -> bool:
    """Return whether an event of the patient at that time has one of the words."""
    events = "adverse_events"
    when = study.column("measurements", "ADT")[row].astype("datetime64[D]")
    own = study.rows(events, str(study.column("measurements", "USUBJID")[row]))
    start, end = first_days(study, events, "ASTDT")[own], last_days(study, events, "AENDT")[own]
    near = np.isnat(start) | (
        (start <= when + AROUND * _DAY) & (np.isnat(end) | (end >= when - AROUND * _DAY))
    )
    for i in np.flatnonzero(near).tolist():
        said = " ".join(
            str(study.column(events, column)[own.start + i]) for column in ("AETERM", "AEDECOD")
        ).casefold()
        if any(word in said for word in words):
            return True
    return False
