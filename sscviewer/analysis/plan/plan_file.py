"""The plan as TOML and as JSON: written whole, read forgivingly, each line that cannot be used named.

None is written as "none" (TOML has no null); a choice that is left out keeps its default.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import tomli_w

from sscviewer.analysis.plan.limits import limits_of
from sscviewer.analysis.plan.plan import DEFAULT_PLAN, AnalysisPlan

NONE = "none"


class UnreadablePlan(Exception):  # noqa: N818 - reads as what happened
    """The text is no TOML; one sentence for the user."""


class _Unfit(Exception):  # noqa: N818 - never leaves this module
    """A value is none of those allowed; the text says which are."""


@dataclass(frozen=True, slots=True)
class PlanRead:
    """A plan as read, and a sentence for every line that was not used."""

    plan: AnalysisPlan
    problems: tuple[str, ...]


def plan_document(plan: AnalysisPlan) -> dict[str, Any]:
    """Return the plan as plain values for TOML and JSON: part -> choice -> value; None as "none"."""
    return {part.name: _plain(getattr(plan, part.name)) for part in fields(plan)}


def plan_json(plan: AnalysisPlan) -> dict[str, Any]:
    """Return the plan for JSON: as `plan_document`, dates as text."""
    return {part: _dateless(choices) for part, choices in plan_document(plan).items()}


def _dateless(choices: dict[str, Any]) -> dict[str, Any]:
    return {key: value.isoformat() if isinstance(value, date) else value for key, value in choices.items()}


def plan_text(plan: AnalysisPlan) -> str:
    """Return the plan as TOML."""
    return tomli_w.dumps(plan_document(plan))


def read_plan(text: str) -> PlanRead:
    """Read a plan; what a line cannot say is left at its default and told.

    Raises
    ------
    UnreadablePlan
        If the text is no TOML.
    """
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UnreadablePlan(f"The plan is no TOML: {error}.") from error
    return read_document(document, text)


def read_document(document: Mapping[str, Any], text: str = "") -> PlanRead:
    """Read a plan from plain values; `text`, where they come from, gives the lines of what is not used."""
    plan, problems = DEFAULT_PLAN, []
    parts = {part.name for part in fields(plan)}
    for name, said in document.items():
        if name not in parts or not isinstance(said, Mapping):
            problems.append(
                f"{line_words(text, name)}“{name}” is no part of a plan; parts are {_listed(sorted(parts))}."
            )
            continue
        part, found = _read_part(name, getattr(plan, name), said, text)
        plan = replace(plan, **{name: part})
        problems += found
    return PlanRead(plan, tuple(problems))


def _read_part(name: str, part: Any, said: Mapping[str, Any], text: str) -> tuple[Any, list[str]]:
    hints = get_type_hints(type(part))
    problems = []
    for key, value in said.items():
        where = f"{line_words(text, key, name)}{name}.{key}"
        if key not in hints:
            problems.append(f"{where} is no choice of a plan; {name} has {_listed(sorted(hints))}.")
            continue
        try:
            read = _typed(value, hints[key])
            problem = limits_of(name, key).problem(read)
            if problem:
                raise _Unfit(problem)
            part = replace(part, **{key: read})
        except _Unfit as error:
            problems.append(f"{where} = {value!r} cannot be used: {error}.")
    return part, problems


def _typed(value: Any, hint: Any) -> Any:
    """Return a plain value as the type of its choice; raises _Unfit."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Literal:
        if value not in arguments:
            raise _Unfit(f"write {_listed([str(one) for one in arguments])}")
        return value
    if origin in (Union, UnionType):
        if value is None or value == NONE:
            return None
        return _typed(value, next(one for one in arguments if one is not NoneType))
    if origin is tuple:
        return _tuple(value, arguments)
    if is_dataclass(hint):
        return _record(value, hint)
    return _simple(value, hint)


def _tuple(value: Any, arguments: tuple[Any, ...]) -> tuple[Any, ...]:
    if not isinstance(value, list | tuple):
        raise _Unfit("write a list in square brackets")
    if len(arguments) == 2 and arguments[1] is ...:
        return tuple(_typed(one, arguments[0]) for one in value)
    if len(value) != len(arguments):
        raise _Unfit(f"write {len(arguments)} values in square brackets")
    return tuple(_typed(one, kind) for one, kind in zip(value, arguments, strict=True))


def _record(value: Any, kind: Any) -> Any:
    hints = get_type_hints(kind)
    if not isinstance(value, Mapping) or set(value) - set(hints):
        raise _Unfit(f"write {_listed(sorted(hints))}")
    try:
        return kind(**{key: _typed(one, hints[key]) for key, one in value.items()})
    except TypeError as error:
        raise _Unfit(f"write {_listed(sorted(hints))}") from error


def _simple(value: Any, kind: type) -> Any:
    words = {bool: "true or false", int: "a whole number", float: "a number", str: "text", date: "a date"}
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if kind is date and isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    if type(value) is not kind:
        raise _Unfit(f"write {words.get(kind, kind.__name__)}")
    return value


def _plain(value: Any) -> Any:
    if value is None:
        return NONE
    if is_dataclass(value) and not isinstance(value, type):
        return {part.name: _plain(getattr(value, part.name)) for part in fields(value)}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value


def line_words(text: str, key: str, part: str = "") -> str:
    """Return "Line 12: " for the line of a key, in its part where one is named; "" when not known."""
    inside = not part
    for number, line in enumerate(text.splitlines(), 1):
        head = re.match(r"\s*\[+\s*([^\]]+?)\s*\]", line)
        if head:
            inside = not part or head[1].split(".")[0] == part
            if not part and head[1].split(".")[0] == key:
                return f"Line {number}: "
        elif inside and re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=", line):
            return f"Line {number}: "
    return ""


def _listed(words: list[str]) -> str:
    return ", ".join(words)
