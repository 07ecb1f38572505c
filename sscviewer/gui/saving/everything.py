"""Saving much at once to a folder: everything, or narratives, the board's pack, a statistician's tables."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from sscviewer.gui.dialogs.question import ask, ask_file
from sscviewer.gui.language import error_words, number_of, tr
from sscviewer.gui.saving.origin import save_folder
from sscviewer.gui.saving.saving import Saving
from sscviewer.gui.state.members import members
from sscviewer.gui.state.reviews import Reviews
from sscviewer.gui.state.session import Session
from sscviewer.gui.state.settings import Settings
from sscviewer.report.what import DOCUMENT_FORMATS, WHAT

if TYPE_CHECKING:
    from sscviewer.gui.saving.export_steps import Step
    from sscviewer.gui.saving.trial_folder import Prepared, Views
    from sscviewer.gui.saving.writer import Writer
    from sscviewer.report.manifest import Made

LETTERS_NOT_KEPT = "The letters of the arms are not kept: the next pack will have others."


class SaveEverything(Saving):
    """Writes one file after the other, between what the user does; it can be stopped."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        reviews: Reviews,
        views_of: "Callable[[Prepared, tuple[str, ...] | None], Views]",
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session, self._settings, self._reviews = session, settings, reviews
        self._views_of, self._window = views_of, window
        self._writer: Writer | None = None
        self._steps: Iterator[tuple[int, Step]] = iter(())
        self._total = 0
        self._made: list[Made] = []
        self._lacking: list[str] = []
        session.trial_changed.connect(self.cancel)

    @Slot()
    def ask(self) -> None:
        """Ask what to save, of everything."""
        self._ask(WHAT)

    @Slot()
    def ask_narratives(self) -> None:
        """Ask where the narratives go."""
        self._ask(("narratives",))

    @Slot()
    def ask_board(self) -> None:
        """Ask where the safety board's pack goes."""
        self._ask(("board",))

    @Slot()
    def ask_handover(self) -> None:
        """Ask where the tables for a statistician go."""
        self._ask(("handover",))

    def _ask(self, ticked: tuple[str, ...]) -> None:
        from sscviewer.gui.dialogs.choose_parts import ChooseParts

        if self._session.trial is None or self._writer is not None:
            return
        self.dialog = dialog = ChooseParts(ticked, self._window)
        ask(self._session, dialog, lambda: self._ask_folder(dialog.chosen, dialog.formats))

    def _ask_folder(self, what: tuple[str, ...], formats: tuple[str, ...]) -> None:
        dialog = QFileDialog(self._window, "Save into a folder", str(save_folder(self._settings)))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly, True)
        ask_file(self._session, dialog, lambda folder: self._chosen(folder, what, formats))

    def _chosen(self, folder: Path, what: tuple[str, ...], formats: tuple[str, ...]) -> None:
        self._settings.set("files/save_folder", str(folder))
        self.write(folder, what, formats)

    def write(self, folder: Path, what: tuple[str, ...], formats: tuple[str, ...] = DOCUMENT_FORMATS) -> None:
        """Begin to write; of the patients of the filter in force."""
        from sscviewer.gui.saving.export_steps import Wanted, steps_of
        from sscviewer.gui.saving.writer import Writer

        if self._session.trial is None or self._writer is not None:
            return
        kept = members(self._session)
        every = self._session.trial.study.usubjids
        subjects = None if kept is None else tuple(usubjid for usubjid in every if usubjid in kept)
        words = "" if kept is None else self._session.filters.words()
        trial = self._prepared()
        self._writer = Writer(trial, folder, subjects, date.today(), words, views_of=self._views_of)
        self._made, self._lacking = [], []
        self.begun.emit(tr("Saving …"))
        try:
            steps = list(steps_of(self._writer, Wanted(what, formats, subjects or ())))
        except BaseException:
            self._end()
            raise
        self._steps, self._total = iter(list(enumerate(steps, 1))), len(steps)
        QTimer.singleShot(0, self, self._next)

    def _prepared(self) -> "Prepared":
        from sscviewer.gui.saving.trial_folder import Prepared

        trial = self._session.trial
        assert trial is not None
        plan = self._session.planning.plan
        return Prepared(trial.collected, trial.study, trial.report, plan, trial.mapping, self._letters)

    def _letters(self, arms: Sequence[str]) -> dict[str, str]:
        """Return the letters of the arms as the study memory keeps them."""
        from sscviewer.analysis.board.masked import arm_letters
        from sscviewer.memory.arm_letters import kept_letters

        letters = self._reviews.attempt(lambda memory: kept_letters(memory, arms), None)
        if letters is None:
            self._lacking.append(LETTERS_NOT_KEPT)
        return letters or arm_letters(arms)

    @Slot()
    def _next(self) -> None:
        """Write one part; the window does what was asked of it before the next."""
        from sscviewer.workbook import UnusableFile

        writer, step = self._writer, next(self._steps, None)
        if writer is None:
            return
        if step is None:
            self._finish(writer)
            return
        number, (words, work) = step
        self.advanced.emit(tr("Saving: {words}").format(words=words), (number - 1) / self._total)
        if self._writer is not writer:
            return  # cancelled by who heard it
        try:
            self._made += writer.part(words, work)
        except UnusableFile as error:
            self._end()
            self.told.emit(
                tr("{error} {files} written.").format(
                    error=error, files=number_of(len(self._made), "file was", "files were")
                ),
                "error",
            )
            return
        QTimer.singleShot(0, self, self._next)

    def _finish(self, writer: "Writer") -> None:
        from sscviewer.workbook import UnusableFile

        try:
            index, _ = writer.finish(self._made)
        except UnusableFile as error:
            self._end()
            self.told.emit(error_words(error), "error")
            return
        self._end()
        done = tr("Saved {files}; {name} lists them.").format(
            files=number_of(len(self._made), "file", "files"), name=index.name
        )
        failed = (
            tr("{words} could not be made ({name}).").format(words=tr(words), name=name)
            for words, name in writer.failed
        )
        lacking = (*self._lacking, *failed, *writer.left_out)
        self.told.emit(" ".join((done, *lacking)), "error" if lacking else "info")

    @Slot()
    def cancel(self) -> None:
        """Stop after the part that is being written; whole files stay, with index and manifest of them."""
        from sscviewer.workbook import UnusableFile

        writer = self._writer
        if writer is None:
            return
        try:
            if self._made:
                writer.finish(self._made)
        except UnusableFile as error:
            self.told.emit(error_words(error), "error")
        self._end()
        self.told.emit(
            tr("Cancelled: {files} written.").format(
                files=number_of(len(self._made), "file was", "files were")
            ),
            "info",
        )

    def _end(self) -> None:
        if self._writer is not None:
            self._writer.close()
        self._writer, self._steps = None, iter(())
        self.ended.emit()
