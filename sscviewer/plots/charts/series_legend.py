"""Names of series beside discs of their colours, in one line above a chart."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QPainter

from sscviewer.plots.ink import Ink
from sscviewer.plots.panel import disc


def draw_series(
    painter: QPainter, x: float, y: float, names: Sequence[str], colour: Callable[[int], str], ink: Ink
) -> None:
    """Draw the legend from a point on; one name or none needs no legend."""
    if len(names) < 2:
        return
    style = ink.style
    for i, name in enumerate(names):
        painter.setPen(ink.pen(style.bar_edge if style.dark else style.background, 0.5))
        painter.setBrush(ink.brush(colour(i)))
        disc(painter, x + 0.4 * ink.em, y, style.px(1.2 * style.point_pt))
        ink.text(painter, x + ink.em, y, name, font=ink.small)
        x += 2.2 * ink.em + ink.width(name, ink.small)
