"""Values of the plan as people type them: "30", "97.5" (per cent), "2, 4, 8", "2024-03-31", "" for none."""

import re
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from sscviewer.analysis.plan.limits import limits_of
from sscviewer.analysis.plan.line import PlanLine
from sscviewer.analysis.plan.plan import AnalysisPlan

_LIST = re.compile(r"\s*[,;]\s*")


class NotAValue(Exception):  # noqa: N818 - reads as what happened
    """What was typed cannot be used; the text says what to write instead."""


@cache
def hint_of(part: str, name: str) -> Any:
    """Return the type of a choice."""
    return get_type_hints(get_type_hints(AnalysisPlan)[part])[name]


def can_be_typed(line: PlanLine) -> bool:
    """Whether a value can be written as text; records (groups, own rules, priors) cannot."""
    kinds = [kind for kind in _kinds(hint_of(line.part, line.name)) if kind is not NoneType]
    return all(kind in (int, float, str, date) for kind in kinds)


def text_of(line: PlanLine, value: Any) -> str:
    """Return a value as it can be typed again."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return ", ".join(_typed(one) for one in value)
    return f"{100 * value:g}" if line.share else _typed(value)


def read_text(line: PlanLine, text: str) -> Any:
    """Return the value of a text; raises NotAValue."""
    hint, text = hint_of(line.part, line.name), text.strip()
    if not text:
        return _nothing(line, hint)
    value = _read(line, text, hint)
    problem = limits_of(line.part, line.name).problem(value)
    if problem:
        raise NotAValue(_in_percent(line) if line.share else problem)
    return value


def _nothing(line: PlanLine, hint: Any) -> Any:
    """Return what an empty text means."""
    if NoneType in get_args(hint):
        return None
    if hint is str and line.none:
        return ""
    if get_origin(hint) is tuple and get_args(hint)[-1] is ...:
        return ()
    raise NotAValue("write something: there must be a value")


def _read(line: PlanLine, text: str, hint: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        hint = next(one for one in get_args(hint) if one is not NoneType)
    if get_origin(hint) is tuple:
        arguments, words = get_args(hint), [word for word in _LIST.split(text) if word]
        if arguments[-1] is not ... and len(words) != len(arguments):
            raise NotAValue(f"write {len(arguments)} values with a comma between")
        return tuple(_one(word, arguments[0]) for word in words)
    value = _one(text, hint)
    return value / 100 if line.share else value


def _one(text: str, kind: type) -> Any:
    if kind is str:
        return text
    if kind is date:
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise NotAValue("write a date as 2024-03-31") from None
    # A comma is the decimal point of half of Europe; lists have been split by now.
    number = text.replace(",", ".")
    if not re.fullmatch(r"[+-]?\d+(\.\d+)?" if kind is float else r"[+-]?\d+", number):
        raise NotAValue("write a number" if kind is float else "write a whole number")
    return kind(number)


def _in_percent(line: PlanLine) -> str:
    limits = limits_of(line.part, line.name)
    return f"write a number from {100 * limits.low:g} to {100 * limits.high:g}"


def _typed(value: Any) -> str:
    return f"{value:.12g}" if isinstance(value, float) else str(value)


def _kinds(hint: Any) -> list[Any]:
    """Return the plain types a type is made of."""
    arguments = [one for one in get_args(hint) if one is not ...]
    if get_origin(hint) in (Union, UnionType, tuple):
        return [kind for one in arguments for kind in _kinds(one)]
    return [hint]
