"""Which patients the pages of the whole trial are about: those the filter lets through."""

from sscviewer.gui.state.patient_filter import Say, in_english
from sscviewer.gui.state.session import Session
from sscviewer.model.counted import counted


def members(session: Session) -> frozenset[str] | None:
    """Return the patients the filter leaves; None when it holds nobody back."""
    return session.kept


def members_words(session: Session, say: Say = in_english) -> str:
    """Return "12 of 20 patients (stopped early)" for heads and footers; "20 patients" without a filter."""
    trial, kept = session.trial, members(session)
    if trial is None:
        return ""
    total = len(trial.study.usubjids)
    if kept is None:
        return counted(total, say("patient"), say("patients"))
    words = say("{n} of {total} patients ({filter})")
    return words.format(n=len(kept), total=total, filter=session.filters.words(say))
