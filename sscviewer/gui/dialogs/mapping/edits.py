"""Changes of one sheet's mapping, each returning a new one."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from sscviewer.workbook.mapping.mapping import Columns, ParameterMapping, SheetMapping
from sscviewer.workbook.mapping.words import fields_of
from sscviewer.workbook.preview.preview import SheetPreview

V = TypeVar("V")


def with_role(sheet: SheetMapping, preview: SheetPreview, role: str) -> SheetMapping:
    """Return the sheet in another role, with the columns whose headings suggest themselves.

    Columns chosen before stay where the new role has the same field.
    """
    tables = () if role == "ignored" else tuple(role.split("+"))
    if tables == preview.guess.tables and preview.guess.fields:
        guess = preview.guess
        return replace(sheet, tables=tables, fields=guess.fields, parameters=guess.parameters)
    chosen = {field: names for one in sheet.fields.values() for field, names in one.items()}
    fields = {}
    for table in tables:
        kept = {f: names for f, names in chosen.items() if f in fields_of(table)}
        fields[table] = {**preview.suggested[table], **kept}
    measured = fields.get("measurements", {})
    by_row = "TEST" in measured and "RESULT" in measured
    parameters = preview.parameters if "measurements" in tables and not by_row else ()
    return replace(sheet, tables=tables, fields=fields, parameters=parameters)


def with_field(sheet: SheetMapping, table: str, field: str, names: tuple[str, ...]) -> SheetMapping:
    """Return the sheet with a field in other columns, none taking it away; patients in all its tables."""
    fields: dict[str, Columns] = {}
    for name, one in sheet.fields.items():
        if name == table or field == "USUBJID":
            new = {f: c for f, c in one.items() if f != field}
            fields[name] = {**new, field: names} if names else new
        else:
            fields[name] = one
    ignored = fields.get(table, {}).get("IGNORED", ())
    if ignored and set(ignored) & set(names):
        left = tuple(name for name in ignored if name not in names)
        fields[table] = {f: c for f, c in fields[table].items() if f != "IGNORED"}
        fields[table] |= {"IGNORED": left} if left else {}
    have = fields.get("measurements", {})
    by_row = table == "measurements" and field in ("TEST", "RESULT") and {"TEST", "RESULT"} <= set(have)
    return replace(sheet, fields=fields, parameters=() if by_row else sheet.parameters)


def with_parameter(sheet: SheetMapping, column: str, parameter: ParameterMapping | None) -> SheetMapping:
    """Return the sheet with what a column measures; None for nothing."""
    others = tuple(p for p in sheet.parameters if p.column != column)
    if parameter is None:
        return replace(sheet, parameters=others)
    at = next((i for i, p in enumerate(sheet.parameters) if p.column == column), len(others))
    return replace(sheet, parameters=(*others[:at], parameter, *others[at:]))


def with_word(sheet: SheetMapping, field: str, text: str, meaning: str | None) -> SheetMapping:
    """Return the sheet with what a text means; None leaves it to the vocabulary."""
    words = {**sheet.words, field: _put(sheet.words.get(field, {}), text, meaning)}
    return replace(sheet, words={f: one for f, one in words.items() if one})


def with_unit(sheet: SheetMapping, test: str, unit: str) -> SheetMapping:
    """Return the sheet with the unit of a test; "" leaves it to the file."""
    return replace(sheet, units=_put(sheet.units, test, unit or None))


def with_visit(sheet: SheetMapping, text: str, months: float | None) -> SheetMapping:
    """Return the sheet with the time of a visit; None leaves it to its name."""
    return replace(sheet, visits=_put(sheet.visits, text, months))


def _put(values: Mapping[str, V], key: str, value: V | None) -> dict[str, V]:
    kept = {k: v for k, v in values.items() if k != key}
    return kept if value is None else {**kept, key: value}
