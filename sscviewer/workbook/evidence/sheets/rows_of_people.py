"""Whether the rows of a sheet without patient numbers are people: or studies, counts, places, machines.

A list of patients says of each row who it is (sex, age, arm), follows it up (time and status) or measures the
same thing several times. A table of counts has each combination of its factors once; the rows of a review are
studies; rows named in words of their own are what the words say.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from sscviewer.model.questions import Question
from sscviewer.model.sentence import say
from sscviewer.workbook.evidence.columns.identities import is_identity
from sscviewer.workbook.evidence.columns.parameter_names import read_parameter_columns
from sscviewer.workbook.evidence.columns.profiles import Profile, groups_of, numbers_of, profile
from sscviewer.workbook.evidence.columns.times import UNITS, WITHIN_A_DAY
from sscviewer.workbook.evidence.patients.patient import ROWS_AS_PATIENTS, Patient
from sscviewer.workbook.evidence.patients.patient_rows import is_row_label, is_row_number, rows_as_patients
from sscviewer.workbook.evidence.sheets.fields import fields_of
from sscviewer.workbook.evidence.sheets.leftovers import occasions
from sscviewer.workbook.evidence.sheets.sheet_person import PERSON
from sscviewer.workbook.evidence.tables.header import Column, SheetTable, is_fact, is_known
from sscviewer.workbook.evidence.words.patient_words import NUMBERS, PEOPLE, THINGS
from sscviewer.workbook.evidence.words.tokens import english
from sscviewer.workbook.values.vocabulary import known_parameter, roles

_OLDEST = 120 * 12.0
"""In months; ages of things go beyond, and standardised ages below 0, in more than a few rows."""
_MOSTLY = 0.8
"""Share of ages that a person can have: one in five may be mistyped before rows are taken for things."""

_STUDIES = frozenset({"study", "trial", "author"})
_OF_STUDIES = frozenset({"name", "label", "reference", "first", "citation"})
_FEWEST_STUDIES = 4
"""Data pooled of two or three trials name as many; a review of three studies is taken for three patients."""
_PATIENTS_OF_A_STUDY = 4
"""A study has more patients on average; a review has a row or a few for each study."""

_COUNTED = frozenset({"frequency"})
"""What heads the counts of a table of counts, as statistics programs write it."""

_FEWEST_AGES = 8
"""So many ages that rise from row to row are a table by age; a few patients may lie so by chance."""

_ARM = frozenset({"TRT01P", "TRT01A"})
"""What is said of plants and animals in the laboratory as well."""

_FOLLOWED = frozenset({"time", "survival", "futime", "followup", *(set(UNITS) - WITHIN_A_DAY)})
_ENDED = frozenset(
    {
        *("status", "event", "death", "dead", "died", "relapse", "failure"),
        *("cens", "censor", "censored", "censoring", "delta"),
    }
)
"""What heads times of follow-up, and whether they ended in an event ("delta" in books on survival)."""

_DATA = 2 / 3
"""So many of the columns of a list of patients are numbers, or the same few words again and again."""


def said_of_people(columns: Sequence[Column], profiles: Mapping[str, Profile]) -> set[str]:
    """Return what the columns say of a person: sex, age, arm."""
    subjects = next(role for role in roles() if role.table == "subjects")
    found = fields_of(subjects, columns, profiles)
    said = set(found) & set(PERSON)
    return said if all(_are_ages(c, profiles[c.letter]) for c in found.get("AGE", ())) else said - {"AGE"}


def points_to_people(columns: Sequence[Column]) -> bool:
    """Return whether anything on a sheet without patients speaks of people at all.

    A code, a date, a heading that a trial's sheet has, what may identify a person, or a word that stands on
    several rows, as a patient does at several visits. A row of sums for each bank has none of it, and nobody
    wants to be asked which of its columns is the patient.
    """
    return any(
        (of := profile(c.cells)).kind in ("code", "date")
        or (of.kind == "term" and 4 <= 2 * of.distinct <= of.filled)
        or is_known(c.heading)
        or is_identity(c)
        or set(english(c.heading.written)) & (PEOPLE | NUMBERS)
        for c in columns
    ) or bool(said_of_people(columns, {c.letter: profile(c.cells) for c in columns}))


def may_be_patients(columns: Sequence[Column]) -> bool:
    """Return whether each row of numbers below headings may be a patient, though nothing says so.

    Not where words name the rows, or years do: then the rows are what these say.
    """
    told = [(c, profile(c.cells)) for c in columns if not is_row_number(c)]
    if any(not c.heading.written or (of.is_words and of.is_unique) for c, of in told):
        return False
    if any(
        of.kind == "whole" and of.is_unique and _YEARS[0] <= of.low <= of.high <= _YEARS[1] for _, of in told
    ):
        return False
    numeric = [of for _, of in told if of.is_numeric]
    return (
        len(numeric) > 1 and 2 * len(numeric) > len(told) and max(of.filled for of in numeric) >= _FEWEST_ROWS
    )


_FEWEST_ROWS = 10
"""Fewer rows of numbers are as well sums, or the months of a year."""

_YEARS = (1800, 2100)


def _are_ages(column: Column, profile: Profile) -> bool:
    if profile.low >= 0 and profile.high <= _OLDEST:
        return True
    ages = numbers_of(column.cells)[column.cells.codes]
    ages = ages[~np.isnan(ages)]
    return bool(len(ages)) and float(np.mean((ages >= 0) & (ages <= _OLDEST))) >= _MOSTLY


def are_people(table: SheetTable, columns: Sequence[Column], profiles: Mapping[str, Profile]) -> bool:
    """Return whether each row of a sheet without patient numbers is a person.

    A summary has a column of different words and cells such as "2 (13.3)".
    """
    if any(is_row_label(c) and profiles[c.letter].is_words for c in columns):
        return False  # the rows are what these words say: countries, cars
    told = [c for c in columns if not is_row_number(c)]
    if any(set(english(c.heading.written)) <= THINGS and not profiles[c.letter].is_unique for c in told):
        return False  # several rows of each plant
    named = {c.heading.full_key for c in told if c.heading.written}
    if len(table) < 2 or len(named) < len(told):
        return False
    numeric = [c for c in told if profiles[c.letter].is_numeric]
    again = [c for c in told if 0 < 2 * profiles[c.letter].distinct <= profiles[c.letter].filled]
    data = {c.letter for c in (*numeric, *again)}
    is_data = len(numeric) >= max(2, len(told) / 3) or len(data) >= max(2, _DATA * len(told))
    if not is_data or are_studies(columns, profiles, len(table)) or _are_counts(told, profiles):
        return False
    said = said_of_people(told, profiles)
    if said - _ARM or _are_followed(told, profiles) or (said and _are_measured(told, profiles)):
        return True
    visits = [p.visit for p in occasions(columns, profiles)] if len(numeric) >= max(2, len(told) / 3) else []
    return any(not visit.isdigit() for visit in visits) or bool(said and visits)


def _are_measured(columns: Sequence[Column], profiles: Mapping[str, Profile]) -> bool:
    """Return whether some column is a measurement of people that the program knows, in its range.

    Plants and machines have treatments too, and columns that are called like a measurement by chance.
    """
    for found in read_parameter_columns("", tuple(columns)):
        known, of = known_parameter(found.paramcd), profiles[found.column.letter]
        if known is None or not of.is_numeric:
            continue
        low, high = (
            (-np.inf if known.low is None else known.low),
            (np.inf if known.high is None else known.high),
        )
        if low <= of.low and of.high <= high and (known.unit or known.low is not None):
            return True
    return False


def are_studies(columns: Sequence[Column], profiles: Mapping[str, Profile], patients: int) -> bool:
    """Return whether rows are the studies of a review: a column names nearly as many studies as patients."""
    for column in columns:
        words, of = set(english(column.heading.written)), profiles.get(column.letter)
        words = {word.removesuffix("s") for word in words}
        if of is None or not words & _STUDIES or not words <= _STUDIES | _OF_STUDIES:
            continue
        if not of.is_numeric and of.distinct >= max(_FEWEST_STUDIES, patients / _PATIENTS_OF_A_STUDY):
            return True
    return False


def _are_counts(columns: Sequence[Column], profiles: Mapping[str, Profile]) -> bool:
    """Return whether the rows are a table of counts: each combination of its factors has one row."""
    if any(set(english(c.heading.written)) <= _COUNTED for c in columns):
        return True
    subjects = next(role for role in roles() if role.table == "subjects")
    said = fields_of(subjects, columns, profiles)
    person = {c.letter for name in PERSON for c in said.get(name, ())}
    factors = [c for c in columns if c.letter in person or not profiles[c.letter].is_numeric]
    if any(not c.cells.filled.all() for c in factors) or not factors:
        return False
    if len(factors) == 1:
        column = factors[0]
        is_age = column in said.get("AGE", ()) and len(column.cells) >= _FEWEST_AGES
        return is_age and profiles[column.letter].is_unique and _rises(column)
    levels = [groups_of(c.cells) for c in factors]
    n = len(levels[0])
    crossed = int(np.prod([len(np.unique(level)) for level in levels], dtype=float)) == n
    return n > len(factors) and crossed and len(np.unique(np.stack(levels), axis=1).T) == n


def _rises(column: Column) -> bool:
    """Return whether the numbers of a column rise from each row to the next."""
    return bool((np.diff(numbers_of(column.cells)[column.cells.codes]) > 0).all())


def _are_followed(columns: Sequence[Column], profiles: Mapping[str, Profile]) -> bool:
    """Return whether each row has a time of follow-up and whether it ended in an event."""
    times = [
        c
        for c in columns
        if profiles[c.letter].is_numeric
        and profiles[c.letter].low >= 0
        and 2 * profiles[c.letter].distinct > profiles[c.letter].filled
        and set(english(c.heading.written)) & _FOLLOWED
    ]
    ends = [
        c
        for c in columns
        if profiles[c.letter].distinct == 2
        and profiles[c.letter].kind in ("whole", "yes_no", "term")
        and set(english(c.heading.written)) & _ENDED
    ]
    dates = [c for c in columns if profiles[c.letter].kind == "date"]
    vital = [c for c in ends if profiles[c.letter].kind == "term"]  # "alive", "dead"
    return bool(times and ends) or bool(len(dates) > 1 and vital)


def with_rows_asked(
    table: SheetTable, found: Patient, columns: Sequence[Column], profiles: Mapping[str, Profile]
) -> Patient:
    """Return the patient that a form above a table names; rows without a time may be patients, and are asked.

    They are taken for patients where they say sex or age, or where the form counts them ("Subject: 6").
    """
    rows = [c for c in columns if not is_fact(c)]
    if len(table) < 2 or any(_says_when(c, profiles[c.letter]) for c in rows):
        return found
    name = table.name_of(found.column)
    text = say(
        "The rows of sheet “{sheet}” have neither visit nor date. Are they one patient's, as "
        "“{name}” above them says, or is each a patient?",
        sheet=table.sheet,
        name=name,
    )
    counted = found.column.cells.texts[0].strip() == str(len(table))
    each = bool(said_of_people(rows, profiles) & {"SEX", "AGE"}) or counted
    taken = ROWS_AS_PATIENTS if each else name
    question = Question("patient", table.sheet, found.column.letter, text, (name, ROWS_AS_PATIENTS), taken)
    return replace(rows_as_patients(table, rows) if each else found, questions=(question,))


_WHEN = frozenset({"visit", "date", "day", "week", "month", "year", "time", "hour", "minute", "timepoint"})
_BESIDE_WHEN = frozenset({"study", "number", "of", "name", "point", "id", "code", "start", "end"})


def _says_when(column: Column, of: Profile) -> bool:
    said = set(english(column.heading.name))
    return of.kind == "date" or bool(said & _WHEN and said <= _WHEN | _BESIDE_WHEN)
