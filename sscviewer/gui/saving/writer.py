"""Writes one trial's files: each kind in one way, whether asked for now or made again from a manifest."""

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
from sscviewer.analysis.population import ALL, Populations, populations
from sscviewer.analysis.shown_parameters import default_panels
from sscviewer.model.load_report import LoadReport
from sscviewer.model.study import Study
from sscviewer.report.manifest import Made, Origin
from sscviewer.report.provenance import PATTERN, Names, file_stem, provenance, shortened
from sscviewer.report.table_file import Table, TableFailed, write_table
from sscviewer.workbook import UnusableFile

if TYPE_CHECKING:
    from sscviewer.analysis.patient.patient_page import TrialFrame
    from sscviewer.plots.charts.chart import Figure
    from sscviewer.plots.paper.figure_settings import FigureSettings
    from sscviewer.report.board_pack import Pack
    from sscviewer.report.trial_report import Contents, DocumentChoice

Result = TypeVar("Result")
TABLE_KINDS = ("xlsx", "csv")
QUERY_KINDS = (*TABLE_KINDS, "redcap.csv", "odm.csv")
WHOLE_TRIAL = "whole_trial"
"""The folder of the pictures of the whole trial, beside those of the patients."""
HANDOVER = "handover"
"""The folder of the tables for a statistician, whose scripts look for the tables beside them."""
ASKED = ("error", "warning")
"""Severities of findings a site is asked about; "info" is how something was read."""


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


class Writer:
    """Draws and writes; every method returns what it made, for the manifest.

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
        self._frames: dict[tuple[str, ...], TrialFrame] = {}

    def guarded(self, work: Callable[[], Result]) -> Result:
        """Do some writing; raises UnusableFile with a sentence where the disk or the folder refuses."""
        from sscviewer.plots.paper.figure_files import SaveFailed

        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UnusableFile(f"{self.folder} cannot be written to.") from error
        try:
            return work()
        except (SaveFailed, TableFailed) as error:
            raise UnusableFile(str(error)) from error
        except OSError as error:
            # not always the folder's fault: what cannot be read may be a file of the program
            what = f"{error.strerror or error} ({error.filename or self.folder})"
            raise UnusableFile(f"Writing to {self.folder} stopped: {what}.") from error

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
        codes = settings.paramcds
        if codes not in self._frames:
            frame = with_planned_dose(self.plan, trial_frame(self.study, codes))
            self._frames[codes] = with_models(self.study, self.plan, frame)
        return self._frames[codes]

    @cached_property
    def contents(self) -> "Contents":
        """Return the tables of results, and what the document holds."""
        from sscviewer.report.trial_report import trial_contents

        return trial_contents(self.study, self.plan, self.who)

    @cached_property
    def views(self) -> Views:
        """Return the views of the window."""
        return self._views_of(self.trial, self.subjects)

    def patient(
        self, usubjid: str, formats: Sequence[str], settings: "FigureSettings | None" = None
    ) -> list[Made]:
        """Write one patient's page."""
        stem = file_stem(PATTERN, study=self.name, patient=usubjid, view="profile")
        how, made = settings or self.settings, []
        for path in self._paths(stem, formats):
            self.page(path, usubjid, how)
            made.append(Made(path, "patient", usubjid, settings=how))
        return made

    def page(self, path: Path, usubjid: str, settings: "FigureSettings") -> None:
        """Write one patient's page to a file."""
        from sscviewer.plots.patient.save import save_patient_figure

        page = self._page_of(usubjid, settings)
        save_patient_figure(path, page, self.frame_of(settings), settings)

    def comparison(self, path: Path, choices: Mapping[str, Any], settings: "FigureSettings") -> None:
        """Write a few patients beside each other to a file."""
        from sscviewer.analysis.cohort.side_by_side import SideBySide
        from sscviewer.report.comparison import comparison_on_paper, save_comparison

        wanted = SideBySide.of_json(choices)
        pages = [self._page_of(usubjid, settings) for usubjid in wanted.usubjids]
        paper = comparison_on_paper(self.study, self.plan, self.frame_of(settings), pages, wanted, settings)
        save_comparison(path, paper, wanted, settings)

    def patients(self) -> list[Made]:
        """Write all patients into one PDF with an index."""
        (path,) = self._paths(f"{self.name}_profiles", ("pdf",))
        self.profiles(path, self.settings)
        return [Made(path, "patients", "all patients", settings=self.settings)]

    def profiles(self, path: Path, settings: "FigureSettings") -> None:
        """Write all patients to a file."""
        from sscviewer.report.profiles import save_profiles

        pages = (self._page_of(usubjid, settings) for usubjid in self.usubjids)
        n, total = len(self.usubjids), len(self.study.usubjids)
        who = "all patients" if n == total else f"{n} of {total} patients"
        save_profiles(
            path,
            pages,
            self.frame_of(settings),
            total=n,
            title=f"{self.title}: {who}",
            footer=settings.footer,
            time_unit=settings.time_unit,
            bands=settings.bands,
        )

    def _page_of(self, usubjid: str, settings: "FigureSettings") -> PatientPage:
        return self._page_in(self.study, self.frame_of(settings), usubjid, settings)

    def _page_in(
        self, study: Study, frame: "TrialFrame", usubjid: str, settings: "FigureSettings"
    ) -> PatientPage:
        order: Any = settings.lane_order
        return patient_page(study, usubjid, frame, settings.paramcds, order, settings.events)

    def result_tables(self) -> list[Made]:
        """Write every table of results."""
        return [made for name in self.contents.tables for made in self._tables(name)]

    def _tables(self, name: str) -> list[Made]:
        paths = self._paths(f"{self.name}_{self.contents.tables[name].name}", TABLE_KINDS)
        for path in paths:
            self.result_table(path, name)
        return [Made(path, "table", name) for path in paths]

    def result_table(self, path: Path, name: str) -> None:
        """Write a table of results to a file."""
        self._table(path, self.contents.tables[name])

    def _table(self, path: Path, table: Table) -> None:
        write_table(path, replace(table, notes=(*table.notes, self.footer)), self.day)

    def view(self, name: str, choices: Mapping[str, Any], formats: Sequence[str], tables: bool) -> list[Made]:
        """Write picture and table of a view of the whole trial."""
        from sscviewer.plots.paper.figure_files import TooTall

        figure, table, chosen = self.views.made(name, choices)
        page, _, view = name.partition("/")
        stem, made = file_stem("{study}_{view}", study=self.name, patient="", view=f"{page}_{view}"), []
        paths = self._paths(stem, (*formats, *TABLE_KINDS))
        drawn = [self.folder / WHOLE_TRIAL / path.name for path in paths[: len(formats)]]
        if figure is not None and formats:
            settings = replace(self.settings, footer=self.footer)
            for path in drawn:
                self.make_room(path)
                try:
                    self._figure(path, figure, settings)
                except TooTall as error:
                    self.left_out.append(str(error))
                    break
                made.append(Made(path, "view figure", name, chosen, settings))
        if table is not None and tables:
            for path in paths[len(formats) :]:
                self._table(path, table)
                made.append(Made(path, "view table", name, chosen))
        return made

    def view_again(
        self, path: Path, name: str, choices: Mapping[str, Any], settings: "FigureSettings | None"
    ) -> bool:
        """Write the picture (with settings) or the table of a view to a file; False where it has none."""
        figure, table, _ = self.views.made(name, choices)
        if settings is not None and figure is not None:
            self._figure(path, figure, settings)
            return True
        if settings is None and table is not None:
            self._table(path, table)
            return True
        return False

    def _figure(self, path: Path, figure: "Figure", settings: "FigureSettings") -> None:
        from sscviewer.plots.charts.chart import save_chart

        save_chart(
            path,
            figure,
            size=settings.size,
            dpi=settings.dpi,
            font_pt=settings.font_pt,
            footer=settings.footer,
            look=settings.look,
        )

    def report(self, formats: Sequence[str]) -> list[Made]:
        """Write the document."""
        from sscviewer.report.trial_report import DocumentChoice

        choice = self.trial.choice or DocumentChoice()
        unknown = [code for code in choice.endpoints or () if code not in self.contents.endpoints]
        if unknown:
            known = ", ".join(self.contents.endpoints) or "none"
            raise UnusableFile(f"{unknown[0]} is no endpoint that is analysed; there are: {known}.")
        made = []
        for path in self._paths(f"{self.name}_report", formats):
            self.document(path, choice)
            made.append(Made(path, "report", "report", choice.to_json()))
        return made

    def document(self, path: Path, choice: "DocumentChoice") -> None:
        """Write the document to a file."""
        from sscviewer.report.document_file import write_document
        from sscviewer.report.trial_report import document_of

        title = f"Report on {self.title}"
        write_document(path, document_of(self.contents, choice, title=title, footer=self.footer))

    def narratives(self) -> list[Made]:
        """Write the stories of serious moments."""
        (path,) = self._paths(f"{self.name}_narratives", ("docx",))
        self.stories(path)
        return [Made(path, "narratives", "narratives")]

    def stories(self, path: Path) -> None:
        """Write the stories of serious moments to a file."""
        from sscviewer.analysis.narratives.narrative import narratives
        from sscviewer.plots.paper.figure_files import png_bytes
        from sscviewer.plots.patient.save import render_image
        from sscviewer.report.narrative_file import write_narratives

        def picture(usubjid: str) -> bytes:
            page = self._page_of(usubjid, self.settings)
            image = render_image(page, self.frame, self.settings)
            return png_bytes(image, f"Patient {usubjid}", self.settings.footer)

        told = narratives(self.study, self.who.safety, self.plan)
        write_narratives(path, told, picture, self.footer)

    def queries(self) -> list[Made]:
        """Write the errors and warnings as queries."""
        made = []
        for path in self._paths(f"{self.name}_queries", QUERY_KINDS):
            self.query_list(path)
            made.append(Made(path, "queries", "queries"))
        return made

    def query_list(self, path: Path) -> None:
        """Write the errors and warnings, of the patients chosen and of none, as queries to a file."""
        from sscviewer.memory.query_log import numbered
        from sscviewer.memory.query_words import Asker
        from sscviewer.report.query_list import QueryList, QueryListFailed, write_query_list

        kept = {"", *self.usubjids}
        report = self.trial.report
        issues = [i for i in report.issues if i.severity in ASKED and i.usubjid in kept]
        queries = numbered(Asker(self.trial.collected, report).questions(issues))
        try:
            write_query_list(path, QueryList(queries, report.source, self.day))
        except QueryListFailed as error:
            raise UnusableFile(str(error)) from error

    @cached_property
    def board_packs(self) -> "dict[str, Pack]":
        """The reports of the safety board, by kind."""
        from sscviewer.report.board_pack import board_pack

        arms = [arm for arm, _ in self.who.safety.arms if arm != ALL]
        packs = board_pack(
            self.study,
            self.plan,
            self.subjects,
            self.trial.letters(arms) if len(arms) > 1 else {},
            name=self.title,
            footer=self.footer,
        )
        return {pack.kind: pack for pack in packs}

    def board(self, formats: Sequence[str]) -> list[Made]:
        """Write the reports of the safety board, and the pages of the patients they tell of."""
        made = []
        for kind in self.board_packs:
            for path in self._paths(f"{self.name}_board_{kind}", formats):
                self.board_file(path, kind)
                made.append(Made(path, "board", kind))
        if any(pack.usubjids for pack in self.board_packs.values()):
            (path,) = self._paths(f"{self.name}_board_profiles", ("pdf",))
            self.board_file(path, "profiles")
            made.append(Made(path, "board", "profiles"))
        return made

    def board_file(self, path: Path, kind: str) -> None:
        """Write one report of the safety board, or the pages of the patients it tells of, to a file."""
        from sscviewer.analysis.board.masked import without_arms_and_doses
        from sscviewer.report.board_pack import DOSES
        from sscviewer.report.document_file import write_document
        from sscviewer.report.profiles import save_profiles

        if kind != "profiles":
            write_document(path, self.board_packs[kind].document)
            return
        told = next(iter(self.board_packs.values())).usubjids
        study, frame = self.study, self.frame
        if len(self.board_packs) > 1:
            study = without_arms_and_doses(study)
            frame = replace(trial_frame(study, self.settings.paramcds), no_doses=DOSES)
            frame = with_models(study, self.plan, frame)
        pages = (self._page_in(study, frame, usubjid, self.settings) for usubjid in told)
        title = f"{self.title}: patients of the safety board's report"
        save_profiles(path, pages, frame, total=len(told), title=title, footer=self.footer)

    @cached_property
    def handover_makers(self) -> "dict[str, Callable[[Path], None]]":
        """What writes each file for a statistician, by its name."""
        from sscviewer.analysis.handover.dictionary import handover_tables
        from sscviewer.report.handover_files import handover_makers

        tables = handover_tables(self.study, self.plan, self.who)
        return handover_makers(tables, self.day, self.footer)

    def handover(self) -> list[Made]:
        """Write the tables for a statistician, and the scripts that recompute from them."""
        made = []
        for name, make in self.handover_makers.items():
            path = self.folder / HANDOVER / name
            self.make_room(path)
            make(path)
            made.append(Made(path, "handover", name))
        return made

    def checklists(self) -> list[Made]:
        """Write the checklists: all in one document, each as a table."""
        from sscviewer.report.checklists import CHECKLISTS

        (path,) = self._paths(f"{self.name}_checklists", ("docx",))
        names = {path: "checklists"}
        for name in CHECKLISTS:
            (path,) = self._paths(f"{self.name}_consort_{name}", ("xlsx",))
            names[path] = name
        for path, name in names.items():
            self.checklist_file(path, name)
        return [Made(path, "checklists", name) for path, name in names.items()]

    def checklist_file(self, path: Path, name: str) -> None:
        """Write one checklist as a table, or "checklists", all of them, as a document."""
        from sscviewer.report.checklists import checklist, checklists_document
        from sscviewer.report.document_file import write_document

        if name == "checklists":
            write_document(path, checklists_document(f"Checklists for {self.name}", self.footer))
        else:
            self._table(path, checklist(name))

    def _paths(self, stem: str, suffixes: Sequence[str]) -> list[Path]:
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
