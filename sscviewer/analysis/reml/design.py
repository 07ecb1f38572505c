"""From a data frame and a formula to numbers: rows kept and dropped, model matrix, R's term names, aliasing.

Formulas are read by formulaic, the library statsmodels uses; the names are R's.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
from formulaic import Formula, ModelSpec

from sscviewer.analysis.reml.blocks import Array, Index
from sscviewer.analysis.reml.errors import FitError

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
    y: Array
    x: Array
    terms: tuple[str, ...]
    kept: Index
    levels: dict[str, tuple[Any, ...]]
    model_spec: ModelSpec
    warnings: tuple[str, ...] = field(default=())

    def rows_for(self, grid: pd.DataFrame) -> Array:
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


def _plural(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _check_columns(data: pd.DataFrame, needed: Sequence[str]) -> None:
    missing = [name for name in needed if name not in data.columns]
    if missing:
        raise FitError(f"The data have no column {', '.join(missing)}.")


def _drop_incomplete(
    data: pd.DataFrame, response: str, others: Sequence[str]
) -> tuple[pd.DataFrame, list[str]]:
    """Drop rows without a finite response or with a gap in another variable, and say how many."""
    notes = []
    values = data[response]
    if not pd.api.types.is_numeric_dtype(values):
        raise FitError(f"The response {response} is not numeric.")
    numbers = values.to_numpy(dtype=np.float64, na_value=np.nan)
    gap = np.isnan(numbers)
    infinite = np.isinf(numbers)
    incomplete = np.zeros(len(data), dtype=np.bool_)
    for name in others:
        column = data[name]
        incomplete |= column.isna().to_numpy()
        if pd.api.types.is_float_dtype(column):
            infinite |= np.isinf(column.to_numpy(dtype=np.float64, na_value=np.nan))
    if gap.any():
        notes.append(f"{_plural(int(gap.sum()), 'row')} without {response} left out.")
    if infinite.any():
        notes.append(f"{_plural(int(infinite.sum()), 'row')} with an infinite value left out.")
    only = incomplete & ~gap & ~infinite
    if only.any():
        notes.append(f"{_plural(int(only.sum()), 'row')} without a covariate, subject or visit left out.")
    keep = ~(gap | infinite | incomplete)
    if not keep.any():
        raise FitError(f"There is no row with {response} and all covariates.")
    return (data if keep.all() else data.loc[keep]), notes


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
    try:
        # formulaic raises many kinds; all mean the same to the caller
        parsed: Any = Formula(formula)
        response_names = sorted(parsed.lhs.required_variables)
        covariates = sorted(parsed.rhs.required_variables)
    except Exception as error:
        raise FitError(f"The formula “{formula}” cannot be read: {error}") from error
    if len(response_names) != 1:
        raise FitError(f"The formula “{formula}” needs one response on its left-hand side.")
    response = response_names[0]
    needed = list(dict.fromkeys([response, *covariates, *extra]))
    _check_columns(data, needed)
    frame, notes = _drop_incomplete(data[needed], response, [n for n in needed if n != response])
    frame = frame.copy()
    levels: dict[str, tuple[Any, ...]] = {}
    for name in covariates:
        if _is_categorical(frame[name]):
            present = ordered_levels(frame[name])
            frame[name] = pd.Categorical(frame[name], categories=present)
            levels[name] = tuple(present)
            if len(present) == 1:
                notes.append(f"{name} has one level only ({present[0]}) and has no effect in the model.")
    matrix = parsed.rhs.get_model_matrix(frame, na_action="ignore", output="numpy")
    spec = matrix.model_spec
    full = np.asarray(matrix, dtype=np.float64)
    if full.ndim != 2 or full.shape[1] == 0:
        raise FitError(f"The formula “{formula}” has no term on its right-hand side.")
    terms = tuple(term_name(str(name)) for name in spec.column_names)
    kept = independent_columns(full)
    if len(kept) < len(terms):
        lost = [term for i, term in enumerate(terms) if i not in set(kept.tolist())]
        notes.append(f"Not estimable because they repeat earlier terms: {', '.join(lost)}.")
    y = frame[response].to_numpy(dtype=np.float64)
    return Design(frame, response, y, full[:, kept], terms, kept, levels, spec, tuple(notes))


def independent_columns(x: Array) -> Index:
    """Return the positions of the columns that do not repeat earlier ones (R's rule and tolerance)."""
    basis = np.zeros_like(x)
    kept: list[int] = []
    for j in range(x.shape[1]):
        column = x[:, j]
        length = float(np.linalg.norm(column))
        if length == 0.0:
            continue
        rest = column / length
        for _ in range(2):
            q = basis[:, : len(kept)]
            rest = rest - q @ (q.T @ rest)
        left = float(np.linalg.norm(rest))
        if left > ALIAS_TOLERANCE:
            basis[:, len(kept)] = rest / left
            kept.append(j)
    return np.array(kept, dtype=np.intp)
