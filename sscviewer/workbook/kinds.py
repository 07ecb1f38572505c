"""What a file is, by its content and never by its name; what is no table is named and refused."""

import io
import re
import struct
import zipfile
import zlib

from sscviewer.model.sentence import say
from sscviewer.workbook.signatures import CHOOSE, DATA_SETS, EXPORT, FROM_PRISM, SAVE_AS, refused_kind
from sscviewer.workbook.unusable import UnusableFile
from sscviewer.workbook.zip_guard import guard_zip

READABLE = frozenset(
    {
        "xlsx",
        "xlsm",
        "xlsb",
        "xls",
        "ods",
        "xml-spreadsheet",
        "text",
        "encrypted",
        "zip",
        "define",
        *DATA_SETS,
    }
)
"""What `kind_of` returns. "define" describes tables and is none itself. "text" becomes "csv" or "tsv", and
"encrypted" what is inside, once it is read."""

_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAS = b"\0" * 12 + b"\xc2\xea\x81\x60"
_STATA = (b"\x69", b"\x6c", b"\x6e", b"\x6f", b"\x71", b"\x72", b"\x73")
"""Release of the format in the first byte; 117 and later begin with a word instead."""
_PORTABLE_HEAD = 600
"""A portable file's word stands behind 456 bytes, with the ends of lines of 80 characters among them."""
_FIRST_RECORDS = (b"\4\0", b"\6\0", b"\x08\0", b"\x10\0")
_WEB_PAGE = (b"<!doctype html", b"<html", b"<table", b"<head", b"<body")

_LOOKED_AT = 65536
_CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 26, 27})
_MANY_CONTROLS = 0.01
_FEW_CONTROLS = 8
"""Stray ones that a short text may have."""

_FEWEST_ZEROS = 3
_SHARE_OF_ZEROS = 0.05
"""Of the characters of a table in any language so many are separators, digits or ends of lines."""

_DEFINE = b"cdisc.org/ns/def/v"
"""The namespace of Define-XML."""
_XML_HEAD = 4000
_XML_KINDS = (
    (b"<graphpadprismfile", "a GraphPad Prism file", FROM_PRISM),
    (b"cdisc.org/ns/odm", "an export in CDISC's ODM format", EXPORT),
    (b"<html", "a web page (HTML)", SAVE_AS),
)
"""Words near the beginning, name, advice."""


def kind_of(name: str, data: bytes) -> str:
    """Return the kind of table the bytes are, one of `READABLE`.

    Raises
    ------
    UnusableFile
        For anything else, in a sentence that says what it is.
    """
    if not data:
        raise UnusableFile(say("“{name}” is an empty file (0 bytes): copy or export it again.", name=name))
    if data.startswith(_OLE2):
        return _ole2_kind(name, data)
    if data.startswith(b"PK"):
        return _zip_kind(name, data)
    if refused := refused_kind(data):
        what, advice = refused
        raise UnusableFile(
            say("“{name}” is {what}, not a workbook: {advice}.", name=name, what=what, advice=advice)
        )
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
                say(
                    "“{name}” is a SAS catalog, not a data set: open the data sets (.sas7bdat) beside "
                    "it, whose values are then read as codes.",
                    name=name,
                )
            )
        return "sas7bdat"
    if data.startswith((b"$FL2", b"$FL3")):
        return "sav"
    if b"SPSSPORT" in data[:_PORTABLE_HEAD]:
        return "por"
    is_old_stata = data[:1] in _STATA and data[1:2] in (b"\x01", b"\x02") and data[2:4] == b"\x01\x00"
    return "dta" if is_old_stata or data.startswith(b"<stata_dta>") else ""


def _has_entry(data: bytes, stream: str) -> bool:
    """Return whether a compound file has a stream; names are padded with zeros, capitals do not matter."""
    pattern = re.escape(stream.encode("utf-16-le") + b"\0\0")
    return re.search(pattern, data, re.IGNORECASE) is not None


def _ole2_kind(name: str, data: bytes) -> str:
    if _has_entry(data, "EncryptedPackage"):
        return "encrypted"
    is_word = _has_entry(data, "WordDocument")
    # A workbook may hold a Word document and the other way round; Word puts what it holds in an ObjectPool.
    has_book = _has_entry(data, "Workbook") or _has_entry(data, "Book")
    if has_book and not (is_word and _has_entry(data, "ObjectPool")):
        return "xls"
    for found, what in (
        (is_word, "a Word document"),
        (_has_entry(data, "PowerPoint Document"), "a PowerPoint presentation"),
        (_has_entry(data, "__properties_version1.0"), "an Outlook message"),
        (_has_entry(data, "VisioDocument"), "a Visio drawing"),
    ):
        if found:
            raise UnusableFile(
                say("“{name}” is {what}, not a workbook: {choose}.", name=name, what=what, choose=CHOOSE)
            )
    raise UnusableFile(
        say(
            "“{name}” is an Office file without a workbook in it, or is damaged: {choose}.",
            name=name,
            choose=CHOOSE,
        )
    )


def _refuse_by_structure(name: str, data: bytes) -> None:
    """Name the kinds that have no plain signature."""
    if data.startswith(b"BM") and data[2:6] == struct.pack("<I", len(data)):
        raise UnusableFile(
            say("“{name}” is a picture (BMP), not a workbook: {choose}.", name=name, choose=CHOOSE)
        )
    # the length of the first record is no letter: a tab and a letter of two bytes begin a text
    if data[:2] in (b"\x09\x00", b"\x09\x02", b"\x09\x04", b"\x09\x08") and data[2:4] in _FIRST_RECORDS:
        raise UnusableFile(
            say("“{name}” is a workbook of an Excel before 1995: {save_as}.", name=name, save_as=SAVE_AS)
        )


def _text_kind(name: str, data: bytes) -> str:
    start = data[:_LOOKED_AT]
    if utf16 := looks_like_utf16(start):
        start = start.decode(utf16, "ignore").encode("utf-8", "ignore")
    plain = start.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if plain.startswith(_WEB_PAGE):
        raise UnusableFile(
            say("“{name}” is a web page (HTML), not a workbook: {save_as}.", name=name, save_as=SAVE_AS)
        )
    if plain.startswith(b"<?xml") or plain.startswith(b"<workbook"):
        return _xml_kind(name, plain)
    if plain.startswith((b"{", b"[{")):
        raise UnusableFile(
            say("“{name}” is a JSON file, not a workbook: {export}.", name=name, export=EXPORT)
        )
    if not plain:
        raise UnusableFile(say("“{name}” holds nothing but blanks: copy or export it again.", name=name))
    controls = len(plain) - len(plain.translate(None, _CONTROLS))
    if controls > max(_MANY_CONTROLS * len(plain), min(_FEW_CONTROLS, len(plain) / 10)):
        raise UnusableFile(
            say(
                "“{name}” is not an Excel workbook, and nothing else we know: {choose}.",
                name=name,
                choose=CHOOSE,
            )
        )
    return "text"


def _xml_kind(name: str, plain: bytes) -> str:
    if b"urn:schemas-microsoft-com:office:spreadsheet" in plain:
        return "xml-spreadsheet"
    if _DEFINE in plain[:_XML_HEAD]:
        return "define"
    for word, what, advice in _XML_KINDS:
        if word in plain[:_XML_HEAD]:
            raise UnusableFile(
                say("“{name}” is {what}, not a workbook: {advice}.", name=name, what=what, advice=advice)
            )
    raise UnusableFile(say("“{name}” is an XML file, not a workbook: {export}.", name=name, export=EXPORT))


def looks_like_utf16(start: bytes) -> str:
    """Return "utf-16-le" or "utf-16-be" if the bytes are such text, with or without a mark; "" if not.

    No text has zero bytes but this: separators, digits and ends of lines have one, and always in the same
    half, whatever the language. Decoded, it has lines and next to nothing that is no character.
    """
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    half = len(start) // 2
    even, odd = start[0 : 2 * half : 2].count(0), start[1 : 2 * half : 2].count(0)
    if max(even, odd) < max(_FEWEST_ZEROS, _SHARE_OF_ZEROS * half) or min(even, odd) > max(even, odd) / 10:
        return ""
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    text = start[: 2 * half].decode(encoding, "replace")
    odd_ones = sum(not c.isprintable() and c not in "\t\r\n" for c in text)
    return encoding if odd_ones <= _MANY_CONTROLS * len(text) + 1 and "\n" in text.replace("\r", "\n") else ""


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
        advice = (
            "or let Excel repair it (File, Open, Open and Repair)"
            if data[_FIRST_NAME:].startswith(_OF_EXCEL)
            else "or unpack what is whole in it and open the folder"
        )
        raise UnusableFile(
            say(
                "“{name}” is damaged or cut short: copy or export it again, {advice}.",
                name=name,
                advice=advice,
            )
        ) from None
    if kind in READABLE:
        return kind
    if kind == _APPLE:
        raise UnusableFile(
            say(
                "“{name}” is {kind}, not a workbook: in Numbers choose File, Export To, Excel.",
                name=name,
                kind=kind,
            )
        )
    raise UnusableFile(
        say("“{name}” is {kind}, not a workbook: {choose}.", name=name, kind=kind, choose=CHOOSE)
    )


_APPLE = "a Numbers, Pages or Keynote document (Apple)"
_FIRST_NAME = 30
"""Where the name of the first part of an archive stands (PKWARE's APPNOTE, 4.3.7)."""
_OF_EXCEL = (b"[Content_Types].xml", b"xl/", b"_rels/", b"docProps/")


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
            say(
                "“{name}” is an OpenDocument workbook with a password, which this program cannot "
                "open: open it in LibreOffice, save a copy without password and open the copy.",
                name=name,
            )
        )


def _is_ods_content(archive: zipfile.ZipFile) -> bool:
    """Return whether an OpenDocument file that does not say what it is (Google's) holds sheets."""
    with archive.open("content.xml") as part:
        return b"office:spreadsheet" in part.read(_LOOKED_AT * 4)


def _archive_kind(archive: zipfile.ZipFile, names: set[str]) -> str:
    if "mimetype" in names:
        with archive.open("mimetype") as part:
            mime = part.read(200)
        if b"opendocument.spreadsheet" in mime:
            return "ods"
        kinds = {b".text": "a Writer document", b".presentation": "an Impress presentation"}
        return next((what for word, what in kinds.items() if word in mime), "an OpenDocument file")
    if "content.xml" in names and "mimetype" not in names and _is_ods_content(archive):
        return "ods"
    if "word/document.xml" in names:
        return "a Word document"
    if any(entry.startswith("ppt/") for entry in names):
        return "a PowerPoint presentation"
    if "Index/Document.iwa" in names or "Index.zip" in names:
        return _APPLE
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
