"""The patient list as a table model: ready text, sorted and filtered here, not by a proxy."""

import math
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from sscviewer.gui.language import tr
from sscviewer.gui.state.patient_row import STATUS_WORDS, PatientRow, PatientRows
from sscviewer.model.sentence import joined, say
from sscviewer.plots.screen.plain_tip import plain_tip

STATUS, ID, PERSON, SUBSET, SPARK, CHANGE_1, CHANGE_2, GRADE, REVIEWED = range(9)

_NOTHING = PatientRows((), "", ())
_STATUS_ORDER = {status: i for i, status in enumerate(STATUS_WORDS)}
_ALIGN_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_ALIGN_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

Index = QModelIndex | QPersistentModelIndex


class PatientModel(QAbstractTableModel):
    """Patients in the order of the list, those held back by the filter left out.

    Attributes
    ----------
    total
        Patients of the trial.
    shown
        Rows shown, in order.
    visible
        Their USUBJIDs.
    found
        Those of them a text was found in.

    Signals
    -------
    order_changed
        After sorting or filtering.
    """

    order_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all = _NOTHING
        self.shown: list[PatientRow] = []
        self._place: dict[str, int] = {}
        self._kept: frozenset[str] | None = None
        self._found: tuple[str, ...] = ()
        self._found_ones: frozenset[str] = frozenset()
        self._wanted = ""
        self._pinned: frozenset[str] = frozenset()
        self._reviewed: frozenset[str] = frozenset()
        self._comments: Mapping[str, str] = {}
        self._by = ID
        self._descending = False

    @property
    def total(self) -> int:
        """Patients of the trial."""
        return len(self._all.rows)

    @property
    def visible(self) -> tuple[str, ...]:
        """USUBJIDs shown, in order."""
        return tuple(row.usubjid for row in self.shown)

    @property
    def rows(self) -> tuple[PatientRow, ...]:
        """All patients of the trial."""
        return self._all.rows

    @property
    def sorted_by(self) -> tuple[int, bool]:
        """Column and whether the largest come first."""
        return self._by, self._descending

    def set_patients(
        self, patients: PatientRows, reviewed: frozenset[str], *, keep_order: bool = False
    ) -> None:
        """List another trial's patients, in natural order or in the order chosen before."""
        self._all, self._reviewed = patients, reviewed
        self._kept = None
        if not keep_order:
            self._by, self._descending = ID, False
        self._arrange()

    def show_only(self, kept: frozenset[str] | None) -> None:
        """Show only these patients; None for all."""
        if kept != self._kept:
            self._kept = kept
            self._arrange()

    def find(self, text: str) -> None:
        """Mark the patients in whose row or comments every word of a text is found; "" marks nobody."""
        self._wanted = text
        self._look()
        if self.shown:
            self.dataChanged.emit(self.index(0, STATUS), self.index(len(self.shown) - 1, REVIEWED))

    @property
    def found(self) -> tuple[str, ...]:
        """USUBJIDs found, in the order of the list; those the filter holds back are not among them."""
        return self._found

    @property
    def n_held_back(self) -> int:
        """How many more would be found without the filter."""
        return sum(map(self._is_like, self._all.rows)) - len(self._found)

    def is_found(self, usubjid: str) -> bool:
        """Whether a patient was found."""
        return usubjid in self._found_ones

    def step_found(self, usubjid: str, by: int) -> str:
        """Return the next (1) or previous (-1) patient found, going round; "" when nobody is.

        With 0 the patient themselves where they are found, else the next one.
        """
        if not self._found:
            return ""
        if by == 0 and usubjid in self._found:
            return usubjid
        place = self.place(usubjid)
        if by < 0:
            before = [u for u in self._found if self.place(u) < place]
            return before[-1] if before else self._found[-1]
        return next((u for u in self._found if self.place(u) > place), self._found[0])

    def _look(self) -> None:
        self._found = tuple(row.usubjid for row in self.shown if self._is_like(row))
        self._found_ones = frozenset(self._found)

    def _is_like(self, row: PatientRow) -> bool:
        words = self._wanted.casefold().split()
        if not words:
            return False
        said = f"{row.searchable} {self._comments.get(row.usubjid, '').casefold()}"
        return all(word in said for word in words)

    def set_pinned(self, pinned: tuple[str, ...]) -> None:
        """Mark the patients that are compared."""
        self._pinned = frozenset(pinned)
        if self.shown:
            self.dataChanged.emit(self.index(0, STATUS), self.index(len(self.shown) - 1, REVIEWED))

    def is_pinned(self, usubjid: str) -> bool:
        """Whether a patient is pinned."""
        return usubjid in self._pinned

    def set_reviewed(self, reviewed: frozenset[str], comments: Mapping[str, str]) -> None:
        """Tick other patients as reviewed, and find them by other comments."""
        self._comments = comments
        self._look()
        changed = reviewed ^ self._reviewed
        self._reviewed = reviewed
        for usubjid in changed:
            place = self.place(usubjid)
            if place >= 0:
                index = self.index(place, REVIEWED)
                self.dataChanged.emit(index, index)

    def place(self, usubjid: str) -> int:
        """Return the row a patient is in, -1 when not shown."""
        return self._place.get(usubjid, -1)

    def step(self, usubjid: str, by: int) -> str:
        """Return the patient so many rows on, within the list; the first one if this one is not shown."""
        if not self.shown:
            return usubjid
        place = self.place(usubjid)
        target = 0 if place < 0 else min(max(place + by, 0), len(self.shown) - 1)
        return self.shown[target].usubjid

    def next_not_reviewed(self, usubjid: str) -> str:
        """Return the next patient without a tick, going round; the same one when all have one."""
        place = self.place(usubjid)
        for row in self.shown[place + 1 :] + self.shown[: place + 1]:
            if row.usubjid not in self._reviewed:
                return row.usubjid
        return usubjid

    def has_column(self, column: int) -> bool:
        """Whether any patient has something in a column."""
        if column in (STATUS, ID, REVIEWED):
            return True
        if column == SPARK:
            return bool(self._all.spark_name)
        return any(self.text(row, column) for row in self._all.rows)

    def heading(self, column: int) -> str:
        """Return what a column is called in a sentence: "change in FVC"."""
        if column in (CHANGE_1, CHANGE_2):
            names = self._all.change_names
            place = column - CHANGE_1
            return tr("change in {name}").format(name=names[place]) if place < len(names) else tr("change")
        return tr(
            {
                STATUS: "status",
                ID: "patient",
                PERSON: "age",
                SUBSET: "subset",
                SPARK: "course",
                GRADE: "worst grade",
                REVIEWED: "reviewed",
            }[column]
        )

    # Qt's interface ------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of patients shown."""
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of columns."""
        return 0 if parent.isValid() else REVIEWED + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return ready text."""
        if not index.isValid():
            return None
        row, column = self.shown[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(tr(row.sentence))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._accessible(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGN_RIGHT if column in (CHANGE_1, CHANGE_2) else _ALIGN_LEFT
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the head of a column."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._head(section)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._head_tip(section))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGN_RIGHT if section in (CHANGE_1, CHANGE_2) else _ALIGN_LEFT
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; patients without a value come last either way."""
        if 0 <= column <= REVIEWED:
            descending = order == Qt.SortOrder.DescendingOrder
            if (column, descending) != (self._by, self._descending):
                self._by, self._descending = column, descending
                self._arrange()

    # ---------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        self.beginResetModel()
        kept = [row for row in self._all.rows if self._kept is None or row.usubjid in self._kept]
        if self._by != ID:
            keys = {row.usubjid: self._key(row) for row in kept}
            empty = [row for row in kept if keys[row.usubjid] in ("", None)]
            known = [row for row in kept if keys[row.usubjid] not in ("", None)]
            known.sort(key=lambda row: keys[row.usubjid], reverse=self._descending)
            kept = known + empty
        elif self._descending:
            kept.reverse()
        self.shown = kept
        self._place = {row.usubjid: i for i, row in enumerate(kept)}
        self._look()
        self.endResetModel()
        self.order_changed.emit()

    def _key(self, row: PatientRow) -> Any:
        number = {
            PERSON: row.age,
            CHANGE_1: row.changes[0] if row.changes else math.nan,
            SPARK: row.changes[0] if row.changes else math.nan,
            CHANGE_2: row.changes[1] if len(row.changes) > 1 else math.nan,
            GRADE: row.worst_grade,
        }.get(self._by)
        if number is not None:
            return None if math.isnan(number) else number
        if self._by == STATUS:
            return _STATUS_ORDER[row.status]
        return row.usubjid not in self._reviewed if self._by == REVIEWED else row.subset

    def text(self, row: PatientRow, column: int) -> str:
        """Return what a cell says; "" where it holds a mark, or nothing."""
        if column in (CHANGE_1, CHANGE_2):
            place = column - CHANGE_1
            return row.change_texts[place] if place < len(row.change_texts) else ""
        return {ID: row.usubjid, PERSON: row.person, SUBSET: row.subset_short, GRADE: row.grade_text}.get(
            column, ""
        )

    def _accessible(self, row: PatientRow, column: int) -> str:
        words = {
            STATUS: tr(STATUS_WORDS[row.status]),
            ID: tr(joined((row.sentence, say("pinned") if row.usubjid in self._pinned else ""), " · ")),
            SUBSET: row.subset,
            REVIEWED: tr("reviewed") if row.usubjid in self._reviewed else tr("not reviewed"),
        }
        return words.get(column, self.text(row, column))

    def is_reviewed(self, usubjid: str) -> bool:
        """Whether a patient has a tick."""
        return usubjid in self._reviewed

    def _head(self, column: int) -> str:
        names = self._all.change_names
        if column in (CHANGE_1, CHANGE_2):
            place = column - CHANGE_1
            return f"Δ {names[place]}" if place < len(names) else ""
        if column == SPARK:
            return self._all.spark_name.partition(",")[0]
        return tr({ID: "Patient", GRADE: "Gr."}.get(column, ""))

    def _head_tip(self, column: int) -> str:
        names = self._all.change_names
        if column in (CHANGE_1, CHANGE_2) and column - CHANGE_1 < len(names):
            return tr("Last change from baseline in {name}").format(name=names[column - CHANGE_1])
        return tr(
            {
                STATUS: "How the patient's time in the trial ended",
                ID: "Patient",
                PERSON: "Sex and age",
                SUBSET: "Subset: dc diffuse, lc limited cutaneous",
                SPARK: "Course from its first value, one scale for all patients",
                GRADE: "Worst CTCAE grade of any adverse event",
                REVIEWED: "Reviewed",
            }.get(column, "")
        )
