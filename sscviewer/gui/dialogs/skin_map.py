"""The body map in a window of its own: two visits, their difference, the course of a site."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from sscviewer.gui.analysis.controls import Controls, choose
from sscviewer.gui.language import tr
from sscviewer.gui.panes.sentence_label import SentenceLabel
from sscviewer.gui.panes.skin_pane import maps_of, time_of, visit_words, why_empty
from sscviewer.gui.panes.skin_view import SkinView
from sscviewer.gui.state.session import Session
from sscviewer.gui.state.theme import Theme

if TYPE_CHECKING:
    from sscviewer.analysis.endpoints.skin_map import SkinMap

ALONE = -1


class SkinDialog(QDialog):
    """Follows the patient of the session, the first examination beside the last; saves and copies.

    It stays open from patient to patient and closes with the trial.

    Signals
    -------
    save_asked, copy_asked
        With the figure shown.
    """

    save_asked = Signal(object)
    copy_asked = Signal(object)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._maps: tuple[SkinMap, ...] = ()
        self.controls = Controls(self)
        self.first: QComboBox = self.controls.combo("Visit")
        self.second: QComboBox = self.controls.combo("Compared with")
        self.controls.changed.connect(self._draw)
        self.empty = QLabel(self)
        self.empty.setWordWrap(True)
        self.view = SkinView(dark=theme.dark, parent=self)
        self.view.site_chosen.connect(self._chosen)
        self.note = SentenceLabel(tr("About the picture"), self)
        self.save = QPushButton(tr("Save…"), self)
        self.save.setAccessibleName(tr("Save the body map"))
        self.save.clicked.connect(self._save)
        self.copy = QPushButton(tr("Copy"), self)
        self.copy.setAccessibleName(tr("Copy the body map"))
        self.copy.clicked.connect(self._copy)
        close = QPushButton(tr("Close"), self)
        close.clicked.connect(self.close)
        for button in (self.save, self.copy, close):
            button.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.addWidget(self.copy)
        foot.addWidget(self.save)
        foot.addStretch(1)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.addWidget(self.controls)
        layout.addWidget(self.empty)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.note)
        layout.addLayout(foot)
        self.resize(round(self.fontMetrics().height() * 62), round(self.fontMetrics().height() * 52))
        session.trial_changed.connect(self.reject)
        session.page_changed.connect(self.refresh)
        session.time_unit_changed.connect(self._draw)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the patient of the session: the first examination beside the last."""
        self._maps = maps_of(self._session)
        patient = f": patient {self._session.usubjid}" if self._session.usubjid else ""
        self.setWindowTitle(tr("Skin map{patient}").format(patient=patient))
        entries = [(i, visit_words(skin)) for i, skin in enumerate(self._maps)]
        for combo, others in ((self.first, []), (self.second, [(ALONE, "no other visit")])):
            combo.clear()
            choose(combo, [*others, *entries])
        last = len(self._maps) - 1
        self.first.setCurrentIndex(0)
        self.second.setCurrentIndex(self.second.findData(last if last > 0 else ALONE))
        for part in (self.controls, self.view, self.note, self.save, self.copy):
            part.setVisible(bool(self._maps))
        self.empty.setVisible(not self._maps)
        if self._maps:
            self._draw()
        else:
            self.empty.setText(why_empty(self._session))

    @Slot()
    def _draw(self) -> None:
        from sscviewer.analysis.endpoints.skin_map import compare_maps
        from sscviewer.plots.skin.skin_map import skin_map_figure

        if not self._maps:
            return
        first, second = int(self.first.currentData()), int(self.second.currentData())
        shown, change = [self._maps[first]], None
        if second not in (ALONE, first):
            shown.append(self._maps[second])
            change = compare_maps(*shown)
        figure = skin_map_figure(shown, change)
        marked = frozenset({first, second} - {ALONE})
        self.view.show_maps(figure, self._maps, marked, time_of(self._session))
        self.note.setText(figure.note)

    @Slot(int)
    def _chosen(self, row: int) -> None:
        if row >= 0:
            self._session.set_selected(("measurements", row))

    @Slot()
    def _save(self) -> None:
        self.save_asked.emit(self.view.figure())

    @Slot()
    def _copy(self) -> None:
        self.copy_asked.emit(self.view.figure())

    @Slot(object)
    def set_theme(self, theme: Theme) -> None:
        """Follow the theme."""
        self.view.set_dark(theme.dark)
