"""Colours for arms, groups and endpoints, and whether people who do not tell red from green can part them."""

from collections.abc import Sequence
from itertools import combinations

PALETTES: dict[str, tuple[str, ...]] = {
    "": (),
    "greys": ("#1A1A1A", "#8C8C8C", "#5A5A5A", "#B8B8B8", "#3A3A3A", "#A2A2A2"),
    "muted": ("#332288", "#CC6677", "#117733", "#DDCC77", "#88CCEE", "#AA4499"),
    "vivid": ("#4477AA", "#EE6677", "#228833", "#CCBB44", "#66CCEE", "#AA3377"),
}
"""Names and colours; "" is the program's own. **Source** of muted and vivid: Paul Tol's technical note on
colour schemes, SRON/EPS/TN/09-002."""
DEUTERANOPIA = (
    (0.367322, 0.860646, -0.227968),
    (0.280085, 0.672501, 0.047413),
    (-0.011820, 0.042940, 0.968881),
)
"""What linear red, green and blue become without the middle cones. **Source**: Machado, Oliveira & Fernandes,
IEEE TVCG 15 (2009) 1291, severity 1.0."""
LEAST_DISTANCE = 12.0
"""CIE 1976 distance under which two colours of thin lines are taken for the same. A rule of thumb: 2.3 is
just seen on large fields side by side; lines and points apart from each other need several times that."""


def confused_pairs(colours: Sequence[str]) -> list[tuple[int, int]]:
    """Return the places of the pairs of colours ("#rrggbb") that look alike without the middle cones."""
    seen = [_lab(_without_green(_linear(colour))) for colour in colours]
    pairs = combinations(range(len(seen)), 2)
    return [(i, j) for i, j in pairs if _distance(seen[i], seen[j]) < LEAST_DISTANCE]


def _distance(one: Sequence[float], other: Sequence[float]) -> float:
    return float(sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5)


def _linear(colour: str) -> tuple[float, ...]:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    # sRGB’s own curve (IEC 61966-2-1).
    return tuple(p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)


def _without_green(rgb: Sequence[float]) -> tuple[float, ...]:
    mixed = (sum(share * part for share, part in zip(row, rgb, strict=True)) for row in DEUTERANOPIA)
    return tuple(min(max(part, 0.0), 1.0) for part in mixed)


def _lab(rgb: Sequence[float]) -> tuple[float, float, float]:
    """Return CIE L*a*b* of linear sRGB under D65. **Source**: IEC 61966-2-1; CIE 15:2004."""
    red, green, blue = rgb
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > (6 / 29) ** 3 else t / (3 * (6 / 29) ** 2) + 4 / 29 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)
