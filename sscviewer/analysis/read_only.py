"""What is kept and given to several is not written to by any of them."""

from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

import numpy as np


def protect(found: object) -> None:
    """Make the arrays of a result read-only, however deep they lie in tuples and dataclasses."""
    if isinstance(found, np.ndarray):
        found.flags.writeable = False
    elif isinstance(found, tuple):
        for part in found:
            protect(part)
    else:
        kind: Any = type(found)
        for name in _parts(kind):
            protect(getattr(found, name))


@cache
def _parts(kind: type) -> tuple[str, ...]:
    """Return the fields of a dataclass; of other types none."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
