"""Comparisons of shares in words."""

import math

from sscviewer.analysis.arms.comparisons import Compared
from sscviewer.analysis.arms.counted import RESPONDER, Counted
from sscviewer.analysis.compare.stratified import Stratified
from sscviewer.analysis.compare.two_groups import Comparison
from sscviewer.analysis.number_words import p_words, plain, signed
from sscviewer.model.sentence import say


def share_words(events: int, n: int) -> str:
    """Return "6 of 10 (60 %)"."""
    return f"{events} of {n} ({plain(100 * events / n, 0)} %)" if n else "0 of 0"


def points_words(found: Comparison) -> str:
    """Return a difference in percentage points: "+30 (−10 to 63)"."""
    if math.isnan(found.value):
        return "–"
    limits = "" if math.isnan(found.lower) else f" ({_points(found.lower)} to {_points(found.upper)})"
    return f"{signed(100 * found.value, 0)}{limits}"


def _points(value: float) -> str:
    return plain(100 * value, 0)


def ratio_words(found: Comparison) -> str:
    """Return a ratio: "1.5 (0.8 to 3.1)"."""
    if math.isnan(found.value):
        return "–"
    return f"{_ratio(found.value)} ({_ratio(found.lower)} to {_ratio(found.upper)})"


def _ratio(value: float) -> str:
    return "∞" if math.isinf(value) else plain(value, 2)


def stratified_words(found: Stratified) -> str:
    """Return the common difference in percentage points; "–" where no stratum says anything."""
    if found.reason:
        return "–"
    value, low, high = found.difference
    return f"{signed(100 * value, 0)} ({_points(low)} to {_points(high)})"


def compared_words(row: Compared) -> str:
    """Return one comparison as a sentence: shares, difference with interval, P beside it."""
    one, groups = row.counted, row.groups
    own, other = share_words(groups.events, groups.n), share_words(groups.other_events, groups.n_other)
    where = f", {_in_sentence(one)}" if one.detail else ""
    said = f"{one.words}{where}: {row.arm} {own}, {row.reference} {other}"
    if math.isnan(row.difference.value):
        return say("{said}; not compared: a group has no patients.", said=said)
    level = f"{100 * row.difference.level:g} % CI"
    found = f"{said}; difference {points_words(row.difference)} percentage points ({level})"
    return say("{found}; Fisher {p}.", found=found, p=p_words(row.fisher_p))


def _in_sentence(one: Counted) -> str:
    """Return a heading ("Any grade") within a sentence; names of visits stay as they are."""
    return one.detail if one.what == RESPONDER else f"{one.detail[0].lower()}{one.detail[1:]}"
