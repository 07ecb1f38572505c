"""How adverse events are counted, wherever the window counts them: the user's rules and groups of terms."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from sscviewer.analysis.events.event_codes import CodedEvents
    from sscviewer.analysis.events.event_rates import PlacedEvents
    from sscviewer.analysis.events.event_settings import EventSettings
    from sscviewer.analysis.events.person_time import RiskTime
    from sscviewer.model.study import Study

# Plain values only: what needs numpy is imported when events are counted.

Groups = tuple[tuple[str, tuple[str, ...]], ...]
"""(name, terms) of each group, in the user's order."""

KEPT = 3
"""Codings kept: views differ in whether events before treatment count."""


@dataclass(frozen=True, slots=True)
class CountingRules:
    """What the user decided, as in `EventSettings`."""

    emergent_only: bool = True
    window_days: int | None = None
    interval: str = "clopper-pearson"
    ungraded_is_severe: bool = False
    unsaid_is_related: bool = True
    groups: Groups = ()

    def settings(self, order: str = "frequency") -> "EventSettings":
        """Return the rules as the analysis takes them."""
        from sscviewer.analysis.events.event_settings import EventSettings, term_groups

        method, sort = self.interval, order
        given: dict[str, Any] = {"interval": method, "order": sort}
        return EventSettings(
            emergent_only=self.emergent_only,
            window_days=None if self.window_days is None else float(self.window_days),
            ungraded_is_severe=self.ungraded_is_severe,
            unsaid_is_related=self.unsaid_is_related,
            groups=term_groups(dict(self.groups)),
            **given,
        )


class Coder:
    """Codes the events of a trial once per rules, and finds its times at risk once; used in the worker only.

    A filter changes neither, so that a count for other patients is quick.
    """

    def __init__(self) -> None:
        self._study: Study | None = None
        self._coded: dict[EventSettings, CodedEvents] = {}
        self._risk: dict[tuple[str, float], RiskTime] = {}
        self._placed: tuple[tuple[int, int], CodedEvents, RiskTime, PlacedEvents] | None = None

    def coded(self, study: "Study", settings: "EventSettings") -> "CodedEvents":
        """Return the events coded for counting."""
        from sscviewer.analysis.events.event_codes import code_events
        from sscviewer.analysis.events.event_settings import EventSettings

        self._turn_to(study)
        # Neither order nor interval has a part in the coding.
        default = EventSettings()
        key = replace(settings, order=default.order, interval=default.interval, level=default.level)
        if key not in self._coded:
            while len(self._coded) >= KEPT:
                del self._coded[next(iter(self._coded))]
            self._coded[key] = code_events(study, key)
        return replace(self._coded[key], settings=settings)

    def risk(self, study: "Study", basis: str, window_days: float) -> "RiskTime":
        """Return how long each patient was at risk."""
        from sscviewer.analysis.events.person_time import risk_time

        self._turn_to(study)
        key: Any = (basis, window_days if basis == "window" else 0.0)
        if key not in self._risk:
            self._risk[key] = risk_time(study, *key)
        return self._risk[key]

    def placed(self, study: "Study", settings: "EventSettings", basis: str, days: float) -> "PlacedEvents":
        """Return when in the time at risk the events began."""
        from sscviewer.analysis.events.event_rates import place_events

        coded, risk = self.coded(study, settings), self.risk(study, basis, days)
        key = (id(coded.event), id(risk))  # both are kept, so that no other can have their identity
        if self._placed is None or self._placed[0] != key:
            self._placed = key, coded, risk, place_events(coded, risk)
        return self._placed[3]

    def _turn_to(self, study: "Study") -> None:
        if self._study is not study:
            self._study, self._coded, self._risk, self._placed = study, {}, {}, None


class EventCounting(QObject):
    """The rules in force.

    Signals
    -------
    changed
        Events are counted by other rules, or in other groups.
    groups_chosen
        The user changed the groups of the open file.

    Attributes
    ----------
    coder
        What the pages count with.
    """

    changed = Signal()
    groups_chosen = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rules = CountingRules()
        self.coder = Coder()

    @property
    def rules(self) -> CountingRules:
        """The rules."""
        return self._rules

    def set_rules(self, rules: CountingRules) -> None:
        """Count by other rules; the groups stay."""
        self._set(replace(rules, groups=self._rules.groups))

    def choose_groups(self, groups: Groups) -> None:
        """Count in the user's groups; they are kept for files of this shape."""
        if groups != self._rules.groups:
            self._set(replace(self._rules, groups=groups))
            self.groups_chosen.emit()

    def restore_groups(self, groups: Groups) -> None:
        """Count in the groups kept for the file that is opened."""
        self._set(replace(self._rules, groups=groups))

    def _set(self, rules: CountingRules) -> None:
        if rules != self._rules:
            self._rules = rules
            self.changed.emit()
