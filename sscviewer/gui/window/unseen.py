"""The views of the whole trial as the window shows them, made without a window on screen: for export."""

from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from sscviewer.analysis.asked import Asked
from sscviewer.analysis.population import populations
from sscviewer.gui.analysis.choices import choices_of, choose_again
from sscviewer.gui.analysis.needs import missing_words
from sscviewer.gui.state.parts import Parts
from sscviewer.gui.state.patient_filter import PatientFilter
from sscviewer.gui.state.session import Session
from sscviewer.gui.window.trial_views import VIEWS_OF
from sscviewer.temporary import PrivateFolder

if TYPE_CHECKING:
    from sscviewer.gui.analysis.view import AnalysisView
    from sscviewer.gui.state.trial import Trial
    from sscviewer.plots.charts.chart import Figure
    from sscviewer.report.table_file import Table


class ViewsWindow(Protocol):
    """What is needed of the window."""

    session: Session
    parts: Parts

    def close(self) -> bool:
        """Close it."""
        ...

    def deleteLater(self) -> None:
        """Let it go."""
        ...


class UnseenViews:
    """Makes views of a trial, one after the other.

    Parameters
    ----------
    trial
        Prepared by its plan.
    among
        The patients counted; None for all.
    new_window
        Makes a window in an empty folder, that nobody has used: nobody's choices play a part.
    """

    def __init__(
        self, trial: "Trial", among: Collection[str] | None, new_window: Callable[[Path], ViewsWindow]
    ) -> None:
        self._folder = PrivateFolder()
        self._window = new_window(self._folder.path)
        self._trial, self._among = trial, among
        session = self._window.session
        session.set_filters(PatientFilter())
        session.set_trial(trial)
        self._asked = Asked(trial.study, trial.plan, populations(trial.study, trial.plan, among))

    def close(self) -> None:
        """Let the window go."""
        self._window.close()
        self._window.deleteLater()
        self._folder.cleanup()

    def names(self) -> Iterator[str]:
        """Yield "page/view" of every view for which the file has what it needs."""
        for page, kinds in VIEWS_OF.items():
            for kind in kinds:
                if not missing_words(self._trial.study, kind.needs):
                    yield f"{page}/{kind.name}"

    def view(self, name: str, choices: Mapping[str, Any]) -> "AnalysisView":
        """Return a view with its result, its controls set.

        Raises
        ------
        KeyError
            If there is no such view.
        """
        page, _, view_name = name.partition("/")
        kinds = {kind.name: kind for kind in VIEWS_OF[page]}
        parts = self._window.parts
        view = kinds[view_name](parts)
        view.set_theme(parts.themes.current)
        choose_again(view, choices)
        view.present(view.computation()(self._asked, view.settings))
        choose_again(view, choices)  # what is offered only with a result: arms, columns, visits
        more = view.afterwards()
        if more is not None:
            view.show_afterwards(more(self._asked, view.settings))
        return view

    def made(
        self, name: str, choices: Mapping[str, Any]
    ) -> "tuple[Figure | None, Table | None, dict[str, Any]]":
        """Return the picture, the table and the choices of a view (raises as `view`)."""
        view = self.view(name, choices)
        figure, table, chosen = view.figure(), view.table(), choices_of(view)
        view.deleteLater()
        return figure, table, chosen
