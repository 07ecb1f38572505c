"""What a sheet still lacks to be read as mapped, in words; for the dialog."""

from typing import TYPE_CHECKING

from sscviewer.model.sentence import say
from sscviewer.workbook.mapping.guess import is_as_recognised
from sscviewer.workbook.mapping.mapping import SUPPLEMENT, Columns, SheetMapping
from sscviewer.workbook.mapping.words import needs_of
from sscviewer.workbook.preview.read_as import read_as

if TYPE_CHECKING:
    from sscviewer.workbook.preview.preview import SheetPreview

_NEEDS = {
    "subjects": "anything about the patients (age, sex, arm …)",
    "visits": ("a visit", "a date"),
    "adverse_events": ("what the event was", "a start, a grade, or anything else about the event"),
    "exposure": ("a dose", "a start date"),
    "disposition": "a status or a reason",
    "medications": "a medication",
    "history": "a condition",
}


def needed_fields(table: str) -> frozenset[str]:
    """Return the fields a sheet of this role cannot do without (where there is no choice of several)."""
    single = {next(iter(group)) for group in needs_of(table) if len(group) == 1}
    return frozenset({"USUBJID", *single})


def problems(sheet: SheetMapping) -> tuple[str, ...]:
    """Return what keeps a sheet from being read as mapped."""
    if not sheet.tables or SUPPLEMENT in sheet.fields:
        return ()
    found = []
    if not sheet.patient:
        found.append("Choose the column of patient numbers.")
    for table in sheet.tables:
        found += _lacking(table, sheet.fields.get(table, {}), sheet)
    return tuple(found)


def doubts(sheet: SheetMapping, preview: "SheetPreview") -> tuple[str, ...]:
    """Return what of a mapping does not fit the sheet's columns; it can be read all the same."""
    if not sheet.tables or SUPPLEMENT in sheet.fields:
        return ()
    return (*_no_longer_whole(sheet, preview), *_not_there(sheet, preview), *_not_fitting(sheet, preview))


def _no_longer_whole(sheet: SheetMapping, preview: "SheetPreview") -> list[str]:
    if not preview.in_parts or is_as_recognised(sheet, preview.guess):
        return []
    return [
        "With other columns this sheet is read row by row as they say, and no longer by its layout as a "
        "whole: codes stay codes, and rows of other kinds are read like these."
    ]


def _lacking(table: str, fields: Columns, sheet: SheetMapping) -> list[str]:
    if table == "measurements":
        return _measurements_lack(fields, sheet)
    said = _NEEDS.get(table, ())
    words = (said,) if isinstance(said, str) else said
    return [
        say("Choose a column for {what}.", what=what)
        for group, what in zip(needs_of(table), words, strict=False)
        if not group & set(fields)
    ]


def _measurements_lack(fields: Columns, sheet: SheetMapping) -> list[str]:
    found = []
    values = [p for p in sheet.parameters if p.code]
    by_row = bool({"TEST", "CODE"} & set(fields)) and bool({"RESULT", "STANDARD", "VALUE"} & set(fields))
    if not values and not by_row:
        found.append(
            "Choose at least one column under Measurements, or a column of tests and one of results."
        )
    timed = bool(values) and all(p.visit for p in values)
    if not timed and not {"VISIT", "ADT", "ADY"} & set(fields):
        found.append("Choose a column of visits or of dates; without one the values have no place in time.")
    return found


def _not_there(sheet: SheetMapping, preview: "SheetPreview") -> list[str]:
    have = {column.name for column in preview.columns} | set(preview.made)
    named = {name for one in sheet.fields.values() for columns in one.values() for name in columns}
    named |= {p.column for p in sheet.parameters}
    return [say("This file has no column “{name}”.", name=name) for name in sorted(named - have)]


def _not_fitting(sheet: SheetMapping, preview: "SheetPreview") -> list[str]:
    """Return which columns hold next to nothing of what their field needs."""
    columns = {column.name: column for column in preview.columns}
    found = []
    for table, fields in sheet.fields.items():
        for field, names in fields.items():
            column = columns.get(names[0])
            if column is None or not column.values or field in ("IGNORED", "VISIT"):
                continue
            read = read_as(table, field, column, sheet)
            if not any(r.fits for r in read):
                found.append(
                    say(
                        "Look at “{names}”: “{value}” → {meaning}.",
                        names=names[0],
                        value=read[0].value,
                        meaning=read[0].meaning,
                    )
                )
    return found
