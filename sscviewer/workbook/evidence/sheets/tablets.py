"""Doses that a log does not write as one number: tablets beside their strength, a dose with its frequency."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sscviewer.workbook.evidence.columns.profiles import Profile
from sscviewer.workbook.evidence.tables.header import Column, SheetTable
from sscviewer.workbook.evidence.words.tokens import english, tokens
from sscviewer.workbook.settling.dose_units import dose_unit, is_mass
from sscviewer.workbook.values.dose_text import intakes_per_day, split_doses
from sscviewer.workbook.values.values_in_cells import read_numbers, units_in

_TABLETS = frozenset({"tablet", "tablets"})
_PER_DAY = frozenset({"day", "daily"})
DOSES = ("EXDAILY", "EXDOSE")

QUESTION, WHOLE, OF_ONE = "tablets", "the whole dose", "what one tablet holds"
"""Asked of a dose beside a number of tablets; without an answer it is the whole dose."""


def with_tablets(
    found: dict[str, tuple[Column, ...]],
    columns: Sequence[Column],
    profiles: Mapping[str, Profile],
    table: SheetTable,
) -> dict[str, tuple[Column, ...]]:
    """Return the fields of a dose log with the number of tablets and how much one holds (EXPSTRG).

    The number is a column of bare numbers whose heading names tablets; the strength the only column with a
    unit of mass beside it. One that is called a dose is the strength if its heading names tablets too, if
    the same mass stands beside different numbers of tablets, or if the user said so (`QUESTION`); else it is
    the dose itself, and so is any dose beside a strength.
    """
    counts = [c for c in columns if _is_count(c, profiles[c.letter])]
    masses = [c for c in columns if profiles[c.letter].numeric > 0 and mass_unit(c)]
    doses = [c for name in DOSES for c in found.get(name, ()) if c not in counts]
    strengths = [
        c
        for c in masses
        if c not in doses
        or _names_tablets(c)
        or _is_one(c, counts)
        or table.said(QUESTION, table.name_of(c)) == OF_ONE
    ]
    own = [c for c in doses if c not in strengths]
    if len(counts) != 1 or len(strengths) != 1 or own:
        return found
    words = set(english(counts[0].heading.written))
    kept = {name: listed for name, listed in found.items() if not {*listed} & {*counts, *strengths}}
    return {**kept, "EXDAILY" if words & _PER_DAY else "EXDOSE": (counts[0],), "EXPSTRG": (strengths[0],)}


def with_frequency(found: Mapping[str, tuple[Column, ...]]) -> dict[str, tuple[Column, ...]]:
    """Return the fields of a dose log with "100 mg bid" as dose and frequency; the cell's own goes first."""
    new, repeated = dict(found), _are_repeated(found.get("EXDOSFRQ", ()))
    for name in DOSES:
        for at, column in enumerate(found.get(name, ())):
            split = split_doses(column.cells, per_day=name == "EXDAILY", repeated=repeated)
            if split is not None:
                dose, often = (replace(column, cells=cells) for cells in split)
                new[name] = (*new[name][:at], dose, *new[name][at + 1 :])
                if not often.cells.is_blank:
                    new["EXDOSFRQ"] = (often, *new.get("EXDOSFRQ", ()))
    return new


def _are_repeated(often: Sequence[Column]) -> bool:
    """Return whether a column of frequencies says that doses were taken more than once a day."""
    return any(intakes_per_day(text) > 1 for c in often for text in c.cells.unique_texts if text.strip())


def mass_unit(column: Column) -> str:
    """Return the unit of mass of a column's numbers: of its heading, else of its cells; "" for none."""
    heading = column.heading
    for text in (heading.bracket, *tokens(heading.written)):
        if is_mass(dose_unit(text)):
            return dose_unit(text)
    in_cells = {dose_unit(unit) for unit in units_in(column.cells)}
    return next((unit for unit in sorted(in_cells) if is_mass(unit)), "")


def _is_count(column: Column, of: Profile) -> bool:
    return _names_tablets(column) and of.is_numeric and of.low >= 0 and not mass_unit(column)


def _names_tablets(column: Column) -> bool:
    return bool(set(english(column.heading.written)) & _TABLETS)


def open_dose(
    found: Mapping[str, tuple[Column, ...]], columns: Sequence[Column]
) -> tuple[Column, Column, list[tuple[float, float]]] | None:
    """Return a dose that may be the whole or that of one tablet, the number beside it, and their pairs.

    None where it is not open: no tablets, never more than one of them, or a dose that grows with their
    number as the whole dose does.
    """
    doses = [c for name in DOSES for c in found.get(name, ()) if mass_unit(c)]
    used = {c.letter for listed in found.values() for c in listed}
    counts = [c for c in columns if c.letter not in used and _names_tablets(c) and not mass_unit(c)]
    if len(doses) != 1 or len(counts) != 1:
        return None
    pairs = _pairs(doses[0], counts[0])
    numbers = {n for _, n in pairs}
    is_whole = len(numbers) > 1 and len({round(mass / n, 9) for mass, n in pairs}) == 1
    return None if numbers <= {1.0} or is_whole else (doses[0], counts[0], pairs)


def _is_one(mass: Column, counts: Sequence[Column]) -> bool:
    """Return whether the same mass stands beside different numbers of tablets."""
    pairs = _pairs(mass, counts[0]) if len(counts) == 1 else []
    return len(pairs) > len({mass for mass, _ in pairs})


def _pairs(mass: Column, count: Column) -> list[tuple[float, float]]:
    """Return the different pairs of a mass and a number of tablets beside it, both above 0."""
    one, n = (read_numbers(column.cells).value for column in (mass, count))
    known = (one > 0) & (n > 0)
    return sorted(set(zip(one[known].tolist(), n[known].tolist(), strict=True)))
