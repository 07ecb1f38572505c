"""Reads the cells of files handed over through standard input; sends frames through standard output.

``python -I main.py FOLDER FOLDER MEGABYTES SECONDS``; the folders are where this package and the readers are.

In: eight bytes that say how long the marshalled header is, the header {"password", "is_study",
"parts": [(name, size)]}, the files' bytes. Out: frames, each eight bytes of length and a marshalled dict:
{"part", "kind"}, {"part", "sheet"}, {"part", "note"}, {"part", "define"} or, last, {"end"} or
{"error", "text"}.
The password comes in with the files: a command line can be read by every program on the computer.
"""

import gc
import marshal
import struct
import sys
from collections.abc import Iterator
from functools import partial
from typing import Any, BinaryIO


def receive(stream: BinaryIO) -> tuple[dict[str, Any], Iterator[tuple[str, bytes]]]:
    """Return the header and the files, each taken in when it is asked for."""
    (size,) = struct.unpack("<Q", stream.read(8))
    header = marshal.loads(stream.read(size))
    return header, ((name, stream.read(length)) for name, length in header["parts"])


def send(stream: BinaryIO, frame: dict[str, Any]) -> None:
    """Send one frame; a sentence as plain data, for `marshal` takes no kind of `str` but itself."""
    if "note" in frame:
        severity, code, sentence = frame["note"]
        frame = frame | {"note": (severity, code, _as_sent(sentence))}
    data = marshal.dumps(frame)
    stream.write(struct.pack("<Q", len(data)))
    stream.write(data)
    stream.flush()


def read_all(header: dict[str, Any], parts: Iterator[tuple[str, bytes]]) -> Iterator[dict[str, Any]]:
    """Give the frames of all files.

    Raises
    ------
    UnusableFile
        If a single file is no table; in a study of several files that becomes a note.
    """
    from sscviewer.workbook.child.study_parts import read_part, unpack
    from sscviewer.workbook.kinds import kind_of
    from sscviewer.workbook.signatures import damaged
    from sscviewer.workbook.unusable import PasswordNeeded, UnusableFile

    if not header["is_study"]:
        name = header["parts"][0][0]
        yield from (frame | {"part": name} for frame in read_part(*next(parts), header["password"]))
        return
    folder = ((name, partial(bytes, data)) for name, data in parts)
    members = unpack(*next(parts), header["password"]) if header["is_archive"] else folder
    for name, unpacked in members:
        try:
            data = unpacked()
            for frame in read_part(name, data, header["password"]):
                yield frame | {"part": name}
        except PasswordNeeded:
            raise
        except UnusableFile as error:
            yield {"part": name, "note": ("info", "file.not_read", error.sentence)}
        except Exception:  # noqa: BLE001 - one damaged file of a study is named, the others are read
            yield {"part": name, "note": ("warning", "file.not_read", damaged(name, kind_of(name, data)))}


def kind_of_failure(error: BaseException) -> str:
    """Return what the other process is to say of an error."""
    kind = type(error).__name__
    if kind == "PasswordNeeded":
        return kind + ("Wrong" if getattr(error, "is_wrong", False) else "")
    return "Entities" if kind in ("EntitiesForbidden", "DTDForbidden") else kind


def answer(come: BinaryIO, out: BinaryIO) -> None:
    """Read the files that come in; send what is found, or the name of what went wrong."""
    try:
        header, parts = receive(come)
        for frame in read_all(header, parts):
            send(out, frame)
        last: dict[str, Any] = {"end": True}
    except BaseException as error:  # noqa: BLE001 - pyo3's PanicException is no Exception
        said = getattr(error, "sentence", None)
        last = {"error": kind_of_failure(error), "text": _as_sent(said or str(error))}
    send(out, last)


def _as_sent(text: str) -> Any:
    from sscviewer.workbook.child.sent_sentences import sent

    return sent(text)


def main() -> None:
    """Set the limits of this process, then answer."""
    own, readers, megabytes, seconds = sys.argv[1:]
    # first: another copy of this package may be installed, and both processes must be of one version
    sys.path.insert(0, own)
    sys.path.append(readers)
    from sscviewer.workbook.child.limits import limit_resources

    limit_resources(int(megabytes), int(seconds))
    # nothing here refers to itself, and looking for such things again and again takes a tenth of the time
    gc.disable()
    answer(sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    main()
