"""Shares of patients compared between arms: the block `comparisons` of the JSON, and lines of text."""

import math
from collections.abc import Mapping
from typing import Any

from sscviewer.analysis.arms.comparison_words import compared_words
from sscviewer.analysis.arms.comparisons import NOT_ADJUSTED, ONE_ARM, Compared, Comparisons
from sscviewer.analysis.arms.counted import ANY
from sscviewer.analysis.compare.two_groups import Comparison
from sscviewer.analysis.endpoints.responders import TREATED
from sscviewer.analysis.plan.comparisons import ComparisonRules

LIMITS = ("value", "lower", "upper")


def comparisons_json(blocks: Mapping[str, Comparisons]) -> dict[str, Any]:
    """Return the block `comparisons`: a list of rows for events, responders and labs; shares in percent."""
    any_block = next(iter(blocks.values()))
    rules = any_block.rules
    document: dict[str, Any] = {
        "not_in_file": None if any_block.arms else ONE_ARM,
        "absent": {name: block.absent or None for name, block in blocks.items()},
        "reference": any_block.reference,
        "methods": {
            "difference": rules.difference,
            "risk_ratio": "miettinen-nurminen",
            "odds_ratio": "miettinen-nurminen",
            "p_value": "fisher, two-sided",
            "strata": list(rules.strata),
            "level": rules.level,
            "multiplicity": "none",
        },
        "notes": list(dict.fromkeys(note for block in blocks.values() for note in block.notes)),
    }
    for name, block in blocks.items():
        document[name] = [_entry(row, block.rules) for row in block.rows]
    return document


def _entry(row: Compared, rules: ComparisonRules) -> dict[str, Any]:
    one, groups = row.counted, row.groups
    found: dict[str, Any] = {
        "key": one.key,
        "what": one.words,
        "detail": one.detail,
        "denominator": one.denominator or "treated",
        "arm": row.arm,
        "reference": row.reference,
        "n": groups.events,
        "N": groups.n,
        "percent": 100 * groups.shares[0],
        "n_reference": groups.other_events,
        "N_reference": groups.n_other,
        "percent_reference": 100 * groups.shares[1],
        "risk_difference": _numbers(row.difference, 100.0),
        "risk_ratio": _numbers(row.ratio),
        "odds_ratio": _numbers(row.odds),
        "p_value": row.fisher_p,
        "level": rules.level,
        "words": compared_words(row),
    }
    if row.stratified is not None:
        over = row.stratified
        times = math.nan if over.reason else 100.0
        found["stratified"] = {
            "strata": over.strata,
            "risk_difference": dict(zip(LIMITS, (times * value for value in over.difference), strict=True)),
            "odds_ratio": dict(zip(LIMITS, over.odds_ratio, strict=True)),
            "chi_squared": over.chi_squared,
            "p_value": over.p_value,
            "reason": over.reason or None,
        }
    return found


def _numbers(found: Comparison, times: float = 1.0) -> dict[str, Any]:
    numbers = (times * found.value, times * found.lower, times * found.upper)
    return {**dict(zip(LIMITS, numbers, strict=True)), "method": found.method, "reason": found.reason or None}


def share_lines(blocks: Mapping[str, Comparisons]) -> list[str]:
    """Return the comparisons of the totals of events, and of the rules at their last visit."""
    events = [row for row in blocks["events"].rows if row.counted.key == ANY]
    answers = [row for row in blocks["responders"].rows if row.counted.denominator == TREATED]
    last = {row.counted.key: row.counted.month for row in answers}
    rows = [*events, *(row for row in answers if row.counted.month == last[row.counted.key])]
    if not rows:
        return []
    return ["", "Arms compared", *(f"  {compared_words(row)}" for row in rows), f"  {NOT_ADJUSTED}"]
