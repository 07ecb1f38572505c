"""How the trial ended for a patient, said beside who the patient is: status, reason and date of leaving."""

from collections.abc import Mapping, Sequence

import numpy as np

from sscviewer.workbook.evidence.fields import fields_of
from sscviewer.workbook.evidence.header import Column
from sscviewer.workbook.evidence.profiles import Profile, known_share
from sscviewer.workbook.evidence.recognised import Fields
from sscviewer.workbook.evidence.tokens import english
from sscviewer.workbook.values.cells import EMPTY, TEXT
from sscviewer.workbook.values.vocabulary import roles, standard

_TAKEN = ("EOSSTT", "DSDECOD", "ADT", "LSTALVDT")
_DATES = ("ADT", "LSTALVDT")
_NEARLY_ALL = 0.9
"""As of the standards' lists of patients: nearly all different words of a status are known ones."""
_COMPLETED = frozenset({"completed", "complete", "completer", "completion"})
_LEFT = frozenset({"withdrawn", "withdrew", "dropout", "dropped", "discontinued"})


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
    if "EOSSTT" not in found and left is not None:
        found["EOSSTT"] = (_left(left),)
    return found if {"EOSSTT", "DSDECOD"} & set(found) else {}


def _says(field: str, column: Column, of: Profile) -> bool:
    words = english(column.heading.written)
    if field == "EOSSTT":
        if of.kind == "yes_no":
            return bool(_COMPLETED & set(words))
        return known_share(column.cells, "status") >= _NEARLY_ALL
    return len(words) > 1


def _is_flag_of_leaving(column: Column, of: Profile) -> bool:
    return of.kind == "yes_no" and bool(_LEFT & set(english(column.heading.written)))


def _left(flag: Column) -> Column:
    cells = flag.cells
    yes = [standard("yes_no", text.strip(), "") == "Y" for text in cells.unique_texts]
    kinds = np.where(yes, TEXT, EMPTY).astype(cells.unique_kinds.dtype)
    changed = cells.changed(np.asarray(cells.codes), kinds, ["DISCONTINUED" if one else "" for one in yes])
    return Column(flag.letter, flag.heading, changed)
