"""All patients' courses of one measurement, faint, behind one patient's own."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QPen, QTransform

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    from PySide6.QtGui import QPainter

    from sscviewer.analysis.patient.patient_page import CohortLines
    from sscviewer.plots.box import Box
    from sscviewer.plots.ink import Ink

WIDTH_PT = 0.56


class Others:
    """The lines, kept in days and values so that another place or zoom costs nothing."""

    def __init__(self, lines: CohortLines) -> None:
        self.lines = lines
        self._pieces = pieces(lines.day, lines.aval)
        self._segments = [QLineF(*a, *b) for piece in self._pieces for a, b in pairwise(piece)]

    def draw(self, painter: QPainter, box: Box, ink: Ink) -> None:
        """Draw the lines into a box whose edges the painter clips at."""
        pen = QPen(ink.pen(ink.style.others, WIDTH_PT))
        if ink.style.scale <= 0:
            painter.setPen(pen)
            for piece in self._pieces:
                painter.drawPolyline([QPointF(box.x(day), box.y(aval)) for day, aval in piece])
            return
        # On screen as separate segments: as one path, lines wider than a pixel take Qt 140 ms instead of 3.
        # The painter scales them; a cosmetic pen keeps its width (never in files: tests/canary, b7).
        pen.setCosmetic(True)
        pen.setWidthF(pen.widthF() * ink.style.scale)
        painter.save()
        painter.setPen(pen)
        painter.setTransform(_into(box), combine=True)
        painter.drawLines(self._segments)
        painter.restore()


def _into(box: Box) -> QTransform:
    across = box.width / (box.last - box.first)
    up = -box.height / (box.high - box.low)
    return QTransform(across, 0, 0, up, box.left - box.first * across, box.bottom - box.low * up)


def pieces(day: npt.NDArray[np.float64], aval: npt.NDArray[np.float64]) -> list[list[tuple[float, float]]]:
    """Return the lines through the points, one for each stretch without NaN."""
    out: list[list[tuple[float, float]]] = [[]]
    for d, v in zip(day.tolist(), aval.tolist(), strict=True):
        if d == d and v == v:
            out[-1].append((d, v))
        else:
            out.append([])
    return [piece for piece in out if len(piece) > 1]
