"""Whether "2,458" is two and a half or two thousand: what the cells leave open, plausibility decides."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sscviewer.clinical.lab_units import si_factor
from sscviewer.model.arrays import Bools, Floats, Ints
from sscviewer.model.questions import Example, Question
from sscviewer.model.sentence import say
from sscviewer.workbook.evidence.tables.header import Column, SheetTable
from sscviewer.workbook.findings import Findings
from sscviewer.workbook.values.cells import TEXT, Cells, Texts
from sscviewer.workbook.values.number_text import Comma, Marks, doubtful_mark, has_footnote, parse_text
from sscviewer.workbook.values.values_in_cells import Numbers, marks_of, read_numbers
from sscviewer.workbook.values.vocabulary import conversions, known_parameter, percent_partner

_ENOUGH = 0.8
"""This part of the values that can be told must fit one reading only; the rest may be slips of typing."""

_LIMITS = 30.0
"""A result may be so many times beyond its limits and be right; a wrong mark makes it a thousand times."""

_LIVING = {
    "PLAT": (1.0, 3000.0),
    "WBC": (0.05, 900.0),
    "NEUT": (0.01, 500.0),
    "LYM": (0.01, 800.0),
    "HGB": (20.0, 260.0),
    "CREAT": (10.0, 3000.0),
    "K": (1.0, 12.0),
    "SODIUM": (90.0, 210.0),
    "CA": (0.4, 6.0),
    "MG": (0.1, 8.0),
    "PHOS": (0.05, 8.0),
    "ALB": (5.0, 80.0),
    "GLUC": (0.3, 120.0),
    "BILI": (0.5, 1200.0),
}
"""Low and high in SI units: wider than any patient has (a default). It can only tell a factor of a thousand;
enzymes and C-reactive protein, which do vary a thousandfold, are left to the limits beside them."""

_FEWEST = 3
"""Fewer undoubted values of a measurement say nothing of the doubtful ones."""
_HUNDREDS = 100.0

QUESTION = "number_mark"
MARKS: dict[str, Comma] = {"decimals": "decimal", "thousands": "thousands"}
"""What may be said of a mark that nothing in the column decides."""

Range = tuple[float, float]


def settled_numbers(
    cells: Cells,
    ranges: Sequence[tuple[Range, ...]],
    limits: tuple[Cells, ...] = (),
    tests: Texts | None = None,
    said: str = "",
) -> tuple[Numbers, Marks]:
    """Return the numbers of a column of results and what comma and dot mean in it.

    Parameters
    ----------
    ranges : (n,)
        Where each row's value can lie (`possible_ranges`), in the unit it is given in; none: not known.
    limits
        Columns of reference limits beside the results; they are taken to be written alike.
    tests : (n,)
        Which measurement each row is of; None where all are of one.
    said
        What the user said of marks that nothing decides: one of `MARKS`, "" for nothing.
    """
    marks = marks_of(cells, *limits)
    kind = _open_marks(cells, marks)
    if (kind == "").all():
        return read_numbers(cells, marks), marks
    texts = cells.texts
    beside = [read_numbers(column).value for column in limits if not _any_doubt(column)]
    others = _near_others(read_numbers(cells, marks).value, kind, tests)
    likely = [listed or near for listed, near in zip(ranges, others, strict=True)]
    settled: dict[str, Comma] = {
        mark: _vote(texts[kind == mark], _fits_at(np.flatnonzero(kind == mark), likely, beside))
        if (kind == mark).any() and was == "unknown"
        else was
        for mark, was in ((",", marks.comma), (".", marks.dot))
    }
    if said in MARKS:
        settled = {mark: MARKS[said] if was == "unknown" else was for mark, was in settled.items()}
    marks = Marks(settled[","], settled["."])
    if marks.comma == "decimal" and marks.dot == "unknown":
        marks = Marks("decimal", "thousands")
    return read_numbers(cells, marks), marks


def _near_others(values: Floats, kind: Texts, tests: Texts | None) -> list[tuple[Range, ...]]:
    """Return where doubtful values can lie among undoubted whole numbers of the same measurement.

    Whole numbers up to the hundreds go on with "1.250" as a thousand: far below them it cannot lie. Among
    small whole numbers "2.458" is no thousand. That far above hundreds nothing is impossible.
    """
    found: list[tuple[Range, ...]] = [()] * len(values)
    groups = np.full(len(values), "", dtype=object) if tests is None else tests
    for test in dict.fromkeys(groups[kind != ""].tolist()):
        same = groups == test
        plain = values[same & (kind == "") & ~np.isnan(values)]
        if len(plain) < _FEWEST or (plain != np.round(plain)).any():
            continue
        middle = float(np.median(plain))
        near = (middle / _LIMITS, np.inf) if plain.max() >= _HUNDREDS else (0.0, middle * _LIMITS)
        for row in np.flatnonzero(same & (kind != "")).tolist():
            found[row] = (near,)
    return found


def _open_marks(cells: Cells, marks: Marks) -> Texts:
    """Return the doubtful mark of each row's cell, "" for none; only marks that the column leaves open."""
    left_open = [mark for mark, was in ((",", marks.comma), (".", marks.dot)) if was == "unknown"]
    if not left_open:
        return np.full(len(cells), "", dtype=object)
    kind = np.full(len(cells.unique_values), "", dtype=object)
    for i in np.flatnonzero(cells.unique_kinds == TEXT).tolist():
        text = cells.unique_values[i]
        # looking for a mark first spares taking most texts apart
        if any(mark in text for mark in left_open):
            kind[i] = doubtful_mark(text)
    return kind[cells.codes]


def _any_doubt(cells: Cells) -> bool:
    return any(doubtful_mark(text) for text in cells.unique_texts)


@dataclass(frozen=True, slots=True)
class _Fits:
    """Where the values of some rows can lie."""

    ranges: tuple[tuple[Range, ...], ...]

    def __call__(self, values: Floats) -> tuple[Bools, Bools]:
        """Return which rows can be told and which values are possible."""
        told = np.array([bool(listed) for listed in self.ranges], dtype=bool)
        possible = [
            any(low <= value <= high for low, high in listed)
            for value, listed in zip(values.tolist(), self.ranges, strict=True)
        ]
        return told, np.array(possible, dtype=bool)


def _fits_at(rows: Ints, ranges: Sequence[tuple[Range, ...]], beside: list[Floats]) -> _Fits:
    found = []
    for row in rows.tolist():
        near = [float(values[row]) for values in beside if values[row] > 0]
        by_limits = ((min(near) / _LIMITS, max(near) * _LIMITS),) if near else ()
        found.append(ranges[row] or by_limits)
    return _Fits(tuple(found))


def _vote(texts: "np.ndarray[tuple[int], np.dtype[np.object_]]", fits: _Fits) -> Comma:
    as_decimal = np.array([parse_text(text, "decimal", "decimal").value for text in texts])
    as_thousands = np.array([parse_text(text, "thousands", "thousands").value for text in texts])
    told, decimal = fits(as_decimal)
    _, thousands = fits(as_thousands)
    for_decimal, for_thousands = (
        int((told & decimal & ~thousands).sum()),
        int((told & thousands & ~decimal).sum()),
    )
    votes = for_decimal + for_thousands
    if not votes or max(for_decimal, for_thousands) < _ENOUGH * votes:
        return "unknown"
    return "decimal" if for_decimal > for_thousands else "thousands"


def possible_ranges(paramcd: str, unit: str) -> tuple[Range, ...]:
    """Return where values of a parameter given in a unit can lie; none where that is not known.

    Without a unit: in any of the units that the parameter is given in.
    """
    if paramcd in _LIVING:
        factor = si_factor(paramcd, unit)
        low, high = _LIVING[paramcd]
        return ((low / factor, high / factor),) if factor else ()
    known = known_parameter(paramcd)
    if known is None or known.low is None or known.high is None:
        return ()
    if unit == known.unit:
        return ((known.low, known.high),)
    found = [
        ((known.low - offset) / factor, (known.high - offset) / factor)
        for (given, to), (factor, offset) in conversions().items()
        if to == known.unit and unit in ("", given)
    ]
    partner = known_parameter(percent_partner(paramcd) or "")
    if unit == "":
        found.append((known.low, known.high))
        if partner and partner.low is not None and partner.high is not None:
            found.append((partner.low, partner.high))
    return tuple(found)


def tell_open_marks(marks: Marks, column: Column, table: SheetTable, findings: Findings) -> None:
    """Say of a column that comma or dot may be of decimals or of thousands, and how it was read."""
    kind = _open_marks(column.cells, marks)
    for mark, meaning, was in (
        (",", marks.comma, "they are kept as text"),
        (".", marks.dot, "they are read as decimals"),
    ):
        rows = np.flatnonzero(kind == mark)
        if meaning != "unknown" or not rows.size:
            continue
        row = int(rows[0])
        findings.add(
            "warning",
            "number.mark",
            say(
                "“{text}” in “{heading}” may have decimals or thousands after its {mark}, and "
                "nothing in the column tells ({n} values); {was}. Write the unit, or one value "
                "without doubt.",
                text=column.cells.texts[row],
                heading=column.heading.written,
                mark=say("comma") if mark == "," else say("dot"),
                n=rows.size,
                was=was,
            ),
            sheet=table.sheet,
            cell=table.cell(column.letter, row),
        )
        findings.ask(_question(column, table, mark, [column.cells.texts[i] for i in rows.tolist()]))


def tell_footnotes(marks: Marks, column: Column, table: SheetTable, findings: Findings) -> None:
    """Say of a column that marks behind its numbers point to a footnote, which nobody has read."""
    marked = [
        kind == TEXT and has_footnote(text) and not np.isnan(parse_text(text, marks.comma, marks.dot).value)
        for text, kind in zip(column.cells.unique_values, column.cells.unique_kinds.tolist(), strict=True)
    ]
    rows = (
        np.flatnonzero(np.array(marked, dtype=bool)[column.cells.codes]) if any(marked) else np.zeros(0, int)
    )
    if rows.size:
        findings.add(
            "info",
            "number.footnote",
            say(
                "Numbers with a mark of a footnote in “{heading}”: {n} (the first is “{text}”); "
                "they are used, what the footnote says is not known.",
                heading=column.heading.written,
                n=rows.size,
                text=column.cells.texts[rows[0]],
            ),
            sheet=table.sheet,
            cell=table.cell(column.letter, int(rows[0])),
        )


def _question(column: Column, table: SheetTable, mark: str, texts: list[str]) -> Question:
    heading = column.heading.written
    return Question(
        QUESTION,
        table.sheet,
        column.letter,
        say(
            "Does the {what} of “{texts}” in column “{heading}” stand before decimals or thousands?",
            what=say("comma") if mark == "," else say("dot"),
            texts=texts[0],
            heading=heading,
        ),
        tuple(MARKS),
        "" if mark == "," else "decimals",
        table.name_of(column),
        tuple(
            Example(text, tuple(f"{parse_text(text, was, was).value:g}" for was in MARKS.values()))
            for text in list(dict.fromkeys(texts))[:_FEWEST]
        ),
    )
