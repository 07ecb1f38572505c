"""The vocabularies in resources/vocabulary, ready for look-up."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from sscviewer.bundled import read_toml
from sscviewer.model.parameters import BY_CARD, PREDICTED, Parameter
from sscviewer.workbook.values.words import Heading, key


def _inverted(groups: dict[str, Any]) -> dict[str, str]:
    return {
        key(word): name
        for name, listed in groups.items()
        if isinstance(listed, list)
        for word in [*listed, name]
        if isinstance(word, str)
    }


@cache
def value_words(group: str) -> dict[str, str]:
    """Return {word: standard term} of a group of values.toml; also of [words] of visits and the like."""
    return _inverted(read_toml("values")[group])


def standard(group: str, text: str, default: str | None = None) -> str:
    """Return the standard term of a cell's text; the text itself (or `default`) when it is not known."""
    known = value_words(group)
    found = known.get(key(text))
    if found is None and group != "frequency" and (coded := _CODED.match(text)):
        found = known.get(key(coded[1]))
    return found or (text if default is None else default)


_CODED = re.compile(r"^\s*\d{1,2}\s*[_:=.)-]\s*([^\W\d_].*)$")
"""A code and its meaning in one cell, as statistics programs write them: "1_female", "2 = male". The number
before a frequency is part of it: "4-weekly"."""


@dataclass(frozen=True, slots=True)
class Role:
    """How sheets of one role are recognised: sheet names, columns by key, what it cannot do without.

    `spelled` has the same columns by their headings as written, for the evidence of words.
    """

    table: str
    names: frozenset[str]
    columns: dict[str, str]
    needs: tuple[frozenset[str], ...]
    spelled: dict[str, str]


@cache
def common_columns() -> dict[str, str]:
    """Return {heading: column} that any sheet may have."""
    return _inverted(read_toml("columns")["common"])


def is_patients(heading: Heading) -> bool:
    """Return whether a heading is one of those we know for the patient's number."""
    return common_columns().get(heading.full_key) == "USUBJID"


@cache
def common_headings() -> dict[str, str]:
    """Return the same with the headings as written, for the evidence of words."""
    return {text: name for name, listed in read_toml("columns")["common"].items() for text in listed}


@cache
def roles() -> tuple[Role, ...]:
    """Return the roles that plain sheets can have."""
    found = []
    for table, entry in read_toml("columns").items():
        if table == "common":
            continue
        listed = {name: texts for name, texts in entry.items() if name.isupper()}
        columns = _inverted(listed)
        found.append(
            Role(
                table,
                frozenset(key(name) for name in entry["names"]),
                columns,
                tuple(frozenset(group) for group in entry["needs"]),
                {text: name for name, texts in listed.items() for text in texts},
            )
        )
    return tuple(found)


@cache
def hidden_headings() -> frozenset[str]:
    """Return the headings of columns that identify a person."""
    # a name in other letters has no key; it is found by its words
    return frozenset(key(name) for name in read_toml("privacy")["hidden"]) - {""}


@cache
def hidden_words() -> frozenset[str]:
    """Return the words that, anywhere in a heading, make its column one that identifies a person."""
    return frozenset(read_toml("privacy")["words"])


@cache
def _unit_spelling() -> dict[str, str]:
    spelling = read_toml("units")["spelling"]
    return {
        _squeeze(word): unit for unit, listed in spelling.items() for word in [*listed, unit] if word or unit
    }


def _squeeze(unit: str) -> str:
    return unit.replace(" ", "").replace("\N{NO-BREAK SPACE}", "").replace("μ", "µ").casefold()


_MOLAR = {"mM": "mmol/L", "µM": "µmol/L", "uM": "µmol/L", "nM": "nmol/L", "pM": "pmol/L"}
"""Told from lengths by the capital M only (UCUM is case-sensitive)."""


def is_unit(text: str) -> bool:
    """Return whether a text is a unit we can spell."""
    return text.strip() in _MOLAR or _squeeze(text) in _unit_spelling()


def unit_of(text: str) -> str:
    """Return a unit in our spelling; unknown units as written."""
    plain = text.strip().replace("μ", "µ")
    return _MOLAR.get(plain) or _unit_spelling().get(_squeeze(text), text.strip())


@cache
def conversions() -> dict[tuple[str, str], tuple[float, float]]:
    """Return {(from, to): (factor, offset)} of the exact conversions."""
    return {(c["from"], c["to"]): (c["factor"], c.get("offset", 0.0)) for c in read_toml("units")["convert"]}


@cache
def parameter_names() -> dict[str, str]:
    """Return {name of a measurement: PARAMCD}."""
    entries = read_toml("parameters")
    return {
        key(name): code
        for code, entry in entries.items()
        for name in [*entry["names"], *([] if entry.get("only_names") else [code])]
    }


@cache
def percent_partner(paramcd: str) -> str | None:
    """Return the parameter that holds the % predicted of this one."""
    partner: str | None = read_toml("parameters").get(paramcd, {}).get("percent")
    return partner


@cache
def is_yes_no(paramcd: str) -> bool:
    """Return whether a parameter is a sign that is there or not."""
    return bool(read_toml("parameters").get(paramcd, {}).get("yes_no", False))


def known_parameter(paramcd: str) -> Parameter | None:
    """Return a parameter that has a card; unit "" where the file's unit is kept."""
    return BY_CARD.get(paramcd)


__all__ = [
    "PREDICTED",
    "Role",
    "common_columns",
    "common_headings",
    "conversions",
    "hidden_headings",
    "hidden_words",
    "is_unit",
    "is_yes_no",
    "known_parameter",
    "parameter_names",
    "percent_partner",
    "read_toml",
    "roles",
    "standard",
    "unit_of",
    "value_words",
]
