"""Refuses archives made to hurt before anything in them is unpacked."""

import zipfile
from collections.abc import Sequence

from sscviewer.model.sentence import say
from sscviewer.workbook.unusable import UnusableFile

MAX_UNPACKED = 1024 * 1024 * 1024
"""Half a million rows of fifteen cells unpack to half of this."""

MAX_ENTRIES = 10_000
MAX_RATIO = 300
RATIO_COUNTS_FROM = 20 * 1024 * 1024
"""A part that unpacks to less than this may be as repetitive as it likes."""


def guard_zip(name: str, entries: Sequence[zipfile.ZipInfo]) -> None:
    """Refuse what would unpack to far more than a trial can hold.

    Raises
    ------
    UnusableFile
        If it would.
    """
    total = sum(entry.file_size for entry in entries)
    steep = any(
        entry.file_size > RATIO_COUNTS_FROM and entry.file_size > MAX_RATIO * max(entry.compress_size, 1)
        for entry in entries
    )
    size = say("“{name}” would unpack to {total} MB", name=name, total=total // 1024 // 1024)
    advice = "was not opened: save only the sheets of the trial to a new workbook and open that."
    if total > MAX_UNPACKED:
        raise UnusableFile(
            say(
                "{size}, this program opens {max_unpacked} MB; it {advice}",
                size=size,
                max_unpacked=MAX_UNPACKED // 1024 // 1024,
                advice=advice,
            )
        )
    if steep:
        raise UnusableFile(
            say(
                "{size}, over {max_ratio} times its size, as files made to harm do; it {advice}",
                size=size,
                max_ratio=MAX_RATIO,
                advice=advice,
            )
        )
    if len(entries) > MAX_ENTRIES:
        raise UnusableFile(
            say(
                "“{name}” holds {n} parts, this program opens {max_entries}; it {advice}",
                name=name,
                n=len(entries),
                max_entries=MAX_ENTRIES,
                advice=advice,
            )
        )
