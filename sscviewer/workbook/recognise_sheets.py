"""All sheets of a workbook → what each of them is; the sheets that describe others are read first."""

from collections.abc import Sequence
from dataclasses import replace

from sscviewer.workbook.cells import Sheet
from sscviewer.workbook.dates_in_cells import Order
from sscviewer.workbook.findings import Findings
from sscviewer.workbook.header import Table, find_table
from sscviewer.workbook.layouts.adam import recognise_adam
from sscviewer.workbook.layouts.guide import Guide, find_describing, read_redcap_guide
from sscviewer.workbook.layouts.redcap import is_redcap, recognise_redcap
from sscviewer.workbook.layouts.sdtm import recognise_sdtm
from sscviewer.workbook.recognise import Recognised, ignored, recognise_plain


def recognise_sheets(
    sheets: Sequence[Sheet], findings: Findings, date_order: Order | None = None
) -> list[Recognised]:
    """Return what each sheet is, in their order."""
    guide = read_redcap_guide(sheets)
    return [_ordered(_recognise(sheet, guide, findings), date_order) for sheet in sheets]


def _ordered(found: Recognised, date_order: Order | None) -> Recognised:
    """Return a sheet, and its parts, with the order of day and month that the user gave."""
    parts = tuple(replace(part, date_order=date_order) for part in found.parts)
    return replace(found, date_order=date_order, parts=parts)


def _recognise(sheet: Sheet, guide: Guide, findings: Findings) -> Recognised:
    table = find_table(sheet)
    about = guide.describing.get(sheet.name) or find_describing(sheet)
    if about is not None:
        return ignored(table, about)
    if not table.columns:
        return ignored(table, "text, not a table" if len(table) else "the sheet is empty")
    if is_redcap(table):
        return recognise_redcap(table, guide, findings)
    return recognise_adam(table, findings) or recognise_sdtm(table) or _plain(table, findings)


def _plain(table: Table, findings: Findings) -> Recognised:
    return recognise_plain(table)
