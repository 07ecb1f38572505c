"""What a sheet was taken for, and on what evidence."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sscviewer.model.arrays import Ints
from sscviewer.model.questions import Question
from sscviewer.workbook.evidence.columns.parameter_names import ParameterColumn
from sscviewer.workbook.evidence.tables.header import Column, SheetTable
from sscviewer.workbook.values.dates_in_cells import Order

Fields = Mapping[str, tuple[Column, ...]]
"""Column of the glossary → the sheet's columns that hold it; the first wins, the others fill its gaps."""


def is_in(column: Column, fields: Fields) -> bool:
    """Return whether a column holds one of some fields."""
    return any(column in listed for listed in fields.values())


NOTHING_KNOWN = "patients, but no other column that we recognise"
"""Why a sheet with a patient column is not read."""


NO_PATIENT = "no patient column"
"""Why a sheet without one is not read."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a sheet was taken for.

    Attributes
    ----------
    tables
        The tables it feeds; none when it is ignored.
    fields
        For each table, which columns hold what.
    parameters
        Columns that hold one parameter each.
    hidden
        Columns that identify a person and are not read.
    why_not
        Why it is ignored.
    parts
        Where a sheet holds several kinds of rows: what each kind is, each with its own rows of the sheet.
    date_order
        Which of two numbers is the day, as the user said it for columns that nothing decides.
    notes
        (code, sentence) of what was taken for granted on the way.
    questions
        What a person would ask about the sheet.
    evidence
        By letter, why a column was taken for what it is; the sheet's own under "".
    left
        By letter, why a column is not read.
    """

    table: SheetTable
    layout: str | None
    tables: tuple[str, ...]
    fields: Mapping[str, Fields] = field(default_factory=dict)
    parameters: tuple[ParameterColumn, ...] = ()
    hidden: tuple[Column, ...] = ()
    why_not: str | None = None
    domain: str = ""
    parts: tuple["Recognised", ...] = ()
    date_order: Order | None = None
    notes: tuple[tuple[str, str], ...] = ()
    questions: tuple[Question, ...] = ()
    evidence: Mapping[str, str] = field(default_factory=dict)
    left: Mapping[str, str] = field(default_factory=dict)

    @property
    def role(self) -> str:
        """The tables joined by "+", or "ignored"."""
        return "+".join(self.tables) or "ignored"


def ignored(table: SheetTable, why_not: str, hidden: tuple[Column, ...] = ()) -> Recognised:
    """Return a sheet that is not read."""
    return Recognised(table, None, (), why_not=why_not, hidden=hidden)


def rows_of(found: Recognised, places: Ints) -> Recognised:
    """Return some rows of a sheet, taken for the same; two columns may come from one of the sheet."""
    table = found.table.take(places)
    new = {id(old): cut for old, cut in zip(found.table.columns, table.columns, strict=True)}
    read = [c for one in found.fields.values() for columns in one.values() for c in columns]
    for column in (*read, *(p.column for p in found.parameters)):
        if id(column) not in new:
            new[id(column)] = replace(column, cells=column.cells.take(places))
    fields: dict[str, Fields] = {
        name: {f: tuple(new[id(c)] for c in columns) for f, columns in one.items()}
        for name, one in found.fields.items()
    }
    parameters = tuple(replace(p, column=new[id(p.column)]) for p in found.parameters)
    return replace(found, table=table, fields=fields, parameters=parameters)
