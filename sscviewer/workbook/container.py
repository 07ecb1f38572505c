"""A file on disk → its bytes, what kind of file it really is, and a guard against files made to hurt.

The kind is decided by content, never by the name. The file is opened once, for reading only.
"""

import hashlib
import io
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from sscviewer.workbook.unusable import UnusableFile

MAX_UNPACKED = 300 * 1024 * 1024
MAX_ENTRIES = 10_000
MAX_RATIO = 300
RATIO_COUNTS_FROM = 20 * 1024 * 1024
"""A part that unpacks to less than this may be as repetitive as it likes."""

OPEN_KINDS = frozenset({"xlsx", "xlsm"})
"""What this version reads; the other kinds are recognised so that the refusal can name them."""

_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_NAME = "EncryptedPackage".encode("utf-16-le")

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"II*\x00", "a picture (TIFF)"),
    (b"MM\x00*", "a picture (TIFF)"),
    (b"BM", "a picture (BMP)"),
    (b"HEADER RECORD*******", "a SAS transport file"),
    (b"{\\rtf", "a Word document (RTF)"),
    (b"\x1f\x8b", "a compressed archive (gzip)"),
    (b"7z\xbc\xaf", "a compressed archive (7z)"),
    (b"SQLite format 3", "a database"),
)

_SAVE_AS = "open it in Excel, save it as an Excel workbook (.xlsx) and open that"
_CHOOSE = "choose the Excel workbook (.xlsx) of the trial"


@dataclass(frozen=True, slots=True)
class Container:
    """A file in memory: its name without folder, its bytes, their SHA-256 and the kind of file it is."""

    name: str
    data: bytes
    sha256: str
    kind: str


def open_container(path: Path) -> Container:
    """Read a file and recognise it.

    Raises
    ------
    UnusableFile
        If it is not there, cannot be read, is no workbook, is encrypted, damaged or made to hurt.
    """
    name = path.name or str(path)
    data = _read_bytes(path, name)
    kind = recognise(name, data)
    return Container(name, data, hashlib.sha256(data).hexdigest(), kind)


def _read_bytes(path: Path, name: str) -> bytes:
    if path.is_dir():
        raise UnusableFile(f"“{name}” is a folder, not a file: {_CHOOSE} inside it.")
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise UnusableFile(
            f"“{name}” is not there: it may have been moved, renamed or deleted; choose the file again."
        ) from None
    except PermissionError:
        raise UnusableFile(
            f"“{name}” may not be read: close it in Excel if it is open there, or save a copy and open that."
        ) from None
    except OSError as error:
        reason = error.strerror or "the disk or network drive does not answer"
        raise UnusableFile(
            f"“{name}” could not be read ({reason}): copy it to this computer and open the copy."
        ) from None


def recognise(name: str, data: bytes) -> str:
    """Return the kind of workbook the bytes are: "xlsx" or "xlsm".

    Raises
    ------
    UnusableFile
        For anything else, in a sentence that says what it is.
    """
    if not data:
        raise UnusableFile(f"“{name}” is an empty file (0 bytes): copy or export it again.")
    if data.startswith(_OLE2):
        raise UnusableFile(_ole2_sentence(name, data))
    if data.startswith(b"PK"):
        return _recognise_zip(name, data)
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise UnusableFile(f"“{name}” is {what}, not a workbook: {_CHOOSE}.")
    raise UnusableFile(_text_sentence(name, data))


def _ole2_sentence(name: str, data: bytes) -> str:
    if _ENCRYPTED_NAME in data:
        return (
            f"“{name}” is password-protected: open it in Excel, remove the password "
            "(File, Info, Protect Workbook) in a copy and open the copy."
        )
    if "WordDocument".encode("utf-16-le") in data:
        return f"“{name}” is a Word document, not a workbook: {_CHOOSE}."
    return f"“{name}” is in the old Excel format (.xls), which comes with the next version: {_SAVE_AS}."


def _text_sentence(name: str, data: bytes) -> str:
    start = data[:4096]
    lowered = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if lowered.startswith((b"<!doctype html", b"<html", b"<table")):
        return f"“{name}” is a web page (HTML), not a workbook: {_SAVE_AS}."
    if lowered.startswith(b"<?xml"):
        return f"“{name}” is an XML file, not a workbook: {_SAVE_AS}."
    if start.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" not in start:
        return f"“{name}” is plain text or CSV, which comes with the next version: {_SAVE_AS}."
    return f"“{name}” is not an Excel workbook, and nothing else we know: {_CHOOSE}."


def _recognise_zip(name: str, data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _guard(name, entries)
            names = {entry.filename for entry in entries}
            kind = _zip_kind(archive, names)
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, RuntimeError):
        raise UnusableFile(
            f"“{name}” is damaged or cut short: copy or export it again, "
            "or let Excel repair it (File, Open, Open and Repair)."
        ) from None
    if kind in OPEN_KINDS:
        return kind
    if kind in ("xlsb", "ods"):
        raise UnusableFile(f"“{name}” is an .{kind} workbook, which comes with the next version: {_SAVE_AS}.")
    raise UnusableFile(f"“{name}” is {kind}, not a workbook: {_CHOOSE}.")


def _zip_kind(archive: zipfile.ZipFile, names: set[str]) -> str:
    if "mimetype" in names:
        mime = archive.read("mimetype")[:200]
        return "ods" if b"opendocument.spreadsheet" in mime else "an OpenDocument file"
    if "word/document.xml" in names:
        return "a Word document"
    if any(entry.startswith("ppt/") for entry in names):
        return "a PowerPoint presentation"
    if "xl/workbook.bin" in names:
        return "xlsb"
    if "[Content_Types].xml" in names and any(entry.startswith("xl/") for entry in names):
        types = archive.read("[Content_Types].xml")
        return "xlsm" if b"macroEnabled" in types else "xlsx"
    return "a zip archive"


def _guard(name: str, entries: list[zipfile.ZipInfo]) -> None:
    """Refuse what would unpack to far more than a trial can hold, before anything is unpacked."""
    total = sum(entry.file_size for entry in entries)
    steep = any(
        entry.file_size > RATIO_COUNTS_FROM and entry.file_size > MAX_RATIO * max(entry.compress_size, 1)
        for entry in entries
    )
    if total > MAX_UNPACKED or len(entries) > MAX_ENTRIES or steep:
        raise UnusableFile(
            f"“{name}” would unpack to {total // 1024 // 1024} MB, more than any trial needs, "
            "and was not opened: save only the sheets of the trial to a new workbook and open that."
        )
