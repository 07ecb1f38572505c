"""What the Common Terminology Criteria for Adverse Events allow, as far as it was checked."""

CTCAE_VERSION = "version 5"

HIGHEST_GRADE = {"fatigue": 3, "nausea": 3}
"""Terms whose last grade is below 5. **Source**: CTCAE v5.0 (ctcaev5.js; clinical facts 7.2)."""


def highest_grade(term: str) -> int | None:
    """Return the last grade there is for a preferred term; None when it was not checked or is 5."""
    return HIGHEST_GRADE.get(term.strip().casefold())
