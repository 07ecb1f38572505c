"""What a safety board agreed on: since when it looks, and when the trial is to stop."""

from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True)
class BoardRules:
    """The board's own numbers.

    Attributes
    ----------
    last_review
        Last day of data of the pack before; None for the first pack.
    stopping_event
        The event of the stopping rule: serious, grade 3 or worse, or leading to withdrawal.
    stopping_rate
        The share of patients with it that must not be exceeded; None when the protocol has no such rule.
    stopping_certainty
        How probable a rate above it must be for the rule to say stop. 0.9 is ours; protocols say 0.8 to 0.95.
    """

    last_review: date | None = None
    stopping_event: Literal["serious", "level_3", "withdrawal"] = "serious"
    stopping_rate: float | None = None
    stopping_certainty: float = 0.9
