"""The outline of a person seen from the front, cut into the 17 sites of the skin score.

Drawn for this program. One unit is a hundredth of the body's height; x = 0 is the midline, y = 0 the crown.
The patient's right is at negative x, on the viewer's left. The backs of the hands, which are scored, face the
viewer.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QTransform

HALF_WIDTH = 26.0
TOP, BOTTOM = 0.0, 101.0
BOUNDS = QRectF(-HALF_WIDTH, TOP, 2 * HALF_WIDTH, BOTTOM - TOP)


class P(NamedTuple):
    """A point of an outline, which may turn sharply there."""

    x: float
    y: float
    corner: bool = False


# Outlines are "x,y" through which a curve runs, "!" where it has a corner.
# Halves, from the midline down the patient's left side and back to the midline.
_HAIR = "0,0.4 2.8,0.9 4.5,2.8 4.9,5.4 4.7,8.0! 0,9.0!"
_FACE = "0,3.6 2.6,4.2 4.1,6.0 4.2,8.8 3.5,11.9 1.8,14.2 0,14.8"
_NECK = "0,12.4! 2.9,12.0! 2.8,15.4 3.6,16.7 5.6,17.6! 0,19.2!"
_EAR = "4.2,6.7 5.1,6.9 5.1,8.8 4.2,9.9"
_CHEST = "0,19.0 2.2,18.6 5.6,17.9 8.6,19.1 9.9,20.4! 9.6,23.2 9.3,26.0! 8.9,29.5 8.4,33.2! 4.6,34.4 0,34.8"
_ABDOMEN = "0,35.7 4.6,35.3 8.3,34.1! 7.9,37.5 8.2,41.0 9.2,44.8 9.7,47.2! 6.2,49.6 2.6,51.8 0,52.6"
# Sites of the patient's left.
_UPPER_ARM = (
    "11.1,20.2 13.4,21.3 14.7,24.0 15.6,28.0 16.8,32.6 17.6,36.3! 15.6,37.2 13.5,37.5! 12.3,33.5 "
    "11.1,29.6 10.2,26.2! 10.5,22.6"
)
_FOREARM = (
    "17.8,37.2! 19.1,41.0 20.1,45.2 20.9,49.6! 19.4,50.2 18.0,50.4! 16.4,46.6 14.6,42.2 13.7,38.4! 15.8,38.1"
)
_HAND = (
    "18.2,51.3! 19.6,51.1 21.1,50.5! 22.4,53.0 23.6,55.8 24.1,57.9! 21.9,59.1 19.0,59.4! "
    "18.3,57.2 17.7,55.4 17.5,53.2"
)
_THIGH = (
    "10.0,48.1! 10.8,52.0 10.8,57.0 10.0,63.0 9.0,69.4! 6.3,70.3 3.6,69.8! 2.6,64.0 1.4,58.0 "
    "0.7,53.4! 3.0,52.6 6.7,50.4"
)
_LOWER_LEG = (
    "3.7,70.8! 6.3,71.3 8.9,70.4! 9.7,74.6 9.6,79.0 8.6,85.2 7.6,91.0! 6.1,91.5 4.5,91.2! "
    "4.0,85.6 3.3,79.4 3.3,74.8"
)
_FOOT = "4.5,92.2! 6.1,92.4 7.7,92.0! 8.9,94.6 10.3,97.4 10.2,99.6 8.0,100.4 5.4,100.2 3.9,98.6 4.0,95.2"
# Thumb and four fingers: from the knuckle to the tip, and half the width.
_DIGITS = (
    ((16.75, 54.6), (15.3, 59.4), 0.78),
    ((19.7, 60.5), (19.3, 66.2), 0.70),
    ((21.3, 60.4), (21.5, 67.0), 0.72),
    ((22.8, 59.8), (23.5, 65.8), 0.68),
    ((24.1, 58.9), (25.1, 63.4), 0.60),
)
_NUMBER_AT = {
    "Face": (0, 9.3),
    "Anterior chest": (0, 26.6),
    "Abdomen": (0, 42.8),
    "Fingers": (21.2, 69.9),
    "Hand": (20.5, 55.4),
    "Forearm": (17.4, 43.8),
    "Upper arm": (13.6, 29.0),
    "Thigh": (6.1, 60.2),
    "Lower leg": (6.5, 79.6),
    "Foot": (6.9, 96.8),
}
"""Where the number of a site stands; that of the fingers below their tips, for they are too slim."""
_LEFT = (_HAND, _FOREARM, _UPPER_ARM, _THIGH, _LOWER_LEG, _FOOT)
_MIRROR = QTransform.fromScale(-1, 1)


@cache
def site_paths() -> tuple[QPainterPath, ...]:
    """Return the outlines of the 17 sites in the order of their codes (`clinical.skin_score.SITES`)."""
    midline = [smooth(_both_halves(_points(half))) for half in (_FACE, _CHEST, _ABDOMEN)]
    left = [_fingers(), *(smooth(_points(outline)) for outline in _LEFT)]
    return (*midline, *(path for one in left for path in (_MIRROR.map(one), one)))


@cache
def other_paths() -> tuple[QPainterPath, ...]:
    """Return what is drawn but not scored: neck, ears and hair, which lie under the sites."""
    ear = smooth(_points(_EAR))
    neck, hair = (smooth(_both_halves(_points(half))) for half in (_NECK, _HAIR))
    return neck, ear, _MIRROR.map(ear), hair


def number_position(site: str) -> tuple[float, float]:
    """Return where the number of a site ("Forearm, right") stands."""
    part, _, side = site.partition(", ")
    x, y = _NUMBER_AT[part]
    return (-x if side == "right" else x), y


def is_beside(site: str) -> bool:
    """Return whether a site's number stands beside it, on the background."""
    return site.startswith("Fingers")


def _points(outline: str) -> list[P]:
    parts = [(part.rstrip("!").split(","), part.endswith("!")) for part in outline.split()]
    return [P(float(x), float(y), corner) for (x, y), corner in parts]


def _both_halves(half: Sequence[P]) -> list[P]:
    other = [P(-p.x, p.y, p.corner) for p in reversed(half) if p.x]
    return [*half, *other]


def smooth(points: Sequence[P]) -> QPainterPath:
    """Return the closed curve through points (Catmull and Rom's spline, straight into corners)."""
    path = QPainterPath(QPointF(points[0].x, points[0].y))
    n = len(points)
    for i in range(n):
        before, a, b, after = (points[(i + k) % n] for k in (-1, 0, 1, 2))
        leaving, arriving = _toward(a, before, b), _toward(b, a, after)
        path.cubicTo(
            QPointF(a.x + leaving[0], a.y + leaving[1]),
            QPointF(b.x - arriving[0], b.y - arriving[1]),
            QPointF(b.x, b.y),
        )
    path.closeSubpath()
    return path


def _toward(at: P, before: P, after: P) -> tuple[float, float]:
    """Return the handle of a point: a sixth of the way between its neighbours, nothing at a corner."""
    return (0.0, 0.0) if at.corner else ((after.x - before.x) / 6, (after.y - before.y) / 6)


def _fingers() -> QPainterPath:
    path = QPainterPath()
    for (x0, y0), (x1, y1), half in _DIGITS:
        length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
        across, along = (half * (y1 - y0) / length, -half * (x1 - x0) / length), ((x1 - x0), (y1 - y0))
        ux, uy = along[0] / length * half, along[1] / length * half
        path.addPath(
            smooth(
                [
                    P(x0 + across[0], y0 + across[1], True),
                    P(x1 + 0.85 * across[0], y1 + 0.85 * across[1] - 0.2),
                    P(x1 + ux, y1 + uy),
                    P(x1 - 0.85 * across[0], y1 - 0.85 * across[1] - 0.2),
                    P(x0 - across[0], y0 - across[1], True),
                ]
            )
        )
    return path
