"""One row of a sheet → one row of a table: patients, visits, events, doses and so on."""

from collections.abc import Container
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from sscviewer.model.tables import TABLES, TableColumn
from sscviewer.workbook.evidence.sheets.recognised import Fields
from sscviewer.workbook.evidence.tables.header import Column
from sscviewer.workbook.rows.fields import SheetContext, Texts, read_date, read_number, read_text
from sscviewer.workbook.rows.record_words import GRADES, WORDS
from sscviewer.workbook.values.cells import EMPTY
from sscviewer.workbook.values.vocabulary import standard

UNITS = {"HEIGHT": "cm", "WEIGHT": "kg", "DISDUR": "years", "AGE": "years"}
"""Units of the glossary's number columns that headings may give otherwise."""

SUBJECT_DATES = ("TRTSDT", "TRTEDT", "DTHDT", "LSTALVDT")
"""Dates of the patient that other sheets may hold."""

_ENDS = {
    "adverse_events": "AEENRTPT",
    "exposure": "AEENRTPT",
    "medications": "CMENRTPT",
    "history": "MHENRTPT",
}
"""The column that says "not ended" in each table that has ends."""


def read_records(name: str, context: SheetContext, fields: Fields, domain: str = "") -> pd.DataFrame:
    """Return one row of table `name` per row of the sheet, in order, with USUBJID and SRCREF."""
    data: dict[str, npt.NDArray[Any]] = {"USUBJID": context.usubjid, "SRCREF": row_references(context)}
    ongoing = np.zeros(len(context.table), dtype=bool)
    for column in TABLES[name]:
        if column.name in fields and column.name not in data:
            is_ongoing = _read_field(column, context, fields, data)
            if column.name in ("AENDT", "AENDY"):
                ongoing |= is_ongoing
    if name in _ENDS:
        data[_ENDS[name]] = _relative_end(data.get(_ENDS[name]), ongoing, len(context.table))
    frame = pd.DataFrame(data)
    return WORDS[name](context, fields, frame, domain) if name in WORDS else frame


def _read_field(
    column: TableColumn, context: SheetContext, fields: Fields, data: dict[str, npt.NDArray[Any]]
) -> npt.NDArray[np.bool_]:
    """Put one field, and the flag of a date, into `data`; return which rows say "ongoing"."""
    columns, n = fields[column.name], len(context.table)
    ongoing = np.zeros(n, dtype=bool)
    if column.kind == "date":
        data[column.name], data[f"{column.name}F"], ongoing = read_date(
            context, columns, columns[0].heading.written
        )
    elif column.name == "AENDY":
        data[column.name], ongoing = _last_day(context, columns)
    elif column.kind == "number" and column.name not in GRADES:
        data[column.name] = read_number(context, columns, UNITS.get(column.name, ""))
    else:
        data[column.name] = read_text(columns, n)
    return ongoing


def _last_day(
    context: SheetContext, columns: tuple[Column, ...]
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_]]:
    """Return the study day of each end, and which rows say "ongoing" instead."""
    ongoing = np.zeros(len(context.table), dtype=bool)
    numbered = []
    for column in columns:
        says = np.array([standard("ongoing", t, "") == "ONGOING" for t in column.cells.unique_texts], bool)
        ongoing |= says[column.cells.codes]
        kinds = np.where(says, EMPTY, column.cells.unique_kinds).astype(column.cells.unique_kinds.dtype)
        values = ["" if said else v for v, said in zip(column.cells.unique_values, says, strict=True)]
        numbered.append(replace(column, cells=column.cells.changed(column.cells.codes, kinds, values)))
    return read_number(context, tuple(numbered)), ongoing


def _relative_end(said: Texts | None, ongoing: npt.NDArray[np.bool_], n: int) -> Texts:
    """Return ONGOING where a column or the end date says so."""
    out = np.full(n, "", dtype=object)
    if said is not None:
        meaning = {text: standard("relative_end", text, "") for text in set(said)}
        out = np.array([meaning[text] for text in said], dtype=object)
    return np.where(ongoing, "ONGOING", out)


def row_references(context: SheetContext) -> Texts:
    """Return "Sheet!A5" of each row: the first cell of the table in that row."""
    letter = context.table.columns[0].letter
    prefix = f"{context.table.sheet}!{letter}"
    return np.array([f"{prefix}{row}" for row in context.table.rows], dtype=object)


def read_subject_dates(context: SheetContext, fields: Fields) -> pd.DataFrame | None:
    """Return the patient's own dates that a sheet of another role holds; None when it has none."""
    data: dict[str, npt.NDArray[Any]] = {}
    for name in SUBJECT_DATES:
        if name in fields:
            columns = fields[name]
            data[name], data[f"{name}F"], _ = read_date(context, columns, columns[0].heading.written)
    return pd.DataFrame({"USUBJID": context.usubjid} | data) if data else None


def cell_letters(fields: Fields, known: Container[str]) -> dict[str, str]:
    """Return {column of the table: letter of the sheet's column} for finding a value's cell."""
    return {
        name: columns[0].letter
        for name, columns in fields.items()
        if name in known and columns and columns[0].letter
    }
