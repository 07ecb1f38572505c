"""Finds the header row of a sheet and makes a table of named columns of what is below it."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

import numpy as np
import numpy.typing as npt

from sscviewer.model.questions import Answers
from sscviewer.workbook.evidence.tables.first_table import first_table
from sscviewer.workbook.evidence.tables.form_above import (
    facts_above,
    is_form,
    is_labelled,
    is_patient_label,
)
from sscviewer.workbook.evidence.tables.header_rows import read_header
from sscviewer.workbook.evidence.words.patient_words import names_patients
from sscviewer.workbook.evidence.words.tokens import english
from sscviewer.workbook.values.cells import EMPTY, TEXT, Cells, Sheet, letter
from sscviewer.workbook.values.vocabulary import (
    common_columns,
    parameter_names,
    read_toml,
    roles,
)
from sscviewer.workbook.values.words import Heading, is_number, key, split_heading

SEARCHED_ROWS = 30
"""Title rows above a header are never longer than this."""

NO_LETTER = ""
"""The letter of a column that is not on the sheet."""

_PROSE_WIDTH = 2
"""Text in this many columns or fewer, and no patient column, is prose."""


@dataclass(frozen=True, slots=True)
class Column:
    """A named column: its letter in the sheet, its heading, its cells below the header."""

    letter: str
    heading: Heading
    cells: Cells


def is_fact(column: Column) -> bool:
    """Return whether a column is a fact above the table, called by its cell."""
    return column.letter[-1:].isdigit()


@dataclass(frozen=True, slots=True)
class SheetTable:
    """What is below a sheet's header: the non-empty rows and their columns.

    Attributes
    ----------
    header_row
        As the spreadsheet shows it (first row = 1); 0 when there is none.
    rows
        (n,) int, the spreadsheet's number of each row.
    layout
        "edc" when the header says so, else "".
    written
        By letter, the headings as the file has them, where a layout gave the columns other ones.
    answers
        What the user said to questions about the workbook.
    units
        Letters of columns that hold the unit of another one, which has it already.
    """

    sheet: str
    header_row: int
    rows: npt.NDArray[np.int64]
    columns: tuple[Column, ...]
    layout: str = ""
    written: Mapping[str, str] = field(default_factory=dict)
    answers: Answers = ()
    units: frozenset[str] = frozenset()

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def title(self) -> str:
        """What a sheet says of itself: its name, without that of the file or sheet it is a part of."""
        return self.sheet.rpartition(": ")[2].strip()

    def cell(self, column: str, row: int) -> str:
        """Return the name of a cell, given its column's letter and its place among the rows.

        A fact above the table is called by its own cell.
        """
        return column if column[-1:].isdigit() else f"{column}{self.rows[row]}"

    def split(self, halves: Callable[[Column], tuple[Column, ...] | None]) -> "SheetTable":
        """Return the table with what `halves` gives for a column in its place, by the same letter."""
        split = {c.letter: parts for c in self.columns if (parts := halves(c)) is not None}
        if not split:
            return self
        columns = tuple(c for old in self.columns for c in split.get(old.letter, (old,)))
        written = {c.letter: c.heading.written for c in self.columns if c.letter in split}
        return replace(self, columns=columns, written={**written, **self.written})

    def name_of(self, column: Column) -> str:
        """Return the heading by which answers name a column; the second of two equal ones has its number."""
        before = 0
        for other in self.columns:
            if other.letter == column.letter:
                break
            before += other.heading.written == column.heading.written
        return f"{column.heading.written} #{before + 1}" if before else column.heading.written

    def said(self, question: str, heading: str = "") -> str:
        """Return what the user said to a question about the sheet or one of its columns; "" for nothing."""
        about = (question, key(self.sheet), key(heading))
        return next((a.option for a in self.answers if about == (a.id, key(a.sheet), key(a.column))), "")

    def take(self, places: npt.NDArray[np.int64]) -> "SheetTable":
        """Return the table with some of its rows."""
        columns = tuple(Column(c.letter, c.heading, c.cells.take(places)) for c in self.columns)
        return replace(self, rows=self.rows[places], columns=columns)


def find_table(sheet: Sheet) -> SheetTable:
    """Return the table of a sheet; without columns when the sheet is empty or prose."""
    filled = sheet.filled_rows()
    top = sheet.first_rows(SEARCHED_ROWS)
    row = find_header(top)
    if row is None:
        return SheetTable(sheet.name, 0, filled + 1 + sheet.above, ())
    header = read_header(sheet, top, row, lambda text: is_known(split_heading(text)))
    below = filled[filled > header.last]
    columns = tuple(
        Column(letter(i), split_heading(text), cells.take(below))
        for i, (text, cells) in enumerate(zip(header.headings, _unmerged(sheet, header.last), strict=True))
    )
    named = tuple(c for c in columns if c.heading.written or not c.cells.is_blank)
    has_patients = any(names_patients(c.heading) for c in named)
    named = (*named, *_facts(sheet, top, header.row, len(below), has_patients))
    return SheetTable(sheet.name, header.row + 1 + sheet.above, below + 1 + sheet.above, named, header.layout)


def _facts(sheet: Sheet, top: list[list[str]], header: int, n: int, has_patients: bool) -> Iterator[Column]:
    """Yield what a form above the table says of its one patient, as columns called by the values' cells.

    The patient stands on all rows, what else is said of it on the first.
    """
    for fact in () if has_patients or not n else facts_above(top, header):
        cells = sheet.columns[fact.column]
        kind, value = int(cells.kinds[fact.row]), cells.unique_values[cells.codes[fact.row]]
        if fact.text:
            kind, value = TEXT, fact.text
        codes = np.ones(n, dtype=np.int32)
        codes[: n if is_patient_label(fact.label) else 1] = 0
        column = Cells(codes, np.array([kind, EMPTY], dtype=np.uint8), [value, ""])
        name = f"{letter(fact.column)}{fact.row + 1 + sheet.above}"
        yield Column(name, split_heading(fact.label), column)


def _unmerged(sheet: Sheet, header: int) -> list[Cells]:
    """Return the sheet's columns with cells that are merged downwards filled in all their rows."""
    columns = list(sheet.columns)
    for (top, left), (bottom, _) in sheet.merged:
        if header < top < bottom < sheet.n_rows and left < len(columns):
            columns[left] = columns[left].filled_down(top, bottom)
    return columns


def find_header(top: list[list[str]]) -> int | None:
    """Return the number of the header row among the first rows (0 is the first), None for prose.

    The row that names the most columns we know; without any, the first row that looks like names.
    """
    if not top:
        return None
    known = [0 if _is_below_words(top, i) or is_labelled(row) else _known(row) for i, row in enumerate(top)]
    best = max(range(len(top)), key=lambda i: (known[i], -i))
    if known[best] >= 2:
        return first_table(top, best)
    width = max(sum(bool(text) for text in row) for row in top)
    if width == 1:
        return next(
            (i for i, row in enumerate(top) if any(names_patients(split_heading(t)) for t in row)), None
        )
    if width <= _PROSE_WIDTH and not any(known):
        return None
    for i, row in enumerate(top):
        texts = [text for text in row if text]
        if width > _PROSE_WIDTH and is_form([row]):
            continue
        if len(texts) > max(1, width // 2) and not any(
            is_number(text) for text in texts if text not in _years(texts)
        ):
            return i
    return None


def _is_below_words(top: list[list[str]], row: int) -> bool:
    """Return whether a row holds numbers and a row above, as wide or wider, holds words only: it is data."""
    filled = [text for text in top[row] if text]
    if not any(is_number(text) for text in filled):
        return False
    wide = ([text for text in above if text] for above in top[:row])
    return any(len(texts) >= max(3, len(filled)) and not any(map(is_number, texts)) for texts in wide)


def _years(texts: list[str]) -> set[str]:
    """Return the years that follow one another in a row of headings ("2019", "2020"); none but several."""
    years = [text for text in texts if _YEAR.match(text)]
    return set(years) if len(years) > 1 and years == sorted(set(years)) else set()


_YEAR = re.compile(r"^(?:19|20)\d\d$")


def _known(row: list[str]) -> int:
    """Return how many different columns a row names."""
    found = set()
    for text in row:
        if text and len(text) < 80:  # longer ones are sentences about the table
            heading = split_heading(text)
            if heading.full_key in sdtm_labels():
                found.add(sdtm_labels()[heading.full_key])
            found |= {name for k in (heading.key, heading.full_key) if (name := _any_role().get(k))}
            if text in _sdtm_names()[0] or text[2:] in _sdtm_names()[1]:
                found.add(text)
    return len(found)


@cache
def _sdtm_names() -> tuple[frozenset[str], frozenset[str]]:
    """Return the SDTM variables we read, whole ones and those that follow a domain's two letters."""
    names = {
        v for columns in read_toml("sdtm")["columns"].values() for listed in columns.values() for v in listed
    }
    names |= {"RDOMAIN", "IDVAR", "IDVARVAL", "QNAM", "QVAL"}
    return (
        frozenset(name for name in names if not name.startswith("--")),
        frozenset(name[2:] for name in names if name.startswith("--")) | {"SEQ"},
    )


@cache
def sdtm_labels() -> dict[str, str]:
    """Return {label of an SDTM variable: its name}; "--" stands for the domain."""
    return {key(label): name for label, name in read_toml("sdtm")["labels"].items()}


def is_known(heading: Heading) -> bool:
    """Return whether a heading is in our vocabularies."""
    return heading.key in _any_role() or heading.full_key in _any_role()


@cache
def known_words() -> frozenset[str]:
    """Return the English words of every heading of every role but "date"."""
    headings = {heading for role in roles() for heading in role.columns} | set(common_columns())
    return frozenset(word for heading in headings for word in english(heading)) - {"date"}


@cache
def _any_role() -> dict[str, str]:
    """Return every heading of every role, and every parameter."""
    found = dict(parameter_names())
    for role in roles():
        found.update(role.columns)
    return found | common_columns()
