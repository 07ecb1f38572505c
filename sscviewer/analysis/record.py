"""One row of the file in words, each value with the cell it is from: what a click on a mark opens."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sscviewer.model.dates import iso_text
from sscviewer.model.hidden import shown_dates
from sscviewer.model.study import Study
from sscviewer.model.tables import DERIVED, TABLES

TITLES = {
    "subjects": "Patient",
    "visits": "Visit",
    "measurements": "Measurement",
    "adverse_events": "Adverse event",
    "exposure": "Dose",
    "disposition": "Disposition",
    "medications": "Medication",
    "history": "Medical history",
}
_STANDARD = {"AEACN", "AEOUT", "AESEV", "DSDECOD"}
"""Columns of standard terms, which are in capitals and read as shouted."""
_HIDDEN = {"USUBJID", "SRCREF", "RFSTSRC", "DTYPE", "ANL02FL", "VISITM"}


@dataclass(frozen=True, slots=True)
class Record:
    """A row: title, its cell, and (label, value, cell) for every field that has a value; "" when derived.

    The cell of a derived value is that of the value it is computed from.
    """

    title: str
    usubjid: str
    srcref: str
    fields: tuple[tuple[str, str, str], ...]


def record(study: Study, table: str, row: int) -> Record:
    """Return one row of a table in words.

    Parameters
    ----------
    row
        Position in the table as `study.frame(table)` has it.
    """
    columns = {column.name: column for column in TABLES[table]}
    fields = []
    for name in study.frame(table).columns:
        column = columns.get(name)
        is_flag = name.endswith("F") and name[:-1] in columns
        if name in _HIDDEN or is_flag:
            continue
        (text,) = spoken(name, column_texts(study, table, np.array([row]), name))
        if text:
            label = column.label.removesuffix(", first possible day") if column else name.capitalize()
            fields.append((label, text, study.srcref(table, row, name)))
    if table == "measurements":
        fields = _measurement_fields(study, row, fields)
    return Record(
        title=_title(study, table, row),
        usubjid=str(study.column(table, "USUBJID")[row]),
        srcref=str(study.column(table, "SRCREF")[row]),
        fields=tuple(fields),
    )


def _title(study: Study, table: str, row: int) -> str:
    is_derived = table == "measurements" and study.column(table, "DTYPE")[row] == DERIVED
    return "Derived value" if is_derived else TITLES[table]


def _measurement_fields(
    study: Study, row: int, fields: list[tuple[str, str, str]]
) -> list[tuple[str, str, str]]:
    paramcd = str(study.column("measurements", "PARAMCD")[row])
    parameter = study.parameters.get(paramcd)
    name = parameter.title if parameter else paramcd
    kept = [field for field in fields if field[0] != "Parameter code"]
    return [("Parameter", name, ""), *kept]


def column_texts(study: Study, table: str, rows: npt.NDArray[np.int64], name: str) -> list[str]:
    """Return the values of one column in some rows as `field_text` has them."""
    values = study.column(table, name)
    found = values[rows]
    if values.dtype.kind == "M":
        known = name != "RFSTDT"
        flags = study.column(table, f"{name}F")[rows] if known else np.full(len(rows), "", object)
        if study.is_hidden:
            return shown_dates(study, table, rows, name, flags)
        return [str(text) for text in iso_text(found, flags)]
    if values.dtype.kind == "f":
        return ["" if np.isnan(value) else f"{value:.10g}" for value in found]
    return [str(value) for value in found]


def spoken(name: str, texts: list[str]) -> list[str]:
    """Return texts of a column as people read them: standard terms in small letters."""
    return [text.lower() for text in texts] if name in _STANDARD else texts


def field_text(study: Study, table: str, row: int, name: str) -> str:
    """Return one value as text: a date as far as it is known, a number in full; "" when missing."""
    return column_texts(study, table, np.array([row]), name)[0]
