"""What the user said of the cells of a sheet, before anything is recognised of it."""

from dataclasses import replace

import numpy as np

from sscviewer.model.questions import Answers
from sscviewer.workbook.evidence.tables.header import Column, SheetTable
from sscviewer.workbook.values.cells import Cells


def answered_table(table: SheetTable, answers: Answers) -> SheetTable:
    """Return a table with the answers about it; columns that are to be filled down are."""
    table = replace(table, answers=answers)
    if not answers:
        return table
    filled = {c.letter for c in table.columns if table.said("fill_down", table.name_of(c))}
    columns = tuple(
        Column(c.letter, c.heading, _filled_down(c.cells)) if c.letter in filled else c for c in table.columns
    )
    return replace(table, columns=columns)


def _filled_down(cells: Cells) -> Cells:
    """Return a column in which an empty cell says what the cell above says."""
    rows = np.maximum.accumulate(np.where(cells.filled, np.arange(len(cells)), 0))
    return cells.changed(cells.codes[rows])
