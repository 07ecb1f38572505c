"""Records as a table of texts: what a click on a count lists."""

from __future__ import annotations

from dataclasses import dataclass

from sscviewer.analysis.record import field_text
from sscviewer.model.study import Study
from sscviewer.model.tables import TABLES

COLUMNS = {
    "subjects": ("AGE", "SEX", "SSCSUB", "TRT01A", "TRTSDT", "TRTEDT"),
    "visits": ("AVISIT", "ADT", "ADY"),
    "measurements": ("PARAMCD", "AVISIT", "ADT", "ADY", "AVALC", "AVAL", "ANRLO", "ANRHI"),
    "adverse_events": (
        "AETERM", "AEDECOD", "ASTDT", "ASTDY", "AENDT", "AETOXGR", "AESEV",
        "AESER", "AEREL", "AEACN", "AEOUT",
    ),
    "exposure": ("EXTRT", "EXDOSE", "EXDOSU", "ASTDT", "ASTDY", "AENDT", "EXADJ"),
    "disposition": ("DSDECOD", "DSTERM", "ADT", "ADY"),
    "medications": ("CMTRT", "CMINDC", "ASTDT", "AENDT"),
    "history": ("MHTERM", "MHDECOD", "ASTDT", "AENDT"),
}  # fmt: skip
"""What is worth seeing of each table; a column that is empty in all rows listed is left out."""


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


def list_records(study: Study, table: str, rows: tuple[int, ...]) -> RecordListing:
    """Return rows of a table in words, in the order given."""
    kinds = {column.name: column for column in TABLES[table]}
    names = [name for name in COLUMNS[table] if any(field_text(study, table, row, name) for row in rows)]
    ids = [str(study.column(table, "USUBJID")[row]) for row in rows]
    texts = tuple(
        (
            usubjid,
            *(field_text(study, table, row, name) for name in names),
            str(study.column(table, "SRCREF")[row]),
        )
        for usubjid, row in zip(ids, rows, strict=True)
    )
    heads = [kinds[name].label.partition(",")[0] for name in names]
    heads = [f"{head}, day" if name.endswith("DY") else head for head, name in zip(heads, names, strict=True)]
    numeric = frozenset(i for i, name in enumerate(names, 1) if kinds[name].kind == "number")
    return RecordListing(("Patient", *heads, "Cell"), texts, tuple(ids), numeric)


def list_subjects(study: Study, usubjids: tuple[str, ...]) -> RecordListing:
    """Return patients in words."""
    positions = {usubjid: row for row, usubjid in enumerate(study.usubjids)}
    return list_records(study, "subjects", tuple(positions[u] for u in usubjids if u in positions))
