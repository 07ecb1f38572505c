"""The manifest beside what was saved: from what, by which plan, and how to make each file again.

Same file + same plan + same view = same output: `export --manifest` makes the files anew and compares them.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from sscviewer import __version__
from sscviewer.analysis.plan.plan_file import plan_json, read_document
from sscviewer.model.load_report import source_json
from sscviewer.plots.paper.figure_files import SaveFailed, write_whole
from sscviewer.plots.paper.figure_settings import FigureSettings

if TYPE_CHECKING:
    from sscviewer.analysis.plan import AnalysisPlan
    from sscviewer.model.load_report import Source

SCHEMA = 2
DATES = re.compile(rb"\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:?\d{2})?)?")


@dataclass(frozen=True, slots=True)
class Origin:
    """What everything saved together was made from.

    Attributes
    ----------
    mapping
        The mapping by which the file was read, as TOML.
    filtered, patients
        The filter in force in words, and whom it left; "" and None for all patients.
    day
        The date in the footers.
    """

    source: Source
    n_subjects: int
    plan: AnalysisPlan
    mapping: str = ""
    filtered: str = ""
    patients: tuple[str, ...] | None = None
    day: date = field(default_factory=date.today)


@dataclass(frozen=True, slots=True)
class Made:
    """One file, and what it takes to make it again.

    Attributes
    ----------
    kind
        One of `index_file.HEADINGS`.
    shows
        The patient, or the page and view as "cohort/courses", or the name of the table.
    choices
        What was chosen in the view: name of the control -> value.
    settings
        How a figure is drawn; None for tables.
    """

    path: Path
    kind: str
    shows: str
    choices: Mapping[str, Any] = field(default_factory=dict)
    settings: FigureSettings | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """One file as a manifest lists it."""

    name: str
    kind: str
    shows: str
    choices: Mapping[str, Any]
    settings: FigureSettings | None
    sha256: str
    undated: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a manifest says; `source` has name, sha256, bytes and container of the input."""

    source: Mapping[str, Any]
    program: str
    plan: AnalysisPlan
    mapping: str
    filtered: str
    patients: tuple[str, ...] | None
    day: date
    files: tuple[Listed, ...]


def write_manifest(path: Path, origin: Origin, files: Iterable[Made]) -> None:
    """Write the manifest of files saved together as JSON; the files are read once more for their SHA-256.

    Raises
    ------
    SaveFailed
        If it cannot be written, or a file cannot be read.
    """
    document = {
        "schema": SCHEMA,
        "program": {"name": "sscviewer", "version": __version__},
        "source": source_json(origin.source),
        "n_subjects": origin.n_subjects,
        "plan": plan_json(origin.plan),
        "mapping": origin.mapping,
        "filter": origin.filtered,
        "patients": None if origin.patients is None else list(origin.patients),
        "day": origin.day.isoformat(),
        "files": [_file_json(made, path.parent) for made in files],
    }
    write_whole(path, (json.dumps(document, indent=2, ensure_ascii=False) + "\n").encode())


def read_manifest(path: Path) -> Manifest:
    """Read a manifest back, to make the same files again.

    Raises
    ------
    SaveFailed
        If it is no manifest of this program, or of another version of it.
    """
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        if document["schema"] != SCHEMA:
            raise SaveFailed(f"“{path.name}” was written by another version of sscviewer.")
        patients = document["patients"]
        return Manifest(
            source=document["source"],
            program=document["program"]["version"],
            plan=read_document(document["plan"]).plan,
            mapping=document["mapping"],
            filtered=document["filter"],
            patients=None if patients is None else tuple(patients),
            day=date.fromisoformat(document["day"]),
            files=tuple(_listed(entry) for entry in document["files"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise SaveFailed(f"“{path.name}” is not a manifest that sscviewer wrote.") from error


def _listed(entry: Mapping[str, Any]) -> Listed:
    settings = entry["settings"]
    return Listed(
        name=_safe_name(entry["name"]),
        kind=entry["kind"],
        shows=entry["shows"],
        choices=entry["choices"],
        settings=None if settings is None else FigureSettings.from_json(settings),
        sha256=entry["sha256"],
        undated=entry["undated"],
    )


def _safe_name(name: str) -> str:
    """Return a file's name with the folder it lies in, if any; nothing that leads out of it."""
    parts = [part for part in PurePosixPath(name).parts if part not in ("/", "..")]
    return "/".join(parts[-2:])


def _file_json(made: Made, folder: Path) -> dict[str, Any]:
    try:
        data = made.path.read_bytes()
    except OSError as error:
        raise SaveFailed(f"“{made.path.name}” cannot be read for the manifest.") from error
    return {
        "name": made.path.relative_to(folder).as_posix(),
        "kind": made.kind,
        "shows": made.shows,
        "choices": dict(made.choices),
        "settings": None if made.settings is None else made.settings.to_json(),
        "sha256": hashlib.sha256(data).hexdigest(),
        "undated": undated_sha256(data),
        "bytes": len(data),
    }


def undated_sha256(data: bytes) -> str:
    """Return the SHA-256 of a file without the dates in it: what the files of two days have in common."""
    return hashlib.sha256(DATES.sub(b"", data)).hexdigest()
