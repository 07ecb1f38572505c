"""A view of one endpoint: its choice, the same on every such view."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from sscviewer.gui.analysis.chart_table_page import ChartTablePage
from sscviewer.gui.analysis.controls import choose
from sscviewer.gui.efficacy.model_choice import endpoint_entries
from sscviewer.gui.state.parts import Parts


class EndpointView(ChartTablePage):
    """Subclasses compute for the PARAMCD that `settings` gives."""

    def __init__(self, parts: Parts, parent: QWidget | None = None, *, stretch: int = 0) -> None:
        super().__init__(parts, parent, stretch=stretch)
        self.endpoint = self.controls.combo("Endpoint", endpoint_entries(parts.session))
        parts.session.trial_changed.connect(self._new_trial)

    @Slot()
    def _new_trial(self) -> None:
        choose(self.endpoint, endpoint_entries(self.session))

    @property
    def settings(self) -> str:
        """The endpoint."""
        return self.endpoint.currentData() or ""
