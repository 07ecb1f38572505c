"""A view of one endpoint: its choice, the same on every such view."""

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from sscviewer.gui.analysis.chart_table_page import ChartTablePage
from sscviewer.gui.analysis.controls import choose
from sscviewer.gui.efficacy.model_choice import endpoint_entries
from sscviewer.gui.panes.drill import Drill
from sscviewer.gui.state.parts import Parts
from sscviewer.plots.screen.said import Verbatim


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


class NarrowedView(EndpointView):
    """An endpoint's results of which one choice more shows a part: a visit, an arm; counts open patients.

    Attributes
    ----------
    part
        The choice; nothing is computed anew for it.
    whole
        Its first entry: (data, words).
    """

    def __init__(
        self, parts: Parts, parent: QWidget | None = None, *, choice: str, whole: tuple[str, str]
    ) -> None:
        super().__init__(parts, parent)
        self.whole = whole
        self.part = self.controls.combo(choice, [whole])
        self.controls.only_show(self._redraw, self.part.activated)
        self.rows.cell_chosen.connect(self._open_cell)

    def offer_parts(self, names: list[str]) -> None:
        """Offer these parts after the whole."""
        choose(self.part, [self.whole, *((name, Verbatim(name)) for name in names)])

    def show_part(self, result: Any, part: str) -> None:
        """Show what is chosen of the result."""
        raise NotImplementedError

    def drill(self, row: int, column: int) -> Drill | None:
        """Return the patients of a cell; None where it has none."""
        raise NotImplementedError

    @Slot()
    def _redraw(self) -> None:
        if self.result is not None:
            self.show_part(self.result, self.part.currentData())

    @Slot(int, int)
    def _open_cell(self, row: int, column: int) -> None:
        drill = self.drill(row, column)
        if drill is not None:
            self.drill_asked.emit(drill)
