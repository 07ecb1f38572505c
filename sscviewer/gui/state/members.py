"""Which patients the pages of the whole trial are about: those the filter lets through."""

from sscviewer.gui.state.session import Session


def members(session: Session) -> frozenset[str] | None:
    """Return the patients the filter leaves; None when it holds nobody back."""
    return session.kept


def members_words(session: Session) -> str:
    """Return "12 of 20 patients (stopped early)" for heads and footers; "20 patients" without a filter."""
    trial, kept = session.trial, members(session)
    if trial is None:
        return ""
    total = len(trial.study.usubjids)
    if kept is None:
        return "1 patient" if total == 1 else f"{total} patients"
    return f"{len(kept)} of {total} patients ({session.filters.words()})"
