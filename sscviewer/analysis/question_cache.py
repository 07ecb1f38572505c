"""What follows from trial, filter and plan is worked out once for the views that share it."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from sscviewer.analysis.plan import AnalysisPlan
from sscviewer.analysis.population import Population
from sscviewer.analysis.read_only import protect
from sscviewer.model.study import Study

Result = TypeVar("Result")
Answer = Callable[[Study, Population, AnalysisPlan], Result]
QUESTIONS_KEPT = 2
"""Of a trial: the filter or plan that is looked at, and the one before it."""


def cached_per_question(function: Answer[Result]) -> Answer[Result]:
    """Return the function with its results kept for the populations and plans that were asked last.

    As `cached_per_study` otherwise; a result is never None.
    """
    known: WeakKeyDictionary[Study, dict[tuple[object, AnalysisPlan], Result]] = WeakKeyDictionary()

    @wraps(function)
    def kept(study: Study, who: Population, plan: AnalysisPlan) -> Result:
        mine, key = known.setdefault(study, {}), (who.key, plan)
        # Asked once: another thread may drop it from what is kept in the meantime.
        found = mine.get(key)
        if found is None:
            found = function(study, who, plan)
            protect(found)
            for old in list(mine)[: max(len(mine) - QUESTIONS_KEPT + 1, 0)]:
                mine.pop(old, None)
            mine[key] = found
        return found

    return kept
