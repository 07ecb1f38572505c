"""What speaks against a result of the primary endpoint: blocks `tipping` and `diagnostics` of the JSON."""

from typing import Any

from sscviewer.analysis.efficacy.efficacy_diagnostics import EfficacyDiagnostics, ResidualPlot
from sscviewer.analysis.efficacy.tipping_grid import TippingGrid, grid_words
from sscviewer.analysis.number_words import change_digits

NUMBERS = ("estimate", "se", "df", "lower", "upper", "p_value")


def tipping_json(grids: tuple[TippingGrid, ...]) -> list[dict[str, Any]]:
    """Return an entry for each arm but the reference: who is missing, the difference by pair of shifts."""
    return [
        {
            "PARAMCD": grid.parameter.paramcd,
            "AVISIT": grid.avisit,
            "arm": grid.arm,
            "reference": grid.reference,
            "n": list(grid.n),
            "missing": [list(ids) for ids in grid.absent],
            "words": grid_words(grid, change_digits(grid.parameter)),
            "shifts": [
                {"of_arm": cell.of_arm, "of_reference": cell.of_reference}
                | {name: getattr(cell.estimate, name) for name in NUMBERS}
                for cell in grid.cells
            ],
        }
        for grid in grids
    ]


def diagnostics_json(found: EfficacyDiagnostics | None) -> dict[str, Any]:
    """Return residuals of both models, the result without each patient, and what is far out in words."""
    if found is None:
        return {"residuals": [], "influence": [], "notes": []}
    plots = (("mmrm", found.by_visit), ("random_slope", found.slope))
    without = found.influence
    left_out: list[dict[str, Any]] = []
    if without is not None:
        rows = zip(without.subjects, without.estimate, without.shift, strict=True)
        left_out = [{"USUBJID": who, "estimate": float(e), "shift_in_se": float(s)} for who, e, s in rows]
    return {
        "PARAMCD": found.settings.paramcd,
        "residuals": [entry for model, plot in plots for entry in _residuals(model, plot)],
        "influence_on": None if without is None else without.what,
        "influence": left_out,
        "notes": list(found.notes),
    }


def _residuals(model: str, plot: ResidualPlot | None) -> list[dict[str, Any]]:
    if plot is None:
        return []
    rows = zip(plot.subjects, plot.avisit, plot.fitted, plot.conditional, plot.scaled, strict=True)
    return [
        {
            "model": model,
            "USUBJID": subject,
            "AVISIT": avisit,
            "fitted": float(fitted),
            "residual": float(residual),
            "scaled": float(scaled),
        }
        for subject, avisit, fitted, residual, scaled in rows
    ]
