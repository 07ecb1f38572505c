"""One part of many results fails: it is in the log, says so in its place, and all others are computed.

A part that failed stands where its result would and cannot be read: reading it raises `NotComputed`, so that
no count, sentence or table is made of what is not there. What is made of it fails in turn, and nothing else.
"""

from collections.abc import Callable
from typing import NoReturn, ParamSpec, TypeVar, cast

from sscviewer.analysis.stopping import Stopped
from sscviewer.faults import NOT_COMPUTED, NotComputed, kind_of, note_fault

Given = ParamSpec("Given")
Part = TypeVar("Part")


class _Failed:
    """Stands where a result would; whoever reads it is told."""

    __slots__ = ("kind",)

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def _refuse(self, *_: object) -> NoReturn:
        raise NotComputed(self.kind)

    __getattr__ = __iter__ = __len__ = __bool__ = __getitem__ = __contains__ = _refuse


def attempted(work: Callable[Given, Part], *args: Given.args, **kwargs: Given.kwargs) -> Part:
    """Return what `work` returns; where it fails, what stands in its place (see `failure`).

    Stopping, an exhausted memory and a library that cannot be loaded concern everything and pass.
    """
    try:
        return work(*args, **kwargs)
    except (Stopped, MemoryError, ImportError):
        raise
    except Exception as error:  # noqa: BLE001 - whatever fails in one part, the others are computed
        note_fault(error)
        # of the type only for those who do not read it
        return cast(Part, _Failed(kind_of(error)))


def failure(part: object) -> str:
    """Return the sentence that stands in the place of a part that failed, "" for any other."""
    return NOT_COMPUTED.format(kind=part.kind) if isinstance(part, _Failed) else ""


def attempted_or(
    otherwise: Callable[[str], Part], work: Callable[Given, Part], *args: Given.args, **kwargs: Given.kwargs
) -> Part:
    """Return what `work` returns; where it fails, `otherwise` of the sentence."""
    part = attempted(work, *args, **kwargs)
    words = failure(part)
    return otherwise(words) if words else part
