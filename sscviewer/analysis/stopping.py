"""How a long computation is stopped: it asks here, between steps, whether its answer is still wanted.

Who starts it says how to ask (`stoppable`); models, imputations and resamples ask once per step. Without
anybody to ask (command line, tests) the question costs next to nothing.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_wanted_no_more: ContextVar[Callable[[], bool] | None] = ContextVar("wanted_no_more", default=None)


class Stopped(Exception):  # noqa: N818 - reads as what happened
    """The answer is no longer wanted."""


@contextmanager
def stoppable(wanted_no_more: Callable[[], bool]) -> Iterator[None]:
    """Let what is computed inside, on this thread, stop when the function says so."""
    token = _wanted_no_more.set(wanted_no_more)
    try:
        yield
    finally:
        _wanted_no_more.reset(token)


def stop_if_unwanted() -> None:
    """Go on, or raise `Stopped` when the answer is no longer wanted."""
    ask = _wanted_no_more.get()
    if ask is not None and ask():
        raise Stopped
