"""What is said of times to events: from when on, until when, and with which starts."""

import numpy as np

from sscviewer.analysis.survival.event_times import EventTimes, Onset
from sscviewer.analysis.survival.follow_up import FollowUp
from sscviewer.model.sentence import say


def follow_up_clause(ends: FollowUp) -> str:
    """Return "; follow-up ends with the last visit", or where the plan has it; "" with the last contact."""
    return "" if np.isnan(ends.end).all() else say("; follow-up ends with the {until}", until=say(ends.until))


def event_notes(counted: EventTimes, which: Onset, ungraded: int = 0) -> tuple[str, ...]:
    """Return how many events have no whole start or no grade, and what was done with them."""
    found = (
        (
            counted.partial,
            say("with a partial start date, counted on the {which} day it can be", which=say(which)),
        ),
        (counted.undated, say("without a start date, counted from the first dose")),
        (ungraded, say("without a grade or severity, not counted")),
    )
    return tuple(say("Events {text}: {n}.", text=text, n=n) for n, text in found if n)


def since_words(since: str) -> str:
    """Return "the first dose", "the first visit", "randomisation" or "consent"."""
    return say(f"the {since}" if since.startswith("first") else since)
