"""A panel: one strip of the patient page, and what all panels share (shading, milestones, value axis)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from sscviewer.plots.box import Box
from sscviewer.plots.ink import Ink
from sscviewer.plots.mark import Mark
from sscviewer.plots.ticks import Tick, TimeUnit

if TYPE_CHECKING:
    from sscviewer.analysis.patient.patient_page import PatientPage, TrialFrame

NARROW_EMS = 36.0
"""A page narrower than this has no words at its right: names and words would leave too little for time."""
DEFAULT_BANDS = frozenset({"cohort", "model"})


@dataclass(frozen=True, slots=True)
class View:
    """What the user chose to see: days, their unit, and which bands lie in the trajectories.

    Attributes
    ----------
    values
        Range of the value axis by panel, where the user has zoomed it; only on screen.
    """

    first: float
    last: float
    time_unit: TimeUnit = "months"
    bands: frozenset[str] = DEFAULT_BANDS
    values: Mapping[str, tuple[float, float]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything a panel draws from."""

    frame: TrialFrame
    page: PatientPage
    view: View
    ink: Ink


@dataclass(frozen=True, slots=True)
class Room:
    """The height a panel asks for: the least that can be read, what is comfortable, its share of the rest."""

    least: float
    wanted: float
    share: float = 0.0


class Panel:
    """One strip of the page. Subclasses say how high they want to be, and draw themselves into their box."""

    name: str = ""
    has_days: ClassVar[bool] = True
    """Whether the strip lies on the common time axis (shading, milestones and cursor go through it)."""
    has_values: ClassVar[bool] = False
    """Whether the strip has a value axis that can be zoomed on screen."""

    def __init__(self) -> None:
        self.box: Box | None = None
        self.scene: Scene | None = None

    def room(self, scene: Scene, width: float) -> Room:
        """Return the height wanted for a patient."""
        raise NotImplementedError

    def values(self, scene: Scene) -> tuple[float, float]:
        """Return the range of the value axis: the same for every patient of a trial."""
        return 0.0, 1.0

    def place(self, box: Box, scene: Scene) -> None:
        """Take a place on the figure and the patient to draw."""
        self.box, self.scene = box, scene

    def above(self, scene: Scene, width: float) -> float:
        """Return the height over the data area for what has no room beside it on a narrow page."""
        return 0.0

    def below(self, scene: Scene, width: float) -> float:
        """Return the height under the data area for what has no room beside it on a narrow page."""
        return 0.0

    def draw_under(self, painter: QPainter, box: Box, scene: Scene) -> None:
        """Draw what lies under the vertical lines that go through all strips."""

    def draw(self, painter: QPainter, box: Box, scene: Scene) -> None:
        """Draw the strip into its box."""
        raise NotImplementedError

    def mark_at(self, x: float, y: float) -> Mark | None:
        """Return what is drawn at a position of the figure."""
        return None

    @property
    def lacking(self) -> str:
        """Return the sentence that the workbook has no sheet for this strip; "" when it has one."""
        return ""

    def reading(self, day: float) -> str:
        """Return what the cursor line reads in this strip."""
        return ""


def inside(box: Box) -> QRectF:
    """Return the data area."""
    return QRectF(box.left, box.top, box.width, box.height)


def end_day(scene: Scene) -> float:
    """Return the day after which nothing but post-treatment data is drawn; NaN while the patient goes on."""
    return scene.page.outcome.day


def draw_backdrop(painter: QPainter, box: Box, scene: Scene, top: float, bottom: float) -> None:
    """Shade what lies after the end of the patient's time in the trial."""
    after = box.clamp_x(box.x(end_day(scene))) if not np.isnan(end_day(scene)) else box.right
    if after < box.right:
        style = scene.ink.style
        # Below the axis line of the panel above, which lies on the edge of this strip.
        top += scene.ink.style.px(style.hair_pt)
        scene.ink.patch(painter, QRectF(after, top, box.right - after, bottom - top), style.after_stop)


@dataclass(frozen=True, slots=True)
class Milestone:
    """A vertical line through all panels."""

    day: float
    words: str
    is_end: bool


def milestones(scene: Scene) -> tuple[Milestone, ...]:
    """Return the lines to draw: the end, death, and the last contact where it is another day."""
    end = scene.page.outcome
    lines = []
    if not np.isnan(end.day):
        lines.append(Milestone(end.day, end.short, True))
    if not np.isnan(end.death_day) and end.death_day != end.day:
        lines.append(Milestone(end.death_day, "died", True))
    if not np.isnan(end.last_contact_day) and all(line.day != end.last_contact_day for line in lines):
        lines.append(Milestone(end.last_contact_day, "last contact", False))
    return tuple(lines)


def draw_milestones(painter: QPainter, box: Box, scene: Scene, top: float) -> None:
    """Draw the outcome and last-contact lines from `top` down to the foot of the data area."""
    ink = scene.ink
    for line in milestones(scene):
        x = box.x(line.day)
        if box.left <= x <= box.right:
            dash = None if line.is_end else (4.0, 3.0)
            name = ink.style.axis if line.is_end else ink.style.faint_text
            painter.setPen(ink.pen(name, 1.1 if line.is_end else 0.75, dash))
            ink.vline(painter, x, top, box.bottom)


def draw_value_axis(
    painter: QPainter, box: Box, ticks: tuple[Tick, ...], title: tuple[str, str], ink: Ink
) -> None:
    """Draw the left axis with its ticks, and the two-line title beside it (name, unit)."""
    style = ink.style
    painter.setPen(ink.pen(style.axis, style.hair_pt))
    ink.vline(painter, box.left, box.top, box.bottom)
    ink.hline(painter, box.left, box.right, box.bottom)
    tick = ink.em * 0.3
    for at in ticks:
        painter.setPen(ink.pen(style.axis, style.hair_pt))
        ink.hline(painter, box.left - tick, box.left, box.y(at.at))
        ink.text(painter, box.left - 1.6 * tick, box.y(at.at), at.label, "right", font=ink.small)
    widest = max((ink.width(at.label, ink.small) for at in ticks), default=0.0)
    x = box.left - 2.6 * tick - max(widest, 2.2 * ink.em * 0.7)
    middle = (box.top + box.bottom) / 2
    room = x - box.outer_left
    most = max(1, int(box.height / ink.em) // 2)
    name, unit = ink.fold(title[0], room, ink.strong, most), ink.fold(title[1], room, ink.small, most)
    ink.block(painter, x, middle - 0.5 * len(unit) * ink.em, name, "right", font=ink.strong)
    ink.block(painter, x, middle + 0.5 * len(name) * ink.em, unit, "right", style.faint_text, ink.small)


def draw_empty(painter: QPainter, box: Box, words: str, ink: Ink) -> None:
    """Say in the middle of a panel that there is nothing to show."""
    lines = ink.fold(words, box.width - ink.em)
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    half, high = max((ink.width(line) for line in lines), default=0.0) / 2 + 0.4 * ink.em, len(lines) + 0.2
    patch = QRectF(x - half, y - high * ink.em / 2, 2 * half, high * ink.em)
    ink.patch(painter, patch, ink.style.background)
    ink.block(painter, x, y, lines, "centre", ink.style.faint_text)


def is_narrow(ink: Ink, width: float) -> bool:
    """Whether a page is too narrow for labels beside its panels: they stand over or under them then."""
    return width < NARROW_EMS * ink.em


def draw_ring(painter: QPainter, x: float, y: float, diameter: float, ink: Ink) -> None:
    """Draw a ring around what is new or changed since an earlier export."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(ink.pen(ink.style.chosen, 1.2))
    disc(painter, x, y, diameter)


def disc(painter: QPainter, x: float, y: float, diameter: float) -> None:
    """Draw a circle with the painter's pen and brush."""
    painter.drawEllipse(QPointF(x, y), diameter / 2, diameter / 2)
