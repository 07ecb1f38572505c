"""True dates whose day and month a spreadsheet swapped when it read the text of a file.

Where "03/04/2021" is the third of April and the spreadsheet takes the month first, it makes the fourth of
March of it, and leaves "25/04/2021" as text because there is no month 25. The column then holds texts whose
day is above 12, and true dates whose day never is.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sscviewer.model.dates import DAYS_PER_MONTH
from sscviewer.workbook.values.cells import DATE, TEXT, Cells
from sscviewer.workbook.values.dates_in_cells import day_and_month

_LAST_MONTH = 12
_OF_A_MONTH = _LAST_MONTH / DAYS_PER_MONTH
"""Part of the days of a month that could be a month as well."""
_UNLIKELY = 0.05
"""How likely such a column may be by chance and still be spoken of; a false alarm costs one look."""


@dataclass(frozen=True, slots=True)
class SwappedDates:
    """What speaks for swapped dates: how many there are of each kind, and one of each as written."""

    n_texts: int
    n_dates: int
    text: str
    iso: str


def swapped_dates(columns: Iterable[Cells]) -> SwappedDates | None:
    """Return what speaks for swapped dates in columns of one sheet; None where nothing does."""
    texts: set[str] = set()
    dates: set[str] = set()
    for cells in columns:
        kinds = cells.unique_kinds.tolist()
        numeric = {
            text
            for text, kind in zip(cells.unique_texts, kinds, strict=True)
            if kind == TEXT and day_and_month(text)
        }
        if numeric:
            texts |= numeric
            dates |= {t[:10] for t, kind in zip(cells.unique_texts, kinds, strict=True) if kind == DATE}
    pairs = [pair for text in texts if (pair := day_and_month(text))]
    alike = {(first > _LAST_MONTH, second > _LAST_MONTH) for first, second in pairs}
    if len(dates) < 2 or alike not in ({(True, False)}, {(False, True)}):
        return None
    if any(int(iso[8:10]) > _LAST_MONTH for iso in dates):
        return None
    chance = _OF_A_MONTH ** len(dates) * (1 - _OF_A_MONTH) ** len(texts)
    return SwappedDates(len(texts), len(dates), min(texts), min(dates)) if chance <= _UNLIKELY else None
