"""Arms compared in changes: the blocks `ancova` and `subgroups` of the JSON, and lines of text."""

from typing import Any

from sscviewer.analysis.arms.arm_changes import ArmVisitChanges, compared_at
from sscviewer.analysis.arms.change_words import changes_sentence
from sscviewer.analysis.arms.subgroups import Subgroups
from sscviewer.analysis.estimate import Estimate


def ancova_json(rows: tuple[ArmVisitChanges, ...]) -> list[dict[str, Any]]:
    """Return an entry for each arm's mean and each difference (with a `reference`), visit and endpoint.

    Differences of arms other than the plan's reference from one another have the other arm as `reference`.
    """
    return [entry for row in rows for entry in _entries(row)]


def _entries(row: ArmVisitChanges) -> list[dict[str, Any]]:
    head = {
        "PARAMCD": row.parameter.paramcd,
        "AVISIT": row.avisit,
        "AVISITN": row.avisitn,
        "role": row.role or None,
        "covariates": list(row.covariates),
        "carried_forward": row.carried,
        "carried_by": None if not row.carried else "file" if row.in_file else "program",
        "dose_trend": _trend(row),
    }
    tail = {"notes": list(row.found.notes)}
    means = [
        {**head, "arm": arm, "reference": None, "n": n, **_numbers(value), "adjusted_p": None, **tail}
        for (arm, value), n in zip(row.found.arms, row.n, strict=True)
    ]
    pairs = [(arm, row.found.reference, value, adjusted) for arm, value, adjusted in row.differences]
    differences = [
        {
            **head,
            "arm": arm,
            "reference": other,
            "n": len(row.patients_of(arm)) + len(row.patients_of(other)),
            **_numbers(value),
            "adjusted_p": adjusted,
            **tail,
        }
        for arm, other, value, adjusted in (*pairs, *((a, b, v, None) for a, b, v in row.found.pairs))
    ]
    return [*means, *differences]


def _trend(row: ArmVisitChanges) -> dict[str, Any] | None:
    """Return the slope on dose with the doses of the arms, the same in every entry of a visit."""
    if row.trend is None or row.doses is None:
        return None
    return {**_numbers(row.trend), "doses": row.doses.doses, "from": row.doses.source}


def _numbers(value: Estimate | None) -> dict[str, Any]:
    names = ("estimate", "se", "df", "lower", "upper", "p_value", "level")
    return {name: None if value is None else getattr(value, name) for name in names}


def subgroups_json(found: tuple[Subgroups, ...]) -> list[dict[str, Any]]:
    """Return an entry for each level of each variable, endpoint and arm; the first of each: all patients."""
    entries: list[dict[str, Any]] = []
    for of in found:
        head = {
            "PARAMCD": of.row.parameter.paramcd,
            "AVISIT": of.row.avisit,
            "arm": of.arm,
            "reference": of.reference,
        }
        whole = {"variable": None, "level_name": None, "n": of.n[0], "n_reference": of.n[1]}
        entries.append(
            {**head, **whole, **_numbers(of.overall), "interaction_p": None, "notes": list(of.notes)}
        )
        entries += [
            {
                **head,
                "variable": group.variable,
                "level_name": effect.level,
                "n": effect.n,
                "n_reference": effect.n_reference,
                **_numbers(effect.difference),
                "interaction_p": group.found.p_value,
                "notes": [],
            }
            for group in of.groups
            for effect in group.found.effects
        ]
    return entries


def change_lines(rows: tuple[ArmVisitChanges, ...]) -> list[str]:
    """Return the endpoints at the visit they are compared at; none with one arm."""
    shown = compared_at(rows)
    if not shown:
        return []
    return ["", "Change by arm (analysis of covariance)", *(f"  {changes_sentence(row)}" for row in shown)]
