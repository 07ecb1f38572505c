"""Where a sheet holds a second table below the first: a row of headings of its own, behind an empty row."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sscviewer.workbook.values.cells import TEXT, Cells
from sscviewer.workbook.values.vocabulary import is_patients
from sscviewer.workbook.values.words import is_number, split_heading

_MOST_GAPS = 200
"""A sheet with more empty rows than these is spaced out, not divided."""

_FEWEST_HEADINGS = 2
_FEWEST_ROWS = 2
"""So much makes a table: headings, one of them the patient's, and rows of data below."""


def names_patient(texts: Sequence[str]) -> bool:
    """Return whether cells are headings, and one of them is the patient's."""
    said = [text for text in texts if text.strip()]
    if len(said) < _FEWEST_HEADINGS or len(set(said)) < len(said) or any(map(is_number, said)):
        return False
    return any(is_patients(split_heading(text)) for text in said)


def first_table(top: Sequence[Sequence[str]], best: int) -> int:
    """Return the headings of the first table among the first rows of a sheet, where `best` is of a later one.

    A block of facts above the headings ("Patient" beside "Age") has no rows of data of its own.
    """
    for row in range(best):
        below = list(top[row + 1 : best])
        gap = next((i for i, texts in enumerate(below) if not any(texts)), None)
        if gap is None or gap < _FEWEST_ROWS or not names_patient(top[row]):
            continue
        width = sum(bool(text) for text in top[row])
        if all(2 * sum(map(bool, texts)) >= width for texts in below[:gap]):
            return row
    return best


@dataclass(frozen=True, slots=True)
class Later:
    """The tables below the first one of a sheet, which are not read.

    Attributes
    ----------
    rows
        (m,) int, the spreadsheet's numbers of their rows, titles and headings among them.
    headings
        Of all of them, each once, in their order.
    """

    rows: npt.NDArray[np.int64]
    headings: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.rows)


NOTHING_LATER = Later(np.zeros(0, dtype=np.int64), ())


def later_tables(
    columns: Sequence[Cells], rows: npt.NDArray[np.int64], headings: Sequence[str]
) -> tuple[int, Later]:
    """Return how many rows below the headings are the first table's, and the tables that follow.

    Parameters
    ----------
    rows
        (n,) the spreadsheet's numbers of the rows, of which empty ones are left out.
    headings
        Those of the first table; the same again are a page's, and go on with it.
    """
    gaps = np.flatnonzero(np.diff(rows) > 1) + 1
    first = {text.strip().casefold() for text in headings if text.strip()}
    begins: list[int] = []
    found: dict[str, None] = {}
    for gap in gaps.tolist() if len(gaps) <= _MOST_GAPS else ():
        said = _headings_after(columns, gap, len(rows))
        if said and not {text.casefold() for text in said} <= first:
            begins.append(gap)
            found |= dict.fromkeys(said)
    if not begins:
        return len(rows), NOTHING_LATER
    return begins[0], Later(rows[begins[0] :], tuple(found))


def _headings_after(columns: Sequence[Cells], gap: int, n: int) -> list[str]:
    """Return the headings on the first row behind a gap, or below a title there; none where data go on."""
    for place in range(gap, min(gap + 2, n - 1)):
        texts = [_text_at(cells, place).strip() for cells in columns]
        if names_patient(texts):
            return [text for text in texts if text]
        if sum(map(bool, texts)) > 1:
            break
    return []


def _text_at(cells: Cells, place: int) -> str:
    code = int(cells.codes[place])
    return cells.unique_texts[code] if cells.unique_kinds[code] == TEXT else ""
