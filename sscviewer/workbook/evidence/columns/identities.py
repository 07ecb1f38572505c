"""Columns that identify a person: by the words of their heading in several languages, and by their cells."""

import re
from functools import cache, lru_cache
from weakref import WeakKeyDictionary

from sscviewer.workbook.evidence.columns.profiles import profile
from sscviewer.workbook.evidence.tables.header import Column, is_fact
from sscviewer.workbook.evidence.words.tokens import tokens
from sscviewer.workbook.values.cells import Cells
from sscviewer.workbook.values.vocabulary import hidden_headings, hidden_words, read_toml
from sscviewer.workbook.values.words import Heading, words

_LOOKED_AT = 200
"""So many different cells tell whether a column holds addresses or telephone numbers."""

_E_MAIL = re.compile(r"^[^@\s]+@[^@\s]+\.[A-Za-z]{2,}$")
_PHONE = re.compile(
    r"^(?:(?:\+\d{1,3}[ \-/.]|\(0?\d{2,5}\)[ \-/.]?|0\d{2,4}[ \-/])\d[\d \-/.]{4,14}"
    r"|0[1-9](?:[ .\-]\d\d){4})$"
)
"""With a country or area code and a mark behind it, or in pairs as in France; bare digits may be anything."""

_STREET = re.compile(
    r"(?:\b(?:street|road|avenue|lane|rue|via|viale|piazza|calle|avenida|rua|plaza|platz|weg|gasse|allee)\b"
    r"|stra(?:ss|ß)e\b|str\.)"
    r"[^\d]{0,40}\d|\d+[a-z]?,? [^\d,]{2,40}\b(?:street|road|avenue|lane|st\.|rd\.|ave\.?)(?:\W|$)"
    r"|\d+[a-z]?,? (?:rue|via|viale|calle|avenue|avenida|rua)\b|[路街巷]\d+号",
    re.IGNORECASE,
)
"""A street with the number of a house, on either side."""
_PERSONS_NUMBER = re.compile(
    r"^(?:756\.\d{4}\.\d{4}\.\d{2}"  # Swiss AHV
    r"|\d{3}-\d{2}-\d{4}"  # US social security
    r"|\d{3}\.\d{3}\.\d{3}-\d{2}"  # Brazilian CPF
    r"|[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z]"  # Italian codice fiscale
    r"|[12] \d{2} (?:0[1-9]|1[0-2]) \d[\dAB] \d{3} \d{3}(?: \d{2})?"  # French NIR, as written in groups
    r"|[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx])$"  # Chinese
)
"""Numbers that states give a person and that only such numbers look like."""

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

_IN_THE_BODY = frozenset(
    {"lesion", "tumor", "tumour", "biopsy", "organ", "joint", "wound", "ulcer", "node", "implant", "stent"}
)
_BESIDE_ADDRESS = _IN_THE_BODY | {"address", "addr", "of", "the"}
"""An address of one of these is a place in the body; another word beside may speak of a person."""


def is_identity(column: Column) -> bool:
    """Return whether a column may identify a person; fractions and negative numbers are measured."""
    of = profile(column.cells)
    is_measured = of.filled > 0 and (of.kind == "number" or (of.is_numeric and of.low < 0))
    if is_measured:
        return False
    says = _heading_says(column.heading)
    return (holds_names(column) if says is None else says) or _holds_contacts(column.cells)


@lru_cache(maxsize=5_000)
def _heading_says(heading: Heading) -> bool | None:
    """Return whether a heading names what identifies a person; None where the cells tell which it is."""
    if heading.key in hidden_headings() or heading.full_key in hidden_headings():
        return True
    said = set(tokens(heading.written)) | set(words(heading.name.replace("_", " ")).split())
    if said & _THINGS:
        return False
    if said & _IN_THE_BODY and {word for word in said if not word.isdigit()} <= _BESIDE_ADDRESS:
        return False
    if {"name", "or"} <= said <= _NAME_OR_NUMBER:
        return None
    joined = "".join(t for t in tokens(heading.written) if not t.isdigit())
    return (
        bool(said & hidden_words())
        or joined in _joined_words()
        or any(group <= said for group in _together())
    )


_NAME_OR_NUMBER = frozenset(
    {"subject", "patient", "participant", "name", "or", "identifier", "id", "number", "code"}
)
"""Words of headings such as "Subject name or identifier" (Rave): a number of the trial, or a name."""


@cache
def _joined_words() -> frozenset[str]:
    """Return the listed words and headings without blanks: "Tel." and "Telefon Nr" are found with them."""
    return frozenset("".join(tokens(text)) for text in (*read_toml("privacy")["hidden"], *hidden_words()))


@cache
def _together() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(group) for group in read_toml("privacy")["together"])


_CONTACTS: WeakKeyDictionary[Cells, bool] = WeakKeyDictionary()
"""Cells do not change, and each piece of the evidence asks whether a column is to be hidden."""


def _holds_contacts(cells: Cells) -> bool:
    """Return whether most cells are addresses, telephone numbers or a person's official number."""
    if cells not in _CONTACTS:
        # not `unique_texts`: a column may have half a million different numbers
        first = cells.unique_values[:_LOOKED_AT]
        texts = [value.strip() for value in first if isinstance(value, str) and value != ""]
        _CONTACTS[cells] = len(texts) > 0 and 2 * sum(map(_is_contact, texts)) > len(texts)
    return _CONTACTS[cells]


def _is_contact(text: str) -> bool:
    patterns = (_E_MAIL, _PHONE, _PERSONS_NUMBER)
    return any(pattern.match(text) for pattern in patterns) or bool(len(text) < 80 and _STREET.search(text))


_FULL_NAME = re.compile(r"^[^\W\d_][^\W\d_'’-]+,? (?:[^\W\d_]\.? )?[^\W\d_][^\W\d_'’-]+$")


def holds_names(column: Column) -> bool:
    """Return whether nearly all cells look like full names: two words with capitals and no number."""
    texts = [text.strip() for text in column.cells.first_texts(_LOOKED_AT) if text.strip()]
    like = sum(
        bool(_FULL_NAME.match(text)) and all(part[0].isupper() for part in text.split()) for text in texts
    )
    fewest = 1 if is_fact(column) else 2  # a form has one patient
    return len(texts) >= fewest and like >= _NEARLY_ALL * len(texts)


_NEARLY_ALL = 0.9
"""Texts of a column that must look like full names before it is taken for names: one in ten may be
"Unknown". Terms of two words with capitals ("Skin Rash") throughout look the same and are hidden too: hiding
errs on that side."""
