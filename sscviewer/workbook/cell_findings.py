"""Names the cells whose value Excel could not work out, or never did."""

from collections.abc import Iterable
from typing import Any

from sscviewer.workbook.findings import Findings


def report_cells(sheets: Iterable[dict[str, Any]], findings: Findings) -> None:
    """Add a finding for each error and each formula without a value on the sheets the child sent."""
    for sheet in sheets:
        for cell, text in sheet["errors"]:
            findings.add(
                "warning",
                "cell.error",
                f"The cell holds the Excel error {text}; it has no value and is kept as that text.",
                sheet=sheet["name"],
                cell=cell,
            )
        for cell in sheet["formulas"]:
            findings.add(
                "warning",
                "cell.formula_without_value",
                "The cell holds a formula that was never calculated and was read as empty; "
                "open the file in Excel, save it, and load it again.",
                sheet=sheet["name"],
                cell=cell,
            )
