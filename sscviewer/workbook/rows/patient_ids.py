"""Which rows name a patient, and patient numbers that Excel took for something else."""

import numpy as np
import numpy.typing as npt

from sscviewer.model.issue import Severity
from sscviewer.model.sentence import say
from sscviewer.workbook.evidence.tables.header import Column, SheetTable
from sscviewer.workbook.evidence.tables.summary_rows import are_summed, is_summary
from sscviewer.workbook.findings import Findings
from sscviewer.workbook.values.cells import DATE, ERROR, NUMBER
from sscviewer.workbook.values.vocabulary import value_words
from sscviewer.workbook.values.words import key

Mask = npt.NDArray[np.bool_]
Texts = npt.NDArray[np.object_]

_WHY = {
    DATE: "is a date, which Excel makes of numbers such as 01-02",
    NUMBER: "is a number with a decimal point or beyond 15 digits, which Excel rounds",
}


_PROSE_LENGTH = 25
"""Longer texts are no patient numbers."""


def find_named_rows(table: SheetTable, patient: Column, findings: Findings) -> Mask:
    """Return (n,) bool, which rows name a patient; every other row gets an issue that says what it is."""
    texts = patient.cells.map(str.strip)
    reasons = np.full(len(table), "", dtype=object)
    reasons[(texts == "") | (patient.cells.kinds == ERROR)] = "patient"
    keys = patient.cells.map(key)
    reasons[keys == patient.heading.full_key] = "header"
    filled = np.sum([c.cells.filled for c in table.columns], axis=0)
    reasons[patient.cells.map(is_summary).astype(bool) | are_summed(table.columns, patient)] = "summary"
    reasons[np.isin(keys, list(value_words("reference_row")))] = "reference"
    _mark_footnotes(reasons, texts, filled, len(table.columns))
    for row in np.flatnonzero(reasons != "").tolist():
        code, severity, words = _LEFT_OUT[reasons[row]]
        findings.add(
            severity,
            code,
            say("Row {row} {why} and was not used.", row=table.rows[row], why=words),
            sheet=table.sheet,
            cell=table.cell(patient.letter, row),
        )
    named: Mask = reasons == ""
    return named


_LEFT_OUT: dict[str, tuple[str, Severity, str]] = {
    "patient": ("row.no_patient", "warning", "names no patient"),
    "header": ("row.header_again", "info", "repeats the headings"),
    "summary": ("row.summary", "warning", "is a summary and no patient"),
    "reference": ("row.reference", "warning", "gives normal values and no patient"),
    "below": ("row.below_table", "info", "is text below the table"),
}


def _mark_footnotes(reasons: Texts, texts: Texts, filled: npt.NDArray[np.int64], width: int) -> None:
    """Mark the rows from the last patient down as text below the table: notes and legends."""
    for row in range(len(reasons) - 1, -1, -1):
        if reasons[row] == "summary":
            continue
        is_note = width > 2 and filled[row] == 1 and (" " in texts[row] or len(texts[row]) > _PROSE_LENGTH)
        if not is_note and reasons[row] != "patient":
            return
        if is_note or filled[row] < width / 2:
            reasons[row] = "below"


def report_changed_ids(table: SheetTable, patient: Column, findings: Findings) -> None:
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
            say(
                "Patient number “{number}” {why}; it is used as it stands. Format the column as text "
                "in Excel and type the number again.",
                number=texts[row],
                why=_WHY[int(by_row[row])],
            ),
            sheet=table.sheet,
            cell=table.cell(patient.letter, row),
            usubjid=texts[row],
        )
