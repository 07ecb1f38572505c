"""Which dose is tolerated, as a table to print: the counts at each dose beside the weekly hazard's share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscviewer.analysis.dose_question.words import DAYS_WORDS
from sscviewer.model.rounding import rounded
from sscviewer.report.table_file import NOT_ESTIMATED, NOT_IN_FILE, Table

if TYPE_CHECKING:
    from sscviewer.analysis.dose_question.dose_question import DoseQuestion
    from sscviewer.analysis.dose_question.dose_table import Share


def dose_question_table(asked: DoseQuestion) -> Table:
    """Return a row per dose; none without a dose log, or of more doses than the plan lists."""
    found = asked.titration
    level = f"{100 * found.rules.level:g} %"
    heads = (
        "Dose",
        "Reached",
        "Patient-days",
        "Dose-limiting events",
        f"Had to reduce, interrupt or stop ({level})",
        f"Kept to the end ({level})",
        f"Would have no such event to the end ({level})",
    )
    modelled = {one.dose: one for one in asked.tolerance.shares}
    known, rows = found.limiting_known, []
    for row in found.rows:
        one = modelled.get(row.dose)
        share = NOT_ESTIMATED if one is None else _percent(one.estimate, one.lower, one.upper)
        rows.append(
            (
                f"{row.dose:g} {found.unit}",
                str(len(row.reached)),
                str(row.patient_days),
                str(row.events) if known else NOT_IN_FILE,
                _share(row.limited_share) if known else NOT_IN_FILE,
                _share(row.kept_share) if known else NOT_IN_FILE,
                share + ("" if one is None or one.seen else ", passed through only"),
            )
        )
    notes = (
        DAYS_WORDS,
        "Had to: patients among those who reached the dose; exact intervals.",
        "The last column is the weekly hazard's (dose, week, patient effect, weak priors): the share of new "
        "patients on this dose throughout.",
    )
    return Table("dose_question", "Tolerated dose", heads, tuple(rows), frozenset({1, 2, 3}), notes)


def _share(share: Share) -> str:
    return f"{share.count} of {share.n}: {_percent(share.share, share.lower, share.upper)}"


def _percent(estimate: float, lower: float, upper: float) -> str:
    """Return "55 % (29 to 75)" of three shares."""
    return f"{rounded(100 * estimate, 0)} % ({rounded(100 * lower, 0)} to {rounded(100 * upper, 0)})"
