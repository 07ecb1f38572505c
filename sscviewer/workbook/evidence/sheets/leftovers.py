"""What no vocabulary knows is still data: numbers that vary, columns of one stem, "142/98"."""

import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from sscviewer.workbook.evidence.columns.families import (
    Occasion,
    canonical,
    families,
    occasion_of,
    whole_visits,
)
from sscviewer.workbook.evidence.columns.grain import Grain
from sscviewer.workbook.evidence.columns.parameter_names import (
    ParameterColumn,
    find_parameter,
    with_trailing_unit,
)
from sscviewer.workbook.evidence.columns.profiles import Groups, Profile, numbers_of, profile, within
from sscviewer.workbook.evidence.columns.times import is_duration
from sscviewer.workbook.evidence.sheets.own_parameters import fits, is_date_heading, own_code, own_parameter
from sscviewer.workbook.evidence.tables.header import Column, SheetTable
from sscviewer.workbook.evidence.words.calendar_names import calendar_date
from sscviewer.workbook.evidence.words.tokens import english, tokens
from sscviewer.workbook.evidence.words.visit_names import read_visit, visit_label
from sscviewer.workbook.values.cells import DATE, EMPTY, NUMBER, TEXT, Cells
from sscviewer.workbook.values.values_in_cells import read_numbers
from sscviewer.workbook.values.vocabulary import unit_of
from sscviewer.workbook.values.words import identifier, split_heading

_DEFAULT_NAME = re.compile(r"(?i)^(?:sheet|tabelle|feuil|hoja|foglio|planilha|folha|data|daten|工作表) ?\d*$")
"""What programs call a sheet when nobody does, which says nothing."""
_SPLIT = re.compile(r"^\s*(\d{1,3}(?:[.,]\d+)?)\s*/\s*(\d{1,3}(?:[.,]\d+)?)")
_PRESSURE = frozenset({"bp", "rr", "pressure", "blood", "blutdruck", "ta", "pa"})
_OTHER_TIMES = frozenset(
    {"time", "start", "end", "date", "occasion", "hour", "day", "week", "month", "year", "tstart", "tstop"}
)
_COUNTS = frozenset(
    {
        *("number", "id", "seq", "sequence", "index", "record", "form", "page", "line"),
        *("attempt", "replicate", "repetition", "rep"),
    }
)


_ALONE = frozenset({"t", "v", "m", "w", "d", "mo"})
"""Letters that head nothing but an occasion: "T0", "V1", "M6"; what was measured stands elsewhere."""
_UNITS = frozenset({"m", "w", "d", "mo"})
_ASKED = frozenset({"v"})
"""Variables are numbered so too: visits only on a sheet called as a known measurement, asked on others."""


_DESIGN = frozenset(
    {
        *(
            "plate",
            "batch",
            "lane",
            "well",
            "lot",
            "chip",
            "slide",
            "kit",
            "block",
            "stratum",
            "cage",
            "rack",
        ),
        *("row", "column", "array", "operator", "analyst", "technician", "box", "centre", "center", "site"),
    }
)
"""Where and by whom a sample was measured, numbered: nothing that was measured of the patient."""


def occasions(
    columns: Sequence[Column], profiles: Mapping[str, Profile], sheet: str = ""
) -> tuple[ParameterColumn, ...]:
    """Return the columns of families (x_pre, x_post) as measurements at the visits in their headings.

    Parameters
    ----------
    sheet
        Its name, which says what columns measure whose headings are visits and nothing else.
    """
    found = []
    listed = families(columns, profiles)
    what = sheet.strip() if sheet and not _DEFAULT_NAME.match(sheet.strip()) else ""
    alone = _ALONE if find_parameter(what, None) else _ALONE - _ASKED
    if {o.stem.casefold() for o in listed} <= (alone if what else _ALONE & _UNITS):
        listed = _with_whole(listed, columns, profiles)
        visits = (o.column.heading.written.strip() for o in listed)
        listed = tuple(
            replace(o, stem=what or "Value", visit=visit, is_bare=False)
            for o, visit in zip(listed, visits, strict=True)
        )
    if not listed:
        what = what or "Value"
        listed = tuple(replace(o, stem=what) for o in whole_visits(columns, profiles))
    listed = _of_one_spelling(listed)
    timed = {o.stem.casefold() for o in listed if read_visit(visit_label(o.visit)).months > 0}
    for one in listed:
        heading = split_heading(one.stem)
        code = find_parameter(heading.name, unit_of(heading.bracket)) or find_parameter(one.stem, None)
        unit = unit_of(heading.bracket) if heading.bracket else None
        if not code and (found_with := with_trailing_unit(one.stem)):
            code, unit = found_with
        visit = visit_label(one.visit) if not one.is_bare and visit_label(one.visit) else one.visit
        if one.stem.casefold() in timed and canonical(one.visit) in ("before", "baseline"):
            visit = "Baseline"
        code = code if code and fits(code, profiles[one.column.letter]) else ""
        found.append(ParameterColumn(one.column, code or own_code(heading.name), unit, visit, one.stem))
    return (
        *found,
        *_dates_of(found, {o.visit: p.visit for o, p in zip(listed, found, strict=True)}, columns, profiles),
    )


def _with_whole(
    listed: tuple[Occasion, ...], columns: Sequence[Column], profiles: Mapping[str, Profile]
) -> tuple[Occasion, ...]:
    """Return the occasions with those whose headings say one in words: "BL" beside "M3" and "M6"."""
    if not listed:
        return listed
    have = {o.column.letter for o in listed}
    return (*(o for o in whole_visits(columns, profiles) if o.column.letter not in have), *listed)


def _dates_of(
    found: Sequence[ParameterColumn],
    visits: Mapping[str, str],
    columns: Sequence[Column],
    profiles: Mapping[str, Profile],
) -> list[ParameterColumn]:
    """Return when the occasions were: the day that is their heading, or the one column of dates of each.

    Parameters
    ----------
    visits
        {occasion as its heading has it: visit}.
    """
    days = [(p, day) for p in found if (day := calendar_date(p.visit))]
    if days:
        return [ParameterColumn(_on_day(p.column, day), "", None, p.visit) for p, day in days]
    dated: dict[str, dict[str, Column]] = defaultdict(dict)
    for column in columns:
        one = occasion_of(column) if profiles[column.letter].kind == "date" else None
        if one is not None and one.visit in visits:
            dated[one.stem.casefold()][visits[one.visit]] = column
    most = max(dated.values(), key=len, default={})
    alone = sum(len(of) == len(most) for of in dated.values()) == 1
    return [ParameterColumn(c, "", None, visit) for visit, c in most.items()] if alone else []


def _on_day(column: Column, day: str) -> Column:
    n = len(column.cells)
    kind = DATE if len(day) == _WHOLE_DAY else TEXT
    return replace(column, cells=Cells(np.zeros(n, dtype=np.int32), np.array([kind], dtype=np.uint8), [day]))


_WHOLE_DAY = len("2020-01-31")


def _of_one_spelling(listed: tuple[Occasion, ...]) -> tuple[Occasion, ...]:
    """Return occasions of the same meaning under one name, but for those that one measurement has both of.

    "end_x" beside "post_y" is one visit; "post_x" beside "fup_x" are two.
    """
    spelled: dict[str, str] = {}
    of_stem: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in listed:
        spelled.setdefault(canonical(one.visit), one.visit)
        of_stem[(one.stem.casefold(), canonical(one.visit))].add(one.visit)
    apart = {meaning for (_, meaning), visits in of_stem.items() if len(visits) > 1}
    return tuple(
        o if canonical(o.visit) in apart else replace(o, visit=spelled[canonical(o.visit)]) for o in listed
    )


def dated_singles(columns: Sequence[Column], profiles: Mapping[str, Profile]) -> tuple[ParameterColumn, ...]:
    """Return known measurements whose heading names an occasion of which a date stands by.

    "Baseline haemoglobin" beside "Date of baseline sample" is a value of that day; alone it says who the
    patient is.
    """
    found = []
    for column in columns:
        one = occasion_of(column) if profiles[column.letter].is_numeric else None
        code = find_parameter(one.stem, None) if one is not None and not one.is_bare else None
        dates = [c for c in columns if profiles[c.letter].kind == "date"] if code else []
        dates = [c for c in dates if one is not None and one.visit in english(c.heading.written)]
        if one is None or not code or len(dates) != 1 or not fits(code, profiles[column.letter]):
            continue
        visit = visit_label(one.visit) or one.visit
        found += [ParameterColumn(column, code, None, visit), ParameterColumn(dates[0], "", None, visit)]
    found = found or _of_one_form(columns, profiles)
    return tuple({p.column.letter: p for p in found}.values())


def _of_one_form(columns: Sequence[Column], profiles: Mapping[str, Profile]) -> list[ParameterColumn]:
    """Return known measurements whose headings begin like that of their form's date ("unsvis_date")."""
    dates = [c for c in columns if profiles[c.letter].kind == "date" and len(tokens(c.heading.written)) > 1]
    first = [tokens(c.heading.written)[0] for c in dates]
    found: list[ParameterColumn] = []
    for date, form in zip(dates, first, strict=True):
        if first.count(form) > 1 or "date" not in english(date.heading.written):
            continue
        for column in columns:
            parts = tokens(column.heading.written)
            code = find_parameter(" ".join(parts[1:]), None) if parts[:1] == (form,) else None
            if code and profiles[column.letter].is_numeric and fits(code, profiles[column.letter]):
                found += [ParameterColumn(column, code, None, form), ParameterColumn(date, "", None, form)]
    return found


def leftover_parameters(
    columns: Sequence[Column],
    profiles: Mapping[str, Profile],
    grain: Grain,
    when: Cells | None,
    *,
    one_visit: bool = False,
) -> tuple[ParameterColumn, ...]:
    """Return the columns of numbers, or of yes and no, that vary within a patient, each a measurement.

    Numbers that only count rows or say another time are none.

    Parameters
    ----------
    when
        The sheet's dates, where it has any: a column that counts the rows of a day is no measurement.
    one_visit
        Whether the sheet is one visit of several sheets; then nothing varies within a patient on it.
    """
    kept = []
    for column in columns:
        of = profiles[column.letter]
        varies = one_visit or grain.varies(column)
        if not (of.is_numeric or of.kind == "yes_no") or not varies:
            continue
        if is_date_heading(column) and not is_duration(column, grain.groups):
            continue
        words = set(english(column.heading.name))
        if words & _COUNTS or not column.heading.written or (words & _DESIGN and of.kind == "whole"):
            continue
        if words & _OTHER_TIMES and within(column.cells, grain.groups, ordered=True).increasing:
            continue
        if when is not None and of.is_numeric and _counts_rows(column.cells, grain.groups, when):
            continue
        kept.append(own_parameter(column))
    return tuple(kept)


_MOST_COUNTED = 60
"""No trial has more visits."""


def counts_visits(numbers: Column, visits: Column) -> bool:
    """Return whether numbers count the visits: 1, 2, 3, each beside one visit of several rows."""
    of = profile(numbers.cells)
    if of.kind != "whole" or not 2 <= of.distinct <= _MOST_COUNTED:
        return False
    pairs = set(zip(numbers.cells.codes.tolist(), visits.cells.codes.tolist(), strict=True))
    values = np.unique(numbers_of(numbers.cells)[numbers.cells.codes])
    if 2 * len(values) > len(numbers.cells) or not bool((np.diff(values) == 1).all()):
        return False
    return len(pairs) == len(values) == len({visit for _, visit in pairs})


def _counts_rows(cells: Cells, groups: Groups, when: Cells) -> bool:
    """Return whether the rows of every day of every patient are numbered 1, 2, 3 and so on, some to 2."""
    numbers = read_numbers(cells).value
    days: dict[tuple[int, int], list[float]] = defaultdict(list)
    for patient, day, number in zip(groups.tolist(), when.codes.tolist(), numbers.tolist(), strict=True):
        if patient >= 0 and not math.isnan(number):
            days[patient, day].append(number)
    numbered = all(sorted(found) == list(range(1, len(found) + 1)) for found in days.values())
    return numbered and any(len(found) > 1 for found in days.values())


def names_measurements(column: Column) -> bool:
    """Return whether most of the different cells are names of measurements that the program knows."""
    texts = [text for text in column.cells.unique_texts if text.strip()]
    known = sum(find_parameter(text, None) is not None for text in texts)
    return len(texts) > 1 and 2 * known >= len(texts)


_MOST_WORDS = 8
"""A column of more different words is a remark rather than an answer."""


def answers(
    columns: Sequence[Column], profiles: Mapping[str, Profile], grain: Grain
) -> tuple[ParameterColumn, ...]:
    """Return the columns of a few words that vary within a patient, each what was asked at every time."""
    return tuple(
        own_parameter(column)
        for column in columns
        if profiles[column.letter].kind == "term"
        and 2 <= profiles[column.letter].distinct <= _MOST_WORDS
        and 2 * profiles[column.letter].distinct <= profiles[column.letter].filled
        and grain.varies(column)
        and column.heading.written
    )


def split_pairs(
    table: SheetTable, columns: tuple[Column, ...], profiles: dict[str, Profile]
) -> tuple[SheetTable, tuple[Column, ...], tuple[ParameterColumn, ...]]:
    """Return the table with each column of pairs ("142/98") as two of numbers, and what they measure."""
    found: list[ParameterColumn] = []
    new: dict[str, tuple[Column, ...]] = {}
    for column in columns:
        if profiles[column.letter].kind != "pair" and not table.said("split_pairs", table.name_of(column)):
            continue
        label = _visit_in(column)
        halves = _halves(column)
        new[column.letter] = tuple(p.column for p in halves)
        found += [replace(p, visit=label) for p in halves]
    if not new:
        return table, columns, ()
    kept = tuple(c for old in table.columns for c in new.get(old.letter, (old,)))
    opened = tuple(c for old in columns for c in new.get(old.letter, (old,)))
    for letter, halves_of in new.items():
        profiles[letter] = profile(halves_of[0].cells)
    written = {c.letter: c.heading.written for c in columns if c.letter in new} | dict(table.written)
    return replace(table, columns=kept, written=written), opened, tuple(found)


def _visit_in(column: Column) -> str:
    """Return the visit that a heading such as "BP Visit 2" names behind what was measured."""
    parts = column.heading.written.split(" ", 1)
    return (visit_label(parts[1]) or "") if len(parts) == 2 else ""


def _halves(column: Column) -> tuple[ParameterColumn, ParameterColumn]:
    words = set(english(column.heading.written))
    name = column.heading.written
    if words & _PRESSURE:
        named = (("SYSBP", "Systolic blood pressure"), ("DIABP", "Diastolic blood pressure"))
    else:
        code = identifier(name)
        named = ((f"{code}_1", f"{name}, first"), (f"{code}_2", f"{name}, second"))
    halves = []
    for i, (code, text) in enumerate(named):
        cells = _half(column.cells, i + 1)
        unit = "mmHg" if words & _PRESSURE else None
        heading = split_heading(f"{name}, {('first', 'second')[i]}")
        halves.append(ParameterColumn(Column(column.letter, heading, cells), code, unit, name=text))
    return halves[0], halves[1]


def _half(cells: Cells, group: int) -> Cells:
    kinds, values = cells.unique_kinds.copy(), list(cells.unique_values)
    for i, text in enumerate(cells.unique_texts):
        if kinds[i] != EMPTY and (match := _SPLIT.match(text)):
            kinds[i], values[i] = NUMBER, float(match[group].replace(",", "."))
    return cells.changed(np.asarray(cells.codes), kinds, values)
