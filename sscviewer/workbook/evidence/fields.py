"""Which column is which field of a table: by its heading, as far as its cells keep the field's contract."""

from collections.abc import Mapping, Sequence
from functools import cache

from sscviewer.workbook.evidence.contracts import holds
from sscviewer.workbook.evidence.header import Column
from sscviewer.workbook.evidence.profiles import Profile
from sscviewer.workbook.evidence.recognised import Fields
from sscviewer.workbook.evidence.tokens import Phrases
from sscviewer.workbook.values.vocabulary import Role, common_columns, common_headings, roles

SHARED = frozenset({"USUBJID", "SITEID", "VISIT", "ADT", "ASTDT", "AENDT", "IGNORED", "AEENRTPT"})
"""Columns that many roles have; they say little about which it is."""

_BY_LETTERS_ONLY = frozenset({"USUBJID", "IGNORED"})
"""Fields for which the words of a heading are not enough: the patient has its own evidence."""


def field_of(columns: Mapping[str, str], column: Column) -> str | None:
    """Return what a column is in a vocabulary of headings; None when it is not in it."""
    heading = column.heading
    for k in (heading.full_key, heading.key):
        if k in columns:
            return columns[k]
    return None


@cache
def _phrases(table: str) -> Phrases:
    """Return the headings of a role, then those that all share, to be found by their words."""
    role = next(role for role in roles() if role.table == table)
    return Phrases({**role.spelled, **common_headings()})


def fields_of(role: Role, columns: Sequence[Column], profiles: Mapping[str, Profile]) -> Fields:
    """Return which columns hold what; the role's own words go before the common ones.

    A heading that is in the vocabulary letter by letter goes before one that only says the same in other
    words; of those the first is taken.
    """
    found: dict[str, tuple[Column, ...]] = {}
    rest: list[Column] = []
    for column in columns:
        name = field_of(role.columns, column) or field_of(common_columns(), column)
        if name and holds(name, column, profiles[column.letter]):
            found[name] = (*found.get(name, ()), column)
        elif not name:
            rest.append(column)
    for column in rest:
        said = _phrases(role.table).find(column.heading.written)
        if said is None or said in found or said in _BY_LETTERS_ONLY or column.cells.is_blank:
            continue
        if holds(said, column, profiles[column.letter]):
            found[said] = (column,)
    return found


def has_needs(role: Role, found: Fields) -> bool:
    """Return whether each group of fields that a role needs has at least one."""
    return all(set(found) & group for group in role.needs)
