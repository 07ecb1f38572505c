"""Tables lying on their side: the patients are the columns, and the rows are what is known of them."""

import re

from sscviewer.workbook.evidence.tables.header import is_known
from sscviewer.workbook.evidence.words.visit_names import visit_label
from sscviewer.workbook.values.cells import Sheet
from sscviewer.workbook.values.vocabulary import is_patients
from sscviewer.workbook.values.words import is_number, split_heading

_SEARCHED = 10
"""The numbers of the patients stand in one of the first rows."""

_LOOKED_AT = 40
"""Rows: the numbers of the patients and, below, the headings of an ordinary form; longer forms have known
ones too."""

_FEWEST_PATIENTS = 3
"""Two numbers side by side are also visits or arms; a sheet of two patients in columns is not recognised."""
_FEWEST_KNOWN = 2
"""So many of the first cells of the rows are headings that we know."""

_CODE = re.compile(r"^[^\W\d_]{0,12}[-_ #]?\d[\w./-]*$")


def patients_in_columns(sheet: Sheet) -> int | None:
    """Return the row (0 is the first) that holds the patients' numbers side by side; None where none does."""
    top = sheet.first_rows(_LOOKED_AT)
    for row, texts in enumerate(top[:_SEARCHED]):
        filled = [i for i, text in enumerate(texts) if text.strip()]
        first = next((i for i in range(len(texts)) if any(below[i] for below in top[row + 1 :])), None)
        if first is None or not _are_patients(texts[first], [texts[i] for i in filled if i != first]):
            continue
        names = [below[first].strip() for below in top[row + 1 :] if below[first].strip()]
        known = len({name for name in names if _is_heading(name)})
        if known >= _FEWEST_KNOWN and 2 * known >= len(names):
            return row
    return None


def _are_patients(heading: str, others: list[str]) -> bool:
    """Return whether cells are different patients: any numbers beside "Patient", else codes with letters."""
    if len(others) < _FEWEST_PATIENTS or len(set(others)) < len(others):
        return False
    if all(_NAMED.match(text.strip()) for text in others):
        return True
    if heading.strip() and not is_patients(split_heading(heading)):
        return False
    if heading.strip():
        return all(is_number(text) or _CODE.match(text.strip()) for text in others)
    return all(_CODE.match(text.strip()) and not is_number(text) for text in others) and not any(
        map(visit_label, others)
    )


_NAMED = re.compile(
    r"^(?:patient|pat\.?|pt\.?|subject|case|participant)\s*(?:no\.?|#)?\s*\d+$", re.IGNORECASE
)
"""Patients that say so of themselves, whatever heads the names of the rows ("Characteristic")."""


def _is_heading(text: str) -> bool:
    """Return whether a text is a heading that we know, behind which a visit may be named."""
    parts = text.split()
    return any(is_known(split_heading(" ".join(parts[:cut]))) for cut in range(len(parts), 0, -1))
