"""One line of the plan: a choice with its words."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from typing import Any

from sscviewer.analysis.plan.plan import AnalysisPlan
from sscviewer.model.sentence import joined, say

Words = tuple[tuple[Any, str], ...]
"""(value, what it is called)."""


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One choice of the plan.

    Attributes
    ----------
    part, name
        Where it stands in `AnalysisPlan`.
    text
        What is chosen, as a person says it.
    choices
        (value, words) where only some values can be chosen; of a list, what it may hold.
    unit
        Of a number.
    none
        What no value means; "" where there must be one.
    used_by
        Views and documents whose numbers or words it decides; never none.
    share
        Whether the number is a share that people say in per cent.
    """

    part: str
    name: str
    text: str
    choices: Words = ()
    unit: str = ""
    none: str = ""
    used_by: tuple[str, ...] = ()
    share: bool = False

    @property
    def used_words(self) -> str:
        """What it decides, by page: "Safety: adverse events, rates; Report"."""
        pages: dict[str, list[str]] = {}
        for one in self.used_by:
            page, _, view = one.partition(": ")
            pages.setdefault(page, []).extend([view] if view else [])
        return "; ".join(f"{page}: {', '.join(views)}" if views else page for page, views in pages.items())

    def value(self, plan: AnalysisPlan) -> Any:
        """Return what a plan chooses."""
        return plan.value(self.part, self.name)

    def value_words(self, value: Any) -> str:
        """Return a value as a person says it."""
        if value is None or value in ("", ()):
            return self.none or "none"
        named = dict(self.choices)
        if isinstance(value, tuple):
            listed = joined((_words(one, named) for one in value), ", ")
            return joined((listed, say(self.unit)))
        if self.share:
            return f"{100 * value:g} %"
        return joined((_words(value, named), say(of_one(self.unit) if value == 1 else self.unit)))


def _words(value: Any, named: Mapping[Any, str]) -> str:
    """Return one value, or one entry of a list."""
    if is_dataclass(value):
        return _record(value)
    if value in named:
        return say(named[value])
    if isinstance(value, bool):
        return say("yes") if value else say("no")
    if isinstance(value, date):
        return value.isoformat()
    return f"{value:g}" if isinstance(value, float) else str(value)


def _record(value: Any) -> str:
    """Return what stands for a record: its own words or name, else its fields."""
    for name in ("words", "name"):
        if hasattr(value, name):
            return str(getattr(value, name))
    said = ((field.name, getattr(value, field.name)) for field in fields(value))
    return ", ".join(
        f"{name.replace('_', ' ')} {_words(each, {})}" for name, each in said if each is not None
    )


def of_one(unit: str) -> str:
    """Return a unit as it goes with 1: "day before" of "days before"."""
    first, _, rest = unit.partition(" ")
    return f"{first.removesuffix('s')} {rest}".strip()
