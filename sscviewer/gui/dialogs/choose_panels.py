"""Which measurements, and which lanes of other records, the patient page shows."""

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

from sscviewer.gui.language import tr
from sscviewer.plots.screen.plain_tip import plain_tip

CODE = Qt.ItemDataRole.UserRole


class ChoosePanels(QDialog):
    """A list of the lanes and all measurements of the study, each with a tick; what is computed says so.

    Attributes
    ----------
    chosen
        Codes ticked, in the order given.

    Parameters
    ----------
    panels
        (code, words) of each.
    """

    def __init__(
        self,
        panels: tuple[tuple[str, str], ...],
        shown: tuple[str, ...],
        usual: tuple[str, ...],
        derived: frozenset[str] = frozenset(),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Choose measurements and lanes"))
        self._usual = usual
        text = QLabel(tr("To show under the adverse events:"), self)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Search measurements"))
        self.search.setAccessibleName(tr("Search measurements"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("Measurements and lanes"))
        self.list.setSpacing(1)
        text.setBuddy(self.list)
        for code, words in panels:
            self.list.addItem(_item(code, words, code in shown, code in derived))
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
        """Codes ticked, in the order given."""
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


def _item(code: str, words: str, ticked: bool, is_derived: bool) -> QListWidgetItem:
    item = QListWidgetItem(f"{words} · derived" if is_derived else words)
    item.setData(CODE, code)
    item.setToolTip(plain_tip(words if code.islower() else code))
    item.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    item.setCheckState(_state(ticked))
    return item


def _state(ticked: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
