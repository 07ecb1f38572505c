"""The body map in the details pane: the examination the user chose, the last one at first."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from sscviewer.gui.language import tr
from sscviewer.gui.panes.skin_view import SkinView
from sscviewer.gui.state.session import Session
from sscviewer.gui.state.theme import Theme

if TYPE_CHECKING:
    from sscviewer.analysis.endpoints.skin_map import SkinMap
    from sscviewer.plots.ticks import TimeUnit

NO_SITES = (
    "This file has no scores of single skin sites. If it does, name their columns as Face, Anterior chest, "
    "Abdomen, Fingers, Hand … with File ▸ Map columns."
)
NOT_EXAMINED = "The skin of this patient was never scored site by site."


def maps_of(session: Session) -> "tuple[SkinMap, ...]":
    """Return every examination of the patient shown; empty without any."""
    from sscviewer.analysis.endpoints.skin_map import (
        skin_maps,  # needs pandas: there is a trial, so it is loaded
    )

    if session.trial is None or not session.usubjid:
        return ()
    most = session.planning.plan.responses.most_missing_sites
    return skin_maps(session.trial.study, session.usubjid, most)


def time_of(session: Session) -> "tuple[TimeUnit, str]":
    """Return the unit of the time axis and what day 1 of the patient is."""
    unit: Any = session.time_unit
    return unit, session.page.day1_is if session.page is not None else ""


def why_empty(session: Session) -> str:
    """Return why there is no body map, in words."""
    from sscviewer.analysis.endpoints.skin_map import has_skin_sites

    trial = session.trial
    return NOT_EXAMINED if trial is not None and has_skin_sites(trial.study) else NO_SITES


class SkinPane(QWidget):
    """One examination; made when it is on screen, not before.

    Signals
    -------
    larger_asked
        The user wants the window with two visits and their difference.
    """

    larger_asked = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._maps: tuple[SkinMap, ...] = ()
        self._stale = True
        self.visit = QComboBox(self)
        self.visit.setAccessibleName(tr("Visit of the body map"))
        self.visit.activated.connect(self._draw)
        self.larger = QPushButton(tr("Compare…"), self)
        self.larger.setToolTip(tr("Two visits and their difference, to be saved and copied (B)"))
        self.larger.clicked.connect(self.larger_asked)
        self.empty = QLabel(self)
        self.empty.setWordWrap(True)
        self.empty.setContentsMargins(10, 8, 10, 8)
        self.view = SkinView(dark=theme.dark, parent=self)
        self.view.site_chosen.connect(self._chosen)
        bar = QHBoxLayout()
        bar.setContentsMargins(10, 4, 10, 0)
        bar.addWidget(self.visit, 1)
        bar.addWidget(self.larger)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(bar)
        layout.addWidget(self.empty)
        layout.addWidget(self.view, 1)
        layout.addStretch(0)
        session.page_changed.connect(self.refresh)
        session.selected_changed.connect(self._follow)
        session.time_unit_changed.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Show the patient of the session, at the last examination; put off while out of sight."""
        self._stale = True
        if not self.isVisible():
            return
        self._stale = False
        self._maps = maps_of(self._session)
        self.visit.clear()
        for position, skin in enumerate(self._maps):
            self.visit.addItem(visit_words(skin), position)
        self.visit.setCurrentIndex(len(self._maps) - 1)
        for part in (self.visit, self.larger, self.view):
            part.setVisible(bool(self._maps))
        self.empty.setVisible(not self._maps)
        if self._maps:
            self._follow()
            self._draw()
        else:
            self.empty.setText(why_empty(self._session))

    def showEvent(self, event: QShowEvent) -> None:
        """Make what was put off."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    @Slot()
    def _follow(self) -> None:
        """Show the examination of the measurement that was clicked in the figure."""
        selected, trial = self._session.selected, self._session.trial
        if self._stale or selected is None or trial is None or selected[0] != "measurements":
            return
        from sscviewer.analysis.endpoints.skin_map import map_of

        position = map_of(self._maps, trial.study, selected[1])
        if position >= 0 and position != self.visit.currentIndex():
            self.visit.setCurrentIndex(position)
            self._draw()

    @Slot()
    def _draw(self) -> None:
        from sscviewer.plots.skin.skin_map import skin_map_figure

        position = self.visit.currentIndex()
        figure = skin_map_figure((self._maps[position],))
        self.view.show_maps(figure, self._maps, frozenset({position}), time_of(self._session))

    @Slot(int)
    def _chosen(self, row: int) -> None:
        if row >= 0:
            self._session.set_selected(("measurements", row))

    def set_theme(self, theme: Theme) -> None:
        """Follow the theme."""
        self.view.set_dark(theme.dark)


def visit_words(skin: "SkinMap") -> str:
    """Return "Month 3 · 22 of 51"."""
    from sscviewer.plots.skin.skin_body import visit_name

    return f"{visit_name(skin)} · {skin.total_words.partition(' (')[0]}"
