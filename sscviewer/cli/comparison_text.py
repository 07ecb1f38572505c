"""Shares of patients compared between arms: the block `comparisons` of the JSON, and lines of text."""

import math
from collections.abc import Mapping
from typing import Any

from sscviewer.analysis.arms.comparison_words import compared_words
from sscviewer.analysis.arms.comparisons import NOT_ADJUSTED, Compared, Comparisons
from sscviewer.analysis.arms.counted import ANY
from sscviewer.analysis.compare.two_groups import Comparison
from sscviewer.analysis.endpoints.responders import TREATED
from sscviewer.analysis.plan.comparisons import ComparisonRules


def comparisons_json(blocks: Mapping[str, Comparisons]) -> list[dict[str, Any]]:
    """Return the block `comparisons`: an entry for every thing counted and arm; shares and limits 0 to 1."""
    return [_entry(row, block.rules) for block in blocks.values() for row in block.rows]


def without_comparisons(blocks: Mapping[str, Comparisons]) -> str | None:
    """Return why nothing is compared; None where something is."""
    if any(block.rows for block in blocks.values()):
        return None
    return " ".join(dict.fromkeys(block.absent for block in blocks.values() if block.absent)) or None


def _entry(row: Compared, rules: ComparisonRules) -> dict[str, Any]:
    one, groups = row.counted, row.groups
    found: dict[str, Any] = {
        "what": one.what,
        **dict(one.codes),
        "words": one.words,
        "detail": one.detail,
        "denominator": one.denominator or "treated",
        "arm": row.arm,
        "reference": row.reference,
        "method": rules.difference,
        "n": groups.events,
        "N": groups.n,
        "n_reference": groups.other_events,
        "N_reference": groups.n_other,
        "risk_difference": row.difference.value,
        "lower": row.difference.lower,
        "upper": row.difference.upper,
        "level": rules.level,
        **_ratio("risk_ratio", row.ratio),
        **_ratio("odds_ratio", row.odds),
        "fisher_p": row.fisher_p,
        "sentence": compared_words(row),
    }
    if row.stratified is not None:
        over = row.stratified
        nothing = (math.nan, math.nan, math.nan)
        value, lower, upper = nothing if over.reason else over.difference
        found["stratified"] = {
            "by": list(rules.strata),
            "strata": over.strata,
            "risk_difference": value,
            "lower": lower,
            "upper": upper,
            "odds_ratio": over.odds_ratio[0],
            "odds_ratio_lower": over.odds_ratio[1],
            "odds_ratio_upper": over.odds_ratio[2],
            "cmh_p": over.p_value,
            "reason": over.reason or None,
        }
    return found


def _ratio(name: str, found: Comparison) -> dict[str, Any]:
    """Return a ratio and its score limits; an endless one is null, as one that does not exist."""
    return {name: found.value, f"{name}_lower": found.lower, f"{name}_upper": found.upper}


def share_lines(blocks: Mapping[str, Comparisons]) -> list[str]:
    """Return the comparisons of the totals of events, and of the rules at their last visit."""
    events = [row for row in blocks["events"].rows if row.counted.key == ANY]
    answers = [row for row in blocks["responders"].rows if row.counted.denominator == TREATED]
    last = {row.counted.key: row.counted.month for row in answers}
    rows = [*events, *(row for row in answers if row.counted.month == last[row.counted.key])]
    if not rows:
        return []
    return ["", "Arms compared", *(f"  {compared_words(row)}" for row in rows), f"  {NOT_ADJUSTED}"]
