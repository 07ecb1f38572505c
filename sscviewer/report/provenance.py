"""Where a saved figure comes from, in words, and what its file is called."""

import re
import unicodedata
from datetime import date

from sscviewer import __version__
from sscviewer.model.counted import counted
from sscviewer.model.load_report import Source
from sscviewer.model.plain_text import plain_text

_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
_LONGEST = 120
"""Bytes; 255 is what most file systems allow, 260 characters with all folders what Windows does."""
PATTERN = "{study}_{patient}_{view}"


def provenance(
    source: Source,
    n_subjects: int,
    day: date | None = None,
    *,
    kept: int | None = None,
    filtered: str = "",
    is_synthetic: bool = False,
) -> str:
    """Return the footer of a figure: file, checksum, patients, date, program; no path and no user.

    Parameters
    ----------
    day
        When it is made; None for today.
    kept, filtered
        How many of the patients it is made of, and which filter left them; None for all.
    """
    parts = [
        source.name,
        f"sha256 {source.sha256[:8]}",
        _patients(n_subjects, kept, filtered),
        (day or date.today()).isoformat(),
        f"sscviewer {__version__}",
        "synthetic demonstration data" if is_synthetic else "",
    ]
    return " · ".join(part for part in parts if part)


def _patients(total: int, kept: int | None, filtered: str) -> str:
    every = counted(total, "patient")
    if kept is None:
        return every
    return f"{kept} of {every}: {filtered}" if filtered else f"{kept} of {every}"


def file_stem(pattern: str, *, study: str, patient: str, view: str) -> str:
    """Return a file name without suffix that every system accepts; unknown {words} stay as they are."""
    # A figure of the whole trial has no patient, and its name no hole where the patient would stand.
    name = pattern if patient else re.sub(r"\{patient\}[_ -]?", "", pattern)
    for word, text in (("study", study), ("patient", patient), ("view", view)):
        name = name.replace(f"{{{word}}}", text)
    name = shortened(_FORBIDDEN.sub("-", plain_text(name)).strip(" ."))
    return f"_{name}" if name.casefold() in _RESERVED or not name else name


def shortened(name: str) -> str:
    """Return a name of at most `_LONGEST` characters and bytes; of a longer one the beginning and the end.

    File systems count bytes (most allow 255), and a letter of some scripts takes three or four.
    """
    if len(name.encode()) <= _LONGEST:
        return name
    half = _LONGEST // 2 - 1
    begin = name.encode()[:half].decode(errors="ignore")
    return f"{begin}--{name.encode()[-half:].decode(errors='ignore')}"


class Names:
    """Gives names of files of one folder, each once, whatever a file system tells apart.

    Some know no case, and some write an accent as a letter of its own.
    """

    def __init__(self) -> None:
        self._given: set[str] = set()

    def give(self, stem: str) -> str:
        """Return the name, with "_2", "_3" … behind it where it was given before."""
        name, number = shortened(stem), 1
        while _same_file(name) in self._given:
            number += 1
            name = f"{shortened(stem)}_{number}"
        self._given.add(_same_file(name))
        return name


def _same_file(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()
