"""Measurement kinds the program knows: code, words for people, unit, allowed range, decimals.

They are the cards of `resources/vocabulary/parameters.toml`. One PARAMCD has one unit. Whatever else a file
measures becomes a parameter of its own, with the unit the file gives and no range.
"""

import re
from dataclasses import dataclass
from typing import Literal

from sscviewer.bundled import read_toml

Kind = Literal["endpoint", "lung", "skin", "function", "lab", "vital", "item", "derived", "other"]


Better = Literal["", "higher", "lower"]
"""Which way is better, where the user said it."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One measurement kind.

    Attributes
    ----------
    paramcd, param, unit
        CDISC code, name for people, the one unit of AVAL ("" when it has none).
    short
        What stands beside an axis.
    low, high
        Values outside cannot be right; None when not known.
    kind
        What it is about; "derived": computed and shown beside what is collected, not modelled or tabulated.
    digits
        Decimals shown.
    better
        "higher" or "lower" as the user said which is better; "" leaves it to the endpoint's card.
    """

    paramcd: str
    param: str
    unit: str
    short: str
    kind: Kind = "other"
    low: float | None = None
    high: float | None = None
    digits: int = 1
    better: Better = ""

    @property
    def is_scale(self) -> bool:
        """Return whether the "unit" is the scale of a score ("0-51"), which is not said after a number."""
        return self.unit[:1].isdigit()

    @property
    def after(self) -> str:
        """Return what follows a number: " % predicted", "" for a score."""
        return f" {self.unit}" if self.unit and not self.is_scale else ""

    @property
    def title(self) -> str:
        """Return "Forced vital capacity (L)"; the unit is left out where the name says it."""
        said = re.split(r"[ ,()]+", self.param)
        return (
            self.param if all(word in said for word in self.unit.split()) else f"{self.param} ({self.unit})"
        )

    @property
    def axis_label(self) -> str:
        """Return "FVC, % predicted"."""
        return f"{self.short}, {self.unit}" if self.unit else self.short


PREDICTED = "% predicted"

NOT_TABULATED = ("item", "derived")
"""Kinds that tables of everything leave out: parts of a total, and what stands beside a collected value."""


def _read() -> dict[str, Parameter]:
    return {
        code: Parameter(
            code,
            entry["param"],
            entry.get("unit", ""),
            entry["short"],
            entry["kind"],
            entry.get("low"),
            entry.get("high"),
            entry.get("digits", 1),
        )
        for code, entry in read_toml("parameters").items()
    }


BY_CARD = _read()
"""Every parameter that has a card, by code; with unit "" the unit of the file is kept."""

KNOWN = tuple(parameter for parameter in BY_CARD.values() if parameter.unit)
"""Those with one unit of ours, in the order they are listed."""

BY_CODE = {parameter.paramcd: parameter for parameter in KNOWN}
