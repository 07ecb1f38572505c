"""Groups of adverse event terms that are counted as one event, each patient once."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from sscviewer.analysis.plan.events import TermGroup
from sscviewer.gui.language import number_of, tr

if TYPE_CHECKING:
    from sscviewer.analysis.events.event_terms import TermCount

TERM = Qt.ItemDataRole.UserRole
NEW = "New group"


class TermGroupsDialog(QDialog):
    """The groups on the left; name and terms of the chosen one on the right.

    Attributes
    ----------
    groups
        Every group, in the order of the list.
    """

    def __init__(
        self, groups: tuple[TermGroup, ...], terms: "tuple[TermCount, ...]", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Groups of adverse events"))
        self._patients = {term.term: term.usubjids for term in terms}
        self._words = {term.term: _words(term) for term in terms}
        self._spelled = {_fold(term.term): term.term for term in terms}
        self._groups = [(group.name, [self._spelling(term) for term in group.terms]) for group in groups]
        self._filling = False
        text = QLabel(
            tr(
                "Terms of a group count as one event, each patient once. A group has a row of its own in "
                "every table; its terms keep theirs. Groups are kept for the next file of the same shape."
            ),
            self,
        )
        text.setWordWrap(True)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.addWidget(self._left())
        split.addWidget(self._right())
        split.setStretchFactor(1, 1)
        em = self.fontMetrics().averageCharWidth()
        split.setSizes([em * 34, em * 74])
        self.problem = QLabel(self)
        self.problem.setAccessibleName(tr("What is missing"))
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addWidget(text)
        layout.addWidget(split, 1)
        layout.addWidget(self.problem)
        layout.addWidget(self.buttons)
        self.resize(em * 112, round(self.fontMetrics().height() * 32))
        self._list_groups(0)

    def _left(self) -> QWidget:
        side = QWidget(self)
        self.list = QListWidget(side)
        self.list.setAccessibleName(tr("Groups"))
        self.list.currentRowChanged.connect(self._turn)
        self.add, self.remove = QPushButton(tr("New"), side), QPushButton(tr("Delete"), side)
        self.add.setAccessibleName(tr("New group"))
        self.remove.setAccessibleName(tr("Delete group"))
        self.add.clicked.connect(self.add_group)
        self.remove.clicked.connect(self.remove_group)
        buttons = QHBoxLayout()
        buttons.addWidget(self.add)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        layout = QVBoxLayout(side)
        layout.setContentsMargins(0, 0, 6, 0)
        layout.addWidget(self.list, 1)
        layout.addLayout(buttons)
        return side

    def _right(self) -> QWidget:
        self.side = QWidget(self)
        self.name, self.search = QLineEdit(self.side), QLineEdit(self.side)
        self.name.setAccessibleName(tr("Name of the group"))
        self.name.setPlaceholderText(tr("Nausea and vomiting"))
        self.name.textEdited.connect(self._renamed)
        self.search.setAccessibleName(tr("Search terms"))
        self.search.setPlaceholderText(tr("Search terms"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        self.terms = QListWidget(self.side)
        self.terms.setAccessibleName(tr("Terms"))
        self.terms.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.terms.itemChanged.connect(self._ticked)
        self.total = QLabel(self.side)
        self.total.setAccessibleName(tr("Patients of the group"))
        head = QLabel(tr("Name:"), self.side)
        head.setBuddy(self.name)
        named = QHBoxLayout()
        named.addWidget(head)
        named.addWidget(self.name, 1)
        layout = QVBoxLayout(self.side)
        layout.setContentsMargins(6, 0, 0, 0)
        layout.addLayout(named)
        layout.addWidget(self.search)
        layout.addWidget(self.terms, 1)
        layout.addWidget(self.total)
        return self.side

    @property
    def groups(self) -> tuple[TermGroup, ...]:
        """What the user made."""
        return tuple(TermGroup(name.strip(), tuple(terms)) for name, terms in self._groups)

    @Slot()
    def add_group(self) -> None:
        """Begin another group."""
        self._groups.append(("", []))
        self._list_groups(len(self._groups) - 1)
        self.name.setFocus()

    @Slot()
    def remove_group(self) -> None:
        """Delete the group chosen; its terms are counted as before."""
        at = self.list.currentRow()
        if at >= 0:
            del self._groups[at]
            self._list_groups(min(at, len(self._groups) - 1))

    def _list_groups(self, chosen: int) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([name or NEW for name, _ in self._groups])
        self.list.setCurrentRow(chosen)
        self.list.blockSignals(False)
        self._turn(self.list.currentRow())

    @Slot(int)
    def _turn(self, at: int) -> None:
        """Show a group: its terms first, then the others."""
        name, chosen = self._groups[at] if at >= 0 else ("", [])
        self.side.setEnabled(at >= 0)
        self.remove.setEnabled(at >= 0)
        self.name.setText(name)
        self._filling = True
        self.terms.clear()
        for term in [*chosen, *(term for term in self._words if term not in chosen)]:
            item = QListWidgetItem(self._words.get(term, f"{term}  (not in this file)"), self.terms)
            item.setData(TERM, term)
            item.setCheckState(Qt.CheckState.Checked if term in chosen else Qt.CheckState.Unchecked)
        self._filling = False
        self._narrow(self.search.text())
        self._say()

    @Slot(str)
    def _renamed(self, text: str) -> None:
        at = self.list.currentRow()
        self._groups[at] = (text, self._groups[at][1])
        self.list.item(at).setText(text or tr(NEW))
        self._say()

    @Slot(QListWidgetItem)
    def _ticked(self, item: QListWidgetItem) -> None:
        if self._filling:
            return
        chosen, term = self._groups[self.list.currentRow()][1], str(item.data(TERM))
        if item.checkState() == Qt.CheckState.Checked:
            chosen.append(term)
        elif term in chosen:
            chosen.remove(term)
        self._say()

    @Slot(str)
    def _narrow(self, text: str) -> None:
        words = text.casefold().split()
        for i in range(self.terms.count()):
            item = self.terms.item(i)
            item.setHidden(not all(word in item.text().casefold() for word in words))

    def _say(self) -> None:
        """Count the group's patients and say what keeps the groups from being used."""
        at = self.list.currentRow()
        chosen = self._groups[at][1] if at >= 0 else []
        patients = set().union(*(self._patients.get(term, frozenset()) for term in chosen))
        terms = number_of(len(chosen), "term", "terms")
        self.total.setText(f"{terms}, {number_of(len(patients), 'patient', 'patients')}" if at >= 0 else "")
        names = [_fold(name) for name, _ in self._groups]
        problem = ""
        if "" in names:
            problem = tr("Give every group a name.")
        elif len(set(names)) < len(names):
            problem = tr("Two groups have the same name.")
        elif not all(terms for _, terms in self._groups):
            problem = tr("Tick the terms of every group, or delete it.")
        self.problem.setText(problem)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not problem)

    def _spelling(self, term: str) -> str:
        return self._spelled.get(_fold(term), term)


def _fold(text: str) -> str:
    return " ".join(text.split()).casefold()


def _words(term: "TermCount") -> str:
    patients = number_of(len(term.usubjids), "patient", "patients")
    return f"{term.term}  ({patients}, {number_of(term.events, 'event', 'events')})"
