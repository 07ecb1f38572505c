"""Labels of a panel's values: at its right edge, each beside its value, or in rows over a narrow panel."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter

from sscviewer.plots.box import Box
from sscviewer.plots.ink import Ink

ROW_EMS, GAP_EMS = 1.1, 1.0
"""Height of a row of labels over a panel; between one label and the next."""
TICK_EMS = 0.4
"""The label of the highest tick stands out over the panel."""


@dataclass(frozen=True, slots=True)
class EdgeLabel:
    """One label.

    Attributes
    ----------
    value : where it belongs on the value axis; NaN for a note that stands below the others
    dash : how the level is drawn across the panel ((): solid); None when there is no level line
    extent : (low, high) of a band of values; empty where they are equal
    """

    value: float
    text: str
    colour: str
    strong: bool = False
    dash: tuple[float, ...] | None = None
    extent: tuple[float, float] = (0.0, 0.0)


def spread(wanted: list[float], step: float, top: float, bottom: float) -> list[float]:
    """Return heights as near as possible to those wanted, in order, at least `step` apart, inside the panel.

    Labels that do not fit into the height are squeezed evenly.
    """
    if not wanted:
        return []
    step = min(step, (bottom - top) / len(wanted))
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    placed: list[float] = []
    for rank, i in enumerate(order):
        least = placed[-1] + step if placed else top + step / 2
        most = bottom - step / 2 - (len(order) - 1 - rank) * step
        placed.append(min(max(wanted[i], least), max(most, least)))
    out = [0.0] * len(wanted)
    for rank, i in enumerate(order):
        out[i] = placed[rank]
    return out


def draw_edge_labels(painter: QPainter, box: Box, labels: list[EdgeLabel], ink: Ink) -> None:
    """Write the labels right of the data area; what has no room in the height is left out, notes first."""
    step = 1.02 * ink.em
    fitting = labels[: max(1, int((box.height + 0.6 * ink.em) / step))]
    top, bottom = box.top - 0.3 * ink.em, box.bottom + 0.3 * ink.em
    wanted = [bottom if np.isnan(label.value) else box.y(label.value) for label in fitting]
    room = box.outer_right - box.right - 0.7 * ink.em
    for label, y in zip(fitting, spread(wanted, step, top, bottom), strict=True):
        font = ink.strong if label.strong else ink.small
        text = label.text
        if not np.isnan(label.value) and not box.low <= label.value <= box.high:
            text += " ↑" if label.value > box.high else " ↓"
        ink.text(
            painter, box.right + 0.7 * ink.em, y, ink.elide(text, room, font), colour=label.colour, font=font
        )


def _rows(labels: list[EdgeLabel], room: float, ink: Ink) -> list[list[EdgeLabel]]:
    """Return the labels in rows; a label that is wider than a row has one of its own."""
    rows: list[list[EdgeLabel]] = []
    used = 0.0
    for label in labels:
        wide = ink.width(label.text, _font(label, ink)) + GAP_EMS * ink.em
        if not rows or used + wide > room:
            rows.append([])
            used = 0.0
        rows[-1].append(label)
        used += wide
    return rows


def _font(label: EdgeLabel, ink: Ink) -> QFont:
    return ink.strong if label.strong else ink.small


def label_rows_height(labels: list[EdgeLabel], width: float, ink: Ink) -> float:
    """Return the height the labels take in rows over a panel of a page so wide."""
    return (len(_rows(labels, width - 0.9 * ink.em, ink)) * ROW_EMS + TICK_EMS) * ink.em


def draw_label_rows(painter: QPainter, box: Box, labels: list[EdgeLabel], ink: Ink) -> None:
    """Write the labels in rows that end at the foot of the panel's own heading, over its data area."""
    left, room = box.outer_left, box.outer_right - box.outer_left
    rows = _rows(labels, room, ink)
    y = box.top - ((len(rows) - 0.4) * ROW_EMS + TICK_EMS) * ink.em
    for row in rows:
        x = left
        for label in row:
            text, font = ink.elide(label.text, room, _font(label, ink)), _font(label, ink)
            # The lines of the outcome go through all panels: not through words.
            wide = ink.width(text, font)
            ink.patch(painter, QRectF(x, y - 0.5 * ink.em, wide, ink.em), ink.style.background)
            ink.text(painter, x, y, text, colour=label.colour, font=font)
            x += wide + GAP_EMS * ink.em
        y += ROW_EMS * ink.em
