"""A mapping: which sheet is what, which column holds what, what words, visits and units mean.

Plain words and numbers only, no cells: it is saved (`mapping_file`), shown (`gui.dialogs.mapping`) and
applied (`mapping_apply`).
"""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from sscviewer.model.parameters import Better
from sscviewer.model.questions import Answer, Answers, with_answers
from sscviewer.workbook.values.date_order import ORDERS, DateOrder
from sscviewer.workbook.values.words import key

Columns = dict[str, tuple[str, ...]]
"""Field → names of the columns that hold it; the first wins, the others fill its gaps."""

DATE_ORDER = "date_order"
"""The question that has one answer for the whole file, kept by a name of its own."""

SUPPLEMENT = "supplement"
"""Stands for the table of an SDTM SUPP-- sheet, whose rows belong to rows of another sheet."""


@dataclass(frozen=True, slots=True)
class ParameterMapping:
    """A column that holds one measurement.

    Attributes
    ----------
    column
        Its name in the sheet.
    code
        PARAMCD; "" for a column of dates of a visit.
    name
        For people; "" for a parameter the program knows, or to take the heading.
    unit
        As the values are given; None when the heading's or the program's is right.
    visit
        The visit all its values belong to; "" when the rows have a visit column.
    better
        "higher" or "lower" where the user said which is better; "" leaves it to the program.
    """

    column: str
    code: str
    name: str = ""
    unit: str | None = None
    visit: str = ""
    better: Better = ""


@dataclass(frozen=True, slots=True)
class SheetMapping:
    """What one sheet is.

    Attributes
    ----------
    name, fingerprint
        By which it is found again: the sheet's name, else the hash of its headings.
    header_row
        As the spreadsheet shows it; 0 when the sheet has no table.
    tables
        The tables it feeds; none when it is not a data sheet.
    fields
        For each table which columns hold what.
    words
        For a field, what a text in it means, where the vocabulary does not say so.
    units
        For a test named in the rows, the unit of its values.
    visits
        For a visit's text, its months since baseline.
    """

    name: str
    fingerprint: str
    header_row: int
    tables: tuple[str, ...] = ()
    fields: dict[str, Columns] = field(default_factory=dict)
    parameters: tuple[ParameterMapping, ...] = ()
    words: dict[str, dict[str, str]] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    visits: dict[str, float] = field(default_factory=dict)

    @property
    def role(self) -> str:
        """The tables joined by "+", or "ignored"."""
        return "+".join(self.tables) or "ignored"

    @property
    def patient(self) -> str:
        """The name of the patient column; "" without one."""
        named = (columns.get("USUBJID", ()) for columns in self.fields.values())
        return next((names[0] for names in named if names), "")


@dataclass(frozen=True, slots=True)
class Mapping:
    """What each sheet of a workbook is, in the workbook's order.

    Attributes
    ----------
    sheets
        None at all leaves every sheet to be recognised.
    groups
        For a name of the user's the adverse event terms that are counted together under it.
    date_order
        Whether 03/04/2007 is "dmy" or "mdy" in columns whose dates do not tell; None when nobody said.
    answers
        What was said to the other questions about the cells.
    """

    sheets: tuple[SheetMapping, ...] = ()
    groups: dict[str, tuple[str, ...]] = field(default_factory=dict)
    date_order: DateOrder | None = None
    answers: Answers = ()


def answers_of(mapping: Mapping | None) -> Answers:
    """Return all answers of a mapping, that about dates among them."""
    if mapping is None:
        return ()
    order = mapping.date_order
    return (*mapping.answers, *((Answer(DATE_ORDER, "", "", order),) if order else ()))


def answered(mapping: Mapping | None, answers: Answers) -> Mapping:
    """Return a mapping with answers, which take the place of those it had."""
    merged = with_answers(answers_of(mapping), answers)
    order = next((known for a in merged if a.id == DATE_ORDER for known in ORDERS if known == a.option), None)
    others = tuple(a for a in merged if a.id != DATE_ORDER)
    return replace(mapping or Mapping(), date_order=order, answers=others)


def column_names(headings: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return {letter: name} for (letter, heading) pairs.

    A name is the heading as written; a repeated one has its number ("Race #2"), an empty one its letter.
    """
    seen: Counter[str] = Counter()
    names = {}
    for letter, written in headings:
        text = " ".join(written.split())
        seen[text] += 1
        if not text:
            names[letter] = f"(column {letter})"
        else:
            names[letter] = text if seen[text] == 1 else f"{text} #{seen[text]}"
    return names


def fingerprint(headings: Iterable[str]) -> str:
    """Return a short hash of a sheet's headings, whatever their order; "" without any."""
    keys = sorted(key(text) for text in headings if text.strip())
    return hashlib.sha256("\n".join(keys).encode()).hexdigest()[:12] if keys else ""


def shape(mapping: Mapping) -> str:
    """Return a hash of the workbook's sheet names and headings; it holds no values."""
    lines = sorted(f"{key(sheet.name)}\t{sheet.fingerprint}" for sheet in mapping.sheets)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:32]
