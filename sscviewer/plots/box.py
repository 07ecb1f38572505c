"""Where the data of one panel lie on the figure: the one place that turns days and values into positions."""

from dataclasses import dataclass
from typing import Literal

Zooms = Literal["", "x", "y", "xy"]
"""Along which axes a picture can be moved and zoomed on screen."""


@dataclass(frozen=True, slots=True)
class Box:
    """The data area of a panel, in drawing units of the figure, and the days and values it spans.

    Attributes
    ----------
    outer_left, outer_right
        Where the panel's own strip begins and ends: labels stand left and right of the data area.
    """

    outer_left: float
    left: float
    top: float
    right: float
    bottom: float
    outer_right: float
    first: float
    last: float
    low: float = 0.0
    high: float = 1.0

    @property
    def width(self) -> float:
        """Width of the data area."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Height of the data area."""
        return self.bottom - self.top

    def x(self, day: float) -> float:
        """Return the position of a study day."""
        return self.left + (day - self.first) / (self.last - self.first) * self.width

    def y(self, value: float) -> float:
        """Return the position of a value; higher values are higher up."""
        return self.bottom - (value - self.low) / (self.high - self.low) * self.height

    def row_y(self, row: int, rows: int) -> float:
        """Return the middle of one of so many rows, from the top."""
        return self.top + (row + 0.5) * self.height / max(rows, 1)

    def day(self, x: float) -> float:
        """Return the study day at a position."""
        return self.first + (x - self.left) / self.width * (self.last - self.first)

    def value(self, y: float) -> float:
        """Return the value at a position."""
        return self.low + (self.bottom - y) / self.height * (self.high - self.low)

    def clamp_x(self, x: float) -> float:
        """Return a position moved inside the data area."""
        return min(max(x, self.left), self.right)
