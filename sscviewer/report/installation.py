"""What is installed here, in words and hashes: the program, its libraries, the files its numbers rest on."""

from __future__ import annotations

import hashlib
import platform
import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from sscviewer import __version__
from sscviewer.bundled import resource_path

LIBRARIES = (
    "numpy", "scipy", "pandas", "statsmodels", "formulaic", "python-calamine", "openpyxl", "pyreadstat",
    "PySide6_Essentials", "pyqtgraph", "python-docx", "pypdfium2",
)  # fmt: skip
"""Those that a number or a page passes through."""

FOLDERS = ("reference", "equations", "vocabulary")
"""The bundled files that decide what is computed and how it is read."""

SHOWN_DIGITS = 16
"""Of a hash in a table; all 64 are in the JSON."""


@dataclass(frozen=True, slots=True)
class Installation:
    """What is installed.

    Attributes
    ----------
    program : str
        SHA-256 over the program's own code: of the packaged program, else of all its modules and their names.
    facts : tuple of (str, str)
        What, and which: version, Python, system.
    libraries : tuple of (str, str)
        Name and version; "not found" where it cannot be told.
    files : tuple of (str, str)
        Name under the bundled folder and SHA-256.
    """

    program: str
    facts: tuple[tuple[str, str], ...]
    libraries: tuple[tuple[str, str], ...]
    files: tuple[tuple[str, str], ...]


def this_installation() -> Installation:
    """Return what is installed here; no name of the computer, of its user, or of a folder."""
    facts = (
        ("sscviewer", __version__),
        ("Form", "packaged program" if is_packaged() else "Python package"),
        ("Python", f"{platform.python_version()} ({platform.python_implementation()})"),
        ("Operating system", f"{platform.system()} {platform.release()}, {platform.machine()}"),
    )
    return Installation(_program_hash(), facts, tuple(map(_library, LIBRARIES)), _files())


def is_packaged() -> bool:
    """Whether this is the packaged program, which has no Python beside it."""
    return bool(getattr(sys, "frozen", False))


def _library(name: str) -> tuple[str, str]:
    try:
        return name, version(name)
    except PackageNotFoundError:
        return name, "not found"


def _program_hash() -> str:
    if is_packaged():
        return _hash(Path(sys.executable))
    package = Path(__file__).resolve().parents[1]
    lines = [
        f"{path.relative_to(package).as_posix()} {_hash(path)}\n" for path in sorted(package.rglob("*.py"))
    ]
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _files() -> tuple[tuple[str, str], ...]:
    return tuple(
        (f"{folder}/{path.name}", _hash(path))
        for folder in FOLDERS
        for path in sorted(resource_path(folder).iterdir())
        if path.is_file()
    )


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
