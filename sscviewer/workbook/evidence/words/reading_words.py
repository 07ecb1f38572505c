"""Headings of whole numbers: they count readings of one quantity, number the rows, or are codes of levels."""

from sscviewer.workbook.evidence.tables.header import Column
from sscviewer.workbook.evidence.words.tokens import english, tokens
from sscviewer.workbook.values.vocabulary import read_toml


def counts_readings(column: Column) -> bool:
    """Return whether a heading says that its numbers count readings: "Attempt", "Messung 2"."""
    return _has(column, "counted")


def numbers_rows(column: Column) -> bool:
    """Return whether a heading says that its numbers number the rows of a sheet: "Page", "Record"."""
    return _has(column, "rows")


def codes_levels(column: Column) -> bool:
    """Return whether a heading says that its numbers are codes of levels: "Condition", "Load"."""
    return _has(column, "levels")


def _has(column: Column, kind: str) -> bool:
    said = {*english(column.heading.written), *tokens(column.heading.written)}
    return not said.isdisjoint(read_toml("languages")["readings"][kind])
