"""What a result of a view is of, the work that makes it, and the results kept."""

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sscviewer.faults import kind_of, note_fault, told_of
from sscviewer.gui.analysis.view import Compute
from sscviewer.gui.language import tr
from sscviewer.gui.state.tasks import Cancelled, Ticket
from sscviewer.gui.state.trial import Trial

if TYPE_CHECKING:
    from sscviewer.analysis.plan import AnalysisPlan

KEPT = 48
"""Results kept, so that going back to a view or a filter computes nothing."""
_FAULT = (
    "This could not be computed ({name}). The file and other views are as they were; "
    "what happened is in the log (Help ▸ Show log file)."
)


@dataclass(frozen=True, slots=True)
class Key:
    """What a result is of; the same key, the same numbers.

    Attributes
    ----------
    view
        Its name, or "… afterwards" for what is added to its picture.
    among
        The patients the filter leaves; None when it holds nobody back.
    settings
        Of the view alone.
    """

    trial: Trial
    view: str
    among: frozenset[str] | None
    plan: "AnalysisPlan"
    settings: Any


class Work:
    """The work of computing one view."""

    def __init__(self, key: Key, compute: Compute) -> None:
        self.key, self.compute = key, compute

    def __call__(self, ticket: Ticket) -> Any:
        """Return the result; raises Cancelled when nobody wants it any more."""
        # Imported here because it needs pandas, which the start page does without.
        from sscviewer.analysis.asked import Asked
        from sscviewer.analysis.population import populations
        from sscviewer.analysis.stopping import Stopped, stoppable

        key = self.key
        study = key.trial.study
        try:
            with stoppable(ticket.cancelled):
                asked = Asked(study, key.plan, populations(study, key.plan, key.among))
                return self.compute(asked, key.settings)
        except Stopped as stopped:
            raise Cancelled from stopped


class Results:
    """Results by what they are of; of more than `KEPT` those asked for longest ago go."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Key, Any] = OrderedDict()

    def __contains__(self, key: Key) -> bool:
        return key in self._kept

    def __getitem__(self, key: Key) -> Any:
        self._kept.move_to_end(key)
        return self._kept[key]

    def __setitem__(self, key: Key, result: Any) -> None:
        self._kept[key] = result
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)

    def clear(self) -> None:
        """Keep nothing: the trial is another one."""
        self._kept.clear()


def fault_sentence(error: Exception) -> str:
    """Return what to say about a fault, and note it."""
    note_fault(error)
    return tr(told_of(error, _FAULT)).format(name=kind_of(error))
