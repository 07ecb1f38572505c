"""The order in which arms stand everywhere: control, then by dose."""

import math
import re
from collections.abc import Iterable

CONTROL = re.compile(r"placebo|control|standard|usual care|sham|vehicle|no treatment", re.IGNORECASE)
"""Words that make an arm the one the others are compared with."""
MILLIGRAMS = {"g": 1000.0, "mg": 1.0, "µg": 1e-3, "μg": 1e-3, "ug": 1e-3, "mcg": 1e-3}
DOSE = re.compile(r"(?<![\w.,])(\d+(?:[.,]\d+)?)\s*(g|mg|µg|μg|ug|mcg)\b", re.IGNORECASE)
NUMBER = re.compile(r"(?<![\w.,])(\d+(?:[.,]\d+)?)(?!\w)")
LEVELS = {
    -1: re.compile(r"\b(low|lower|niedrig\w*)\b", re.IGNORECASE),
    1: re.compile(r"\b(high|higher|hoch|hohe\w*)\b", re.IGNORECASE),
}


def in_dose_order(arms: Iterable[str]) -> list[str]:
    """Return each arm once: control first, then by the dose in its name, low before high, then by name.

    The dose is the first number before a unit of mass, else the first that is a word of its own. A rule of
    thumb: an arm whose name hides its dose ("Arm B") stands where its name puts it.
    """
    return sorted(set(arms), key=_dose_key)


def _dose_key(arm: str) -> tuple[bool, float, int, str]:
    level = next((rank for rank, words in LEVELS.items() if words.search(arm)), 0)
    found = DOSE.search(arm)
    number = found or NUMBER.search(arm)
    dose = float(number[1].replace(",", ".")) if number else math.inf
    if found:
        dose *= MILLIGRAMS[found[2].lower()]
    return not CONTROL.search(arm), dose, level, arm
