"""When the values of a sheet were taken, by its cells: added to what is known of its columns."""

from dataclasses import replace

from sscviewer.model.sentence import say
from sscviewer.workbook.evidence.columns.profiles import within
from sscviewer.workbook.evidence.columns.rising import begins_with_visits, is_age, unit_at_visits
from sscviewer.workbook.evidence.columns.spans import spans
from sscviewer.workbook.evidence.columns.times import (
    WITHIN_A_DAY,
    NumericTime,
    are_compact_dates,
    are_shared,
    as_study_days,
    as_visits,
    is_measured,
    is_named_time,
    is_strict,
    numeric_time,
    said_time,
    say_the_same_days,
    time_question,
    unit_in,
    visit_column,
)
from sscviewer.workbook.evidence.sheets.own_parameters import own_parameter
from sscviewer.workbook.evidence.sheets.sheet_columns import SheetColumns
from sscviewer.workbook.evidence.tables.header import Column


def find_visits(sheet: SheetColumns) -> None:
    """Add to what is known the column whose words are visits, where no heading says it."""
    if "VISIT" in sheet.by_value:
        return
    found = visit_column(sheet.free_of_values(), sheet.seen.profiles, sheet.grain.groups)
    if found is not None:
        sheet.visit = found
        sheet.by_value = {**sheet.by_value, "VISIT": (found,)}
        sheet.seen.why[found.letter] = "its words are visits"


def find_times(sheet: SheetColumns) -> None:
    """Add to the measurements the column that says when, by its cells, where no heading says it."""
    profiles, groups = sheet.seen.profiles, sheet.grain.groups
    said = said_time(sheet.seen.table, sheet.rest)
    if said is not None and not (is_age(said.column) and _is_irregular(sheet, said)):
        beside = sheet.by_value.get("VISIT", (said.column,))[0] is not said.column and _is_in_days(said)
        (_take_days_beside_visits if beside else take_time)(sheet, said)
    known = {"VISIT", "ADT", "ADY"} & set(sheet.by_value)
    if "ADY" not in known and known != {"VISIT", "ADT"}:
        time = numeric_time(sheet.free_of_values(), profiles, groups)
        if time is not None and sheet.in_width and not is_named_time(time.column):
            return  # each row has all visits: its number is that of a tooth, a side, a lesion
        is_sure = bool(known) or (time is not None and is_named_time(time.column))
        if "VISIT" in known:
            _take_days_beside_visits(sheet, time)
        elif (is_sure or not _take_spans(sheet)) and time is not None:
            take_time(sheet, time)
    find_dates(sheet)


def find_dates(sheet: SheetColumns) -> None:
    """Add to the measurements the dates that vary within a patient, where no heading says when they are from.

    Of several all must say the same days: the day of the visit and that of the test on it.
    """
    if not sheet.grain.repeated or "ADT" in sheet.by_value:
        return
    profiles = sheet.seen.profiles
    dates = [
        c
        for c in sheet.free_of_values()
        if (profiles[c.letter].kind == "date" or are_compact_dates(c.cells, profiles[c.letter]))
        and sheet.grain.varies(c)
    ]
    if dates and all(say_the_same_days(dates[0], c) for c in dates[1:]):
        sheet.by_value = {**sheet.by_value, "ADT": tuple(dates)}
        for column in dates:
            sheet.seen.why[column.letter] = "the only dates that vary within a patient"


def _is_in_days(time: NumericTime) -> bool:
    """Return whether numbers are times that have a study day: neither counts of visits nor times of a day."""
    return time.unit not in {"visit", *WITHIN_A_DAY}


def _is_irregular(sheet: SheetColumns, time: NumericTime) -> bool:
    """Return whether few patients share a time: an age then counts from the first one of each patient."""
    return time.unit != "visit" and not are_shared(sheet.seen.profiles[time.column.letter])


def take_time(sheet: SheetColumns, time: NumericTime) -> None:
    """Take a column of numbers for the time of the rows, and ask for its unit where none is said."""
    letter = time.column.letter
    sheet.seen.why[letter] = say("numbers that rise within each patient, in {unit}s", unit=time.unit) + (
        "" if time.is_said else " by their spacing"
    )
    sheet.unit = time.unit
    visits = as_visits(time)
    named: dict[str, tuple[Column, ...]] = {}
    if not is_measured(time, sheet.seen.profiles[letter]):
        named["VISIT"] = (visits,)
    if _is_in_days(time):
        named["ADY"] = (as_study_days(time),)
    sheet.replace(time.column, visits)
    kept = {n: tuple(c for c in listed if c is not time.column) for n, listed in sheet.by_value.items()}
    sheet.by_value = {**{n: listed for n, listed in kept.items() if listed}, **named}
    if not time.is_said:
        sheet.seen.questions.append(time_question(sheet.seen.table, time))
        sheet.seen.notes.append(
            (
                "time.unit",
                say(
                    "Column “{written}” says when, but not in what: its numbers were read as {unit}s.",
                    written=time.column.heading.written,
                    unit=time.unit,
                ),
            )
        )


def _take_spans(sheet: SheetColumns) -> bool:
    """Add the start of spans of follow-up as the time of their rows, their ends as a measurement, if any."""
    found = spans(sheet.free_of_values(), sheet.seen.profiles, sheet.grain.groups)
    if found is None:
        return False
    start, stop = found
    unit = unit_in(start)
    time = NumericTime(start, unit or "day", is_said=bool(unit))
    sheet.by_value = {**sheet.by_value, "ADY": (as_study_days(time),)}
    sheet.parameters = (*sheet.parameters, own_parameter(stop))
    sheet.seen.why[start.letter] = say("spans of follow-up begin, in {unit}s", unit=time.unit)
    sheet.seen.why[stop.letter] = "spans of follow-up end"
    names = say("“{written}” to “{written2}”", written=start.heading.written, written2=stop.heading.written)
    sheet.seen.notes.append(
        (
            "time.spans",
            say(
                "Rows are spans of follow-up, {names}: their values stand at the start of each.", names=names
            ),
        )
    )
    if not time.is_said:
        sheet.seen.questions.append(time_question(sheet.seen.table, time))
    return True


def _take_days_beside_visits(sheet: SheetColumns, time: NumericTime | None) -> None:
    """Add the study days of a column beside a column of visits: its heading says a time, or its unit."""
    if time is None or time.column.letter not in sheet.grain.varying:
        return
    if not time.is_said:
        if not _rises_with_visits(sheet, time.column):
            return
        time = replace(time, unit=unit_at_visits(time.column, sheet.by_value["VISIT"][0]))
        sheet.seen.questions.append(time_question(sheet.seen.table, time))
    if not _is_in_days(time):
        return
    sheet.seen.why[time.column.letter] = say(
        "numbers that rise within each patient, in {unit}s", unit=time.unit
    )
    sheet.by_value = {**sheet.by_value, "ADY": (as_study_days(time),)}


def _rises_with_visits(sheet: SheetColumns, column: Column) -> bool:
    """Return whether measured times under a heading of a time rise in each patient from about 0 on.

    Durations and counts do not, and times of the day begin elsewhere.
    """
    groups, of = sheet.grain.groups, sheet.seen.profiles[column.letter]
    rises = within(column.cells, groups, ordered=True).increasing and is_strict(column.cells, groups)
    if not (rises and of.kind == "number" and is_named_time(column)):
        return False
    return begins_with_visits(column, sheet.by_value["VISIT"][0], groups)
