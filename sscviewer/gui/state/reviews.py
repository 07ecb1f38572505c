"""Which patients the user has reviewed, and their comments: one small file per study, no IDs in it."""

import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from sscviewer.whole_file import write_whole_file

VERSION = 1


class Reviews(QObject):
    """Review marks and comments of the open file, written at once.

    Patients are named by a hash of the file's SHA-256 and their ID, so that the file says nothing to
    anybody without the workbook.

    Signals
    -------
    changed
        With the USUBJID concerned.
    """

    changed = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._sha256 = ""
        self._marks: dict[str, dict[str, Any]] = {}

    def open(self, sha256: str) -> None:
        """Read the marks of a file; unreadable ones are set aside, never overwritten."""
        self._sha256 = sha256
        self._marks = {}
        path = self._path()
        try:
            stored = json.loads(path.read_text(encoding="utf-8"))
            if stored["version"] != VERSION:
                raise ValueError(stored["version"])
            self._marks = dict(stored["patients"])
        except FileNotFoundError:
            return
        except (OSError, ValueError, KeyError, TypeError):
            path.replace(path.with_suffix(".unreadable.json"))

    def is_reviewed(self, usubjid: str) -> bool:
        """Whether the patient has a tick."""
        return bool(self._mark(usubjid).get("reviewed", False))

    def comment(self, usubjid: str) -> str:
        """Return the comment, "" without one."""
        return str(self._mark(usubjid).get("comment", ""))

    def reviewed(self, usubjids: tuple[str, ...]) -> frozenset[str]:
        """Return those of the patients that have a tick."""
        return frozenset(u for u in usubjids if self.is_reviewed(u)) if self._marks else frozenset()

    def toggle(self, usubjid: str) -> None:
        """Tick or untick a patient."""
        self._store(usubjid, {**self._mark(usubjid), "reviewed": not self.is_reviewed(usubjid)})

    def set_comment(self, usubjid: str, text: str) -> None:
        """Store a comment; an empty one removes it."""
        if text != self.comment(usubjid):
            self._store(usubjid, {**self._mark(usubjid), "comment": text})

    def _store(self, usubjid: str, mark: dict[str, Any]) -> None:
        key = self._key(usubjid)
        kept = {name: value for name, value in mark.items() if value and name != "at"}
        marks = {name: value for name, value in self._marks.items() if name != key}
        if kept:
            marks[key] = {**kept, "at": datetime.now(UTC).isoformat(timespec="seconds")}
        self._folder.mkdir(parents=True, exist_ok=True)
        document = {"version": VERSION, "sha256": self._sha256, "patients": marks}
        text = json.dumps(document, ensure_ascii=False, indent=1)
        write_whole_file(self._path(), text.encode("utf-8"))
        self._marks = marks
        self.changed.emit(usubjid)

    def _mark(self, usubjid: str) -> dict[str, Any]:
        return self._marks.get(self._key(usubjid), {})

    def _key(self, usubjid: str) -> str:
        return hashlib.sha256(f"{self._sha256}:{usubjid}".encode()).hexdigest()[:32]

    def _path(self) -> Path:
        return self._folder / f"{self._sha256[:32]}.json"
