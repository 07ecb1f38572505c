"""Doses that a log writes as tablets and their strength: "Tablets per day" beside "Strength (mg)"."""

from collections.abc import Mapping, Sequence

import numpy as np

from sscviewer.workbook.evidence.columns.profiles import Profile
from sscviewer.workbook.evidence.tables.header import Column
from sscviewer.workbook.evidence.words.tokens import english, tokens
from sscviewer.workbook.settling.dose_units import dose_unit, is_mass
from sscviewer.workbook.values.values_in_cells import read_numbers, units_in

_TABLETS = frozenset({"tablet", "tablets"})
_PER_DAY = frozenset({"day", "daily"})
_DOSES = ("EXDAILY", "EXDOSE")


def with_tablets(
    found: dict[str, tuple[Column, ...]], columns: Sequence[Column], profiles: Mapping[str, Profile]
) -> dict[str, tuple[Column, ...]]:
    """Return the fields of a dose log with the number of tablets and how much one holds (EXPSTRG).

    The number is a column of bare numbers whose heading names tablets; the strength the only column with a
    unit of mass beside it. One that is called a dose is the strength if its heading names tablets too, or if
    the same mass stands beside different numbers of tablets; else it is the dose itself, and so is any dose
    beside a strength.
    """
    counts = [c for c in columns if _is_count(c, profiles[c.letter])]
    masses = [c for c in columns if profiles[c.letter].numeric > 0 and mass_unit(c)]
    doses = [c for name in _DOSES for c in found.get(name, ()) if c not in counts]
    strengths = [c for c in masses if c not in doses or _names_tablets(c) or _is_one(c, counts)]
    own = [c for c in doses if c not in strengths]
    if len(counts) != 1 or len(strengths) != 1 or own:
        return found
    words = set(english(counts[0].heading.written))
    kept = {name: listed for name, listed in found.items() if not {*listed} & {*counts, *strengths}}
    return {**kept, "EXDAILY" if words & _PER_DAY else "EXDOSE": (counts[0],), "EXPSTRG": (strengths[0],)}


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


def _is_one(mass: Column, counts: Sequence[Column]) -> bool:
    """Return whether the same mass stands beside different numbers of tablets."""
    if len(counts) != 1:
        return False
    one, n = (read_numbers(c.cells).value for c in (mass, *counts))
    known = (one > 0) & (n > 0)
    pairs = np.unique(np.column_stack([one[known], n[known]]), axis=0)
    return len(pairs) > len(np.unique(pairs[:, 0]))
