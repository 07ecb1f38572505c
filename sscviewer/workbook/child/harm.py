"""Tells what is made to harm from what is damaged, once a workbook could not be read."""

import io
import re
import zipfile
from collections.abc import Iterable

from sscviewer.workbook.child.coded import MAX_CELLS

_LOOKED_AT = 200_000
_ENTITIES = re.compile(rb"<!(?:ENTITY|DOCTYPE)\b")
_ROWS = re.compile(rb'\bnumber-rows-repeated="(\d{1,12})"')
_FILLED_CELL = re.compile(rb"<table:table-cell\b[^>]*\boffice:value-type=[^>]*>")
_COLUMNS = re.compile(rb'\bnumber-columns-repeated="(\d{1,12})"')
"""Empty cells are repeated to the edge of every sheet; filled ones hardly ever are."""


class Entities(Exception):  # noqa: N818 - what is the matter with the file
    """The workbook defines entities."""


class TooFar(Exception):  # noqa: N818 - as above
    """A sheet would have more cells than there is room for."""


def refuse_what_harms(file: str | io.BytesIO, kind: str) -> None:
    """Raise `Entities` or `TooFar` where that is why a workbook cannot be read."""
    if kind not in ("xlsx", "xlsm", "ods"):
        return
    try:
        with zipfile.ZipFile(file) as archive:
            starts = [_start(archive, name) for name in archive.namelist() if name.endswith(".xml")]
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError):
        return
    if any(_ENTITIES.search(start) for start in starts):
        raise Entities
    if kind == "ods":
        filled = [cell for start in starts for cell in _FILLED_CELL.findall(start)]
        if _most(_ROWS, starts) * _most(_COLUMNS, filled) > MAX_CELLS:
            raise TooFar


def _most(pattern: re.Pattern[bytes], texts: Iterable[bytes]) -> int:
    return max((int(times) for text in texts for times in pattern.findall(text)), default=1)


def _start(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        return part.read(_LOOKED_AT)
