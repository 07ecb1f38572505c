"""Writes what is asked for of a trial to a folder, without a window, with an index and a manifest."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sscviewer.cli.unseen_application import unseen_application
from sscviewer.gui.saving.export_steps import Wanted, steps_of
from sscviewer.gui.saving.trial_folder import Prepared
from sscviewer.gui.saving.writer import Writer
from sscviewer.gui.window.main_window import unseen_views
from sscviewer.report.manifest import Made
from sscviewer.report.what import WHAT
from sscviewer.workbook import UnusableFile

Progress = Callable[[str, float], None] | None


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written.

    Attributes
    ----------
    failed, left_out
        A sentence for each part in which the program failed, and for each picture that no page can hold.
    """

    files: tuple[Path, ...]
    failed: tuple[str, ...]
    left_out: tuple[str, ...]

    @property
    def said(self) -> tuple[str, ...]:
        """All that is missing."""
        return (*self.failed, *self.left_out)


def export_trial(trial: Prepared, folder: Path, wanted: Wanted, progress: Progress = None) -> Exported:
    """Write what is wanted with a manifest beside it.

    One part that fails is said and does not take the others down.

    Parameters
    ----------
    folder
        Made if it is not there; files of the same name are replaced.

    Raises
    ------
    UnusableFile
        If a patient is not in the trial or the folder cannot be written to.
    """
    unknown = [usubjid for usubjid in wanted.subjects if usubjid not in trial.study.usubjids]
    if unknown:
        few = ", ".join(trial.study.usubjids[:3])
        raise UnusableFile(f"{trial.study.source.name} has no patient {unknown[0]}; its patients are {few} …")
    with unseen_application():
        subjects = wanted.subjects or None
        writer = Writer(trial, folder, subjects, date.today(), views_of=unseen_views)
        try:
            made = _write_parts(writer, wanted, progress)
            last = writer.finish(made)
        finally:
            writer.close()
    failed = (
        f"{words} could not be made ({name}); everything else was written." for words, name in writer.failed
    )
    return Exported((*(one.path for one in made), *last), tuple(failed), tuple(writer.left_out))


def _write_parts(writer: Writer, wanted: Wanted, progress: Progress) -> list[Made]:
    made: list[Made] = []
    steps = writer.guarded(lambda: list(steps_of(writer, wanted)))  # the folder first: views take a while
    for number, (words, step) in enumerate(steps, 1):
        made += writer.part(words, step)
        if progress is not None:
            progress(words, number / len(steps))
    return made


def words_of(what: Sequence[str]) -> tuple[str, ...]:
    """Return what "all" stands for."""
    return WHAT if "all" in what else tuple(what)
