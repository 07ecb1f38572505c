"""Recompute the reference cases that ship with the program and compare them with R, SAS and the GLI.

**Source**: resources/reference/cases.json and predicted.json say for every figure where it comes from.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from sscviewer.analysis.fixed_effects import FixedEffects
from sscviewer.analysis.mmrm import fit_mmrm
from sscviewer.analysis.random_slope import RandomSlopeFit, fit_random_slope
from sscviewer.analysis.reml.errors import FitError
from sscviewer.analysis.verify_predicted import predicted_figures
from sscviewer.bundled import resource_path


@dataclass(frozen=True, slots=True)
class VerifyRow:
    """One figure compared.

    Attributes
    ----------
    case, quantity : str
    reference, ours, difference : float
        NaN in `ours` if the case could not be computed.
    tolerance : float
        Largest difference that passes: half a unit of the last digit the reference prints, or what its own
        convergence allows.
    passed : bool
    module : str
        What computed it: "analysis/mmrm.py"; "" where it is not one module's.
    """

    case: str
    quantity: str
    reference: float
    ours: float
    difference: float
    tolerance: float
    passed: bool
    module: str = ""


MODULES = {"mmrm": "analysis/mmrm.py", "random_slope": "analysis/random_slope.py"}
PREDICTED = "clinical/reference_equations.py"


def run_verification() -> list[VerifyRow]:
    """Return every figure of every stored case, in the order of the file.

    Raises
    ------
    FileNotFoundError
        If the reference cases are not installed.
    """
    content = json.loads(resource_path("reference", "cases.json").read_text(encoding="utf-8"))
    frames: dict[str, pd.DataFrame] = {}
    rows: list[VerifyRow] = []
    for case in content["cases"]:
        name = case["data"]
        if name not in frames:
            frames[name] = pd.read_csv(resource_path("reference", name))
        rows += _compare(case, frames[name])
    return rows + [compared(*figure, PREDICTED) for figure in predicted_figures()]


def compared(
    case: str, quantity: str, reference: float, ours: float, tolerance: float, module: str = ""
) -> VerifyRow:
    """Return a figure beside its reference."""
    difference = ours - reference
    passed = bool(abs(difference) <= tolerance)
    return VerifyRow(case, quantity, reference, ours, difference, tolerance, passed, module)


def _compare(case: dict[str, Any], data: pd.DataFrame) -> list[VerifyRow]:
    try:
        fit: FixedEffects | None = _fit(case, data)
    except FitError:
        fit = None
    rows = []
    for expected in case["figures"]:
        reference, tolerance = float(expected["value"]), float(expected["tolerance"])
        ours = float("nan") if fit is None else _figure(fit, expected["quantity"], expected.get("term", ""))
        quantity = " ".join(filter(None, (expected["quantity"], expected.get("term", ""))))
        rows.append(compared(case["case"], quantity, reference, ours, tolerance, MODULES[case["model"]]))
    return rows


def _fit(case: dict[str, Any], data: pd.DataFrame) -> FixedEffects:
    frame = data
    for column, value in case.get("where", {}).items():
        frame = frame[frame[column] != value["not"]]
    for column in case.get("categorical", ()):
        frame = frame.assign(**{column: pd.Categorical(frame[column])})
    arguments = dict(case["arguments"])
    formula = arguments.pop("formula")
    fit: Callable[..., FixedEffects] = fit_mmrm if case["model"] == "mmrm" else fit_random_slope
    return fit(frame, formula, **arguments)


def _figure(fit: FixedEffects, quantity: str, term: str) -> float:
    if quantity == "minus_two_log_likelihood":
        return fit.minus_two_log_likelihood
    if quantity == "residual_variance" and isinstance(fit, RandomSlopeFit):
        return fit.residual_variance
    if quantity == "random_covariance" and isinstance(fit, RandomSlopeFit):
        first, second = term.split(",")
        table = fit.random_covariance
        return float(table.to_numpy()[table.index.get_loc(first), table.columns.get_loc(second)])
    return float(fit.coefficients[quantity].to_numpy()[fit.terms.index(term)])
