"""Password-protected workbooks and archives: opened in memory, nothing is written to disk."""

import io
import zipfile
import zlib

import msoffcrypto
from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError

from sscviewer.model.sentence import say
from sscviewer.workbook.unusable import PasswordNeeded, UnusableFile

_EVERYBODYS = "VelvetSweatshop"
"""Excel encrypts some write-protected workbooks with this word and opens them without asking."""

_AES = 99
"""How a zip archive names the compression of what WinZip or 7-Zip encrypted with AES."""


def decrypt(name: str, data: bytes, password: str | None) -> bytes:
    """Return the workbook inside an encrypted one.

    Raises
    ------
    PasswordNeeded
        If the password is missing or wrong.
    UnusableFile
        If it is encrypted in a way that nobody can open with a password alone.
    """
    for attempt in (_EVERYBODYS, password):
        if attempt is None:
            continue
        found = _try(name, data, attempt)
        if found is not None:
            return found
    raise _needed(name) if password is None else _wrong(name)


def _needed(name: str) -> PasswordNeeded:
    return PasswordNeeded(
        say(
            "“{name}” is password-protected: give its password "
            "(in the window you are asked for it; on the command line use --password-file).",
            name=name,
        )
    )


def _wrong(name: str) -> PasswordNeeded:
    return PasswordNeeded(
        say("The password does not open “{name}”: check capitals and keyboard and try again.", name=name),
        is_wrong=True,
    )


def unlock(name: str, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, password: str | None) -> bytes:
    """Return a file of an archive that has a password.

    Raises
    ------
    PasswordNeeded
        If the password is missing or wrong.
    UnusableFile
        If the archive is encrypted in the newer way (AES).
    """
    if entry.compress_type == _AES:
        raise UnusableFile(
            f"“{name}” is a zip archive encrypted with AES, which this program cannot open: "
            "unpack it with its password and open the folder."
        )
    if password is None:
        raise _needed(name)
    try:
        return archive.read(entry, password.encode("utf-8"))
    except (RuntimeError, zipfile.BadZipFile, zlib.error):
        # one wrong password in 256 is only noticed by what comes out
        raise _wrong(name) from None


def _try(name: str, data: bytes, password: str) -> bytes | None:
    """Return what is inside, None if the password is wrong."""
    inside = io.BytesIO()
    try:
        office = msoffcrypto.OfficeFile(io.BytesIO(data))
        # the old formats always verify, and know no such option
        options = {"verify_password": True} if office.format == "ooxml" else {}
        office.load_key(password=password, **options)
        office.decrypt(inside)
    except InvalidKeyError:
        return None
    except Exception as error:  # noqa: BLE001 - whatever it meets in what it does not know
        is_ours = isinstance(error, (DecryptionError, FileFormatError))
        if is_ours and any(word in str(error).casefold() for word in ("password", "verif")):
            return None
        raise UnusableFile(
            f"“{name}” is password-protected in a way that this program cannot open, or is damaged: "
            "open it in Excel, remove the password (File, Info, Protect Workbook) in a copy, and open that."
        ) from None
    return inside.getvalue()
