"""Patient numbers that Excel took for something else: dates, and numbers with a decimal point."""

import numpy as np

from sscviewer.workbook.cells import DATE, NUMBER
from sscviewer.workbook.findings import Findings
from sscviewer.workbook.header import Column, Table

_WHY = {
    DATE: "is a date, which Excel makes of numbers such as 01-02",
    NUMBER: "is a number with a decimal point or beyond 15 digits, which Excel rounds",
}


def report_changed_ids(table: Table, patient: Column, findings: Findings) -> None:
    """Name the cells of patient numbers that cannot be what was typed; they are used as they stand."""
    cells = patient.cells
    kinds = [
        kind if kind == DATE or (kind == NUMBER and not text.lstrip("-").isdigit()) else 0
        for text, kind in zip(cells.unique_texts, cells.unique_kinds.tolist(), strict=True)
    ]
    by_row = np.array(kinds, dtype=int)[cells.codes] if len(cells) else np.zeros(0, dtype=int)
    texts = cells.texts
    for row in np.flatnonzero(by_row).tolist():
        findings.add(
            "warning",
            "id.changed",
            f"Patient number “{texts[row]}” {_WHY[int(by_row[row])]}; it is used as it stands. Format the "
            "column as text in Excel and type the number again.",
            sheet=table.sheet,
            cell=table.cell(patient.letter, row),
            usubjid=texts[row],
        )
