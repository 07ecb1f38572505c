"""What a field must hold: a column whose cells break the contract is not that field, whatever its heading."""

import re

from sscviewer.model.tables import TABLES
from sscviewer.workbook.evidence.columns.profiles import Profile, known_share
from sscviewer.workbook.evidence.tables.header import Column
from sscviewer.workbook.evidence.words.tokens import english
from sscviewer.workbook.evidence.words.visit_names import read_visit, visit_label
from sscviewer.workbook.values.dose_text import split_doses
from sscviewer.workbook.values.values_in_cells import is_mostly_numeric
from sscviewer.workbook.values.vocabulary import value_words

_TERMS = frozenset({"AETERM", "AEDECOD", "AEBODSYS", "CMTRT", "CMDECOD", "MHTERM", "MHDECOD", "MHBODSYS"})
_WORDS = frozenset({"DSDECOD", "DSTERM"})
_DATES = frozenset(
    c.name for columns in TABLES.values() for c in columns if c.kind == "date" and c.name != "BRTHDTC"
)
_NUMBERS = frozenset({"EXDOSE", "EXDAILY", "AGE", "HEIGHT", "WEIGHT", "DISDUR"})
_DOSES = frozenset({"EXDOSE", "EXDAILY"})
_GRADES = frozenset({"AETOXGR", "AEITOXGR"})

_HIGHEST_GRADE = 5
"""Of CTCAE (death); a scale that goes on, as to 10, is another one."""
_FEW_SEXES = 6
"""Numbers as sex: 1 and 2, 0 and 1, with 3, 8, 9 for not known; more kinds are a count."""
_HALF = 0.5
"""A column of numbers or dates holds them in half of its filled cells at least: the rest are "ND", "<5",
remarks. A file that has more remarks than values loses the column, which is then named as not read."""
_EXCEL_DAYS = (14_000.0, 80_000.0)
"""Excel's numbers of the days from 1938 to 2119; a number outside is no day."""
_BORN = (1880.0, 2100.0)
"""Years of birth, where numbers are no days."""
_TIME_OF_DAY = re.compile(r"^\s*\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?\s*(?:h|Uhr|[ap]\.?m\.?)?\s*$", re.IGNORECASE)
_WRITTEN_DAYS = (19_000_101.0, 21_001_231.0)
"""Days written as one number, 20240131."""


def holds(field: str, column: Column, profile: Profile) -> bool:
    """Return whether a column can be a field, by its cells; an empty column can be any."""
    if not profile.filled:
        return True
    if field in _TERMS:
        return (profile.is_words or profile.kind == "code") and not _are_visits(column)
    if field in _DATES or field == "BRTHDTC":
        return _holds_days(field, column, profile)
    if field in _NUMBERS and profile.numeric < _HALF:
        return field in _DOSES and _are_written_doses(column)
    if field in _GRADES:
        return not profile.is_numeric or (profile.low >= 0 and profile.high <= _HIGHEST_GRADE)
    if field in ("VISIT", "EOSSTT"):
        return _names_a_visit(column, profile) if field == "VISIT" else _is_status(column, profile)
    if field == "ABLFL":
        return profile.kind == "yes_no" or profile.distinct == 1
    if field == "SEX":
        few = profile.distinct <= (_FEW_SEXES if profile.is_numeric else 2)
        return profile.kind != "date" and (few or known_share(column.cells, "sex") > 0)
    return field not in _WORDS or not profile.is_numeric


def _are_written_doses(column: Column) -> bool:
    """Return whether half of the cells are doses, those with how often they were taken ("50 mg bid") too."""
    split = split_doses(column.cells, per_day=False)
    return split is not None and is_mostly_numeric(split[0])


def _are_visits(column: Column) -> bool:
    """Return whether most of several different cells are names of visits (an "Event" of a system)."""
    texts = [text for text in column.cells.first_texts(_LOOKED_AT) if text.strip()]
    months = [read_visit(text).months for text in texts]
    return len(texts) > 1 and sum(m == m for m in months) > _HALF * len(texts)


def _names_a_visit(column: Column, profile: Profile) -> bool:
    """Return whether any cell below "Event name" is a visit, by a word or a number; side effects are none."""
    if profile.kind != "term" or "event" not in english(column.heading.written):
        return True
    texts = (text.strip() for text in column.cells.first_texts(_LOOKED_AT))
    return any(visit_label(text) or any(map(str.isdigit, text)) for text in texts if text)


_LOOKED_AT = 100
"""So many different texts tell whether they are visits; a trial has no more of them."""


def _holds_days(field: str, column: Column, profile: Profile) -> bool:
    """Return whether cells can be days; those of birth may be years, or words.

    A heading that says date of birth identifies a person whatever its cells; "born" may be a yes or a count.
    """
    if field != "BRTHDTC":
        return _is_dates(profile) and not is_time_of_day(column)
    if "born" not in english(column.heading.written):
        return True
    return not profile.is_numeric or _is_dates(profile) or _BORN[0] <= profile.low <= profile.high <= _BORN[1]


def is_time_of_day(column: Column) -> bool:
    """Return whether every filled cell is a time of day and says no day ("09:15")."""
    texts = [text for text in column.cells.first_texts(_LOOKED_AT) if text.strip()]
    return bool(texts) and all(map(_TIME_OF_DAY.match, texts))


def _is_dates(profile: Profile) -> bool:
    """Return whether cells are dates, or numbers that can stand for days; words are left to the reader."""
    if profile.dated >= _HALF or not profile.is_numeric:
        return profile.kind not in ("yes_no", "pair")
    return any(low <= profile.low and profile.high <= high for low, high in (_EXCEL_DAYS, _WRITTEN_DAYS))


def _is_status(column: Column, profile: Profile) -> bool:
    if profile.is_numeric or profile.kind == "date":
        return False
    return (
        profile.kind == "yes_no"
        or known_share(column.cells, "status") > 0
        or known_share(column.cells, "reason") > 0
        or not value_words("status")
    )
