"""Slips of the pen: a dose with a nought too many, an odd value between two alike, an age that cannot be."""

from collections.abc import Iterator

import numpy as np

from sscviewer.bundled import read_toml
from sscviewer.model.arrays import Floats, Ints
from sscviewer.model.dates import DAYS_PER_YEAR
from sscviewer.model.parameters import PREDICTED, Parameter
from sscviewer.model.sentence import say
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
                say(
                    "The dose of {dose} {unit} is far from those of all other patients ({lowest} to "
                    "{highest}), perhaps a nought too {what}; it is shown and counted as recorded.",
                    dose=name(dose[row]),
                    unit=unit[row],
                    lowest=name(lowest),
                    highest=name(highest),
                    what=say("many") if too_high else say("few"),
                ),
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
                    say(
                        "{measure} is {value:g} on {day}, but {value2:g} on {day2} and {value3:g} on "
                        "{day3}; it is drawn and analysed.",
                        measure=parameter.axis_label,
                        value=value[row],
                        day=day(when[row]),
                        value2=value[one],
                        day2=day(when[one]),
                        value3=value[other],
                        day3=day(when[other]),
                    ),
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
            words = (
                say("{youngest:.0f}", youngest=youngest)
                if oldest - youngest < 1
                else say("{youngest:.0f} to {oldest:.0f}", youngest=youngest, oldest=oldest)
            )
            yield at(
                study,
                "subjects",
                row,
                "AGE",
                say(
                    "Patient {usubjid} is {age:g} years old, but by the date of birth ({born}) was "
                    "{words} on {day}; the age is used as recorded.",
                    usubjid=usubjid,
                    age=age[row],
                    born=born[row],
                    words=words,
                    day=day(entry),
                ),
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
