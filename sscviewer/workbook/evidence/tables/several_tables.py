"""A sheet that holds several tables → a sheet for each: below the first, beside it, one form again and again.

A part keeps its place: its rows and columns have the numbers and letters of the sheet it was cut from.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from sscviewer.model.sentence import say
from sscviewer.workbook.child.unseen import Unseen
from sscviewer.workbook.evidence.tables.first_table import are_headings_of_patients
from sscviewer.workbook.evidence.tables.form_above import facts_above, first_row_of_form
from sscviewer.workbook.evidence.tables.guide import find_describing
from sscviewer.workbook.evidence.tables.header import SEARCHED_ROWS, find_header
from sscviewer.workbook.evidence.words.arm_words import is_arm
from sscviewer.workbook.evidence.words.patient_words import names_patients
from sscviewer.workbook.evidence.words.tokens import english
from sscviewer.workbook.evidence.words.visit_names import visit_label
from sscviewer.workbook.findings import Findings
from sscviewer.workbook.values.cells import EMPTY, Cells, Sheet, as_text, letter, place
from sscviewer.workbook.values.words import is_number, split_heading

_MOST_GAPS = 200
"""A sheet with more empty rows than these is spaced out, not divided."""

_NARROWEST = 2
"""Fewer columns beside a table are remarks to it."""

_TIMES = frozenset({"visit", "date", "day", "week", "month", "year", "time", "start", "onset"})

_LONGEST_TITLE = 60
"""Characters: a longer text above a table is a remark about it, which would make an odd name of a sheet."""

_MOST_NAMED = 8
"""So many headings of a part are named."""


@dataclass(frozen=True, slots=True)
class _Block:
    """A table of a sheet: its first row and the one behind its last, counted from 0; likewise its columns."""

    top: int
    bottom: int
    left: int
    right: int
    title: str
    headings: tuple[str, ...]


def divided(sheets: Sequence[Sheet], findings: Findings) -> tuple[Sheet, ...]:
    """Return the sheets, each table of a sheet that holds several as a sheet of its own, and say so."""
    return tuple(part for sheet in sheets for part in _divided(sheet, findings))


def _divided(sheet: Sheet, findings: Findings) -> tuple[Sheet, ...]:
    if find_describing(sheet):
        return (sheet,)
    blocks = [block for left, right in _beside(sheet) for block in _below(sheet, left, right)]
    if len(blocks) < 2:
        return (sheet,)
    names = _names(sheet.name, blocks)
    if names[0] != sheet.name:
        _tell_form(sheet, blocks, names, findings)
    else:
        for block, name in zip(blocks[1:], names[1:], strict=True):
            _tell(sheet, block, name, findings)
    return tuple(_part(sheet, block, name) for block, name in zip(blocks, names, strict=True))


def _tell_form(sheet: Sheet, blocks: Sequence[_Block], names: Sequence[str], findings: Findings) -> None:
    headings = ", ".join(f"“{text}”" for text in blocks[0].headings[:_MOST_NAMED])
    findings.add(
        "info",
        "sheet.one_form",
        say(
            "Sheet “{name}” holds {n} tables with the same headings ({headings}), each under a "
            "title of its own: each was read as a sheet, “{first_name}” to “{last}”.",
            name=sheet.name,
            n=len(blocks),
            headings=headings,
            first_name=names[0],
            last=names[-1],
        ),
        sheet=names[0],
    )


def _tell(sheet: Sheet, block: _Block, name: str, findings: Findings) -> None:
    headings = ", ".join(f"“{text}”" for text in block.headings[:_MOST_NAMED])
    first, last = letter(block.left), letter(block.right - 1)
    findings.add(
        "info",
        "sheet.second_table",
        say(
            "Rows {top} to {bottom}, columns {first} to {last}, of sheet “{name}” are a table "
            "with headings of its own ({headings}): it was read as a sheet of its own, called "
            "“{other}”.",
            top=sheet.above + block.top + 1,
            bottom=sheet.above + block.bottom,
            first=first,
            last=last,
            name=sheet.name,
            headings=headings,
            other=name,
        ),
        sheet=name,
    )


def _names(sheet: str, blocks: Sequence[_Block]) -> list[str]:
    """Return what the parts are called: by their titles; the first one of different tables is the sheet.

    The names do not change when the next export has more rows. Titles of tables without a patient column
    may be people's names, which have no digit; they are not used.
    """
    first, *others = blocks
    form = all(block.headings == first.headings for block in others)
    shown = [block.title for block in blocks]
    if not are_headings_of_patients(first.headings):
        shown = [text if _is_code(text) else "" for text in shown]
    if len(set(shown)) < len(shown) or (form and not all(shown)):
        shown = ["" for _ in blocks] if form else [text if shown.count(text) == 1 else "" for text in shown]
    names = [f"{sheet}: {text or f'table {i + 1}'}" for i, text in enumerate(shown)]
    return names if form else [sheet, *names[1:]]


def _is_code(text: str) -> bool:
    return any(map(str.isdigit, text)) or bool(visit_label(text)) or is_arm(text)


def _beside(sheet: Sheet) -> Iterator[tuple[int, int]]:
    """Yield the first column, and the one behind the last, of tables beside one another."""
    blank = [column.is_blank for column in sheet.columns]
    edges = [i for i in range(1, len(blank)) if blank[i - 1] and not blank[i]]
    left = 0
    for i, edge in enumerate(edges):
        right = edges[i + 1] if i + 1 < len(edges) else len(blank)
        if _is_other_table(sheet, (left, edge), (edge, right)):
            yield left, edge
            left = edge
    yield left, len(blank)


def _is_other_table(sheet: Sheet, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Return whether columns begin a table of their own, beside the one left of them.

    Each names the patients. Where both name the same ones row by row, visit by visit, what says no time of
    its own belongs to the visits left of it.
    """
    if min(b - a for a, b in (one, other)) < _NARROWEST:
        return False
    here, there = (_patients(sheet, *block) for block in (one, other))
    if here is None or there is None:
        return False
    (first, _), (second, headings) = here, there
    patients = first.texts[first.texts != ""]
    is_repeated = len(set(patients)) < len(patients)
    return not is_repeated or _says_time(headings) or bool((first.texts != second.texts).any())


def _says_time(headings: Sequence[str]) -> bool:
    return any(_TIMES & set(english(text)) for text in headings)


def _patients(sheet: Sheet, left: int, right: int) -> tuple[Cells, list[str]] | None:
    """Return the patient column of a block of columns, and all headings; None where none names patients."""
    top = [row[left:right] for row in sheet.first_rows(SEARCHED_ROWS)]
    row = find_header(top)
    if row is None or not are_headings_of_patients(top[row]):
        return None
    column = next(i for i, text in enumerate(top[row]) if text and names_patients(split_heading(text)))
    return sheet.columns[left + column], top[row]


def _below(sheet: Sheet, left: int, right: int) -> Iterator[_Block]:
    """Yield the tables below one another in some columns of a sheet; what has no headings is one."""
    columns = sheet.columns[left:right]
    top = [row[left:right] for row in sheet.first_rows(SEARCHED_ROWS)]
    row = find_header(top)
    if row is None:
        yield _Block(0, sheet.n_rows, left, right, "", ())
        return
    filled = replace(sheet, columns=columns).filled_rows()
    begins = _other_headings(columns, filled, row) or _same_headings(columns, filled, row)
    rows = [row, *(heads for _, heads in begins)]
    starts = [int(filled[0]), *(start for start, _ in begins)]
    ends = [*(int(filled[filled < start][-1]) + 1 for start in starts[1:]), int(filled[-1]) + 1]
    for heads, start, end in zip(rows, starts, ends, strict=True):
        texts = _texts(columns, heads)
        headings = tuple(text for text in texts if text)
        yield _Block(start, end, left, right, _title(columns, heads), headings)


def _other_headings(
    columns: Sequence[Cells], filled: npt.NDArray[np.int64], row: int
) -> list[tuple[int, int]]:
    """Return where tables with other headings begin behind empty rows, and the rows of their headings."""
    gaps = filled[1:][np.diff(filled) > 1]
    gaps = gaps[gaps > row]
    first = {text.casefold() for text in _texts(columns, row) if text}
    found = []
    for gap in gaps.tolist() if len(gaps) <= _MOST_GAPS else ():
        heads = _headings_after(columns, gap, int(filled[-1]))
        said = {text.casefold() for text in _texts(columns, heads)} - {""} if heads else set()
        if heads and not said <= first:
            found.append((gap, heads))
    return found


def _headings_after(columns: Sequence[Cells], gap: int, last: int) -> int:
    """Return the row of headings behind an empty row, or below a title there; 0 where data go on."""
    for row in range(gap, min(gap + 2, last)):
        texts = _texts(columns, row)
        if are_headings_of_patients(texts):
            return row
        if sum(map(bool, texts)) > 1:
            break
    return 0


def _same_headings(
    columns: Sequence[Cells], filled: npt.NDArray[np.int64], row: int
) -> list[tuple[int, int]]:
    """Return where the first table's headings stand again, each time below a title of its own.

    Without titles that differ, repeated headings are those of pages of one table.
    """
    again = np.ones(len(columns[0]), dtype=bool)
    for cells in columns:
        again &= cells.codes == cells.codes[row]
    again[: row + 1] = False
    heads = np.flatnonzero(again).tolist()
    if heads and (starts := _forms(columns, row, heads)):
        return list(zip(starts, heads, strict=True))
    titles = [_title(columns, place) for place in (row, *heads)]
    if not heads or not all(titles) or len({text.casefold() for text in titles}) < len(titles):
        return []
    return [(place - 1, place) for place in heads]


def _forms(columns: Sequence[Cells], row: int, heads: Sequence[int]) -> list[int]:
    """Return where the form of a patient above each of some headings begins; none where one has no form."""
    starts = []
    for before, head in pairwise((-1, row, *heads)):
        rows = [_texts(columns, place) for place in range(before + 1, head)]
        first = first_row_of_form(rows, len(rows))
        if not facts_above(rows[first:], len(rows) - first):
            return []
        starts.append(before + 1 + first)
    return starts[1:]


def _title(columns: Sequence[Cells], row: int) -> str:
    """Return the only words on the row above some headings; "" without."""
    said = [text for text in _texts(columns, row - 1) if text] if row else []
    is_title = len(said) == 1 and len(said[0]) <= _LONGEST_TITLE and not is_number(said[0])
    return " ".join(said[0].split()) if is_title else ""


def _texts(columns: Sequence[Cells], row: int) -> list[str]:
    return [as_text(cells.unique_values[cells.codes[row]]).strip() for cells in columns]


def _part(sheet: Sheet, block: _Block, name: str) -> Sheet:
    """Return one table as a sheet; the columns left of it are empty."""
    rows = np.arange(block.top, block.bottom)
    empty = Cells(np.zeros(len(rows), dtype=np.int32), np.array([EMPTY], dtype=np.uint8), [""])
    columns = [empty] * block.left + [cells.take(rows) for cells in sheet.columns[block.left : block.right]]
    merged = tuple(
        ((top - block.top, left), (bottom - block.top, right))
        for (top, left), (bottom, right) in sheet.merged
        if block.top <= top and bottom < block.bottom and block.left <= left and right < block.right
    )
    above = sheet.above + block.top
    return Sheet(
        name,
        sheet.visible,
        len(rows),
        tuple(columns),
        merged,
        _unseen(sheet.unseen, block, above),
        sheet.labels[: block.right],
        above,
    )


def _unseen(unseen: Unseen, block: _Block, above: int) -> Unseen:
    """Return what the reader does not show of one table."""

    def is_in(cell: str) -> bool:
        column, row = place(cell)
        return block.left <= column < block.right and block.top <= row < block.bottom

    return replace(
        unseen,
        errors=[pair for pair in unseen.errors if is_in(pair[0])],
        formulas=[cell for cell in unseen.formulas if is_in(cell)],
        blank_formulas=[cell for cell in unseen.blank_formulas if is_in(cell)],
        hidden_columns=list(_clipped(unseen.hidden_columns, block.left, block.right)),
        hidden_rows=list(_clipped(unseen.hidden_rows, above, above + block.bottom - block.top)),
    )


def _clipped(ranges: Sequence[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield ranges (from 1, both ends in) as far as they lie between two places (from 0, the end out)."""
    for first, last in ranges:
        if first <= end and last > start:
            yield max(first, start + 1), min(last, end)
