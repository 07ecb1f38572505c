"""Workbooks with one sheet per patient: the sheet's name is the patient of all its rows."""

from collections.abc import Sequence
from dataclasses import replace

from sscviewer.workbook.evidence.tables.header import NO_LETTER, Column, SheetTable
from sscviewer.workbook.evidence.words.calendar_names import calendar_date
from sscviewer.workbook.values.cells import text_cells
from sscviewer.workbook.values.words import split_heading

_FEWEST = 2
"""So many sheets with the same headings make such a workbook."""


def with_patients(tables: Sequence[SheetTable]) -> list[SheetTable | None]:
    """Return the tables that stand for a patient each, with a column of the patient; None for the others.

    Names with a digit are patient numbers. Others may be people's names: they become P001, P002 and so on.
    """
    shapes = [_shape(table) for table in tables]
    alike = [len(shape) >= _FEWEST and shapes.count(shape) >= _FEWEST for shape in shapes]
    names = [table.title for table in tables]
    numbered = all(any(c.isdigit() for c in name) for name, one in zip(names, alike, strict=True) if one)
    out: list[SheetTable | None] = []
    for table, name, one in zip(tables, names, alike, strict=True):
        called = name if numbered else f"P{len([t for t in out if t is not None]) + 1:03d}"
        out.append(_with_patient(table, called) if one else None)
    return out


def _shape(table: SheetTable) -> frozenset[str]:
    """Return the headings of a sheet without those that are days or months: each patient came on others."""
    named = (c.heading for c in table.columns if c.heading.written)
    return frozenset(h.full_key for h in named if not calendar_date(h.written) or h.written.strip().isdigit())


def _with_patient(table: SheetTable, name: str) -> SheetTable:
    patient = Column(NO_LETTER, split_heading("Subject"), text_cells([name] * len(table)))
    return replace(table, columns=(*table.columns, patient))
