"""Records beside one another: "AE1", "AE1 start", "AE2", "AE2 start" are two events of a patient."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from sscviewer.model.sentence import say
from sscviewer.workbook.evidence.columns.identities import is_identity
from sscviewer.workbook.evidence.columns.profiles import profile
from sscviewer.workbook.evidence.patients.patient import Patient
from sscviewer.workbook.evidence.patients.patient_by_cells import patient_by_cells
from sscviewer.workbook.evidence.patients.patient_column import find_patient
from sscviewer.workbook.evidence.recognise import recognise_plain
from sscviewer.workbook.evidence.sheets.fields import fields_of, has_needs, with_term
from sscviewer.workbook.evidence.sheets.recognised import Fields, Recognised
from sscviewer.workbook.evidence.tables.header import Column, SheetTable
from sscviewer.workbook.evidence.words.tokens import tokens
from sscviewer.workbook.layouts.parts import combine
from sscviewer.workbook.values.vocabulary import Role, roles
from sscviewer.workbook.values.words import Heading, split_heading

_TERMS = {
    "adverse_events": ("AETERM", "AEDECOD"),
    "medications": ("CMTRT", "CMDECOD"),
    "history": ("MHTERM", "MHDECOD"),
}
"""The fields that say what a record is of; a repeat in which they are blank is none."""

_NUMBER = re.compile(r"[\s_.#-]*\d+[\s_.#-]*")


@dataclass(frozen=True, slots=True)
class _Groups:
    """The fields of one kind of record, by the number of the repeat."""

    table: str
    repeats: Mapping[int, Fields]

    @property
    def letters(self) -> set[str]:
        return {c.letter for one in self.repeats.values() for listed in one.values() for c in listed}


def recognise_groups(table: SheetTable) -> Recognised | None:
    """Return what a sheet is in which records stand beside one another; None when none do.

    Each repeat is a part of the sheet with the rows on which it is filled; what else the sheet holds is read
    as if the repeats were not there.
    """
    numbered = _numbered([c for c in table.columns if not is_identity(c)])
    listed = [found for role in roles() if role.table in _TERMS and (found := _groups_of(role, numbered))]
    if not listed:
        return None
    taken = set[str]().union(*(groups.letters for groups in listed))
    rest = replace(table, columns=tuple(c for c in table.columns if c.letter not in taken))
    shown = tuple(c for c in rest.columns if not is_identity(c))
    profiles = {c.letter: profile(c.cells) for c in shown}
    named = find_patient(rest, shown, profiles)
    patient = named or patient_by_cells(rest, shown, profiles, of_people=True)
    if patient is None:
        return None
    whole = recognise_plain(rest, ask=named is None)
    parts = [whole] if whole.tables else list(_patients(rest, patient))
    parts += (part for groups in listed for part in _parts(table, patient, groups))
    note = ("records.in_width", _note(listed))
    made = combine(table, "wide", parts, whole)
    return replace(
        made, notes=(*whole.notes, note), questions=whole.questions, evidence=_evidence(whole, listed)
    )


def _numbered(columns: Sequence[Column]) -> dict[str, dict[int, Column]]:
    """Return the columns whose headings hold one number, by what else they hold and by the number."""
    found: dict[str, dict[int, Column]] = defaultdict(dict)
    for column in columns:
        parts = tokens(column.heading.written)
        numbers = [part for part in parts if part.isdigit()]
        stem = " ".join(part for part in parts if not part.isdigit())
        if len(numbers) == 1 and stem:
            found[stem].setdefault(int(numbers[0]), column)
    return {stem: listed for stem, listed in found.items() if len(listed) > 1}


def _groups_of(role: Role, numbered: Mapping[str, Mapping[int, Column]]) -> _Groups | None:
    """Return the repeats of one kind of record; None without its term or without what else it needs."""
    numbers = sorted({number for listed in numbered.values() for number in listed})
    if not numbers:
        return None
    first = {stem: listed[min(listed)] for stem, listed in numbered.items()}
    plain = {stem: Column(c.letter, _without_number(c), c.cells) for stem, c in first.items()}
    profiles = {c.letter: profile(c.cells) for c in plain.values()}
    found = dict(fields_of(role, tuple(plain.values()), profiles))
    if role.table == "adverse_events":
        found = with_term(found, tuple(plain.values()), profiles)
    terms = [c for name in _TERMS[role.table] for c in found.get(name, ())]
    if not has_needs(role, found) or not any(profiles[c.letter].is_words for c in terms):
        return None
    stems = {c.letter: stem for stem, c in plain.items()}
    named = {name: [stems[c.letter] for c in listed] for name, listed in found.items() if name != "IGNORED"}
    repeats = {
        number: {
            name: columns
            for name, of in named.items()
            if (columns := tuple(numbered[stem][number] for stem in of if number in numbered[stem]))
        }
        for number in numbers
    }
    kept = {n: one for n, one in repeats.items() if set(one) & set(_TERMS[role.table])}
    return _Groups(role.table, kept) if len(kept) > 1 else None


def _without_number(column: Column) -> Heading:
    return split_heading(_NUMBER.sub(" ", column.heading.written).strip())


def _patients(rest: SheetTable, patient: Patient) -> Iterator[Recognised]:
    """Yield the patients of a sheet that holds nothing but them beside the records."""
    if len(rest.columns) and profile(patient.column.cells).is_unique:
        yield Recognised(rest, "wide", ("subjects",), {"subjects": {"USUBJID": (patient.column,)}})


def _parts(table: SheetTable, patient: Patient, groups: _Groups) -> Iterator[Recognised]:
    """Yield each repeat with the rows in which its term is filled."""
    for fields in groups.repeats.values():
        terms = [c for name in _TERMS[groups.table] for c in fields.get(name, ())]
        rows = np.flatnonzero(np.any([c.cells.filled for c in terms], axis=0))
        if not len(rows):
            continue
        cut = {
            name: tuple(Column(c.letter, c.heading, c.cells.take(rows)) for c in columns)
            for name, columns in fields.items()
        }
        who = Column(patient.column.letter, patient.column.heading, patient.column.cells.take(rows))
        yield Recognised(
            table.take(rows), "wide", (groups.table,), {groups.table: {"USUBJID": (who,), **cut}}
        )


def _note(listed: Sequence[_Groups]) -> str:
    words = [f"{len(groups.repeats)} {groups.table.replace('_', ' ')}" for groups in listed]
    return say(
        "Up to {words} of a patient stand beside one another; each was read as one of its own.",
        words=" and ".join(words),
    )


def _evidence(whole: Recognised, listed: Sequence[_Groups]) -> dict[str, str]:
    told = {letter: "one of several records beside one another" for g in listed for letter in g.letters}
    return {**whole.evidence, **told}
