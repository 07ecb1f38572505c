"""secuTrial's sub-forms: repeated rows inside a form, tied to it by the number of its document.

A sub-form has patients but no visits; those are the ones of the document each row belongs to.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from sscviewer.model.sentence import say
from sscviewer.workbook.evidence.tables.guide import read_rows
from sscviewer.workbook.evidence.tables.header import Column, SheetTable
from sscviewer.workbook.findings import Findings
from sscviewer.workbook.row_numbers import rows_in_words
from sscviewer.workbook.values.cells import Sheet, text_cells
from sscviewer.workbook.values.words import split_heading

Mask = npt.NDArray[np.bool_]
Document = tuple[str, str, str]
"""Visit, planned date and number of the visit of a filled form, as its sheet has them."""


def read_documents(sheets: Sequence[Sheet], own: Mapping[str, Any]) -> dict[str, Document]:
    """Return {number of a document: its visit}; numbers that two forms give different visits are left out."""
    names = [own[name] for name in ("document", "visit", "visit_date", "visit_number")]
    found: dict[str, Document] = {}
    unclear: set[str] = set()
    for sheet in sheets:
        if own["audit"] in (sheet.first_rows(1) or [[]])[0]:
            continue
        for row in read_rows(sheet, {name: (name,) for name in names}, names[:2]):
            number = row[own["document"]]
            visit = (row[own["visit"]], row.get(own["visit_date"], ""), row.get(own["visit_number"], ""))
            if number and found.setdefault(number, visit) != visit:
                unclear.add(number)
    return {number: visit for number, visit in found.items() if number not in unclear}


def with_visits_of_documents(
    table: SheetTable,
    by_name: Mapping[str, Column],
    documents: Mapping[str, Document],
    own: Mapping[str, Any],
) -> dict[str, Column] | None:
    """Return a sub-form's columns by name, with those of its documents' visits; None when none is known."""
    number = by_name.get(own["document"])
    if number is None:
        return None
    visits = [documents.get(text, ("", "", "")) for text in number.cells.texts]
    if not any(visit for visit, _, _ in visits):
        return None
    # The letters of two columns that are nothing else, so that every cell still has a place on the sheet.
    letters = number.letter, by_name[own["sub_document"]].letter, number.letter
    names = (own["visit"], own["visit_date"], own["visit_number"])
    made = {
        name: Column(letter, split_heading(name), text_cells([visit[i] for visit in visits]))
        for i, (name, letter) in enumerate(zip(names, letters, strict=True))
    }
    return {**by_name, **made}


def has_answer(table: SheetTable, items: Sequence[Column]) -> Mask:
    """Return which rows of a sub-form have any answer: a form without one exports an empty row."""
    filled = np.zeros(len(table), dtype=bool)
    for column in items:
        filled |= column.cells.filled
    return filled


def report_unanswered(table: SheetTable, answered: Mask, findings: Findings) -> None:
    """Name the rows of a sub-form without any answer."""
    empty = table.rows[~answered].tolist()
    if empty:
        findings.add(
            "info",
            "row.no_answers",
            say(
                "{rows} of the sub-form {hold} no answer and {were} not used.",
                rows=rows_in_words(empty),
                hold=say("holds") if len(empty) == 1 else say("hold"),
                were=say("was") if len(empty) == 1 else say("were"),
            ),
            sheet=table.sheet,
            cell=f"{table.columns[0].letter}{empty[0]}",
        )
