"""How the trial ended for a patient, said beside who the patient is: status, reason and date of leaving."""

from collections.abc import Mapping, Sequence

import numpy as np

from sscviewer.workbook.evidence.columns.profiles import Profile, known_share
from sscviewer.workbook.evidence.sheets.fields import fields_of
from sscviewer.workbook.evidence.sheets.recognised import Fields
from sscviewer.workbook.evidence.tables.header import Column
from sscviewer.workbook.evidence.words.tokens import english
from sscviewer.workbook.values.cells import EMPTY, TEXT
from sscviewer.workbook.values.vocabulary import roles, standard

_TAKEN = ("EOSSTT", "DSDECOD", "ADT", "LSTALVDT")
_NEARLY_ALL = 0.9
"""As of the standards' lists of patients: nearly all different words of a status are known ones."""
_COMPLETED = frozenset({"completed", "complete", "completer", "completion"})
_LEFT = frozenset(
    {"withdrawn", "withdrew", "dropout", "dropped", "discontinued", "abbruch", "studienabbruch"}
)
_DROP_OUT = frozenset({"drop", "out"})
_OF_A_FLAG = _COMPLETED | frozenset({"study", "trial", "treatment", "the", "flag", "yes", "no"})
"""Beside other words 0 and 1 may be a number: "Completed visits"."""


def with_ends(
    person: Fields, patient: Column, columns: Sequence[Column], profiles: Mapping[str, Profile]
) -> dict[str, Fields]:
    """Return the fields of a list of patients, and those of how the trial ended that it has among columns."""
    ends = _ends(columns, profiles)
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
        if kept:
            found[field] = kept
    left = next((c for c in columns if _is_flag_of_leaving(c, profiles[c.letter])), None)
    completed = next((c for c in columns if _is_numbered_flag_of_completion(c, profiles[c.letter])), None)
    if "EOSSTT" not in found and completed is not None:
        found["EOSSTT"] = (_as_status(completed, "COMPLETED", "DISCONTINUED"),)
    if "EOSSTT" not in found and left is not None:
        found["EOSSTT"] = (_as_status(left, "DISCONTINUED", ""),)
    return found if {"EOSSTT", "DSDECOD"} & set(found) else {}


def _says(field: str, column: Column, of: Profile) -> bool:
    words = english(column.heading.written)
    if field == "EOSSTT":
        if of.kind == "yes_no":
            return bool(_COMPLETED & set(words))
        return known_share(column.cells, "status") >= _NEARLY_ALL
    return len(words) > 1


def _is_flag_of_leaving(column: Column, of: Profile) -> bool:
    words = set(english(column.heading.written))
    return _is_flag(column, of) and (bool(_LEFT & words) or words >= _DROP_OUT)


def _is_numbered_flag_of_completion(column: Column, of: Profile) -> bool:
    words = {word for word in english(column.heading.written) if not word.isdigit()}
    return of.kind != "yes_no" and _is_flag(column, of) and bool(_COMPLETED & words) and words <= _OF_A_FLAG


def _is_flag(column: Column, of: Profile) -> bool:
    """Return whether the cells are yes and no, or both of 1 and 0: a column of 1 alone may be anything."""
    if of.kind == "yes_no":
        return True
    texts = {text.strip() for text in column.cells.unique_texts} - {""}
    return texts == {"0", "1"}


def _as_status(flag: Column, yes: str, no: str) -> Column:
    """Return a flag as the status of the trial's end; "" says nothing."""
    cells = flag.cells
    means = {"Y": yes, "N": no}
    status = [means.get(standard("yes_no", text.strip(), ""), "") for text in cells.unique_texts]
    kinds = np.where(np.array(status) != "", TEXT, EMPTY).astype(cells.unique_kinds.dtype)
    return Column(flag.letter, flag.heading, cells.changed(np.asarray(cells.codes), kinds, status))
