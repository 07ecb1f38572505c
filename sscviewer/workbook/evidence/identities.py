"""Columns that identify a person: by the words of their heading in several languages, and by their cells."""

import re
from functools import cache

from sscviewer.workbook.evidence.header import Column
from sscviewer.workbook.evidence.tokens import tokens
from sscviewer.workbook.values.cells import as_text
from sscviewer.workbook.values.vocabulary import hidden_headings, hidden_words, read_toml
from sscviewer.workbook.values.words import words

_LOOKED_AT = 200
"""So many different cells tell whether a column holds addresses or telephone numbers."""

_E_MAIL = re.compile(r"^[^@\s]+@[^@\s]+\.[A-Za-z]{2,}$")
_PHONE = re.compile(r"^(?:\+\d{1,3}[ \-/.]|\(0?\d{2,5}\)[ \-/.]?|0\d{2,4}[ \-/])\d[\d \-/.]{4,14}$")
"""With a country or area code and a mark behind it: a bare number of ten digits may be anything."""

_THINGS = frozenset(
    [
        "test",
        "drug",
        "medication",
        "medicine",
        "trade",
        "generic",
        "site",
        "event",
        "visit",
        "form",
        "term",
        "parameter",
        "lab",
        "item",
        "study",
        "standard",
        "preferred",
        "custom",
        "package",
        "survey",
        "product",
        "institute",
        "centre",
        "center",
        "arm",
        "group",
        "file",
        "sheet",
        "variable",
        "unit",
        "region",
        "county",
        "category",
        "class",
        "device",
        "scale",
        "who",
        "substance",
        "instrument",
        "specimen",
        "domain",
        "treatment",
    ]
)
"""A name of one of these is no person's."""


def is_identity(column: Column) -> bool:
    """Return whether a column may identify a person."""
    return _says_so(column) or _holds_contacts(column)


def _says_so(column: Column) -> bool:
    heading = column.heading
    if heading.key in hidden_headings() or heading.full_key in hidden_headings():
        return True
    said = set(tokens(heading.written)) | set(words(heading.name.replace("_", " ")).split())
    if said & _THINGS:
        return False
    joined = "".join(t for t in tokens(heading.written) if not t.isdigit())
    return (
        bool(said & hidden_words())
        or joined in _joined_words()
        or any(group <= said for group in _together())
    )


@cache
def _joined_words() -> frozenset[str]:
    """Return the listed words and headings without blanks: "Tel." and "Telefon Nr" are found with them."""
    return frozenset("".join(tokens(text)) for text in (*read_toml("privacy")["hidden"], *hidden_words()))


@cache
def _together() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(group) for group in read_toml("privacy")["together"])


def _holds_contacts(column: Column) -> bool:
    """Return whether most cells are e-mail addresses or telephone numbers."""
    # not `unique_texts`: a column may have half a million different numbers
    first = column.cells.unique_values[:_LOOKED_AT]
    texts = [as_text(value).strip() for value in first if isinstance(value, str) and value != ""]
    found = sum(bool(_E_MAIL.match(text) or _PHONE.match(text)) for text in texts)
    return len(texts) > 0 and 2 * found > len(texts)
