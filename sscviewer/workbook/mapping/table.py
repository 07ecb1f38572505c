"""The table below a header row that the user named."""

from sscviewer.workbook.evidence.sheets.recognised import Recognised
from sscviewer.workbook.evidence.tables.header import Column, SheetTable
from sscviewer.workbook.mapping.guess import names_of
from sscviewer.workbook.mapping.mapping import SheetMapping, fingerprint
from sscviewer.workbook.values.cells import Sheet, letter
from sscviewer.workbook.values.words import split_heading


def table_of(entry: SheetMapping, sheet: Sheet | None, old: Recognised) -> SheetTable:
    """Return the table below the header that a mapping means, which may have moved since."""
    here = fingerprint(c.heading.written for c in old.table.columns)
    if sheet is None or (here and here == entry.fingerprint) or entry.header_row == old.table.header_row:
        return old.table
    other = table_at(sheet, entry.header_row)
    wanted = {name for one in entry.fields.values() for columns in one.values() for name in columns}
    wanted |= {p.column for p in entry.parameters}
    return max((other, old.table), key=lambda table: len(wanted & set(names_of(table).values())))


def table_at(sheet: Sheet, header_row: int) -> SheetTable:
    """Return the filled rows below a header row (as the spreadsheet shows it; 0: the sheet has none).

    Without a header row the columns have no headings and are named by their letters.
    """
    filled, own_row = sheet.filled_rows(), max(header_row - sheet.above, 0)
    below = filled[filled >= own_row]
    texts = [""] * len(sheet.columns)
    if 0 < own_row <= sheet.n_rows:
        texts = [column.unique_texts[column.codes[own_row - 1]] for column in sheet.columns]
    columns = tuple(
        Column(letter(i), split_heading(text.strip()), cells.take(below))
        for i, (text, cells) in enumerate(zip(texts, sheet.columns, strict=True))
    )
    named = tuple(c for c in columns if c.heading.written or not c.cells.is_blank)
    return SheetTable(sheet.name, header_row, below + 1 + sheet.above, named)
