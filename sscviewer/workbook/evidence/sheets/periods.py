"""When records began and ended, by their dates, whatever the headings call them ("Dal", "Al")."""

from collections.abc import Mapping, Sequence

import numpy as np

from sscviewer.workbook.evidence.columns.profiles import Profile
from sscviewer.workbook.evidence.sheets.recognised import Fields
from sscviewer.workbook.evidence.tables.header import Column
from sscviewer.workbook.values.cells import DATE
from sscviewer.workbook.values.dates_in_cells import parse_date


def periods(found: Fields, free: Sequence[Column], profiles: Mapping[str, Profile]) -> Fields:
    """Return the start, and the end, of records whose headings name neither; none where dates leave it open.

    Of two columns of dates the one that is never later is the start; one alone is the start.
    """
    if {"ASTDT", "AENDT", "ADT"} & set(found):
        return {}
    dates = [c for c in free if profiles[c.letter].kind == "date"]
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
