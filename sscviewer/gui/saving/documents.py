"""Writes the tables of results, the document, and what else is handed to somebody."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sscviewer.analysis.guarded import failure
from sscviewer.analysis.patient.patient_page import patient_page, trial_frame, with_models
from sscviewer.analysis.population import ALL
from sscviewer.gui.saving.trial_folder import TrialFolder
from sscviewer.report.manifest import Made
from sscviewer.report.query_shapes import QUERY_FORMATS
from sscviewer.report.what import TABLE_FORMATS
from sscviewer.workbook import UnusableFile

if TYPE_CHECKING:
    from sscviewer.report.board_pack import Pack
    from sscviewer.report.trial_report import Contents, DocumentChoice

HANDOVER = "handover"
"""The folder of the tables for a statistician, whose scripts look for the tables beside them."""
ASKED = ("error", "warning")
"""Severities of findings a site is asked about; "info" is how something was read."""


class Documents:
    """Tables of results, document, narratives, queries, safety board, handover and checklists.

    What writes several files returns them for the manifest; the others write the one file they are given.
    """

    def __init__(self, to: TrialFolder) -> None:
        self._to = to

    def result_tables(self) -> list[Made]:
        """Write every table of results."""
        part = self._to.part
        return [
            made
            for name in self.contents.tables
            for made in part(f"Table {name}", partial(self._tables, name))
        ]

    def _tables(self, name: str) -> list[Made]:
        paths = self._to.paths(f"{self._to.name}_{self.contents.tables[name].name}", TABLE_FORMATS)
        for path in paths:
            self.result_table(path, name)
        return [Made(path, "table", name) for path in paths]

    def result_table(self, path: Path, name: str) -> None:
        """Write a table of results to a file."""
        self._to.table(path, self.contents.tables[name])

    @cached_property
    def contents(self) -> "Contents":
        """Return the tables of results, and what the document holds."""
        from sscviewer.report.trial_report import trial_contents

        return trial_contents(self._to.study, self._to.plan, self._to.who)

    def report(self, formats: Sequence[str]) -> list[Made]:
        """Write the document."""
        from sscviewer.report.trial_report import DocumentChoice

        choice = self._to.trial.choice or DocumentChoice()
        endpoints = self.contents.endpoints
        # where they failed the section of changes says so, and nobody asked for a wrong one
        asked = () if failure(endpoints) else choice.endpoints or ()
        unknown = [code for code in asked if code not in endpoints]
        if unknown:
            known = ", ".join(endpoints) or "none"
            raise UnusableFile(f"{unknown[0]} is no endpoint that is analysed; there are: {known}.")
        made = []
        for path in self._to.paths(f"{self._to.name}_report", formats):
            self.document(path, choice)
            made.append(Made(path, "report", "report", choice.to_json()))
        return made

    def document(self, path: Path, choice: "DocumentChoice") -> None:
        """Write the document to a file."""
        from sscviewer.report.document_file import write_document
        from sscviewer.report.trial_report import document_of

        title = f"Report on {self._to.title}"
        write_document(path, document_of(self.contents, choice, title=title, footer=self._to.footer))

    def narratives(self) -> list[Made]:
        """Write the stories of serious moments."""
        (path,) = self._to.paths(f"{self._to.name}_narratives", ("docx",))
        self.stories(path)
        return [Made(path, "narratives", "narratives")]

    def stories(self, path: Path) -> None:
        """Write the stories of serious moments to a file."""
        from sscviewer.analysis.narratives.narrative import narratives
        from sscviewer.plots.paper.figure_files import png_bytes
        from sscviewer.plots.patient.save import render_image
        from sscviewer.report.narrative_file import write_narratives

        def picture(usubjid: str) -> bytes:
            page = self._to.page_of(usubjid, self._to.settings)
            image = render_image(page, self._to.frame, self._to.settings)
            return png_bytes(image, f"Patient {usubjid}", self._to.settings.footer)

        told = narratives(self._to.study, self._to.who.safety, self._to.plan)
        write_narratives(path, told, picture, self._to.footer)

    def queries(self) -> list[Made]:
        """Write the errors and warnings as queries."""
        made = []
        for path in self._to.paths(f"{self._to.name}_queries", QUERY_FORMATS):
            self.query_list(path)
            made.append(Made(path, "queries", "queries"))
        return made

    def query_list(self, path: Path) -> None:
        """Write the errors and warnings, of the patients chosen and of none, as queries to a file."""
        from sscviewer.memory.query_log import numbered
        from sscviewer.memory.query_words import Asker
        from sscviewer.report.query_list import QueryList, QueryListFailed, write_query_list

        kept = {"", *self._to.usubjids}
        report = self._to.trial.report
        issues = [i for i in report.issues if i.severity in ASKED and i.usubjid in kept]
        queries = numbered(Asker(self._to.trial.collected, report).questions(issues))
        try:
            write_query_list(path, QueryList(queries, report.source, self._to.day))
        except QueryListFailed as error:
            raise UnusableFile(str(error)) from error

    @cached_property
    def board_packs(self) -> "dict[str, Pack]":
        """The reports of the safety board, by kind."""
        from sscviewer.report.board_pack import board_pack

        arms = [arm for arm, _ in self._to.who.safety.arms if arm != ALL]
        packs = board_pack(
            self._to.study,
            self._to.plan,
            self._to.subjects,
            self._to.trial.letters(arms) if len(arms) > 1 else {},
            name=self._to.title,
            footer=self._to.footer,
        )
        return {pack.kind: pack for pack in packs}

    def board(self, formats: Sequence[str]) -> list[Made]:
        """Write the reports of the safety board, and the pages of the patients they tell of."""
        made = []
        for kind in self.board_packs:
            for path in self._to.paths(f"{self._to.name}_board_{kind}", formats):
                self.board_file(path, kind)
                made.append(Made(path, "board", kind))
        if any(pack.usubjids for pack in self.board_packs.values()):
            (path,) = self._to.paths(f"{self._to.name}_board_profiles", ("pdf",))
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
        study, settings = self._to.study, self._to.settings
        if len(self.board_packs) > 1:
            study = without_arms_and_doses(study)
            frame = replace(trial_frame(study, settings.paramcds), no_doses=DOSES)
            frame = with_models(study, self._to.plan, frame)
        else:
            frame = self._to.frame
        order: Any = settings.lane_order
        pages = (
            patient_page(study, usubjid, frame, settings.paramcds, order, settings.events) for usubjid in told
        )
        title = f"{self._to.title}: patients of the safety board's report"
        save_profiles(path, pages, frame, total=len(told), title=title, footer=self._to.footer)

    @cached_property
    def handover_makers(self) -> "dict[str, Callable[[Path], None]]":
        """What writes each file for a statistician, by its name."""
        from sscviewer.analysis.handover.dictionary import handover_tables
        from sscviewer.report.handover_files import handover_makers

        tables = handover_tables(self._to.study, self._to.plan, self._to.who)
        return handover_makers(tables, self._to.day, self._to.footer)

    def handover(self) -> list[Made]:
        """Write the tables for a statistician, and the scripts that recompute from them."""
        part = self._to.part
        return [made for name in self.handover_makers for made in part(name, partial(self._handed, name))]

    def _handed(self, name: str) -> list[Made]:
        path = self._to.folder / HANDOVER / name
        self._to.make_room(path)
        self.handover_makers[name](path)
        return [Made(path, "handover", name)]

    def checklists(self) -> list[Made]:
        """Write the checklists: all in one document, each as a table."""
        from sscviewer.report.checklists import CHECKLISTS

        (path,) = self._to.paths(f"{self._to.name}_checklists", ("docx",))
        names = {path: "checklists"}
        for name in CHECKLISTS:
            (path,) = self._to.paths(f"{self._to.name}_consort_{name}", ("xlsx",))
            names[path] = name
        for path, name in names.items():
            self.checklist_file(path, name)
        return [Made(path, "checklists", name) for path, name in names.items()]

    def checklist_file(self, path: Path, name: str) -> None:
        """Write one checklist as a table, or "checklists", all of them, as a document."""
        from sscviewer.report.checklists import checklist, checklists_document
        from sscviewer.report.document_file import write_document

        if name == "checklists":
            write_document(path, checklists_document(f"Checklists for {self._to.name}", self._to.footer))
        else:
            self._to.table(path, checklist(name))
