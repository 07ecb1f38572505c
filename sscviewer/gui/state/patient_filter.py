"""Which patients the list shows and the trial pages count: conditions, their words, and how they are kept."""

import json
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

    def words(self) -> str:
        """Return "with a related event, grade ≥ 3, “rash”"."""
        kind = " ".join(
            word for word, is_wanted in (("related", self.related), ("serious", self.serious)) if is_wanted
        )
        parts = [f"with {'an' if not kind else 'a'} {kind} event".replace("  ", " ")]
        parts += [f"grade ≥ {self.least}"] if self.least else []
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

    def words(self) -> str:
        """Return "FVC, % predicted, last value < 60"."""
        limit = f"{self.limit:g}".replace("-", "−")
        return f"{self.name}, {WHICH[self.which]} {SIGNS[self.side]} {limit}"


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

    def chips(self) -> dict[ChipKey, str]:
        """Return every condition in words."""
        found: dict[ChipKey, str] = {}
        for name in LISTS:
            if chosen := getattr(self, name):
                found[name, -1] = _list_words(name, chosen)
        if self.least_grade:
            found["least_grade", -1] = f"worst grade ≥ {self.least_grade}"
        found |= {("events", i): one.words() for i, one in enumerate(self.events)}
        found |= {("values", i): one.words() for i, one in enumerate(self.values)}
        for name, (yes, no) in ANSWERS.items():
            if answer := getattr(self, name):
                found[name, -1] = yes if answer == "yes" else no
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

    def words(self) -> str:
        """Return the filter in words for a footer: "stopped early, worst grade ≥ 3"; "" without one."""
        return ", ".join(self.chips().values())

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


def value_words(name: str, value: str) -> str:
    """Return a value of a list as people read it."""
    if name == "status":
        return STATUS_WORDS.get(value, value)
    if name == "reason":
        return value.lower() if value else "no reason"
    return value or NOT_SAID


def _list_words(name: str, chosen: tuple[str, ...]) -> str:
    said = " or ".join(value_words(name, value) for value in chosen)
    before = {"reason": "stopped for ", "sex": "sex ", "arm": "arm ", "site": "site "}.get(name, "")
    return f"{before}{said}"
