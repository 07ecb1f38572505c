"""When records began and ended, by their dates, whatever the headings call them ("Dal", "Al")."""

from collections.abc import Mapping, Sequence

import numpy as np

from sscviewer.workbook.evidence.columns.profiles import Profile
from sscviewer.workbook.evidence.sheets.recognised import Fields
from sscviewer.workbook.evidence.tables.header import Column
from sscviewer.workbook.evidence.words.tokens import english, tokens
from sscviewer.workbook.values.cells import DATE
from sscviewer.workbook.values.dates_in_cells import parse_date


def periods(found: Fields, free: Sequence[Column], profiles: Mapping[str, Profile]) -> Fields:
    """Return the start, and the end, of records whose headings name neither; none where dates leave it open.

    Of two columns of dates the one that is never later is the start; one alone is the start. Beside a start
    called "from" the end is one word too, of any language ("Desde", "Hasta").
    """
    dates = [c for c in free if profiles[c.letter].kind == "date"]
    if set(found) & {"ASTDT", "AENDT", "ADT"} == {"ASTDT"} and _is_from(found["ASTDT"][0]):
        ends = [c for c in dates if len(tokens(c.heading.written)) == 1]
        pair = periods({}, (found["ASTDT"][0], *ends), profiles)
        return {"AENDT": pair["AENDT"]} if pair.get("ASTDT") == found["ASTDT"][:1] and "AENDT" in pair else {}
    if {"ASTDT", "AENDT", "ADT"} & set(found):
        return {}
    if len(dates) == 1:
        return {"ASTDT": (dates[0],)}
    if len(dates) != 2:
        return {}
    first, second = map(_days, dates)
    both = (first != "") & (second != "")
    if not both.any() or (first[both] == second[both]).all():
        return {}
    if (first[both] <= second[both]).all():
        return {"ASTDT": (dates[0],), "AENDT": (dates[1],)}
    if (second[both] <= first[both]).all():
        return {"ASTDT": (dates[1],), "AENDT": (dates[0],)}
    return {}


def _is_from(column: Column) -> bool:
    return english(column.heading.written) == ("from",)


def _days(column: Column) -> np.ndarray:
    """Return the day of each row as it sorts, "" where none is known."""
    cells = column.cells
    days = [
        text[:10] if kind == DATE else _day(text)
        for text, kind in zip(cells.unique_texts, cells.unique_kinds.tolist(), strict=True)
    ]
    return np.array(days, dtype=object)[cells.codes]


def _day(text: str) -> str:
    found = parse_date(text)
    return found.first.isoformat() if found is not None and found.first else ""
