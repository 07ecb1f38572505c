"""What else a sheet of visits records beside what was measured: side effects, and the dose at each visit."""

import re
from collections.abc import Container, Mapping, Sequence

import numpy as np

from sscviewer.model.sentence import say
from sscviewer.workbook.evidence.columns.profiles import Profile
from sscviewer.workbook.evidence.columns.times import study_day
from sscviewer.workbook.evidence.sheets.fields import SHARED, fields_of, has_needs
from sscviewer.workbook.evidence.sheets.recognised import Fields, is_in
from sscviewer.workbook.evidence.tables.header import Column
from sscviewer.workbook.evidence.words.tokens import english, tokens
from sscviewer.workbook.evidence.words.visit_names import read_visit, visit_label
from sscviewer.workbook.values.cells import EMPTY, NUMBER, TEXT
from sscviewer.workbook.values.vocabulary import roles, unit_of, value_words
from sscviewer.workbook.values.words import split_heading

_KINDS = ("adverse_events", "exposure")


def kinds_beside(
    times: Fields, free: Sequence[Column], profiles: Mapping[str, Profile], without: Container[str]
) -> dict[str, Fields]:
    """Return the records that a sheet of several rows per patient holds beside its values.

    A record without a start of its own starts on the date of its row, which is when it was written down, or
    on the planned day of its visit.

    Parameters
    ----------
    times
        The columns that say whose and when the rows are.
    free
        The columns that are nothing else.
    """
    found: dict[str, Fields] = {}
    for role in roles():
        if role.table not in _KINDS or role.table in without:
            continue
        own = {n: c for n, c in fields_of(role, free, profiles).items() if n != "IGNORED"}
        if role.table == "exposure" and not {"EXDOSE", "EXDAILY"} & set(own):
            own |= named_dose([c for c in free if not is_in(c, own)], profiles)
        own = {n: tuple(c for c in listed if not c.cells.is_blank) for n, listed in own.items()}
        own = {n: listed for n, listed in own.items() if listed}
        if set(own) - SHARED == {"AETERM"} and _is_diary(own["AETERM"][0]):
            continue
        start: Fields = {}
        if "ASTDT" not in own:
            start = {"ASTDT": times["ADT"]} if "ADT" in times else _day_of_visit(times)
        if set(own) - SHARED and has_needs(role, {**own, "ASTDT": ()} if start else own):
            own |= start
            found[role.table] = {"USUBJID": times["USUBJID"], **own}
            free = [c for c in free if not any(c in listed for listed in own.values())]
    return found


def _is_diary(column: Column) -> bool:
    """Return whether "Event" alone, beside what was measured, has a meal or a visit among its cells."""
    if set(english(column.heading.written)) != {"event"}:
        return False
    texts = [text for text in column.cells.unique_texts if text.strip()]
    named = any(word in value_words("diary") for text in texts for word in tokens(text))
    return named or any(visit_label(text) for text in texts)


def named_dose(free: Sequence[Column], profiles: Mapping[str, Profile]) -> Fields:
    """Return the dose of the first column headed by it and the drug ("Dose MMF (mg)"), and the drug.

    A dose of radiation, or of what was eaten, is in other units than those of mass.
    """
    for column in free:
        words = english(column.heading.name)
        unit = unit_of(column.heading.bracket) or with_unit(column.heading.written)
        if "dose" not in words or not profiles[column.letter].is_numeric or not _MASS.match(unit):
            continue
        drug = " ".join(w for w in re.split(r"[\s_-]+", column.heading.name) if not _says_dose(w))
        cells = column.cells
        kinds = np.where(cells.unique_kinds == EMPTY, EMPTY, TEXT).astype(cells.unique_kinds.dtype)
        texts = [drug if kind == TEXT else "" for kind in kinds.tolist()]
        named = Column(column.letter, column.heading, cells.changed(cells.codes, kinds, texts))
        return {"EXDOSE": (column,), **({"EXTRT": (named,)} if drug else {})}
    return {}


_MASS = re.compile(r"^(?:mg|g|µg|ug|mcg)(?:\W|$)")


def with_unit(written: str) -> str:
    """Return the last word of a heading, which may be a unit ("Dose mg/m2")."""
    return unit_of(written.split()[-1]) if written.split() else ""


def _says_dose(word: str) -> bool:
    said = set(english(word))
    return bool(said & {"dose", "daily", "day"}) or bool(_MASS.match(word)) or not said


def _day_of_visit(times: Fields) -> Fields:
    """Return the planned study day of each row's visit as its start; nothing where visits have no time."""
    visits = times.get("VISIT", ())
    if not visits:
        return {}
    cells = visits[0].cells
    months = [read_visit(text).months for text in cells.unique_texts]
    if not any(m == m for m in months):
        return {}
    days = [study_day(m, "month") if m == m else "" for m in months]
    kinds = np.array([NUMBER if day != "" else EMPTY for day in days], dtype=np.uint8)
    heading = split_heading(f"{visits[0].heading.written}, as study day")
    return {"ASTDY": (Column(visits[0].letter, heading, cells.changed(cells.codes, kinds, days)),)}


def notes_of(found: Mapping[str, Fields], times: Fields) -> list[tuple[str, str]]:
    """Return (code, sentence) of what was supposed of the records beside the values."""
    words = {"adverse_events": "Adverse events", "exposure": "Doses"}
    notes = []
    for table, fields in found.items():
        if "ADT" in times and fields.get("ASTDT") == times["ADT"]:
            when = say("the date of its row, “{written}”", written=times["ADT"][0].heading.written)
        elif "ASTDY" in fields:
            when = "the planned day of its visit, since the rows have no date"
        else:
            continue
        text = say(
            "{words} stand on the rows of visits: each starts on {when}.", words=words[table], when=when
        )
        notes.append(("records.at_visits", text))
    return notes


def add_beside(fields: dict[str, Fields], beside: Mapping[str, Fields]) -> None:
    """Add the records beside what else a sheet holds; their columns are not facts of the patient as well."""
    fields |= beside
    if beside and "subjects" in fields:
        person = fields["subjects"]
        told = (c for one in beside.values() for name, cs in one.items() if name != "USUBJID" for c in cs)
        fields["subjects"] = {**person, "IGNORED": (*person.get("IGNORED", ()), *told)}
