"""What files are called that cannot be read, how they begin, and what to do instead."""

import bz2
import lzma
import zlib

from sscviewer.model.sentence import say

DATA_SETS = ("xpt", "sas7bdat", "sav", "por", "dta")
"""Kinds that statistics programs write: one table whose variables have labels."""

CHOOSE = "choose the Excel workbook of the trial"
SAVE_AS = "open it in Excel, save it as an Excel workbook (.xlsx) and open that"
EXPORT = "export its data as text (CSV) or as an Excel workbook and open that"
UNPACK = "unpack it and open the workbook in it, or the folder of its tables"
FROM_R = (
    'in R, write each data frame as text, write.csv(x, "x.csv", row.names = FALSE), and open that file or '
    "the folder of them"
)
FROM_JMP = "in JMP choose File, Export (or Save As), as text (CSV) or as an Excel workbook, and open that"
FROM_PRISM = "in Prism choose File, Export, as text (CSV), and open that"

Signature = tuple[bytes, str, str]
"""First bytes, name, advice."""

_R_DATA: tuple[Signature, ...] = (
    *((start + b"\n", "an R data file (.RData)", FROM_R) for start in (b"RDX2", b"RDX3", b"RDA2", b"RDA3")),
    *(
        (start, "an R data file (.rds)", FROM_R)
        for start in (b"X\n\0\0\0", b"B\n\x02\0\0\0", b"B\n\x03\0\0\0", b"A\n2\n", b"A\n3\n")
    ),
)

_ALWAYS: tuple[Signature, ...] = (
    (b"%PDF", "a PDF document", CHOOSE),
    (b"\x89PNG", "a picture (PNG)", CHOOSE),
    (b"\xff\xd8\xff", "a picture (JPEG)", CHOOSE),
    (b"II*\0", "a picture (TIFF)", CHOOSE),
    (b"MM\0*", "a picture (TIFF)", CHOOSE),
    (b"{\\rtf", "a Word document (RTF)", CHOOSE),
    (b"7z\xbc\xaf", "a compressed archive (7z)", UNPACK),
    (b"Rar!\x1a\x07", "a compressed archive (RAR)", UNPACK),
    (b"SQLite format 3", "a database (SQLite)", EXPORT),
    (b"\0\x01\0\0Standard Jet DB", "an Access database", EXPORT),
    (b"\0\x01\0\0Standard ACE DB", "an Access database", EXPORT),
    (b"\xff\xff\0\0\x07\0\0\0", "a JMP data table (.jmp)", FROM_JMP),
    (b"\x89HDF\r\n", "an HDF5 data file", EXPORT),
    (b"\x7fELF", "a program (Linux)", CHOOSE),
    (b"\xcf\xfa\xed\xfe", "a program (macOS)", CHOOSE),
    (b"#!", "a script", CHOOSE),
)
"""JMP's eight bytes are those that its independent readers test for."""

_BINARY: tuple[Signature, ...] = (
    (b"GIF8", "a picture (GIF)", CHOOSE),
    (b"PAR1", "a Parquet data file", EXPORT),
    (b"ARROW1", "an Arrow (Feather) data file", EXPORT),
    (b"FEA1", "a Feather data file", EXPORT),
    (b"MATLAB 5.0 MAT-file", "a MATLAB data file", EXPORT),
    (b"MZ", "a program (Windows)", CHOOSE),
)
"""Beginnings that a heading in a text file may have too: they count only before a zero byte."""

_PACKED = ((b"\x1f\x8b", "gzip"), (b"BZh", "bzip2"), (b"\xfd7zXZ\x00", "xz"))
_UNPACKED = 64
"""Bytes that are unpacked to see whether an archive is R's: enough for any beginning above."""

_LOOKED_AT = 4096
_BLOCK = 1_000_000
"""bzip2 gives nothing before a block is complete."""
_XZ_MEMORY = 200_000_000


def refused_kind(data: bytes) -> tuple[str, str] | None:
    """Return what a file is called and what to do instead, None if it begins like none of them."""
    start = data[:_LOOKED_AT]
    signatures = (*_R_DATA, *_ALWAYS, *(_BINARY if b"\0" in start else ()))
    if found := _first(signatures, start):
        return found
    for magic, name in _PACKED:
        if data.startswith(magic):
            return _first(_R_DATA, _unpacked(data, name)) or (
                say("a compressed archive ({name})", name=name),
                UNPACK,
            )
    return None


def _first(signatures: tuple[Signature, ...], start: bytes) -> tuple[str, str] | None:
    return next(((what, advice) for magic, what, advice in signatures if start.startswith(magic)), None)


def _unpacked(data: bytes, name: str) -> bytes:
    """Return the first bytes inside, none where they cannot be had (R packs what it writes)."""
    try:
        if name == "gzip":
            return zlib.decompressobj(wbits=31).decompress(data[:_LOOKED_AT], _UNPACKED)
        if name == "bzip2":
            return bz2.BZ2Decompressor().decompress(data[:_BLOCK], _UNPACKED)
        return lzma.LZMADecompressor(memlimit=_XZ_MEMORY).decompress(data[:_LOOKED_AT], _UNPACKED)
    except (OSError, EOFError, zlib.error, lzma.LZMAError):
        return b""


def damaged(name: str, kind: str) -> str:
    """Return the sentence for a file of a known kind that its reader could not read."""
    if kind in DATA_SETS:
        return say(
            "“{name}” is a data set ({kind}) that is damaged, cut short or of an unknown "
            "version: copy it again, or export it as text (CSV) and open that.",
            name=name,
            kind=kind,
        )
    if kind == "ods":
        return say(
            "“{name}” is damaged or not a complete workbook, or written in a way that we do not "
            "know: open it in LibreOffice, save it as an Excel workbook (.xlsx) and open that.",
            name=name,
        )
    if kind == "zip":
        return say(
            "“{name}” is a damaged archive: copy it again, or unpack it and open the folder.", name=name
        )
    if kind == "define":
        return say(
            "“{name}” is a define.xml that is damaged or holds entities; the labels in it were not used.",
            name=name,
        )
    if kind == "text":
        return say(
            "“{name}” is text that could not be read as a table: {save_as}.", name=name, save_as=SAVE_AS
        )
    return say(
        "“{name}” is damaged or not a complete workbook, or written in a way that we do not "
        "know: open it in Excel, save it under a new name and open that.",
        name=name,
    )
