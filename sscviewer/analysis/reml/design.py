"""From a data frame and a formula to numbers: rows kept and dropped, model matrix, R's term names, aliasing.

Formulas are read by formulaic, the library statsmodels uses; the names are R's.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd
from formulaic import Formula, ModelSpec
from numpy.typing import NDArray

from sscviewer.analysis.reml.blocks import Index
from sscviewer.analysis.reml.errors import FitError
from sscviewer.model.arrays import Floats
from sscviewer.model.counted import counted
from sscviewer.model.sentence import say

# R's lm and lmer: a column whose part outside the earlier columns is this small repeats them.
ALIAS_TOLERANCE = 1e-7


@dataclass(frozen=True, slots=True)
class Design:
    """What the engine fits.

    Attributes
    ----------
    frame : pandas.DataFrame
        Rows kept, with the variables of the model.
    response : str
    y : (N,)
    x : (N, p)
        Columns that are not aliased.
    triangle : (p, p)
        R of the QR decomposition of x.
    terms : tuple of str
        All columns, R's names.
    kept : (p,)
        Positions in `terms` of the columns of x.
    levels : dict
        Levels of each categorical variable, in order.
    model_spec : formulaic.ModelSpec
        To build rows for new data.
    warnings : tuple of str
    """

    frame: pd.DataFrame
    response: str
    y: Floats
    x: Floats
    triangle: Floats
    terms: tuple[str, ...]
    kept: Index
    levels: dict[str, tuple[Any, ...]]
    model_spec: ModelSpec
    warnings: tuple[str, ...] = field(default=())

    def rows_for(self, grid: pd.DataFrame) -> Floats:
        """Return the model matrix (n, len(terms)) of new rows, every column, aliased ones too."""
        prepared = grid.copy()
        for name, levels in self.levels.items():
            if name in prepared:
                prepared[name] = pd.Categorical(prepared[name], categories=list(levels))
        matrix = self.model_spec.get_model_matrix(prepared, na_action="ignore", output="numpy")
        return np.asarray(matrix, dtype=np.float64)


def term_name(column: str) -> str:
    """Return R's name of a formulaic column: `ARMCD[T.TRT]:AVISIT[T.V4]` becomes `ARMCDTRT:AVISITV4`."""
    if column == "Intercept":
        return "(Intercept)"
    return re.sub(r"\[(?:T\.)?(.*?)\](?=:|$)", r"\1", column)


def _is_categorical(series: "pd.Series[Any]") -> bool:
    return not pd.api.types.is_numeric_dtype(series) or pd.api.types.is_bool_dtype(series)


def ordered_levels(series: "pd.Series[Any]") -> list[Any]:
    """Return the levels present: by declared category order, else numbers by size, else alphabetically."""
    values = series.dropna()
    if isinstance(series.dtype, pd.CategoricalDtype):
        present = set(values.unique())
        return [level for level in series.cat.categories if level in present]
    unique = list(pd.unique(values))
    if pd.api.types.is_numeric_dtype(series):
        return sorted(unique)
    return sorted(unique, key=str)


def _check_columns(data: pd.DataFrame, needed: Sequence[str]) -> None:
    missing = [name for name in needed if name not in data.columns]
    if missing:
        raise FitError(f"The data have no column {', '.join(missing)}.")


def _is_gap(column: "pd.Series[Any]") -> NDArray[np.bool_]:
    """Return where a column has no value (N,); infinite numbers are values."""
    if isinstance(column.dtype, np.dtype) and column.dtype.kind in "fiu":
        return np.asarray(np.isnan(column.to_numpy(dtype=np.float64)))
    if isinstance(column.dtype, pd.CategoricalDtype):
        return np.asarray(column.cat.codes) < 0
    return np.asarray(column.isna())


def _drop_incomplete(
    columns: dict[str, "pd.Series[Any]"], response: str
) -> tuple[NDArray[np.bool_], list[str]]:
    """Return which rows have a finite response and no gap elsewhere, and words for those that do not."""
    values = columns[response]
    if not pd.api.types.is_numeric_dtype(values):
        raise FitError(f"The response {response} is not numeric.")
    numbers = values.to_numpy(dtype=np.float64, na_value=np.nan)
    gap = np.isnan(numbers)
    infinite = np.isinf(numbers)
    incomplete = np.zeros(len(numbers), dtype=np.bool_)
    for name, column in columns.items():
        if name == response:
            continue
        incomplete |= _is_gap(column)
        if isinstance(column.dtype, np.dtype) and column.dtype.kind == "f":
            infinite |= np.isinf(column.to_numpy(dtype=np.float64))
    keep = ~(gap | infinite | incomplete)
    notes: list[str] = []
    if keep.all() and len(keep):
        return keep, notes
    if gap.any():
        notes.append(
            say("{row} without {response} left out.", row=counted(int(gap.sum()), "row"), response=response)
        )
    if infinite.any():
        notes.append(say("{row} with an infinite value left out.", row=counted(int(infinite.sum()), "row")))
    only = incomplete & ~gap & ~infinite
    if only.any():
        notes.append(
            say("{row} without a covariate, subject or visit left out.", row=counted(int(only.sum()), "row"))
        )
    if not keep.any():
        raise FitError(say("There is no row with {response} and all covariates.", response=response))
    return keep, notes


@lru_cache(maxsize=64)
def _parse(formula: str) -> tuple[Any, str, tuple[str, ...]]:
    """Return the parsed formula, its response and its covariates."""
    try:
        # formulaic raises many kinds; all mean the same to the caller
        parsed: Any = Formula(formula)
        response = sorted(parsed.lhs.required_variables)
        covariates = tuple(sorted(parsed.rhs.required_variables))
    except Exception as error:
        raise FitError(f"The formula “{formula}” cannot be read: {error}") from error
    if len(response) != 1:
        raise FitError(f"The formula “{formula}” needs one response on its left-hand side.")
    return parsed.rhs, response[0], covariates


def _as_factor(column: "pd.Series[Any]") -> "tuple[pd.Series[Any], tuple[Any, ...]]":
    """Return a categorical column with the levels present, and those levels."""
    if isinstance(column.dtype, pd.CategoricalDtype):
        codes = np.asarray(column.cat.codes)
        if len(np.unique(codes)) == len(column.cat.categories):
            return column, tuple(column.cat.categories)
    present = ordered_levels(column)
    return column.astype(pd.CategoricalDtype(present)), tuple(present)


def build_design(data: pd.DataFrame, formula: str, extra: Sequence[str]) -> Design:
    """Build the model matrix of a formula.

    Parameters
    ----------
    data : pandas.DataFrame
        One row per subject and visit, any other columns.
    formula : str
        `response ~ terms`.
    extra : sequence of str
        Further columns that must not be missing (subject, visit or time).

    Raises
    ------
    FitError
        If a column is missing, nothing is left, or the formula cannot be read.
    """
    right, response, covariates = _parse(formula)
    needed = list(dict.fromkeys([response, *covariates, *extra]))
    _check_columns(data, needed)
    columns = {name: data[name] for name in needed}
    keep, notes = _drop_incomplete(columns, response)
    if not keep.all():
        columns = {name: column[keep] for name, column in columns.items()}
    levels: dict[str, tuple[Any, ...]] = {}
    for name in covariates:
        if _is_categorical(columns[name]):
            columns[name], levels[name] = _as_factor(columns[name])
            if len(levels[name]) == 1:
                notes.append(
                    say(
                        "{name} has one level only ({levels}) and has no effect in the model.",
                        name=name,
                        levels=levels[name][0],
                    )
                )
        elif not isinstance(columns[name].dtype, np.dtype):
            # pandas' nullable numbers; formulaic wants numpy's
            columns[name] = columns[name].astype(np.float64)
    frame = pd.DataFrame(columns, copy=False)
    matrix = right.get_model_matrix(frame, na_action="ignore", output="numpy")
    spec = matrix.model_spec
    full = np.asarray(matrix, dtype=np.float64)
    if full.ndim != 2 or full.shape[1] == 0:
        raise FitError(f"The formula “{formula}” has no term on its right-hand side.")
    terms = tuple(term_name(str(name)) for name in spec.column_names)
    # R of a QR decomposition has the same lengths and angles of columns as the matrix, and is small
    triangle = np.asarray(np.linalg.qr(full, mode="r"))
    kept = independent_columns(triangle)
    if len(full) <= len(kept):
        raise FitError(
            say(
                "There are {n} values for {effects} fixed effects: too few for the model.",
                n=len(full),
                effects=len(kept),
            )
        )
    if len(kept) < len(terms):
        lost = [term for i, term in enumerate(terms) if i not in set(kept.tolist())]
        notes.append(say("Not estimable because they repeat earlier terms: {lost}.", lost=", ".join(lost)))
    y = frame[response].to_numpy(dtype=np.float64)
    x = full
    if len(kept) < len(terms):
        x = full[:, kept]
        triangle = np.asarray(np.linalg.qr(triangle[:, kept], mode="r"))
    return Design(frame, response, y, x, triangle, terms, kept, levels, spec, tuple(notes))


def independent_columns(x: Floats) -> Index:
    """Return the positions of the columns that do not repeat earlier ones (R's rule and tolerance)."""
    basis = np.zeros_like(x)
    kept: list[int] = []
    for j, length in enumerate(np.linalg.norm(x, axis=0)):
        if length == 0.0:
            continue
        rest = x[:, j] / length
        q = basis[:, : len(kept)]
        for _ in range(2):
            rest = rest - q @ (q.T @ rest)
        left = float(np.linalg.norm(rest))
        if left > ALIAS_TOLERANCE:
            basis[:, len(kept)] = rest / left
            kept.append(j)
    return np.array(kept, dtype=np.intp)
