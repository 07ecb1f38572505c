"""Numbers as cells hold them: numbers, numbers stored as text, "<0.1", "65 %"; all else is no number."""

import re
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from sscviewer.workbook.cells import NUMBER, TEXT, Cells, as_objects
from sscviewer.workbook.vocabulary import unit_of

_NUMBER = re.compile(r"^([<>≤≥]?=?)\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*(%?)$")
_QUALIFIER = {"": "", "<": "<", ">": ">", "≤": "<", "≥": ">", "<=": "<", ">=": ">", "=": ""}


@dataclass(frozen=True, slots=True)
class Numbers:
    """A column of numbers.

    Attributes
    ----------
    value : (n,) float, NaN where there is no number
    qualifier : (n,) str, "<" or ">" where the cell says that only a limit is known
    filled : (n,) bool, whether the cell holds anything
    not_numeric : (n,) bool, whether it holds something that is no number
    """

    value: npt.NDArray[np.float64]
    qualifier: npt.NDArray[np.object_]
    filled: npt.NDArray[np.bool_]
    not_numeric: npt.NDArray[np.bool_]


def read_numbers(cells: Cells) -> Numbers:
    """Return the numbers of a column; nothing is guessed from text that is not a plain number."""
    if not len(cells):
        nothing = np.zeros(0, dtype=bool)
        return Numbers(np.zeros(0), np.empty(0, dtype=object), nothing, nothing)
    found = [
        _read(text, int(kind)) for text, kind in zip(cells.unique_texts, cells.unique_kinds, strict=True)
    ]
    value = np.array([v for v, _ in found])[cells.codes]
    filled = cells.filled
    return Numbers(value, as_objects([q for _, q in found])[cells.codes], filled, filled & np.isnan(value))


def _read(text: str, kind: int) -> tuple[float, str]:
    if kind == NUMBER:
        return float(text), ""
    if kind != TEXT:
        return float("nan"), ""
    return parse_number(text)


def parse_number(text: str) -> tuple[float, str]:
    """Return the number a text says and its qualifier; (NaN, "") when it is none."""
    match = _NUMBER.match(text.strip())
    if match is None or match[1] not in _QUALIFIER:
        return float("nan"), ""
    return float(match[2]), _QUALIFIER[match[1]]


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
