"""One file → its sheets, whatever kind it is; an archive → the files in it."""

import io
import lzma
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from pathlib import PurePosixPath
from typing import Any

from sscviewer.model.sentence import say
from sscviewer.workbook.child.biff import is_encrypted
from sscviewer.workbook.kinds import is_locked, kind_of
from sscviewer.workbook.part_names import is_clutter
from sscviewer.workbook.signatures import DATA_SETS
from sscviewer.workbook.unusable import UnusableFile

Frame = dict[str, Any]


def read_part(name: str, data: bytes, password: str | None) -> Iterator[Frame]:
    """Give frames: one with "kind", one with each "sheet", "note" or, of a define.xml, "define".

    No generator, so that nothing here holds on to the bytes while they are read.

    Raises
    ------
    UnusableFile
        If it is no table.
    """
    kind = kind_of(name, data)
    if kind == "zip":
        text = say("“{name}” is an archive inside the study and was not opened.", name=name)
        return iter(({"kind": kind}, {"note": ("warning", "file.not_read", text)}))
    if kind == "encrypted":
        from sscviewer.workbook.child.decrypt import decrypt

        data = decrypt(name, data, password)
        kind = kind_of(name, data)
    return _READERS.get(kind, _read_workbook)(name, data, kind, password)


def _read_workbook(name: str, data: bytes, kind: str, password: str | None) -> Iterator[Frame]:
    from sscviewer.workbook.child.workbooks import read_sheets

    if kind == "xls" and is_encrypted(data):
        from sscviewer.workbook.child.decrypt import decrypt

        data = decrypt(name, data, password)
    if kind == "ods":
        from sscviewer.workbook.child.ods import as_calamine_wants

        data = as_calamine_wants(data)
    return chain(({"kind": kind},), ({"sheet": sheet} for sheet in read_sheets(data, kind)))


def _read_text(name: str, data: bytes, _kind: str, _password: str | None) -> Iterator[Frame]:
    from sscviewer.workbook.child.text_tables import read_text

    kind, sheet, notes = read_text(name, data)
    sheet["name"] = PurePosixPath(name).stem
    yield {"kind": kind}
    yield {"sheet": sheet}
    yield from ({"note": note} for note in notes)


def _read_data_sets(name: str, data: bytes, kind: str, _password: str | None) -> Iterator[Frame]:
    from sscviewer.workbook.child.data_sets import read_data_sets

    yield {"kind": kind}
    yield from read_data_sets(PurePosixPath(name).stem, name, data, kind)


def _read_xml(_name: str, data: bytes, kind: str, _password: str | None) -> Iterator[Frame]:
    from sscviewer.workbook.child.xml_spreadsheet import read_sheets

    yield {"kind": kind}
    for sheet in read_sheets(data):
        yield {"sheet": sheet}


def _read_define(name: str, data: bytes, kind: str, _password: str | None) -> Iterator[Frame]:
    from sscviewer.workbook.child.define_xml import read_labels

    yield {"kind": kind}
    yield {"define": read_labels(data)}


_READERS = {"define": _read_define, "text": _read_text, "xml-spreadsheet": _read_xml} | dict.fromkeys(
    DATA_SETS, _read_data_sets
)


def unpack(name: str, data: bytes, password: str | None) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Give the files of an archive by their paths, without what systems and programs leave behind.

    Each comes as what unpacks it, which raises `PasswordNeeded` or `UnusableFile` where it cannot.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for entry in archive.infolist():
            if not entry.is_dir() and not is_clutter(entry.filename):
                yield entry.filename, partial(_unpack_one, name, archive, entry, password)


def _unpack_one(name: str, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, password: str | None) -> bytes:
    from sscviewer.workbook.child.decrypt import unlock

    try:
        return unlock(name, archive, entry, password) if is_locked(entry) else archive.read(entry)
    except NotImplementedError:
        why = say(
            "is packed in a way that this program cannot unpack: unpack the archive and open the folder."
        )
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError):
        why = say("is damaged in the archive: make the archive again from the files, or open their folder.")
    raise UnusableFile(say("“{name}” {why}", name=entry.filename, why=why))
