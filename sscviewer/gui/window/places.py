"""Where the program keeps its own files; tests put them elsewhere."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from sscviewer.faults import log_path
from sscviewer.memory.database import NAME


@dataclass(frozen=True, slots=True)
class Places:
    """Paths of the settings file, the log, the study memory, the folders of fingerprints and of mappings."""

    settings: Path
    log: Path
    memory: Path
    snapshots: Path
    mappings: Path

    @classmethod
    def under(cls, folder: Path) -> "Places":
        """Return places inside one folder."""
        return cls(
            folder / "sscviewer.ini",
            folder / "sscviewer.log",
            folder / NAME,
            folder / "snapshots",
            folder / "mappings",
        )

    @classmethod
    def standard(cls) -> "Places":
        """Return this user's places (the application's name must have been set)."""
        config = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation)
        data = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
        folders = Path(data) / NAME, Path(data) / "snapshots", Path(data) / "mappings"
        return cls(Path(config) / "sscviewer.ini", log_path(), *folders)


def own_memory() -> Path:
    """Return where this user's study memory is, also for a command without a window."""
    data = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(data) / "sscviewer" / "sscviewer" / NAME
