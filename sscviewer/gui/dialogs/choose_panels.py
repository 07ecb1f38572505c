"""Which measurements the patient page shows."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

if TYPE_CHECKING:
    from sscviewer.model.parameters import Parameter

CODE = Qt.ItemDataRole.UserRole


class ChoosePanels(QDialog):
    """A list of all measurements of the study, each with a tick; those computed say that they are derived.

    Attributes
    ----------
    chosen
        PARAMCDs ticked, in the order of the study.
    """

    def __init__(
        self,
        parameters: "tuple[Parameter, ...]",
        shown: tuple[str, ...],
        usual: tuple[str, ...],
        derived: frozenset[str] = frozenset(),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Choose measurements")
        self._usual = usual
        text = QLabel("Measurements to show under the adverse events:", self)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText("Search measurements")
        self.search.setAccessibleName("Search measurements")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        self.list = QListWidget(self)
        self.list.setAccessibleName("Measurements")
        self.list.setSpacing(1)
        text.setBuddy(self.list)
        for parameter in parameters:
            self.list.addItem(_item(parameter, parameter.paramcd in shown, parameter.paramcd in derived))
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok
            | QDialogButtonBox.StandardButton.Cancel
            | QDialogButtonBox.StandardButton.RestoreDefaults,
            self,
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults).clicked.connect(self._restore)
        layout = QVBoxLayout(self)
        layout.addWidget(text)
        layout.addWidget(self.search)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.buttons)
        self.resize(460, 520)
        self.list.setFocus()

    @property
    def chosen(self) -> tuple[str, ...]:
        """PARAMCDs ticked, in the order of the study."""
        return tuple(
            str(item.data(CODE)) for item in self._items() if item.checkState() == Qt.CheckState.Checked
        )

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(i) for i in range(self.list.count())]

    @Slot(str)
    def _narrow(self, text: str) -> None:
        words = text.casefold().split()
        for item in self._items():
            item.setHidden(not all(word in item.text().casefold() for word in words))

    @Slot()
    def _restore(self) -> None:
        for item in self._items():
            item.setCheckState(_state(item.data(CODE) in self._usual))


def _item(parameter: "Parameter", ticked: bool, is_derived: bool) -> QListWidgetItem:
    item = QListWidgetItem(f"{parameter.title} · derived" if is_derived else parameter.title)
    item.setData(CODE, parameter.paramcd)
    item.setToolTip(parameter.paramcd)
    item.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    item.setCheckState(_state(ticked))
    return item


def _state(ticked: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
