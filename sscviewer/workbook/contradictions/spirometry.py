"""Forced vital capacity in litres against the same in % predicted."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from sscviewer.clinical.spirometry_nhanes3 import Race, compute_predicted_fvc
from sscviewer.model.study import Study
from sscviewer.workbook.contradictions.found import Found, Read, at

MANY = 0.5
"""When more than this part of the comparable values is off, the laboratory uses another equation."""
ENOUGH = 6
"""Fewer comparable values say nothing about the equation."""

_BLACK = ("black", "african")
_HISPANIC = ("mexican", "hispanic", "latino")


@dataclass(frozen=True, slots=True)
class _Pair:
    """One test with both: the row of the % predicted, what it says and what it should be."""

    row: int
    litres: float
    percent: float
    expected: float
    race: Race


def predicted_off(read: Read) -> Iterator[Found]:
    """Find % predicted that does not follow from litres, sex, age and height by NHANES III.

    A patient for whom another race's equation could have been used is compared with that one and with the
    Caucasian one; the nearer counts.
    """
    study, tolerance = read.study, read.fvc_tolerance
    pairs = list(_pairs(study))
    off = [pair for pair in pairs if abs(pair.percent - pair.expected) > tolerance]
    if len(pairs) >= ENOUGH and len(off) > MANY * len(pairs):
        yield Found(
            "",
            study.column("measurements", "SRCREF")[off[0].row].rpartition("!")[0],
            f"The laboratory's FVC % predicted differs from NHANES III by more than {tolerance:g} points in "
            f"{len(off)} of {len(pairs)} tests, so it uses another equation; its values are used.",
        )
        return
    for pair in off:
        yield at(
            study,
            "measurements",
            pair.row,
            "",
            f"FVC {pair.percent:g} % predicted does not fit {pair.litres:g} L, which is {pair.expected:.0f} "
            f"% by NHANES III ({pair.race.capitalize()}) for this sex, age and height (±{tolerance:g} points "
            "are allowed for); both values are used.",
        )


def _pairs(study: Study) -> Iterator[_Pair]:
    if not {"FVC", "FVCPP"} <= set(study.parameters):
        return
    for row, usubjid in enumerate(study.usubjids):
        predicted = _predicted(study, row)
        if not predicted:
            continue
        for litres_row, percent_row in _same_test(study, usubjid):
            litres = float(study.column("measurements", "AVAL")[litres_row])
            percent = float(study.column("measurements", "AVAL")[percent_row])
            expected = {race: 100 * litres / value for race, value in predicted.items()}
            race = min(expected, key=lambda race: abs(expected[race] - percent))
            yield _Pair(percent_row, litres, percent, expected[race], race)


def _same_test(study: Study, usubjid: str) -> Iterator[tuple[int, int]]:
    """Return the rows of litres and % predicted of one sheet, visit and day, where each is there once."""
    rows = study.rows("measurements", usubjid)
    tests: dict[tuple[object, ...], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    codes, values = study.column("measurements", "PARAMCD"), study.column("measurements", "AVAL")
    wanted = np.isin(codes[rows], ("FVC", "FVCPP")) & ~np.isnan(values[rows])
    for row in (np.flatnonzero(wanted) + rows.start).tolist():
        same = tuple(study.column("measurements", name)[row] for name in ("VISIT", "ATPT", "ADY"))
        tests[tuple(None if part != part else part for part in same)][codes[row]].append(row)
    for found in tests.values():
        if len(found["FVC"]) == len(found["FVCPP"]) == 1:
            yield found["FVC"][0], found["FVCPP"][0]


def _predicted(study: Study, row: int) -> dict[Race, float]:
    """Return the predicted FVC by each equation that may apply, litres; empty when it cannot be told."""
    usubjid = study.usubjids[row]
    sex = study.column("subjects", "SEX")[row]
    if sex not in ("M", "F"):
        return {}
    age, height = np.array([_age(study, row)]), np.array([_height(study, usubjid)])
    races: set[Race] = {"CAUCASIAN"}
    race, ethnic = (str(study.column("subjects", name)[row]).casefold() for name in ("RACE", "ETHNIC"))
    if any(word in race for word in _BLACK):
        races.add("AFRICAN AMERICAN")
    if any(word in race for word in _HISPANIC) or (ethnic.startswith(_HISPANIC)):
        races.add("MEXICAN AMERICAN")
    found = {name: float(compute_predicted_fvc(age, height, sex, name)[0]) for name in sorted(races)}
    return {} if any(np.isnan(value) for value in found.values()) else found


def _age(study: Study, row: int) -> float:
    """Return the age at entry; from the year of birth when that is all there is."""
    age = float(study.column("subjects", "AGE")[row])
    born, day1 = study.column("subjects", "BRTHDTC")[row][:4], study.column("subjects", "RFSTDT")[row]
    if np.isnan(age) and born.isdigit() and not np.isnat(day1):
        return float(day1.astype("datetime64[Y]").astype(int) + 1970 - int(born))
    return age


def _height(study: Study, usubjid: str) -> float:
    """Return the height, cm: of the patients' sheet, else the median of those measured."""
    height = float(study.value(usubjid, "HEIGHT"))
    if not np.isnan(height):
        return height
    rows = study.rows("measurements", usubjid)
    measured = study.column("measurements", "AVAL")[rows]
    of_height = measured[(study.column("measurements", "PARAMCD")[rows] == "HEIGHT") & ~np.isnan(measured)]
    return float(np.median(of_height)) if len(of_height) else np.nan
