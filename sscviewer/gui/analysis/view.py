"""One view of a page of the whole trial: what it computes, how it shows it, what of it can be saved."""

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from sscviewer.gui.analysis.needs import Needs
from sscviewer.gui.analysis.waiting import STOPPED, Waiting
from sscviewer.gui.language import tr
from sscviewer.gui.state.parts import Parts
from sscviewer.gui.state.theme import Theme
from sscviewer.model.sentence import joined, say

if TYPE_CHECKING:
    from sscviewer.analysis.asked import Asked
    from sscviewer.plots.charts.chart import Figure
    from sscviewer.report.table_file import Table

Compute = Callable[["Asked", Any], Any]
"""(trial, plan and patients; settings of the view) -> result; runs in the worker, touches no widget."""


FLICKER_MS = 300
"""A result that comes sooner takes the place of the one before without anything in between."""


def drawn_words(place: str) -> str:
    """Return where the rows of a list are drawn."""
    return say("A list; its picture is {place}.", place=joined(map(say, place.split(" ▸ ")), " ▸ "))


class AnalysisView(QWidget):
    """A view; subclasses `put` their parts, say what to compute and show the result.

    The page calls `compute` in the worker whenever trial, filter, plan or `settings` changed and the view is
    on screen, keeps results, and hands them to `present`. From the change on until then the view has no
    result and shows none: what was on it is another trial's, filter's or choice's.

    Attributes
    ----------
    name, title
        "retention" (stable, in file names) and "Time on drug" (the tab).
    needs
        What a workbook must have for the view to be made; without it the page says what is missing.
    drawn_in
        Of a view that is a list (its rows are records, patients or variables of different units, which have
        no axis in common): where they are drawn, said below it. Every other view has a picture of its own.
    result
        What is shown; None while it is not there.
    waiting
        What is seen instead.

    Signals
    -------
    settings_changed
        The user chose something that needs computing anew.
    patient_asked
        With the USUBJID whose page the user wants to see.
    drill_asked
        With the `Drill` (gui/panes/drill.py) of a number that was clicked.
    told
        One sentence for the user, and its kind ("info", "error").
    """

    settings_changed = Signal()
    patient_asked = Signal(str)
    drill_asked = Signal(object)
    told = Signal(str, str)

    name: ClassVar[str] = ""
    title: ClassVar[str] = ""
    needs: ClassVar[Needs] = ()
    drawn_in: ClassVar[str] = ""

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parts, self.session = parts, parts.session
        self.result: Any = None
        self.waiting = Waiting(self)
        self._above = QWidget(self)
        self._body = QStackedWidget(self)
        self._flicker = QTimer(self)
        self._flicker.setSingleShot(True)
        self._flicker.setInterval(FLICKER_MS)
        self._flicker.timeout.connect(self._reveal)

    def put(self, content: QWidget, *above: QWidget) -> None:
        """Lay the view out: controls above, and the content, whose place is empty without a result."""
        rows = QVBoxLayout(self._above)
        rows.setContentsMargins(0, 0, 0, 0)
        for widget in above:
            rows.addWidget(widget)
        self._body.addWidget(content)
        self._body.addWidget(self.waiting)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._above)
        layout.addWidget(self._body, 1)

    def wait(self, words: str = "", *, new_trial: bool = False) -> None:
        """Have no result from now on; of another trial the controls go too, they offer what it had."""
        self.result = None
        self._above.setVisible(not new_trial and self._above.isVisibleTo(self))
        self.waiting.begin(words or tr("Computing “{title}” …").format(title=tr(self.title)))
        if self._body.currentWidget() is not self.waiting:
            # The pixels stay for a moment; they can be neither clicked, copied nor saved.
            self._body.setUpdatesEnabled(new_trial)
            self._body.setCurrentWidget(self.waiting)
        self._flicker.start()

    def stop_waiting(self, words: str = STOPPED, button: str = "Compute") -> None:
        """Say why no result will come; with other choices it may."""
        self._above.show()
        self._reveal()
        self.waiting.end(words, button)

    def present(self, result: Any) -> None:
        """Show a result, and with it the controls."""
        self._flicker.stop()
        self.result = result
        self._above.show()
        self.show_result(result)
        self._body.setCurrentIndex(0)
        self._body.setUpdatesEnabled(True)

    @Slot()
    def _reveal(self) -> None:
        self._flicker.stop()
        self.waiting.reveal()
        self._body.setUpdatesEnabled(True)

    @property
    def settings(self) -> Hashable:
        """What the user chose of this view alone, if the result depends on it; rules are the plan's."""
        return None

    def computation(self) -> Compute:
        """Return the function that makes the result."""
        raise NotImplementedError

    def show_result(self, result: Any) -> None:
        """Show what `computation` returned."""
        raise NotImplementedError

    def afterwards(self) -> Compute | None:
        """Return what takes longer and is added to the picture when it is there: a model."""
        return None

    def show_afterwards(self, result: Any) -> None:
        """Add what `afterwards` returned."""

    def figure(self) -> "Figure | None":
        """Return the picture shown, to be saved and copied."""
        return None

    def table(self) -> "Table | None":
        """Return the table shown, to be saved and copied."""
        return None

    def set_patient(self, usubjid: str) -> None:
        """Let the patient chosen in the list stand out."""

    def set_theme(self, theme: Theme) -> None:
        """Follow the theme."""
