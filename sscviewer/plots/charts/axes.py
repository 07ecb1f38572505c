"""Axes of a chart: where the data area lies beside its labels, and the lines, ticks and titles around it."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from itertools import pairwise

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from sscviewer.plots.box import Box
from sscviewer.plots.ink import Ink
from sscviewer.plots.ticks import Tick, nice_range, value_ticks

TICK_EMS = 0.3
SHARE_OF_LABELS = 0.84
"""Labels of an axis have so much of the width of its figure: the rest is beside the data area."""
MOST_UPRIGHT = 8.0
"""Labels that stand upright are cut at so many lines of text."""


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis: the range it spans, its ticks, its title with the unit.

    A logarithmic axis holds and spans the logarithms to base 10 (`log_axis`).
    """

    low: float
    high: float
    ticks: tuple[Tick, ...]
    title: str = ""


def number_axis(
    low: float,
    high: float,
    title: str = "",
    *,
    wanted: int = 6,
    floor: float | None = None,
    ceiling: float | None = None,
) -> Axis:
    """Return an axis around values that ends on round numbers, within what is possible."""
    low, high = nice_range(low, high, wanted, floor, ceiling)
    return Axis(low, high, value_ticks(low, high, wanted), title)


def log_axis(low: float, high: float, title: str = "") -> Axis:
    """Return a logarithmic axis around positive values: 1, 2 and 5 times each power of ten are labelled."""
    first, last = math.log10(low) - 0.05, math.log10(high) + 0.05
    powers = range(math.floor(first), math.ceil(last) + 1)
    marks = [m * 10.0**p for p in powers for m in (1, 2, 5)]
    ticks = tuple(Tick(math.log10(m), f"{m:g}") for m in marks if first <= math.log10(m) <= last)
    return Axis(first, last, ticks, title)


MOST_LABELS = 6
"""Labels of a zoomed axis, at most one more."""


def within(axis: Axis, low: float, high: float) -> Axis:
    """Return the part of an axis that is on view, with labels of its own where it counts something.

    What it counts is read off its labels: numbers that stand where they say, or at a fixed share of it (per
    cent at shares of 1), or at their logarithms. The labels of other axes (names, grades in words) stay where
    they are. A month or a patient may then be divided: the zoomed axis is for looking, not for print.
    """
    inside = tuple(tick for tick in axis.ticks if low <= tick.at <= high)
    numbers = [_number(tick.label) for tick in axis.ticks]
    if _are_logarithms(axis.ticks, numbers):
        if len(inside) < 2:
            found = value_ticks(10.0**low, 10.0**high, MOST_LABELS)
            inside = tuple(Tick(math.log10(_number(tick.label)), tick.label) for tick in found)
    elif (per := _per_unit(axis.ticks, numbers)) > 0:
        found = value_ticks(low * per, high * per, MOST_LABELS)
        inside = tuple(Tick(tick.at / per, tick.label) for tick in found)
    return replace(axis, low=low, high=high, ticks=inside)


def _number(label: str) -> float:
    """Return what a label says, NaN when it is no number."""
    try:
        return float(label.replace("−", "-"))
    except ValueError:
        return math.nan


def _are_logarithms(ticks: tuple[Tick, ...], numbers: list[float]) -> bool:
    pairs = zip(ticks, numbers, strict=True)
    # Labels have few digits: 1e-6 of a decade is rounding, a tick that is no power of ten is far off.
    return len(ticks) > 1 and all(n > 0 and abs(math.log10(n) - tick.at) < 1e-6 for tick, n in pairs)


def _per_unit(ticks: tuple[Tick, ...], numbers: list[float]) -> float:
    """Return what labels count per unit of the axis; 0 when they are no such numbers."""
    ratios = [n / tick.at for tick, n in zip(ticks, numbers, strict=True) if tick.at != 0]
    at_zero = [n for tick, n in zip(ticks, numbers, strict=True) if tick.at == 0]
    if len(ticks) < 2 or not ratios or any(n != 0 for n in at_zero):
        return 0.0
    same = all(abs(ratio - ratios[0]) <= 1e-6 * abs(ratios[0]) for ratio in ratios)
    return ratios[0] if same else 0.0


def below_axis(ink: Ink, axis: Axis, room: float) -> float:
    """Return the height under the data area for ticks, labels and a title folded into a width."""
    lines = 2.9 + max(len(ink.fold(axis.title, room, ink.small)) - 1, 0)
    return lines * ink.em + _deeper(ink, axis, room)


def _deeper(ink: Ink, axis: Axis, room: float) -> float:
    """Return how much further down labels reach that stand upright: words that do not fit side by side.

    Of numbers some can be left out, the others say what is between; a bar without its name says nothing. Of
    more names than lines fit side by side some are left out all the same.
    """
    if not any(math.isnan(_number(tick.label)) for tick in axis.ticks):
        return 0.0
    widths = [ink.width(tick.label, ink.small) for tick in axis.ticks]
    area = SHARE_OF_LABELS * room
    left, right = area + ink.em - room, area + ink.em
    per_unit = area / (axis.high - axis.low)
    at = [(tick.at - axis.low) * per_unit for tick in axis.ticks]
    beside = sorted((_inside(x, wide, left, right), wide) for x, wide in zip(at, widths, strict=True))
    apart = all(
        b - a >= (wide + next_wide) / 2 + 0.4 * ink.em for (a, wide), (b, next_wide) in pairwise(beside)
    )
    return 0.0 if apart and max(widths) <= room else min(max(widths), MOST_UPRIGHT * ink.em) - 0.6 * ink.em


def _inside(x: float, wide: float, left: float, right: float) -> float:
    """Return where the middle of a label is, so that one at the end of an axis does not leave the picture."""
    return max(min(x, right - wide / 2), left + wide / 2)


def _upright_title(ink: Ink, axis: Axis, height: float) -> list[str]:
    """Return the lines of a title along an axis so high; it may stand out a little at either end."""
    return ink.fold(axis.title, height + 1.2 * ink.em, ink.small)


def area(
    ink: Ink, width: float, height: float, x: Axis, y: Axis, *, right: float = 1.0, top: float = 0.6
) -> Box:
    """Return the data area of a chart of a size, beside and above its axes.

    `right` and `top` in lines of text, for what the chart itself writes there.
    """
    outer, above = 0.3 * ink.em, top * ink.em
    bottom = height - below_axis(ink, x, width - outer)
    widest = max((ink.width(tick.label, ink.small) for tick in y.ticks), default=0.0)
    lines = len(_upright_title(ink, y, bottom - above))
    left = widest + (2 * TICK_EMS + (0.5 + lines if lines else 0.4)) * ink.em
    return Box(outer, left, above, width - right * ink.em, bottom, width, x.low, x.high, y.low, y.high)


def draw_axes(painter: QPainter, box: Box, x: Axis, y: Axis, ink: Ink) -> None:
    """Draw both axes with ticks, labels and titles; labels of x that would touch are left out or upright."""
    draw_x_axis(painter, box, x, ink)
    draw_y_axis(painter, box, y, ink)


def draw_x_axis(
    painter: QPainter, box: Box, axis: Axis, ink: Ink, room: tuple[float, float] | None = None
) -> None:
    """Draw the lower axis; its title keeps between two positions, without them on the figure."""
    style, tick = ink.style, TICK_EMS * ink.em
    painter.setPen(ink.pen(style.axis, style.hair_pt))
    ink.hline(painter, box.left, box.right, box.bottom)
    left, right = room or (box.outer_left, box.outer_right)
    deeper, free = _deeper(ink, axis, right - left), -math.inf
    for at in sorted(axis.ticks, key=lambda one: box.x(one.at)):
        x = box.x(at.at)
        painter.setPen(ink.pen(style.axis, style.hair_pt))
        ink.vline(painter, x, box.bottom, box.bottom + tick)
        if deeper:
            if x < free:
                continue
            free = x + ink.metrics(ink.small).height()
            painter.save()
            painter.translate(x, box.bottom + tick + 0.2 * ink.em)
            painter.rotate(-90)
            words = ink.elide(at.label, MOST_UPRIGHT * ink.em, ink.small)
            ink.text(painter, 0, 0, words, "right", font=ink.small)
            painter.restore()
            continue
        wide = ink.width(at.label, ink.small)
        x, half = _inside(x, wide, left, right), wide / 2
        if x - half > free:
            ink.text(painter, x, box.bottom + tick + 0.65 * ink.em, at.label, "centre", font=ink.small)
            free = x + half + 0.4 * ink.em
    y = box.bottom + tick + 1.85 * ink.em + deeper
    for line in ink.fold(axis.title, right - left, ink.small):
        half = ink.width(line, ink.small) / 2
        middle = min(max((box.left + box.right) / 2, left + half), right - half)
        ink.text(painter, middle, y, line, "centre", font=ink.small)
        y += ink.em


def draw_upper_axis(painter: QPainter, box: Box, axis: Axis, y: float, ink: Ink) -> None:
    """Draw the axis over the rows as well, its labels at a height: the one below may be out of sight."""
    style = ink.style
    painter.setPen(ink.pen(style.axis, style.hair_pt))
    foot = y + 0.75 * ink.em
    ink.hline(painter, box.left, box.right, foot)
    free = -math.inf
    for tick in axis.ticks:
        x, half = box.x(tick.at), ink.width(tick.label, ink.small) / 2
        painter.setPen(ink.pen(style.axis, style.hair_pt))
        ink.vline(painter, x, foot - TICK_EMS * ink.em, foot)
        if x - half > free:
            ink.text(painter, x, y - 0.1 * ink.em, tick.label, "centre", style.faint_text, ink.small)
            free = x + half + 0.4 * ink.em


def draw_y_axis(painter: QPainter, box: Box, axis: Axis, ink: Ink) -> None:
    """Draw the left axis; its title runs along it."""
    style, tick = ink.style, TICK_EMS * ink.em
    painter.setPen(ink.pen(style.axis, style.hair_pt))
    ink.vline(painter, box.left, box.top, box.bottom)
    for at in axis.ticks:
        y = box.y(at.at)
        painter.setPen(ink.pen(style.axis, style.hair_pt))
        ink.hline(painter, box.left - tick, box.left, y)
        ink.text(painter, box.left - 1.6 * tick, y, at.label, "right", font=ink.small)
    x = box.outer_left + 0.6 * ink.em
    for line in _upright_title(ink, axis, box.height):
        upright(painter, x, (box.top + box.bottom) / 2, line, ink)
        x += ink.em


def upright(painter: QPainter, x: float, y: float, text: str, ink: Ink) -> None:
    """Write a text from bottom to top, its middle at (x, y)."""
    painter.save()
    painter.translate(QPointF(x, y))
    painter.rotate(-90)
    ink.text(painter, 0, 0, text, "centre", font=ink.small)
    painter.restore()


def draw_reference(
    painter: QPainter, box: Box, ink: Ink, *, x: float | None = None, y: float | None = None
) -> None:
    """Draw a faint dashed line at a value: zero, a threshold."""
    painter.setPen(ink.pen(ink.style.planned, 0.9, (4.0, 3.0)))
    if x is not None and box.first <= x <= box.last:
        ink.vline(painter, box.x(x), box.top, box.bottom)
    if y is not None and box.low <= y <= box.high:
        ink.hline(painter, box.left, box.right, box.y(y))
