"""Which row holds the headings of the first table of a sheet, where a later table has better known ones."""

from collections.abc import Sequence

from sscviewer.workbook.evidence.tables.form_above import is_form
from sscviewer.workbook.evidence.words.patient_words import names_patients
from sscviewer.workbook.values.words import is_number, split_heading

_FEWEST_HEADINGS = 2
_FEWEST_ROWS = 2
"""So much makes a table: headings, one of them the patient's, and rows of data below."""


def are_headings_of_patients(texts: Sequence[str]) -> bool:
    """Return whether cells are headings, and one of them is the patient's."""
    said = [text for text in texts if text.strip()]
    if len(said) < _FEWEST_HEADINGS or len(set(said)) < len(said) or any(map(is_number, said)):
        return False
    return any(names_patients(split_heading(text)) for text in said)


def first_table(top: Sequence[Sequence[str]], best: int) -> int:
    """Return the headings of the first table among the first rows of a sheet, where `best` is of a later one.

    A block of facts above the headings ("Patient" beside "Age") has no rows of data of its own.
    """
    for row in range(best):
        below = list(top[row + 1 : best])
        gap = next((i for i, texts in enumerate(below) if not any(texts)), None)
        if gap is None or gap < _FEWEST_ROWS or not are_headings_of_patients(top[row]):
            continue
        width = sum(bool(text) for text in top[row])
        if is_form([top[row], *below[:gap]]):
            continue
        if all(2 * sum(map(bool, texts)) >= width for texts in below[:gap]):
            return row
    return best
