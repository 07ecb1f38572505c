"""One trial and the folder its files go to: their names and footers, what they share, index and manifest."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from sscviewer.analysis.board.masked import arm_letters
from sscviewer.analysis.patient.patient_page import (
    PatientPage,
    patient_page,
    trial_frame,
    with_models,
    with_planned_dose,
)
from sscviewer.analysis.plan import AnalysisPlan
from sscviewer.analysis.population import Populations, populations
from sscviewer.analysis.shown_parameters import default_panels
from sscviewer.faults import NO_MEMORY, kind_of, note_fault
from sscviewer.model.load_report import LoadReport
from sscviewer.model.study import Study
from sscviewer.report.manifest import Made, Origin
from sscviewer.report.provenance import Names, provenance, shortened
from sscviewer.report.table_file import Table, TableFailed, write_table
from sscviewer.whole_file import not_written, why_not_written
from sscviewer.workbook import UnusableFile

if TYPE_CHECKING:
    from sscviewer.analysis.patient.patient_page import TrialFrame
    from sscviewer.plots.charts.chart import Figure
    from sscviewer.plots.paper.figure_settings import FigureSettings
    from sscviewer.report.trial_report import DocumentChoice

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Prepared:
    """A trial to write from: as read, as settled by its plan, and the mapping it was read by, as TOML.

    Attributes
    ----------
    letters
        Gives each arm its letter in the closed report of the safety board.
    choice
        What the document holds, and how it is worded; None for the usual.
    """

    collected: Study
    study: Study
    report: LoadReport
    plan: AnalysisPlan
    mapping: str
    letters: Callable[[Sequence[str]], dict[str, str]] = arm_letters
    choice: "DocumentChoice | None" = None


class Views(Protocol):
    """The views of the whole trial as the window shows them."""

    def names(self) -> Iterator[str]:
        """Yield "page/view" of every view for which the file has what it needs."""
        ...

    def made(
        self, name: str, choices: Mapping[str, Any]
    ) -> "tuple[Figure | None, Table | None, dict[str, Any]]":
        """Return the picture, the table and the choices of a view."""
        ...

    def close(self) -> None:
        """Let go what they are drawn in."""
        ...


class TrialFolder:
    """What all files of one trial share, and where they go.

    Parameters
    ----------
    subjects
        The patients written and counted; None means all, an empty list nobody.
    day
        The date that stands in footers.
    views_of
        Makes the views of the window of a trial, of some patients or of all.

    Attributes
    ----------
    left_out
        A sentence for every picture of a view that no page could hold; its table is written all the same.
    failed
        (words, name of the error) of every part that could not be made; it is in the log.
    filtered
        Which filter left these patients, in words; "" for none.
    """

    def __init__(
        self,
        trial: Prepared,
        folder: Path,
        subjects: Sequence[str] | None,
        day: date,
        filtered: str = "",
        *,
        views_of: "Callable[[Prepared, tuple[str, ...] | None], Views]",
    ) -> None:
        self._views_of = views_of
        self.trial, self.study, self.plan = trial, trial.study, trial.plan
        self.folder, self.day, self.filtered = folder, day, filtered
        self.subjects = None if subjects is None else tuple(subjects)
        self.usubjids = trial.study.usubjids if self.subjects is None else self.subjects
        self.name = Path(trial.study.source.name).stem
        self.title = trial.plan.study.title or self.name
        self.names = Names()
        self.left_out: list[str] = []
        self.failed: list[tuple[str, str]] = []
        self._frames: dict[tuple[tuple[str, ...], bool], TrialFrame] = {}

    def guarded(self, work: Callable[[], Result]) -> Result:
        """Do some writing; raises UnusableFile with a sentence where disk, folder or memory refuses."""
        from sscviewer.plots.paper.figure_files import NotDrawn, SaveFailed

        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UnusableFile(not_written(self.folder, error)) from error
        try:
            return work()
        except NotDrawn:
            raise  # of one figure, where the others say that nothing more can be written
        except (SaveFailed, TableFailed) as error:
            raise UnusableFile(str(error)) from error
        except MemoryError as error:
            raise UnusableFile(NO_MEMORY) from error
        except OSError as error:
            raise UnusableFile(f"Writing to {self.folder} stopped: {self._why(error)}.") from error

    def _why(self, error: OSError) -> str:
        """Return why writing stopped; what cannot be read may be a file of the program."""
        at = Path(error.filename or self.folder)
        why = why_not_written(error) if at.is_relative_to(self.folder) else error.strerror or str(error)
        return f"{why} ({at})"

    def part(self, words: str, work: Callable[[], list[Result]]) -> list[Result]:
        """Do one part of several; what fails in it is noted, kept in `failed`, and takes no other down.

        Raises
        ------
        UnusableFile
            Where the disk, the folder or the memory refuses: that concerns every part.
        """
        try:
            return self.guarded(work)
        except UnusableFile:
            raise
        except Exception as error:  # noqa: BLE001 - one part must not take the others down
            note_fault(error)
            self.failed.append((words, kind_of(error)))
            return []

    def make_room(self, path: Path) -> None:
        """Make the folder of a file, inside the one written to."""
        self.guarded(lambda: path.parent.mkdir(exist_ok=True))

    def origin(self) -> Origin:
        """Return what everything is made from."""
        return Origin(
            self.study.source,
            len(self.study.usubjids),
            self.plan,
            mapping=self.trial.mapping,
            filtered=self.filtered,
            patients=self.subjects,
            day=self.day,
        )

    @cached_property
    def who(self) -> Populations:
        """Who is counted."""
        return populations(self.study, self.plan, self.subjects)

    @cached_property
    def settings(self) -> "FigureSettings":
        """How pages of patients are drawn."""
        from sscviewer.plots.paper.figure_settings import FigureSettings

        footer = provenance(
            self.study.source, len(self.study.usubjids), self.day, is_synthetic=self.study.is_synthetic
        )
        return FigureSettings(footer=footer, paramcds=default_panels(self.study))

    @property
    def footer(self) -> str:
        """Where what is counted comes from."""
        total = len(self.study.usubjids)
        kept = None if self.subjects is None or len(self.subjects) == total else len(self.subjects)
        return provenance(
            self.study.source,
            total,
            self.day,
            kept=kept,
            filtered=self.filtered,
            is_synthetic=self.study.is_synthetic,
        )

    @property
    def frame(self) -> "TrialFrame":
        """Return what all pages share."""
        return self.frame_of(self.settings)

    def frame_of(self, settings: "FigureSettings") -> "TrialFrame":
        """Return what all pages of these settings share."""
        codes, models = settings.paramcds, settings.models
        if (codes, models) not in self._frames:
            frame = with_planned_dose(self.plan, trial_frame(self.study, codes))
            self._frames[codes, models] = with_models(self.study, self.plan, frame) if models else frame
        return self._frames[codes, models]

    @cached_property
    def views(self) -> Views:
        """Return the views of the window."""
        return self._views_of(self.trial, self.subjects)

    def page_of(self, usubjid: str, settings: "FigureSettings") -> PatientPage:
        """Return one patient's page as these settings show it."""
        order: Any = settings.lane_order
        frame = self.frame_of(settings)
        return patient_page(self.study, usubjid, frame, settings.paramcds, order, settings.events)

    def table(self, path: Path, table: Table) -> None:
        """Write a table with where it comes from."""
        write_table(path, replace(table, notes=(*table.notes, self.footer)), self.day)

    def paths(self, stem: str, suffixes: Sequence[str]) -> list[Path]:
        """Return a path for each suffix; the name was not given before."""
        name = self.names.give(stem)
        return [self.folder / f"{name}.{suffix}" for suffix in suffixes]

    def finish(self, made: Sequence[Made]) -> tuple[Path, Path]:
        """Write the index of what was made, and the manifest."""
        from sscviewer.report.manifest import write_manifest

        manifest = self.folder / f"{shortened(self.name)}_manifest.json"
        index = self.index(made)
        self.guarded(lambda: write_manifest(manifest, self.origin(), made))
        return index, manifest

    def index(self, made: Sequence[Made]) -> Path:
        """Write the index of what was made."""
        from sscviewer.report.index_file import index_html
        from sscviewer.whole_file import write_whole_file

        index = self.folder / f"{shortened(self.name)}_index.html"
        page = index_html(f"Files of {self.name}", made, self.folder, self.footer)
        self.guarded(lambda: write_whole_file(index, page.encode("utf-8")))
        return index

    def close(self) -> None:
        """Let go what was made to draw with."""
        if "views" in self.__dict__:
            self.views.close()
