"""The mapping as the user has it now; what every part of the dialog draws from."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from sscviewer.gui.dialogs.mapping.edits import with_role
from sscviewer.model.questions import Answer, Answers, with_answers
from sscviewer.workbook.mapping.guess import is_as_recognised
from sscviewer.workbook.mapping.mapping import Mapping, SheetMapping
from sscviewer.workbook.preview.preview import ColumnPreview, MappingPreview, SheetPreview
from sscviewer.workbook.preview.problems import doubts, problems
from sscviewer.workbook.values.date_order import DateOrder
from sscviewer.workbook.values.words import key

MOST_UNDO = 200


@dataclass(frozen=True, slots=True)
class _State:
    """All that a change may change."""

    previews: tuple[SheetPreview, ...]
    sheets: tuple[SheetMapping, ...]
    groups: dict[str, tuple[str, ...]]
    date_order: DateOrder | None
    answers: Answers


class Draft(QObject):
    """A mapping that is being made.

    Attributes
    ----------
    position
        The sheet shown.
    date_order
        What 03/04/2007 is where a column's dates do not tell; None when nobody said.
    answers
        What was said of cells otherwise.

    Signals
    -------
    sheet_changed
        Something about a sheet (its position) changed.
    position_changed
        Another sheet is shown.
    answers_changed
        The cells of a sheet (its name) mean something else now: it is to be looked at again.
    """

    sheet_changed = Signal(int)
    position_changed = Signal(int)
    answers_changed = Signal(str)

    def __init__(self, preview: MappingPreview, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.file = preview.file
        self.shape = preview.shape
        self._previews = list(preview.sheets)
        self._sheets = list(preview.mapping.sheets)
        self._kept_groups = self._groups = preview.mapping.groups
        self.date_order = preview.mapping.date_order
        self.answers = preview.mapping.answers
        self._history: list[_State] = []
        self.position = next((i for i in range(len(self._sheets)) if self.problems(i)), self._first())

    def _first(self) -> int:
        unsure = [i for i, p in enumerate(self._previews) if p.confidence == "unsure"]
        used = [i for i, s in enumerate(self._sheets) if s.tables]
        return next(iter([*unsure, *used]), 0)

    @property
    def mapping(self) -> Mapping:
        """The mapping as it is now."""
        return Mapping(tuple(self._sheets), self._groups, self.date_order, self.answers)

    @property
    def said(self) -> Mapping | None:
        """What the mapping says beyond what was recognised; None for nothing."""
        if any(sheet != p.guess for sheet, p in zip(self._sheets, self._previews, strict=True)):
            return self.mapping
        is_more = self.date_order is not None or self.answers or self._groups != self._kept_groups
        return Mapping((), self._groups, self.date_order, self.answers) if is_more else None

    @property
    def sheet(self) -> SheetMapping:
        """The sheet shown."""
        return self._sheets[self.position]

    @property
    def preview(self) -> SheetPreview:
        """What there is to see of the sheet shown."""
        return self._previews[self.position]

    @property
    def previews(self) -> tuple[SheetPreview, ...]:
        """What there is to see of every sheet."""
        return tuple(self._previews)

    @property
    def is_recognised(self) -> bool:
        """Whether the mapping says no more than what was recognised."""
        return self.said is None

    def column(self, name: str) -> ColumnPreview | None:
        """Return a column of the sheet shown, its dates in the order that was said."""
        found = next((c for c in self.preview.columns if c.name == name), None)
        if found is not None and self.date_order == "mdy" and found.month_first:
            return replace(found, dates=found.month_first)
        return found

    def problems(self, position: int) -> tuple[str, ...]:
        """Return what is wrong with a sheet, in words."""
        sheet, guess = self._sheets[position], self._previews[position].guess
        return () if is_as_recognised(sheet, guess) else problems(sheet)

    def doubts(self) -> tuple[str, ...]:
        """Return what does not fit the columns of the sheet shown, in words."""
        return doubts(self.sheet, self.preview)

    def state(self, position: int) -> str:
        """Return "problem", "mapped", "sure", "likely" or "unsure"."""
        if self.problems(position):
            return "problem"
        preview = self._previews[position]
        return preview.confidence if self._sheets[position] == preview.guess else "mapped"

    def lacks_patients(self) -> str:
        """Return one sentence when no sheet can be read, else ""."""
        if any(sheet.tables for sheet in self._sheets):
            return ""
        return "No sheet has a role yet: choose what at least one sheet holds."

    def show(self, position: int) -> None:
        """Show a sheet."""
        if position != self.position and 0 <= position < len(self._sheets):
            self.position = position
            self.position_changed.emit(position)

    def set_sheet(self, sheet: SheetMapping) -> None:
        """Change the sheet shown."""
        if sheet != self.sheet:
            self._remember()
            self._sheets[self.position] = sheet
            self.sheet_changed.emit(self.position)

    def set_date_order(self, order: DateOrder | None) -> None:
        """Say which of two numbers is the day; None for nothing."""
        if order != self.date_order:
            self._remember()
            self.date_order = order
            self.sheet_changed.emit(self.position)

    @property
    def can_undo(self) -> bool:
        """Whether anything was changed."""
        return bool(self._history)

    def undo(self) -> None:
        """Take the last change back."""
        if not self._history:
            return
        old = self._history.pop()
        self._previews, self._sheets = list(old.previews), list(old.sheets)
        self._groups, self.date_order, self.answers = old.groups, old.date_order, old.answers
        for i in range(len(self._sheets)):
            self.sheet_changed.emit(i)

    def _remember(self) -> None:
        state = _State(
            tuple(self._previews), tuple(self._sheets), self._groups, self.date_order, self.answers
        )
        self._history = [*self._history[1 - MOST_UNDO :], state]

    def said_of(self, question: str, column: str) -> str:
        """Return what was said of the cells of a column of the sheet shown; "" for nothing."""
        about = (question, self.preview.name, column)
        return next((a.option for a in self.answers if (a.id, a.sheet, a.column) == about), "")

    def say_of(self, question: str, column: str, option: str) -> None:
        """Say what the cells of a column of the sheet shown mean; "" takes it back."""
        if option == self.said_of(question, column):
            return
        self._remember()
        answer = Answer(question, self.preview.name, column, option)
        said = with_answers(self.answers, (answer,))
        self.answers = tuple(a for a in said if a.option)
        self.answers_changed.emit(self.preview.name)

    def set_role(self, role: str) -> None:
        """Give the sheet shown another role."""
        self.set_sheet(with_role(self.sheet, self.preview, role))

    def replace_header(self, preview: SheetPreview) -> None:
        """Take a sheet whose headings are in another row now; its role stays."""
        self._remember()
        self.replace_preview(preview)

    def replace_preview(self, preview: SheetPreview) -> None:
        """Take a sheet that was looked at again; its role stays."""
        position = next((i for i, p in enumerate(self._previews) if p.name == preview.name), -1)
        if position < 0:
            return
        old = self._sheets[position]
        new = replace(preview.guess, words=old.words, units=old.units, visits=old.visits)
        if old.tables and old.tables != new.tables:
            new = with_role(new, preview, old.role)
        self._previews[position] = preview
        self._sheets[position] = new
        self.sheet_changed.emit(position)

    def take(self, mapping: Mapping) -> int:
        """Take the groups of a saved mapping and its sheets that are in this file; return how many sheets."""
        self._remember()
        self._groups = mapping.groups or self._groups
        self.answers = with_answers(self.answers, mapping.answers)
        by_name = {key(sheet.name): sheet for sheet in mapping.sheets}
        by_print = {sheet.fingerprint: sheet for sheet in mapping.sheets if sheet.fingerprint}
        taken = 0
        for i, own in enumerate(self._sheets):
            entry = by_name.get(key(own.name)) or by_print.get(own.fingerprint)
            if entry is not None:
                self._sheets[i] = replace(
                    entry, name=own.name, fingerprint=own.fingerprint, header_row=own.header_row
                )
                taken += 1
                self.sheet_changed.emit(i)
        self.date_order = mapping.date_order or self.date_order
        self.sheet_changed.emit(self.position)
        return taken

    def start_again(self) -> None:
        """Go back to what was recognised."""
        self._remember()
        about = {answer.sheet for answer in self.answers}
        self.date_order, self.answers = None, ()
        for i, preview in enumerate(self._previews):
            self._sheets[i] = preview.guess
            self.sheet_changed.emit(i)
            if preview.name in about:
                self.answers_changed.emit(preview.name)
