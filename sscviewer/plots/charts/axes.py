"""Axes of a chart: where the data area lies beside its labels, and the lines, ticks and titles around it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from sscviewer.plots.box import Box
from sscviewer.plots.ink import Ink
from sscviewer.plots.ticks import Tick, nice_range, value_ticks

TICK_EMS = 0.3


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


def room_for(ink: Ink, y: Axis, *, right: float = 1.0, top: float = 0.6) -> tuple[float, float, float, float]:
    """Return the margins (left, top, right, bottom) that hold the labels and titles of two axes.

    `right` and `top` in lines of text, for what the chart itself writes there.
    """
    widest = max((ink.width(tick.label, ink.small) for tick in y.ticks), default=0.0)
    left = widest + 2 * TICK_EMS * ink.em + (1.5 if y.title else 0.4) * ink.em
    return left, top * ink.em, right * ink.em, 2.9 * ink.em


def area(
    ink: Ink, width: float, height: float, x: Axis, y: Axis, *, right: float = 1.0, top: float = 0.6
) -> Box:
    """Return the data area of a chart of a size, beside and above its axes."""
    left, above, beside, below = room_for(ink, y, right=right, top=top)
    return Box(
        0.3 * ink.em, left, above, width - beside, height - below, width, x.low, x.high, y.low, y.high
    )  # fmt: skip


def draw_axes(painter: QPainter, box: Box, x: Axis, y: Axis, ink: Ink) -> None:
    """Draw both axes with ticks, labels and titles; labels of x that would touch are left out."""
    draw_x_axis(painter, box, x, ink)
    draw_y_axis(painter, box, y, ink)


def draw_x_axis(painter: QPainter, box: Box, axis: Axis, ink: Ink) -> None:
    """Draw the lower axis."""
    style, tick = ink.style, TICK_EMS * ink.em
    painter.setPen(ink.pen(style.axis, style.hair_pt))
    ink.hline(painter, box.left, box.right, box.bottom)
    free = -math.inf
    for at in axis.ticks:
        x = box.x(at.at)
        painter.setPen(ink.pen(style.axis, style.hair_pt))
        ink.vline(painter, x, box.bottom, box.bottom + tick)
        half = ink.width(at.label, ink.small) / 2
        if x - half > free:
            ink.text(painter, x, box.bottom + tick + 0.65 * ink.em, at.label, "centre", font=ink.small)
            free = x + half + 0.4 * ink.em
    if axis.title:
        middle = (box.left + box.right) / 2
        ink.text(painter, middle, box.bottom + tick + 1.85 * ink.em, axis.title, "centre", font=ink.small)


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
    if axis.title:
        upright(painter, box.outer_left + 0.6 * ink.em, (box.top + box.bottom) / 2, axis.title, ink)


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
