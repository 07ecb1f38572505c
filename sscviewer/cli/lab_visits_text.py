"""Laboratory tests visit by visit: the parts `visits` and `ancova` of the block `laboratory` of the JSON."""

from collections.abc import Sequence
from typing import Any

from sscviewer.analysis.arms.lab_visits import LabVisit, LabVisits
from sscviewer.cli.arm_changes_text import ancova_json

RANGES = ("low", "normal", "high")


def lab_visits_json(tests: Sequence[LabVisits]) -> dict[str, list[dict[str, Any]]]:
    """Return an entry for each test, visit and arm, and their models; `shift` is {at baseline: {now: n}}."""
    return {
        "visits": [_entry(of, row) for of in tests for row in of.rows],
        "ancova": [entry for of in tests for entry in ancova_json(of.changes)],
    }


def _entry(of: LabVisits, row: LabVisit) -> dict[str, Any]:
    change = row.change
    return {
        "PARAMCD": of.test.parameter.paramcd,
        "AVISIT": row.avisit,
        "AVISITN": row.avisitn,
        "arm": row.arm,
        "N": len(row.patients),
        "n": row.n,
        "mean": row.mean,
        "sd": row.sd,
        "lower": None if change is None else change.lower,
        "upper": None if change is None else change.upper,
        "below_normal": len(row.low),
        "newly_below": len(row.to_low),
        "above_normal": len(row.high),
        "newly_above": len(row.to_high),
        "shift": {
            was: dict(zip(RANGES, counts, strict=True)) for was, counts in zip(RANGES, row.shift, strict=True)
        },
        "without_limits": row.without_range,
        "highest_times_uln": row.highest,
        "patients": {
            name: list(ids)
            for name, ids in (
                ("newly_below", row.to_low),
                ("newly_above", row.to_high),
                ("outliers", row.outliers),
            )
            if ids
        },
    }
