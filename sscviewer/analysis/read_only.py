"""What is kept and given to several is not written to by any of them."""

from dataclasses import fields, is_dataclass

import numpy as np


def protect(found: object) -> None:
    """Make the arrays of a result read-only, however deep they lie in tuples and dataclasses."""
    if isinstance(found, np.ndarray):
        found.flags.writeable = False
    elif isinstance(found, tuple):
        for part in found:
            protect(part)
    elif is_dataclass(found):
        for field in fields(found):
            protect(getattr(found, field.name))
