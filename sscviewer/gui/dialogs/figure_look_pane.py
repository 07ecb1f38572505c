"""Title, font, colours and axes of a figure that is to be saved."""

import re

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDoubleValidator, QFontDatabase, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QWidget,
)

from sscviewer.gui.language import tr
from sscviewer.plots.palettes import PALETTES, confused_pairs
from sscviewer.plots.paper.figure_look import FigureLook, Limits
from sscviewer.plots.style import FAMILY

COLOURS = (
    ("", "The program’s"),
    ("muted", "Muted"),
    ("vivid", "Vivid"),
    ("greys", "Greys"),
    ("own", "Own: "),
)
FAMILIES = ("Arial", "Helvetica", "Calibri", "Times New Roman", "Georgia")
"""Offered where the computer has them."""
HEX = re.compile(r"#[0-9A-Fa-f]{6}")


class FigureLookPane(QWidget):
    """What of a look is not written on the figure.

    Parameters
    ----------
    title
        The figure's own title; "" where it has none to change.
    series
        Arms or groups, whose order can be changed; empty where there are none.
    axes
        What can be limited: "x", "y", both or neither, and in which words.

    Signals
    -------
    changed
        Something was chosen.
    """

    changed = Signal()

    def __init__(
        self,
        title: str,
        axes: dict[str, str],
        series: tuple[str, ...],
        look: FigureLook,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._own_title = title
        self.title = self._line(tr("Title"), title if look.title is None else look.title)
        self.family = QComboBox(self)
        self.family.setAccessibleName(tr("Font"))
        self.family.addItem(tr("{family} (the same everywhere)").format(family=FAMILY), "")
        there = set(QFontDatabase.families())
        for name in (*FAMILIES, *((look.family,) if look.family else ())):
            if name in there and self.family.findData(name) < 0:
                self.family.addItem(name, name)
        self.colours = QComboBox(self)
        self.colours.setAccessibleName(tr("Colours"))
        for key, words in COLOURS:
            self.colours.addItem(tr(words), key)
        self.own = self._line(tr("Own colours"), " ".join(look.colours))
        self.own.setPlaceholderText(tr("such as #0072B2 #D55E00"))
        self.alike = QLabel(self)
        self.alike.setWordWrap(True)
        self.alike.setAccessibleName(tr("Colours that look alike"))
        self.limits = {
            axis: (self._number(axes[axis], "from"), self._number(axes[axis], "to")) for axis in axes
        }
        self.set_look(look)
        from sscviewer.plots.charts.chart import place_in  # imported here: the window starts without it

        self.order = self._order_list([series[i] for i in place_in(series, look.order)])
        self._own_order = series
        form = QFormLayout(self)
        form.addRow(tr("&Title"), self.title)
        form.setRowVisible(self.title, bool(title))
        form.addRow(tr("&Font"), self.family)
        form.addRow(tr("&Colours"), self.colours)
        form.addRow("", self.own)
        form.addRow("", self.alike)
        for axis, (low, high) in self.limits.items():
            row = QHBoxLayout()
            row.addWidget(low)
            row.addWidget(QLabel("to", self))
            row.addWidget(high)
            form.addRow(axes[axis], row)
        form.addRow(tr("&Order"), self.order)
        form.setRowVisible(self.order, len(series) > 1)
        for combo in (self.family, self.colours):
            combo.currentIndexChanged.connect(self._chosen)
        for line in (self.title, self.own, *(box for pair in self.limits.values() for box in pair)):
            line.textChanged.connect(self._chosen)
        self._say_alike()

    def _line(self, name: str, text: str) -> QLineEdit:
        line = QLineEdit(text, self)
        line.setAccessibleName(name)
        return line

    def _order_list(self, names: list[str]) -> QListWidget:
        listed = QListWidget(self)
        listed.setAccessibleName(tr("Order of arms or groups"))
        listed.setToolTip(tr("Drag a name, or move it with Alt+Up and Alt+Down"))
        listed.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        listed.addItems(names)
        listed.setMaximumHeight(self.fontMetrics().lineSpacing() * (min(len(names), 4) + 1))
        listed.model().rowsMoved.connect(self._chosen)
        here = Qt.ShortcutContext.WidgetShortcut
        for keys, move in (("Alt+Up", self.move_up), ("Alt+Down", self.move_down)):
            QShortcut(QKeySequence(keys), listed, context=here).activated.connect(move)
        return listed

    @Slot()
    def move_up(self) -> None:
        """Move the chosen arm up."""
        self._move(-1)

    @Slot()
    def move_down(self) -> None:
        """Move the chosen arm down."""
        self._move(1)

    def _move(self, step: int) -> None:
        row = self.order.currentRow()
        if row < 0 or not 0 <= row + step < self.order.count():
            return
        self.order.insertItem(row + step, self.order.takeItem(row))
        self.order.setCurrentRow(row + step)
        self._chosen()

    def _number(self, axis: str, end: str) -> QLineEdit:
        line = self._line(f"{axis} {end}", "")
        line.setValidator(QDoubleValidator(line))
        line.setPlaceholderText("all")
        return line

    def set_look(self, look: FigureLook) -> None:
        """Show a look's font, colours and axes."""
        self.family.setCurrentIndex(max(self.family.findData(look.family), 0))
        key = next((name for name, colours in PALETTES.items() if colours == look.colours), "own")
        self.colours.setCurrentIndex(self.colours.findData(key))
        self.own.setText(" ".join(look.colours) if key == "own" else "")
        for axis, limits in (("x", look.x), ("y", look.y)):
            for box, value in zip(self.limits.get(axis, ()), limits or ("", ""), strict=False):
                box.setText(f"{value:g}" if isinstance(value, float) else "")

    @property
    def look(self) -> FigureLook:
        """What was chosen, without notes."""
        title = self.title.text()
        return FigureLook(
            title=None if title == self._own_title else title,
            x=self._limits("x"),
            y=self._limits("y"),
            colours=self._colours(),
            family=self.family.currentData(),
            order=self._chosen_order(),
        )

    def _chosen_order(self) -> tuple[str, ...]:
        names = tuple(self.order.item(row).text() for row in range(self.order.count()))
        return () if names == self._own_order else names

    def _limits(self, axis: str) -> Limits | None:
        ends = [_number_in(box.text()) for box in self.limits.get(axis, ())]
        if len(ends) < 2 or ends[0] is None or ends[1] is None or ends[0] >= ends[1]:
            return None
        return ends[0], ends[1]

    def _colours(self) -> tuple[str, ...]:
        key = self.colours.currentData()
        return tuple(HEX.findall(self.own.text())) if key == "own" else PALETTES[key]

    def _chosen(self) -> None:
        self._say_alike()
        self.changed.emit()

    def _say_alike(self) -> None:
        self.own.setVisible(self.colours.currentData() == "own")
        pairs = confused_pairs(self._colours())
        words = "; ".join(f"{i + 1} and {j + 1}" for i, j in pairs[:4])
        said = (
            tr("Colours {words} look alike to people who do not tell red from green.").format(words=words)
            if pairs
            else ""
        )
        self.alike.setText(said)
        self.alike.setVisible(bool(said))


def _number_in(text: str) -> float | None:
    try:
        return float(text.replace(",", ".").replace("−", "-"))
    except ValueError:
        return None
