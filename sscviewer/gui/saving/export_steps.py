"""What there is to write when much is saved at once, step by step, so that one that fails stands alone."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from sscviewer.gui.saving.writer import Writer
from sscviewer.report.manifest import Made
from sscviewer.report.what import document_formats, figure_formats


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
        open and closed, and the pages of the patients they tell of; "handover": the analysed data as tables
        for a statistician, with scripts that recompute the main numbers, in a folder of their own;
        "checklists": CONSORT Harms 2022 and CONSORT for pilot trials, as DOCX and XLSX.
    subjects
        The patients to write, or to count; none means all.
    """

    what: tuple[str, ...] = ("profiles", "figures")
    formats: tuple[str, ...] = ("pdf",)
    subjects: tuple[str, ...] = ()


Step = tuple[str, Callable[[], list[Made]]]


def steps_of(writer: Writer, wanted: Wanted) -> Iterator[Step]:
    """Yield what there is to do, in the order of `WHAT`."""
    if "figures" in wanted.what:
        for usubjid in writer.usubjids:
            page = partial(writer.pictures.patient, usubjid, figure_formats(wanted.formats))
            yield f"Page of {usubjid}", page
    if "profiles" in wanted.what:
        yield "All patients", writer.pictures.patients
    if "tables" in wanted.what:
        yield "Tables of results", writer.documents.result_tables
    if {"figures", "tables"} & set(wanted.what):
        yield from _view_steps(writer, wanted)
    documents, formats = writer.documents, document_formats(wanted.formats)
    whole: dict[str, Step] = {
        "report": ("Report", partial(documents.report, formats)),
        "narratives": ("Narratives", documents.narratives),
        "queries": ("Queries", documents.queries),
        "board": ("Safety board", partial(documents.board, formats)),
        "handover": ("Tables for a statistician", documents.handover),
        "checklists": ("Checklists", documents.checklists),
    }
    yield from (step for name, step in whole.items() if name in wanted.what)


def _view_steps(writer: Writer, wanted: Wanted) -> Iterator[Step]:
    views = writer.views
    formats = figure_formats(wanted.formats) if "figures" in wanted.what else ()
    tables = "tables" in wanted.what
    for name in views.names():
        yield f"View {name}", partial(writer.pictures.view, name, {}, formats, tables)
