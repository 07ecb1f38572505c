"""What a file is, by its content and never by its name; what is no table is named and refused."""

import io
import struct
import zipfile
import zlib

from sscviewer.workbook.signatures import CHOOSE, DATA_SETS, EXPORT, SAVE_AS, refused_kind
from sscviewer.workbook.unusable import UnusableFile
from sscviewer.workbook.zip_guard import guard_zip

READABLE = frozenset(
    {"xlsx", "xlsm", "xlsb", "xls", "ods", "xml-spreadsheet", "text", "encrypted", "zip", *DATA_SETS}
)
"""What `kind_of` returns. "text" becomes "csv" or "tsv" and "encrypted" what is inside once it is read."""

_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAS = b"\0" * 12 + b"\xc2\xea\x81\x60"
_STATA = (b"\x69", b"\x6c", b"\x6e", b"\x6f", b"\x71", b"\x72", b"\x73")
"""Release of the format in the first byte; 117 and later begin with a word instead."""
_PORTABLE_HEAD = 600
"""A portable file's word stands behind 456 bytes, with the ends of lines of 80 characters among them."""
_WEB_PAGE = (b"<!doctype html", b"<html", b"<table", b"<head", b"<body")

_LOOKED_AT = 65536
_CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 26, 27})
_MANY_CONTROLS = 0.01


def kind_of(name: str, data: bytes) -> str:
    """Return the kind of table the bytes are, one of `READABLE`.

    Raises
    ------
    UnusableFile
        For anything else, in a sentence that says what it is.
    """
    if not data:
        raise UnusableFile(f"“{name}” is an empty file (0 bytes): copy or export it again.")
    if data.startswith(_OLE2):
        return _ole2_kind(name, data)
    if data.startswith(b"PK"):
        return _zip_kind(name, data)
    if refused := refused_kind(data):
        what, advice = refused
        raise UnusableFile(f"“{name}” is {what}, not a workbook: {advice}.")
    if kind := _data_set_kind(name, data):
        return kind
    _refuse_by_structure(name, data)
    return _text_kind(name, data)


def _data_set_kind(name: str, data: bytes) -> str:
    """Return which of `DATA_SETS` it is; "" for none."""
    if data.startswith(b"HEADER RECORD*******LIB"):
        return "xpt"
    if data.startswith(_SAS):
        if data[156:164].rstrip(b" \0") not in (b"DATA", b""):
            raise UnusableFile(
                f"“{name}” is a SAS catalog, not a data set: open the data sets (.sas7bdat) beside it, whose "
                "values are then read as codes."
            )
        return "sas7bdat"
    if data.startswith((b"$FL2", b"$FL3")):
        return "sav"
    if b"SPSSPORT" in data[:_PORTABLE_HEAD]:
        return "por"
    is_old_stata = data[:1] in _STATA and data[1:2] in (b"\x01", b"\x02") and data[2:4] == b"\x01\x00"
    return "dta" if is_old_stata or data.startswith(b"<stata_dta>") else ""


def _entry(stream: str) -> bytes:
    """Return how a compound file's directory begins the entry of a stream (names are padded with zeros)."""
    return stream.encode("utf-16-le") + b"\0\0"


def _ole2_kind(name: str, data: bytes) -> str:
    if _entry("EncryptedPackage") in data:
        return "encrypted"
    is_word = _entry("WordDocument") in data
    # A workbook may hold a Word document and the other way round; Word puts what it holds in an ObjectPool.
    if (_entry("Workbook") in data or _entry("Book") in data) and not (
        is_word and _entry("ObjectPool") in data
    ):
        return "xls"
    for found, what in (
        (is_word, "a Word document"),
        (_entry("PowerPoint Document") in data, "a PowerPoint presentation"),
        (_entry("__properties_version1.0") in data, "an Outlook message"),
        (_entry("VisioDocument") in data, "a Visio drawing"),
    ):
        if found:
            raise UnusableFile(f"“{name}” is {what}, not a workbook: {CHOOSE}.")
    raise UnusableFile(f"“{name}” is an Office file without a workbook in it, or is damaged: {CHOOSE}.")


def _refuse_by_structure(name: str, data: bytes) -> None:
    """Name the kinds that have no plain signature."""
    if data.startswith(b"BM") and data[2:6] == struct.pack("<I", len(data)):
        raise UnusableFile(f"“{name}” is a picture (BMP), not a workbook: {CHOOSE}.")
    if data[:2] in (b"\x09\x00", b"\x09\x02", b"\x09\x04", b"\x09\x08") and data[3:4] == b"\0":
        raise UnusableFile(f"“{name}” is a workbook of an Excel before 1995: {SAVE_AS}.")


def _text_kind(name: str, data: bytes) -> str:
    start = data[:_LOOKED_AT]
    is_utf16 = looks_like_utf16(start) != ""
    plain = (start.replace(b"\0", b"") if is_utf16 else start).lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if plain.startswith(_WEB_PAGE):
        raise UnusableFile(f"“{name}” is a web page (HTML), not a workbook: {SAVE_AS}.")
    if plain.startswith(b"<?xml") or plain.startswith(b"<workbook"):
        if b"urn:schemas-microsoft-com:office:spreadsheet" in plain:
            return "xml-spreadsheet"
        what = "a web page (HTML)" if b"<html" in plain[:2000] else "an XML file"
        raise UnusableFile(f"“{name}” is {what}, not a workbook: {SAVE_AS}.")
    if plain.startswith((b"{", b"[{")):
        raise UnusableFile(f"“{name}” is a JSON file, not a workbook: {EXPORT}.")
    controls = len(plain) - len(plain.translate(None, _CONTROLS))
    if not plain or controls > _MANY_CONTROLS * len(plain):
        raise UnusableFile(f"“{name}” is not an Excel workbook, and nothing else we know: {CHOOSE}.")
    return "text"


def looks_like_utf16(start: bytes) -> str:
    """Return "utf-16-le" or "utf-16-be" if the bytes are such text, with or without a mark; "" if not."""
    if start.startswith(b"\xff\xfe"):
        return "utf-16-le"
    if start.startswith(b"\xfe\xff"):
        return "utf-16-be"
    half = len(start) // 2
    even, odd = start[0 : 2 * half : 2].count(0), start[1 : 2 * half : 2].count(0)
    # most characters of western text have a zero half, and always the same half
    if half > 4 and odd > 0.6 * half and even < 0.05 * half:
        return "utf-16-le"
    if half > 4 and even > 0.6 * half and odd < 0.05 * half:
        return "utf-16-be"
    return ""


def _zip_kind(name: str, data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            guard_zip(name, entries)
            if any(is_locked(entry) for entry in entries):
                return "zip"
            kind = _archive_kind(archive, {entry.filename for entry in entries})
            if kind == "ods":
                _refuse_locked_ods(name, archive)
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        raise UnusableFile(
            f"“{name}” is damaged or cut short: copy or export it again, "
            "or let Excel repair it (File, Open, Open and Repair)."
        ) from None
    if kind in READABLE:
        return kind
    raise UnusableFile(f"“{name}” is {kind}, not a workbook: {CHOOSE}.")


def is_locked(entry: zipfile.ZipInfo) -> bool:
    """Return whether a password was set for a file in an archive."""
    return bool(entry.flag_bits & 0x1)


def _refuse_locked_ods(name: str, archive: zipfile.ZipFile) -> None:
    """Refuse an encrypted OpenDocument workbook: its manifest says so, or it is wrapped in another."""
    names = set(archive.namelist())
    manifest = b""
    if "META-INF/manifest.xml" in names:
        with archive.open("META-INF/manifest.xml") as part:
            manifest = part.read(1_000_000)
    if "encrypted-package" in names or b"encryption-data" in manifest:
        raise UnusableFile(
            f"“{name}” is an OpenDocument workbook with a password, which this program cannot open: "
            "open it in LibreOffice, save a copy without password and open the copy."
        )


def _archive_kind(archive: zipfile.ZipFile, names: set[str]) -> str:
    if "mimetype" in names:
        with archive.open("mimetype") as part:
            mime = part.read(200)
        if b"opendocument.spreadsheet" in mime:
            return "ods"
        kinds = {b".text": "a Writer document", b".presentation": "an Impress presentation"}
        return next((what for word, what in kinds.items() if word in mime), "an OpenDocument file")
    if "word/document.xml" in names:
        return "a Word document"
    if any(entry.startswith("ppt/") for entry in names):
        return "a PowerPoint presentation"
    if "Index/Document.iwa" in names or "Index.zip" in names:
        return "a Numbers, Pages or Keynote document (Apple)"
    if any(entry.lower().endswith("workbook.bin") for entry in names):
        return "xlsb"
    if "[Content_Types].xml" in names and any(entry.lower().startswith("xl/") for entry in names):
        with archive.open("[Content_Types].xml") as part:
            return "xlsm" if b"macroEnabled" in part.read(1_000_000) else "xlsx"
    if "[Content_Types].xml" in names:
        with archive.open("[Content_Types].xml") as part:
            types = part.read(1_000_000)
        return "xlsx" if b"spreadsheetml" in types else "an Office file of another kind"
    return "zip"
