"""Thresholds of the user's own: a parameter, up or down, by how much, absolute or relative."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sscviewer.gui.language import tr
from sscviewer.gui.state.endpoint_choices import own_text

if TYPE_CHECKING:
    from sscviewer.analysis.plan.responses import OwnRule

WAYS = ((-1, "lower by"), (1, "higher by"))
UNITS = ((False, "in its unit"), (True, "% of the baseline"))
MOST, USUAL = 1000.0, 5.0


class OwnRules(QDialog):
    """A list of rules and a line that makes another one; nothing changes before OK.

    Attributes
    ----------
    rules
        As listed.
    """

    def __init__(
        self, names: Mapping[str, str], rules: "tuple[OwnRule, ...]", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Your own rules"))
        self.rules: list[OwnRule] = list(rules)
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("Your own rules"))
        self.parameter = QComboBox(self)
        self.parameter.setAccessibleName(tr("Measurement"))
        for paramcd, name in names.items():
            self.parameter.addItem(name, paramcd)
        self.way = _combo(tr("Direction"), WAYS, self)
        self.limit = QDoubleSpinBox(self)
        self.limit.setAccessibleName(tr("Limit"))
        self.limit.setRange(0.0, MOST)
        self.limit.setDecimals(2)
        self.limit.setValue(USUAL)
        self.unit = _combo(tr("Absolute or relative"), UNITS, self)
        self.add = QPushButton(tr("Add"), self)
        self.add.clicked.connect(self._add)
        self.remove = QPushButton(tr("Remove"), self)
        self.remove.clicked.connect(self._remove)
        line = QHBoxLayout()
        for part in (self.parameter, self.way, self.limit, self.unit, self.add):
            line.addWidget(part)
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self.remove)
        foot.addStretch(1)
        foot.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(tr("The change from baseline of a measurement, by so much or more:"), self))
        layout.addLayout(line)
        layout.addWidget(self.list, 1)
        layout.addLayout(foot)
        self._show()

    @property
    def texts(self) -> tuple[str, ...]:
        """The rules as the settings file has them."""
        return tuple(own_text(rule) for rule in self.rules)

    @Slot()
    def _add(self) -> None:
        from sscviewer.analysis.plan.responses import OwnRule

        rule = OwnRule(
            self.parameter.currentData(),
            self.parameter.currentText(),
            self.way.currentData(),
            round(self.limit.value(), self.limit.decimals()),
            self.unit.currentData(),
        )
        if rule not in self.rules:
            self.rules.append(rule)
        self._show()

    @Slot()
    def _remove(self) -> None:
        row = self.list.currentRow()
        if row >= 0:
            del self.rules[row]
            self._show()

    def _show(self) -> None:
        self.list.clear()
        self.list.addItems([rule.words for rule in self.rules])
        self.list.setCurrentRow(len(self.rules) - 1)
        self.remove.setEnabled(bool(self.rules))


def _combo(name: str, entries: tuple[tuple[object, str], ...], parent: QWidget) -> QComboBox:
    combo = QComboBox(parent)
    combo.setAccessibleName(name)
    for value, words in entries:
        combo.addItem(tr(words), value)
    return combo
