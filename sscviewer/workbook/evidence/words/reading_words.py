"""Headings of whole numbers: they count readings of one quantity, number the rows, or are codes of levels."""

from sscviewer.workbook.evidence.words.tokens import english, tokens
from sscviewer.workbook.values.vocabulary import read_toml


def counts_readings(heading: str) -> bool:
    """Return whether a heading says that its numbers count readings: "Attempt", "Messung 2"."""
    return _has(heading, "counted")


def numbers_rows(heading: str) -> bool:
    """Return whether a heading says that its numbers number the rows of a sheet: "Page", "Record"."""
    return _has(heading, "rows")


def codes_levels(heading: str) -> bool:
    """Return whether a heading says that its numbers are codes of levels: "Condition", "Load"."""
    return _has(heading, "levels")


def _has(heading: str, kind: str) -> bool:
    said = {*english(heading), *tokens(heading)}
    return not said.isdisjoint(read_toml("languages")["readings"][kind])
