"""A population by a rule of one's own: conditions on what the file says of a patient, and on baseline values.

"AGE >= 18; SSCSUB = DIFFUSE; baseline.FVCPP >= 45": all must hold. The form is that of a user's own checks
(resources/manual), over the columns of the patients' sheet and `baseline.` with a PARAMCD.
"""

import operator
import re
from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.baselines import baseline_values
from sscviewer.model.arrays import Bools, Floats, Texts
from sscviewer.model.plain_text import texts_of
from sscviewer.model.study import Study

BASELINE = "baseline."
_CONDITION = re.compile(
    r"(\w+|baseline\.\w+)\s*(>=|<=|!=|=|>|<)\s*(.+)|(\w+|baseline\.\w+)\s+(missing|present)"
)
_ORDER: dict[str, Callable[[Floats, float], npt.NDArray[np.bool_]]] = {
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
}


class RuleError(ValueError):
    """A rule that cannot be followed; the sentence says why."""


def own_population(study: Study, rule: str) -> Bools:
    """Return (n,) who meets every condition; who lacks a value meets none of its conditions but `missing`.

    Raises
    ------
    RuleError
        If a condition is not understood, or the file has no such column or value at all.
    """
    conditions = [part.strip() for part in rule.split(";") if part.strip()]
    if not conditions:
        raise RuleError("the plan's own rule is empty")
    found = np.ones(len(study.usubjids), dtype=np.bool_)
    for condition in conditions:
        found &= _holds(study, condition)
    return found


def _holds(study: Study, condition: str) -> Bools:
    match = _CONDITION.fullmatch(condition)
    if match is None:
        raise RuleError(f"“{condition}” is not understood")
    said = _said(study, match[1] or match[4])
    there: Bools = np.array([text != "" for text in said], dtype=np.bool_)
    if match[5]:
        return there if match[5] == "present" else ~there
    sign, value = match[2], match[3].strip()
    if sign in _ORDER:
        limit = _number(value)
        if np.isnan(limit):
            raise RuleError(f"“{condition}” compares with “{value}”, which is no number")
        with np.errstate(invalid="ignore"):
            return np.asarray(_ORDER[sign](np.array([_number(text) for text in said]), limit), dtype=np.bool_)
    wanted = [_plain(one) for one in value.split("|")]
    alike: Bools = np.array([_plain(text) in wanted for text in said], dtype=np.bool_)
    return there & (alike if sign == "=" else ~alike)


def _said(study: Study, column: str) -> Texts:
    """Return what the file says of each patient in a column, "" where nothing."""
    if column.startswith(BASELINE):
        paramcd = column.removeprefix(BASELINE)
        if paramcd not in study.parameters:
            raise RuleError(f"the file has no {paramcd}")
        values: npt.NDArray[np.generic] = baseline_values(study, paramcd)
    else:
        frame = study.frame("subjects")
        if column not in frame:
            raise RuleError(f"the list of patients has no column {column}")
        values = frame[column].to_numpy()
    texts = texts_of(values)
    if not any(texts):
        raise RuleError(f"{column} is empty for all patients")
    return np.array(texts, dtype=object)


def _plain(text: str) -> str:
    number = _number(text)
    return text.strip().casefold() if np.isnan(number) else f"{number:g}"


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return float("nan")
