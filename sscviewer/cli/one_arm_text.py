"""One arm and the spread of changes in `sscviewer analyse`: as JSON blocks and as text."""

from dataclasses import asdict
from typing import Any

from sscviewer.analysis.distribution.categories import Categories
from sscviewer.analysis.distribution.distribution import (
    Distribution,
    category_sentence,
    slope_sentence,
    threshold_sentence,
)
from sscviewer.analysis.distribution.slopes import PatientSlopes
from sscviewer.analysis.distribution.thresholds import ThresholdCurves
from sscviewer.analysis.one_arm.one_arm import OneArm
from sscviewer.analysis.one_arm.words import one_arm_sentences


def one_arm_entry(found: OneArm) -> dict[str, Any]:
    """Return the entry of one endpoint of the block `one_arm`."""
    return {
        "PARAMCD": found.parameter.paramcd,
        "AVISIT": found.avisit,
        "months": found.months,
        "with_value": list(found.with_value),
        "without_value": list(found.without_value),
        "better": "higher" if found.sign > 0 else "lower",
        "limit": found.limit,
        "seen": None if found.seen is None else asdict(found.seen),
        "posteriors": [asdict(one) for one in found.believed],
        "control": None if found.control is None else asdict(found.control),
        "against_control": None if found.against_control is None else asdict(found.against_control),
        "jump_to_control": None if found.jump is None else asdict(found.jump),
        "rules": asdict(found.rules),
        "sentences": list(one_arm_sentences(found)),
    }


def distribution_json(found: Distribution) -> dict[str, Any]:
    """Return the block `distribution`."""
    return {
        "thresholds": [_thresholds(one) for one in found.thresholds],
        "categories": [_categories(one) for one in found.categories],
        "slopes": [_slopes(one) for one in found.slopes],
    }


def one_arm_lines(entries: tuple[OneArm, ...], spread: Distribution) -> list[str]:
    """Return both as lines of text."""
    lines = ["", "One arm, with and without earlier knowledge"] if entries else []
    lines += [f"  {sentence}" for one in entries for sentence in dict.fromkeys(one_arm_sentences(one))]
    said = [threshold_sentence(one) for one in spread.thresholds]
    said += [category_sentence(one) for one in spread.categories if one.rows]
    for one in spread.slopes:
        sentence = slope_sentence(one)
        said.append(f"{one.parameter.short}: {sentence}" if sentence and not one.rows else sentence)
    return [*lines, "", "How changes are spread", *(f"  {one}" for one in said if one)]


def _thresholds(found: ThresholdCurves) -> dict[str, Any]:
    return {
        "PARAMCD": found.parameter.paramcd,
        "better": found.better or None,
        "reached": [asdict(row) for row in found.rows],
        "curves": [
            {
                "arm": one.arm,
                "AVISIT": one.avisit,
                "n": one.n,
                "n_with_value": one.n_seen,
                "change": one.change.tolist(),
                "share": one.share.tolist(),
                "lower": one.lower.tolist(),
                "upper": one.upper.tolist(),
            }
            for one in found.curves
        ],
        "notes": list(found.notes),
        "sentence": threshold_sentence(found),
    }


def _categories(found: Categories) -> dict[str, Any]:
    return {
        "PARAMCD": found.parameter.paramcd,
        "rules": [found.better, found.worse],
        "rows": [
            {
                "arm": row.arm,
                "AVISIT": row.avisit,
                "n": row.n,
                "counts": {kind: len(members) for kind, members in row.members.items()},
                "members": {kind: list(members) for kind, members in row.members.items()},
            }
            for row in found.rows
        ],
        "why_not": found.why_not or None,
        "sentence": category_sentence(found),
    }


def _slopes(found: PatientSlopes) -> dict[str, Any]:
    return {
        "PARAMCD": found.parameter.paramcd,
        "unit": found.unit,
        "mean": found.mean,
        "lower": found.mean_lower,
        "upper": found.mean_upper,
        "sd_between_patients": found.sd,
        "patients": [asdict(row) for row in found.rows],
        "notes": list(found.notes),
        "why_not": found.why_not or None,
        "sentence": slope_sentence(found),
    }
