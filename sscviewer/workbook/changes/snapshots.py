"""Fingerprints of the files opened before, so that the next export can be compared with the last.

A snapshot holds no value, no patient number and no file name; only salted hashes and where each row was.
"""

import hashlib
import io
import json
import os
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np

from sscviewer.model.change import Changes
from sscviewer.model.load_report import LoadReport
from sscviewer.model.study import Study
from sscviewer.workbook.changes.compare import compare_with_prints, new_salt
from sscviewer.workbook.changes.prints import Prints, TablePrint, patient_hashes, take_prints

VERSION = 1
MOST = 4
"""Snapshots kept of files of one shape."""
SAME_STUDY = 0.5
"""When fewer of the patients than this are in both files, they are two studies with one form of export."""
_SUFFIX = ".npz"


@dataclass(frozen=True, slots=True)
class _Snapshot:
    """One file as it was when it was first opened."""

    sha256: str
    taken: str
    salt: str
    prints: Prints


def shape_of(report: LoadReport) -> str:
    """Return a name for the shape of a workbook: its sheets that were read and all their headings."""
    shape = sorted(
        (sheet.name, sorted([c[1] for c in sheet.columns_used] + [c[1] for c in sheet.columns_not_used]))
        for sheet in report.sheets
        if sheet.role != "ignored"
    )
    return hashlib.sha256(json.dumps(shape).encode()).hexdigest()[:16]


def compare_with_last(folder: Path, study: Study, report: LoadReport) -> Changes | None:
    """Return what changed since the last other file of this shape and study; None when there was none.

    The file's own snapshot is written when there is none yet; opening a file again gives the same answer. It
    is taken anew, in the place of the old one, when the file is read otherwise (by a mapping, an answer): the
    next export is compared with the file as it is read now, not with the reading that was given up.

    Raises
    ------
    OSError
        If the folder cannot be read or written to.
    """
    shape = shape_of(report)
    known = sorted(_read_all(folder, shape), key=lambda snapshot: snapshot.taken, reverse=True)
    own = next((s for s in known if s.sha256 == report.source.sha256), None)
    earlier = [s for s in known if s.sha256 != report.source.sha256 and (own is None or s.taken < own.taken)]
    last = next((s for s in earlier if _is_same_study(s, study)), None)
    if own is None:
        _write(folder, shape, study, report, _moment(known))
        _forget_oldest(folder, shape)
    elif not _is_as_read(own, study):
        _write(folder, shape, study, report, own.taken)
    if last is None:
        return None
    return compare_with_prints(last.prints, last.salt, study, _day_words(last.taken))


def _moment(known: list[_Snapshot]) -> str:
    """Return now, or just after the latest snapshot: a clock put back must not turn the order round."""
    latest = [datetime.fromisoformat(snapshot.taken) + timedelta(microseconds=1) for snapshot in known]
    return max([datetime.now(UTC), *latest]).isoformat()


def forget_all(folder: Path) -> None:
    """Delete every snapshot."""
    for path in folder.glob(f"*{_SUFFIX}"):
        path.unlink(missing_ok=True)


def _is_as_read(snapshot: _Snapshot, study: Study) -> bool:
    """Return whether a snapshot is of a file as it is read now."""
    now = take_prints(study, snapshot.salt)
    if set(now) != set(snapshot.prints):
        return False
    return all(
        own.columns == now[table].columns
        and np.array_equal(own.patient, now[table].patient)
        and np.array_equal(own.fields, now[table].fields)
        for table, own in snapshot.prints.items()
    )


def _is_same_study(snapshot: _Snapshot, study: Study) -> bool:
    subjects = snapshot.prints.get("subjects")
    if subjects is None:
        return False
    mine = patient_hashes(study.column("subjects", "USUBJID"), snapshot.salt)
    shared = np.isin(mine, subjects.patient).sum()
    return bool(shared >= SAME_STUDY * min(len(mine), len(subjects.patient)) and shared)


def _day_words(taken: str) -> str:
    when = datetime.fromisoformat(taken).astimezone()
    year = "" if when.year == date.today().year else f" {when.year}"
    return f"{when.day} {when:%B}{year}"


def _write(folder: Path, shape: str, study: Study, report: LoadReport, taken: str) -> None:
    salt = new_salt()
    sha256 = report.source.sha256
    head = {"version": VERSION, "sha256": sha256, "taken": taken, "salt": salt}
    arrays: dict[str, Any] = {"head": np.array(json.dumps(head))}
    for table, prints in take_prints(study, salt).items():
        arrays[f"{table}.columns"] = np.array(prints.columns)
        arrays[f"{table}.patient"] = prints.patient
        arrays[f"{table}.fields"] = prints.fields
        arrays[f"{table}.srcref"] = prints.srcref
    folder.mkdir(parents=True, exist_ok=True)
    beside = folder / f".{shape}.{os.getpid()}"
    try:
        with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            np.savez_compressed(file, **arrays)
        when = datetime.fromisoformat(taken).timestamp()
        os.utime(beside, (when, when))  # the oldest are told by it
        beside.replace(folder / f"{shape}_{sha256[:16]}{_SUFFIX}")
    except OSError:
        beside.unlink(missing_ok=True)
        raise


def _read_all(folder: Path, shape: str) -> Iterator[_Snapshot]:
    for path in folder.glob(f"{shape}_*{_SUFFIX}"):
        try:
            yield _read(path)
        except (ValueError, KeyError, EOFError, OSError, zipfile.BadZipFile, zlib.error):
            continue  # cut short, or of another version: it is as if it had never been taken


def _read(path: Path) -> _Snapshot:
    with np.load(io.BytesIO(path.read_bytes()), allow_pickle=False) as arrays:
        head = json.loads(str(arrays["head"]))
        if head["version"] != VERSION:
            raise ValueError(head["version"])
        tables = [name.removesuffix(".columns") for name in arrays.files if name.endswith(".columns")]
        prints = {
            table: TablePrint(
                tuple(arrays[f"{table}.columns"].tolist()),
                arrays[f"{table}.patient"],
                arrays[f"{table}.fields"],
                arrays[f"{table}.srcref"],
            )
            for table in tables
        }
    return _Snapshot(head["sha256"], head["taken"], head["salt"], prints)


def _forget_oldest(folder: Path, shape: str) -> None:
    paths = sorted(folder.glob(f"{shape}_*{_SUFFIX}"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in paths[MOST:]:
        path.unlink(missing_ok=True)
