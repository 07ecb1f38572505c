"""Age and sex in one cell ("54/F", "54 y F", "M 61"): two columns for a reader."""

import re
from collections.abc import Iterator

import numpy as np

from sscviewer.workbook.evidence.tables.header import Column, SheetTable
from sscviewer.workbook.evidence.words.tokens import english
from sscviewer.workbook.values.cells import EMPTY, NUMBER, TEXT, Cells
from sscviewer.workbook.values.vocabulary import standard
from sscviewer.workbook.values.words import split_heading

_HEADINGS = frozenset({"age", "sex"})
"""One of them must head the column: M12 and F1 are visits and centres as well."""

_YEARS = r"(?:\s*(?:years?|yrs?|yo|y|jahre|j|ans|a)\b\.?)?"
_BOTH = re.compile(
    rf"^(?:(?P<age>\d{{1,3}}){_YEARS}[\s./,;|-]*(?P<sex>[^\W\d_]+)"
    rf"|(?P<sex_first>[^\W\d_]+)[\s./,;|-]*(?P<age_last>\d{{1,3}}){_YEARS})$",
    re.IGNORECASE,
)
_OLDEST = 120
_LARGEST_CODE = 9
"""A number up to this beside a sex, the same beside all of that sex, is its code ("1 - Male")."""
_MOST = 0.8
"""Of the different cells so many must hold both; a few patients' age may be missing."""


def with_age_and_sex(table: SheetTable) -> SheetTable:
    """Return a table in which a column of age and sex together is two columns, called by the same letter."""
    return table.split(_halves)


def _halves(column: Column) -> tuple[Column, Column] | None:
    """Return sex and age of a column that holds both; None of any other."""
    cells = column.cells
    said = set(english(column.heading.written)) & _HEADINGS
    if not said or len(cells.unique_values) > _OLDEST * 4:
        return None
    found = list(_read(cells))
    filled = sum(kind != EMPTY for kind in cells.unique_kinds.tolist())
    if not filled or sum(bool(sex) for sex, _ in found) < _MOST * filled:
        return None
    if said != _HEADINGS and _are_codes(found):
        return None
    sex, age = (_cells(cells, list(values)) for values in zip(*found, strict=True))
    return Column(column.letter, split_heading("Sex"), sex), Column(column.letter, split_heading("Age"), age)


def _are_codes(found: list[tuple[str, float | str]]) -> bool:
    """Return whether the numbers number the sexes: each sex has one, and all are small."""
    pairs = {(sex, number) for sex, number in found if sex and isinstance(number, float)}
    return len(pairs) == len({sex for sex, _ in pairs}) and all(n <= _LARGEST_CODE for _, n in pairs)


def _read(cells: Cells) -> Iterator[tuple[str, float | str]]:
    """Yield sex and age of each different cell; what does not hold both is left to the age to complain of."""
    for text in cells.unique_texts:
        match = _BOTH.match(text.strip())
        sex = standard("sex", (match["sex"] or match["sex_first"]) if match else "", "")
        age = float(match["age"] or match["age_last"]) if match else 0.0
        yield (sex, age) if sex in ("F", "M") and 0 < age <= _OLDEST else ("", text)


def _cells(cells: Cells, values: list[float | str]) -> Cells:
    kinds = [NUMBER if isinstance(value, float) else TEXT if value else EMPTY for value in values]
    return cells.changed(cells.codes, np.array(kinds, dtype=np.uint8), values)
