"""What the mapping dialog shows of a workbook: texts only, prepared in the worker."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from sscviewer.model.questions import Answers
from sscviewer.workbook.evidence.columns.parameter_names import read_parameter_columns
from sscviewer.workbook.evidence.recognise import recognise_plain
from sscviewer.workbook.evidence.sheets.recognised import Recognised, ignored
from sscviewer.workbook.evidence.tables.header import Column, SheetTable
from sscviewer.workbook.findings import Findings
from sscviewer.workbook.layouts.parts import columns_as_read
from sscviewer.workbook.layouts.recognise_sheets import recognise_sheets
from sscviewer.workbook.layouts.sdtm import recognise_sdtm
from sscviewer.workbook.load import read_cells
from sscviewer.workbook.mapping.as_said import recognise_as_said
from sscviewer.workbook.mapping.guess import Confidence, confidence, guess_sheet, made_columns, names_of
from sscviewer.workbook.mapping.mapping import Columns, Mapping, ParameterMapping, SheetMapping
from sscviewer.workbook.mapping.match import match_sheets
from sscviewer.workbook.mapping.table import table_at, table_of
from sscviewer.workbook.mapping.words import known_roles
from sscviewer.workbook.values.cells import DATE, Cells, Sheet
from sscviewer.workbook.values.date_order import date_in_words
from sscviewer.workbook.values.dates_in_cells import Dates, read_dates
from sscviewer.workbook.values.values_in_cells import is_mostly_numeric, read_numbers
from sscviewer.workbook.values.vocabulary import common_columns, roles

MOST_VALUES = 40
"""So many different values of a column are shown at most; real columns of words have fewer."""

_LONGEST = 60


@dataclass(frozen=True, slots=True)
class ColumnPreview:
    """A column of the sheet.

    Attributes
    ----------
    values
        Its first different values, as written.
    numbers, dates
        What each of them is as a number ("" when none) and as a date.
    month_first
        The dates if the first number were the month; none where the column itself tells.
    n_filled, n_different
        How many rows hold anything, and how many different things.
    """

    letter: str
    name: str
    values: tuple[str, ...]
    numbers: tuple[str, ...]
    dates: tuple[str, ...]
    n_filled: int
    n_different: int
    is_numeric: bool
    is_hidden: bool
    month_first: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetPreview:
    """A sheet: how it was recognised, its columns, what they would be in each role.

    Attributes
    ----------
    made
        Names of columns that the layout makes of others.
    in_parts
        Whether the layout reads it as a whole: rows of several kinds, codes as their meanings.
    """

    name: str
    rows: int
    confidence: Confidence
    why: str
    guess: SheetMapping
    columns: tuple[ColumnPreview, ...]
    suggested: dict[str, Columns]
    parameters: tuple[ParameterMapping, ...]
    made: tuple[str, ...] = ()
    in_parts: bool = False


@dataclass(frozen=True, slots=True)
class MappingPreview:
    """A workbook: its sheets, the mapping to start from, the key under which one is kept."""

    file: str
    shape: str
    sheets: tuple[SheetPreview, ...]
    mapping: Mapping
    is_stored: bool


class Look:
    """A workbook that was read once, for previews of it; used in the worker."""

    def __init__(self, file: str, sheets: tuple[Sheet, ...]) -> None:
        self._file = file
        self._sheets = {sheet.name: sheet for sheet in sheets}

    def preview(
        self, mapping: Mapping | None = None, library: Path | None = None, answers: Answers = ()
    ) -> MappingPreview:
        """Return what to show: a mapping, else the one kept for this shape, else what was recognised.

        Answers go before those of the mapping.
        """
        sheets = tuple(self._sheets.values())
        recognised, shape, start = recognise_as_said(sheets, mapping, library, answers, Findings())
        entries = match_sheets(start, recognised, Findings())
        previews, chosen = [], []
        for old, entry in zip(recognised, entries, strict=True):
            found = self._at_header_of(entry, old)
            previews.append(sheet_preview(found))
            chosen.append(_for_this_file(entry, found) if entry else guess_sheet(found))
        is_stored = mapping is None and bool(start.sheets)
        in_force = replace(start, sheets=tuple(chosen))
        return MappingPreview(self._file, shape, tuple(previews), in_force, is_stored)

    def with_header(self, sheet: str, header_row: int) -> SheetPreview:
        """Return a sheet with its headings in another row; 0 when it has none."""
        return sheet_preview(_recognised(table_at(self._sheets[sheet], header_row)))

    def with_answers(self, sheet: str, answers: Answers) -> SheetPreview:
        """Return a sheet whose cells mean what the answers say."""
        found = recognise_sheets(tuple(self._sheets.values()), Findings(), answers)
        return sheet_preview(found[list(self._sheets).index(sheet)])

    def _at_header_of(self, entry: SheetMapping | None, old: Recognised) -> Recognised:
        sheet = self._sheets.get(old.table.sheet)
        if entry is None or not entry.tables:
            return old
        table = table_of(entry, sheet, old)
        return old if table is old.table else _recognised(table)


def look_at(
    path: Path,
    progress: Callable[[str, float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    password: str | None = None,
) -> Look:
    """Read a workbook for mapping it.

    Raises
    ------
    UnusableFile
        If it cannot be read at all.
    LoadCancelled
        If `cancelled` said so.
    """
    container, sheets = read_cells(path, Findings(), progress, cancelled, password)
    return Look(container.name, sheets)


def _recognised(table: SheetTable) -> Recognised:
    """Return what a sheet is whose headings the user pointed out."""
    if not table.columns:
        return ignored(table, "the sheet is empty")
    return recognise_sdtm(table) or recognise_plain(table)


def _for_this_file(entry: SheetMapping, found: Recognised) -> SheetMapping:
    """Return an entry under the sheet's present name; its columns stay, there or not."""
    own = guess_sheet(found)
    return replace(entry, name=own.name, fingerprint=own.fingerprint, header_row=own.header_row)


def sheet_preview(found: Recognised) -> SheetPreview:
    """Return what to show of a sheet."""
    table = found.table
    names = names_of(table)
    hidden = {c.letter for c in found.hidden}
    read = columns_as_read(found)
    letters = Counter(c.letter for c in table.columns)
    sure, why = confidence(found)
    guess = guess_sheet(found)
    parameters = guess.parameters or tuple(
        ParameterMapping(names[p.column.letter], p.paramcd, "", p.unit, p.visit)
        for p in read_parameter_columns(table.title, table.columns)
    )
    return SheetPreview(
        name=table.sheet,
        rows=len(table),
        confidence=sure,
        why=why,
        guess=guess,
        columns=tuple(
            _column(c, c.heading.written, False)
            if letters[c.letter] > 1  # halves of a column
            else _column(read.get(c.letter, c), names[c.letter], c.letter in hidden)
            for c in table.columns
        ),
        suggested={role: guess.fields.get(role) or _suggested(role, table, names) for role in known_roles()},
        parameters=parameters,
        made=tuple(made_columns(found)),
        in_parts=bool(found.parts),
    )


def _suggested(role: str, table: SheetTable, names: dict[str, str]) -> Columns:
    """Return which columns have the headings of a role's fields; some roles have only the common ones."""
    words = next((r.columns for r in roles() if r.table == role), {})
    found: Columns = {}
    for column in table.columns:
        keys = (column.heading.full_key, column.heading.key)
        field = next((f for known in (words, common_columns()) for k in keys if (f := known.get(k))), None)
        if field and field != "IGNORED":
            found[field] = (*found.get(field, ()), names[column.letter])
    return found


def _column(column: Column, name: str, is_hidden: bool) -> ColumnPreview:
    different, first = np.unique(column.cells.codes, return_index=True)
    filled = [c for c in different[np.argsort(first)] if column.cells.unique_texts[c].strip()]
    shown = _taken(column.cells, filled[:MOST_VALUES])
    numbers = read_numbers(shown)
    # day and month are told apart by the column as a whole
    whole = _taken(column.cells, filled)
    dates = read_dates(whole)
    other = read_dates(whole, assumed="month first") if dates.undecided else None
    n = len(shown)
    return ColumnPreview(
        letter=column.letter,
        name=name,
        values=tuple(_short(text) for text in shown.texts),
        numbers=tuple(
            "" if np.isnan(value) else f"{qualifier}{value:.10g}"
            for value, qualifier in zip(numbers.value, numbers.qualifier, strict=True)
        ),
        dates=_dates_in_words(dates, n),
        n_filled=int(column.cells.filled.sum()),
        n_different=len(filled),
        is_numeric=bool(n) and is_mostly_numeric(shown) and not bool((shown.kinds == DATE).any()),
        is_hidden=is_hidden,
        month_first=_dates_in_words(other, n) if other else (),
    )


def _dates_in_words(dates: Dates, n: int) -> tuple[str, ...]:
    return tuple(
        "ongoing" if dates.ongoing[i] else date_in_words(str(dates.first[i])[:10], str(dates.flag[i]))
        for i in range(n)
    )


def _taken(cells: Cells, codes: list[int]) -> Cells:
    """Return some of the different cells, once each, in the order given."""
    return cells.changed(
        np.arange(len(codes), dtype=np.int32),
        cells.unique_kinds[codes] if codes else np.zeros(0, dtype=np.uint8),
        [cells.unique_values[c] for c in codes],
    )


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1] + "…"
