"""Checks of one row at a time, declared in a table: the program's own and those of the user."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from sscviewer.bundled import read_toml
from sscviewer.model.issue import Issue, Severity
from sscviewer.model.sentence import say
from sscviewer.model.study import Study
from sscviewer.model.tables import TABLES
from sscviewer.on_disk import is_there
from sscviewer.workbook.contradictions.found import (
    Contradiction,
    ContradictionRule,
    Mask,
    Read,
    at,
    day,
    first_days,
    last_days,
    name,
)

OWN_FILE = "own_checks.toml"
"""Beside the stored mappings: used for every file."""
OWN = "own."
"""What the code of a user's check begins with."""
KINDS = {name: {c.name: c.kind for c in columns} for name, columns in TABLES.items()}
_PATIENT = "subjects."
_NAMES = {
    "adverse_events": ("AETERM", "AEDECOD"),
    "exposure": ("EXTRT",),
    "medications": ("CMTRT", "CMDECOD"),
    "history": ("MHTERM", "MHDECOD"),
    "measurements": ("PARAMCD",),
    "visits": ("VISIT",),
}
"""What names a row in a sentence: the first of these that is filled."""
_KEYS = ("code", "words", "table", "when", "message", "cell", "severity")
_STATE = re.compile(r"([\w.]+)\s+(missing|present|recorded|in file)")
_COMPARISON = re.compile(r"([\w.]+)\s*(!=|>=|<=|=|>|<)\s*(.+)")


class WrongCheck(ValueError):  # noqa: N818 (what the user is told of a check)
    """A check cannot be used; the message says why, without a full stop."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition: a column, and what it must be. `value` is "" for the states of `_STATE`."""

    column: str
    operator: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class RowCheck:
    """A table's rows that meet all conditions are findings."""

    table: str
    when: tuple[Condition, ...]
    message: str
    cell: str

    def __call__(self, read: Read) -> Iterator[Contradiction]:
        """Find the rows."""
        study = read.study
        found = np.ones(len(study.column(self.table, "USUBJID")), dtype=bool)
        for condition in self.when:
            found &= _holds(study, self.table, condition)
        for row in np.flatnonzero(found).tolist():
            yield at(study, self.table, row, self.cell, _filled(study, self.table, row, self.message))


@cache
def declared_checks() -> tuple[ContradictionRule, ...]:
    """Return the program's own checks."""
    return tuple(_rule(entry, "") for entry in read_toml("checks")["check"])


def own_checks(path: Path | None) -> tuple[tuple[ContradictionRule, ...], tuple[Issue, ...]]:
    """Return the checks of a file of the user's, and an issue for each that cannot be used, or for the file.

    None, and the library's file when there is none, give none.
    """
    if path is None or (path.name == OWN_FILE and not is_there(path)):
        return (), ()
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError:
        return (), (_unusable(path, "it is not there or cannot be opened; no check of it is used."),)
    except UnicodeDecodeError:
        return (), (_unusable(path, "it is no text file in UTF-8; no check of it is used."),)
    except tomllib.TOMLDecodeError as error:
        words = say(
            "it does not follow the form of TOML ({place}); no check of it is used.", place=_place(error)
        )
        return (), (_unusable(path, words),)
    rules: list[ContradictionRule] = []
    issues = [
        _unusable(
            path,
            say("“{key}” is not known: every check begins with a line [[check]]; it is left out.", key=key),
        )
        for key in written
        if key != "check"
    ]
    entries = written.get("check", [])
    if not isinstance(entries, list):  # [check], with one bracket, is a table
        entries = [entries]
    if not entries:
        issues.append(_unusable(path, "there is no check: each begins with a line [[check]]."))
    for number, entry in enumerate(entries, start=1):
        try:
            rules.append(_rule(entry, OWN))
        except WrongCheck as error:
            named = f" (“{entry['code']}”)" if isinstance(entry, dict) and entry.get("code") else ""
            issues.append(
                _unusable(
                    path,
                    say(
                        "check {number}{named}: {error}; the check is left out.",
                        number=number,
                        named=named,
                        error=error,
                    ),
                )
            )
    return tuple(rules), tuple(issues)


def _place(error: tomllib.TOMLDecodeError) -> str:
    """Return what is wrong and where, with the usual cause in words."""
    text = str(error)
    hint = "; texts stand in straight quotes, one assignment a line" if "value" in text.lower() else ""
    return f"{text[:1].lower()}{text[1:]}{hint}"


def _unusable(path: Path, words: str) -> Issue:
    return Issue(
        "warning", "own.unusable", say("Own checks in “{name}”, {words}", name=path.name, words=words)
    )


def _rule(entry: Any, prefix: str) -> ContradictionRule:
    if not isinstance(entry, dict):
        raise WrongCheck("it is no table of words")
    missing = [key for key in ("code", "table", "when") if not entry.get(key)]
    if missing:
        raise WrongCheck(f"it lacks {' and '.join(f'“{key}”' for key in missing)}")
    if unknown_keys := [key for key in entry if key not in _KEYS]:
        raise WrongCheck(f"“{unknown_keys[0]}” is not known; there are {', '.join(_KEYS)}")
    if entry.get("severity", "warning") not in ("warning", "info"):
        raise WrongCheck(f"the severity “{entry['severity']}” is neither warning nor info")
    table, code = str(entry["table"]), str(entry["code"])
    if table not in KINDS:
        raise WrongCheck(f"there is no table “{table}”; there are {', '.join(KINDS)}")
    when = entry["when"] if isinstance(entry["when"], list) else [entry["when"]]
    conditions = tuple(_condition(table, str(text)) for text in when)
    words = str(entry.get("words", code))
    message = str(entry.get("message") or f"{words}; it is used as recorded.")
    unknown = {part for part in re.findall(r"\{(\w+)\}", message)} - {*KINDS[table], "name"}
    cell = str(entry.get("cell", conditions[0].column if "." not in conditions[0].column else ""))
    unknown |= {cell} - {*KINDS[table], ""}
    if unknown:
        raise WrongCheck(_no_column(table, " or ".join(sorted(unknown))))
    severity: Severity = "info" if entry.get("severity") == "info" else "warning"
    full = code if not prefix or code.startswith(prefix) else f"{prefix}{code}"
    return ContradictionRule(full, severity, words, RowCheck(table, conditions, message, cell))


def _condition(table: str, text: str) -> Condition:
    if (match := _STATE.fullmatch(text.strip())) is not None:
        found = Condition(match[1], match[2])
    elif (match := _COMPARISON.fullmatch(text.strip())) is not None:
        found = Condition(match[1], match[2], match[3].strip())
    else:
        raise WrongCheck(f"the condition “{text}” is not understood")
    kind = _kind(table, found.column)
    is_order = found.operator in (">", ">=", "<", "<=")
    if is_order and kind == "text":
        raise WrongCheck(f"“{text}” compares the text {found.column} by size")
    if found.value and not _is_column(table, found.value):
        _constant(kind, found.value)
    return found


def _kind(table: str, column: str) -> str:
    owner = "subjects" if column.startswith(_PATIENT) else table
    kind = KINDS[owner].get(column.removeprefix(_PATIENT))
    if kind is None:
        raise WrongCheck(_no_column(owner, column.removeprefix(_PATIENT)))
    return kind


def _no_column(table: str, column: str) -> str:
    return say(
        "{table} has no column {column}; it has {kinds}",
        table=table,
        column=column,
        kinds=", ".join(KINDS[table]),
    )


def _is_column(table: str, text: str) -> bool:
    return text in KINDS[table] or (text.removeprefix(_PATIENT) in KINDS["subjects"] and _PATIENT in text)


def _constant(kind: str, text: str) -> list[Any]:
    try:
        if kind == "number":
            return [float(part) for part in text.split("|")]
        if kind == "date":
            return [np.datetime64(part.strip(), "D") for part in text.split("|")]
    except ValueError:
        raise WrongCheck(f"“{text}” is no {kind}") from None
    return [part.strip().casefold() for part in text.split("|")]


def _values(study: Study, table: str, column: str, last: bool = False) -> npt.NDArray[Any]:
    """Return a column as it is compared: dates as days, the first or the last they may be; text folded."""
    owner = "subjects" if column.startswith(_PATIENT) else table
    plain, kind = column.removeprefix(_PATIENT), _kind(table, column)
    if kind == "date":
        has_flag = f"{plain}F" in KINDS[owner]
        found: npt.NDArray[Any] = (last_days if last and has_flag else first_days)(study, owner, plain)
    elif kind == "text":
        found = np.array([str(v).strip().casefold() for v in study.column(owner, plain)], dtype=object)
    else:
        found = study.column(owner, plain)
    return found[study.positions(table)] if owner != table else found


def _holds(study: Study, table: str, condition: Condition) -> Mask:
    kind, operator = _kind(table, condition.column), condition.operator
    if operator == "in file":
        return _in_file(study, table, condition.column)
    value = _values(study, table, condition.column)
    missing: Mask = value == "" if kind == "text" else np.isnat(value) if kind == "date" else np.isnan(value)
    if operator in ("missing", "present"):
        return missing if operator == "missing" else ~missing
    if operator == "recorded":
        return np.full(len(value), not missing.all())
    if operator in ("=", "!="):
        alike = np.zeros(len(value), dtype=bool)
        if _is_column(table, condition.value):
            alike = value == _values(study, table, condition.value)
        else:
            for constant in _constant(kind, condition.value):
                alike |= value == constant
        return alike if operator == "=" else ~alike
    return _ordered(study, table, condition)


def _in_file(study: Study, table: str, column: str) -> Mask:
    """Return for all rows whether the file has the column, filled or not."""
    owner, plain = ("subjects" if column.startswith(_PATIENT) else table), column.removeprefix(_PATIENT)
    there = any(name == owner and plain in letters for (name, _), letters in study.cells.items())
    return np.full(len(study.column(table, "USUBJID")), there)


def _ordered(study: Study, table: str, condition: Condition) -> Mask:
    """Return where one is surely greater, or smaller, than the other; missing ones never are."""
    is_greater = condition.operator.startswith(">")
    left = _values(study, table, condition.column, last=not is_greater)
    if _is_column(table, condition.value):
        right = _values(study, table, condition.value, last=is_greater)
    else:
        right = np.array(_constant(_kind(table, condition.column), condition.value)[0])
    with np.errstate(invalid="ignore"):
        if condition.operator == ">=":
            found = left >= right
        elif condition.operator == "<=":
            found = left <= right
        else:
            found = left > right if is_greater else left < right
    result: Mask = np.asarray(found, dtype=bool)
    return result


def _filled(study: Study, table: str, row: int, message: str) -> str:
    def words(match: re.Match[str]) -> str:
        column = match[1]
        if column == "name":
            named = (name(study.column(table, one)[row]) for one in _NAMES.get(table, ("USUBJID",)))
            return next((text for text in named if text), "without a name")
        value = study.column(table, column)[row]
        return day(value) if KINDS[table][column] == "date" else name(value)

    return re.sub(r"\{(\w+)\}", words, message)
