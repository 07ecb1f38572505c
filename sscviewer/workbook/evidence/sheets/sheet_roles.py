"""Which tables a sheet holds, and which of its columns hold what, once its patient column is known.

Scores of roles by the words of the headings decide; the grain (rows per patient, what varies within one)
says what no words can: when, what was measured, what is repeated of the patient.
"""

from collections.abc import Container, Mapping
from dataclasses import replace

from sscviewer.model.sentence import say
from sscviewer.workbook.evidence.columns.export_frame import export_frame
from sscviewer.workbook.evidence.columns.families import visits_are_columns
from sscviewer.workbook.evidence.columns.grain import Grain
from sscviewer.workbook.evidence.columns.numbered import settle_numbered
from sscviewer.workbook.evidence.columns.parameter_names import ParameterColumn, read_parameter_columns
from sscviewer.workbook.evidence.columns.qualifier import tests_column
from sscviewer.workbook.evidence.columns.times import WITHIN_A_DAY, by_their_words
from sscviewer.workbook.evidence.sheets.baselines import without_baselines
from sscviewer.workbook.evidence.sheets.fields import (
    SHARED,
    are_remarks,
    fields_of,
    has_needs,
    is_dose_log,
    with_drug,
)
from sscviewer.workbook.evidence.sheets.leftovers import (
    answers,
    counts_visits,
    dated_singles,
    leftover_parameters,
    names_measurements,
    occasions,
)
from sscviewer.workbook.evidence.sheets.recognised import NOTHING_KNOWN, Fields, Recognised, ignored
from sscviewer.workbook.evidence.sheets.record_days import record_day_columns
from sscviewer.workbook.evidence.sheets.several_kinds import add_beside, kinds_beside, notes_of
from sscviewer.workbook.evidence.sheets.sheet_columns import SheetColumns
from sscviewer.workbook.evidence.sheets.sheet_design import (
    find_design,
    find_rising,
    treatments,
    with_qualifiers,
)
from sscviewer.workbook.evidence.sheets.sheet_evidence import SheetEvidence, is_native
from sscviewer.workbook.evidence.sheets.sheet_person import add_ends, add_once, add_person, with_arm, with_sex
from sscviewer.workbook.evidence.sheets.sheet_times import find_dates, find_times, find_visits
from sscviewer.workbook.evidence.tables.header import Column
from sscviewer.workbook.evidence.words.tokens import english
from sscviewer.workbook.values.vocabulary import Role, roles
from sscviewer.workbook.values.words import key

_NAME_BONUS = 1.5
"""What the sheet's name counts, in columns."""

_CHANCE = 2.0
"""Below this score a sheet of measurements only resembles another role (a status, a unit, a reason)."""

_NOT_OF_VALUES = frozenset({"SITEID", "ASTDT", "AENDT", "AEENRTPT"})
"""Fields that many tables share and a measured value has not."""

_OF_LISTS = frozenset({"TEST", "RESULT", "AVALU", "ANRLO", "ANRHI"})
"""Fields of a sheet with one row per value."""

_RECORDS = frozenset({"adverse_events", "exposure", "medications", "history", "disposition"})

_OF_AN_EVENT = frozenset({"ASTDT", "AENDT", "AETOXGR", "AESEV", "AESER", "AEREL", "AEOUT"})
"""What only an event has; a column of it beside a term makes an event of the term."""


class SheetRoles(SheetColumns):
    """Decides the roles of a sheet; each method is one piece of the evidence.

    Parameters
    ----------
    rest
        The columns that may be read, without the patient column and row numbers.
    pairs
        Columns that held two numbers a cell, already split.
    is_of_people
        Whether what stands in the patient column are people, not only rows.
    """

    def __init__(
        self,
        seen: SheetEvidence,
        patient: Column,
        rest: tuple[Column, ...],
        grain: Grain,
        pairs: tuple[ParameterColumn, ...],
        *,
        is_of_people: bool,
    ) -> None:
        super().__init__(seen, patient, rest, grain)
        self.is_of_people = is_of_people
        paired = {p.column.letter for p in pairs}
        days = record_day_columns(rest)
        self.measured = tuple(c for c in rest if c.letter not in days)
        free = tuple(c for c in self.free(paired) if c in self.measured)
        self.parameters = (*read_parameter_columns(seen.table.title, free), *pairs)
        in_width = grain.repeated and not self.parameters and visits_are_columns(self.measured, seen.profiles)
        self.in_width = in_width
        if not grain.repeated or in_width:
            self.parameters = self._with_occasions()
        elif not any(p.visit for p in self.parameters):
            self.parameters = without_baselines(self.parameters, rest, seen.profiles, grain)
        taken = {p.column.letter for p in self.parameters}
        self.unnamed = tuple(c for c in rest if c.letter not in taken)
        self.by_value = self._measurement_fields()
        if grain.repeated:
            find_visits(self)
        if grain.repeated and not self.parameters and not {"TEST", "RESULT"} & set(self.by_value):
            self.by_value = {**self.by_value, **(self._of_tests() or self._as_list())}
        if grain.repeated and "VISIT" in self.by_value and not in_width:
            # where the rows have a visit, a number in a heading is none
            self.parameters = tuple(replace(p, visit="") for p in self.parameters if not p.visit or p.paramcd)

    @property
    def one_visit(self) -> bool:
        """Whether the sheet is one visit, as its name says, with one row per patient."""
        visits = self.by_value.get("VISIT", ())
        return not self.grain.repeated and any(not c.letter for c in visits)

    def _with_occasions(self) -> tuple[ParameterColumn, ...]:
        """Return the parameters with those of columns that are one measurement at several occasions.

        What the vocabulary reads of a heading stays where it reads all columns of the stem.
        """
        timed = {p.column.letter for p in self.parameters if p.visit}
        found = occasions(self.measured, self.seen.profiles, self.seen.table.title)
        found, questions = settle_numbered(self.seen.table, found)
        self.seen.questions += questions
        more = {p.paramcd for p in found if p.column.letter not in timed}
        found = tuple(p for p in found if p.paramcd in more)
        if not found and not timed:
            found = dated_singles(self.rest, self.seen.profiles)
        letters = {p.column.letter for p in found}
        for parameter in found:
            self.seen.why[parameter.column.letter] = "one of several columns that differ in the occasion only"
        return (*(p for p in self.parameters if p.column.letter not in letters), *found)

    def _measurement_fields(self) -> Fields:
        role = next(role for role in roles() if role.table == "measurements")
        found = dict(fields_of(role, self.unnamed or self.rest, self.seen.profiles))
        found = {n: c for n, c in found.items() if n not in _NOT_OF_VALUES}
        if "VISIT" in found:
            found["VISIT"] = by_their_words(found["VISIT"])
        if not {"TEST", "RESULT"} <= set(found):
            # without both, a column called "conc" or "low" is a measurement of its own
            found = {n: c for n, c in found.items() if n not in _OF_LISTS}
        return {"USUBJID": (self.patient,), **{n: c for n, c in found.items() if n != "USUBJID"}}

    def _of_tests(self) -> Fields:
        """Return test and result of a sheet whose heading of the values ("Result") does not say of what.

        The test is the column whose words tell the values of one patient and time apart.
        """
        role = next(role for role in roles() if role.table == "measurements")
        named = fields_of(role, self.unnamed or self.rest, self.seen.profiles)
        results = named.get("RESULT", ())
        when = [self.by_value[name][0] for name in ("VISIT", "ADT", "ADY") if name in self.by_value]
        if len(results) != 1 or not self.grain.varies(results[0]):
            return {}
        units = named.get("AVALU", ())[:1]
        free = [c for c in self.free_of_values() if c not in (*results, *units)]
        test = tests_column(free, self.seen.profiles, [self.patient, *when], units)
        if test is None:
            return {}
        self.seen.why[test.letter] = "its words tell the values of one patient and time apart"
        ranges = {n: c for n, c in named.items() if n in _OF_LISTS - {"TEST"}}
        return {"TEST": (test,), **ranges, "RESULT": results}

    def _as_list(self) -> Fields:
        """Return test and result of a sheet with a row for each value, as its cells say."""
        free, profiles = self.free_of_values(), self.seen.profiles
        tests = [c for c in free if profiles[c.letter].kind in ("term", "code") and names_measurements(c)]
        values = [c for c in free if profiles[c.letter].is_numeric and self.grain.varies(c)]
        if len(tests) != 1 or len(values) != 1:
            return {}
        self.seen.why[tests[0].letter] = "its cells name measurements"
        self.seen.why[values[0].letter] = "the only numbers that vary within a patient"
        return {"TEST": (tests[0],), "RESULT": (values[0],)}

    def decide(self, without: Container[str]) -> Recognised:
        """Return the role or roles of the sheet, which columns hold what, and what is left."""
        score, best = self._best_role(without)
        is_list = {"TEST", "RESULT"} <= set(self.by_value)
        timed = any(p.visit for p in self.parameters)
        best = best if score > 0 else None
        if best is not None and best.table in _RECORDS and score >= _CHANCE:
            self.parameters = tuple(p for p in self.parameters if not p.name)
            timed = any(p.visit for p in self.parameters)
        if best is not None and best.table == "subjects" and self._varies(best):
            best = None
        if self.grain.repeated and (best is None or best.table == "visits"):
            find_times(self)
            find_design(self)
            find_rising(self)
        has_time = bool({"VISIT", "ADT", "ADY"} & set(self.by_value))
        measured = is_list or timed or (bool(self.parameters) and has_time)
        fields: dict[str, Fields] = {}
        if best is not None and not (measured and self._is_chance(best, score)):
            fields[best.table] = self._all_fields(best)
        of_values = not is_list and (measured or not _RECORDS & set(fields))
        if not measured and self.grain.repeated and fields.get("exposure", {}).get("ASTDT"):
            measured = of_values = self._at_doses(fields["exposure"])
        beside = self._beside(fields, without) if of_values else {}
        if self._takes_leftovers(fields, is_list=is_list, has_time=has_time):
            measured = self._take_leftovers({**fields, **beside}) or measured
        add_beside(fields, beside)
        if measured:
            find_dates(self)
            fields["measurements"] = self.by_value = with_qualifiers(self, fields)
        add_person(self, fields, without)
        if measured and not self.grain.repeated and "subjects" not in fields and "subjects" not in without:
            add_once(self, fields)
        add_ends(self, fields, without)
        if not fields:
            return self._unknown(without)
        self.note_periods(fields)
        return self._made(fields, timed=timed, measured=measured and not is_list)

    def _at_doses(self, exposure: Fields) -> bool:
        """Add the days of the doses to what was measured at each (a weight), if anything was."""
        used = self.used(exposure)
        self.parameters = tuple(p for p in self.parameters if p.column.letter not in used)
        if self.parameters:
            self.by_value = {**self.by_value, "ADT": exposure["ASTDT"]}
        return bool(self.parameters)

    def _all_fields(self, role: Role) -> Fields:
        """Return the fields of the role the sheet has, with what only its cells say."""
        found = self.role_fields(role)
        if role.table == "exposure":
            return with_drug(found, self.rest, self.seen.profiles)
        if role.table == "subjects":
            return with_arm(self, with_sex(found, self.free(self.used(found)), self.seen.profiles))
        return found

    def _beside(self, fields: Mapping[str, Fields], without: Container[str]) -> dict[str, Fields]:
        """Return the events and doses that rows of visits hold beside what else they hold."""
        if not self.grain.repeated and not self.one_visit:
            return self._event_of_each(without)
        free = self.free(self.used(*fields.values()))
        listed = kinds_beside(self.by_value, free, self.seen.profiles, without)
        found = {table: one for table, one in listed.items() if table not in fields}
        found = self._given_once(found)
        self.seen.notes += notes_of(found, self.by_value)
        return found

    def _given_once(self, found: dict[str, Fields]) -> dict[str, Fields]:
        """Return the records with a dose that samples of a day repeat on the first row of each patient only.

        Times in hours are those of samples after a dose; the same dose on all of them was given once.
        """
        dose = found.get("exposure", {}).get("EXDOSE", ())
        if self.unit not in WITHIN_A_DAY or not dose or any(self.grain.varies(c) for c in dose):
            return found
        first = tuple(replace(c, cells=self.grain.on_first_row(c.cells)) for c in dose)
        return {**found, "exposure": {**found["exposure"], "EXDOSE": first}}

    def _event_of_each(self, without: Container[str]) -> dict[str, Fields]:
        """Return the event of each patient that a list with one row per patient tells, and what of it.

        A term alone is not enough: "Side effects: yes" is a fact of the patient. A date that only patients
        with a term have is the event's.
        """
        dates = self.by_value.get("ADT", ())
        free = self.free(self.used({n: c for n, c in self.by_value.items() if n != "ADT"}))
        who = {"USUBJID": (self.patient,)}
        event = kinds_beside(who, free, self.seen.profiles, without).get("adverse_events", {})
        if "AETERM" not in event:
            return {}
        if dates and not (dates[0].cells.filled & ~event["AETERM"][0].cells.filled).any():
            event = {"ASTDT": dates, **{n: c for n, c in event.items() if n != "ADT"}}
        if not set(event) & _OF_AN_EVENT:
            return {}
        self.by_value = {n: c for n, c in self.by_value.items() if n != "ADT" or event.get("ASTDT") != dates}
        return {"adverse_events": {**who, **event}}

    def _best_role(self, without: Container[str]) -> tuple[float, Role | None]:
        scored = [
            (self._score(role), role)
            for role in roles()
            if role.table != "measurements" and role.table not in without
        ]
        return max(scored, key=lambda pair: pair[0], default=(0.0, None))

    def _score(self, role: Role) -> float:
        """Return how well a role fits: its own columns, a little for shared ones, the sheet's name."""
        found, named = self.role_fields(role, self.unnamed), self._is_named(role)
        if not has_needs(role, found):
            return 0.0
        terms = [c for n in ("AETERM", "MHTERM", "CMTRT") for c in found.get(n, ())]
        drugs = terms if role.table == "medications" and not named else ()
        if is_dose_log(drugs, self.unnamed, self.seen.profiles, self.grain):
            return 0.0
        own = len(set(found) - SHARED)
        if own < _CHANCE and any(self.grain.is_factor(c) for c in terms):
            return 0.0  # nothing but a heading says that a factor of the design befell anybody
        if own < _CHANCE and not named and are_remarks(terms, self.rest, self.seen.profiles, self.grain):
            return 0.0
        history = () if named else found.get("MHTERM", ())
        if own < _CHANCE and any(self.grain.says_again(c) or self._is_group(c, found) for c in history):
            return 0.0  # a history tells an illness once; the "condition" of a test is on each row of it
        return own + 0.25 * len(set(found) & SHARED) + (_NAME_BONUS if named else 0.0)

    def _is_group(self, term: Column, found: Container[str]) -> bool:
        """Return whether words beside other facts of each patient say which of a few groups it is in."""
        told = "ASTDT" in found or "history" in english(term.heading.written) or self.says_since
        return not told and len(self.rest) > 1 and self.grain.is_group(term, self.seen.profiles[term.letter])

    def _is_named(self, role: Role) -> bool:
        """Return whether the sheet is called like its role, in any language."""
        title = self.seen.table.title
        return key(title) in role.names or key(" ".join(english(title))) in role.names

    def _varies(self, subjects: Role) -> bool:
        """Return whether a sheet holds more of a patient than who it is: rows that differ, again and again.

        A list of patients in which a few stand twice, or differ only in who they are, is still one.
        """
        who = {c.letter for columns in self.role_fields(subjects).values() for c in columns}
        return self.grain.is_long and bool(self.grain.varying - who)

    def _is_chance(self, best: Role, score: float) -> bool:
        """Return whether a sheet of measurements has another role only by chance (it has visits, say)."""
        if best.table == "visits":
            return not self._is_named(best)
        return score < _CHANCE and best.table != "subjects"

    def _takes_leftovers(self, fields: Mapping[str, Fields], *, is_list: bool, has_time: bool) -> bool:
        """Return whether numbers that no vocabulary knows are measurements: not in lists of records."""
        if is_list or not (self.grain.repeated or self.one_visit):
            return False
        if not fields:
            return True
        return set(fields) == {"visits"} and has_time

    def _take_leftovers(self, fields: Mapping[str, Fields]) -> bool:
        """Add every other column of numbers that varies within a patient; return whether there was one."""
        free = self.free(self.used(*fields.values(), self.by_value))
        given = {c.letter for c in treatments(self, free)} | export_frame(self.rest, of_edc=False)
        visits = self.by_value.get("VISIT", ())[:1]
        free = tuple(
            c for c in free if c.letter not in given and not any(counts_visits(c, visit) for visit in visits)
        )
        dates = [c.cells for c in self.rest if self.seen.profiles[c.letter].kind == "date"]
        when = dates[0] if dates else None
        own = leftover_parameters(free, self.seen.profiles, self.grain, when, one_visit=self.one_visit)
        has_time = bool({"VISIT", "ADY", "ADT"} & set(self.by_value))
        if not own and not self.parameters and has_time and not fields:
            own = answers(free, self.seen.profiles, self.grain)
        numeric = any(self.seen.profiles[p.column.letter].is_numeric for p in own)
        if not self.parameters and not numeric and not has_time:
            return False  # answers in yes and no alone make no sheet of measurements
        for parameter in own:
            self.seen.why[parameter.column.letter] = "numbers that vary within a patient"
        self.parameters = (*self.parameters, *own)
        return bool(own) or any(self.grain.varies(p.column) for p in self.parameters)

    def _unknown(self, without: Container[str]) -> Recognised:
        """Return a sheet with patients and nothing that a vocabulary knows.

        It is one of visits, if each row says which and when, and one of patients, if each has one row.
        """
        seen = self.seen
        when = {name: self.by_value[name] for name in ("VISIT", "ADT") if name in self.by_value}
        if self.grain.repeated and self.is_of_people and len(when) > 1 and "visits" not in without:
            return self._made({"visits": {"USUBJID": (self.patient,), **when}}, timed=False, measured=False)
        is_list = self.is_of_people or self.is_of_numbers()
        if self.grain.repeated or "subjects" in without or not self.rest or not is_list:
            return replace(ignored(seen.table, NOTHING_KNOWN, seen.hidden), evidence=seen.why)
        seen.why[""] = say("one row for each patient")
        role = next(role for role in roles() if role.table == "subjects")
        fields: dict[str, Fields] = {"subjects": self.role_fields(role)}
        add_ends(self, fields, without)
        return self._made(fields, timed=False, measured=False)

    def _made(self, fields: dict[str, Fields], *, timed: bool, measured: bool) -> Recognised:
        seen = self.seen
        layout = "wide" if timed else "native" if is_native(seen.table) else "long"
        order = [t for t in ("subjects",) if t in fields] + [t for t in fields if t != "subjects"]
        rows = say("several rows for a patient") if self.grain.repeated else say("one row for each patient")
        seen.why.setdefault(
            "",
            say("{rows}; columns of {what}", rows=rows, what=", ".join(t.replace("_", " ") for t in order)),
        )
        return Recognised(
            seen.table,
            layout,
            tuple(order),
            fields,
            self.parameters if measured else (),
            seen.hidden,
            notes=tuple(seen.notes),
            questions=tuple(seen.questions),
            evidence=seen.why,
        )
