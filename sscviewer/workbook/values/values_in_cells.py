"""Numbers as cells hold them: numbers, numbers stored as text, "<0.1", "65 %"; all else is no number."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from sscviewer.workbook.values.cells import NUMBER, TEXT, Cells
from sscviewer.workbook.values.number_text import TOO_LARGE, Marks, decide_marks, parse_text
from sscviewer.workbook.values.vocabulary import unit_of


@dataclass(frozen=True, slots=True)
class Numbers:
    """A column of numbers.

    Attributes
    ----------
    value : (n,) float, NaN where there is no number
    qualifier : (n,) str, "<" or ">" where the cell says that only a limit is known
    filled : (n,) bool, whether the cell holds anything
    not_numeric : (n,) bool, whether it holds something that is no number
    unit : (n,) str, the unit written behind the number in the cell, in our spelling; "" for none
    """

    value: npt.NDArray[np.float64]
    qualifier: npt.NDArray[np.object_]
    filled: npt.NDArray[np.bool_]
    not_numeric: npt.NDArray[np.bool_]
    unit: npt.NDArray[np.object_]


def marks_of(*columns: Cells) -> Marks:
    """Return what comma and dot mean in columns that are written alike, such as a result and its limits."""
    pairs = [
        p for cells in columns for p in zip(cells.unique_values, cells.unique_kinds.tolist(), strict=True)
    ]
    return decide_marks(
        (text for text, kind in pairs if kind == TEXT), (number for number, kind in pairs if kind == NUMBER)
    )


def read_numbers(cells: Cells, marks: Marks | None = None) -> Numbers:
    """Return the numbers of a column; nothing is guessed from text that is not a plain number.

    Parameters
    ----------
    marks
        What comma and dot mean, where more than this column tells.
    """
    if not len(cells):
        nothing = np.zeros(0, dtype=bool)
        no_text = np.empty(0, dtype=object)
        return Numbers(np.zeros(0), no_text, nothing, nothing, no_text)
    marks = marks or marks_of(cells)
    each = _number_cells(cells)
    qualifier, unit = np.full((2, len(each)), "", dtype=object)
    for i in np.flatnonzero(cells.unique_kinds == TEXT).tolist():
        found = parse_text(cells.unique_values[i], marks.comma, marks.dot)
        each[i], qualifier[i], unit[i] = found.value, found.qualifier, found.unit
    value = np.where(np.abs(each) < TOO_LARGE, each, np.nan)[cells.codes]
    filled = cells.filled
    return Numbers(value, qualifier[cells.codes], filled, filled & np.isnan(value), unit[cells.codes])


def units_in(cells: Cells) -> set[str]:
    """Return the units that are written behind numbers in the cells of a column, in our spelling."""
    texts = [str(cells.unique_values[i]) for i in np.flatnonzero(cells.unique_kinds == TEXT).tolist()]
    if not texts:
        return set()
    marks = marks_of(cells)
    return {parse_text(text, marks.comma, marks.dot).unit for text in texts} - {""}


def _number_cells(cells: Cells) -> npt.NDArray[np.float64]:
    """Return the number of each different cell that is one; NaN for all others, texts of numbers too."""
    numbers = np.full(len(cells.unique_values), np.nan)
    places = np.flatnonzero(cells.unique_kinds == NUMBER)
    numbers[places] = [cells.unique_values[i] for i in places.tolist()]
    return numbers


def convert(values: Any, factor: Any, offset: Any) -> npt.NDArray[np.float64]:
    """Return values in another unit; a factor of 1/1000 divides, so that 2810 mL is exactly 2.81 L."""
    inverse = 1 / np.asarray(factor, dtype=np.float64)
    whole = np.round(inverse)
    divides = (whole > 1) & np.isclose(inverse, whole, rtol=1e-12, atol=0)
    given = np.asarray(values, dtype=np.float64)
    converted: npt.NDArray[np.float64] = (
        np.where(divides, given / np.maximum(whole, 1), given * factor) + offset
    )
    return converted


def read_units(cells: Cells) -> npt.NDArray[np.object_]:
    """Return the units of a column in our spelling."""
    return cells.map(unit_of)


def is_mostly_numeric(cells: Cells) -> bool:
    """Return whether at least half of the filled cells are numbers (and there are any)."""
    numbers = read_numbers(cells)
    filled = int(numbers.filled.sum())
    return filled > 0 and 2 * int(numbers.not_numeric.sum()) <= filled
