"""The primary endpoint under every assumption about missing values: the block `sensitivity` of the JSON."""

from typing import Any

from sscviewer.analysis.efficacy.sensitivity_arms import ArmChange
from sscviewer.analysis.efficacy.sensitivity_table import SensitivityTable
from sscviewer.analysis.estimate import Estimate

NO_PRIMARY = "The plan names no primary endpoint that is modelled."
NUMBERS = ("estimate", "se", "df", "lower", "upper", "p_value")


def sensitivity_json(table: SensitivityTable | None) -> list[dict[str, Any]]:
    """Return an entry for each method, and each arm or difference (`reference`); none without a table."""
    if table is None:
        return []
    head = {"PARAMCD": table.parameter.paramcd, "AVISIT": table.avisit, "AVISITN": table.avisitn}
    entries = []
    for row in table.rows:
        own = {**head, "method": row.key, "name": row.name, "assumes": row.assumes}
        if row.estimate is not None or not row.by_arm:
            entries.append({**own, **_of("ALL", None, row.estimate, row.note, table.counted(row.key))})
        entries += [
            {**own, **_of_arm(change, table.counted(row.key, change.arm, change.reference))}
            for change in row.by_arm
        ]
    return entries


def _of_arm(change: ArmChange, who: tuple[str, ...]) -> dict[str, Any]:
    return _of(change.arm, change.reference or None, change.estimate, change.note, who)


def _of(
    arm: str, reference: str | None, value: Estimate | None, note: str, who: tuple[str, ...]
) -> dict[str, Any]:
    numbers = {name: None if value is None else getattr(value, name) for name in NUMBERS}
    n = None if value is None else len(who)
    return {"arm": arm, "reference": reference, **numbers, "n_subjects": n, "note": note}
