"""Rows that sum up the rows above them ("Mean", "Subtotal A"): no patients."""

import re
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from sscviewer.workbook.evidence.tables.header import Column
from sscviewer.workbook.evidence.words.tokens import tokens
from sscviewer.workbook.values.cells import TEXT
from sscviewer.workbook.values.vocabulary import value_words
from sscviewer.workbook.values.words import key

_SHORTEST = 3
"""Shorter words beside others may be a centre or initials: "SD 01", "N B"."""

_GIVEN_NAMES = frozenset({"min", "max"})
"""Words of sums by which people are called: beside another word, or among names, they may be a person."""


def is_summary_word(text: str) -> bool:
    """Return whether a cell is a word for a sum and nothing else."""
    return key(text) in value_words("summary_row")


def is_summary(text: str) -> bool:
    """Return whether a cell says that its row sums up others; a number beside the word makes it a code.

    Beside the word may stand another such word, one letter or a word in small letters ("Mean SD", "Total A",
    "Total patients"): what else begins with a capital may be a surname.
    """
    if is_summary_word(text):
        return True
    parts = tokens(text)
    if not 1 <= len(parts) <= 2 or any(part[0].isdigit() for part in parts):
        return False
    words = value_words("summary_row")
    first = parts[0].removeprefix("sub")
    if len(first) < _SHORTEST or first not in words or first in _GIVEN_NAMES:
        return False
    rest = parts[1:]
    return all(len(part) == 1 or part in words for part in rest) or text.split()[-1].islower()


def summaries_among_names(texts: Iterable[str]) -> set[str]:
    """Return which cells of a column that identifies persons are words for sums.

    "Max" and "Min" are given names, but beside numbers or other such words.
    """
    listed = set(texts)
    found = {text for text in listed if is_summary_word(text)}
    sure = {text for text in found if key(text) not in _GIVEN_NAMES}
    return found if sure or any(char.isdigit() for text in listed for char in text) else set()


_SUMMED = re.compile(r"^[-−]?\d[\d.,]*\s*(?:±|\+/-|\([^()]*\d[^()]*\)|\[[^\[\]]*\d[^\[\]]*\])")
"""A count with its share, a mean with its spread: "6 (60)", "72 ± 11", "4.3 [3.9-5.0]"."""

_FEW = 0.1
"""A value with another in brackets in more rows is how the column is written."""


def are_summed(columns: Sequence[Column], patient: Column) -> npt.NDArray[np.bool_]:
    """Return (n,) bool, which rows hold counts or means with their spread where others hold single values.

    Such a row has two cells of that kind at least, and no other cells but the name of what was summed: a row
    named like the others ("P7" below "P6") is a patient's.
    """
    n = len(patient.cells)
    summed, filled = np.zeros(n, dtype=int), np.zeros(n, dtype=int)
    for column in columns:
        cells = column.cells
        if column.letter == patient.letter:
            continue
        filled += cells.filled
        said = [i for i, text in enumerate(cells.unique_texts) if _SUMMED.match(text.strip())]
        here = np.isin(cells.codes, said)
        if 0 < here.sum() <= max(1, _FEW * cells.filled.sum()) and here.sum() < cells.filled.sum():
            summed += here
    found: npt.NDArray[np.bool_] = (summed >= _SEVERAL) & (summed == filled)
    return found & ~_named_alike(patient, found) if found.any() else found


def _named_alike(patient: Column, those: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Return (n,) bool, which of some rows have a code of the form that the other rows have."""
    forms = np.array([_form(text) for text in patient.cells.texts.tolist()], dtype=object)
    others = set(forms[~those].tolist()) - {""}
    return those & np.isin(forms, list(others))


def _form(text: str) -> str:
    """Return a code with its digits as one 0 ("P12" is "P0"); "" for what has none, as a name."""
    form = re.sub(r"\d+", "0", text.strip())
    return form if "0" in form else ""


_SEVERAL = 2


def summaries_of(columns: Sequence[Column], n: int) -> dict[int, str]:
    """Return {row: word} of the rows whose first filled cell is such a word."""
    found: dict[int, str] = {}
    seen = np.zeros(n, dtype=bool)
    for column in columns:
        cells = column.cells
        said = [
            i
            for i, kind in enumerate(cells.unique_kinds.tolist())
            if kind == TEXT and is_summary(cells.unique_texts[i])
        ]
        rows = np.flatnonzero(cells.filled & ~seen & np.isin(cells.codes, said))
        found |= {row: cells.unique_texts[cells.codes[row]] for row in rows.tolist()}
        seen |= cells.filled
        if seen.all():
            break
    return found
