"""The menu by which conditions are added to the filter: what the patients of the open file differ in."""

from collections import Counter
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from sscviewer.gui.dialogs.filter_event import FilterEvent
from sscviewer.gui.dialogs.filter_value import FilterValue
from sscviewer.gui.dialogs.question import ask
from sscviewer.gui.language import tr
from sscviewer.gui.state.patient_filter import ANSWERS, LISTS, EventCondition, PatientFilter, value_words
from sscviewer.gui.state.patient_row import STATUS_WORDS, PatientRow
from sscviewer.gui.state.session import Session
from sscviewer.gui.state.trial import Trial
from sscviewer.plots.screen.plain_tip import plain_tip

USUAL = (
    ("A &related event", EventCondition(related=True)),
    ("A &serious event", EventCondition(serious=True)),
    ("An event of &grade 3 or worse", EventCondition(least=3)),
    ("A related event of grade &3 or worse", EventCondition(related=True, least=3)),
)
"""Events that are asked for most."""
WORST = 5
TITLES = {
    "status": "&Status",
    "reason": "&Reason of stopping",
    "arm": "&Arm",
    "sex": "Se&x",
    "subset": "S&ubset",
    "site": "S&ite",
    "reviewed": "Reviewe&d",
    "comment": "&Comment",
    "changed": "C&hanged since the last export",
}
"""With the keys of this menu."""


class FilterMenu(QObject):
    """Fills menus with conditions; each changes the session's filter.

    Attributes
    ----------
    dialog
        The question asked last.
    """

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self.dialog: FilterEvent | FilterValue | None = None

    def fill(self, menu: QMenu) -> None:
        """Offer every condition."""
        menu.clear()
        trial = self._session.trial
        if trial is None:
            return
        rows = trial.patients.rows
        for name in LISTS:
            self._offer_list(menu, name, tr(TITLES[name]), rows)
        self._offer_grades(menu, rows)
        self._offer_events(menu, trial)
        if trial.study.parameters:
            menu.addAction(tr("&Value above or below…")).triggered.connect(partial(self._ask_value, trial))
        menu.addSeparator()
        for name, (yes, no) in ANSWERS.items():
            part = menu.addMenu(tr(TITLES[name]))
            part.setEnabled(name != "changed" or self._session.changes is not None)
            for answer, words in (("yes", yes), ("no", no)):
                self._tick(part, words, getattr(self._session.filters, name) == answer, name, answer)

    def fill_for(self, menu: QMenu, name: str) -> None:
        """Offer the values of one condition, to change it."""
        menu.clear()
        trial = self._session.trial
        if trial is None:
            return
        if name in LISTS:
            self._offer_values(menu, name, trial.patients.rows)
        elif name == "least_grade":
            self._offer_each_grade(menu, trial.patients.rows)
        elif name in ANSWERS:
            for answer, words in zip(("yes", "no"), ANSWERS[name], strict=True):
                self._tick(menu, words, getattr(self._session.filters, name) == answer, name, answer)

    def _offer_list(self, menu: QMenu, name: str, title: str, rows: tuple[PatientRow, ...]) -> None:
        if len({getattr(row, name) for row in rows}) > 1:
            self._offer_values(menu.addMenu(title), name, rows)

    def _offer_values(self, menu: QMenu, name: str, rows: tuple[PatientRow, ...]) -> None:
        menu.setToolTipsVisible(True)
        n = Counter(getattr(row, name) for row in rows)
        if name == "reason":
            n = Counter(row.reason for row in rows if row.reason)
        order = list(STATUS_WORDS) if name == "status" else sorted(n)
        chosen = getattr(self._session.filters, name)
        for value in order:
            if value in n:
                action = menu.addAction(f"{_plain(value_words(name, value, tr))}\t{n[value]}")
                action.setCheckable(True)
                action.setChecked(value in chosen)
                action.setToolTip(plain_tip(tr("{n} patients of the file").format(n=n[value])))
                action.triggered.connect(partial(self._toggle, name, value))

    def _offer_grades(self, menu: QMenu, rows: tuple[PatientRow, ...]) -> None:
        if any(row.grade_text for row in rows):
            self._offer_each_grade(menu.addMenu(tr("&Worst grade")), rows)

    def _offer_each_grade(self, menu: QMenu, rows: tuple[PatientRow, ...]) -> None:
        worst = max((row.worst_grade for row in rows if row.grade_text), default=0)
        for grade in range(1, WORST + 1):
            if grade <= worst:
                is_chosen = self._session.filters.least_grade == grade
                self._tick(menu, tr("{grade} or worse").format(grade=grade), is_chosen, "least_grade", grade)

    def _offer_events(self, menu: QMenu, trial: Trial) -> None:
        if not any(row.n_events for row in trial.patients.rows):
            return
        part = menu.addMenu(tr("Has an adverse &event"))
        for words, condition in USUAL:
            part.addAction(tr(words)).triggered.connect(partial(self._add, "events", condition))
        part.addSeparator()
        part.addAction(tr("With a &term, or otherwise…")).triggered.connect(partial(self._ask_event, trial))

    def _tick(self, menu: QMenu, words: str, is_chosen: bool, name: str, value: Any) -> None:
        action = menu.addAction(tr(words))
        action.setCheckable(True)
        action.setChecked(is_chosen)
        action.triggered.connect(partial(self._set, name, value))

    def _set(self, name: str, value: Any) -> None:
        """Set a condition that has one value; the value it has takes it away."""
        wanted = self._session.filters
        if getattr(wanted, name) == value:
            value = getattr(PatientFilter(), name)
        self._session.set_filters(wanted.with_field(name, value))

    def _toggle(self, name: str, value: str) -> None:
        self._session.set_filters(self._session.filters.toggled(name, value))

    def _add(self, name: str, condition: Any) -> None:
        wanted = self._session.filters
        if condition not in getattr(wanted, name):
            self._session.set_filters(wanted.with_field(name, (*getattr(wanted, name), condition)))

    def _ask_event(self, trial: Trial) -> None:
        terms = sorted({str(t) for t in trial.study.column("adverse_events", "AEDECOD")} - {""})
        self.dialog = dialog = FilterEvent(tuple(terms), self._window)
        ask(self._session, dialog, lambda: self._add_event(dialog.condition))

    def _add_event(self, condition: EventCondition) -> None:
        self._add("events", condition)

    def _ask_value(self, trial: Trial) -> None:
        named = tuple((p.paramcd, p.axis_label) for p in trial.study.parameters.values())
        self.dialog = dialog = FilterValue(named, self._window)
        ask(self._session, dialog, lambda: self._add("values", dialog.condition))


def _plain(text: str) -> str:
    """Return a text of the file for a menu, where & would make a key."""
    return text.replace("&", "&&")
