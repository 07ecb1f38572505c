"""Loads a file by a saved mapping, and saves the mapping by which it was read."""

from pathlib import Path
from typing import Any

from sscviewer.workbook import Loaded, Unrecognised, load_study
from sscviewer.workbook.mapping_file import read_mapping, save_mapping


def load_mapped(path: Path, mapping: Path | None, save_to: Path | None, **how: Any) -> Loaded:
    """Load a file.

    Parameters
    ----------
    mapping
        A saved mapping to read it by; None to recognise its columns.
    save_to
        Where to save the mapping in force. It is saved even if nothing was recognised, to be filled in.
    how
        What else `load_study` is told.

    Raises
    ------
    UnusableFile
        If the file or the mapping cannot be used.
    """
    try:
        loaded = load_study(path, mapping=read_mapping(mapping) if mapping else None, **how)
    except Unrecognised as error:
        if save_to is not None:
            save_mapping(error.mapping, save_to)
        raise
    if save_to is not None:
        save_mapping(loaded.mapping, save_to)
    return loaded
