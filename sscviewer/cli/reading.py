"""Loads a file as the command line says, and saves the mapping by which it was read."""

import argparse
from collections.abc import Callable
from pathlib import Path

from sscviewer.cli.password import read_password
from sscviewer.workbook import Loaded, Unrecognised, load_study
from sscviewer.workbook.contradictions.found import FVC_TOLERANCE
from sscviewer.workbook.mapping.file import read_mapping, save_mapping
from sscviewer.workbook.mapping.mapping import Mapping


def load_as_asked(
    options: argparse.Namespace,
    path: Path,
    progress: Callable[[str, float], None] | None,
    otherwise: Mapping | None = None,
) -> Loaded:
    """Load a file as the options common to all commands say.

    The mapping in force is saved even if nothing was recognised, to be filled in; that of another export of
    the same study (`--since`) is not.

    Raises
    ------
    UnusableFile
        If the file, the mapping or the password cannot be used.
    """
    said = vars(options)
    mapping, save_to = said.get("mapping"), said.get("save_mapping")
    if path != said.get("file"):
        save_to = None
    try:
        loaded = load_study(
            path,
            mapping=read_mapping(mapping) if mapping else otherwise,
            progress=progress,
            password=read_password(said.get("password_file")),
            date_order=said.get("date_order"),
            fvc_tolerance=said.get("fvc_tolerance", FVC_TOLERANCE),
            checks=said.get("checks"),
        )
    except Unrecognised as error:
        if save_to is not None:
            save_mapping(error.mapping, save_to)
        raise
    if save_to is not None:
        save_mapping(loaded.mapping, save_to)
    return loaded
