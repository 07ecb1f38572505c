"""Labels at the right edge of a panel, each beside the value it names, moved apart where they would touch."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtGui import QPainter

from sscviewer.plots.box import Box
from sscviewer.plots.ink import Ink


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
