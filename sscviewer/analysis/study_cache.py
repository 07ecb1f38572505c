"""What follows from the trial alone is worked out once and kept as long as the trial is."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from sscviewer.analysis.read_only import protect
from sscviewer.model.study import Study

Result = TypeVar("Result")


def cached_per_study(function: Callable[[Study], Result]) -> Callable[[Study], Result]:
    """Return the function with its result kept for each study (a study never changes); arrays read-only.

    The result must not hold the study itself, or neither would ever be forgotten. Two threads that ask first
    at the same moment both work it out and get equal results.
    """
    known: WeakKeyDictionary[Study, Result] = WeakKeyDictionary()

    @wraps(function)
    def kept(study: Study) -> Result:
        found = known.get(study)
        if found is None:
            found = function(study)
            protect(found)
            known[study] = found
        return found

    return kept
