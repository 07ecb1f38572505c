"""Events coded and placed once for all views; used in the workers only."""

from dataclasses import replace
from threading import RLock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sscviewer.analysis.events.event_codes import CodedEvents
    from sscviewer.analysis.events.event_rates import PlacedEvents
    from sscviewer.analysis.events.person_time import RiskTime
    from sscviewer.analysis.plan.events import EventRules
    from sscviewer.model.study import Study

KEPT = 3
"""Codings kept: views differ in whether events before treatment count."""


class Coder:
    """Codes the events of a trial once per rules, and finds its times at risk once.

    A filter changes neither, so that a count for other patients is quick. One thread at a time: a view that
    was given up may still be at work beside the next.
    """

    def __init__(self) -> None:
        self._one = RLock()
        self._study: Study | None = None
        self._coded: dict[EventRules, CodedEvents] = {}
        self._risk: dict[tuple[str, float], RiskTime] = {}
        self._placed: tuple[tuple[int, int], CodedEvents, RiskTime, PlacedEvents] | None = None

    def coded(self, study: "Study", rules: "EventRules") -> "CodedEvents":
        """Return the events coded for counting."""
        from sscviewer.analysis.events.event_codes import code_events
        from sscviewer.analysis.plan import DEFAULT_PLAN

        # Neither interval nor level nor the time at risk has a part in the coding.
        same = ("interval", "level", "risk_basis", "common_percent")
        key = replace(rules, **{name: getattr(DEFAULT_PLAN.events, name) for name in same})
        with self._one:
            self._turn_to(study)
            if key not in self._coded:
                while len(self._coded) >= KEPT:
                    del self._coded[next(iter(self._coded))]
                self._coded[key] = code_events(study, key)
            return replace(self._coded[key], settings=rules)

    def risk(self, study: "Study", basis: str, window_days: float) -> "RiskTime":
        """Return how long each patient was at risk."""
        from sscviewer.analysis.events.person_time import risk_time

        key: Any = (basis, window_days if basis == "window" else 0.0)
        with self._one:
            self._turn_to(study)
            if key not in self._risk:
                self._risk[key] = risk_time(study, *key)
            return self._risk[key]

    def placed(self, study: "Study", rules: "EventRules", basis: str, days: float) -> "PlacedEvents":
        """Return when in the time at risk the events began."""
        from sscviewer.analysis.events.event_rates import place_events

        with self._one:
            coded, risk = self.coded(study, rules), self.risk(study, basis, days)
            key = (id(coded.event), id(risk))  # both are kept, so that no other can have their identity
            if self._placed is None or self._placed[0] != key:
                self._placed = key, coded, risk, place_events(coded, risk)
            return self._placed[3]

    def _turn_to(self, study: "Study") -> None:
        if self._study is not study:
            self._study, self._coded, self._risk, self._placed = study, {}, {}, None
