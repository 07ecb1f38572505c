"""Makes the files of a manifest again, and says what differs."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sscviewer.cli.unseen_application import unseen_application
from sscviewer.gui.saving.trial_folder import Prepared
from sscviewer.gui.saving.writer import Writer
from sscviewer.gui.window.main_window import unseen_views
from sscviewer.report.manifest import Listed, Made, Manifest, read_manifest, undated_sha256
from sscviewer.report.trial_report import DocumentChoice
from sscviewer.workbook import UnusableFile

NOT_COMPARED = (".pdf", ".docx", ".pptx", ".xpt")
"""Their bytes hold when they were written; they are made again and not compared."""


@dataclass(frozen=True, slots=True)
class Remade:
    """The files made, and a sentence for each that is not as the manifest says."""

    files: tuple[Path, ...]
    differs: tuple[str, ...]


def manifest_of(path: Path) -> Manifest:
    """Return a manifest; raises UnusableFile with a sentence where the file is none."""
    from sscviewer.plots.paper.figure_files import SaveFailed

    try:
        return read_manifest(path)
    except SaveFailed as error:
        raise UnusableFile(str(error)) from error


def make_again(manifest: Manifest, trial: Prepared, folder: Path) -> Remade:
    """Write every file of a manifest from a trial, by the manifest's plan, patients, views and date.

    Raises
    ------
    UnusableFile
        If a patient is not in the trial or the folder cannot be written to.
    """
    gone = [usubjid for usubjid in manifest.patients or () if usubjid not in trial.study.usubjids]
    if gone:
        raise UnusableFile(f"{trial.study.source.name} has no patient {gone[0]}, whom the manifest names.")
    differs = []
    if trial.study.source.sha256 != manifest.source["sha256"]:
        differs.append(
            f"The file is not the one of the manifest: “{manifest.source['name']}” had SHA-256 "
            f"{manifest.source['sha256'][:12]}…, this one has {trial.study.source.sha256[:12]}…."
        )
    with unseen_application():
        patients, day = manifest.patients, manifest.day
        writer = Writer(trial, folder, patients, day, manifest.filtered, views_of=unseen_views)
        try:
            files, different = [], []
            for listed in manifest.files:
                path = folder / listed.name
                writer.make_room(path)
                why = writer.part(listed.name, partial(_make, writer, listed, path))
                different += why
                if not why and listed.name not in dict(writer.failed):
                    files.append(path)
                    different += _compared(path, listed)
            if len(files) > 1:
                made = [Made(folder / one.name, one.kind, one.shows) for one in manifest.files]
                files.append(writer.index([one for one in made if one.path in files]))
            different += [f"{name} could not be made ({kind})." for name, kind in writer.failed]
        finally:
            writer.close()
    return Remade(tuple(files), (*differs, *different))


def _make(writer: Writer, listed: Listed, path: Path) -> list[str]:
    """Make one file; return why it could not be made, nothing when it was."""
    shows, settings = listed.shows, listed.settings
    if listed.kind.startswith("view"):
        try:
            made = writer.pictures.view_again(path, shows, listed.choices, settings)
        except KeyError:
            made = False
        return [] if made else [f"{listed.name}: there is no view {shows} of this file."]
    makers: dict[str, Callable[[], None]] = {
        "patient": lambda: writer.pictures.page(path, shows, settings or writer.settings),
        "patients": lambda: writer.pictures.profiles(path, settings or writer.settings),
        "table": lambda: writer.documents.result_table(path, shows),
        "report": lambda: writer.documents.document(path, DocumentChoice.from_json(listed.choices)),
        "narratives": lambda: writer.documents.stories(path),
        "queries": lambda: writer.documents.query_list(path),
        "handover": lambda: writer.documents.handover_makers[shows](path),
        "checklists": lambda: writer.documents.checklist_file(path, shows),
        "board": lambda: writer.documents.board_file(path, shows),
        "comparison": lambda: writer.pictures.comparison(path, listed.choices, settings or writer.settings),
    }
    if listed.kind not in makers:
        return [f"{listed.name}: this version does not know how to make “{listed.kind}”."]
    if listed.kind == "patient" and shows not in writer.study.usubjids:
        return [f"{listed.name}: there is no patient {shows}."]
    if listed.kind == "table" and shows not in writer.documents.contents.tables:
        return [f"{listed.name}: there is no table “{shows}”."]
    if listed.kind == "handover" and shows not in writer.documents.handover_makers:
        return [f"{listed.name}: this version does not write it."]
    makers[listed.kind]()
    return []


def _compared(path: Path, listed: Listed) -> list[str]:
    if path.suffix.lower() in NOT_COMPARED:
        return []
    data = path.read_bytes()
    same = hashlib.sha256(data).hexdigest() == listed.sha256
    if same or (path.suffix.lower() == ".svg" and undated_sha256(data) == listed.undated):
        return []
    return [f"{path.name} differs from the one of the manifest."]
