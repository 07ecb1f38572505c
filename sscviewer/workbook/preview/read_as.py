"""What a value of a column becomes in a field, in words: for the preview of a mapping."""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscviewer.workbook.evidence.columns.parameter_names import find_parameter
from sscviewer.workbook.evidence.words.visit_names import read_visit
from sscviewer.workbook.mapping.mapping import SheetMapping
from sscviewer.workbook.mapping.words import WORD_GROUPS, fields_of, meaning_in_words, meanings
from sscviewer.workbook.values.vocabulary import standard

if TYPE_CHECKING:
    from sscviewer.workbook.preview.preview import ColumnPreview


@dataclass(frozen=True, slots=True)
class ReadAs:
    """A value, what it becomes, and whether that is what the field needs."""

    value: str
    meaning: str
    fits: bool
    code: str = ""
    """The standard term behind the meaning, "" when there is none."""
    is_own: bool = False
    """Whether the mapping says so, and not the vocabulary."""


def months_in_words(months: float) -> str:
    """Return months since baseline in words."""
    if months == 0:
        return "baseline"
    return "month 1" if months == 1 else f"month {months:.3g}"


def read_as(table: str, field: str, column: "ColumnPreview", sheet: SheetMapping) -> tuple[ReadAs, ...]:
    """Return what the first different values of a column become in a field of a table."""
    said = {_plain(text): meaning for text, meaning in sheet.words.get(field, {}).items()}
    if field == "VISIT":
        return tuple(_visit(value, sheet) for value in column.values)
    if field in WORD_GROUPS and field != "AENDT":
        return tuple(_word(field, value, said) for value in column.values)
    if field == "TEST":
        return tuple(_test(value, said) for value in column.values)
    kind = fields_of(table).get(field, "text")
    if kind == "date":
        return tuple(
            _own(field, value, said) or ReadAs(value, date or "not a date", bool(date))
            for value, date in zip(column.values, column.dates, strict=True)
        )
    if kind == "number" or field in ("VALUE", "STANDARD"):
        return read_number_as(column)
    return tuple(ReadAs(value, value, True) for value in column.values)


def read_number_as(column: "ColumnPreview") -> tuple[ReadAs, ...]:
    """Return what the values of a column are as measurements."""
    return tuple(
        ReadAs(value, number or "not a number", bool(number))
        for value, number in zip(column.values, column.numbers, strict=True)
    )


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _own(field: str, value: str, said: dict[str, str]) -> ReadAs | None:
    if _plain(value) not in said:
        return None
    code = said[_plain(value)]
    return ReadAs(value, meaning_in_words(field, code), True, code, True)


def _word(field: str, value: str, said: dict[str, str]) -> ReadAs:
    own = _own(field, value, said)
    if own is not None:
        return own
    code = standard(WORD_GROUPS[field], value, "")
    if code in meanings(field):
        return ReadAs(value, meaning_in_words(field, code), True, code)
    return ReadAs(value, "not known, kept as written", False)


def _test(value: str, said: dict[str, str]) -> ReadAs:
    own = _own("TEST", value, said)
    if own is not None:
        return own
    code = find_parameter(value, None)
    if code:
        return ReadAs(value, meaning_in_words("TEST", code), True, code)
    return ReadAs(value, "a measurement of its own", True)


def _visit(value: str, sheet: SheetMapping) -> ReadAs:
    said = {_plain(text): months for text, months in sheet.visits.items()}
    if _plain(value) in said:
        months = said[_plain(value)]
        return ReadAs(value, months_in_words(months), True, f"{months:g}", True)
    visit = read_visit(value)
    if math.isnan(visit.months):
        return ReadAs(value, "no time in its name", visit.avisit != value.strip())
    return ReadAs(value, months_in_words(visit.months), True, f"{visit.months:.3g}")
