"""Mappings kept for the next export of the same shape: one small file each, named by a hash."""

import contextlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from sscviewer.workbook.findings import Findings
from sscviewer.workbook.mapping import DateOrder, Mapping, shape
from sscviewer.workbook.mapping_check import BadMapping
from sscviewer.workbook.mapping_file import read_mapping, save_mapping
from sscviewer.workbook.mapping_guess import guess_mapping
from sscviewer.workbook.recognise import Recognised


def shape_of(recognised: Sequence[Recognised]) -> str:
    """Return the hash of a workbook's sheet names and headings, as recognised without any mapping."""
    return shape(guess_mapping(recognised).mapping)


def _path(folder: Path, workbook: str) -> Path:
    return folder / f"{workbook}.toml"


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


def remember_date_order(folder: Path, workbook: str, order: DateOrder) -> None:
    """Keep what 03/04/2007 means in workbooks of a shape, beside what is kept of them already.

    Raises
    ------
    UnusableFile
        If the folder cannot be written to, or what is kept cannot be read.
    """
    path = _path(folder, workbook)
    kept = read_mapping(path) if path.is_file() else Mapping()
    store_mapping(folder, workbook, replace(kept, date_order=order))


def forget_mapping(folder: Path, workbook: str) -> None:
    """Forget the mapping for workbooks of a shape, if there is one."""
    with contextlib.suppress(OSError):
        _path(folder, workbook).unlink(missing_ok=True)


def stored_mapping(
    folder: Path | None, recognised: Sequence[Recognised], findings: Findings
) -> Mapping | None:
    """Return the mapping kept for a workbook's shape, and say that it is used; None without one."""
    path = _path(folder, shape_of(recognised)) if folder is not None else None
    if path is None or not path.is_file():
        return None
    try:
        mapping = read_mapping(path)
    except BadMapping as error:
        findings.add("warning", "mapping.unreadable", f"The mapping kept for this file was not used. {error}")
        return None
    if mapping.sheets:
        findings.add(
            "info",
            "mapping.reused",
            "The sheets and columns are read as you mapped them in an earlier export of the same shape "
            "(File ▸ Map columns… shows and changes it).",
        )
    return mapping
