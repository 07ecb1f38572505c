"""Coded values → the words they stand for, by one rule.

A variable whose every value has a label is a code: its cells hold the labels ("Female" for 2). Two kinds keep
their numbers:

- a variable of which some values have no label is a number with marks on it (FVC with "999 = not done", a
  scale with "0 = none" at its end). Only a labelled negative number or a row of sevens, eights or nines is a
  mark for "no value", and is shown as its label;
- four or more variables that share one set of three or more answers are the items of a questionnaire, whose
  score is reckoned from the numbers. What this gets wrong: four severity columns side by side in a wide sheet
  of adverse events keep 1, 2, 3 as well. It is said which variables kept their codes.

What the file itself declares missing is missing whatever its label says, and is counted.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sscviewer.model.sentence import say

_MARK = re.compile(r"^(?:-\d+|7{2,}|8{2,}|9{1,})$")
"""How people write "no value" among numbers."""

_ITEMS_FROM = 4
_ANSWERS_FROM = 3

Labels = Mapping[Any, str]


@dataclass(slots=True)
class Labelled:
    """The columns with labels in the place of codes.

    Attributes
    ----------
    shown, kept
        Variables whose labels, and whose codes, stand in the cells.
    """

    columns: dict[str, list[Any]]
    shown: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)


@dataclass(slots=True)
class DeclaredMissing:
    """How often a file's own marks for "no value" occur: {(variable, value): times}."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)

    def sentence(self) -> str:
        """Return what to say of them."""
        most = self.counts.most_common(6)
        listed = ", ".join(f"{variable} {value} ({times})" for (variable, value), times in most)
        if len(self.counts) > len(most):
            listed = say("{listed} and others", listed=listed)
        return say("cells whose value the file declares missing, read as empty: {listed}.", listed=listed)


def labelled(columns: Mapping[str, list[Any]], meta: Any, declared: DeclaredMissing) -> Labelled:
    """Return the columns of a data set with labels where they are the meaning.

    Parameters
    ----------
    meta
        As pyreadstat gives it: `variable_value_labels`, `missing_ranges`, `missing_user_values`.
    """
    result = Labelled({})
    sets = {name: _answers(labels) for name, labels in meta.variable_value_labels.items()}
    times = Counter(tuple(sorted(answers.items(), key=str)) for answers in sets.values())
    for name, column in columns.items():
        present = _without_declared(name, column, meta, declared)
        labels = meta.variable_value_labels.get(name, {})
        answers = sets.get(name, {})
        is_item = (
            len(answers) >= _ANSWERS_FROM
            and times[tuple(sorted(answers.items(), key=str))] >= _ITEMS_FROM
            and not any(isinstance(code, str) for code in answers)
        )
        result.columns[name] = _with_labels(name, present, labels, result, is_item=is_item)
    return result


def _answers(labels: Labels) -> dict[Any, str]:
    """Return the labels without those of marks for "no value"."""
    return {code: text for code, text in labels.items() if text.strip() and not _is_mark(code)}


def _is_mark(code: Any) -> bool:
    return isinstance(code, (int, float)) and _MARK.match(f"{code:g}") is not None


def _with_labels(
    name: str, column: list[Any], labels: Labels, result: Labelled, *, is_item: bool
) -> list[Any]:
    texts = {code: text.strip() for code, text in labels.items() if text.strip()}
    values = {value for value in column if value is not None and value == value and value != ""}
    if not values or values.isdisjoint(texts):
        return column
    if not is_item and values <= texts.keys():
        result.shown.append(name)
    else:
        if values <= texts.keys():
            result.kept.append(name)
        texts = {code: text for code, text in texts.items() if _is_mark(code)}
    return [texts.get(value, value) if texts else value for value in column]


def _without_declared(name: str, column: list[Any], meta: Any, declared: DeclaredMissing) -> list[Any]:
    """Return a column without the values that the file itself declares missing; count them."""
    letters = frozenset(meta.missing_user_values.get(name, ()))
    ranges = meta.missing_ranges.get(name, ())
    if not letters and not ranges:
        return column
    is_missing = {value: value in letters or _is_within(value, ranges) for value in set(column)}
    labels = meta.variable_value_labels.get(name, {})
    for value, times in Counter(column).items():
        if is_missing[value]:
            code = value if isinstance(value, str) else f"{value:g}"
            text = labels.get(value, "").strip()
            declared.counts[name, f"{code} “{text}”" if text else code] += times
    return [None if is_missing[value] else value for value in column]


def _is_within(value: Any, ranges: Any) -> bool:
    if value is None or value != value:
        return False
    return any(type(value) is type(r["lo"]) and r["lo"] <= value <= r["hi"] for r in ranges)
