"""Least grade of events to choose, in the words of the file: by grade or by severity."""

from sscviewer.gui.state.session import Session

LEVELS = (1, 2, 3, 4, 5)


def level_entries(session: Session, any_words: str = "") -> list[tuple[object, str]]:
    """Return (level, "grade ≥ 2" or "moderate or worse"), the first as "any" where that is said."""
    from sscviewer.analysis.events.event_levels import event_scale, least_level

    scale = event_scale(session.trial.study) if session.trial is not None else ""
    words = [least_level(level, scale) for level in LEVELS]
    return list(zip(LEVELS, [any_words or words[0], *words[1:]], strict=True))
