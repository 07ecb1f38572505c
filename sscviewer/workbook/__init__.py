"""A file becomes a Study and a load report; the only place that knows spreadsheets."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from sscviewer.workbook.unusable import LoadCancelled, PasswordNeeded, UnusableFile

if TYPE_CHECKING:
    from sscviewer.workbook.load import Loaded, load_study
    from sscviewer.workbook.mapping.unrecognised import Unrecognised
    from sscviewer.workbook.values.date_order import DateOrder

__all__ = [
    "DateOrder",
    "LoadCancelled",
    "Loaded",
    "PasswordNeeded",
    "Unrecognised",
    "UnusableFile",
    "load_study",
]

_LATER = {
    "DateOrder": "values.date_order",
    "Loaded": "load",
    "load_study": "load",
    "Unrecognised": "mapping.unrecognised",
}


def __getattr__(name: str) -> Any:
    """Return a name whose module is imported only when asked for: the child program must not need pandas."""
    if name in _LATER:
        return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
