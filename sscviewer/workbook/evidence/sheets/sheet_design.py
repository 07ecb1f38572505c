"""What tells the rows of one patient apart where no heading says it: the design of the trial, and ages."""

from collections.abc import Mapping

from sscviewer.model.sentence import say
from sscviewer.workbook.evidence.columns.crossed import (
    are_readings,
    as_readings,
    design_columns,
    says_time,
    together,
)
from sscviewer.workbook.evidence.columns.profiles import Groups, Profile
from sscviewer.workbook.evidence.columns.qualifier import combined, crossed_treatments, in_words, qualifiers
from sscviewer.workbook.evidence.columns.rising import (
    counts_up,
    days_since_first,
    is_age,
    rising_columns,
    unit_of_rising,
)
from sscviewer.workbook.evidence.columns.times import (
    UNITS,
    WITHIN_A_DAY,
    NumericTime,
    are_shared,
    as_visits,
    said_time,
    time_question,
    unit_in,
)
from sscviewer.workbook.evidence.sheets.recognised import Fields
from sscviewer.workbook.evidence.sheets.sheet_columns import SheetColumns
from sscviewer.workbook.evidence.sheets.sheet_times import take_time
from sscviewer.workbook.evidence.tables.header import Column
from sscviewer.workbook.evidence.words.reading_words import counts_readings
from sscviewer.workbook.evidence.words.tokens import english
from sscviewer.workbook.evidence.words.visit_names import read_visit

_TIMES = frozenset({"VISIT", "ADT", "ADY"})
_KEYS = ("USUBJID", "TEST", "VISIT", "ADT", "ADY", "ATPT")


def find_design(sheet: SheetColumns) -> None:
    """Add the columns that every patient was measured at: a time to the time, another to the series."""
    given = treatments(sheet, sheet.free(sheet.used(sheet.by_value)))
    profiles, groups = sheet.seen.profiles, sheet.grain.groups
    keys = [sheet.by_value[name][0] for name in _KEYS if name in sheet.by_value]
    free = [c for c in sheet.free(sheet.used(sheet.by_value)) if c not in given]
    if not _TIMES & set(sheet.by_value):
        free = [c for c in free if says_time(c) or not _counts(c, profiles[c.letter], groups)]
    found = design_columns(free, profiles, groups, [*keys, *given])
    readings = _readings(sheet, found, [*keys, *given])
    for column in readings:
        sheet.seen.why[column.letter] = "it counts the readings of each patient and time"
    found = tuple(c for c in found if c not in readings)
    when = tuple(c for c in found if says_time(c))
    others = tuple(c for c in found if c not in when)
    for column in found:
        sheet.seen.why[column.letter] = "every patient has each of its few cells equally often"
    if others or readings:
        named = (*(in_words(c, profiles[c.letter]) for c in others), *map(as_readings, readings))
        for column in given:
            sheet.seen.why[column.letter] = "what each patient was given, one after the other"
        sheet.by_value = {**sheet.by_value, "ATPT": (*sheet.by_value.get("ATPT", ()), *given, *named)}
    if when:
        _take_as_visits(sheet, when)


def with_qualifiers(sheet: SheetColumns, fields: Mapping[str, Fields]) -> Fields:
    """Return what is known of the values with the columns that tell values of one time apart.

    Levels of a design, or a time point that a heading names, may leave values doubled: a side of which some
    patients have one is no level of all, and tells them apart.
    """
    known, profiles = sheet.by_value, sheet.seen.profiles
    points = known.get("ATPT", ())
    named = [*(known[name][0] for name in _KEYS if name in known and name != "ATPT"), *points]
    used = sheet.used(*fields.values(), known)
    given = () if points else treatments(sheet, sheet.free(used))
    for column in given:
        sheet.seen.why[column.letter] = "what each patient was given, one after the other"
    free = sheet.free({*used, *(c.letter for c in given)})
    found = qualifiers(free, profiles, [*named, *given])
    if given and not found:  # which eye was treated is told by both
        found = qualifiers(free, profiles, named)
    for column in found:
        sheet.seen.why[column.letter] = "words that tell values of one patient and time apart"
    return {**known, "ATPT": (*points, *given, *found)} if given or found else known


def treatments(sheet: SheetColumns, free: tuple[Column, ...]) -> tuple[Column, ...]:
    """Return what patients were given in turn, where a column says it and the rows are values."""
    visit = sheet.by_value.get("VISIT", (None,))[0]
    return crossed_treatments(free, sheet.seen.profiles, sheet.grain.groups, visit)


def _readings(sheet: SheetColumns, found: tuple[Column, ...], keys: list[Column]) -> tuple[Column, ...]:
    """Return those columns of a design that count the readings of a patient, a time and the other levels.

    Where nothing says when, what counts up may be the time itself, and is no reading.
    """
    if not _TIMES & set(sheet.by_value):
        return ()
    rows = {c.letter: combined([*keys, *(o for o in found if o is not c)]) for c in found}
    return tuple(c for c in found if are_readings(c, sheet.seen.profiles[c.letter], rows[c.letter]))


def _counts(column: Column, of: Profile, groups: Groups) -> bool:
    """Return whether numbers count rows of each patient: visits, or readings, where nothing says when."""
    return counts_readings(column.heading.written) or counts_up(column, of, groups)


def _named(column: Column, of: Profile) -> Column:
    """Return a time in words: "Hour 2" of the column "Time (h)", "Date 2" of "Date"."""
    unit = unit_in(column) if of.is_numeric else ""
    if unit in UNITS and english(column.heading.written) != (unit,):
        return as_visits(NumericTime(column, unit, is_said=True))
    return in_words(column, of)


def find_rising(sheet: SheetColumns) -> None:
    """Add the age at each row, and the numbers that count visits, where nothing else says when.

    Visits that are only numbered have their time by the age.
    """
    visits = sheet.by_value.get("VISIT", ())[:1]
    timed = any(read_visit(t).months == read_visit(t).months for c in visits for t in c.cells.unique_texts)
    if timed or {"ADT", "ADY"} & set(sheet.by_value) or sheet.unit in WITHIN_A_DAY:
        return
    groups = sheet.grain.groups
    keys = [c for name in ("USUBJID", "TEST", "ATPT") for c in sheet.by_value.get(name, ())]
    free = [c for c in sheet.free(sheet.used(sheet.by_value)) if sheet.grain.varies(c)]
    time, count = rising_columns(free, sheet.seen.profiles, groups, keys)
    if visits:
        time, count = (time if time is not None and is_age(time) else None), None
    if time is not None:
        found = said_time(sheet.seen.table, [time]) or NumericTime(time, *unit_of_rising(time, groups))
        if visits or not are_shared(sheet.seen.profiles[time.letter]):
            _take_since_first(sheet, found)
        else:
            take_time(sheet, found)
    if count is not None:
        sheet.seen.why[count.letter] = "it counts the visits of nearly every patient"
        sheet.by_value = {**sheet.by_value, "VISIT": (count,)}


def _take_since_first(sheet: SheetColumns, time: NumericTime) -> None:
    """Take ages or times of each patient's own for the days since the first of them.

    Numbers of visits then have their time, and nobody is asked whether they are weeks.
    """
    sheet.seen.why[time.column.letter] = say(
        "it rises within the patients: {unit}s since the first of each", unit=time.unit
    )
    numbered = {c.letter for c in sheet.by_value.get("VISIT", ())}
    asked = [q for q in sheet.seen.questions if q.id != "time_unit" or q.column not in numbered]
    sheet.seen.questions = asked if time.is_said else [*asked, time_question(sheet.seen.table, time)]
    days = days_since_first(time.column, sheet.grain.groups, time.unit)
    sheet.by_value = {**sheet.by_value, "ADY": (days,)}


def _take_as_visits(sheet: SheetColumns, when: tuple[Column, ...]) -> None:
    """Add times to the visit: hour 1 of the visit "pre" is another time than hour 1 of "post"."""
    visits = sheet.by_value.get("VISIT", ())
    named = tuple(_named(c, sheet.seen.profiles[c.letter]) for c in when)
    one = together((*visits[:1], *named), sheet.grain.groups)
    known = {**sheet.by_value, "VISIT": (one, *visits, *named)}
    if not all(set(english(c.heading.written)) & WITHIN_A_DAY for c in when):
        known.pop("ADY", None)  # day 2 of the first date and of the second are two days
    sheet.by_value = known
