"""What can stand in Table 1: columns of the patients and the baseline of every measurement, in words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.baselines import baseline_values
from sscviewer.analysis.enrolment.at_entry import is_at_entry
from sscviewer.analysis.enrolment.demographics import CATEGORICAL, MOST_LEVELS, extra_columns, number_or_nan
from sscviewer.analysis.shown_parameters import default_parameters
from sscviewer.model.parameters import NOT_TABULATED
from sscviewer.model.plain_text import capital, texts_of
from sscviewer.model.study import Study

_LABELS = {
    "AGE": ("Age", "years", 0),
    "SEX": ("Sex", "", 0),
    "RACE": ("Race", "", 0),
    "ETHNIC": ("Ethnicity", "", 0),
    "SSCSUB": ("Subset", "", 0),
    "DISDUR": ("Disease duration", "years", 1),
    "HEIGHT": ("Height", "cm", 0),
    "WEIGHT": ("Weight", "kg", 1),
}
"""In the order of the table."""
_EXTRA_LABELS = {"ANTI_SCL_70": "Anti-Scl-70", "SCL_70": "Anti-Scl-70", "ANA": "Antinuclear antibodies"}
_LEVELS = {
    "SEX": {"F": "Female", "M": "Male", "U": "Unknown"},
    "SSCSUB": {"DIFFUSE": "Diffuse cutaneous", "LIMITED": "Limited cutaneous"},
}
_MOST_DIGITS = 3
"""Decimals of values at entry: more come from the program that wrote the file."""
_LONGEST_CODE = 3
"""Levels in capitals up to this long are codes and stay so (HIV, ANA); so does a short word in capitals."""
_LONGEST_NAME = 5
"""Words in capitals up to this long stay so: USA, ACEI."""
_PROPER = frozenset(
    ("AFRICAN", "AMERICAN", "ASIAN", "HISPANIC", "LATINO", "ALASKA", "HAWAIIAN", "PACIFIC", "INDIAN")
)


@dataclass(frozen=True, slots=True)
class Variable:
    """A baseline variable that can be chosen.

    Attributes
    ----------
    name
        Column of the patients, or PARAMCD.
    label, unit
        For people: "Modified Rodnan skin score, baseline".
    digits
        Decimals the values have.
    levels
        Of a category, in the order to print: commonest first.
    """

    name: str
    label: str
    unit: str
    kind: Literal["number", "category"]
    digits: int = 0
    levels: tuple[str, ...] = ()

    @property
    def heading(self) -> str:
        """Return "Age, years", or "Sex, n (%)" of a category."""
        parts = (self.label, "n (%)" if self.kind == "category" else self.unit)
        return ", ".join(part for part in parts if part)

    def words(self, level: str) -> str:
        """Return a level as people write it: "Female", "White", "Yes"."""
        known = _LEVELS.get(self.name, {}).get(level)
        if known:
            return known
        if level in ("Y", "N"):
            return {"Y": "Yes", "N": "No"}[level]
        if not level.isupper() or len(level) <= _LONGEST_CODE:
            return level
        parts = [part.capitalize() if part in _PROPER else part.lower() for part in level.split(" ")]
        return capital(" ".join(parts))


@dataclass(frozen=True, slots=True)
class Variables:
    """All baseline variables of a trial, with each patient's value in the order of `usubjids`.

    Attributes
    ----------
    usual
        Those a table shows unless others are chosen.
    numbers, levels
        Values by name: NaN, or "", when missing.
    """

    by_name: Mapping[str, Variable]
    usual: tuple[str, ...]
    numbers: Mapping[str, npt.NDArray[np.float64]]
    levels: Mapping[str, npt.NDArray[np.object_]]

    def is_known(self, variable: Variable) -> npt.NDArray[np.bool_]:
        """Return which patients have a value."""
        if variable.kind == "number":
            return ~np.isnan(self.numbers[variable.name])
        known: npt.NDArray[np.bool_] = self.levels[variable.name] != ""
        return known


@dataclass(slots=True)
class _Collected:
    """The variables found so far."""

    by_name: dict[str, Variable] = field(default_factory=dict)
    numbers: dict[str, npt.NDArray[np.float64]] = field(default_factory=dict)
    levels: dict[str, npt.NDArray[np.object_]] = field(default_factory=dict)

    def add_numbers(self, variable: Variable, values: npt.NDArray[np.float64]) -> None:
        if not np.isnan(values).all():
            self.by_name[variable.name] = variable
            self.numbers[variable.name] = values

    def add_levels(self, name: str, label: str, values: npt.NDArray[np.object_]) -> None:
        if (values != "").any():
            self.by_name[name] = Variable(name, label, "", "category", levels=_commonest_first(values))
            self.levels[name] = values


def baseline_variables(study: Study) -> Variables:
    """Return what can be chosen for Table 1: glossary columns, further columns of the file, baselines.

    A further column counts as a number when all its values are numbers, as a category when it has few
    different texts; free text is left out. Usual are those that tell patients apart at entry, and the
    endpoints; outcomes, exposure and codes (`at_entry`) can be chosen, but are not there unasked.
    """
    found = _Collected()
    for name, (label, unit, digits) in _LABELS.items():
        values = study.column("subjects", name)
        if name in CATEGORICAL:
            found.add_levels(name, label, values)
        else:
            found.add_numbers(Variable(name, label, unit, "number", digits), values)
    glossary = tuple(found.by_name)
    columns = extra_columns(study)
    for name in columns:
        _add_extra(found, name, study.column("subjects", name))
    extra = [name for name in found.by_name if name not in glossary and is_at_entry(name, columns)]
    for parameter in study.parameters.values():
        if parameter.kind not in NOT_TABULATED:
            unit = "" if parameter.unit in parameter.param else parameter.unit
            label = f"{parameter.param}, baseline"
            variable = Variable(parameter.paramcd, label, unit, "number", parameter.digits)
            found.add_numbers(variable, baseline_values(study, parameter.paramcd))
    usual = (
        *glossary,
        *(name for name in extra if found.by_name[name].kind == "number" or _varies(found.by_name[name])),
        *(name for name in default_parameters(study) if name in found.by_name),
    )
    return Variables(found.by_name, usual, found.numbers, found.levels)


def _varies(variable: Variable) -> bool:
    return len(variable.levels) > 1


def _add_extra(found: _Collected, name: str, column: npt.NDArray[np.generic]) -> None:
    values = np.array(texts_of(column), dtype=object)
    as_numbers = np.array([number_or_nan(text) for text in values])
    filled = values != ""
    if filled.any() and not np.isnan(as_numbers[filled]).any():
        digits = _decimals(values[filled])
        found.add_numbers(Variable(name, _label(name), "", "number", digits), as_numbers)
    elif len(set(values[filled])) <= min(MOST_LEVELS, int(filled.sum()) - 1):
        found.add_levels(name, _label(name), values)


def _commonest_first(values: npt.NDArray[np.object_]) -> tuple[str, ...]:
    names, counts = np.unique(values[values != ""].astype(str), return_counts=True)
    return tuple(str(names[i]) for i in np.lexsort((names, -counts)))


def _label(name: str) -> str:
    """Return the name of a further column as people write it ("DRUG_ALLERGY" → "Drug allergy")."""
    if name in _EXTRA_LABELS:
        return _EXTRA_LABELS[name]
    return name.replace("_", " ").capitalize() if "_" in name or len(name) > _LONGEST_NAME else name


def _decimals(texts: npt.NDArray[np.object_]) -> int:
    return min(_MOST_DIGITS, max(len(text.partition(".")[2].rstrip("0")) for text in texts))
