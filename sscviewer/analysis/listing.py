"""Records as a table of texts: what a click on a count lists."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sscviewer.analysis.record import column_texts, spoken
from sscviewer.model.study import Study
from sscviewer.model.tables import TABLES

COLUMNS = {
    "subjects": ("AGE", "SEX", "SSCSUB", "TRT01A", "TRTSDT", "TRTEDT"),
    "visits": ("AVISIT", "ADT", "ADY"),
    "measurements": ("PARAMCD", "AVISIT", "ADT", "ADY", "AVALC", "AVAL", "ANRLO", "ANRHI"),
    "adverse_events": (
        "AEDECOD", "AETERM", "ASTDT", "ASTDY", "AENDT", "AETOXGR", "AESEV",
        "AESER", "AEREL", "AEACN", "AEOUT",
    ),
    "exposure": ("EXTRT", "EXDOSE", "EXDOSU", "ASTDT", "ASTDY", "AENDT", "EXADJ"),
    "disposition": ("DSDECOD", "DSTERM", "ADT", "ADY"),
    "medications": ("CMTRT", "CMINDC", "ASTDT", "AENDT"),
    "history": ("MHTERM", "MHDECOD", "ASTDT", "AENDT"),
}  # fmt: skip
"""What is worth seeing of each table; a column that is empty in all rows listed is left out."""

HEADS = {
    "AETERM": "Event as reported", "AEDECOD": "Event", "AEBODSYS": "Class", "AETOXGR": "Grade",
    "AESEV": "Severity", "AESER": "Serious", "AEREL": "Related", "AEACN": "Action with the drug",
    "AEOUT": "Outcome", "SSCSUB": "Subset", "TRT01A": "Arm", "TRTSDT": "First dose", "TRTEDT": "Last dose",
    "AVISIT": "Visit", "PARAMCD": "Measurement", "AVALC": "As written", "AVAL": "Value",
    "ANRLO": "Lower limit", "ANRHI": "Upper limit", "ADT": "Date", "ADY": "Day", "ASTDT": "Start",
    "ASTDY": "Start day", "AENDT": "End", "EXDOSE": "Dose", "EXADJ": "Reason", "DSDECOD": "Outcome",
    "DSTERM": "As reported",
}  # fmt: skip
"""Heads for people; a column that is not here has its label."""


@dataclass(frozen=True, slots=True)
class RecordListing:
    """Records in words.

    Attributes
    ----------
    columns, rows
        Heads ("Patient" first, "Cell" last) and texts.
    usubjids
        The patient of each row.
    numeric
        Columns that hold numbers.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    usubjids: tuple[str, ...]
    numeric: frozenset[int]


def list_records(
    study: Study, table: str, rows: tuple[int, ...], columns: tuple[str, ...] = ()
) -> RecordListing:
    """Return rows of a table in words, in the order given; `columns` as in `COLUMNS` unless given."""
    kinds = {column.name: column for column in TABLES[table]}
    at = np.array(rows, dtype=np.int64)
    found = {name: spoken(name, column_texts(study, table, at, name)) for name in columns or COLUMNS[table]}
    names = [name for name, texts in found.items() if any(texts)]
    ids, cells = (column_texts(study, table, at, name) for name in ("USUBJID", "SRCREF"))
    texts = tuple(zip(ids, *(found[name] for name in names), cells, strict=True))
    heads = [HEADS.get(name) or kinds[name].label.partition(",")[0] for name in names]
    numeric = frozenset(i for i, name in enumerate(names, 1) if kinds[name].kind == "number")
    return RecordListing(("Patient", *heads, "Cell"), texts, tuple(ids), numeric)


def list_subjects(study: Study, usubjids: tuple[str, ...]) -> RecordListing:
    """Return patients in words."""
    positions = {usubjid: row for row, usubjid in enumerate(study.usubjids)}
    return list_records(study, "subjects", tuple(positions[u] for u in usubjids if u in positions))
