"""Collects issues while a file is read."""

from collections.abc import Iterable, Set
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from sscviewer.model.issue import Issue, Severity

if TYPE_CHECKING:
    from sscviewer.workbook.values.date_order import UndecidedDates

Mask = npt.NDArray[np.bool_]


class Findings:
    """A growing list of issues, and of columns about which the user is to be asked."""

    def __init__(self) -> None:
        self._issues: list[Issue] = []
        self._questions: list[UndecidedDates] = []

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

    def ask(self, column: "UndecidedDates") -> None:
        """Add a column whose dates can be read both ways."""
        if all((column.sheet, column.heading) != (other.sheet, other.heading) for other in self._questions):
            self._questions.append(column)

    def questions(self) -> "tuple[UndecidedDates, ...]":
        """Return the columns to ask about."""
        return tuple(self._questions)

    def drop(self, codes: Set[str], places: Set[tuple[str, str]]) -> None:
        """Take back what was said by some rules of some cells, given as (sheet, cell)."""
        self._issues = [i for i in self._issues if i.code not in codes or (i.sheet, i.cell) not in places]

    def issues(self) -> tuple[Issue, ...]:
        """Return what was found, errors first, else in the order of finding."""
        rank = {"error": 0, "warning": 1, "info": 2}
        return tuple(sorted(self._issues, key=lambda issue: rank[issue.severity]))
