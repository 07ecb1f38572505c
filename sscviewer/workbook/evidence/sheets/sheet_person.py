"""What a sheet says of the patient beside its records: who it is, its arm, how the trial ended for it."""

from collections.abc import Container, Mapping, Sequence

from sscviewer.workbook.evidence.columns.profiles import Profile
from sscviewer.workbook.evidence.columns.rising import is_plain_age, never_falls, unit_of_rising
from sscviewer.workbook.evidence.sheets.births import with_birth
from sscviewer.workbook.evidence.sheets.ends_beside import with_ends
from sscviewer.workbook.evidence.sheets.fields import arm_column, fields_of
from sscviewer.workbook.evidence.sheets.recognised import Fields
from sscviewer.workbook.evidence.sheets.sheet_columns import SheetColumns, letters_of
from sscviewer.workbook.evidence.tables.header import Column, is_fact
from sscviewer.workbook.evidence.words.tokens import tokens
from sscviewer.workbook.values.vocabulary import roles, standard

PERSON = ("AGE", "SEX", "RACE", "ETHNIC", "TRT01P", "TRT01A")
"""What sheets of other roles repeat of the patient on each row."""

_SIZE = ("HEIGHT", "WEIGHT")
"""What sheets of measurements repeat too; alone it does not say that rows are people."""


def add_person(sheet: SheetColumns, fields: dict[str, Fields], without: Container[str]) -> None:
    """Add what the sheet repeats of the patient on each row, where it is the same on each."""
    of_ends = set(fields) == {"disposition"}  # one row per patient, who it was beside how it ended
    if "subjects" in fields or "subjects" in without or not fields or not (sheet.grain.repeated or of_ends):
        return
    role = next(role for role in roles() if role.table == "subjects")
    used = sheet.used(*fields.values())
    free = tuple(c for c in sheet.rest if c.letter not in used and not sheet.grain.varies(c))
    wanted = {*PERSON, *_SIZE, "BRTHDTC", *(("SITEID",) if "measurements" in fields else ())}
    own = {n: c for n, c in fields_of(role, free, sheet.seen.profiles).items() if n in wanted}
    own = dict(with_birth(with_sex(own, free, sheet.seen.profiles), free, sheet.seen.profiles))
    if "AGE" not in own and "BRTHDTC" not in own:
        own |= _age_at_first(sheet)
    if not {"TRT01P", "TRT01A"} & set(own) and (arm := arm_column(free, sheet.seen.profiles)) is not None:
        own["TRT01A"] = (arm,)
    extra = _constants(sheet, free, own) if "measurements" in fields else ()
    if not own and not extra:
        return
    kept = letters_of(own) | {c.letter for c in extra}
    others = tuple(c for c in sheet.seen.table.columns if c.letter not in kept)
    person = {"USUBJID": (sheet.patient,), **own, "IGNORED": others}
    fields["subjects"] = {
        n: _spread(sheet, listed) if n in wanted else listed for n, listed in person.items()
    }
    for column in (*extra, *(c for listed in own.values() for c in listed)):
        sheet.seen.why.setdefault(column.letter, "the same on all rows of each patient")


def _age_at_first(sheet: SheetColumns) -> Fields:
    """Return the age of each patient at its first row, where each row has the age at it."""
    groups = sheet.grain.groups
    ages = [c for c in sheet.rest if is_plain_age(c) and sheet.grain.varies(c)]
    profiles = sheet.seen.profiles  # ages about their mean are below 0
    ages = [c for c in ages if profiles[c.letter].is_numeric and profiles[c.letter].low >= 0]
    ages = [c for c in ages if profiles[c.letter].high <= _OLDEST and never_falls(c, groups)]
    return {"AGE": (ages[0],)} if ages and unit_of_rising(ages[0], groups)[0] == "year" else {}


_OLDEST = 120
"""Years."""


def add_once(sheet: SheetColumns, fields: dict[str, Fields]) -> None:
    """Add what a sheet with one row per patient says of the patient beside what was measured."""
    used = set().union(*map(letters_of, fields.values()))
    if not any(c.letter not in used and not c.cells.is_blank for c in sheet.unnamed):
        return
    role = next(role for role in roles() if role.table == "subjects")
    free = tuple(c for c in sheet.unnamed if c.letter not in used)
    person = with_sex(sheet.role_fields(role, free), free, sheet.seen.profiles)
    fields["subjects"] = with_arm(sheet, person)


_BESIDE_PERSON = 2
"""Words of a heading of a sex that no word names ("m/w"): more speak of others ("Sex of the donor")."""


def with_sex(person: Fields, free: Sequence[Column], profiles: Mapping[str, Profile]) -> Fields:
    """Return what is said of a patient with the sex by its cells, where no heading names it."""
    if "SEX" in person:
        return person
    for column in free:
        of = profiles[column.letter]
        parts = tokens(column.heading.written)
        if of.kind != "term" or of.distinct != 2 or not 0 < len(parts) <= _BESIDE_PERSON:
            continue
        meant = {standard("sex", text.strip(), "") for text in column.cells.unique_texts if text.strip()}
        if meant == {"F", "M"} and all(len(part) == 1 for part in parts):
            return {**person, "SEX": (column,)}
    return person


def with_arm(sheet: SheetColumns, person: Fields) -> Fields:
    """Return what is said of a patient with the arm, where no heading names it letter by letter."""
    if {"TRT01P", "TRT01A"} & set(person):
        return person
    arm = arm_column(sheet.free(sheet.used(person)), sheet.seen.profiles)
    return person if arm is None else {**person, "TRT01A": (arm,)}


def add_ends(sheet: SheetColumns, fields: dict[str, Fields], without: Container[str]) -> None:
    """Add how the trial ended for each patient, where a list of patients says it."""
    if "disposition" in fields or "disposition" in without:
        return
    if "subjects" not in fields or sheet.grain.repeated:
        return
    used = sheet.used(*fields.values())
    fields |= with_ends(fields["subjects"], sheet.patient, sheet.free(used), sheet.seen.profiles)


def _constants(sheet: SheetColumns, free: tuple[Column, ...], own: Fields) -> tuple[Column, ...]:
    """Return further columns that say the same of a patient on each row."""
    named = letters_of(own)
    profiles = sheet.seen.profiles
    return tuple(
        c
        for c in free
        if c.letter not in named and profiles[c.letter].kind != "text"
        if profiles[c.letter].distinct > 1 or (is_fact(c) and profiles[c.letter].filled)
    )


def _spread(sheet: SheetColumns, columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Return columns in which the first row of each patient has what any row of the patient says."""
    return tuple(Column(c.letter, c.heading, sheet.grain.spread(c.cells)) for c in columns)
