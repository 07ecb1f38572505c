"""The results of `sscviewer verify`: as JSON and as a table of text."""

from typing import Any

from sscviewer import __version__
from sscviewer.analysis.verify import VerifyRow, run_verification
from sscviewer.cli.verify_rules import rule_figures
from sscviewer.model.load_report import SCHEMA


def verification() -> tuple[str, dict[str, Any], bool]:
    """Recompute the reference cases; return them as text, as a JSON document, and whether all agree."""
    rows = [*run_verification(), *rule_figures()]
    agreed = all(row.passed for row in rows)
    return _text(rows, agreed), _document(rows, agreed), agreed


def _text(rows: list[VerifyRow], agreed: bool) -> str:
    width = max(len(row.case) for row in rows) + 2
    lines = [
        f"{'Case':<{width}}{'quantity':<34}{'reference':>16}{'ours':>16}{'difference':>12}{'allowed':>10}"
    ]
    lines += [
        f"{row.case:<{width}}{row.quantity[:33]:<34}{row.reference:>16.8g}{row.ours:>16.8g}"
        f"{row.difference:>12.1e}{row.tolerance:>10.1e}  {'agrees' if row.passed else 'DIFFERS'}"
        for row in rows
    ]
    count = sum(row.passed for row in rows)
    verdict = "This installation reproduces all" if agreed else "THIS INSTALLATION DOES NOT REPRODUCE all"
    return "\n".join([*lines, "", f"{verdict} stored reference results: {count} of {len(rows)} agree."])


def _document(rows: list[VerifyRow], agreed: bool) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "version": __version__,
        "agreed": agreed,
        "rows": [
            {
                "case": row.case,
                "quantity": row.quantity,
                "reference": row.reference,
                "ours": row.ours,
                "difference": row.difference,
                "tolerance": row.tolerance,
                "passed": row.passed,
            }
            for row in rows
        ],
    }
