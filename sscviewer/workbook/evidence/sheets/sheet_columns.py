"""What is known so far of the columns of one sheet, once its patient column is known."""

from collections.abc import Container, Mapping
from dataclasses import replace

from sscviewer.model.sentence import say
from sscviewer.workbook.evidence.columns.grain import Grain
from sscviewer.workbook.evidence.columns.parameter_names import ParameterColumn
from sscviewer.workbook.evidence.sheets.births import with_birth
from sscviewer.workbook.evidence.sheets.fields import fields_of, with_arms, with_term
from sscviewer.workbook.evidence.sheets.periods import periods
from sscviewer.workbook.evidence.sheets.recognised import Fields, is_in
from sscviewer.workbook.evidence.sheets.record_days import record_days
from sscviewer.workbook.evidence.sheets.sheet_evidence import SheetEvidence
from sscviewer.workbook.evidence.sheets.tablets import with_frequency, with_tablets
from sscviewer.workbook.evidence.tables.header import Column
from sscviewer.workbook.values.vocabulary import Role, read_toml

_FEWEST_PATIENTS = 10
"""Fewer numbered rows of nothing known are as well the centres or the visits of a trial."""


class SheetColumns:
    """The columns of a sheet, and what each was taken for; each piece of the evidence adds to it.

    Attributes
    ----------
    seen
        The sheet, with the reasons, notes and questions.
    rest
        The columns that may be read, without the patient column and row numbers.
    grain
        How many rows a patient has, and which columns vary within one.
    visit
        The column whose words are visits, where no heading says so.
    parameters
        Columns that each hold the values of one measurement.
    unnamed
        Those of `rest` that are no such column.
    by_value
        The fields of a measured value: when, in which unit, by which device.
    unit
        In what the times of the rows are numbers; "" where they are none.
    in_width
        Whether its visits stand side by side though a patient has several rows: those of a tooth, a lesion.
    told_by_dates
        Letters of the columns that may be start or end of a record by their dates alone.
    """

    def __init__(self, seen: SheetEvidence, patient: Column, rest: tuple[Column, ...], grain: Grain) -> None:
        self.seen, self.patient, self.rest, self.grain = seen, patient, rest, grain
        self.visit: Column | None = None
        self.parameters: tuple[ParameterColumn, ...] = ()
        self.unnamed = rest
        self.by_value: Fields = {}
        self.unit = ""
        self.in_width = False
        self.told_by_dates: set[str] = set()

    def free(self, taken: Container[str]) -> tuple[Column, ...]:
        """Return the columns whose letters are not among some."""
        return tuple(c for c in self.rest if c.letter not in taken)

    def free_of_values(self) -> tuple[Column, ...]:
        """Return the columns that are no field of a measured value."""
        return tuple(c for c in self.rest if not any(c in listed for listed in self.by_value.values()))

    def used(self, *found: Fields) -> set[str]:
        """Return the letters of the columns that some fields or the parameters hold."""
        return {p.column.letter for p in self.parameters}.union(*map(letters_of, found))

    @property
    def says_since(self) -> bool:
        """Whether a column is headed by nothing but a word for since when something was."""
        words = read_toml("languages")["counted"]["begun"]
        return any(c.heading.key in words for c in self.rest)

    def replace(self, old: Column, new: Column) -> None:
        """Put a column as it is to be read in the place of the one on the sheet."""
        table = self.seen.table
        columns = tuple(new if c is old else c for c in table.columns)
        self.seen.table = replace(table, columns=columns)
        self.rest = tuple(c for c in self.rest if c is not old)
        self.unnamed = tuple(c for c in self.unnamed if c is not old)

    def role_fields(self, role: Role, columns: tuple[Column, ...] | None = None) -> Fields:
        """Return the fields that a role finds among some columns, or all; the patient is one."""
        found = dict(fields_of(role, self.rest if columns is None else columns, self.seen.profiles))
        if self.visit is not None and role.table == "visits" and "VISIT" not in found:
            found["VISIT"] = (self.visit,)
        if role.table == "adverse_events":
            found = with_term(found, self.rest, self.seen.profiles)
        if role.table == "exposure":
            among = self.rest if columns is None else columns
            found = with_frequency(with_tablets(found, among, self.seen.profiles, self.seen.table))
        if role.table in _WITH_PERIODS and found:
            free = [c for c in (self.rest if columns is None else columns) if not is_in(c, found)]
            told = periods(found, free, self.seen.profiles)
            self.told_by_dates |= letters_of(told)
            found |= told
            found |= record_days(found, [c for c in free if not is_in(c, told)], self.seen.profiles)
        if role.table == "subjects" and not self.grain.repeated:
            found = with_arms(found, self.rest, self.seen.profiles)
            found = dict(with_birth(found, self.rest, self.seen.profiles))
        return {"USUBJID": (self.patient,), **{n: c for n, c in found.items() if n != "USUBJID"}}

    def note_periods(self, fields: Mapping[str, Fields]) -> None:
        """Say which columns of records were taken for start or end by their dates alone."""
        for table, found in fields.items():
            for name, what in (("ASTDT", "start"), ("AENDT", "end")):
                for column in found.get(name, ()):
                    if table in _WITH_PERIODS and column.letter in self.told_by_dates:
                        self.seen.why[column.letter] = say("the {what} of records, by its dates", what=what)
                        said = say(
                            "“{written}” of sheet “{sheet}” was taken for the {what} of the {it}, "
                            "by its dates.",
                            written=column.heading.written,
                            sheet=self.seen.table.sheet,
                            what=what,
                            it=table.replace("_", " "),
                        )
                        self.seen.notes.append(("date.by_dates", said))

    def is_of_numbers(self) -> bool:
        """Return whether rows with an id of their own hold mostly data: numbers, or the same few words again.

        A list of places or of forms has other words on each row.
        """
        profiles = [self.seen.profiles[c.letter] for c in self.rest]
        data = sum(of.is_numeric or 0 < 2 * of.distinct <= of.filled for of in profiles)
        return len(self.seen.table) >= _FEWEST_PATIENTS and data >= max(2, len(profiles) / 2)


_WITH_PERIODS = frozenset({"adverse_events", "exposure", "medications"})
"""Records that begin and may end."""


def letters_of(fields: Mapping[str, tuple[Column, ...]]) -> set[str]:
    """Return the letters of the columns that some fields hold."""
    return {c.letter for listed in fields.values() for c in listed}
