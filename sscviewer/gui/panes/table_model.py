"""Plain tables of ready text: a frozen listing, and a model that sorts and filters it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from sscviewer.gui.language import tr_head, tr_sentence
from sscviewer.gui.panes.sort_order import sort_key
from sscviewer.plots.screen.plain_tip import plain_tip
from sscviewer.plots.screen.said import number_said
from sscviewer.report.table_file import harmless

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Listing:
    """A table ready to be shown.

    Attributes
    ----------
    columns
        Heads.
    rows
        Text of each cell.
    numeric
        Positions of columns that hold numbers: right-aligned and sorted as numbers.
    sort_keys
        For columns such as "7 (35.0 %)" the number each row is sorted by; these are right-aligned too.
    strong
        Positions of rows that head others.
    parents
        For each row the position of the row that heads it, its own if none does, -1 if it stays at the top;
        empty for a plain table. Sorting moves headed rows within their part, and whole parts.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: frozenset[int] = frozenset()
    sort_keys: Mapping[int, tuple[float, ...]] = field(default_factory=dict)
    strong: frozenset[int] = frozenset()
    parents: tuple[int, ...] = ()

    @property
    def right_aligned(self) -> frozenset[int]:
        """Columns whose texts end on one line."""
        return self.numeric | frozenset(self.sort_keys)


class ListingModel(QAbstractTableModel):
    """Shows a listing, sorted and narrowed to rows that hold a text.

    Attributes
    ----------
    shown
        Positions in the listing of the rows shown, in order.

    Parameters
    ----------
    said
        Gives a cell as it is shown: in the user's language; of a list of the file sentences alone.
    """

    def __init__(
        self, listing: Listing, parent: QObject | None = None, *, said: Callable[[str], str] = tr_sentence
    ) -> None:
        super().__init__(parent)
        self._listing, self.said = listing, said
        self._needle = ""
        self._only: frozenset[int] | None = None
        self._by: tuple[int, bool] | None = None
        self._keys: list[str] | None = None
        self.shown = list(range(len(listing.rows)))

    @property
    def listing(self) -> Listing:
        """What is shown."""
        return self._listing

    def set_listing(self, listing: Listing) -> None:
        """Show another listing with the same sorting and search."""
        self._listing = listing
        self._only, self._keys = None, None
        self._arrange()

    def search(self, text: str) -> None:
        """Show only rows that hold every word of the text."""
        self._needle = text.casefold()
        self._arrange()

    def show_only(self, rows: frozenset[int] | None) -> None:
        """Show only these positions of the listing; None shows all."""
        self._only = rows
        self._arrange()

    def row_of(self, index: Index) -> int:
        """Return the position in the listing of a row of the view."""
        return self.shown[index.row()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of rows shown."""
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._listing.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return ready text."""
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            text = self._shown(self._listing.rows[self.shown[index.row()]][index.column()], index.column())
            return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else text
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        if role == Qt.ItemDataRole.FontRole and self.shown[index.row()] in self._listing.strong:
            font = QFont()
            font.setBold(True)
            return font
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the head of a column."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._listing.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            # Away from the number before it, as the words below it are (`listing_view.Spaced`).
            apart = "" if section in self._listing.right_aligned else "\N{NO-BREAK SPACE}"
            return apart + tr_head(self._listing.columns[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 gives the listing's own order back."""
        self._by = None if column < 0 else (column, order == Qt.SortOrder.DescendingOrder)
        self._arrange()

    def _alignment(self, column: int) -> int:
        side = (
            Qt.AlignmentFlag.AlignRight
            if column in self._listing.right_aligned
            else Qt.AlignmentFlag.AlignLeft
        )
        return int(side | Qt.AlignmentFlag.AlignVCenter)

    def _shown(self, text: str, column: int) -> str:
        """Return a cell as it is shown; a number as the language writes it."""
        said = self.said(text)
        return number_said(said) if column in self._listing.numeric else said

    def _has(self, row: int, words: list[str]) -> bool:
        """Whether a row holds all words, as it is shown."""
        if self._keys is None:
            columns = range(len(self._listing.columns))
            self._keys = [
                " ".join(map(self._shown, cells, columns)).casefold() for cells in self._listing.rows
            ]
        return all(word in self._keys[row] for word in words)

    def _arrange(self) -> None:
        self.beginResetModel()
        words = self._needle.split()
        shown = range(len(self._listing.rows)) if self._only is None else sorted(self._only)
        kept = [i for i in shown if self._has(i, words)] if words else list(shown)
        if self._by is not None:
            column, descending = self._by
            rows, keys = self._listing.rows, self._listing.sort_keys.get(column)
            numeric = column in self._listing.numeric
            of_text = sort_key((row[column] for row in rows), numeric, self.said)
            by = keys.__getitem__ if keys else lambda i: of_text(rows[i][column])
            kept = sorted_in_parts(kept, by, descending, self._listing.parents)
        self.shown = kept
        self.endResetModel()


def sorted_in_parts(
    rows: list[int], by: Callable[[int], Any], descending: bool, parents: tuple[int, ...]
) -> list[int]:
    """Return rows sorted; with parents each part as its head's key has it, headed rows sorted within it."""
    if not parents:
        return sorted(rows, key=by, reverse=descending)
    parts: dict[int, list[int]] = {}
    for row in rows:
        parts.setdefault(parents[row], []).append(row)
    order = sorted(parts.keys() - {-1}, key=by, reverse=descending)
    done = parts.get(-1, [])
    for head in order:
        below = sorted((row for row in parts[head] if row != head), key=by, reverse=descending)
        done += [*([head] if head in parts[head] else []), *below]
    return done


def tab_separated(columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """Return a table as tab-separated text for pasting into a spreadsheet."""
    lines = ["\t".join(_cell(text) for text in row) for row in (columns, *rows)]
    return "\n".join(lines)


def _cell(text: str) -> str:
    return harmless(" ".join(text.split()))
