"""Mapping columns: looks at the file in the worker, shows the dialog, has the file opened by the mapping."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal, Slot
from PySide6.QtWidgets import QWidget

from sscviewer.gui.dialogs.question import ask
from sscviewer.gui.language import error_words, tr
from sscviewer.gui.opening.open_file import Opening
from sscviewer.gui.state.settings import Settings
from sscviewer.gui.state.tasks import Cancelled, Tasks, Ticket
from sscviewer.gui.state.theme import Themes
from sscviewer.gui.state.trial import CannotOpen

if TYPE_CHECKING:
    from sscviewer.gui.dialogs.mapping.dialog import MappingDialog
    from sscviewer.model.questions import Answers
    from sscviewer.workbook.mapping.mapping import Mapping
    from sscviewer.workbook.preview.preview import Look, MappingPreview, SheetPreview

# The workbook and the dialog are imported where they are used: the start page is on screen before pandas.

MAP, HEADER, CELLS = "map columns", "map columns, other headings", "map columns, other cells"


@dataclass(frozen=True, slots=True)
class _LookAt:
    """The work of reading a file for its mapping."""

    path: Path
    mapping: "Mapping | None"
    library: Path
    password: str | None
    answers: "Answers"

    def __call__(self, ticket: Ticket) -> "tuple[Look, MappingPreview]":
        from sscviewer.workbook import LoadCancelled, UnusableFile
        from sscviewer.workbook.preview.preview import look_at

        try:
            look = look_at(self.path, ticket.progress, ticket.cancelled, self.password)
        except UnusableFile as error:
            raise CannotOpen(error_words(error)) from error
        except LoadCancelled as error:
            raise Cancelled from error
        return look, look.preview(self.mapping, self.library, self.answers)


@dataclass(frozen=True, slots=True)
class _OtherHeadings:
    """The work of finding the columns below another row."""

    look: "Look"
    sheet: str
    row: int

    def __call__(self, ticket: Ticket) -> "SheetPreview":
        return self.look.with_header(self.sheet, self.row)


@dataclass(frozen=True, slots=True)
class _OtherCells:
    """The work of looking at a sheet again whose cells mean something else."""

    look: "Look"
    sheet: str
    answers: "Answers"

    def __call__(self, ticket: Ticket) -> "SheetPreview":
        return self.look.with_answers(self.sheet, self.answers)


@dataclass(frozen=True, slots=True)
class _Way:
    """How a file is read: the mapping applied in this window, and what is kept for its shape."""

    shape: str
    mapping: "Mapping | None"
    kept: bytes | None


class MapColumns(QObject):
    """Lets the user say which sheet and column is what.

    Signals
    -------
    begun, advanced, ended
        Reading began (text), is so far (text, 0-1), is over.
    failed
        One sentence saying why the file cannot be mapped.
    mapped
        With the file, and the two ways to read it, before and after: the file that is open is read otherwise.

    Attributes
    ----------
    dialog
        The dialog on screen, None without one.
    """

    begun = Signal(str)
    advanced = Signal(str, float)
    ended = Signal()
    failed = Signal(str)
    mapped = Signal(object, object, object)

    def __init__(
        self, opening: Opening, settings: Settings, themes: Themes, tasks: Tasks, window: QWidget
    ) -> None:
        super().__init__(window)
        self._opening = opening
        self._settings = settings
        self._themes = themes
        self._tasks = tasks
        self._window = window
        self._path = Path()
        self._look: Look | None = None
        self._applied: dict[Path, Mapping] = {}
        self.dialog: MappingDialog | None = None

    @Slot()
    def show(self) -> None:
        """Show how the file opened last, or tried last, is read."""
        self.show_because("")

    @Slot(str, bool)
    def show_sheet(self, sheet: str, measures: bool) -> None:
        """Show it, beginning with a sheet; with its measurements where that is what is asked about."""
        self.show_because("", sheet, measures=measures)

    def show_because(self, why: str, sheet: str = "", *, measures: bool = False) -> None:
        """Show it and say in one sentence why it is shown."""
        path = self._opening.mappable
        if path is None or self.dialog is not None or self._tasks.is_running(MAP):
            return
        self._path = path
        self.begun.emit(tr("Looking at the sheets of {name} …").format(name=path.name))
        opening = self._opening
        applied = opening.keep_plan.put_into(self._applied.get(path))
        said = opening.questions.of(path)
        work = _LookAt(path, applied, opening.library, opening.passwords.of(path), said)
        shown = partial(self._show, why=why, sheet=sheet, measures=measures)
        self._tasks.run(MAP, work, shown, self._failed, self.advanced.emit)

    @Slot()
    def cancel(self) -> None:
        """Stop reading."""
        if self._tasks.is_running(MAP):
            self._tasks.cancel(MAP)
            self.ended.emit()

    def _show(self, result: "tuple[Look, MappingPreview]", *, why: str, sheet: str, measures: bool) -> None:
        from sscviewer.gui.dialogs.mapping.dialog import MappingDialog

        self.ended.emit()
        self._look, preview = result
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(self._settings.text("files/save_folder") or documents)
        dialog = MappingDialog(preview, self._themes.current, folder, self._window)
        dialog.apply_asked.connect(self._apply)
        dialog.header_asked.connect(self._other_headings)
        dialog.answers_asked.connect(self._other_cells)
        dialog.finished.connect(self._closed)
        self.dialog = dialog
        dialog.say(why)
        dialog.begin_with(sheet, measures=measures)
        ask(self._opening.session, dialog)

    def _failed(self, error: Exception) -> None:
        self.ended.emit()
        if isinstance(error, CannotOpen):
            self.failed.emit(error_words(error))
        elif not isinstance(error, Cancelled):
            raise error

    @Slot(str, int)
    def _other_headings(self, sheet: str, row: int) -> None:
        if self._look is not None and self.dialog is not None:
            self._tasks.run(HEADER, _OtherHeadings(self._look, sheet, row), self.dialog.show_sheet)

    @Slot(str)
    def _other_cells(self, sheet: str) -> None:
        if self._look is not None and self.dialog is not None:
            answers = self.dialog.draft.answers
            work = _OtherCells(self._look, sheet, answers)
            self._tasks.run(f"{CELLS} {sheet}", work, partial(self._show_cells, answers))

    def _show_cells(self, answers: "Answers", preview: "SheetPreview") -> None:
        if self.dialog is not None and self.dialog.draft.answers == answers:
            self.dialog.draft.replace_preview(preview)

    @Slot()
    def _apply(self) -> None:
        """Keep the mapping or forget it, close the dialog, open the file by it."""
        from sscviewer.workbook import UnusableFile
        from sscviewer.workbook.mapping.library import forget_mapping, store_mapping

        dialog = self.dialog
        if dialog is None:
            return
        draft = dialog.draft
        mapping = draft.said
        before = self._way(draft.shape)
        try:
            if mapping is not None and dialog.keep:
                store_mapping(self._opening.library, draft.shape, mapping)
            else:
                forget_mapping(self._opening.library, draft.shape)
        except UnusableFile as error:
            dialog.say(error_words(error))
            return
        self._applied.pop(self._path, None)
        if mapping is not None:
            self._applied[self._path] = mapping
        dialog.accept()
        trial = self._opening.session.trial
        if trial is not None and trial.path == self._path:
            self.mapped.emit(self._path, before, self._way(draft.shape))
        self._opening.open_mapped(self._path, mapping)

    def _way(self, shape: str) -> _Way:
        """Return how the file looked at is read now."""
        from sscviewer.workbook.mapping.library import kept_bytes

        return _Way(shape, self._applied.get(self._path), kept_bytes(self._opening.library, shape))

    def read_by(self, path: Path, way: _Way) -> None:
        """Read a file in a way it was read in before."""
        from sscviewer.workbook.mapping.library import put_back

        try:
            put_back(self._opening.library, way.shape, way.kept)
        except OSError:
            self.failed.emit(tr("What is kept of the mapping cannot be changed; the file is as it was."))
            return
        self._applied.pop(path, None)
        if way.mapping is not None:
            self._applied[path] = way.mapping
        self._opening.open_mapped(path, way.mapping)

    @Slot()
    def _closed(self) -> None:
        self._tasks.cancel(HEADER)
        self._look = None
        self.dialog = None
