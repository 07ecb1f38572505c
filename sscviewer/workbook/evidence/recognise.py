"""Which role a sheet has and which column is what: by its columns first, by its name second."""

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass, field

from sscviewer.workbook.evidence.header import Column, SheetTable
from sscviewer.workbook.evidence.parameter_names import ParameterColumn, read_parameter_columns
from sscviewer.workbook.values.cells import as_text
from sscviewer.workbook.values.dates_in_cells import Order
from sscviewer.workbook.values.vocabulary import (
    Role,
    common_columns,
    hidden_headings,
    hidden_words,
    read_toml,
    roles,
)
from sscviewer.workbook.values.words import key, words

Fields = Mapping[str, tuple[Column, ...]]
"""Column of the glossary → the sheet's columns that hold it; the first wins, the others fill its gaps."""

_NAME_BONUS = 1.5
"""What the sheet's name counts, in columns."""

NOTHING_KNOWN = "patients, but no other column that we recognise"
"""Why a sheet with a patient column is not read."""

_E_MAIL = re.compile(r"^[^@\s]+@[^@\s]+\.[A-Za-z]{2,}$")
_LOOKED_AT = 200
"""So many different cells tell whether a column holds e-mail addresses."""

_SHARED = frozenset({"USUBJID", "SITEID", "VISIT", "ADT", "ASTDT", "AENDT", "IGNORED", "AEENRTPT"})
"""Columns that many roles have; they say little about which it is."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a sheet was taken for.

    Attributes
    ----------
    tables
        The tables it feeds; none when it is ignored.
    fields
        For each table, which columns hold what.
    parameters
        Columns that hold one parameter each.
    hidden
        Columns that identify a person and are not read.
    why_not
        Why it is ignored.
    parts
        Where a sheet holds several kinds of rows: what each kind is, each with its own rows of the sheet.
    date_order
        Which of two numbers is the day, as the user said it for columns that nothing decides.
    """

    table: SheetTable
    layout: str | None
    tables: tuple[str, ...]
    fields: Mapping[str, Fields] = field(default_factory=dict)
    parameters: tuple[ParameterColumn, ...] = ()
    hidden: tuple[Column, ...] = ()
    why_not: str | None = None
    domain: str = ""
    parts: tuple["Recognised", ...] = ()
    date_order: Order | None = None

    @property
    def role(self) -> str:
        """The tables joined by "+", or "ignored"."""
        return "+".join(self.tables) or "ignored"


def ignored(table: SheetTable, why_not: str, hidden: tuple[Column, ...] = ()) -> Recognised:
    """Return a sheet that is not read."""
    return Recognised(table, None, (), why_not=why_not, hidden=hidden)


def recognise_plain(table: SheetTable, without: Container[str] = ()) -> Recognised:
    """Return what a sheet with headings in words is; it is none of the tables `without`."""
    if not table.columns:
        return ignored(table, "text, not a table" if len(table) else "empty")
    hidden = tuple(c for c in table.columns if is_hidden(c))
    open_columns = tuple(c for c in table.columns if c not in hidden)
    patient = _first_named(open_columns, "USUBJID")
    if patient is None:
        return ignored(table, "no patient column", hidden)
    parameters = read_parameter_columns(table.sheet, open_columns)
    taken = {p.column.letter for p in parameters}
    rest = tuple(c for c in open_columns if c.letter not in taken)
    scored = [(_score(role, table, rest), role) for role in _record_roles(without)]
    best_score, best = max(scored, key=lambda pair: pair[0])
    measurements = _measurement_fields(open_columns, rest)
    known = best if best_score > 0 else None
    return _decide(table, known, best_score, measurements, parameters, open_columns, hidden)


def _record_roles(without: Container[str]) -> list[Role]:
    return [r for r in roles() if r.table != "measurements" and r.table not in without]


def _decide(
    table: SheetTable,
    best: Role | None,
    score: float,
    by_value: Fields,
    parameters: tuple[ParameterColumn, ...],
    columns: tuple[Column, ...],
    hidden: tuple[Column, ...],
) -> Recognised:
    """Return the role or roles, now that the best record role and the measurements are known."""
    is_long_list = "TEST" in by_value and "RESULT" in by_value
    timed = any(p.visit for p in parameters)
    has_visit = "VISIT" in by_value or "ADT" in by_value
    measured = is_long_list or timed or (bool(parameters) and has_visit)
    fields: dict[str, Fields] = {}
    if best and not (measured and _is_chance(best, score, table)):
        fields[best.table] = _fields(best, columns)
    if measured:
        fields["measurements"] = by_value
    if not fields:
        return ignored(table, NOTHING_KNOWN, hidden)
    layout = "wide" if timed else "native" if is_native(table) else "long"
    kept = parameters if measured and not is_long_list else ()
    order = [t for t in ("subjects",) if t in fields] + [t for t in fields if t != "subjects"]
    return Recognised(table, layout, tuple(order), fields, kept, hidden)


_CHANCE = 2.0
"""Below this score a sheet of measurements only resembles another role (a status, a unit, a reason)."""


def _is_chance(role: Role, score: float, table: SheetTable) -> bool:
    """Return whether a sheet of measurements has another role only by chance (it has visits, say)."""
    if role.table == "visits":
        return key(table.sheet) not in role.names
    return score < _CHANCE and role.table != "subjects"


def is_hidden(column: Column) -> bool:
    """Return whether a column may identify a person, by its heading or by e-mail addresses in it."""
    heading = column.heading
    if heading.key in hidden_headings() or heading.full_key in hidden_headings():
        return True
    if hidden_words() & set(words(heading.name.replace("_", " ")).split()):
        return True
    # not `unique_texts`: a column may have half a million different numbers
    first = column.cells.unique_values[:_LOOKED_AT]
    texts = [as_text(value) for value in first if value != ""]
    return bool(texts) and 2 * sum(bool(_E_MAIL.match(text.strip())) for text in texts) > len(texts)


def _first_named(columns: tuple[Column, ...], name: str) -> Column | None:
    return next((c for c in columns if common_columns().get(c.heading.full_key) == name), None)


def field_of(columns: Mapping[str, str], column: Column) -> str | None:
    """Return what a column is in a vocabulary of headings; None when it is not in it."""
    heading = column.heading
    for k in (heading.full_key, heading.key):
        if k in columns:
            return columns[k]
    return None


def _score(role: Role, table: SheetTable, columns: tuple[Column, ...]) -> float:
    """Return how well a role fits: its own columns, a little for shared ones, the sheet's name."""
    found = {name for c in columns if (name := field_of(role.columns, c) or field_of(common_columns(), c))}
    if not all(found & group for group in role.needs):
        return 0.0
    own = len(found - _SHARED)
    named = _NAME_BONUS if key(table.sheet) in role.names else 0.0
    return own + 0.25 * len(found & _SHARED) + named


def _fields(role: Role, columns: tuple[Column, ...]) -> Fields:
    """Return which columns hold what; the role's own words go before the common ones."""
    found: dict[str, tuple[Column, ...]] = {}
    for column in columns:
        name = field_of(role.columns, column) or field_of(common_columns(), column)
        if name:
            found[name] = (*found.get(name, ()), column)
    return found


def _measurement_fields(columns: tuple[Column, ...], rest: tuple[Column, ...]) -> Fields:
    role = next(role for role in roles() if role.table == "measurements")
    return _fields(role, rest) if rest else _fields(role, columns)


def is_native(table: SheetTable) -> bool:
    """Return whether a sheet is laid out like the demo's sheet of that name."""
    native = read_toml("native")
    own = native["sheets"].get(table.sheet)
    if own is None:
        return False
    allowed = {key(text) for text in [*own, *native["common"]]}
    named = [c for c in table.columns if c.heading.written]
    return bool(named) and sum(c.heading.full_key in allowed for c in named) >= len(named) / 2
