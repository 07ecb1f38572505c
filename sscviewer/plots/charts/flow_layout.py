"""Where the boxes of the flow of patients stand, and their lines of text within them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from sscviewer.plots.ink import Ink, wrap

if TYPE_CHECKING:
    from sscviewer.analysis.enrolment.flow import Flow, FlowBox

EVERYBODY = -1
"""The column of boxes across all arms (`analysis.enrolment.flow.EVERYBODY`)."""
MARGIN, COLUMN_GAP = 0.6, 1.4
WIDEST_COLUMN, NARROW_COLUMN, TIGHT_COLUMN = 34.0, 26.0, 12.0
"""In lines of text: wider columns gain nothing; in narrower ones side boxes hang under the main box; in the
tightest nothing is spent on margins."""
PAD_X, TIGHT_PAD_X, PAD_Y, LINE = 0.7, 0.35, 0.45, 1.2
STEP, SIDE_GAP = 2.2, 0.9
"""Room between two main boxes without anything between them; above, between and below side boxes."""
INDENT, TIGHT_INDENT = 0.8, 0.3
MOST_SPARE = 2.5
"""Of the room to spare, so much goes between two boxes; the rest stays above and below."""


@dataclass(frozen=True, slots=True)
class BoxLine:
    """One line of text in a box; `y` is its middle."""

    x: float
    y: float
    text: str
    is_title: bool


@dataclass(frozen=True, slots=True)
class PlacedBox:
    """A box in its place.

    Attributes
    ----------
    spine
        Where the arrow leaves it downwards.
    landing
        Where an arrow from a box that is not above it arrives.
    items
        (item, top, bottom) of each of its items.
    """

    box: FlowBox
    rect: QRectF
    spine: float
    landing: float
    lines: tuple[BoxLine, ...]
    items: tuple[tuple[int, float, float], ...]


@dataclass(frozen=True, slots=True)
class BoxPlaces:
    """All boxes by key, and the height they take."""

    boxes: dict[str, PlacedBox]
    height: float


@dataclass(frozen=True, slots=True)
class _Column:
    """Left and right edges of the main and of the side boxes, where arrows run, margins in lines of text."""

    main: tuple[float, float]
    side: tuple[float, float]
    spine: float
    pad: float = PAD_X
    indent: float = INDENT


def lay_out_flow(flow: Flow, ink: Ink, width: float, height: float | None = None) -> BoxPlaces:
    """Return the places of all boxes at a width; `height` is filled where it is more than wanted."""
    columns = _columns(flow, ink, width)
    levels = sorted({box.level for box in flow.boxes})
    heights, stacks = {}, {}
    for level in levels:
        here = [box for box in flow.boxes if box.level == level]
        heights[level] = max(_height(box, ink, columns) for box in here if box.kind == "main")
        stacks[level] = max(_stack(flow, ink, columns, level, column) for column in columns)
    steps = {level: max(STEP * ink.em, stacks[level]) for level in levels[:-1]}
    wanted = sum(heights.values()) + sum(steps.values()) + 2 * MARGIN * ink.em
    spare = max(0.0, (height or 0.0) - wanted)
    more = min(MOST_SPARE * ink.em, spare / max(len(steps), 1))
    y = MARGIN * ink.em + (spare - more * len(steps)) / 2
    boxes: dict[str, PlacedBox] = {}
    for level in levels:
        for box in flow.boxes:
            if box.level == level and box.kind == "main":
                boxes[box.key] = _placed(box, ink, columns, y, heights[level])
        y += heights[level]
        for column in columns:
            _hang(flow, ink, columns, level, column, y + more / 2, boxes)
        y += steps.get(level, 0.0) + more
    return BoxPlaces(boxes, wanted)


def _columns(flow: Flow, ink: Ink, width: float) -> dict[int, _Column]:
    """Return the columns by number; that across all is the only column itself where there is one."""
    em, count = ink.em, len(flow.arms)
    room = (width - 2 * MARGIN * em - (count - 1) * COLUMN_GAP * em) / count
    wide = min(room, WIDEST_COLUMN * em)
    left = (width - count * wide - (count - 1) * COLUMN_GAP * em) / 2
    columns = {i: _column(left + i * (wide + COLUMN_GAP * em), wide, em) for i in range(count)}
    if count == 1:
        return {EVERYBODY: columns[0], **columns}
    middle, half = width / 2, min(12.0 * em, width / 2 - MARGIN * em)
    side = (middle + 2.5 * em, min(width - MARGIN * em, middle + 24.0 * em))
    return {EVERYBODY: _Column((middle - half, middle + half), side, middle), **columns}


def _column(left: float, width: float, em: float) -> _Column:
    if width < TIGHT_COLUMN * em:
        side = (left + 1.5 * em, left + width)
        return _Column((left, left + width), side, left + 0.6 * em, TIGHT_PAD_X, TIGHT_INDENT)
    if width < NARROW_COLUMN * em:
        return _Column((left, left + width), (left + 2.4 * em, left + width), left + 1.0 * em)
    main = 0.5 * width
    return _Column((left, left + main), (left + main / 2 + 3.0 * em, left + width), left + main / 2)


def _texts(box: FlowBox, ink: Ink, column: _Column) -> list[tuple[str, int]]:
    """Return the lines of a box and the item each belongs to, -1 for the title."""
    left, right = column.main if box.kind == "main" else column.side
    room = right - left - 2 * column.pad * ink.em
    title = wrap(f"{box.title} (n\u00a0=\u00a0{box.n})".split(" "), " ", room, ink, ink.strong)
    lines = [(text, -1) for text in title]
    for i, item in enumerate(box.items):
        words = f"{item.words} (n\u00a0=\u00a0{item.n})".split(" ")
        lines += [(text, i) for text in wrap(words, " ", room - column.indent * ink.em, ink, ink.plain)]
    return lines


def _height(box: FlowBox, ink: Ink, columns: dict[int, _Column]) -> float:
    return (LINE * len(_texts(box, ink, columns[box.column])) + 2 * PAD_Y) * ink.em


def _sides(flow: Flow, level: int, column: int) -> list[FlowBox]:
    return [b for b in flow.boxes if (b.kind, b.level, b.column) == ("side", level, column)]


def _stack(flow: Flow, ink: Ink, columns: dict[int, _Column], level: int, column: int) -> float:
    """Return the room that the side boxes of a step take, with the gaps around them."""
    sides = _sides(flow, level, column)
    if not sides:
        return 0.0
    return sum(_height(box, ink, columns) for box in sides) + (len(sides) + 1) * SIDE_GAP * ink.em


def _hang(
    flow: Flow,
    ink: Ink,
    columns: dict[int, _Column],
    level: int,
    column: int,
    y: float,
    boxes: dict[str, PlacedBox],
) -> None:
    """Place the side boxes of a step one below the other."""
    for box in _sides(flow, level, column):
        y += SIDE_GAP * ink.em
        high = _height(box, ink, columns)
        boxes[box.key] = _placed(box, ink, columns, y, high)
        y += high


def _placed(box: FlowBox, ink: Ink, columns: dict[int, _Column], top: float, height: float) -> PlacedBox:
    column = columns[box.column]
    left, right = column.main if box.kind == "main" else column.side
    lines: list[BoxLine] = []
    items: dict[int, tuple[float, float]] = {}
    y = top + (PAD_Y + LINE / 2) * ink.em
    for text, item in _texts(box, ink, column):
        x = left + (column.pad + (column.indent if item >= 0 else 0.0)) * ink.em
        lines.append(BoxLine(x, y, text, item < 0))
        if item >= 0:
            first = items.get(item, (y - LINE / 2 * ink.em, 0.0))[0]
            items[item] = (first, y + LINE / 2 * ink.em)
        y += LINE * ink.em
    return PlacedBox(
        box=box,
        rect=QRectF(left, top, right - left, height),
        spine=column.spine,
        landing=(left + right) / 2,
        lines=tuple(lines),
        items=tuple((item, low, high) for item, (low, high) in items.items()),
    )
