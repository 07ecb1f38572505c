"""When the values of a row were taken: visits, dates, or numbers whose unit must be found."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from sscviewer.model.dates import DAYS_PER
from sscviewer.model.questions import Example, Question
from sscviewer.model.sentence import say
from sscviewer.workbook.evidence.columns.families import is_occasion
from sscviewer.workbook.evidence.columns.profiles import Groups, Profile, numbers_of, within
from sscviewer.workbook.evidence.tables.header import Column, SheetTable
from sscviewer.workbook.evidence.words.tokens import english, tokens
from sscviewer.workbook.evidence.words.visit_names import is_visit_number, read_visit
from sscviewer.workbook.values.cells import EMPTY, NUMBER, TEXT, Cells, as_text
from sscviewer.workbook.values.dates_in_cells import parse_date, read_dates
from sscviewer.workbook.values.vocabulary import read_toml
from sscviewer.workbook.values.words import split_heading

UNITS = ("minute", "hour", "day", "week", "month", "year")

WITHIN_A_DAY = frozenset({"minute", "hour"})
"""Times in these are no study days: each is a time of its own."""

TIME_UNITS = ("visits", "minutes", "hours", "days", "weeks", "months", "years")
"""What numbers that say when may be, as it is asked."""

_TIME_WORDS = frozenset(
    {"time", "occasion", "period", "wave", "session", "round", "timepoint", "since", "fu"}
)
_ANOTHER_THING = frozenset(
    {
        *("sex", "race", "country", "site", "centre", "center", "group", "stratum", "birth", "birthmonth"),
        *("treatment", "arm", "drug", "dose", "logdose", "conc", "concentration", "frequency"),
    }
)
_LEVELS = frozenset({"conc", "concentration", "concentrations"})
_MOST_HOURS = 72
"""Times beside concentrations that end within 72 are hours: three days hold most sampling. Hours beyond, of
drugs with a long half-life, are not told by their values, and 72 days or fewer are taken for hours."""
_DURATIONS = frozenset({"time", "day", "week", "month", "year"})
"""Words that head how long something took as well as when it was."""
_OF_THE_TRIAL = frozenset(
    {"study", "trial", "of", "since", "first", "dose", "start", "randomisation", "randomization", "enrolment"}
)
"""Words beside a unit in what heads the time in the trial: "Study day", "Days since first dose"."""
_STARTS = frozenset({"start", "tstart", "begin", "entry"})
"""What heads where a span of follow-up begins; many patients have one span only."""
_FEW_FALLS = 0.2
"""A row in five out of order is no slip of the pen."""
_MOST_VISITS = 60
"""Up to so many different times are visits; more are measured times, and each is a day of its own."""

_BREAKS = re.compile(r"[()\[\],;:]")
"""What parts a heading from its unit and from remarks: "Since first dose (days)"."""

_ENOUGH = 12
"""So many days, few of which patients share, are those on which they came, not the planned ones."""

_MONTHS_OF_TRIALS = frozenset({0, 1, 2, 3, 4, 6, 9, 12, 15, 18, 24, 30, 36, 48, 60, 72})
"""Visits in months are planned at these; 0, 6 and 12 are months far more often than weeks."""


@dataclass(frozen=True, slots=True)
class NumericTime:
    """A column of numbers that say when.

    Attributes
    ----------
    unit
        One of `UNITS`, or "visit" for numbers that only count.
    is_said
        Whether a heading says the unit; else it was judged and is asked.
    """

    column: Column
    unit: str
    is_said: bool


def visit_column(columns: Sequence[Column], profiles: Mapping[str, Profile], groups: Groups) -> Column | None:
    """Return the column whose words are visits, by its cells; None without one."""
    best, share = None, 0.5
    for column in columns:
        profile = profiles[column.letter]
        if profile.kind not in ("term", "code") or profile.distinct > _MOST_VISITS or profile.distinct < 2:
            continue
        known = _share_of_visits(column)
        if known > share and not within(column.cells, groups).constant:
            best, share = column, known
    return best or next((c for c in columns if _counts_visits(c, profiles[c.letter], groups)), None)


def by_their_words(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Return columns of visits, those first whose words are more of them visits: "Week 4" before "FU2A"."""
    return tuple(sorted(columns, key=lambda c: -_share_of_visits(c)))


def _share_of_visits(column: Column) -> float:
    texts = [t for t in column.cells.unique_texts if t.strip()]
    known = [_is_visit(text) for text in texts]
    if any(known):  # "V04" beside "BL"; alone V1 to V6 are also leads of an ECG
        known = [_is_visit(text) or is_visit_number(text) for text in texts]
    return sum(known) / len(texts) if texts else 0.0


def say_the_same_days(one: Column, other: Column) -> bool:
    """Return whether two columns of dates agree on nearly all of the rows that have both, if any."""
    first, second = (read_dates(c.cells).first for c in (one, other))
    both = ~np.isnat(first) & ~np.isnat(second)
    return bool(both.any()) and float((first == second)[both].mean()) >= _AGREE


_AGREE = 0.9
"""A form is entered on the day of the visit but for a few."""


def are_compact_dates(cells: Cells, of: Profile) -> bool:
    """Return whether all numbers of a column are days of this age or the last, as databases write them.

    20200115 is 15 January 2020. A patient's number may look so too: to be asked only of other columns.
    """
    if of.kind != "whole" or not _FIRST_COMPACT <= of.low <= of.high <= _LAST_COMPACT:
        return False
    return all(parse_date(f"{number:.0f}") for number in numbers_of(cells).tolist() if number == number)


_FIRST_COMPACT, _LAST_COMPACT = 19000101, 21001231

_COUNTED = re.compile(r"^(\D*[^\W\d_]\D*?)[\s_.-]*(\d{1,3})$")
"""The same word before a number in every cell: "Wizyta 1", "Wizyta 2"."""


def _counts_visits(column: Column, profile: Profile, groups: Groups) -> bool:
    """Return whether cells are one word and a number that rises within each patient, the same in all."""
    if profile.kind not in ("term", "code") or not 2 <= profile.distinct <= _MOST_VISITS:
        return False
    texts = [text.strip() for text in column.cells.unique_texts]
    counted = [_COUNTED.match(text) for text in texts if text]
    if not all(counted) or len({m[1].casefold() for m in counted if m}) > 1:
        return False
    numbers = [int(text.lstrip("0") or "0") if (text := _number_in(t)) else 0 for t in texts]
    kinds = np.array([NUMBER if t else EMPTY for t in texts], dtype=np.uint8)
    as_numbers = Cells(column.cells.codes, kinds, [float(n) for n in numbers])
    found = within(as_numbers, groups, ordered=True)
    shared = 2 * profile.distinct <= profile.filled
    named = bool(set(english(column.heading.written)) & (_TIME_WORDS | {"visit"}))
    return found.repeats and found.increasing and shared and (named or is_strict(as_numbers, groups))


def _number_in(text: str) -> str:
    match = _COUNTED.match(text)
    return match[2] if match else ""


def _is_visit(text: str) -> bool:
    found = read_visit(text)
    return found.months == found.months or found.avisit != text.strip() or is_occasion(text)


def said_time(table: SheetTable, columns: Sequence[Column]) -> NumericTime | None:
    """Return the column of numbers of which the user said in which unit they are; None without one."""
    for column in columns:
        unit = table.said("time_unit", table.name_of(column)).removesuffix("s")
        if unit in (*UNITS, "visit") and column.heading.written:
            return NumericTime(column, unit, is_said=True)
    return None


def numeric_time(
    columns: Sequence[Column], profiles: Mapping[str, Profile], groups: Groups
) -> NumericTime | None:
    """Return the column of numbers that says when each row was: by its heading, or as it rises."""
    scored = [
        (score, -i, c) for i, c in enumerate(columns) if (score := _score(c, profiles[c.letter], groups))
    ]
    if not scored:
        return None
    column = max(scored)[2]
    unit = unit_in(column)
    levels = any(set(english(c.heading.written)) & _LEVELS for c in columns if c is not column)
    return NumericTime(column, unit or unit_by_spacing(column.cells, of_levels=levels), bool(unit))


def _score(column: Column, profile: Profile, groups: Groups) -> float:
    if not profile.is_numeric or profile.distinct < 2:
        return 0.0
    words = set(english(column.heading.written)) - {"baseline", "from"}
    if words & set(UNITS):
        words -= _OF_THE_TRIAL
    named = bool(words & _TIME_WORDS) + 2.0 * (bool(words) and words <= {*UNITS, "visit", "number", "time"})
    found = within(column.cells, groups, ordered=True)
    if found.constant or not found.repeats or (not named and says_another_thing(column)):
        return 0.0
    if not found.increasing:
        return named if named >= 2 and not is_duration(column, groups) else 0.0
    if not named and not words & _STARTS and not _are_several(column, groups):
        return 0.0
    return named + 1.0 if named or (are_shared(profile) and is_strict(column.cells, groups)) else 0.0


def _are_several(column: Column, groups: Groups) -> bool:
    """Return whether most rows belong to patients with several; the numbers of a few rise by chance."""
    named = groups[column.cells.filled & (groups >= 0)]
    counts = np.bincount(named) if len(named) else np.zeros(1, dtype=np.int64)
    return 2 * int(counts[counts > 1].sum()) >= len(named)


def is_duration(column: Column, groups: Groups) -> bool:
    """Return whether "time" heads how long something took, not when it was: its numbers lie in no order.

    They rise and fall within the patients, and few are shared, as those of visits are. Where rows were
    shuffled their order says nothing.
    """
    if not set(english(column.heading.written)) <= _DURATIONS:
        return False
    rows = np.flatnonzero(column.cells.filled & (groups >= 0))
    values = numbers_of(column.cells)[column.cells.codes[rows]]
    if 3 * len(np.unique(values)) <= len(values) or not _are_in_order(groups[rows]):
        return False
    order = np.argsort(groups[rows], kind="stable")
    same = np.diff(groups[rows][order]) == 0
    falls = float(np.mean(np.diff(values[order])[same] < 0)) if same.any() else 0.0
    return _FEW_FALLS <= falls <= 1 - _FEW_FALLS


def _are_in_order(patient: Groups) -> bool:
    """Return whether rows lie by patient, or in rounds that have all patients in the same order."""
    n = len(np.unique(patient))
    in_blocks = int((np.diff(patient) != 0).sum()) + 1 == n
    return in_blocks or bool((patient == np.resize(patient[:n], len(patient))).all())


def is_named_time(column: Column) -> bool:
    """Return whether a heading speaks of a time: then numbers need not rise to say when."""
    return bool(set(english(column.heading.written)) & (_TIME_WORDS | set(UNITS)))


def says_another_thing(column: Column) -> bool:
    """Return whether a heading names what is neither who nor when: sex, arm, dose, centre.

    Their codes may rise within each pair of patients or block of rows, as visits do.
    """
    return bool(set(english(column.heading.written)) & _ANOTHER_THING)


def are_shared(of: Profile) -> bool:
    """Return whether patients share their times, as planned ones: each has three rows at least on average."""
    return 3 * of.distinct <= of.filled


def is_strict(cells: Cells, groups: Groups) -> bool:
    """Return whether no patient has the same number twice."""
    rows = np.flatnonzero(cells.filled & (groups >= 0))
    pairs = groups[rows] * len(cells.unique_values) + cells.codes[rows]
    return len(np.unique(pairs)) == len(rows)


def unit_in(column: Column) -> str:
    """Return the unit of time that a heading says; "" for none."""
    words = english(column.heading.written)
    if "age" in words and not set(words) & set(UNITS):
        return "year"  # patients measured at ages 8, 10, 12 and 14
    if (unit := _IN_BRACKETS.get(column.heading.bracket.casefold(), "")) and set(words) & _TIME_WORDS:
        return unit
    if words == ("min",):
        return "minute"  # "HR min" is the lowest
    return next((unit for unit in UNITS if unit in words), "visit" if "visit" in words else "")


_IN_BRACKETS = {
    **{"min": "minute", "h": "hour", "d": "day", "w": "week", "wk": "week", "mo": "month"},
    **{"y": "year", "yr": "year"},
}
"""Short units, which say so in a bracket only: "Time (h)"."""


def unit_by_spacing(cells: Cells, *, of_levels: bool) -> str:
    """Return the likeliest unit of numeric times by which numbers there are.

    Parameters
    ----------
    of_levels
        Whether concentrations were measured: those of a drug are followed for hours.
    """
    values = numbers_of(cells)
    values = np.unique(values[~np.isnan(values)])
    if of_levels and len(values) and values.max() <= _MOST_HOURS:
        return "hour"
    whole = bool((values == np.floor(values)).all())
    if whole and len(values) <= 20 and set(np.diff(values).tolist()) == {1.0}:
        return "visit"
    if whole and set(values.astype(int).tolist()) <= _MONTHS_OF_TRIALS:
        return "month"
    largest = float(values.max()) if len(values) else 0.0
    if whole and largest <= 2 * 52 and bool((values % 2 == 0).all()):
        return "week"
    return "year" if not whole and largest <= 40 else "day"


def time_question(table: SheetTable, found: NumericTime) -> Question:
    """Return the question which unit the numbers of a column have."""
    some = [as_text(v) for v in found.column.cells.unique_values if v != ""][:4]
    numbers = [(as_text(v), v) for v in found.column.cells.unique_values if isinstance(v, int | float)][:4]
    return Question(
        "time_unit",
        table.sheet,
        found.column.letter,
        say(
            "Are {some} in column “{written}” minutes, hours, days, weeks, months, years or "
            "numbers of visits?",
            some=", ".join(some),
            written=found.column.heading.written,
        ),
        TIME_UNITS,
        f"{found.unit}s",
        table.name_of(found.column),
        tuple(
            Example(text, tuple(_in_words(v, unit, found.column) for unit in TIME_UNITS))
            for text, v in numbers
        ),
    )


def _in_words(number: float, unit: str, column: Column) -> str:
    if unit == "visits":
        return say("visit {number:.6g}", number=number)
    if unit == "days" and _are_study_days(column):
        return say("study day {number:.6g}", number=number)
    if unit.removesuffix("s") in WITHIN_A_DAY:
        return f"{unit.removesuffix('s')} {number:.6g}"
    return say("study day {study_day:.6g}", study_day=study_day(number, unit.removesuffix("s")))


def as_visits(found: NumericTime) -> Column:
    """Return numeric times as names of visits ("Week 12"); numbers that only count stay as they are."""
    cells = found.column.cells
    if found.unit == "visit":
        return found.column
    kinds, values = cells.unique_kinds.copy(), list(cells.unique_values)
    for i, number in enumerate(numbers_of(cells).tolist()):
        if kinds[i] != EMPTY and number == number:
            kinds[i], values[i] = TEXT, f"{found.unit.capitalize()} {number:.6g}"
    return Column(found.column.letter, found.column.heading, cells.changed(cells.codes, kinds, values))


def as_study_days(found: NumericTime) -> Column:
    """Return measured times as study days: the day of time 0 is day 1, and there is no day 0.

    Days that are numbered from 1 on are study days as they stand.
    """
    cells = found.column.cells
    numbers = numbers_of(cells)
    if found.unit == "day" and _are_study_days(found.column):
        return found.column
    kinds, values = cells.unique_kinds.copy(), list(cells.unique_values)
    for i, number in enumerate(numbers.tolist()):
        if kinds[i] != EMPTY and number == number:
            kinds[i], values[i] = NUMBER, study_day(number, found.unit)
    heading = split_heading(f"{found.column.heading.written}, as study day")
    return Column(found.column.letter, heading, cells.changed(cells.codes, kinds, values))


def _are_study_days(column: Column) -> bool:
    """Return whether days are numbered from 1 on, not counted since a day that the heading names."""
    numbers = numbers_of(column.cells)
    return 1 in numbers and 0 not in numbers and not _names_a_day_0(column.heading.written)


def _names_a_day_0(heading: str) -> bool:
    """Return whether a heading names what days are counted from: "Days since first dose", not "From day".

    A word such as "from" with nothing before it and a day behind it says which day: "Post-treatment day".
    """
    since = frozenset(read_toml("languages")["counted"]["since"])
    for part in map(tokens, _BREAKS.split(heading)):
        for at in (at for at, word in enumerate(part) if word in since):
            after = [english(word) for word in part[at + 1 :] if not word.isdigit()]
            if after and ("day",) not in (after[:1] if at else after):
                return True
    return False


def study_day(number: float, unit: str) -> float:
    """Return a time in a unit ("hour", "day" ...) as a study day."""
    day = float(np.floor(number * DAYS_PER[unit] + 1e-9))
    return day + 1 if day >= 0 else day


def is_measured(found: NumericTime, profile: Profile) -> bool:
    """Return whether numeric times are measured ones, not visits that all patients share.

    Hours are no days: each is a time of its own, however many.
    """
    if found.unit in {"visit", *WITHIN_A_DAY}:
        return False
    is_actual = profile.filled >= _ENOUGH and 2 * profile.distinct > profile.filled
    return (found.unit == "day" and is_actual) or profile.distinct > _MOST_VISITS
