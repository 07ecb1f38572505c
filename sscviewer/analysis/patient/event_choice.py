"""Which adverse events of a patient are drawn: chosen on the page, and said on screen and on paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class EventChoice:
    """What an event must be to have a lane; nothing asked lets every event through.

    Attributes
    ----------
    least_grade
        Its CTCAE grade, or its severity as a rank, is at least this; 0 asks for none. An event without a
        grade has none of 1 or above.
    serious, related
        It is serious, related.
    text
        Every word of it is in the event as coded, as reported, or in its class.
    folded
        Classes whose events share one lane; only where the lanes are ordered by class.
    """

    least_grade: int = 0
    serious: bool = False
    related: bool = False
    text: str = ""
    folded: frozenset[str] = frozenset()

    @property
    def words(self) -> str:
        """Return what is asked, "grade ≥ 2, serious"; "" when nothing is."""
        parts = (
            f"grade ≥ {self.least_grade}" if self.least_grade else "",
            "serious" if self.serious else "",
            "related" if self.related else "",
            f"“{' '.join(self.text.split())}”" if self.text.strip() else "",
        )
        return ", ".join(part for part in parts if part)

    def to_json(self) -> dict[str, Any]:
        """Return the choice as JSON can hold it."""
        return {
            "least_grade": self.least_grade,
            "serious": self.serious,
            "related": self.related,
            "text": self.text,
            "folded": sorted(self.folded),
        }

    @classmethod
    def from_json(cls, document: Mapping[str, Any]) -> EventChoice:
        """Return the choice that `to_json` wrote; what is missing is not asked."""
        return cls(
            int(document.get("least_grade", 0)),
            bool(document.get("serious")),
            bool(document.get("related")),
            str(document.get("text", "")),
            frozenset(map(str, document.get("folded", ()))),
        )


ALL_EVENTS = EventChoice()
NO_CLASS = "No class"
"""The class of events of which the file says none."""
