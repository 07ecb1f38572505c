"""Rows as patients: each row of a sheet without a patient column is one, called by its number."""

from collections.abc import Sequence

import numpy as np

from sscviewer.model.questions import Question
from sscviewer.model.sentence import say
from sscviewer.workbook.evidence.columns.profiles import profile
from sscviewer.workbook.evidence.patients.patient import (
    ROWS_AS_PATIENTS,
    Patient,
    named_columns,
    row_examples,
)
from sscviewer.workbook.evidence.tables.header import NO_LETTER, Column, SheetTable
from sscviewer.workbook.evidence.tables.summary_rows import summaries_of
from sscviewer.workbook.evidence.words.tokens import english
from sscviewer.workbook.values.cells import NUMBER, TEXT, Cells
from sscviewer.workbook.values.words import is_number, split_heading

_ROWS = frozenset({"rownames", "row", "rownumber", "index", "unnamed", "x", "obs"})
_ROW_NAMES = frozenset({"rownames", "unnamed"})
"""What R and pandas call the labels of rows: after rows were left out they do not count any more."""
_NEARLY_ALL = 0.9
"""Of labels of rows that must differ: every tenth, 1.10, is 1.1 again once it is a number. Numbers of
patients of whom one in ten or fewer has a second row are so taken for labels."""
_ROW_FILLERS = frozenset({"number", "no", "name", "names", "0"})


def rows_as_patients(table: SheetTable, columns: Sequence[Column]) -> Patient:
    """Return each row as a patient of its own, called by its number or by a column of row numbers."""
    numbered = next((c for c in columns if is_row_number(c) and profile(c.cells).is_unique), None)
    if numbered is not None:
        column, what = numbered, say("the numbers in “{written}”", written=numbered.heading.written)
    else:
        column, what = Column(NO_LETTER, split_heading("Row"), _numbers(table, columns)), "the row numbers"
    named = named_columns(columns)
    question = Question(
        "patient",
        table.sheet,
        "",
        say(
            "Sheet “{sheet}” has no column that names the patient. Is each row a patient?", sheet=table.sheet
        ),
        (ROWS_AS_PATIENTS, *(table.name_of(c) for c in named)),
        ROWS_AS_PATIENTS,
        examples=row_examples(table, named, rows_first=True),
    )
    note = (
        "id.row_numbers",
        say(
            "No column of sheet “{sheet}” names the patient: each row was taken for one patient, "
            "called by {what}. Say in the mapping which column it is if this is wrong.",
            sheet=table.sheet,
            what=what,
        ),
    )
    return Patient(column, "no column names the patient", (note,), (question,))


def _numbers(table: SheetTable, columns: Sequence[Column]) -> Cells:
    """Return the number of each row; of a row that sums up others, the word that says so."""
    n = len(table)
    summed = summaries_of(columns, n)
    kinds = np.full(n, NUMBER, dtype=np.uint8)
    kinds[list(summed)] = TEXT
    return Cells(np.arange(n, dtype=np.int32), kinds, [summed.get(i, float(i + 1)) for i in range(n)])


def is_row_label(column: Column) -> bool:
    """Return whether a column is headed as the labels of rows are: not at all, "rownames", "row"."""
    words = set(english(column.heading.written))
    return column.heading.written == "" or bool(words & _ROWS and words <= _ROWS | _ROW_FILLERS)


def is_row_number(column: Column) -> bool:
    """Return whether a column numbers the rows and says nothing else."""
    words = set(english(column.heading.written))
    of_rows = bool(words & _ROW_NAMES) or {"row", "name"} <= words or _is_left_edge(column)
    return is_row_label(column) and (counts_rows(column.cells) or (of_rows and _names_each(column.cells)))


def _is_left_edge(column: Column) -> bool:
    """Return whether whole numbers without a heading stand down the left edge of the sheet."""
    return column.heading.written == "" and column.letter == "A" and profile(column.cells).kind == "whole"


def _names_each(cells: Cells) -> bool:
    """Return whether nearly each row has a number of its own, as R's row names are after rows were left out.

    Those of a sheet made long, 1.1 to 1.12, lose a few when 1.10 becomes a number.
    """
    texts = cells.unique_texts
    return len(texts) >= _NEARLY_ALL * len(cells) and len(cells) > 1 and all(map(is_number, texts))


def counts_rows(cells: Cells) -> bool:
    """Return whether cells number the rows from 0 or 1 on, none left out."""
    texts = cells.unique_texts
    n = len(cells)
    return n > 1 and len(texts) == n and texts[0] in ("0", "1") and texts[-1] in (str(n), str(n - 1))
