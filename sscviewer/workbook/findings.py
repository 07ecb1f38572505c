"""Collects issues while a file is read."""

from collections.abc import Iterable, Set

from sscviewer.model.issue import Issue, Severity
from sscviewer.model.questions import Question


class Findings:
    """A growing list of issues, and of what the user is to be asked."""

    def __init__(self) -> None:
        self._issues: list[Issue] = []
        self._questions: list[Question] = []

    def add(
        self,
        severity: Severity,
        code: str,
        message: str,
        *,
        sheet: str = "",
        cell: str = "",
        usubjid: str = "",
    ) -> None:
        """Add one issue."""
        self._issues.append(Issue(severity, code, message, sheet, cell, usubjid))

    def extend(self, issues: Iterable[Issue]) -> None:
        """Add issues."""
        self._issues.extend(issues)

    def ask(self, question: Question) -> None:
        """Add a question, once for each column."""
        asked = {(q.id, q.sheet, q.heading) for q in self._questions}
        if (question.id, question.sheet, question.heading) not in asked:
            self._questions.append(question)

    def questions(self) -> tuple[Question, ...]:
        """Return what is asked."""
        return tuple(self._questions)

    def drop(self, codes: Set[str], places: Set[tuple[str, str]]) -> None:
        """Take back what was said by some rules of some cells, given as (sheet, cell)."""
        self._issues = [i for i in self._issues if i.code not in codes or (i.sheet, i.cell) not in places]

    def issues(self) -> tuple[Issue, ...]:
        """Return what was found, errors first, else in the order of finding."""
        return gravest_first(self._issues)


def gravest_first(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    """Return issues with the errors first, then warnings; those of one severity in their order."""
    rank = {"error": 0, "warning": 1, "info": 2}
    return tuple(sorted(issues, key=lambda issue: rank[issue.severity]))
