"""The curves of `sscviewer analyse`: as JSON and as text."""

import math
from typing import Any

from sscviewer.analysis.number_words import p_words
from sscviewer.analysis.survival.compare_arms import ArmComparison
from sscviewer.analysis.survival.time_to_event import AtMonth, TimeToEvent
from sscviewer.model.counted import counted
from sscviewer.model.rounding import rounded
from sscviewer.model.told_reason import told_reason


def time_json(row: TimeToEvent) -> dict[str, Any]:
    """Return one entry of `time_to_event`; times in days since the first dose, numbers not rounded."""
    return {
        "arm": row.arm,
        "what": row.what,
        "PARAMCD": row.code or None,
        "reason": row.reason or None,
        "scale": row.scale,
        "method": row.method,
        "n": row.n,
        "events": row.n_events,
        "level": row.level,
        "estimates": [
            {
                "month": at.month,
                "day": at.day,
                "estimate": at.estimate,
                "lower": at.lower,
                "upper": at.upper,
                "at_risk": at.at_risk,
            }
            for at in row.months
        ],
        "median": row.median,
        "median_lower": row.median_lower,
        "median_upper": row.median_upper,
        "unit": "days",
        "censoring": row.censoring,
        "assumptions": list(row.assumptions),
        "notes": list(row.notes),
    }


def time_lines(rows: tuple[TimeToEvent, ...], arm: str) -> list[str]:
    """Return the curves of one arm, one line each, with what was counted and how below."""
    mine = [row for row in rows if row.arm == arm]
    if not mine:
        return []
    level = f"{100 * mine[0].level:g} %"
    lines = [f"Over time: at months, {level} interval, patients still at risk"]
    for row in mine:
        name = f"{row.what}: {told_reason(row.reason)}" if row.reason else row.what
        lines.append(f"  {name} ({row.scale}; {counted(row.n_events, 'event')}, n = {row.n}; {row.method})")
        lines += [f"    month {at.month:<4g}{_at(at, row.scale)}" for at in row.months]
        if row.median == row.median:
            until = "not reached" if row.median_upper != row.median_upper else rounded(row.median_upper, 0)
            since = "not reached" if row.median_lower != row.median_lower else rounded(row.median_lower, 0)
            lines.append(f"    median {rounded(row.median, 0)} days ({since} to {until})")
    sentences = [text for row in mine for text in (row.censoring, *row.assumptions, *row.notes)]
    return [*lines, *(f"  note: {text}" for text in dict.fromkeys(sentences))]


def comparison_lines(rows: tuple[ArmComparison, ...]) -> list[str]:
    """Return the arms compared: hazard ratio and interval first, the test beside it."""
    lines: list[str] = []
    for row in rows:
        arms = f"arms {row.arms}" if row.arms else "arms"
        events = counted(row.n_events, "event")
        lines.append(f"  {row.what}, {arms} compared ({row.method}; {events}, n = {row.n})")
        lines += [
            f"    {ratio.term} against {row.reference}: hazard ratio {rounded(ratio.ratio, 2)} "
            f"({rounded(ratio.lower, 2)} to {rounded(ratio.upper, 2)})"
            for ratio in row.ratios
        ]
        if math.isfinite(row.p_value):
            lines.append(f"    log-rank test of all arms: {p_words(row.p_value)} ({row.df} df)")
        lines += [f"    note: {text}" for text in row.warnings]
    return lines


def _at(at: AtMonth, scale: str) -> str:
    if at.estimate != at.estimate:
        return "nobody observed that long"
    if scale.startswith("share"):
        text, low, high = (_percent(value) for value in (at.estimate, at.lower, at.upper))
    else:
        text, low, high = (f"{rounded(value, 2)}" for value in (at.estimate, at.lower, at.upper))
    # before the first event, and after the last patient's, the limits are the share itself and say nothing
    interval = f" ({low} to {high})" if at.lower < at.upper else ""
    return f"{text}{interval}, {at.at_risk} at risk"


def _percent(share: float) -> str:
    return f"{rounded(100 * share, 0)} %"
