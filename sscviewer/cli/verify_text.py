"""The results of `sscviewer verify`: as JSON and as a table of text."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from sscviewer import __version__
from sscviewer.analysis.verify import VerifyRow, run_verification
from sscviewer.cli.verify_rules import rule_figures
from sscviewer.model.load_report import SCHEMA
from sscviewer.report.installation import Installation, this_installation


def verification(out: Path | None = None) -> tuple[str, dict[str, Any], bool]:
    """Recompute the reference cases; return them as text, as a JSON document, and whether all agree.

    Parameters
    ----------
    out
        Where the document to be signed is written; None for nowhere.

    Raises
    ------
    UnusableFile
        If it cannot be written.
    """
    rows = [*run_verification(), *rule_figures()]
    agreed = all(row.passed for row in rows)
    installation = this_installation()
    if out is not None:
        _write(out, rows, installation)
    return _text(rows, agreed), _document(rows, agreed, installation), agreed


def _write(out: Path, rows: list[VerifyRow], installation: Installation) -> None:
    from sscviewer.cli.unseen_application import unseen_application
    from sscviewer.plots.paper.figure_files import SaveFailed
    from sscviewer.report.qualification import qualification
    from sscviewer.workbook import UnusableFile

    with unseen_application():
        from sscviewer.plots.style import load_fonts
        from sscviewer.report.document_file import write_document

        load_fonts()
        try:
            write_document(out, qualification(rows, installation))
        except SaveFailed as error:
            raise UnusableFile(str(error)) from error


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


def _document(rows: list[VerifyRow], agreed: bool, installation: Installation) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "version": __version__,
        "agreed": agreed,
        "installation": asdict(installation),
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
