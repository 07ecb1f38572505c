"""A search asked for again on equal data gives what it found the first time.

Pages, tables, sentences and files ask for the same models; the search for an optimum is what costs in a fit.
"""

import pickle
from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from typing import ParamSpec, TypeVar

from sscviewer.analysis.read_only import protect
from sscviewer.analysis.stopping import stop_if_unwanted

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")

KEPT = 256
"""Results of each function that are kept, those last asked for; of a small trial one takes some 20 kB."""

LARGEST = 100_000
"""Bytes of arguments, and about as many of its result, beyond which none is kept."""


def kept_for_equal_data(function: Callable[Arguments, Result]) -> Callable[Arguments, Result]:
    """Return the function with its results kept by the content of its arguments; arrays read-only.

    The arguments are arrays, plain values and frozen dataclasses of them; nothing else decides the result,
    which is never None. Two threads that ask first at the same moment both work it out and get equal results.
    """
    known: OrderedDict[bytes, Result] = OrderedDict()

    @wraps(function)
    def kept(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Result:
        stop_if_unwanted()
        asked = pickle.dumps((args, kwargs))
        if len(asked) > LARGEST:
            return function(*args, **kwargs)
        key = sha256(asked).digest()
        found = known.pop(key, None)
        if found is None:
            found = function(*args, **kwargs)
            protect(found)
        known[key] = found
        while len(known) > KEPT:
            known.popitem(last=False)
        return found

    return kept
