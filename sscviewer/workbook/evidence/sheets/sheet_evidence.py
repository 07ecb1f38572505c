"""One sheet being looked at, and whether it is laid out like the demo's."""

from dataclasses import dataclass, field

from sscviewer.model.questions import Question
from sscviewer.workbook.evidence.columns.profiles import Profile
from sscviewer.workbook.evidence.tables.header import Column, SheetTable
from sscviewer.workbook.values.vocabulary import read_toml
from sscviewer.workbook.values.words import key


@dataclass(slots=True)
class SheetEvidence:
    """A sheet being looked at: what is known of it so far.

    Attributes
    ----------
    columns
        Those that may be read; the patient column is among them.
    why
        By letter, why a column was taken for what it is.
    """

    table: SheetTable
    columns: tuple[Column, ...]
    hidden: tuple[Column, ...]
    profiles: dict[str, Profile]
    why: dict[str, str] = field(default_factory=dict)
    notes: list[tuple[str, str]] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)


def is_native(table: SheetTable) -> bool:
    """Return whether a sheet is laid out like the demo's sheet of that name."""
    native = read_toml("native")
    own = native["sheets"].get(table.sheet)
    if own is None:
        return False
    allowed = {key(text) for text in [*own, *native["common"]]}
    named = [c for c in table.columns if c.heading.written]
    return bool(named) and sum(c.heading.full_key in allowed for c in named) >= len(named) / 2
