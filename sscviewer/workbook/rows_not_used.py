"""Which rows of a sheet that was not read are left out."""

from sscviewer.model.sentence import say
from sscviewer.workbook.evidence.tables.header import SheetTable


def rows_not_used(table: SheetTable) -> str:
    """Return "; its rows 2 to 9 (8) were not used", to stand after why; "" where there are none."""
    if not len(table):
        return ""
    first, last = int(table.rows.min()), int(table.rows.max())
    if first == last:
        return say("; its row {first} was not used", first=first)
    return say("; its rows {first} to {last} ({n}) were not used", first=first, last=last, n=len(table))
