"""Times of the arms: the blocks `arm_times` and `win_ratio` of the JSON, and lines of text."""

from dataclasses import asdict
from typing import Any

from sscviewer.analysis.arms.times import ArmTimes, TimesCompared
from sscviewer.analysis.arms.times_words import times_sentence, win_caution, win_sentences
from sscviewer.analysis.estimate import Estimate

NUMBERS = ("estimate", "se", "lower", "upper", "p_value")


def arm_times_json(times: ArmTimes) -> list[dict[str, Any]]:
    """Return an entry for each kind of event; days since the first dose, means up to `horizon`."""
    return [_entry(row) for row in times.rows]


def _entry(row: TimesCompared) -> dict[str, Any]:
    return {
        "what": row.of.key,
        "words": row.of.words,
        "censoring": row.of.censoring,
        "reference": row.reference or None,
        "horizon": row.horizon,
        "arms": [
            {
                "arm": one.arm,
                "n": one.curve.n,
                "events": one.curve.n_events,
                "median": one.curve.median,
                "median_lower": one.curve.median_lower,
                "median_upper": one.curve.median_upper,
                "restricted_mean": _numbers(one.mean, 4),
            }
            for one in row.arms
        ],
        "differences": [{"arm": arm, **(_numbers(value, 5) or {})} for arm, value in row.differences],
        "hazard_ratios": [asdict(ratio) for ratio in row.compared.ratios] if row.compared else [],
        "log_rank_p": row.compared.p_value if row.compared else None,
        "sentence": times_sentence(row),
    }


def _numbers(value: Estimate | None, many: int) -> dict[str, Any] | None:
    return None if value is None else {name: getattr(value, name) for name in NUMBERS[:many]}


def win_ratio_json(times: ArmTimes) -> list[dict[str, Any]]:
    """Return an entry for each arm against the reference; an endless ratio is null."""
    return [
        {
            "arm": arm,
            "reference": times.reference,
            "layers": list(times.layers),
            **asdict(found),
            "by_layer": [{"layer": words, "wins": w, "losses": lost} for words, w, lost in found.by_layer],
            "sentence": sentence,
        }
        for (arm, found), sentence in zip(times.ratios, win_sentences(times), strict=True)
    ]


def arm_time_lines(times: ArmTimes) -> list[str]:
    """Return the times of the arms, the win ratio and what is in neither; none in a file with one arm."""
    if not times.reference:
        return []
    said = [*(times_sentence(row) for row in times.rows), *win_sentences(times), *win_caution(times)]
    said += [times.absent] if times.absent else []
    return ["", "Times by arm", *(f"  {line}" for line in said)] if said else []
