"""Where files go and what they say of their origin: shared by everything that saves."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths

from sscviewer.gui.state.members import members
from sscviewer.gui.state.session import Session
from sscviewer.gui.state.settings import Settings
from sscviewer.gui.state.trial import Trial
from sscviewer.on_disk import is_folder
from sscviewer.report.provenance import provenance

if TYPE_CHECKING:
    from sscviewer.report.manifest import Origin


def save_folder(settings: Settings) -> Path:
    """Return the folder saved to last, else the user's documents."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    choices = (settings.text("files/save_folder"), documents)
    return next((Path(text) for text in choices if text and is_folder(Path(text))), Path.home())


def study_name(session: Session) -> str:
    """Return the name of the open file without its suffix."""
    return Path(session.trial.report.source.name).stem if session.trial is not None else ""


def trial_title(session: Session) -> str:
    """Return the title of the trial: the plan's, else the name of the open file."""
    return session.planning.plan.study.title or study_name(session)


def footer_words(session: Session, *, of_all: bool = False) -> str:
    """Return where a figure comes from: file, checksum, date, program, n.

    `of_all` adds the filter in force, which a patient's own page does not depend on.
    """
    trial = session.trial
    if trial is None:
        return ""
    study, total = trial.study, len(trial.study.usubjids)
    kept = members(session) if of_all else None
    return provenance(
        study.source,
        total,
        kept=None if kept is None else len(kept),
        filtered=session.filters.words(),
        is_synthetic=study.is_synthetic,
    )


def origin_now(session: Session, trial: Trial, *, of_all: bool) -> "Origin":
    """Return what is saved now is made from; `of_all` as in `footer_words`."""
    from sscviewer.report.manifest import Origin

    kept = members(session) if of_all else None
    return Origin(
        trial.report.source,
        len(trial.study.usubjids),
        session.planning.plan,
        mapping=trial.mapping,
        filtered="" if kept is None else session.filters.words(),
        patients=None if kept is None else tuple(sorted(kept, key=trial.study.usubjids.index)),
    )


def manifest_path(path: Path) -> Path:
    """Return where the manifest of a saved file lies: beside it, named after it."""
    return path.with_name(f"{path.name}.json")
