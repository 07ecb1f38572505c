"""Writes what is asked for of a trial to a folder, without a window, with an index and a manifest."""

from collections.abc import Callable, Sequence
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


def export_trial(trial: Prepared, folder: Path, wanted: Wanted, progress: Progress = None) -> list[Path]:
    """Write what is wanted with a manifest beside it, and return the files.

    One part that fails is said and does not take the others down.

    Parameters
    ----------
    folder
        Made if it is not there; files of the same name are replaced.

    Raises
    ------
    UnusableFile
        If a patient is not in the trial, the folder cannot be written to, or a part could not be made (the
        others are written by then).
    """
    unknown = [usubjid for usubjid in wanted.subjects if usubjid not in trial.study.usubjids]
    if unknown:
        few = ", ".join(trial.study.usubjids[:3])
        raise UnusableFile(f"{trial.study.source.name} has no patient {unknown[0]}; its patients are {few} …")
    with unseen_application():
        subjects = wanted.subjects or None
        writer = Writer(trial, folder, subjects, date.today(), views_of=unseen_views)
        try:
            made, failed = _write_parts(writer, wanted, progress)
            last = writer.finish(made)
        finally:
            writer.close()
    written = [*(one.path for one in made), *last]
    if failed:
        raise UnusableFile(" ".join(failed))
    return written


def _write_parts(writer: Writer, wanted: Wanted, progress: Progress) -> tuple[list[Made], list[str]]:
    made: list[Made] = []
    failed: list[str] = []
    steps = writer.guarded(lambda: list(steps_of(writer, wanted)))  # the folder first: views take a while
    for number, (words, step) in enumerate(steps, 1):
        try:
            made += writer.guarded(step)
        except UnusableFile:
            raise
        except Exception as error:  # noqa: BLE001 - one part must not take the others down
            failed.append(f"{words} could not be made ({type(error).__name__}); everything else was written.")
        if progress is not None:
            progress(words, number / len(steps))
    return made, [*failed, *writer.left_out]


def words_of(what: Sequence[str]) -> tuple[str, ...]:
    """Return what "all" stands for."""
    return WHAT if "all" in what else tuple(what)
