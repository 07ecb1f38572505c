"""Which adverse events of a patient are drawn: by grade, serious, related and term; and classes folded."""

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from sscviewer.analysis.patient.event_choice import NO_CLASS, EventChoice
from sscviewer.gui.language import tr, within
from sscviewer.gui.panes.flow_layout import FlowLayout
from sscviewer.gui.state.session import Session
from sscviewer.plots.screen.plain_tip import plain_tip

GRADES = (1, 2, 3, 4, 5)


class EventsBar(QWidget):
    """A row of choices, applied at once; says how many events of the patient are drawn."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.grade = QComboBox(self)
        self.grade.setAccessibleName(tr("Least grade of the adverse events drawn"))
        self.grade.addItem(tr("Any grade"), 0)
        for grade in GRADES:
            self.grade.addItem(tr("Grade ≥ {grade}").format(grade=grade), grade)
        self.grade.activated.connect(self._apply)
        self.serious = self._check(tr("Serious"))
        self.related = self._check(tr("Related"))
        self.term = QLineEdit(self)
        self.term.setPlaceholderText(tr("Term or organ class"))
        self.term.setAccessibleName(tr("Words in the adverse events drawn"))
        self.term.setClearButtonEnabled(True)
        self.term.textChanged.connect(self._apply)
        self.count = QLabel(self)
        self.count.setAccessibleName(tr("Adverse events drawn"))
        self.fold = QPushButton(self)
        self.fold.setToolTip(tr("The events of a class share one lane; a click on its name folds one"))
        self.fold.clicked.connect(self._fold)
        layout = FlowLayout(self)
        layout.setContentsMargins(14, 0, 14, 4)
        for widget in (self.grade, self.serious, self.related, self.term, self.count, self.fold):
            layout.addWidget(widget)
        session.events_changed.connect(self.show_state)
        session.page_changed.connect(self.show_state)
        self.show_state()

    def _check(self, text: str) -> QCheckBox:
        box = QCheckBox(text, self)
        box.setAccessibleName(tr("{text} adverse events only").format(text=text))
        box.setToolTip(plain_tip(tr("Draw {text} adverse events only").format(text=within(text))))
        box.clicked.connect(self._apply)
        return box

    @Slot()
    def show_state(self) -> None:
        """Show what the session says."""
        choice, page = self._session.events, self._session.page
        self.grade.setCurrentIndex(self.grade.findData(choice.least_grade))
        self.serious.setChecked(choice.serious)
        self.related.setChecked(choice.related)
        if self.term.text() != choice.text:
            self.term.setText(choice.text)
        line = page.timeline if page is not None else None
        total = len(line.events) if line else 0
        self.count.setText(
            tr("{n} of {total} events shown").format(n=len(line.shown), total=total) if line else ""
        )
        by_class = self._session.lane_order == "class"
        self.fold.setVisible(by_class)
        words = tr("Unfold all") if choice.folded else tr("Fold all")
        self.fold.setText(words)
        self.fold.setAccessibleName(tr("{words} organ classes").format(words=words))

    def toggle_class(self, name: str) -> None:
        """Fold a class, or unfold it."""
        choice = self._session.events
        self._session.set_events(replace(choice, folded=choice.folded ^ {name}))

    @Slot()
    def _apply(self) -> None:
        self._session.set_events(
            EventChoice(
                int(self.grade.currentData()),
                self.serious.isChecked(),
                self.related.isChecked(),
                self.term.text(),
                self._session.events.folded,
            )
        )

    @Slot()
    def _fold(self) -> None:
        """Fold every class of the trial, so that the next patient is looked at in the same way; or none."""
        choice, trial = self._session.events, self._session.trial
        folded: frozenset[str] = frozenset()
        if trial is not None and not choice.folded:
            names = set(map(str, trial.study.column("adverse_events", "AEBODSYS")))
            folded = frozenset(name or NO_CLASS for name in names)
        self._session.set_events(replace(choice, folded=folded))
