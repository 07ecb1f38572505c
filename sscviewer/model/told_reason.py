"""Why a patient stopped, as people read it."""

from sscviewer.bundled import read_toml

_LONG_WORD = 6
"""Letters of a word that is no abbreviation: ours; "PI LEFT" stays as it is, "MOVED ABROAD" does not."""


def told_reason(reason: str) -> str:
    """Return CDISC's capitals in small letters; words of the file's own stay as they are.

    CDISC's list is open: of other capitals those without a long word or with a digit are an abbreviation
    ("AE", "COVID-19").
    """
    has_word = any(len(word) >= _LONG_WORD for word in reason.split())
    is_written_out = reason.isupper() and has_word and not any(map(str.isdigit, reason))
    return reason.lower() if is_written_out or reason in read_toml("values")["reason"] else reason
