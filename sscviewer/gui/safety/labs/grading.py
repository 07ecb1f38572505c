"""What the views of laboratory values have in common: values graded once per trial."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from sscviewer.gui.panes.drill import Drill
from sscviewer.model.counted import counted
from sscviewer.model.sentence import say

if TYPE_CHECKING:
    from sscviewer.analysis.asked import Asked
    from sscviewer.analysis.labs.labs import Labs
    from sscviewer.analysis.plan.laboratory import LaboratoryRules
    from sscviewer.analysis.population import Population
    from sscviewer.model.study import Study

Result = TypeVar("Result")
NO_LABS = say(
    "No laboratory value of this workbook is a number with a date or a visit, so none "
    "can be graded. The Data page lists what could not be read."
)

ARROWS = {"low": "↓", "high": "↑", "": ""}
"""What stands for a direction where there is no room for its word."""


@dataclass(frozen=True, slots=True)
class Graded(Generic[Result]):
    """Graded values, who is counted, and what a view made of them."""

    labs: "Labs"
    who: "Population"
    found: Result


class GradeLabs(Generic[Result]):
    """Grades the laboratory values of a trial, once per trial, whatever filter and other rules.

    Parameters
    ----------
    then
        What the view makes of the graded values, for the patients counted, by the rules of the plan.
    """

    def __init__(self, then: "Callable[[Labs, Population, LaboratoryRules], Result]") -> None:
        self._then = then
        self._known: tuple[Study, Labs] | None = None

    def __call__(self, asked: "Asked", settings: None) -> Graded[Result]:
        """Return what a view shows."""
        from sscviewer.analysis.labs.labs import labs

        known = self._known
        if known is None or known[0] is not asked.study:
            known = self._known = (asked.study, labs(asked.study))
        graded, who = known[1], asked.who.safety
        return Graded(graded, who, self._then(graded, who, asked.plan.laboratory))


def values_behind(labs: "Labs", paramcd: str, words: str, usubjids: tuple[str, ...]) -> Drill:
    """Return all values some patients have of a test: what stands behind a count of patients."""
    from sscviewer.analysis.labs.labs import rows_of

    rows = tuple(int(row) for row in rows_of(labs.tests[paramcd], labs, usubjids))
    title = f"{words}: {counted(len(usubjids), 'patient')}, {counted(len(rows), 'value')}"
    return Drill(title, "measurements", rows, usubjids)
