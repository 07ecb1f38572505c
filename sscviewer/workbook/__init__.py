"""A file becomes a Study and a load report; the only place that knows spreadsheets."""

from typing import TYPE_CHECKING, Any

from sscviewer.workbook.unusable import LoadCancelled, PasswordNeeded, Unrecognised, UnusableFile

if TYPE_CHECKING:
    from sscviewer.workbook.load import Loaded, load_study
    from sscviewer.workbook.mapping import DateOrder

__all__ = [
    "DateOrder",
    "LoadCancelled",
    "Loaded",
    "PasswordNeeded",
    "Unrecognised",
    "UnusableFile",
    "load_study",
]


def __getattr__(name: str) -> Any:
    """Return `Loaded` or `load_study`: imported when asked for, as the child program must not need pandas."""
    if name == "DateOrder":
        from sscviewer.workbook.mapping import DateOrder

        return DateOrder
    if name in ("Loaded", "load_study"):
        from sscviewer.workbook import load

        return getattr(load, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
