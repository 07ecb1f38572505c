"""ADSL: one row per patient; how a patient ended, by whichever of the standard's variables say it."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from sscviewer.workbook.evidence.columns.profiles import known_share, profile
from sscviewer.workbook.evidence.sheets.ends_beside import COMPLETERS, by_flag
from sscviewer.workbook.evidence.tables.header import Column
from sscviewer.workbook.values.vocabulary import read_toml, standard

_NEARLY_ALL = 0.9
"""A column is a status if nearly all of its different words are; one odd word may be a centre's own."""

_COMPLETED = "COMPLETED"


def is_adsl(names: Iterable[str]) -> bool:
    """Return whether so many variables are those of a list of patients that it is one."""
    listed = set(read_toml("adam")["recognised"]["subjects"])
    count = 0
    for name in names:
        count += name in listed or any(pattern.search(name) for _, pattern in _patterns("subjects"))
    return count >= 2


def disposition_fields(by_name: Mapping[str, Column]) -> dict[str, tuple[Column, ...]]:
    """Return the columns that say how and when a patient ended; none when the sheet has none.

    The listed variables come first, then those whose names follow the standard's pattern (End of Period 02
    Status), then a column that holds nothing but words of a status.
    """
    found: dict[str, tuple[Column, ...]] = {}
    taken: set[str] = set()
    for field, listed in read_toml("adam")["columns"]["disposition"].items():
        of_pattern = [pattern for name, pattern in _patterns("disposition") if name == field]
        names = [n for n in listed if n in by_name]
        more = [n for n in by_name if n not in names and any(p.search(n) for p in of_pattern)]
        names += sorted(more, reverse=True)  # of several periods the last one tells how the trial ended
        columns = [by_name[n] for n in names if not by_name[n].cells.is_blank]
        if columns:
            found[field] = tuple(columns)
            taken.update(names)
    if "EOSSTT" not in found:
        free = [c for name, c in by_name.items() if name not in taken]
        status = next((c for c in free if _is_status(c)), None)
        flag = next((c for name, c in by_name.items() if COMPLETERS.match(name)), None)
        if status is not None:
            found["EOSSTT"] = (status,)
        elif flag is not None and not flag.cells.is_blank:
            found["EOSSTT"] = (by_flag(flag, [c for columns in found.values() for c in columns]),)
    return found if {"EOSSTT", "DSDECOD"} & set(found) else {}


def _is_status(column: Column) -> bool:
    of = profile(column.cells)
    if of.is_numeric or of.kind in ("date", "yes_no") or not of.filled:
        return False
    return known_share(column.cells, "status") >= _NEARLY_ALL and _COMPLETED in _standards(column)


def _standards(column: Column) -> set[str]:
    return {standard("status", text.strip(), "") for text in column.cells.unique_texts}


@cache
def _patterns(table: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return (column of ours, pattern of a variable's name) for a table."""
    listed = read_toml("adam")["patterns"][table]
    return tuple((name, re.compile(pattern)) for name, pattern in listed.items())
