"""A layout that puts widgets beside each other and goes on in the next line where the room ends."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Items from left to right, lines from top to bottom, all of a line centred on its height.

    What can grow sideways (a search field) gets the room left over in its line.
    """

    def __init__(self, parent: QWidget | None = None, spacing: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        """Take over an item."""
        self._items.append(item)
        self._heights.clear()

    def insertWidget(self, place: int, widget: QWidget) -> None:
        """Put a widget before the one at a place."""
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())
        self.invalidate()

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, None beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give an item away."""
        self._heights.clear()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Take no more room than needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Lines depend on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at a width; Qt asks dozens of times for one change."""
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Forget what was measured: an item has another size, came or went."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Move the items to their places."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the size in which the widest item fits."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the size of the widest and the highest item."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        inner = rect.marginsRemoved(margins)
        x, y, line = inner.x(), inner.y(), list[tuple[QLayoutItem, QSize]]()
        for item in self._shown():
            size = item.sizeHint()
            if line and x + size.width() > inner.right() + 1:
                y += self._settle(line, inner, y, move=move) + self.spacing()
                x, line = inner.x(), []
            line.append((item, size))
            x += size.width() + self.spacing()
        return y + self._settle(line, inner, y, move=move) - rect.y() + margins.bottom()

    def _settle(self, line: list[tuple[QLayoutItem, QSize]], inner: QRect, y: int, *, move: bool) -> int:
        """Return the height of a line; give its items their places."""
        height = max((size.height() for _, size in line), default=0)
        if not move:
            return height
        across = Qt.Orientation.Horizontal
        growing = [i for i, (item, _) in enumerate(line) if across in item.expandingDirections()]
        used = sum(size.width() for _, size in line) + self.spacing() * (len(line) - 1)
        more = max(inner.width() - used, 0) // len(growing) if growing else 0
        x = inner.x()
        for i, (item, size) in enumerate(line):
            # A label longer than the line is cut, or folded, at its end.
            width = min(size.width() + (more if i in growing else 0), max(inner.width(), 1))
            item.setGeometry(QRect(QPoint(x, y + (height - size.height()) // 2), QSize(width, size.height())))
            x += width + self.spacing()
        return height
