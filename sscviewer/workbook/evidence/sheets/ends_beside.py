"""How the trial ended for a patient, said beside who the patient is: status, reason, date, death."""

import re
from collections.abc import Mapping, Sequence

import numpy as np

from sscviewer.workbook.evidence.columns.profiles import Profile, known_share
from sscviewer.workbook.evidence.sheets.fields import fields_of
from sscviewer.workbook.evidence.sheets.recognised import Fields
from sscviewer.workbook.evidence.tables.header import Column
from sscviewer.workbook.evidence.words.tokens import english, meaning
from sscviewer.workbook.values.cells import EMPTY, TEXT, text_cells
from sscviewer.workbook.values.vocabulary import roles, standard
from sscviewer.workbook.values.words import codes_in_heading

_TAKEN = ("EOSSTT", "DSDECOD", "ADT", "LSTALVDT")
_NEARLY_ALL = 0.9
"""As of the standards' lists of patients: nearly all different words of a status are known ones."""
COMPLETERS = re.compile(r"^COMP[A-Z]{0,3}\d{0,2}FL$")
"""The standard's flags of completers: COMPLFL, and those of one period or week (COMP24FL)."""
_DEATH_FLAG = "DTHFL"
_COMPLETED = frozenset({"completed", "complete", "completer", "completion"})
_LEFT = frozenset(
    {"withdrawn", "withdrew", "dropout", "dropped", "discontinued", "abbruch", "studienabbruch"}
)
_DROP_OUT = frozenset({"drop", "out"})
_ASKED = frozenset({"study", "trial", "treatment", "yes", "no", "patient"})
"""What a question that is answered by yes or no has beside its word ("Completed the trial?"); beside other
words it may be about anything ("Completed visits", "Death of a parent")."""
_DEAD, _ALIVE = frozenset({"dead", "death", "died"}), frozenset({"alive"})
_VITAL = frozenset({"vital", "status", "survival"})
_MEANS_COMPLETED = {"Y": "COMPLETED", "N": "DISCONTINUED"}
_MEANS_DEAD = {"Y": "Y", "N": "N", "DEAD": "Y", "ALIVE": "N"}
_MEANS_ALIVE = {"Y": "N", "N": "Y", "DEAD": "Y", "ALIVE": "N"}


def with_ends(
    person: Fields, patient: Column, columns: Sequence[Column], profiles: Mapping[str, Profile]
) -> dict[str, Fields]:
    """Return the fields of a list of patients, and those of how the trial ended that it has among columns."""
    person = _with_death(person, columns, profiles)
    ends = _ends([c for c in columns if c not in person.get(_DEATH_FLAG, ())], profiles)
    if not ends:
        return {"subjects": person}
    taken = (c for listed in ends.values() for c in listed)
    return {
        "subjects": {**person, "IGNORED": (*person.get("IGNORED", ()), *taken)},
        "disposition": {"USUBJID": (patient,), **ends},
    }


def _ends(columns: Sequence[Column], profiles: Mapping[str, Profile]) -> Fields:
    """Return the columns of a list of patients that say how the trial ended; none without status or reason.

    A heading of one word ("Status", "Reason", "Date") may mean anything there: it counts by its cells alone.
    A flag of those who left says nothing of the others: they may have completed or still be in the trial.
    """
    role = next(role for role in roles() if role.table == "disposition")
    named = fields_of(role, columns, profiles)
    found: dict[str, tuple[Column, ...]] = {}
    for field in _TAKEN:
        kept = tuple(c for c in named.get(field, ()) if _says(field, c, profiles[c.letter]))
        if field == "EOSSTT":
            yes_no = (c for c in kept if profiles[c.letter].kind == "yes_no")
            kept = tuple(_read_as(c, _MEANS_COMPLETED) for c in yes_no) or kept
        if kept:
            found[field] = kept
    left = next((c for c in columns if _is_flag_of_leaving(c, profiles[c.letter])), None)
    asked = next((c for c in columns if _asks(c, profiles[c.letter], _COMPLETED)), None)
    completers = next((c for c in columns if COMPLETERS.match(c.heading.written.strip().upper())), None)
    if "EOSSTT" not in found and asked is not None:
        found["EOSSTT"] = (_read_as(asked, _MEANS_COMPLETED),)
    if "EOSSTT" not in found and completers is not None and not completers.cells.is_blank:
        found["EOSSTT"] = (by_flag(completers, [c for columns in found.values() for c in columns]),)
    if "EOSSTT" not in found and left is not None:
        found["EOSSTT"] = (_read_as(left, {"Y": "DISCONTINUED"}),)
    return found if {"EOSSTT", "DSDECOD"} & set(found) else {}


def by_flag(flag: Column, ends: Sequence[Column]) -> Column:
    """Return a status made of the standard's flag of completers.

    A patient without the flag who has a reason or a day of leaving discontinued; without either nobody knows
    whether he is still in the trial.
    """
    said = np.zeros(len(flag.cells), dtype=bool)
    for column in ends:
        said |= column.cells.filled
    completed = [standard("status", text.strip(), "") == "COMPLETED" for text in flag.cells.texts]
    texts = [
        "COMPLETED" if done else "DISCONTINUED" if stopped else ""
        for done, stopped in zip(completed, said.tolist(), strict=True)
    ]
    return Column(flag.letter, flag.heading, text_cells(texts))


def _with_death(person: Fields, columns: Sequence[Column], profiles: Mapping[str, Profile]) -> Fields:
    """Return the fields of a list of patients with who died, where a column says so without a date."""
    for column in columns:
        of = profiles[column.letter]
        if column.heading.written.strip().upper() == _DEATH_FLAG or _asks(column, of, _DEAD | _VITAL):
            return {**person, _DEATH_FLAG: (_read_as(column, _MEANS_DEAD),)}
        if _asks(column, of, _ALIVE):
            return {**person, _DEATH_FLAG: (_read_as(column, _MEANS_ALIVE),)}
    return person


def _says(field: str, column: Column, of: Profile) -> bool:
    words = english(column.heading.written)
    if field == "EOSSTT":
        if of.kind == "yes_no":
            return bool(_COMPLETED & set(words))
        return known_share(column.cells, "status") >= _NEARLY_ALL
    if field == "DSDECOD" and known_share(column.cells, "reason") >= _NEARLY_ALL:
        return True
    return len(words) > 1


def _is_flag_of_leaving(column: Column, of: Profile) -> bool:
    words = set(english(column.heading.written))
    return _is_flag(column, of) and (bool(_LEFT & words) or words >= _DROP_OUT)


def _asks(column: Column, of: Profile, about: frozenset[str]) -> bool:
    """Return whether a column answers one question by yes and no, 1 and 0, or (of life) dead and alive."""
    words = meaning(column.heading.written.partition("(")[0])
    if not (about & words and words <= about | _ASKED):
        return False
    if about <= _VITAL | _DEAD | _ALIVE and known_share(column.cells, "vital_status") == 1:
        return True
    if words & _VITAL:  # "Survival" of yes and no may be of anything
        meant = {_said(word) for word in codes_in_heading(column.heading.written).values()}
        return meant >= {"DEAD", "ALIVE"} and _is_flag(column, of)
    return _is_flag(column, of)


def _is_flag(column: Column, of: Profile) -> bool:
    """Return whether the cells are yes and no, or both of 1 and 0: a column of 1 alone may be anything.

    Codes that the heading explains are what it says: yes and no, dead and alive, or no flag.
    """
    texts = {text.strip() for text in column.cells.unique_texts} - {""}
    if meant := codes_in_heading(column.heading.written):
        others = {_said(text) for text in texts - set(meant)}
        return "" not in others and len({*map(_said, meant.values()), *others} - {""}) > 1
    return of.kind == "yes_no" or texts == {"0", "1"}


def _said(text: str) -> str:
    return standard("vital_status", text, "") or standard("yes_no", text, "")


def _read_as(flag: Column, means: Mapping[str, str]) -> Column:
    """Return a flag in the words of a field; "" says nothing."""
    cells = flag.cells
    meant = codes_in_heading(flag.heading.written)
    words = [text.strip() for text in cells.unique_texts]
    status = [means.get(_said(meant.get(word, word)), "") for word in words]
    kinds = np.where(np.array(status) != "", TEXT, EMPTY).astype(cells.unique_kinds.dtype)
    return Column(flag.letter, flag.heading, cells.changed(np.asarray(cells.codes), kinds, status))
