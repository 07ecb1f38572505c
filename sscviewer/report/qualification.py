"""The document of `sscviewer verify`, to be signed: what was recomputed here, with what, tested by what."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import Any

from sscviewer import __version__
from sscviewer.analysis.verify import VerifyRow
from sscviewer.bundled import resource_path
from sscviewer.model.rounding import rounded
from sscviewer.report.document import Document, Section
from sscviewer.report.installation import SHOWN_DIGITS, Installation
from sscviewer.report.table_file import Table

TITLE = "Verification of this installation of sscviewer"
SIGNED = ("Performed by", "Reviewed by", "Released for use by")
BLANK = "_" * 24
"""Where somebody writes; the row above it is empty, for a signature needs room."""
_ABOUT = (
    "Reference cases that ship with the program were computed again on this computer and compared "
    "with the results of other software (R, SAS, the GLI's calculator), each within the tolerance "
    "given. A figure agrees when it differs by no more than that: half a unit of the last digit the "
    "reference prints, or what the reference's own convergence allows. This shows that the installed "
    "program computes here what it computed where it was tested; whether it is fit for an intended "
    "use is for its users to decide and to write down."
)


@dataclass(frozen=True, slots=True)
class Case:
    """The figures of one reference case taken together."""

    name: str
    count: int
    agreed: int
    nearest: float
    """Largest difference as a share of what is allowed; NaN if a figure could not be computed."""


def cases_of(rows: Sequence[VerifyRow]) -> list[Case]:
    """Return the cases in the order of the rows."""
    names = dict.fromkeys(row.case for row in rows)
    found = []
    for name in names:
        own = [row for row in rows if row.case == name]
        shares = [
            abs(row.difference) / row.tolerance if row.tolerance else float(not row.passed) for row in own
        ]
        nearest = float("nan") if any(share != share for share in shares) else max(shares)
        found.append(Case(name, len(own), sum(row.passed for row in own), nearest))
    return found


def verdict(rows: Sequence[VerifyRow]) -> str:
    """Return in one sentence whether all agree."""
    agreed = sum(row.passed for row in rows)
    if agreed == len(rows):
        return f"All {len(rows)} figures of {len(cases_of(rows))} reference cases agree."
    failed = [case.name for case in cases_of(rows) if case.agreed < case.count]
    differing = f"{len(rows) - agreed} of {len(rows)} figures DIFFER"
    return f"{differing}: {'; '.join(failed)}. Do not use this installation."


def qualification(
    rows: Sequence[VerifyRow], installation: Installation, when: datetime | None = None
) -> Document:
    """Return the document.

    Parameters
    ----------
    when
        When it was run; None for now.
    """
    moment = f"{when or datetime.now(UTC):%Y-%m-%d %H:%M} UTC"
    return Document(
        TITLE,
        (
            Section("verdict", "Result", text=f"{verdict(rows)} Run on {moment}. {_ABOUT}"),
            Section("signed", "Signatures", table=_signatures()),
            Section("installation", "What was verified", table=_installed(installation)),
            Section("cases", "Reference cases", table=_cases(rows)),
            Section("traced", "What is described where, and watched by what", table=_traced(rows)),
            Section("figures", "Every figure", table=_figures(rows)),
            Section("files", "Files the results rest on", table=_hashes(installation)),
        ),
        f"sscviewer {__version__} · {moment} · program {installation.program[:SHOWN_DIGITS]}",
    )


def traceability() -> list[dict[str, Any]]:
    """Return page, title, modules and tests of every method page, as packaging/traceability.py made them."""
    content = json.loads(resource_path("reference", "traceability.json").read_text(encoding="utf-8"))
    return list(content)


def _signatures() -> Table:
    rows = tuple(row for who in SIGNED for row in (("", "", "", ""), (who, BLANK, BLANK, BLANK)))
    return Table("signatures", "Signatures", ("", "Name", "Date", "Signature"), rows)


def _installed(installation: Installation) -> Table:
    rows = (*installation.facts, *installation.libraries, ("SHA-256 of the program", installation.program))
    return Table("installation", "What was verified", ("", "Version"), rows)


def _cases(rows: Sequence[VerifyRow]) -> Table:
    lines = tuple(
        (case.name, str(case.count), str(case.agreed), _share(case.nearest), _word(case.agreed == case.count))
        for case in cases_of(rows)
    )
    notes = ("Largest difference: as a share of the difference allowed for that figure.",)
    columns = ("Case", "Figures", "Agree", "Largest difference", "Result")
    return Table("cases", "Reference cases", columns, lines, notes=notes)


def _share(share: float) -> str:
    return "not computed" if share != share else f"{rounded(100 * share, 0)} %"


def _word(agrees: bool) -> str:
    return "agrees" if agrees else "DIFFERS"


def _traced(rows: Sequence[VerifyRow]) -> Table:
    lines = tuple(_traced_line(page, rows) for page in traceability())
    notes = (
        "Made from the method pages, the program's modules and its tests before the release; the "
        "files' folders are in reference/traceability.json. Result here: the figures of the reference"
        " cases that the page's modules computed; the tests ran before the release, not here.",
    )
    columns = ("Described in", "Modules", "Tests", "Result here")
    return Table("traceability", "Traceability", columns, lines, notes=notes)


def _traced_line(page: dict[str, Any], rows: Sequence[VerifyRow]) -> tuple[str, str, str, str]:
    own = [row for row in rows if row.module in page["modules"]]
    agreed = sum(row.passed for row in own)
    result = f"{agreed} of {len(own)} agree" if own else "by tests"
    return f"{page['title']} ({page['page']}.md)", _names(page["modules"]), _names(page["tests"]), result


def _names(paths: Sequence[str]) -> str:
    """Return files without their folders: they are in reference/traceability.json."""
    return ", ".join(sorted({PurePosixPath(path).name for path in paths}))


def _figures(rows: Sequence[VerifyRow]) -> Table:
    number: Callable[[float], str] = "{:.8g}".format
    lines = tuple(
        (
            row.case,
            row.quantity,
            number(row.reference),
            number(row.ours),
            f"{row.tolerance:.1e}",
            _word(row.passed),
        )
        for row in rows
    )
    columns = ("Case", "Quantity", "Reference", "Here", "Allowed", "Result")
    return Table("figures", "Every figure", columns, lines)


def _hashes(installation: Installation) -> Table:
    return Table("files", "Files", ("File", "SHA-256"), installation.files)
