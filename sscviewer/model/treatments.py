"""Which names of a treatment mean one without drug."""

import re
import unicodedata

_PLACEBO = re.compile(r"pla[cz]eb|\b(?:pbo|plb|plc|sham|vehicle|dummy)\b|scheinmedi")


def is_placebo(name: str) -> bool:
    """Return whether a drug of a dose log or an arm is a placebo, whose dose of 0 is no interruption.

    Abbreviations count as whole words only; a trial whose drug is called so by another word says it with
    its arm.
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return bool(_PLACEBO.search(plain.replace("_", " ")))
