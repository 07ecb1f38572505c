"""Units of doses: which are masses that convert into each other, and which say something else."""

import re

from sscviewer.workbook.values.dose_text import PER_DAY

_MILLIGRAMS = {
    **dict.fromkeys(("kg", "kilogram", "kilograms"), 1e6),
    **dict.fromkeys(("g", "gm", "gr", "gram", "grams", "gramm", "grammes", "gramme"), 1000.0),
    **dict.fromkeys(("mg", "mgs", "milligram", "milligrams", "milligramm", "milligramme"), 1.0),
    **dict.fromkeys(("µg", "ug", "mcg", "microgram", "micrograms", "mikrogramm"), 0.001),
    **dict.fromkeys(("ng", "nanogram", "nanograms"), 1e-6),
}
_WRITTEN = {1e6: "kg", 1000.0: "g", 1.0: "mg", 0.001: "µg", 1e-6: "ng"}


def dose_unit(text: str) -> str:
    """Return a unit of a dose in one spelling: "MG/day" is "mg", "mg/kg/day" is "mg/kg", "IU" as written."""
    plain = " ".join(text.replace("μ", "µ").split())
    folded = plain.casefold().replace("μ", "µ")  # case folding makes a Greek mu of the micro sign
    bare = PER_DAY.sub("", folded).strip(" .")
    if bare in _MILLIGRAMS:
        return _WRITTEN[_MILLIGRAMS[bare]]
    return re.sub(r"\s*/\s*", "/", bare) if bare != folded or "/" in bare else plain


def is_mass(unit: str) -> bool:
    """Return whether a unit, in our spelling, is one of mass."""
    return unit in _MILLIGRAMS


def mass_factor(unit: str, wanted: str) -> float | None:
    """Return by what a dose in `unit` is multiplied to be in `wanted`; None unless both are masses."""
    theirs, ours = _MILLIGRAMS.get(unit), _MILLIGRAMS.get(wanted)
    return None if theirs is None or ours is None else theirs / ours
