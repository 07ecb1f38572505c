"""Words of headings under which patients stand, in any language and order ("Code patient", "Pt no")."""

from sscviewer.workbook.evidence.words.tokens import english
from sscviewer.workbook.values.vocabulary import is_patients
from sscviewer.workbook.values.words import Heading, split_heading

PEOPLE = frozenset(
    {"patient", "subject", "participant", "person", "usubjid", "subjid", "case", "volunteer"}
    | {"animal", "child", "recipient", "individual", "respondent", "infant", "newborn", "neonate"}
)
"""Words for a person in a trial, with which a heading says that its cells are people."""

NUMBERS = frozenset({"id", "number", "code", "identifier", "record", "key"})
"""Words for what a person is called by."""

THINGS = frozenset(
    {"plant", "tree", "plot", "field", "machine", "car", "plate", "well", "strip", "specimen", "batch", "lot"}
)
"""What rows of measurements belong to that are nobody's."""

NOT_WHO = frozenset(
    {"age", "date", "visit", "name", "status", "sex", "weight", "height", "count", "of", "per"}
)
"""What is said of a person, or counted of them, rather than who it is."""


def speaks_of_people(words: set[str]) -> bool:
    """Return whether the words of a heading name persons; "pt" does beside a number, alone it is a term."""
    return bool(words & PEOPLE) or ("pt" in words and bool(words & NUMBERS))


def names_patients(heading: Heading) -> bool:
    """Return whether a heading is one of those we know for the patient's number, or says the same."""
    if is_patients(heading) or is_patients(split_heading(" ".join(english(heading.written)))):
        return True
    words = set(english(heading.written))
    return speaks_of_people(words) and bool(words & NUMBERS) and not words & (NOT_WHO - {"of"})
