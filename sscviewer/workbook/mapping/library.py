"""Mappings kept for the next export of the same shape: one small file each, named by a hash."""

import contextlib
from collections.abc import Sequence
from pathlib import Path

from sscviewer.model.questions import Answers
from sscviewer.model.sentence import say
from sscviewer.on_disk import is_file
from sscviewer.whole_file import write_whole_file
from sscviewer.workbook.evidence.sheets.recognised import Recognised
from sscviewer.workbook.findings import Findings
from sscviewer.workbook.mapping.check import BadMapping
from sscviewer.workbook.mapping.file import read_mapping, save_mapping
from sscviewer.workbook.mapping.guess import guess_mapping
from sscviewer.workbook.mapping.mapping import Mapping, answered, shape


def shape_of(recognised: Sequence[Recognised]) -> str:
    """Return the hash of a workbook's sheet names and headings, as recognised without any mapping."""
    return shape(guess_mapping(recognised).mapping)


def _path(folder: Path, workbook: str) -> Path:
    return folder / f"{workbook}.toml"


def kept_bytes(folder: Path, workbook: str) -> bytes | None:
    """Return all that is kept for workbooks of a shape, to be put back later; None when nothing is."""
    path = _path(folder, workbook)
    return path.read_bytes() if is_file(path) else None


def put_back(folder: Path, workbook: str, kept: bytes | None) -> None:
    """Keep again what `kept_bytes` gave (raises OSError where the folder cannot be written to)."""
    path = _path(folder, workbook)
    if kept is None:
        path.unlink(missing_ok=True)
    else:
        write_whole_file(path, kept)


def store_mapping(folder: Path, workbook: str, mapping: Mapping) -> None:
    """Keep a mapping for workbooks of a shape.

    Raises
    ------
    UnusableFile
        If the folder cannot be written to.
    """
    with contextlib.suppress(OSError):  # save_mapping says in words that the folder is not there
        folder.mkdir(parents=True, exist_ok=True)
    save_mapping(mapping, _path(folder, workbook))


def remember_answers(folder: Path, workbook: str, answers: Answers) -> None:
    """Keep answers for workbooks of a shape, beside what is kept of them already.

    Raises
    ------
    UnusableFile
        If the folder cannot be written to, or what is kept cannot be read.
    """
    path = _path(folder, workbook)
    kept = read_mapping(path) if is_file(path) else Mapping()
    store_mapping(folder, workbook, answered(kept, answers))


def forget_mapping(folder: Path, workbook: str) -> None:
    """Forget what the sheets of workbooks of a shape are, if that is kept; groups of events stay.

    Raises
    ------
    UnusableFile
        If the folder cannot be written to.
    """
    path = _path(folder, workbook)
    groups = {}
    with contextlib.suppress(BadMapping):
        groups = read_mapping(path).groups if is_file(path) else {}
    if groups:
        save_mapping(Mapping(groups=groups), path)
        return
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)


def stored_mapping(folder: Path | None, workbook: str, findings: Findings) -> Mapping | None:
    """Return the mapping kept for a workbook's shape, and say that it is used; None without one."""
    path = _path(folder, workbook) if folder is not None else None
    if path is None or not is_file(path):
        return None
    try:
        mapping = read_mapping(path)
    except BadMapping as error:
        findings.add(
            "warning",
            "mapping.unreadable",
            say("The mapping kept for this file was not used. {error}", error=error),
        )
        return None
    if mapping.sheets:
        _say_reused(findings)
    return mapping


def _say_reused(findings: Findings) -> None:
    findings.add(
        "info",
        "mapping.reused",
        say(
            "The sheets and columns are read as you mapped them in an earlier export of the same "
            "shape (File ▸ Map columns… shows and changes it)."
        ),
    )
