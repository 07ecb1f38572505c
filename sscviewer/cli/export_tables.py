"""Writes the tables of a trial, and the document made of them, to a folder."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from sscviewer.analysis.plan import AnalysisPlan
from sscviewer.analysis.population import Population, populations
from sscviewer.model.study import Study
from sscviewer.report.provenance import provenance
from sscviewer.report.table_file import TableFailed, write_table
from sscviewer.report.trial_report import PARTS, USUAL, Contents, document_of, trial_contents
from sscviewer.workbook import UnusableFile

KINDS = ("xlsx", "csv")
DOCUMENTS = (".docx", ".pdf")


def export_results(
    study: Study,
    folder: Path,
    what: Sequence[str],
    plan: AnalysisPlan,
    subjects: Sequence[str] = (),
) -> list[Path]:
    """Write "tables" (each as XLSX and CSV) and the "report" (DOCX and PDF); return the files.

    Parameters
    ----------
    subjects
        The patients counted; none means all.

    Raises
    ------
    UnusableFile
        If the folder cannot be written to.
    """
    who = populations(study, plan, subjects or None)
    contents = trial_contents(study, plan, who)
    name, source = Path(study.source.name).stem, _source(study, who.efficacy)
    written: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if "tables" in what:
            written += _tables(contents, folder, name, source)
        if "report" in what:
            written += _documents(contents, folder, name, source)
    except (TableFailed, OSError) as error:
        reason = str(error) if isinstance(error, TableFailed) else f"{folder} cannot be written to."
        raise UnusableFile(reason) from error
    return written


def _source(study: Study, who: Population) -> str:
    total = len(study.usubjids)
    kept = None if who.n_subjects == total else who.n_subjects
    return provenance(study.source, total, kept=kept, is_synthetic=study.is_synthetic)


def _tables(contents: Contents, folder: Path, name: str, source: str) -> list[Path]:
    written = []
    for table in contents.tables.values():
        for kind in KINDS:
            path = folder / f"{name}_{table.name}.{kind}"
            write_table(path, replace(table, notes=(*table.notes, source)))
            written.append(path)
    return written


def _documents(contents: Contents, folder: Path, name: str, source: str) -> list[Path]:
    # Imported here: tables need no drawing.
    from sscviewer.plots.paper.figure_files import SaveFailed
    from sscviewer.report.document_file import write_document

    document = document_of(
        contents, [part for part in PARTS if part in USUAL], title=f"Report on {name}", footer=source
    )
    written = []
    for suffix in DOCUMENTS:
        path = folder / f"{name}_report{suffix}"
        try:
            write_document(path, document)
        except SaveFailed as error:
            raise UnusableFile(str(error)) from error
        written.append(path)
    return written
