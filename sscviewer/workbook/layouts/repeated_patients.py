"""Data sets in CDISC form without a list of patients: what their records repeat about each patient."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from sscviewer.workbook.evidence.columns.grain import Grain, grain_of
from sscviewer.workbook.evidence.columns.profiles import groups_of, profile
from sscviewer.workbook.evidence.sheets.recognised import Recognised
from sscviewer.workbook.evidence.tables.header import Column
from sscviewer.workbook.values.vocabulary import read_toml

_LAYOUTS = ("adam", "sdtm")

_NOTE = (
    "patients.repeated",
    "No sheet lists the patients: {} {} taken from the records of this sheet, which say the same of "
    "a patient on every row.",
)


def with_repeated_patients(found: Sequence[Recognised]) -> list[Recognised]:
    """Return the sheets, those in CDISC form also as sheets of patients where no sheet is one.

    A treatment that changes within a patient (TRTP of a crossover) is nobody's arm and is left out.
    """
    ours = [one for one in found if one.tables and one.layout in _LAYOUTS]
    if any("subjects" in one.tables for one in found) or not any(_repeated(one) for one in ours):
        return list(found)
    return [_with_patients(one) if one.tables and one.layout in _LAYOUTS else one for one in found]


def _grain(found: Recognised) -> Grain:
    """Return the grain of the rows that are read, by the columns that may say something of a patient."""
    of = found.parts[0] if found.parts else found
    patient = next(iter(of.fields.values()))["USUBJID"][0]
    columns = [column for listed in _listed(of).values() for column in listed]
    profiles = {c.letter: profile(c.cells) for c in columns}
    return grain_of(groups_of(patient.cells), columns, profiles)


def _listed(of: Recognised) -> dict[str, list[Column]]:
    """Return the columns that a list of patients would have, by the column of ours."""
    by_name = {c.heading.written.strip().upper(): c for c in of.table.columns if c.heading.written}
    listed = read_toml(of.layout or "")["columns"]["subjects"].items()
    found = {
        name: [by_name[variable] for variable in variables if variable in by_name]
        for name, variables in listed
        if name not in ("USUBJID", "SUBJID", "IGNORED")
    }
    return {name: columns for name, columns in found.items() if columns}


def _repeated(found: Recognised) -> dict[str, tuple[Column, ...]]:
    """Return the columns that say the same of a patient on all of the patient's rows."""
    of, grain = found.parts[0] if found.parts else found, _grain(found)
    same = {
        name: tuple(c for c in columns if not grain.varies(c) and not c.cells.is_blank)
        for name, columns in _listed(of).items()
    }
    return {name: columns for name, columns in same.items() if columns}


def _with_patients(found: Recognised) -> Recognised:
    """Return a sheet with one part more: the first row of each patient, as a list of patients."""
    if len(found.parts) > 1:
        return found
    of, grain, fields = found.parts[0] if found.parts else found, _grain(found), _repeated(found)
    patient = next(iter(of.fields.values()))["USUBJID"][0]
    letters = {c.letter for columns in fields.values() for c in columns}
    spread = {
        c.letter: Column(c.letter, c.heading, grain.spread(c.cells)) if c.letter in letters else c
        for c in of.table.columns
    }
    _, rows = np.unique(grain.groups, return_index=True)
    rows = np.sort(rows[grain.groups[rows] >= 0])
    table = replace(of.table, columns=tuple(spread.values())).take(rows)
    by_letter = {c.letter: c for c in table.columns}
    person: dict[str, tuple[Column, ...]] = {"USUBJID": (by_letter[patient.letter],)}
    person |= {name: tuple(by_letter[c.letter] for c in columns) for name, columns in fields.items()}
    person["IGNORED"] = tuple(c for c in table.columns if c.letter not in letters)
    part = Recognised(table, of.layout, ("subjects",), {"subjects": person}, domain=of.domain)
    note = (_NOTE[0], _NOTE[1].format(_names(fields), "is" if len(letters) == 1 else "are"))
    return replace(
        found,
        tables=(*found.tables, "subjects"),
        fields={**found.fields, "subjects": person},
        parts=(of, part),
        notes=(*found.notes, note) if fields else found.notes,
    )


def _names(fields: dict[str, tuple[Column, ...]]) -> str:
    written = dict.fromkeys(c.heading.written for columns in fields.values() for c in columns)
    return ", ".join(written)
