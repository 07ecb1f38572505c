"""Figures of a study look as they were left, whichever of its files is open."""

import json

from PySide6.QtCore import QObject, Slot

from sscviewer.gui.state.figure_looks import page_look
from sscviewer.gui.state.reviews import Reviews
from sscviewer.gui.state.session import Session
from sscviewer.plots.paper.figure_look import FigureLook


class KeptLooks(QObject):
    """Keeps looks in the study memory, and brings them back when the study is opened again.

    Not those of patients' pages, whose names are the patients', and none while identities are hidden: a
    title or a note may name somebody.
    """

    def __init__(self, session: Session, reviews: Reviews, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._reviews = session, reviews
        session.trial_changed.connect(self._recall)
        session.looks.chosen.connect(self._keep)

    @Slot()
    def _recall(self) -> None:
        from sscviewer.memory.kept_looks import kept_looks  # there is a trial

        trial = self._session.trial
        if trial is None or trial.study.is_hidden or self._session.looks.all():
            return
        found = {}
        for figure, text in self._reviews.attempt(kept_looks, {}).items():
            try:
                found[figure] = FigureLook.from_json(json.loads(text))
            except (ValueError, KeyError, TypeError):
                continue  # of a later version of the program
        self._session.looks.bring(found)

    @Slot(str)
    def _keep(self, figure: str) -> None:
        from sscviewer.memory.kept_looks import keep_look  # there is a trial

        trial, known = self._session.trial, self._session.looks.all()
        is_of_patient = figure.startswith(page_look(""))
        if trial is None or trial.study.is_hidden or is_of_patient:
            return
        text = json.dumps(known[figure].to_json()) if figure in known else ""
        self._reviews.attempt(lambda memory: keep_look(memory, figure, text), None)
