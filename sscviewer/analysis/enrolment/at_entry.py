"""Which columns of the patients sheet tell who the patients were at entry, told by their headings."""

import re
from collections.abc import Collection
from functools import cache
from typing import Any

from sscviewer.bundled import read_toml

KINDS = ("outcome", "exposure", "code")
LATER = re.compile(r"(?:^|_)(?:MONTH|WEEK|DAY|VISIT|YEAR|M|W)_?0*[1-9]\d*(?:_|$)")
"""A value named after a later visit ("FVC_MONTH_12") is no value at entry."""
_CDISC_LENGTH = 8
"""Longest name of a variable. **Source**: CDISC SDTMIG 3.4, ADaMIG 1.1 (SAS transport files)."""
_TREATMENT = re.compile(r"TRT\d\d[AP]N?")


def is_at_entry(name: str, others: Collection[str] = ()) -> bool:
    """Return whether a further column of the patients sheet is a characteristic at entry.

    Parameters
    ----------
    name
        As the study has it: capitals, words joined by "_".
    others
        All columns of the sheet; a number twin of one of them ("RACEN" beside "RACE") is a code.

    A rule of thumb over words: an outcome with an unheard-of name passes as a characteristic, and the other
    way round. All columns can be chosen for the table.
    """
    listed: dict[str, Any] = read_toml("entry")
    words = set(re.findall(r"[A-Z]+", name.upper()))
    lower = {word.lower() for word in words}
    if LATER.search(name.upper()):
        return False
    matched = [(kind, group) for kind in KINDS for group in listed[kind] if set(group) <= lower]
    if lower & _words("before"):  # "Screening number" is a code all the same, "Prior arm surgery" is none
        return not any(kind == "code" and len(group) > 1 for kind, group in matched)
    if matched:
        return False
    if _TREATMENT.fullmatch(name) or (name.endswith("N") and name[:-1] in others):
        return False
    is_variable = "_" not in name and len(name) <= _CDISC_LENGTH
    return not (is_variable and any(name.endswith(end) and name != end for end in listed["endings"]))


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(read_toml("entry")[group])
