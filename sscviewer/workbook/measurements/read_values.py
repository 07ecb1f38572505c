"""Sheets of measured values → rows of `measurements`: one row per value, or one column per parameter.

What comes out still has the units of the file; `parameters.settle_parameters` makes one unit per parameter.
"""

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from sscviewer.model.replicates import reading
from sscviewer.model.sentence import say
from sscviewer.model.tables import ANALYSIS_VISIT
from sscviewer.workbook.evidence.columns.parameter_names import ParameterColumn, find_parameter
from sscviewer.workbook.evidence.sheets.recognised import Fields
from sscviewer.workbook.evidence.tables.header import Column
from sscviewer.workbook.evidence.words.calendar_names import calendar_date, open_days
from sscviewer.workbook.evidence.words.reading_words import counts_readings
from sscviewer.workbook.measurements.names_of_values import analysis_parameters, specimens_apart
from sscviewer.workbook.measurements.number_marks import (
    QUESTION,
    possible_ranges,
    settled_numbers,
    tell_footnotes,
    tell_open_marks,
)
from sscviewer.workbook.measurements.questionnaire import answered, read_haq_rows
from sscviewer.workbook.measurements.same_columns import columns_apart, told_reading
from sscviewer.workbook.measurements.series import QUALIFIERS, names_apart, series_apart
from sscviewer.workbook.rows.fields import SheetContext, Texts, dates_of, read_date, read_number, read_text
from sscviewer.workbook.rows.record_words import add_analysis_visits
from sscviewer.workbook.rows.translated import translate
from sscviewer.workbook.values.cells import Cells, as_objects, different
from sscviewer.workbook.values.values_in_cells import Numbers, read_numbers, read_units
from sscviewer.workbook.values.vocabulary import is_unit, standard, unit_of
from sscviewer.workbook.values.words import identifier

Mask = npt.NDArray[np.bool_]


def _times(context: SheetContext, fields: Fields) -> dict[str, npt.NDArray[Any]]:
    """Return VISIT, ADT, ADTF and ADY of each row."""
    n = len(context.table)
    data: dict[str, npt.NDArray[Any]] = {"VISIT": read_text(fields.get("VISIT", ()), n)}
    if "ADT" in fields:
        columns = fields["ADT"]
        data["ADT"], data["ADTF"], _ = read_date(context, columns, columns[0].heading.written)
    if "ADY" in fields:
        data["ADY"] = read_number(context, fields["ADY"])
    return data


def _references(context: SheetContext, letters: Texts | str, rows: npt.NDArray[np.int64]) -> Texts:
    """Return "Sheet!D4" of the values in some rows; `letters` one for all or one per row."""
    sheet, numbers = context.table.sheet, context.table.rows[rows].tolist()
    if isinstance(letters, str):
        return as_objects([f"{sheet}!{letters}{number}" for number in numbers])
    return as_objects([f"{sheet}!{a}{number}" for a, number in zip(letters, numbers, strict=True)])


def _take(columns: dict[str, npt.NDArray[Any]], rows: npt.NDArray[np.int64]) -> dict[str, npt.NDArray[Any]]:
    return {name: values[rows] for name, values in columns.items()}


def read_by_column(
    context: SheetContext, fields: Fields, parameters: tuple[ParameterColumn, ...]
) -> pd.DataFrame:
    """Return the values of a sheet with one column per parameter (and, in the wide layout, visit).

    A parameter column with a visit in its heading uses that visit, and that visit's date column if any.
    """
    times = _times(context, fields)
    if "ATPT" in fields:
        times["ATPT"] = _joined(fields["ATPT"], len(context.table))
    shared = {name: times[name] for name in ("ATPT",) if name in times}
    shared |= {
        name: read_numbers(fields[name][0].cells).value for name in ("ANRLO", "ANRHI") if name in fields
    }
    visit_dates = {p.visit: p.column for p in parameters if not p.paramcd}
    parts, has_value = [], np.zeros(len(context.table), dtype=bool)
    for parameter in columns_apart(parameters, context.table, context.findings):
        if not parameter.paramcd:
            continue
        ranges = [possible_ranges(parameter.paramcd, parameter.unit or "")] * len(context.table)
        said = context.table.said(QUESTION, context.table.name_of(parameter.column))
        numbers, marks = settled_numbers(parameter.column.cells, ranges, said=said)
        tell_open_marks(marks, parameter.column, context.table, context.findings)
        tell_footnotes(marks, parameter.column, context.table, context.findings)
        has_value |= numbers.filled
        own = _own_times(context, parameter, visit_dates) or times
        if which := told_reading(parameter):
            place = shared.get("ATPT", as_objects([""] * len(context.table)))
            own = {**own, "ATPT": as_objects([f"{at}, {which}".removeprefix(", ") for at in place])}
        parts.append(_one_column(context, parameter, numbers, {**shared, **own}))
    _report_no_values(context, has_value)
    if said := open_days(visit_dates):
        context.findings.add("info", "date.partial", said, sheet=context.table.sheet)
    frame = pd.concat(parts, ignore_index=True) if parts else pd.DataFrame({"USUBJID": [], "VISIT": []})
    return add_analysis_visits(frame)


def _own_times(
    context: SheetContext, parameter: ParameterColumn, visit_dates: dict[str, Column]
) -> dict[str, npt.NDArray[Any]] | None:
    if not parameter.visit:
        return None
    data: dict[str, npt.NDArray[Any]] = {"VISIT": as_objects([parameter.visit] * len(context.table))}
    if parameter.visit in visit_dates:
        column = visit_dates[parameter.visit]
        if calendar_date(parameter.visit):
            dates = dates_of(context, column)
            return {**data, "ADT": dates.first, "ADTF": dates.flag}
        data["ADT"], data["ADTF"], _ = read_date(context, (column,), column.heading.written)
    return data


def _one_column(
    context: SheetContext, parameter: ParameterColumn, numbers: Numbers, times: dict[str, npt.NDArray[Any]]
) -> pd.DataFrame:
    rows = np.flatnonzero(numbers.filled)
    column = parameter.column
    value = answered(parameter.paramcd, column.cells.texts[rows], _yes_as_one(column.cells, numbers)[rows])
    return pd.DataFrame(
        {
            "USUBJID": context.usubjid[rows],
            "SRCREF": _references(context, column.letter, rows),
            "PARAMCD": parameter.paramcd,
            "NAME": parameter.name or (column.heading.name if parameter.unit else column.heading.written),
            "AVAL": value,
            "AVALC": column.cells.texts[rows],
            "AVALQ": numbers.qualifier[rows],
            "AVALU": np.where(numbers.unit[rows] == "", parameter.unit or "", numbers.unit[rows]),
            "KIND": "other",
            "ROW": rows,
            **_take(times, rows),
        }
    )


def _yes_as_one(cells: Cells, numbers: Numbers) -> npt.NDArray[np.float64]:
    """Return the numbers of a column; yes is 1 and no is 0 where a column says nothing else."""
    said = {text.strip() for text in cells.first_texts(_FEW)} - {""}
    if len(cells.unique_values) >= _FEW or not said or not np.isnan(numbers.value).all():
        return numbers.value
    meaning = {text: _YES_NO.get(standard("yes_no", text, "")) for text in said}
    if len(said) > 2 or None in meaning.values():
        return numbers.value
    values = [meaning.get(text.strip(), np.nan) for text in cells.unique_texts]
    return np.array([np.nan if v is None else v for v in values], dtype=float)[cells.codes]


_FEW = 6
_YES_NO = {"Y": 1.0, "N": 0.0}


def _report_no_values(context: SheetContext, has_value: Mask) -> None:
    empty = int((~has_value).sum())
    if empty:
        first = int(np.flatnonzero(~has_value)[0])
        context.findings.add(
            "info",
            "row.no_values",
            say(
                "Rows without any measured value: {empty} (the first is row {first}); nothing is drawn for "
                "them.",
                empty=empty,
                first=context.table.rows[first],
            ),
            sheet=context.table.sheet,
        )


def read_by_row(context: SheetContext, fields: Fields, kind: str) -> pd.DataFrame:
    """Return the values of a sheet with one row per value: Test, Result, Unit."""
    n = len(context.table)
    result = fields["RESULT"][0]
    unit = read_units(fields["AVALU"][0].cells) if "AVALU" in fields else as_objects([""] * n)
    unit = np.where(unit == "", read_numbers(result.cells).unit, unit)
    bracket = result.heading.bracket
    unit = np.where(unit == "", unit_of(bracket) if bracket and is_unit(bracket) else "", unit)
    name = read_text(fields["TEST"], n)
    codes = _codes(name, unit)
    limits = {limit: fields[limit][0].cells for limit in ("ANRLO", "ANRHI") if limit in fields}
    said = context.table.said(QUESTION, context.table.name_of(result))
    beside = tuple(limits.values())
    which, pairs = different(codes, unit)
    tests = as_objects([" ".join(pair) for pair in pairs])[which]
    numbers, marks = settled_numbers(result.cells, _ranges(codes, unit), beside, tests, said)
    tell_open_marks(marks, result, context.table, context.findings)
    tell_footnotes(marks, result, context.table, context.findings)
    _report_without_value(context, fields, ~numbers.filled)
    rows = np.flatnonzero(numbers.filled & (name != ""))
    data: dict[str, npt.NDArray[Any]] = {
        "USUBJID": context.usubjid,
        "PARAMCD": codes,
        "NAME": name,
        "AVAL": numbers.value,
        "AVALC": result.cells.texts,
        "AVALQ": numbers.qualifier,
        "AVALU": unit,
        "KIND": as_objects([kind] * n),
        "ROW": np.arange(n),
        **_times(context, fields),
    }
    for limit, cells in limits.items():
        data[limit] = read_numbers(cells, marks).value
    if "ATPT" in fields:
        data["ATPT"] = _joined(fields["ATPT"], n)
    if "ABLFL" in fields:
        data["ABLFL"] = translate(read_text(fields["ABLFL"], n), "yes_no", "")
    frame = pd.DataFrame(_take(data, rows))
    frame["SRCREF"] = _references(context, result.letter, rows)
    return add_analysis_visits(names_apart(frame, context.findings))


def _ranges(codes: Texts, units: Texts) -> list[tuple[tuple[float, float], ...]]:
    """Return where the value of each row can lie."""
    which, pairs = different(codes, units)
    known = [possible_ranges(code, unit) for code, unit in pairs]
    return [known[i] for i in which.tolist()]


def _codes(names: Texts, units: Texts) -> Texts:
    """Return the PARAMCD of each test name; names we do not know make their own."""
    which, pairs = different(names, units)
    return as_objects([find_parameter(name, unit) or identifier(name) for name, unit in pairs])[which]


def _report_without_value(context: SheetContext, fields: Fields, empty: Mask) -> None:
    """Say how many rows were "not done" and how many have an empty result."""
    n = len(context.table)
    status = read_text(fields.get("STATUS", ()), n)
    not_done = empty & (translate(status, "not_done", "") == "Y")
    for where, code, words in (
        (not_done, "value.not_done", say("marked as not done")),
        (empty & ~not_done, "value.empty", say("with an empty result")),
    ):
        if where.any():
            first = context.table.rows[np.flatnonzero(where)[0]]
            context.findings.add(
                "info",
                code,
                say(
                    "Rows {words}: {n} (the first is row {first}); they hold no value to draw.",
                    words=words,
                    n=int(where.sum()),
                    first=first,
                ),
                sheet=context.table.sheet,
            )


def read_findings(context: SheetContext, fields: Fields, domain: str) -> pd.DataFrame:
    """Return the values of an SDTM findings domain: standard result first, original result as written."""
    n = len(context.table)
    value, qualifier, letters = _sdtm_values(fields, n)
    original = read_text((*fields.get("RESULT", ()), *fields.get("STANDARD", ())), n)
    filled = ~np.isnan(value) | (original != "")
    status = translate(read_text(fields.get("STATUS", ()), n), "not_done", "") == "Y"
    filled &= ~(status & np.isnan(value))
    _report_without_value(context, fields, ~filled)
    code = read_text(fields.get("CODE", fields.get("TEST", ())), n)
    unit = read_text(fields.get("AVALU", fields.get("RESULTU", ())), n)
    codes, name = _sdtm_codes(code), read_text((*fields.get("TEST", ()), *fields.get("CODE", ())), n)
    if domain == "QS":
        category = read_text(fields.get("CATEGORY", ()), n)
        codes, value = read_haq_rows(code, name, category, original, value)
    if domain == "BDS":
        codes, name, unit = analysis_parameters(code, name, unit)
    if domain != "QS":
        codes = _codes_apart(codes, code, name, unit)
    data: dict[str, npt.NDArray[Any]] = {
        "USUBJID": context.usubjid,
        "PARAMCD": codes,
        "NAME": name,
        "AVAL": value,
        "AVALC": original,
        "AVALQ": qualifier,
        "AVALU": _spelled(unit),
        "KIND": as_objects([_KINDS.get(domain, "other")] * n),
        "ROW": np.arange(n),
        "ATPT": _time_point(fields, n),
        "ABLFL": translate(read_text(fields.get("ABLFL", ()), n), "yes_no", ""),
        "SPEC": read_text(fields.get("SPECIMEN", ()), n),
        **{name: read_text(fields[name], n) for name in QUALIFIERS if name in fields},
        **_times(context, fields),
    }
    if domain == "BDS":
        data["VISITSRC"] = _visit_source(fields.get("VISIT", ()), n)
    if "DTYPE" in fields:
        data["DTYPE"] = as_objects([text.strip() for text in read_text(fields["DTYPE"], n)])
    for limit in ("ANRLO", "ANRHI"):
        if limit in fields:
            data[limit] = read_numbers(fields[limit][0].cells).value
    rows = np.flatnonzero(filled)
    frame = series_apart(specimens_apart(pd.DataFrame(_take(data, rows))))
    frame["SRCREF"] = _references(context, letters[rows], rows)
    return add_analysis_visits(frame)


def _visit_source(columns: tuple[Column, ...], n: int) -> Texts:
    """Return which rows have an analysis visit of the file's own (AVISIT)."""
    source = np.full(n, "", dtype=object)
    for column in columns:
        if column.heading.written.strip().upper() == "AVISIT":
            source[column.cells.filled] = ANALYSIS_VISIT
    return source


def _spelled(units: Texts) -> Texts:
    known = {unit: unit_of(unit) for unit in set(units)}
    return as_objects([known[unit] for unit in units])


_KINDS = {"VS": "vital", "LB": "lab", "RE": "lung"}


def _sdtm_codes(codes: Texts) -> Texts:
    known = {code: identifier(code) for code in set(codes)}
    return as_objects([known[code] for code in codes])


def _codes_apart(codes: Texts, written: Texts, names: Texts, units: Texts) -> Texts:
    """Return the codes with one of their own for each code of the file that means something else.

    Two codes of the file are one parameter only where name and unit agree as well: SODIUM and _SODIUM, or a
    test in two units, are kept apart. The one written as ours, else the first, keeps our code.
    """
    said = list(dict.fromkeys(zip(codes, written, names, units, strict=True)))
    meanings: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for code, own, name, unit in said:
        meanings.setdefault((code, own), set()).add((name.casefold().strip(), unit.casefold().strip()))
    taken = set(codes)
    new: dict[tuple[str, str], str] = {}
    for code, own in sorted(meanings, key=lambda pair: pair[0] != pair[1]):
        keeper = next((o for c, o in new if c == code and new[c, o] == code), None)
        if keeper is None or meanings[code, own] == meanings[code, keeper]:
            new[code, own] = code
            continue
        wanted = [identifier(own), *(f"{code}_{n}" for n in range(2, len(meanings) + 3))]
        new[code, own] = next(name for name in wanted if name not in taken)
        taken.add(new[code, own])
    return as_objects([new[pair] for pair in zip(codes, written, strict=True)])


def _sdtm_values(fields: Fields, n: int) -> tuple[npt.NDArray[np.float64], Texts, Texts]:
    """Return the number, its qualifier and its column's letter; the standard result goes first."""
    value, qualifier = np.full(n, np.nan), as_objects([""] * n)
    letters = as_objects([""] * n)
    for name in ("VALUE", "STANDARD", "RESULT"):
        if name == "RESULT" and "STANDARD" in fields:
            continue  # a standard result that is text is not replaced by a number in another unit
        for column in fields.get(name, ()):
            numbers = read_numbers(column.cells)
            take = np.isnan(value) & ~np.isnan(numbers.value)
            value = np.where(take, numbers.value, value)
            qualifier = np.where(take, numbers.qualifier, qualifier)
            letters = np.where(take, column.letter, letters)
    text = next((c.letter for name in ("RESULT", "STANDARD", "VALUE") for c in fields.get(name, ())), "A")
    return value, qualifier, np.where(letters == "", text, letters)


def _time_point(fields: Fields, n: int) -> Texts:
    """Return position and time point in one text, by which several readings of a day are told apart."""
    return _joined((*fields.get("POSITION", ()), *fields.get("TIMEPOINT", ())), n)


def _joined(columns: tuple[Column, ...], n: int) -> Texts:
    """Return what several columns say of each row in one text."""
    if not columns:
        return as_objects([""] * n)
    rows = list(zip(*map(_tells, columns), strict=True))
    said = {row: ", ".join(text.strip() for text in row if text.strip()) for row in set(rows)}
    return as_objects([said[row] for row in rows])


def _tells(column: Column) -> Texts:
    """Return what a column says of each row; of one that counts readings, that it does."""
    texts = column.cells.texts
    if not counts_readings(column.heading.written):
        return texts
    return as_objects([reading(text.strip()) if text.strip().isdigit() else text for text in texts])
