"""What a file leaves open: one question, what was taken without an answer, and what else it may be."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Question:
    """Something that a person would ask before reading on.

    Attributes
    ----------
    id
        What kind of question it is: "patient", "time_unit", "date_order", "sex_codes" ...
    sheet, column
        Where; the column by its letter, "" for the whole sheet.
    text
        The question, with an example from the file.
    options
        The answers that would change how the file is read.
    taken
        The answer by which it was read; "" when it was not read.
    """

    id: str
    sheet: str
    column: str
    text: str
    options: tuple[str, ...]
    taken: str = ""

    def to_json(self) -> dict[str, Any]:
        """Return the question as the JSON documents list it."""
        return {
            "id": self.id,
            "sheet": self.sheet or None,
            "column": self.column or None,
            "text": self.text,
            "options": list(self.options),
            "taken": self.taken or None,
        }
