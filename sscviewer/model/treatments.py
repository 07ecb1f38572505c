"""Which names of a treatment mean one without drug, and which name no arm."""

import re
import unicodedata
from functools import lru_cache

_NO_ARM = re.compile(
    r"screen(?:ing)? fail(?:ure|ed)?|scrnfail|not (?:assigned|treated|randomi[sz]ed)|notassgn|nottrt"
)
"""What stands in a column of arms for those who have none (CDISC terminology ARMNULRS and before it)."""
_PLACEBO = re.compile(r"pla[cz]eb|\b(?:pbo|plb|plc|sham|vehicle|dummy)\b|scheinmedi")


@lru_cache(maxsize=256)
def is_placebo(name: str) -> bool:
    """Return whether a drug of a dose log or an arm is a placebo, whose dose of 0 is no interruption.

    Abbreviations count as whole words only; a trial whose drug is called so by another word says it with
    its arm.
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return bool(_PLACEBO.search(plain.replace("_", " ")))


def is_arm(name: str) -> bool:
    """Return whether what stands in a column of arms is an arm: something, and no "Screen Failure"."""
    plain = " ".join(name.casefold().replace("_", " ").split())
    return bool(plain) and not _NO_ARM.fullmatch(plain)
