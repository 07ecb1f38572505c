"""Gives the columns of a study's sheets the labels that its define.xml has for them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from sscviewer.workbook.child.coded import A_NUMBER

_SEARCHED_ROWS = 5
"""Data sets have their variables' names in the first row; somebody may have put a title above."""

_MOSTLY = 0.5
"""Share of a row's headings that must be variables of a data set which is not named like the sheet."""

Labels = Mapping[str, Mapping[str, str]]
"""{data set: {variable: label}}, names in capitals."""


def add_labels(frames: Sequence[Mapping[str, Any]], labels: Labels) -> int:
    """Put the labels into the sheets as the child sent them; return of how many sheets.

    Parameters
    ----------
    frames
        {"part": path of its file, "sheet": the sheet}. A data set is found by the name of sheet or file, else
        by its variables.
    """
    return sum(_add_to_sheet(frame["sheet"], PurePosixPath(frame["part"]).stem, labels) for frame in frames)


def _add_to_sheet(sheet: dict[str, Any], stem: str, labels: Labels) -> bool:
    rows = _first_rows(sheet)
    named = next((labels[name] for name in (sheet["name"].upper(), stem.upper()) if name in labels), None)
    known = [named] if named else list(labels.values())
    best: tuple[int, tuple[str, ...], Mapping[str, str]] = (0, (), {})
    for row in rows:
        filled = sum(bool(text) for text in row)
        for variables in known:
            count = sum(text in variables for text in row)
            if count > best[0] and (named or count >= _MOSTLY * filled):
                best = (count, row, variables)
    count, headings, labels_of = best
    if not count:
        return False
    own = sheet["labels"] or [""] * len(headings)
    sheet["labels"] = [labels_of.get(text) or before for text, before in zip(headings, own, strict=True)]
    return True


def _first_rows(sheet: Mapping[str, Any]) -> list[tuple[str, ...]]:
    """Return the first rows, their texts in capitals."""
    columns = []
    for codes, _, values, _ in sheet["columns"]:
        first = memoryview(codes).cast("i")[:_SEARCHED_ROWS].tolist()
        columns.append([str(values[i]).strip().upper() if i != A_NUMBER else "" for i in first])
    return list(zip(*columns, strict=True))


def merged(found: Sequence[Labels]) -> Labels:
    """Return the labels of several files (SDTM's and ADaM's); of a data set in both, the larger one."""
    sizes: Counter[str] = Counter()
    together: dict[str, Mapping[str, str]] = {}
    for labels in found:
        for name, variables in labels.items():
            if len(variables) > sizes[name]:
                sizes[name], together[name] = len(variables), variables
    return together
