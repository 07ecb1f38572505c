"""The date of birth under a heading that no vocabulary has: by a part of a word, or by its dates."""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from sscviewer.workbook.evidence.columns.profiles import Profile
from sscviewer.workbook.evidence.sheets.recognised import Fields, is_in
from sscviewer.workbook.evidence.tables.header import Column
from sscviewer.workbook.evidence.words.tokens import english, tokens
from sscviewer.workbook.values.dates_in_cells import read_dates
from sscviewer.workbook.values.vocabulary import read_toml

Days = npt.NDArray[np.datetime64]

_ADULT = 18 * 365.25
"""So many days lie at least between the birth and everything else that is dated of an adult."""
_NEARLY_ALL = 0.95
_FEWEST = 4
"""The dates of fewer patients may lie so far back by chance."""


def with_birth(found: Fields, columns: Sequence[Column], profiles: Mapping[str, Profile]) -> Fields:
    """Return what is said of a patient with the date of birth, which identifies and is no mere fact."""
    if "BRTHDTC" in found:
        return found
    dated = [c for c in columns if profiles[c.letter].kind == "date"]
    if len(dated) < 2 and not any(map(_names_birth, dated)):
        return found
    days = {c.letter: read_dates(c.cells).first for c in dated}
    for column in sorted(dated, key=_names_birth, reverse=True):
        others = [days[c.letter] for c in dated if c is not column]
        if is_in(column, found) or _names_another(column):
            continue
        if _names_birth(column):
            is_birth = _is_first(days[column.letter], others, 0.0)
        else:
            is_birth = _may_name_birth(column) and _is_long_before(days[column.letter], others)
        if is_birth:
            return {**found, "BRTHDTC": (column,)}
    return found


def _names_birth(column: Column) -> bool:
    """Return whether a word of a heading is that for birth, or short for it ("dbirth", "doBth").

    What is short for other things too needs a word for a date beside it ("fecha_nac").
    """
    birth, parts = read_toml("privacy")["birth"], tokens(column.heading.written)
    if any(part in birth["words"] or part.startswith(tuple(birth["parts"])) for part in parts):
        return True
    dated = any(english(part) == ("date",) for part in parts)
    return dated and any(part in birth["short"] for part in parts)


def _names_another(column: Column) -> bool:
    """Return whether a heading names what is no birth of the patient ("Onset", "Birth of last child")."""
    return bool(set(english(column.heading.written)) & set(read_toml("privacy")["birth"]["not"]))


def _may_name_birth(column: Column) -> bool:
    """Return whether a heading leaves open which date it is: a date and a number, or short for birth."""
    open_words = {*read_toml("privacy")["birth"]["short"], "date"}
    parts = tokens(column.heading.written)
    return all(p[0].isdigit() or len(p) == 1 or p in open_words or english(p) == ("date",) for p in parts)


def _is_long_before(days: Days, others: Sequence[Days]) -> bool:
    """Return whether dates lie so long before all others of each patient that nothing but a birth does."""
    known = int((~np.isnat(days)).sum())
    return bool(others) and known >= _FEWEST and _is_first(days, others, _ADULT)


def _is_first(days: Days, others: Sequence[Days], apart: float) -> bool:
    """Return whether nearly all dates lie at least so many days before each other date of their row."""
    for other in others:
        both = ~np.isnat(days) & ~np.isnat(other)
        gaps = (other[both] - days[both]) / np.timedelta64(1, "D")
        if len(gaps) and float(np.mean(gaps >= apart)) < _NEARLY_ALL:
            return False
    return True
