"""When records began and ended, by their dates, whatever the headings call them ("Dal", "Al")."""

from collections.abc import Mapping, Sequence

import numpy as np

from sscviewer.workbook.evidence.columns.profiles import Profile
from sscviewer.workbook.evidence.sheets.recognised import Fields
from sscviewer.workbook.evidence.tables.header import Column, known_words
from sscviewer.workbook.evidence.words.tokens import english, tokens
from sscviewer.workbook.values.dates_in_cells import read_dates


def periods(found: Fields, free: Sequence[Column], profiles: Mapping[str, Profile]) -> Fields:
    """Return the start, and the end, of records whose headings name neither; none where dates leave it open.

    Of two columns of dates the one that is never later is the start. One alone is the start where no word of
    its heading is known (it may be a death or the day of entry), and the end of a known start. Beside a start
    called "from" the end is one word, of any language ("Desde", "Hasta").
    """
    if {"AENDT", "ADT"} & set(found):
        return {}
    dates = [c for c in free if profiles[c.letter].kind == "date" and not _is_of_a_visit(c)]
    start = found.get("ASTDT", ())
    if len(dates) == 1 and _says_of_what(dates[0]) and not _are_from_and_to(start, dates[0]):
        return {}
    if len(dates) == 1 and not start:
        return {"ASTDT": (dates[0],)}
    dates = [*start, *dates]
    if len(dates) != 2:
        return {}
    first, second = (read_dates(c.cells).first for c in dates)
    both = ~np.isnat(first) & ~np.isnat(second)
    if not both.any() or (first[both] == second[both]).all():
        return {}
    if (first[both] <= second[both]).all():
        return {**({} if start else {"ASTDT": (dates[0],)}), "AENDT": (dates[1],)}
    if not start and (second[both] <= first[both]).all():
        return {"ASTDT": (dates[1],), "AENDT": (dates[0],)}
    return {}


def _are_from_and_to(start: Sequence[Column], end: Column) -> bool:
    is_from = bool(start) and english(start[0].heading.written) == ("from",)
    return is_from and len(tokens(end.heading.written)) == 1


_OF_ANOTHER_DAY = frozenset(
    {
        *("birth", "death", "died", "consent", "randomisation", "randomization", "enrolment", "enrollment"),
        *("visit", "screening", "baseline", "entry", "entered", "recorded", "reported", "signed"),
        *("created", "changed", "modified", "updated", "reviewed", "follow", "contact", "discharge", "exit"),
        *("end", "stop", "stopped", "resolved", "resolution", "recovery", "until", "to"),
    }
)
"""What headings of dates say that are no day on which a record began."""


_NEITHER = frozenset(
    {"visit", "birth", "consent", "randomisation", "randomization", "screening", "recorded", "reported"}
)
"""What never heads when a record began or ended, though it may lie before or after."""


def _is_of_a_visit(column: Column) -> bool:
    return bool(set(english(column.heading.written)) & _NEITHER)


_OF_A_START = frozenset({"date", "start", "onset", "begin", "from"})


def _says_of_what(column: Column) -> bool:
    """Return whether a word of a heading is known: what the date is of, if not of a start, is said there."""
    said = set(english(column.heading.written)) - _OF_A_START
    return bool(said & (_OF_ANOTHER_DAY | known_words()))
