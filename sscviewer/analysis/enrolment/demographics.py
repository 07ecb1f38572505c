"""Table 1: who the treated patients were at entry."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.baselines import baseline_values
from sscviewer.analysis.enrolment.at_entry import is_at_entry
from sscviewer.analysis.population import Population
from sscviewer.model.parameters import NOT_TABULATED
from sscviewer.model.plain_text import texts_of
from sscviewer.model.study import Study
from sscviewer.model.tables import TABLES

NUMERIC = ("AGE", "DISDUR", "HEIGHT", "WEIGHT")
CATEGORICAL = ("SEX", "RACE", "ETHNIC", "SSCSUB")
MOST_LEVELS = 12
"""A column with more different texts than this is free text, not a category."""


@dataclass(frozen=True, slots=True)
class NumberRow:
    """A numeric variable in one arm; sd NaN when n < 2."""

    arm: str
    variable: str
    n: int
    mean: float
    sd: float
    median: float
    min: float
    max: float


@dataclass(frozen=True, slots=True)
class LevelRow:
    """One level of a categorical variable in one arm; percent of all treated patients of the arm."""

    arm: str
    variable: str
    level: str
    n: int
    percent: float


def demographics(study: Study, who: Population) -> tuple[NumberRow | LevelRow, ...]:
    """Return every variable at entry, by arm; a variable nobody has a value of is left out.

    The patients' own columns, then the baseline of every parameter under its PARAMCD. Outcomes, exposure and
    codes are no characteristics at entry (`at_entry`); Table 1 of the report can be made to show them.
    """
    rows: list[NumberRow | LevelRow] = []
    for name in NUMERIC:
        rows += _numbers(name, study.column("subjects", name), who)
    for name in CATEGORICAL:
        rows += _levels(name, study.column("subjects", name), who)
    extra = extra_columns(study)
    for name in (one for one in extra if is_at_entry(one, extra)):
        rows += _extra(name, study.column("subjects", name), who)
    for parameter in study.parameters.values():
        if parameter.kind not in NOT_TABULATED:
            rows += _numbers(parameter.paramcd, baseline_values(study, parameter.paramcd), who)
    return tuple(rows)


def extra_columns(study: Study) -> list[str]:
    """Return the columns of the subjects sheet that are in no glossary."""
    known = {column.name for column in TABLES["subjects"]}
    return [str(name) for name in study.frame("subjects") if name not in known]


def _extra(name: str, values: npt.NDArray[np.generic], who: Population) -> list[NumberRow | LevelRow]:
    texts = texts_of(values)
    filled = [text for text in texts if text]
    numbers = [number_or_nan(text) for text in texts]
    if filled and sum(not np.isnan(number) for number in numbers) == len(filled):
        return list(_numbers(name, np.array(numbers), who))
    if filled and len(set(filled)) <= MOST_LEVELS and len(set(filled)) < len(filled):
        return list(_levels(name, np.array(texts, dtype=object), who))
    return []


def number_or_nan(text: str) -> float:
    """Return the number a text is, NaN when it is none."""
    try:
        return float(text)
    except ValueError:
        return np.nan


def _numbers(name: str, values: npt.NDArray[np.float64], who: Population) -> list[NumberRow]:
    rows = []
    for arm, members in who.arms:
        known = values[members & ~np.isnan(values)]
        if known.size:
            sd = float(known.std(ddof=1)) if known.size > 1 else np.nan
            middle = float(np.median(known))
            lowest, highest = float(known.min()), float(known.max())
            rows.append(NumberRow(arm, name, known.size, float(known.mean()), sd, middle, lowest, highest))
    return rows


def _levels(name: str, values: npt.NDArray[np.object_], who: Population) -> list[LevelRow]:
    levels = [level for level in dict.fromkeys(str(v) for v in values[who.treated]) if level]
    return [
        LevelRow(arm, name, level, count, 100 * count / int(members.sum()))
        for arm, members in who.arms
        for level in sorted(levels)
        for count in [int(np.sum(values[members] == level))]
    ]
