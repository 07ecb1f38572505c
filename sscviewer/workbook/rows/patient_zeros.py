"""Patient numbers that lost their leading zeros: Excel makes the number 12 of "0012" typed into a cell.

Only such numbers are taken for the patient they belong to, and only where there is one such patient. Numbers
that are written in two ways otherwise stay two patients (`contradictions.patients.written_alike`).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from sscviewer.model.counted import counted
from sscviewer.model.sentence import say
from sscviewer.workbook.evidence.sheets.recognised import Fields, Recognised
from sscviewer.workbook.evidence.tables.header import Column
from sscviewer.workbook.findings import Findings
from sscviewer.workbook.values.cells import NUMBER, TEXT, Cells


@dataclass(frozen=True, slots=True)
class _Written:
    """How a patient's number is written, and where first."""

    text: str
    srcref: str


def restore_zeros(recognised: Iterable[Recognised], findings: Findings) -> list[Recognised]:
    """Return the sheets with the leading zeros of patient numbers put back where another sheet has them."""
    listed = list(recognised)
    with_zeros = _with_zeros(listed)
    if not with_zeros:
        return listed
    return [_restored(found, with_zeros, findings) if found.tables else found for found in listed]


def _patient_column(found: Recognised) -> Column:
    return next(iter(found.fields.values()))["USUBJID"][0]


def ids_of(found: Recognised) -> Iterator[tuple[str, int, str]]:
    """Give each different patient number of a sheet: text, kind and first cell."""
    column = _patient_column(found)
    codes, first = np.unique(column.cells.codes, return_index=True)
    for code, row in zip(codes.tolist(), first.tolist(), strict=True):
        text = column.cells.unique_texts[code].strip()
        yield text, int(column.cells.unique_kinds[code]), f"{column.letter}{found.table.rows[row]}"


def _with_zeros(recognised: Iterable[Recognised]) -> dict[str, _Written]:
    """Return {number without its zeros: how it is written with them}, where that is one patient only."""
    ways: dict[str, dict[str, _Written]] = defaultdict(dict)
    for found in recognised:
        for text, kind, cell in ids_of(found) if found.tables else ():
            if text.isascii() and text.isdigit() and kind == TEXT:
                ways[text.lstrip("0")].setdefault(text, _Written(text, f"{found.table.sheet}!{cell}"))
    # "12" typed as text beside "0012" may be somebody else
    only = {bare: next(iter(texts.values())) for bare, texts in ways.items() if len(texts) == 1 and bare}
    return {bare: written for bare, written in only.items() if written.text != bare}


def _restored(found: Recognised, with_zeros: Mapping[str, _Written], findings: Findings) -> Recognised:
    ids = list(ids_of(found))
    as_text = {text for text, kind, _ in ids if kind == TEXT}
    lost = [
        (text, cell)
        for text, kind, cell in ids
        if kind == NUMBER and text in with_zeros and with_zeros[text].text not in as_text
    ]
    if not lost:
        return found
    text, cell = lost[0]
    like = with_zeros[text]
    many = counted(len(lost), "patient number is", "patient numbers are")
    findings.add(
        "warning",
        "id.zeros_lost",
        say(
            "{many} written without leading zeros here and with them elsewhere (such as {text} "
            "here and {other} in {cell}); they were taken for the same patients.",
            many=many,
            text=text,
            other=like.text,
            cell=like.srcref,
        ),
        sheet=found.table.sheet,
        cell=cell,
        usubjid=like.text if len(lost) == 1 else "",
    )
    return with_ids(found, {text: with_zeros[text].text for text, _ in lost}, NUMBER)


def with_ids(found: Recognised, new: Mapping[str, str], kind: int) -> Recognised:
    """Return a sheet, and its parts, with other patient numbers in cells of a kind (NUMBER or TEXT)."""
    old = _patient_column(found)
    column = replace(old, cells=_renamed(old.cells, new, kind))
    columns = tuple(column if c.letter == old.letter else c for c in found.table.columns)
    fields: dict[str, Fields] = {
        name: {f: tuple(column if c.letter == old.letter else c for c in listed) for f, listed in one.items()}
        for name, one in found.fields.items()
    }
    parts = tuple(with_ids(part, new, kind) for part in found.parts)
    return replace(found, table=replace(found.table, columns=columns), fields=fields, parts=parts)


def _renamed(cells: Cells, new: Mapping[str, str], kind: int) -> Cells:
    kinds, values = cells.unique_kinds.copy(), list(cells.unique_values)
    for i, text in enumerate(cells.unique_texts):
        if kinds[i] == kind and text.strip() in new:
            kinds[i], values[i] = TEXT, new[text.strip()]
    return cells.changed(cells.codes, kinds, values)
