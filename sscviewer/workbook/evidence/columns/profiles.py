"""Column profiles: what the cells of a column are, whatever its heading says.

Everything is worked out on the different cells of a column and weighted by how often each occurs, so that a
profile costs as much as the column has different cells.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt

from sscviewer.workbook.values.cells import BOOLEAN, DATE, EMPTY, NUMBER, OTHER, TEXT, Cells
from sscviewer.workbook.values.dates_in_cells import parse_date
from sscviewer.workbook.values.number_text import decide_comma, parse_text
from sscviewer.workbook.values.vocabulary import standard
from sscviewer.workbook.values.words import key

Kind = Literal["empty", "date", "number", "whole", "pair", "yes_no", "code", "term", "text"]

Groups = npt.NDArray[np.int64]
"""(n,) int, the patient of each row; -1 for none."""

_LOOKED_AT = 500
"""So many different texts of a column tell what it holds; more would cost time and change nothing."""

_MOST = 0.8
"""A column is of a kind when this part of its cells is: real columns have a few words among the numbers."""

_MISSING = frozenset(
    {"na", "nan", "n/a", "nd", "none", "null", ".", "-", "?", "missing", "unknown", "unk", ""}
)
_PAIR = re.compile(r"^\s*\d{1,3}(?:[.,]\d+)?\s*/\s*\d{1,3}(?:[.,]\d+)?\s*(?:mm\s?hg)?\s*$", re.IGNORECASE)
_CODE = re.compile(r"^[A-Za-z]{0,6}[-_ ]?\d[\w./-]*$|^(?:[A-Z0-9]+[-_])+[A-Z0-9]+$")
_TERM_LENGTH = 60
"""Longer texts on average are remarks and no terms."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What the cells of a column are.

    Attributes
    ----------
    filled, distinct
        Cells that hold anything but a word for "missing", and how many different ones.
    numeric, dated
        Which part of the filled cells are numbers, or dates (0 to 1).
    low, high
        The smallest and the largest number; NaN without any.
    """

    kind: Kind
    filled: int
    distinct: int
    numeric: float
    dated: float
    low: float = float("nan")
    high: float = float("nan")

    @property
    def is_numeric(self) -> bool:
        """Whether it holds numbers."""
        return self.kind in ("number", "whole")

    @property
    def is_words(self) -> bool:
        """Whether it holds words."""
        return self.kind in ("term", "text")

    @property
    def is_unique(self) -> bool:
        """Whether no two filled cells are the same."""
        return self.filled == self.distinct


_KNOWN: WeakKeyDictionary[Cells, Profile] = WeakKeyDictionary()
"""Cells do not change, and each piece of the evidence asks for their profile."""


def profile(cells: Cells) -> Profile:
    """Return the profile of a column."""
    found = _KNOWN.get(cells)
    if found is None:
        found = _KNOWN[cells] = _profile(cells)
    return found


def _profile(cells: Cells) -> Profile:
    counts = np.bincount(cells.codes, minlength=len(cells.unique_values)) if len(cells) else np.zeros(0, int)
    kinds = cells.unique_kinds
    numbers = int(counts[kinds == NUMBER].sum())
    dates = int(counts[kinds == DATE].sum())
    texts = np.flatnonzero(((kinds == TEXT) | (kinds == OTHER)) & (counts > 0))  # times of day are texts
    seen = _Texts(
        [str(cells.unique_values[i]) for i in texts[:_LOOKED_AT].tolist()], counts[texts[:_LOOKED_AT]]
    )
    rest = int(counts[texts[_LOOKED_AT:]].sum())
    scale = 1 + rest / seen.total if seen.total else 1.0
    filled = numbers + dates + int(counts[kinds == BOOLEAN].sum()) + round(scale * seen.filled)
    distinct = int(((counts > 0) & (kinds != EMPTY)).sum()) - seen.missing
    if not filled:
        return Profile("empty", 0, 0, 0.0, 0.0)
    numeric = (numbers + scale * seen.numeric) / filled
    dated = (dates + scale * seen.dated) / filled
    values = np.array(
        [cells.unique_values[i] for i in np.flatnonzero((kinds == NUMBER) & (counts > 0))], float
    )
    values = np.concatenate([values, seen.values])
    low, high = (float(values.min()), float(values.max())) if len(values) else (np.nan, np.nan)
    kind = _kind(numeric, dated, values, seen, distinct, paired=seen.paired >= _MOST * filled)
    return Profile(kind, filled, distinct, numeric, dated, low, high)


class _Texts:
    """What the different texts of a column are, each weighted by how often it occurs."""

    def __init__(self, texts: list[str], counts: npt.NDArray[np.int64]) -> None:
        weights = dict(zip(texts, counts.tolist(), strict=True))
        missing = [text for text in texts if text.strip().casefold() in _MISSING]
        self.missing = len(missing)
        self.total = sum(weights.values())
        self.said = [text for text in texts if text.strip().casefold() not in _MISSING]
        self.filled = sum(weights[text] for text in self.said)
        comma = decide_comma(self.said, ())
        parsed = {text: parse_text(text, comma).value for text in self.said}
        self.values = np.array([v for v in parsed.values() if not np.isnan(v)], dtype=float)
        self.numeric = sum(weights[text] for text, v in parsed.items() if not np.isnan(v))
        words = [text for text, v in parsed.items() if np.isnan(v)]
        self.dated = sum(weights[text] for text in words if _is_date(text))
        self.paired = sum(weights[text] for text in words if _PAIR.match(text))
        self.coded = sum(weights[text] for text in words if _CODE.match(text.strip()))
        # A text without a blank is no prose, however long.
        prose = [text for text in words if " " in text.strip()] or [text[:_TERM_LENGTH] for text in words]
        self.length = sum(map(len, prose)) / len(prose) if prose else 0.0


@lru_cache(maxsize=20_000)
def _is_date(text: str) -> bool:
    """Return whether a text is a date; visits of one day stand in many columns, on many sheets."""
    if not any(c.isdigit() for c in text) or _PAIR.match(text):
        return False
    if parse_date(text) is not None:
        return True
    # which of two numbers is the day matters only where there are three
    return len(_DIGITS.findall(text)) > 2 and parse_date(text, "month first") is not None


_DIGITS = re.compile(r"\d+")


def _kind(
    numeric: float,
    dated: float,
    values: npt.NDArray[np.float64],
    seen: _Texts,
    distinct: int,
    *,
    paired: bool,
) -> Kind:
    said = {standard("yes_no", text, "") for text in seen.said}
    if dated >= _MOST / 2 and dated > numeric:
        return "date"
    if paired:
        return "pair"
    if seen.said and distinct <= 2 and "" not in said and not len(values):
        return "yes_no"
    # half numbers among short texts ("<5", "n.d.", "see comment") are results; half among sentences are
    # notes. A column of codes of which half are digits alone is so taken for numbers.
    if numeric >= _MOST or (numeric >= 0.5 and seen.length < 20):
        return "whole" if (values == np.floor(values)).all() else "number"
    if seen.filled and seen.coded >= _MOST * seen.filled:
        return "code"
    return "text" if seen.length > _TERM_LENGTH else "term"


@dataclass(frozen=True, slots=True)
class Within:
    """How a column behaves within the patients.

    Attributes
    ----------
    constant
        No patient has two different filled cells.
    repeats
        Some patient has two filled cells.
    increasing
        Its numbers never fall from row to row of a patient, and rise somewhere.
    """

    constant: bool
    repeats: bool
    increasing: bool


def within(cells: Cells, groups: Groups, *, ordered: bool = False) -> Within:
    """Return how a column behaves within the patients; `ordered` asks for `increasing`, which costs more."""
    rows = np.flatnonzero(cells.filled & (groups >= 0))
    if not len(rows):
        return Within(constant=True, repeats=False, increasing=False)
    patient, codes = groups[rows], cells.codes[rows]
    first = np.full(int(groups.max()) + 1, -1, dtype=np.int64)
    first[patient[::-1]] = codes[::-1]
    constant = bool((first[patient] == codes).all())
    repeats = bool(len(rows) > int((first >= 0).sum()))
    return Within(constant, repeats, ordered and repeats and _increases(cells, rows, patient))


def _increases(cells: Cells, rows: npt.NDArray[np.int64], patient: Groups) -> bool:
    values = numbers_of(cells)[cells.codes[rows]]
    order = np.argsort(patient, kind="stable")
    step = np.diff(values[order])[np.diff(patient[order]) == 0]
    step = step[~np.isnan(step)]
    return bool(len(step)) and bool((step >= 0).all()) and bool((step > 0).any())


def numbers_of(cells: Cells) -> npt.NDArray[np.float64]:
    """Return the number of each different cell; NaN for what is none."""
    return np.array(
        [
            float(value) if kind == NUMBER else parse_text(value).value if kind == TEXT else np.nan
            for value, kind in zip(cells.unique_values, cells.unique_kinds.tolist(), strict=True)
        ],
        dtype=float,
    )


def groups_of(cells: Cells) -> Groups:
    """Return the patient of each row by number; texts that differ only in blanks and case are one patient."""
    places: dict[str, int] = {}
    numbers = [
        -1 if kind == EMPTY or not text.strip() else places.setdefault(text.strip(), len(places))
        for text, kind in zip(cells.unique_texts, cells.unique_kinds.tolist(), strict=True)
    ]
    return np.array(numbers, dtype=np.int64)[cells.codes] if len(cells) else np.zeros(0, dtype=np.int64)


def known_share(cells: Cells, group: str) -> float:
    """Return which part of the different texts are words of a group of values.toml; 0 without any."""
    texts = [text for text, kind in zip(cells.unique_texts, cells.unique_kinds, strict=True) if kind != EMPTY]
    texts = [text for text in texts[:_LOOKED_AT] if key(text) and text.casefold() not in _MISSING]
    return sum(standard(group, text, "") != "" for text in texts) / len(texts) if texts else 0.0
