"""Where a saved figure comes from, in words, and what its file is called."""

import re
from datetime import UTC, datetime

from sscviewer import __version__
from sscviewer.model.load_report import Source

_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
_LONGEST = 120
PATTERN = "{study}_{patient}_{view}"


def provenance(
    source: Source,
    n_subjects: int,
    *,
    kept: int | None = None,
    filtered: str = "",
    is_synthetic: bool = False,
) -> str:
    """Return the footer of a figure: file, checksum, patients, date, program; no path and no user.

    Parameters
    ----------
    kept, filtered
        How many of the patients it is made of, and which filter left them; None for all.
    """
    parts = [
        source.name,
        f"sha256 {source.sha256[:8]}",
        _patients(n_subjects, kept, filtered),
        datetime.now(UTC).astimezone().date().isoformat(),
        f"sscviewer {__version__}",
        "synthetic demonstration data" if is_synthetic else "",
    ]
    return " · ".join(part for part in parts if part)


def _patients(total: int, kept: int | None, filtered: str) -> str:
    every = "1 patient" if total == 1 else f"{total} patients"
    if kept is None:
        return every
    return f"{kept} of {every}: {filtered}" if filtered else f"{kept} of {every}"


def file_stem(pattern: str, *, study: str, patient: str, view: str) -> str:
    """Return a file name without suffix that every system accepts; unknown {words} stay as they are."""
    # A figure of the whole trial has no patient, and its name no hole where the patient would stand.
    name = pattern if patient else re.sub(r"\{patient\}[_ -]?", "", pattern)
    for word, text in (("study", study), ("patient", patient), ("view", view)):
        name = name.replace(f"{{{word}}}", text)
    name = _FORBIDDEN.sub("-", name).strip(" .")[:_LONGEST]
    return f"_{name}" if name.casefold() in _RESERVED or not name else name
