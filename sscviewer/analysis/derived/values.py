"""Derived values, and how they become rows of a trial's measurements."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from sscviewer.model.arrays import Floats, Ints, Texts
from sscviewer.model.issue import Issue
from sscviewer.model.parameters import Parameter
from sscviewer.model.study import Study, with_measurements
from sscviewer.model.tables import DERIVED


@dataclass(frozen=True, slots=True)
class DerivedValues:
    """The values of one derived parameter.

    Attributes
    ----------
    rows : (n,) int, the measurement each is computed from: visit, date and cell are taken from it
    aval : (n,) float, none NaN
    recipe : (n,) str, how it was computed, inputs with their cells
    keeps_limit
        Whether "<" and ">" of the measurement hold for the derived value too.
    """

    parameter: Parameter
    rows: Ints
    aval: Floats
    recipe: Texts
    keeps_limit: bool = True


def add_values(
    study: Study, values: Sequence[DerivedValues], renamed: Mapping[str, Parameter], issues: Sequence[Issue]
) -> Study:
    """Return the study with derived rows behind each patient's collected ones.

    Parameters
    ----------
    renamed
        Collected parameters that go by another name from now on, by PARAMCD.
    """
    columns = {str(name): study.column("measurements", str(name)) for name in study.measurements}
    codes = columns["PARAMCD"]
    for old, parameter in renamed.items():
        codes = np.where(codes == old, parameter.paramcd, codes)
    columns["PARAMCD"] = codes
    rows = np.concatenate([np.empty(0, dtype=np.int64), *(part.rows for part in values)])
    place = study.positions("measurements")
    own = _own_columns(columns["AVALQ"], values)
    whole = {name: np.concatenate([column, own.get(name, column[rows])]) for name, column in columns.items()}
    return with_measurements(
        study,
        whole,
        np.concatenate([place, place[rows]]),
        _parameters(study, values, renamed),
        (*study.issues, *issues),
    )


BESIDE = ("derived", "function")
"""Kinds that come after what the file records: shown beside it, or totals of questionnaires."""


def _own_columns(limit: Texts, values: Sequence[DerivedValues]) -> dict[str, npt.NDArray[Any]]:
    """Return what a derived row does not take from the measurement it is computed from."""
    n = sum(len(part.rows) for part in values)

    def each(texts: Sequence[Any]) -> npt.NDArray[Any]:
        counts = [len(part.rows) for part in values]
        return np.repeat(np.array(texts, dtype=object), counts)

    empty = np.full(n, "", dtype=object)
    limits = [
        limit[part.rows] if part.keeps_limit else np.full(len(part.rows), "", object) for part in values
    ]
    return {
        "PARAMCD": each([part.parameter.paramcd for part in values]),
        "AVAL": np.concatenate([np.empty(0), *(part.aval for part in values)]),
        "AVALC": empty,
        "AVALU": each([part.parameter.unit for part in values]),
        "AVALQ": np.concatenate([np.empty(0, dtype=object), *limits]),
        "ANRLO": np.full(n, np.nan),
        "ANRHI": np.full(n, np.nan),
        "DTYPE": np.full(n, DERIVED, dtype=object),
        "RECIPE": np.concatenate([np.empty(0, dtype=object), *(part.recipe for part in values)]),
    }


def _parameters(
    study: Study, values: Sequence[DerivedValues], renamed: Mapping[str, Parameter]
) -> tuple[Parameter, ...]:
    """Return what is analysed first, then other collected and derived parameters, items last."""
    derived = {part.parameter.paramcd: part.parameter for part in values}
    collected = [renamed.get(code, parameter) for code, parameter in study.parameters.items()]
    known = {parameter.paramcd for parameter in collected}
    analysed = [p for p in derived.values() if p.kind not in BESIDE and p.paramcd not in known]
    beside = [p for p in derived.values() if p.kind == "derived"]
    beside += [p for p in derived.values() if p.kind == "function" and p.paramcd not in known]
    items = [parameter for parameter in collected if parameter.kind == "item"]
    others = [parameter for parameter in collected if parameter.kind != "item"]
    return (*analysed, *others, *beside, *items)
