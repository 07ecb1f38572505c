"""The manifest beside a saved set: from what, with which settings and which program each file was made."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sscviewer import __version__
from sscviewer.model.load_report import source_json
from sscviewer.plots.paper.figure_files import SaveFailed, write_whole
from sscviewer.plots.paper.figure_settings import FigureSettings

if TYPE_CHECKING:
    from sscviewer.model.load_report import Source

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a manifest says.

    Attributes
    ----------
    source
        name, sha256, bytes and container of the file the figures were made from.
    program
        Version of this program.
    n_subjects
        Patients in the file.
    settings
        How the figures were drawn.
    files
        (name, what it shows: a patient or "all", sha256) of every file of the set.
    """

    source: Mapping[str, Any]
    program: str
    n_subjects: int
    settings: FigureSettings
    files: tuple[tuple[str, str, str], ...]


def write_manifest(
    path: Path,
    *,
    source: Source,
    n_subjects: int,
    settings: FigureSettings,
    files: Iterable[tuple[Path, str]],
) -> None:
    """Write the manifest of a saved set as JSON.

    Parameters
    ----------
    path
        Beside the files it lists.
    files
        (file, what it shows: a USUBJID or "all patients"); read once more for their SHA-256.

    Raises
    ------
    SaveFailed
        If it cannot be written, or a file of the set cannot be read.
    """
    document = {
        "schema": SCHEMA,
        "program": {"name": "sscviewer", "version": __version__},
        "source": source_json(source),
        "n_subjects": n_subjects,
        "settings": settings.to_json(),
        "files": [_file_json(file, shows) for file, shows in files],
    }
    write_whole(path, (json.dumps(document, indent=2, ensure_ascii=False) + "\n").encode())


def read_manifest(path: Path) -> Manifest:
    """Read a manifest back, to make the same figures again.

    Raises
    ------
    SaveFailed
        If it is no manifest of this program, or of a newer one.
    """
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        if document["schema"] != SCHEMA:
            raise SaveFailed(f"“{path.name}” was written by another version of sscviewer.")
        return Manifest(
            source=document["source"],
            program=document["program"]["version"],
            n_subjects=document["n_subjects"],
            settings=FigureSettings.from_json(document["settings"]),
            files=tuple((f["name"], f["shows"], f["sha256"]) for f in document["files"]),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SaveFailed(f"“{path.name}” is not a manifest that sscviewer wrote.") from error


def _file_json(file: Path, shows: str) -> dict[str, Any]:
    try:
        data = file.read_bytes()
    except OSError as error:
        raise SaveFailed(f"“{file.name}” cannot be read for the manifest.") from error
    return {"name": file.name, "shows": shows, "sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}
