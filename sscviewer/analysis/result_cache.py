"""Results kept per data, patients and settings, so that what was computed once is not computed again."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar

from sscviewer.analysis.population import Population
from sscviewer.model.study import Study

Result = TypeVar("Result")
CAPACITY = 64


class ResultCache:
    """The results of the last `capacity` questions, the least recently asked forgotten first.

    Safe to use from a worker thread and the window at once; what is missing is computed outside the lock, so
    that a long fit never holds up a reader.
    """

    def __init__(self, capacity: int = CAPACITY) -> None:
        self._capacity = capacity
        self._results: OrderedDict[Hashable, tuple[Study, Any]] = OrderedDict()
        self._lock = Lock()

    def get(
        self,
        function: Callable[..., Result],
        study: Study,
        who: Population,
        settings: Hashable,
        **more: Hashable,
    ) -> Result:
        """Return `function(study, who, settings, **more)`, from the cache if it was asked before.

        Parameters
        ----------
        settings : Hashable
            Anything equal for equal questions, such as `EfficacySettings`.
        """
        key = self._key(function, study, who, settings, more)
        with self._lock:
            if key in self._results:
                self._results.move_to_end(key)
                known: Result = self._results[key][1]
                return known
        result = function(study, who, settings, **more)
        with self._lock:
            # The study is kept with its result: while it is, no other study can have its identity.
            self._results[key] = (study, result)
            self._results.move_to_end(key)
            while len(self._results) > self._capacity:
                self._results.popitem(last=False)
        return result

    def has(
        self,
        function: Callable[..., object],
        study: Study,
        who: Population,
        settings: Hashable,
        **more: Hashable,
    ) -> bool:
        """Return whether `get` would answer at once."""
        with self._lock:
            return self._key(function, study, who, settings, more) in self._results

    def clear(self) -> None:
        """Forget everything: another study was opened."""
        with self._lock:
            self._results.clear()

    def _key(
        self,
        function: Callable[..., object],
        study: Study,
        who: Population,
        settings: Hashable,
        more: dict[str, Hashable],
    ) -> Hashable:
        patients = frozenset(
            usubjid for usubjid, treated in zip(study.usubjids, who.treated, strict=True) if treated
        )
        return function, id(study), patients, settings, tuple(sorted(more.items()))
