"""The patient of each row of a sheet, and what a question about it offers."""

from collections.abc import Sequence
from dataclasses import dataclass

from sscviewer.model.questions import Example, Question
from sscviewer.model.sentence import say
from sscviewer.workbook.evidence.columns.profiles import Groups, groups_of, profile
from sscviewer.workbook.evidence.tables.header import Column, SheetTable
from sscviewer.workbook.evidence.words.patient_words import speaks_of_people
from sscviewer.workbook.evidence.words.tokens import english

ROWS_AS_PATIENTS = "row numbers as patients"
"""The option, in a question about the patient, that each row is one."""

MOST_OPTIONS = 8
"""Columns a question offers as the patient: more cannot be read in a dialog; the mapping dialog has all."""
_EXAMPLES = 3
"""So many columns are offered as the patient's, each with the cells of so many rows."""


@dataclass(frozen=True, slots=True)
class Patient:
    """The patient of each row.

    Attributes
    ----------
    column
        The column, filled down or joined with the centre where that is what it means.
    why
        The evidence, in words.
    notes
        (code, sentence) of what was done to it.
    """

    column: Column
    why: str
    notes: tuple[tuple[str, str], ...] = ()
    questions: tuple[Question, ...] = ()

    @property
    def is_of_people(self) -> bool:
        """Whether its heading speaks of people, or the same patients stand on other sheets."""
        words = set(english(self.column.heading.written))
        told = "other sheets" in self.why or "you said" in self.why
        return speaks_of_people(words) or told or not self.column.letter

    @property
    def groups(self) -> Groups:
        """The patient of each row by number."""
        return groups_of(self.column.cells)


def named_columns(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Return the columns that an answer can name: a heading, of its own; those that repeat first."""
    listed = [c for c in columns if c.heading.written and not c.cells.is_blank]
    kept = sorted(listed, key=lambda c: profile(c.cells).kind in ("date", "number", "pair", "yes_no"))
    return tuple(kept[:MOST_OPTIONS])


def row_examples(
    table: SheetTable, columns: Sequence[Column], *, rows_first: bool = False
) -> tuple[Example, ...]:
    """Return a few rows: which patient each would be by each column, and by its number."""
    found = []
    for i in range(min(_EXAMPLES, len(table))):
        cells = tuple(c.cells.texts[i].strip() or "nobody" for c in columns)
        own = (say("patient {i}", i=i + 1),)
        found.append(
            Example(say("row {rows}", rows=table.rows[i]), (*own, *cells) if rows_first else (*cells, *own))
        )
    return tuple(found)
