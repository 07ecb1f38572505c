"""Writes figures, profiles, tables and report of a trial to a folder, without a window, with a manifest."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sscviewer.cli.unseen_application import unseen_application
from sscviewer.cli.what import WHAT, document_formats, figure_formats
from sscviewer.cli.writer import Prepared, Writer
from sscviewer.report.manifest import Made, write_manifest
from sscviewer.report.provenance import shortened
from sscviewer.workbook import UnusableFile

if TYPE_CHECKING:
    from sscviewer.gui.window.unseen import UnseenViews

Progress = Callable[[str, float], None] | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be written.

    Attributes
    ----------
    what
        "figures": each patient's page, and in a folder of their own the pictures of the whole trial;
        "profiles": all patients in one PDF; "tables": each table of results and each of the window, as XLSX
        and CSV; "report": the document; "narratives": the stories of serious moments as DOCX; "queries":
        errors and warnings as questions to the sites, as XLSX and CSV; "board": the safety board's reports,
        open and closed, and the pages of the patients they tell of.
    subjects
        The patients to write, or to count; none means all.
    """

    what: tuple[str, ...] = ("profiles", "figures")
    formats: tuple[str, ...] = ("pdf",)
    subjects: tuple[str, ...] = ()


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
        writer = Writer(trial, folder, wanted.subjects or None, date.today())
        try:
            made, failed = _write_parts(writer, wanted, progress)
            manifest = folder / f"{shortened(writer.name)}_manifest.json"
            writer.guarded(lambda: write_manifest(manifest, writer.origin(), made))
        finally:
            writer.close()
    written = [*(one.path for one in made), manifest]
    if failed:
        raise UnusableFile(" ".join(failed))
    return written


def _write_parts(writer: Writer, wanted: Wanted, progress: Progress) -> tuple[list[Made], list[str]]:
    made: list[Made] = []
    failed: list[str] = []
    steps = list(_steps(writer, wanted))
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


Step = tuple[str, Callable[[], list[Made]]]


def _steps(writer: Writer, wanted: Wanted) -> Iterator[Step]:
    """Yield what there is to do, in the order of `WHAT`."""
    if "figures" in wanted.what:
        for usubjid in writer.usubjids:
            yield f"Page of {usubjid}", partial(writer.patient, usubjid, figure_formats(wanted.formats))
    if "profiles" in wanted.what:
        yield "All patients", writer.patients
    if "tables" in wanted.what:
        yield "Tables of results", writer.result_tables
    if {"figures", "tables"} & set(wanted.what):
        yield from _view_steps(writer, wanted)
    if "report" in wanted.what:
        yield "Report", partial(writer.report, document_formats(wanted.formats))
    if "narratives" in wanted.what:
        yield "Narratives", writer.narratives
    if "queries" in wanted.what:
        yield "Queries", writer.queries
    if "board" in wanted.what:
        yield "Safety board", partial(writer.board, document_formats(wanted.formats))


def _view_steps(writer: Writer, wanted: Wanted) -> Iterator[Step]:
    views: UnseenViews = writer.views
    formats = figure_formats(wanted.formats) if "figures" in wanted.what else ()
    tables = "tables" in wanted.what
    for name in views.names():
        yield f"View {name}", partial(writer.view, name, {}, formats, tables)


def words_of(what: Sequence[str]) -> tuple[str, ...]:
    """Return what "all" stands for."""
    return WHAT if "all" in what else tuple(what)
