"""Slips of the pen: a dose with a nought too many, an odd value between two alike, an age that cannot be."""

from collections.abc import Iterator

import numpy as np

from sscviewer.bundled import read_toml
from sscviewer.model.arrays import Floats, Ints
from sscviewer.model.dates import DAYS_PER_YEAR
from sscviewer.model.parameters import PREDICTED, Parameter
from sscviewer.workbook.contradictions.found import Contradiction, Read, at, day, name

LOG = "exposure"
TIMES = 5.0
"""So many times the usual dose, or a fifth of it, and near no dose of another patient (our default)."""
FEWEST_OTHERS = 3
SPIKE = 2.0
"""An odd value of the lungs is twice, or half, of both neighbours (our default; repeats differ by a tenth
or so); of the body and of laboratory tests that hold steady, by the factors of `lab_events.toml`."""
ALIKE = 1.3
"""… which themselves differ by no more than this factor, or the root of the factor where that is less."""
LUNG_UNITS = (PREDICTED, "L", "mL/min/mmHg")
"""Lung volumes and transfer factor do not double and come back; enzymes and scores may."""
AGE_TOLERANCE = 1.0
"""Years: a birth year alone is a year wide, and age may be that at consent or at first dose."""


def odd_dose(read: Read) -> Iterator[Contradiction]:
    """Find doses far from every dose of the other patients: 4000 mg where all have 400."""
    study = read.study
    dose, drug, unit = (study.column(LOG, column) for column in ("EXDOSE", "EXTRT", "EXDOSU"))
    place = study.positions(LOG)
    for row in np.flatnonzero(dose > 0).tolist():
        others = (drug == drug[row]) & (unit == unit[row]) & (place != place[row]) & (dose > 0)
        if len(np.unique(place[others])) < FEWEST_OTHERS:
            continue
        known = dose[others]
        usual, highest, lowest = np.median(known), known.max(), known.min()
        too_high = dose[row] >= TIMES * usual and dose[row] > 2 * highest
        too_low = dose[row] <= usual / TIMES and dose[row] < lowest / 2
        if too_high or too_low:
            yield at(
                study,
                LOG,
                row,
                "EXDOSE",
                f"The dose of {name(dose[row])} {unit[row]} is far from those of all other patients "
                f"({name(lowest)} to {name(highest)}), perhaps a nought too {'many' if too_high else 'few'}; "
                "it is shown and counted as recorded.",
            )


def odd_value(read: Read) -> Iterator[Contradiction]:
    """Find values of lungs, body and blood that are far from the one before and the one after.

    A patient's first or last value is compared with the two next to it, and has to be further off (the
    square of the factor): nothing shows that it does not stay.
    """
    study = read.study
    codes, value, ady = (study.column("measurements", c) for c in ("PARAMCD", "AVAL", "ADY"))
    when = study.column("measurements", "ADT")
    for parameter in study.parameters.values():
        factor = _spike(parameter)
        if factor is None:
            continue
        for usubjid in study.usubjids:
            rows = study.rows("measurements", usubjid)
            own = np.flatnonzero(codes[rows] == parameter.paramcd) + rows.start
            own = own[(value[own] > 0) & ~np.isnan(ady[own])]
            for row, one, other in _far_from_two(own, value[own], factor):
                yield at(
                    study,
                    "measurements",
                    row,
                    "",
                    f"{parameter.axis_label} is {value[row]:g} on {day(when[row])}, but {value[one]:g} on "
                    f"{day(when[one])} and {value[other]:g} on {day(when[other])}; it is drawn and analysed.",
                )


def _spike(parameter: Parameter) -> float | None:
    """Return by which factor a value of a parameter is odd; None when it may change that much."""
    steady: dict[str, float] = read_toml("lab_events")["steady"]
    if parameter.kind in ("lung", "endpoint"):
        return SPIKE if parameter.unit in LUNG_UNITS else None
    return steady.get(parameter.paramcd)


def _far_from_two(own: Ints, values: Floats, factor: float) -> Iterator[tuple[int, int, int]]:
    """Return (row, neighbour, neighbour) of values far from both of their neighbours in time."""
    last = len(own) - 1
    for i in range(len(own) if last >= 2 else 0):
        is_end = i in (0, last)
        one, other = (1, 2) if i == 0 else (last - 2, last - 1) if i == last else (i - 1, i + 1)
        low, high = sorted((values[one], values[other]))
        times = factor**2 if is_end else factor
        if high <= min(ALIKE, np.sqrt(factor)) * low and (
            values[i] >= times * high or values[i] <= low / times
        ):
            yield int(own[i]), int(own[one]), int(own[other])


def age_against_birth(read: Read) -> Iterator[Contradiction]:
    """Find ages that the date of birth contradicts."""
    study = read.study
    age, born = study.column("subjects", "AGE"), study.column("subjects", "BRTHDTC")
    for row, usubjid in enumerate(study.usubjids):
        year = str(born[row])[:4]
        entry = next(
            (
                value
                for value in (study.value(usubjid, column) for column in ("RFICDT", "TRTSDT", "RFSTDT"))
                if not np.isnat(value)
            ),
            None,
        )
        if np.isnan(age[row]) or not year.isdecimal() or int(year) == 0 or entry is None:
            continue
        first, last = _born_between(str(born[row]))
        oldest, youngest = _years(first, entry), _years(last, entry)
        if age[row] > oldest + AGE_TOLERANCE or age[row] < np.floor(youngest) - AGE_TOLERANCE:
            words = f"{youngest:.0f}" if oldest - youngest < 1 else f"{youngest:.0f} to {oldest:.0f}"
            yield at(
                study,
                "subjects",
                row,
                "AGE",
                f"Patient {usubjid} is {age[row]:g} years old, but by the date of birth ({born[row]}) was "
                f"{words} on {day(entry)}; the age is used as recorded.",
            )


def _born_between(born: str) -> tuple[np.datetime64, np.datetime64]:
    """Return the first and the last day a partial ISO date of birth may be."""
    try:
        known = np.datetime64(born[:10])
    except ValueError:
        known = np.datetime64(born[:4])
    after = (known.astype(np.int64) + 1).astype(known.dtype)  # a year, month or day later, by what is known
    return known.astype("datetime64[D]"), after.astype("datetime64[D]") - np.timedelta64(1, "D")


def _years(born: np.datetime64, at_entry: np.datetime64) -> float:
    days = (at_entry.astype("datetime64[D]") - born) / np.timedelta64(1, "D")
    return float(days) / DAYS_PER_YEAR
