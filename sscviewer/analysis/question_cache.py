"""What several views ask of the same trial, filter and plan is worked out once."""

from collections.abc import Callable, Hashable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from sscviewer.analysis.plan import AnalysisPlan
from sscviewer.analysis.population import Population
from sscviewer.model.study import Study

Result = TypeVar("Result")
QUESTIONS_KEPT = 4
"""Of a trial: the filter or plan that is looked at, and those to go back to."""


def cached_per_question(
    function: Callable[[Study, Population, AnalysisPlan], Result],
) -> Callable[[Study, Population, AnalysisPlan], Result]:
    """Return the function with its results kept for the plans and populations that were asked last.

    A study never changes, and no result may hold it, or neither would ever be forgotten. Two threads that ask
    first at the same moment both work it out and get equal results.
    """
    known: WeakKeyDictionary[Study, dict[Hashable, Result]] = WeakKeyDictionary()

    @wraps(function)
    def kept(study: Study, who: Population, plan: AnalysisPlan) -> Result:
        mine, key = known.setdefault(study, {}), (who.key, plan)
        found = mine.get(key)
        if found is None:
            found = function(study, who, plan)
            while len(mine) >= QUESTIONS_KEPT:
                mine.pop(next(iter(mine)), None)
            mine[key] = found
        return found

    return kept
