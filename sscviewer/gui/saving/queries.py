"""Asking the sites: findings become queries of the log, written as a list; and a list that came back."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from sscviewer.gui.dialogs.file_kinds import file_kinds
from sscviewer.gui.dialogs.question import ask, ask_file, open_dialog, save_dialog
from sscviewer.gui.language import number_of, tr
from sscviewer.gui.saving.origin import save_folder
from sscviewer.gui.state.reviews import HIDDEN
from sscviewer.gui.state.session import Session
from sscviewer.gui.state.settings import Settings
from sscviewer.gui.state.study_queries import StudyQueries
from sscviewer.gui.state.tasks import Tasks, Ticket
from sscviewer.gui.state.trial import Trial
from sscviewer.on_disk import is_there
from sscviewer.report.provenance import file_stem
from sscviewer.report.query_shapes import QUERY_FORMATS

if TYPE_CHECKING:
    from sscviewer.gui.dialogs.choose_severities import ChooseSeverities
    from sscviewer.memory.query_log import Query
    from sscviewer.memory.query_words import SiteQuestion
    from sscviewer.model.issue import Issue

QUESTIONS, SAVE, READ = "make questions", "save query list", "read answers"
KINDS = file_kinds(QUERY_FORMATS)
BACK = "Query lists (*.xlsx *.csv)"
NOT_KEPT = "The queries are not in the log: the list is numbered for this time only."
SHOWN = 12
"""Numbers named in a sentence before the rest is only counted."""


@dataclass(frozen=True, slots=True)
class _Ask:
    """The work of making questions of findings."""

    issues: "tuple[Issue, ...]"
    trial: Trial

    def __call__(self, ticket: Ticket) -> "tuple[SiteQuestion, ...]":
        from sscviewer.memory.query_words import Asker

        return tuple(Asker(self.trial.collected, self.trial.report).questions(self.issues))


@dataclass(frozen=True, slots=True)
class _Save:
    """The work of writing queries into one list, or one for each site."""

    path: Path
    queries: "tuple[Query, ...]"
    trial: Trial
    each_site: bool
    note: str

    def __call__(self, ticket: Ticket) -> tuple[str, str]:
        from sscviewer.report.query_list import QueryList, QueryListFailed, write_query_list

        lists = by_site(self.path, self.queries) if self.each_site else {self.path: self.queries}
        try:
            for path, queries in lists.items():
                write_query_list(path, QueryList(tuple(queries), self.trial.report.source))
        except QueryListFailed as error:
            return f"{error} {self.note}".strip(), "error"
        n = number_of(len(self.queries), "query", "queries")
        where = (
            self.path.name
            if not self.each_site
            else tr("{files}, one per site").format(files=number_of(len(lists), "file", "files"))
        )
        return tr("Saved {n} to {where}. {note}").format(n=n, where=where, note=tr(self.note)).strip(), "info"


@dataclass(frozen=True, slots=True)
class _Read:
    """The work of reading a list that came back."""

    path: Path

    def __call__(self, ticket: Ticket) -> "dict[int, tuple[str, str]] | str":
        from sscviewer.report.query_list import QueryListFailed, read_answers

        try:
            return read_answers(self.path)
        except QueryListFailed as error:
            return str(error)


def by_site(path: Path, queries: "Sequence[Query]") -> "dict[Path, list[Query]]":
    """Return the list of each site, under a name with the site in it that no file has yet."""
    from sscviewer.report.provenance import Names
    from sscviewer.report.query_list import sites_of
    from sscviewer.report.query_shapes import ending, without_ending

    names, lists = Names(), {}
    for site in sites_of(queries):
        stem = file_stem("{study}_{view}", study=without_ending(path), patient="", view=site or "no site")
        name = names.give(stem)
        target, number = path.with_name(name + ending(path)), 2
        while is_there(target):  # an earlier list may hold a site's answers
            target, number = path.with_name(f"{name} ({number}){ending(path)}"), number + 1
        lists[target] = [query for query in queries if query.question.site == site]
    return lists


class Queries(QObject):
    """Asks what goes into a list and where it goes, keeps it in the log and has it written; takes answers in.

    Signals
    -------
    told
        One sentence for the user, and its kind ("info", "error").
    """

    told = Signal(str, str)

    def __init__(
        self, session: Session, log: StudyQueries, settings: Settings, tasks: Tasks, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._log = log
        self._settings = settings
        self._tasks = tasks
        self._window = window
        self.dialog: ChooseSeverities | None = None

    @Slot()
    def ask(self) -> None:
        """Ask about all findings of the open file."""
        trial = self._session.trial
        if trial is not None:
            self.ask_about(trial.report.issues)

    @Slot(tuple)
    def ask_about(self, issues: tuple) -> None:  # type: ignore[type-arg]
        """Ask about some findings: those a table shows."""
        from sscviewer.gui.dialogs.choose_severities import ChooseSeverities

        trial = self._seen_trial()
        if trial is None:
            return
        self.dialog = dialog = ChooseSeverities(issues, self._window)
        ask(self._session, dialog, lambda: self._choose_file(dialog.chosen, trial, dialog.each_site))

    @Slot(tuple)
    def log(self, issues: tuple) -> None:  # type: ignore[type-arg]
        """Make queries of the log of some findings, and write nothing."""
        trial = self._seen_trial()
        if trial is None:
            return
        self._tasks.run(QUESTIONS, _Ask(issues, trial), lambda asked: self._logged(asked, trial))

    def _seen_trial(self) -> Trial | None:
        """Return the open trial; None without one, and, said, while its identities are hidden."""
        trial = self._session.trial
        if trial is not None and trial.study.is_hidden:
            self.told.emit(tr(HIDDEN), "info")
            return None
        return trial

    def _logged(self, questions: "tuple[SiteQuestion, ...]", trial: Trial) -> None:
        if self._session.trial is None or self._session.trial.collected is not trial.collected:
            return
        kept, n_new = self._log.ask(questions)
        if not kept:
            return  # why nothing is kept was said
        numbers = ", ".join(str(query.number) for query in kept[:SHOWN])
        words = tr("New in the log of queries (Data ▸ Queries): {numbers}")
        if not n_new:
            words = tr("In the log of queries already (Data ▸ Queries): {numbers}")
        self.told.emit(words.format(numbers=numbers), "info")

    @Slot()
    def choose_answers(self) -> None:
        """Let the user choose a list that came back."""
        dialog = open_dialog(self._window, tr("Take in answers"), str(save_folder(self._settings)), BACK)
        ask_file(self._session, dialog, self.take_in)

    def take_in(self, path: Path) -> None:
        """Read a list that came back."""
        name = path.name
        self._tasks.run(READ, _Read(path), lambda answers: self._take(name, answers))

    def save_log(self, queries: "tuple[Query, ...]") -> None:
        """Ask where some queries of the log go, and write them."""
        trial = self._session.trial
        if trial is not None and queries:
            dialog = self._file_dialog(trial)
            ask_file(self._session, dialog, lambda path: self._write(path, queries, trial))

    def _choose_file(self, issues: "tuple[Issue, ...]", trial: Trial, each_site: bool) -> None:
        def chosen(path: Path) -> None:
            work = _Ask(issues, trial)
            self._tasks.run(QUESTIONS, work, lambda asked: self._asked(path, asked, trial, each_site))

        ask_file(self._session, self._file_dialog(trial), chosen)

    def _file_dialog(self, trial: Trial) -> QFileDialog:
        proposal = save_folder(self._settings) / f"{Path(trial.report.source.name).stem}_queries.xlsx"
        return save_dialog(self._window, tr("Save query list"), proposal, KINDS)

    def _asked(
        self, path: Path, questions: "tuple[SiteQuestion, ...]", trial: Trial, each_site: bool
    ) -> None:
        from sscviewer.memory.query_log import numbered

        if self._session.trial is None or self._session.trial.collected is not trial.collected:
            return  # another file came while the questions were made; its log is another
        kept, n_new = self._log.ask(questions)
        asked = tuple(query for query in kept if query.status != "will not query")
        note = NOT_KEPT
        if kept or not questions:
            note = (
                ""
                if n_new == len(asked)
                else tr("{n_new} of them are new; the others keep their numbers.").format(n_new=n_new)
            )
        if len(kept) > len(asked):
            note += f" {len(kept) - len(asked)} more are marked “will not query” and left out."
        self._write(
            path, asked if kept else numbered(questions), trial, each_site=each_site, note=note.strip()
        )

    def _write(
        self,
        path: Path,
        queries: "tuple[Query, ...]",
        trial: Trial,
        *,
        each_site: bool = False,
        note: str = "",
    ) -> None:
        self._settings.set("files/save_folder", str(path.parent))
        self._tasks.run(SAVE, _Save(path, queries, trial, each_site, note), self._saved)

    def _saved(self, said: tuple[str, str]) -> None:
        self.told.emit(*said)

    def _take(self, name: str, answers: "dict[int, tuple[str, str]] | str") -> None:
        if isinstance(answers, str):
            self.told.emit(answers, "error")
            return
        unknown = self._log.take_answers(answers)
        if unknown is None:
            self.told.emit(
                tr("The answers of {name} are not kept: there is no place for them.").format(name=name),
                "error",
            )
            return
        n = number_of(len(answers) - len(unknown), "answer", "answers")
        said = tr("Took in {n} of {name}.").format(n=n, name=name)
        if unknown:
            more = f" and {len(unknown) - SHOWN} more" if len(unknown) > SHOWN else ""
            said += f" Not in the log: {', '.join(map(str, unknown[:SHOWN]))}{more}."
        self.told.emit(said, "error" if unknown else "info")
