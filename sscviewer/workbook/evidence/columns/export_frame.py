"""Columns that a data capture system writes before the answers of a form: of the export, not of a patient."""

import re
from collections.abc import Sequence

from sscviewer.workbook.evidence.columns.profiles import profile
from sscviewer.workbook.evidence.tables.header import Column
from sscviewer.workbook.evidence.words.tokens import tokens
from sscviewer.workbook.values.vocabulary import read_toml

_FEWEST = 3
"""So many of them make the frame of an export; one ("Event date", "Group of items") may be an answer."""


def export_frame(columns: Sequence[Column], *, of_edc: bool) -> set[str]:
    """Return the letters of the columns that say of a row where, when and by whom it was entered.

    Three such headings count if one of them is of the system alone ("created", "folder seq"), or where the
    layout is known for an EDC's; fewer only there, and only if they are the same on all rows.
    """
    found = [c for c in columns if _is_framed(c.heading.written)]
    if len(found) >= _FEWEST and (of_edc or any(_is_of_a_system(c.heading.written) for c in found)):
        return {c.letter for c in found}
    return {c.letter for c in found if of_edc and _is_constant(c)}


def _is_framed(written: str) -> bool:
    listed = read_toml("edc")["form"]
    said = _said(written)
    # the status of the form, the event or the patient; "Status" alone is an answer
    is_status = "status" in said and len(said) > 1
    is_one = is_status or bool(said & set(listed["words"]))
    return is_one and said <= {*listed["words"], *listed["beside"]}


def _is_of_a_system(written: str) -> bool:
    """Return whether a heading is one that people who write a table by hand do not use."""
    said = _said(written)
    return bool(said & set(read_toml("edc")["form"]["of_a_system"])) and not said & _OF_PEOPLE


_OF_PEOPLE = frozenset({"study", "record", "visit"})
"""What people number too: "Study ID", "Record ID"."""


def _said(written: str) -> set[str]:
    return {word for token in tokens(_OF_EVENT.sub("", written)) for word in _parted(token)}


_OF_EVENT = re.compile(r"(?:_E\d+(?:_C\d+)?|_C\d+)(?:_\d+)?$")
"""OpenClinica: the event and the form a column is of. Other numbers tell answers: "Item 1"."""


def _parted(token: str) -> tuple[str, ...]:
    """Return a word without what numbers it, and that ("folderid", "pageseq")."""
    known = {*read_toml("edc")["form"]["words"], *read_toml("edc")["form"]["beside"]}
    for end in ("id", "seq", "num", "no", "pos"):
        if token.removesuffix(end) in known - {token}:
            return token.removesuffix(end), end
    return (token,)


def _is_constant(column: Column) -> bool:
    return bool(column.cells.filled.all()) and len(column.cells) > profile(column.cells).distinct == 1
