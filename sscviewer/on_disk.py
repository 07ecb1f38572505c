"""Whether a file or a folder is there, answered without an error: whatever cannot be looked at is not there.

pathlib before Python 3.14 raises where a folder may not be entered or a network drive has gone.
"""

import os.path
from pathlib import Path


def is_file(path: Path) -> bool:
    """Return whether a file is there that can be looked at."""
    return os.path.isfile(path)


def is_folder(path: Path) -> bool:
    """Return whether a folder is there that can be looked at."""
    return os.path.isdir(path)


def is_there(path: Path) -> bool:
    """Return whether there is anything that can be looked at."""
    return os.path.exists(path)
