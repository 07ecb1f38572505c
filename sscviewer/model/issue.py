"""What was found wrong or doubtful in a file, said in one sentence that names the cell."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from sscviewer.model.plain_text import capital

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Issue:
    """One finding about the input.

    Attributes
    ----------
    severity
        "error": something could not be used; "warning": used, but look at it; "info": how it was read.
    code
        Stable dotted name of the rule, e.g. "date.partial".
    message
        One sentence for a clinician: "what was found; what was done with it."
    sheet, cell
        Where, e.g. "AE" and "H12"; "" when it concerns the whole file or sheet.
    usubjid
        The patient concerned, "" when none.
    """

    severity: Severity
    code: str
    message: str
    sheet: str = ""
    cell: str = ""
    usubjid: str = ""

    @property
    def found(self) -> str:
        """Return what was found: the message up to its last semicolon."""
        return self.message.rpartition("; ")[0] or self.message

    @property
    def done(self) -> str:
        """Return what the program did, as a sentence; "" where the message says both in one."""
        said, _, done = self.message.rpartition("; ")
        return capital(done) if said else ""

    @property
    def srcref(self) -> str:
        """Return "Sheet!A1", or the sheet alone, or ""."""
        return f"{self.sheet}!{self.cell}" if self.cell else self.sheet


def count_by_code(issues: Iterable[Issue]) -> dict[str, int]:
    """Return how often each rule fired, most frequent first."""
    return dict(Counter(issue.code for issue in issues).most_common())


MOST_SINGLE = 5
"""So many findings of a kind on a sheet are shown one by one; more of them are a line with a count."""


@dataclass(frozen=True, slots=True)
class IssueGroup:
    """The findings of one kind on one sheet, in their order; at least one."""

    issues: tuple[Issue, ...]

    @property
    def first(self) -> Issue:
        """The first of them, which stands for all."""
        return self.issues[0]

    @property
    def is_flood(self) -> bool:
        """Whether they are too many to be shown one by one."""
        return len(self.issues) > MOST_SINGLE

    @property
    def n_subjects(self) -> int:
        """Patients concerned."""
        return len({issue.usubjid for issue in self.issues} - {""})


def group_by_kind(issues: Iterable[Issue]) -> tuple[IssueGroup, ...]:
    """Return the findings by rule and sheet, in the order in which the first of each stands."""
    found: dict[tuple[str, str], list[Issue]] = {}
    for issue in issues:
        found.setdefault((issue.code, issue.sheet), []).append(issue)
    return tuple(IssueGroup(tuple(group)) for group in found.values())
