"""What a file leaves open: one question, what was taken without an answer, and what else it may be."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Example:
    """A cell as it stands in the file, and what each option of its question makes of it."""

    written: str
    read: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody said to a question.

    Attributes
    ----------
    id
        The question's.
    sheet, column
        The sheet by its name, the column by its heading; "" for all of them.
    option
        One of the question's options.
    """

    id: str
    sheet: str
    column: str
    option: str


Answers = tuple[Answer, ...]

ONE_FOR_ALL = frozenset({"date_order"})
"""Questions that have one answer for the whole file."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something that a person would ask before reading on.

    Attributes
    ----------
    id
        What kind of question it is: "patient", "time_unit", "date_order", "sex_codes", "arm_codes",
        "which_sheet", "study_drug", "number_mark", "occasions", "tablets".
    sheet, column
        Where; the column by its letter, "" for the whole sheet.
    text
        The question, with an example from the file.
    options
        The answers that would change how the file is read.
    taken
        The answer by which it was read; "" when it was not read.
    heading
        The column's heading, by which an answer names it; "" for the whole sheet.
    examples
        A few cells as they stand and what each option makes of them.
    """

    id: str
    sheet: str
    column: str
    text: str
    options: tuple[str, ...]
    taken: str = ""
    heading: str = ""
    examples: tuple[Example, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return the question as the JSON documents list it."""
        return {
            "id": self.id,
            "sheet": self.sheet or None,
            "column": self.column or None,
            "heading": self.heading or None,
            "text": self.text,
            "options": list(self.options),
            "taken": self.taken or None,
        }

    def answered(self, option: str) -> Answer:
        """Return an option as the answer to it."""
        if self.id in ONE_FOR_ALL:
            return Answer(self.id, "", "", option)
        return Answer(self.id, self.sheet, self.heading, option)

    def is_kin(self, other: "Question") -> bool:
        """Whether one answer serves both: the same is asked, of all columns or of columns named alike."""
        asked = (self.id, self.options) == (other.id, other.options)
        return asked and (self.id in ONE_FOR_ALL or (self.heading != "" and self.heading == other.heading))


def asked_together(questions: Sequence[Question]) -> tuple[Question, ...]:
    """Return what to ask first: a question that has options, and those that its answer serves too."""
    first = next((question for question in questions if question.options), None)
    if first is None:
        return ()
    return tuple(question for question in questions if question is first or question.is_kin(first))


def with_answers(answers: Answers, more: Answers) -> Answers:
    """Return answers with later ones, which take the place of earlier ones to the same question."""
    said = {(a.id, a.sheet, a.column) for a in more}
    return (*(a for a in answers if (a.id, a.sheet, a.column) not in said), *more)
