"""Fonts, pens and measures made once from a style, and the few strokes all panels share."""

import re
from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from sscviewer.model.plain_text import plain_text
from sscviewer.model.sentence import Sentence
from sscviewer.plots.screen.said import Verbatim
from sscviewer.plots.style import Style, load_fonts

KEPT_WORDS = 2000
"""Texts whose words in the user's language are kept."""
GLUE = "\N{NO-BREAK SPACE}"
TOGETHER = re.compile(
    r"(?<=Month) (?=\d)|(?<=Week) (?=\d)|(?<=Visit) (?=\d)"
    r"|(?<=[≤≥<>]) (?=\d)|(?<=\d) (?=%)|(?<=%) (?=CI\b)|(?<=\bn) (?==)|(?<=\bn =) (?=\d)"
)
"""Spaces at which no line ends, where what they join fits into one."""


class Ink:
    """A style turned into Qt's fonts and colours; belongs to one figure.

    Attributes
    ----------
    em : height of a line of text in drawing units; what panels measure their heights in
    written : when a list, every text drawn is noted in it as (alignment, position, text), for `svg_text`
    """

    def __init__(self, style: Style) -> None:
        self.style = style
        self.family = style.family or load_fonts()
        self.plain = self._font(1.0, QFont.Weight.Normal)
        self.small = self._font(0.88, QFont.Weight.Normal)
        self.strong = self._font(1.0, QFont.Weight.DemiBold)
        self.title = self._font(1.45, QFont.Weight.Bold)
        self._metrics = {id(f): QFontMetricsF(f) for f in (self.plain, self.small, self.strong, self.title)}
        self.em = self.metrics(self.plain).height()
        self._kept = lru_cache(KEPT_WORDS)(style.said)
        self.written: list[tuple[str, float, str]] | None = None
        self._colours: dict[tuple[str, float], QColor] = {}
        self._pens: dict[tuple[str, float, tuple[float, ...] | None, float], QPen] = {}

    def _font(self, factor: float, weight: QFont.Weight) -> QFont:
        font = QFont(self.family)
        font.setPixelSize(max(1, round(self.style.px(self.style.font_pt) * factor)))
        font.setWeight(weight)
        return font

    def _said(self, text: str) -> str:
        """Return a text in the user's language, one of the file as it is."""
        if isinstance(text, Sentence):
            return self.style.said(text)  # not kept: a plain text may say the same
        return str(text) if isinstance(text, Verbatim) else self._kept(text)

    def metrics(self, font: QFont) -> QFontMetricsF:
        """Return the measures of one of this ink's fonts."""
        return self._metrics[id(font)]

    def width(self, text: str, font: QFont | None = None) -> float:
        """Return the width of a text."""
        return self.metrics(font or self.plain).horizontalAdvance(self._said(text))

    def fold(self, text: str, width: float, font: QFont | None = None, most: int = 0) -> list[str]:
        """Return the text in as few lines as fit a width, at most so many (0: any number); "" is no line.

        Lines end between words, but not within "Month 12", "n = 12" or "95 % CI"; a word too wide for a line,
        and what the last line cannot hold, is cut with "…".
        """
        font = font or self.plain
        words: list[str] = []
        for word in map(Verbatim, _words(self._said(text))):
            fits = GLUE not in word or self.width(word, font) <= width
            words += [word] if fits else map(Verbatim, word.split(GLUE))
        lines = wrap(words, " ", width, self, font) if words else []
        if most and len(lines) > most:
            rest = words[sum(len(line.split(" ")) for line in lines[: most - 1]) :]
            lines = [*lines[: most - 1], self.elide(Verbatim(" ".join(rest)), width, font)]
        return [Verbatim(line.replace(GLUE, " ")) for line in lines]

    def elide(self, text: str, width: float, font: QFont | None = None, *, middle: bool = False) -> str:
        """Return the text, cut with "…" at its end, or in its middle, where it is wider than `width`."""
        metrics, mode = self.metrics(font or self.plain), Qt.TextElideMode
        where = mode.ElideMiddle if middle else mode.ElideRight
        return Verbatim(metrics.elidedText(self._said(text), where, width))

    def colour(self, name: str, alpha: float = 1.0) -> QColor:
        """Return a colour, kept for the next time."""
        key = (name, alpha)
        if key not in self._colours:
            colour = QColor(name)
            colour.setAlphaF(alpha)
            self._colours[key] = colour
        return self._colours[key]

    def brush(self, name: str, alpha: float = 1.0) -> QBrush:
        """Return a filling."""
        return QBrush(self.colour(name, alpha))

    def pen(self, name: str, points: float, dash: Sequence[float] | None = None, alpha: float = 1.0) -> QPen:
        """Return a pen so many points wide at screen size; not cosmetic, so it scales with the figure.

        `dash` counts in pen widths, as Qt does. Kept for the next time: who changes it takes a copy.
        """
        key = (name, points, None if dash is None else tuple(dash), alpha)
        if key not in self._pens:
            self._pens[key] = self._new_pen(name, points, dash, alpha)
        return self._pens[key]

    def _new_pen(self, name: str, points: float, dash: Sequence[float] | None, alpha: float) -> QPen:
        pen = QPen(self.colour(name, alpha), self.style.px(points) * self.style.weight)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        if dash is not None:
            pen.setDashPattern(list(dash))
        return pen

    def sharp(self, position: float) -> float:
        """Return a position moved to the middle of a device pixel, so that a hairline is not blurred."""
        scale = self.style.scale
        return position if scale <= 0 else (int(position * scale) + 0.5) / scale

    def hline(self, painter: QPainter, left: float, right: float, y: float) -> None:
        """Draw a horizontal hairline with the painter's pen."""
        y = self.sharp(y)
        painter.drawLine(QPointF(left, y), QPointF(right, y))

    def vline(self, painter: QPainter, x: float, top: float, bottom: float) -> None:
        """Draw a vertical hairline with the painter's pen."""
        x = self.sharp(x)
        painter.drawLine(QPointF(x, top), QPointF(x, bottom))

    def text(
        self,
        painter: QPainter,
        x: float,
        y: float,
        text: str,
        along: str = "left",
        colour: str | None = None,
        font: QFont | None = None,
    ) -> None:
        """Draw one line of text whose middle is at height `y`, beginning, ending or centred at `x`."""
        text = plain_text(self._said(text))  # plain: the SVG would not be one
        font = font or self.plain
        metrics = self.metrics(font)
        if self.written is not None and text:
            self.written.append((along, x, text))
        if along != "left":
            x -= metrics.horizontalAdvance(text) * (1.0 if along == "right" else 0.5)
        painter.setFont(font)
        painter.setPen(self.colour(colour or self.style.text))
        # Capitals and figures, not the whole line box, are what the eye centres on.
        painter.drawText(QPointF(x, y + metrics.capHeight() / 2), text)

    def block(
        self,
        painter: QPainter,
        x: float,
        y: float,
        lines: Sequence[str],
        along: str = "left",
        colour: str | None = None,
        font: QFont | None = None,
    ) -> None:
        """Draw lines below each other, the middle of them all at height `y`."""
        y -= (len(lines) - 1) * self.em / 2
        for line in lines:
            self.text(painter, x, y, line, along, colour, font)
            y += self.em

    def patch(self, painter: QPainter, rect: QRectF, colour: str, alpha: float = 1.0) -> None:
        """Fill a rectangle without an edge."""
        painter.fillRect(rect, self.colour(colour, alpha))


def _words(text: str) -> list[str]:
    """Return the words of a text, those that belong together as one with `GLUE` between them."""
    return TOGETHER.sub(GLUE, " ".join(text.split())).split(" ") if text.strip() else []


def wrap(parts: list[str], separator: str, width: float, ink: Ink, font: QFont) -> list[str]:
    """Return the parts joined into as few lines as fit a width; a part is never broken, only cut with "…"."""
    lines: list[str] = []
    for part in parts:
        joined = f"{lines[-1]}{separator}{part}" if lines else part
        if isinstance(part, Verbatim):
            joined = Verbatim(joined)
        if lines and ink.width(joined, font) <= width:
            lines[-1] = joined
        else:
            lines.append(part)
    return [ink.elide(line, width, font) for line in lines]


def polygon(points: Sequence[tuple[float, float]]) -> QPolygonF:
    """Return Qt's polygon through the points."""
    return QPolygonF([QPointF(x, y) for x, y in points])


def hatch(painter: QPainter, rect: QRectF, step: float) -> None:
    """Draw rising diagonals inside a rectangle with the painter's pen, each cut exactly at its edges.

    Lines instead of Qt's hatched brushes: those become images in files and ignore the scale.
    """
    height = rect.height()
    offset = rect.left() - height + step / 2
    while offset < rect.right():
        low = max(offset, rect.left())
        high = min(offset + height, rect.right())
        # A line of no length makes a path that PDF readers complain about.
        if high - low > 0.02 * step:
            painter.drawLine(
                QPointF(low, rect.bottom() - (low - offset)), QPointF(high, rect.bottom() - (high - offset))
            )
        offset += step
