"""Which patients the list shows and the trial pages count: conditions, their words, and how they are kept."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Literal

from sscviewer.gui.state.patient_row import STATUS_WORDS

YesNo = Literal["", "yes", "no"]
Which = Literal["baseline", "last", "change"]
Side = Literal["above", "below"]

LISTS = ("status", "reason", "arm", "sex", "subset", "site")
"""Conditions that hold for any of some values."""
ANSWERS = {
    "reviewed": ("reviewed", "not reviewed"),
    "comment": ("with a comment", "without a comment"),
    "changed": ("changed since the last export", "not changed since the last export"),
}
"""Conditions that are met or not, and the words of yes and no."""
WHICH = {"baseline": "at baseline", "last": "last value", "change": "last change from baseline"}
SIGNS = {"above": ">", "below": "<"}
NOT_SAID = "not in the file"
Say = Callable[[str], str]
"""Gives words as they are wanted: as they stand for what is saved, translated for the screen."""


def in_english(words: str) -> str:
    """Return words as they stand."""
    return words


@dataclass(frozen=True, slots=True)
class EventCondition:
    """Has an adverse event for which all of this is true: one and the same event.

    Attributes
    ----------
    related, serious
        Whether it must be related to the drug, or serious.
    least
        Its grade (else the rank of its severity) at least this; 0 for any.
    term
        Found in its term, in small or capital letters; "" for any.
    """

    related: bool = False
    serious: bool = False
    least: int = 0
    term: str = ""

    def words(self, say: Say = in_english) -> str:
        """Return "with a related event, grade ≥ 3, “rash”"."""
        kinds = {
            (False, False): say("with an event"),
            (True, False): say("with a related event"),
            (False, True): say("with a serious event"),
            (True, True): say("with a related serious event"),
        }
        parts = [kinds[self.related, self.serious]]
        parts += [say("grade ≥ {least}").format(least=self.least)] if self.least else []
        parts += [f"“{self.term}”"] if self.term else []
        return ", ".join(parts)


@dataclass(frozen=True, slots=True)
class ValueCondition:
    """Has a value of a parameter above or below a limit; without such a value the patient is left out.

    Attributes
    ----------
    name
        What the parameter is called, with its unit.
    """

    paramcd: str
    name: str
    which: Which
    side: Side
    limit: float

    def words(self, say: Say = in_english) -> str:
        """Return "FVC, % predicted, last value < 60"."""
        limit = f"{self.limit:g}".replace("-", "−")
        return f"{self.name}, {say(WHICH[self.which])} {SIGNS[self.side]} {limit}"


ChipKey = tuple[str, int]
"""A field of the filter, and which of several; -1 where the field is one condition."""


@dataclass(frozen=True, slots=True)
class PatientFilter:
    """Which patients are let through: those who meet every condition; an empty field lets everybody through.

    Attributes
    ----------
    status, reason, arm, sex, subset, site
        Any of these values; "" stands for what the file does not say.
    least_grade
        Worst grade at least this; 0 lets everybody through.
    """

    status: tuple[str, ...] = ()
    reason: tuple[str, ...] = ()
    arm: tuple[str, ...] = ()
    sex: tuple[str, ...] = ()
    subset: tuple[str, ...] = ()
    site: tuple[str, ...] = ()
    least_grade: int = 0
    events: tuple[EventCondition, ...] = ()
    values: tuple[ValueCondition, ...] = ()
    reviewed: YesNo = ""
    comment: YesNo = ""
    changed: YesNo = ""

    def chips(self, say: Say = in_english) -> dict[ChipKey, str]:
        """Return every condition in words."""
        found: dict[ChipKey, str] = {}
        for name in LISTS:
            if chosen := getattr(self, name):
                found[name, -1] = _list_words(name, chosen, say)
        if self.least_grade:
            found["least_grade", -1] = say("worst grade ≥ {least}").format(least=self.least_grade)
        found |= {("events", i): one.words(say) for i, one in enumerate(self.events)}
        found |= {("values", i): one.words(say) for i, one in enumerate(self.values)}
        for name, (yes, no) in ANSWERS.items():
            if answer := getattr(self, name):
                found[name, -1] = say(yes if answer == "yes" else no)
        return found

    def without(self, chip: ChipKey) -> "PatientFilter":
        """Return the filter without one condition."""
        name, at = chip
        if at < 0:
            return self.with_field(name, getattr(PatientFilter(), name))
        kept = getattr(self, name)
        return self.with_field(name, kept[:at] + kept[at + 1 :])

    def toggled(self, name: str, value: str) -> "PatientFilter":
        """Return the filter with one value of a list taken in, or left out if it was in."""
        chosen = getattr(self, name)
        others = tuple(one for one in chosen if one != value)
        return self.with_field(name, others if value in chosen else (*chosen, value))

    def with_field(self, name: str, value: Any) -> "PatientFilter":
        """Return the filter with another value of a field."""
        return replace(self, **{name: value})

    def without_names(self) -> "PatientFilter":
        """Return what of it holds for the same patients under other names, without marks."""
        return replace(self, site=(), reviewed="", comment="", changed="")

    def words(self, say: Say = in_english) -> str:
        """Return the filter in words for a footer: "stopped early, worst grade ≥ 3"; "" without one."""
        return ", ".join(self.chips(say).values())

    def to_text(self) -> str:
        """Return the filter as it is kept."""
        changed = {f.name: getattr(self, f.name) for f in fields(self) if getattr(self, f.name) != f.default}
        for name in ("events", "values"):
            if name in changed:
                changed[name] = [asdict(one) for one in changed[name]]
        return json.dumps(changed, ensure_ascii=False)

    @classmethod
    def of_text(cls, text: str) -> "PatientFilter":
        """Return what `to_text` gave.

        Raises
        ------
        ValueError
            If it is something else.
        """
        try:
            kept: dict[str, Any] = json.loads(text)
            events = tuple(EventCondition(**one) for one in kept.pop("events", ()))
            values = tuple(ValueCondition(**one) for one in kept.pop("values", ()))
            plain: dict[str, Any] = {name: tuple(v) if isinstance(v, list) else v for name, v in kept.items()}
            return cls(events=events, values=values, **plain)
        except (TypeError, AttributeError, KeyError) as error:
            raise ValueError("This is no filter.") from error


def value_words(name: str, value: str, say: Say = in_english) -> str:
    """Return a value of a list as people read it."""
    if name == "status":
        return say(STATUS_WORDS.get(value, value))
    if name == "reason":
        return say(value.lower()) if value else say("no reason")
    return value or say(NOT_SAID)


def _list_words(name: str, chosen: tuple[str, ...], say: Say) -> str:
    said = say(" or ").join(value_words(name, value, say) for value in chosen)
    whole = {
        "reason": say("stopped for {values}"),
        "sex": say("sex {values}"),
        "arm": say("arm {values}"),
        "site": say("site {values}"),
    }.get(name, "{values}")
    return whole.format(values=said)
