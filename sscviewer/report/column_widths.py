"""How wide the columns of a printed table are: no word broken, the rest by what the cells hold."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontMetricsF

from sscviewer.plots.style import load_fonts
from sscviewer.report.table_file import NO_NUMBER
from sscviewer.report.who_tables import depth

if TYPE_CHECKING:
    from sscviewer.report.table_file import Table

PORTRAIT_MM, LANDSCAPE_MM = 174.0, 261.0
"""What the margins leave of A4."""
PADDING_MM = 3.4
INDENT_MM = 2.8
MM_PER_PT = 25.4 / 72
TABLE_PT = 8.0
WORD_FACTOR = 1.16
"""Arial, which Word files are set in, is so much wider than the Source Sans Pro that is measured; bold words
are in it."""
_MEASURED_PX = 100
"""Fonts are measured large: small ones are rounded to whole pixels."""


def column_widths(table: Table, room: float) -> tuple[float, ...]:
    """Return the widths in mm: together `room`, unless the longest words alone need more.

    Each column first gets its longest word. What is left goes first to the columns of numbers, which are read
    down, then to those of text, in proportion to what their cells still want.
    """
    least, wanted = _least_and_wanted(table)
    left = room - sum(least)
    if left <= 0:
        return tuple(room * width / sum(least) for width in least)
    numbers = [max(want - need, 0.0) for want, need in zip(wanted, least, strict=True)]
    numbers = [more if at in right_aligned(table) else 0.0 for at, more in enumerate(numbers)]
    if 0 < sum(numbers) <= left:
        least = [need + more for need, more in zip(least, numbers, strict=True)]
        left -= sum(numbers)
    more = [max(want - need, 0.0) for want, need in zip(wanted, least, strict=True)]
    if sum(more) <= left:
        spare = (left - sum(more)) / len(least)
        return tuple(max(pair) + spare for pair in zip(wanted, least, strict=True))
    return tuple(need + left * extra / sum(more) for need, extra in zip(least, more, strict=True))


def right_aligned(table: Table) -> frozenset[int]:
    """Return the columns whose texts end on one line: those of numbers, alone or with their share."""
    columns = range(1, len(table.columns))
    return frozenset(at for at in columns if all(_is_number(row[at]) for row in table.rows))


def _is_number(text: str) -> bool:
    """Return whether a cell is a number, or says that there is none."""
    return not text or text[0].isdigit() or text[0] in "+−–<>" or text in NO_NUMBER


def columns_that_fit(table: Table, room: float) -> int:
    """Return how many of the first columns stand side by side in `room` mm without breaking a word."""
    taken, n = 0.0, 0
    for need in _least_and_wanted(table)[0]:
        taken += need
        if taken > room:
            break
        n += 1
    return n


def lines_of(row: tuple[str, ...], widths: tuple[float, ...]) -> int:
    """Return how many lines a row takes in columns of these widths, mm."""
    return max(_lines(cell, width) for cell, width in zip(row, widths, strict=False))


def _lines(cell: str, width: float) -> int:
    """Return how many lines a text takes, word by word."""
    lines, left = 1, width - PADDING_MM
    for word in cell.split(" "):
        need = _text_mm(f"{word} ")
        if need > left and left < width - PADDING_MM:
            lines, left = lines + 1, width - PADDING_MM
        left -= need
    return lines


def needs_landscape(table: Table) -> bool:
    """Return whether the longest words of the columns do not stand side by side on a portrait page."""
    return sum(_least_and_wanted(table)[0]) > PORTRAIT_MM


def _least_and_wanted(table: Table) -> tuple[list[float], list[float]]:
    width = _text_mm
    least, wanted = [], []
    for at, head in enumerate(table.columns):
        cells = [head, *(row[at] for row in table.rows)]
        words = max((width(word) for cell in cells for word in cell.split(" ")), default=0.0)
        # A head may stand on several lines; a cell stands on one where there is room.
        whole = max((width(cell.strip()) + INDENT_MM * depth(cell) for cell in cells[1:]), default=0.0)
        least.append(words + PADDING_MM)
        wanted.append(max(whole, words) + PADDING_MM)
    return least, wanted


@lru_cache(maxsize=4096)
def _text_mm(text: str) -> float:
    """Return how wide a text is, mm."""
    font = QFont(load_fonts())
    font.setPixelSize(_MEASURED_PX)
    advance = QFontMetricsF(font).horizontalAdvance(text)
    return advance / _MEASURED_PX * TABLE_PT * MM_PER_PT * WORD_FACTOR
