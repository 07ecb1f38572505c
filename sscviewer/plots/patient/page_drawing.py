"""The patient page as a stack of panels that share one time axis by construction; draws on anything."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter

from sscviewer.analysis.patient.record_lanes import TITLES
from sscviewer.plots.box import Box
from sscviewer.plots.header_panel import FooterPanel, HeaderPanel
from sscviewer.plots.ink import Ink
from sscviewer.plots.mark import Mark
from sscviewer.plots.notes import Note, draw_bands, draw_notes
from sscviewer.plots.panel import Panel, Room, Scene, View, draw_backdrop, draw_milestones, is_narrow
from sscviewer.plots.patient.dose_panel import DosePanel
from sscviewer.plots.patient.labs_panel import LabsPanel
from sscviewer.plots.patient.lanes_panel import LEGEND_EMS, LanesPanel
from sscviewer.plots.patient.no_values_panel import NoValuesPanel
from sscviewer.plots.patient.records_panel import RecordsPanel
from sscviewer.plots.patient.trajectory_panel import TrajectoryPanel
from sscviewer.plots.patient.visits_panel import TICKS_EMS, TimePanel, VisitsPanel
from sscviewer.plots.patient.words import changed_words

if TYPE_CHECKING:
    from sscviewer.analysis.patient.patient_page import PatientPage, TrialFrame

GAP_EMS = 0.75
NARROW_RIGHT_EMS = 1.0
"""Right margin of a page without words at its right."""
LEFT_SHARE, LEFT_EMS = 0.19, (8.5, 13.0)
"""Left margin: a share of the width, between these limits in lines of text."""
AFTER_EMS = 2.0
"""On paper the empty days at the end are at least so wide, in lines of text."""
BEFORE, AFTER = 0.025, 0.04
"""Empty days at either end, as a share of the span: the heads of arrows and the ends of bars are seen."""


def whole_range(frame: TrialFrame) -> tuple[float, float]:
    """Return the days a page shows before anybody zooms."""
    span = max(frame.last_day - frame.first_day, 28.0)
    return frame.first_day - BEFORE * span, frame.first_day + span * (1 + AFTER)


@dataclass(frozen=True, slots=True)
class Strip:
    """A panel with its place from top to bottom, gap above included."""

    panel: Panel
    top: float
    bottom: float


class PageDrawing:
    """Panels in their order; `lay_out` gives them their places, `paint` draws them.

    Attributes
    ----------
    beside
        Pages of other patients that lie beside this one: panels are as high as the highest of them.
    """

    beside: tuple[PatientPage, ...] = ()

    def __init__(
        self,
        frame: TrialFrame,
        ink: Ink,
        panels: Iterable[str] | None = None,
        footer: str = "",
        header: bool = False,
    ) -> None:
        self.frame, self.ink = frame, ink
        courses = [TrajectoryPanel(c.parameter.paramcd, i) for i, c in enumerate(frame.cohort)]
        wanted = None if panels is None else set(panels)
        records: list[Panel] = [RecordsPanel(table) for table in TITLES if table in frame.lanes]
        labs: list[Panel] = [LabsPanel()] if "labs" in frame.lanes else []
        every = (DosePanel(), LanesPanel(), *courses, *labs, *records)
        data = [p for p in every if wanted is None or p.name in wanted]
        self.panels: list[Panel] = [HeaderPanel()] if header else []
        self.panels += [VisitsPanel(), *data]
        if wanted is None and not frame.has_values:
            self.panels.append(NoValuesPanel())
        self.panels.append(TimePanel())
        if footer:
            self.panels.append(FooterPanel(footer))
        self.strips: tuple[Strip, ...] = ()
        self.notes: tuple[Note, ...] = ()

    def whole_range(self, width: float) -> tuple[float, float]:
        """Return the days of the whole trial, with room after the last for an arrow's head and a grade."""
        first, last = whole_range(self.frame)
        left, right = self._edges(width)
        room = AFTER_EMS * self.ink.em / (right - left)
        span = (last - first) / (1 + BEFORE + AFTER)
        return first, max(last, last + span * (room - AFTER))

    def _edges(self, width: float) -> tuple[float, float]:
        """Return where the data areas of all panels begin and end."""
        em = self.ink.em
        left = min(max(LEFT_SHARE * width, LEFT_EMS[0] * em), LEFT_EMS[1] * em)
        return left, width - (NARROW_RIGHT_EMS if is_narrow(self.ink, width) else LEGEND_EMS + 1.5) * em

    @property
    def data_names(self) -> tuple[str, ...]:
        """Return the panels that can be saved alone."""
        aside = ("header", "visits", "no_values", "time", "footer")
        return tuple(p.name for p in self.panels if p.name not in aside)

    def wanted_height(self, page: PatientPage, view: View, width: float, least: bool = False) -> float:
        """Return the height a page asks for at a width: comfortable, or the least that can be read."""
        rooms = self._rooms(page, view, width)
        heights = (room.least if least else room.wanted for room in rooms)
        return sum(heights) + sum(self._gaps()) + 0.5 * self.ink.em

    def _rooms(self, page: PatientPage, view: View, width: float) -> list[Room]:
        """Return the height each panel asks for, here and in the pages beside."""
        scenes = [Scene(self.frame, one, view, self.ink) for one in (page, *self.beside)]
        asked = ([panel.room(scene, width) for scene in scenes] for panel in self.panels)
        return [
            Room(max(r.least for r in rooms), max(r.wanted for r in rooms), rooms[0].share) for rooms in asked
        ]

    def _gaps(self) -> list[float]:
        none = ("header", "visits", "time", "footer")
        return [0.0 if p.name in none else GAP_EMS * self.ink.em for p in self.panels]

    def lay_out(self, page: PatientPage, view: View, width: float, height: float) -> None:
        """Give every panel its place for a patient, a view and a size."""
        ink = self.ink
        scene = Scene(self.frame, page, view, ink)
        left, right = self._edges(width)
        outer = (0.6 * ink.em, width - 0.3 * ink.em)
        gaps = self._gaps()
        rooms = self._rooms(page, view, width)
        heights = share_out(rooms, height - sum(gaps) - 0.5 * ink.em)
        y = 0.25 * ink.em
        strips = []
        for panel, gap, high in zip(self.panels, gaps, heights, strict=True):
            low, top = view.values.get(panel.name) or panel.values(scene)
            upper, lower = y + gap + panel.above(scene, width), y + gap + high - panel.below(scene, width)
            box = Box(outer[0], left, upper, right, lower, outer[1], view.first, view.last, low, top)
            panel.place(box, scene)
            strips.append(Strip(panel, y, y + gap + high))
            y += gap + high
        self.strips = tuple(strips)

    def paint(self, painter: QPainter) -> None:
        """Draw everything."""
        for strip in self.strips:
            self.paint_strip(painter, strip)

    def paint_strip(self, painter: QPainter, strip: Strip) -> None:
        """Draw one panel: shading, the lines that go through all, data."""
        panel, box, scene = strip.panel, strip.panel.box, strip.panel.scene
        if box is None or scene is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if panel.has_days:
            top = box.bottom - TICKS_EMS * self.ink.em if panel.name == "visits" else strip.top
            below = self.ink.em * GAP_EMS / 4 if panel.name == "visits" else 0.0
            draw_backdrop(painter, box, scene, top, box.bottom + below)
            panel.draw_under(painter, box, scene)
            # Under the data: a point or a grade on the line must not be struck through.
            draw_milestones(painter, box, scene, top)
        here = [note for note in self.notes if note.panel == panel.name]
        if panel.name in self.data_names:
            draw_bands(painter, box, [*self._through(panel.name), *here], self.ink)
        panel.draw(painter, box, scene)
        draw_notes(painter, box, here, self.ink)

    def _through(self, name: str) -> list[Note]:
        """Return the bands of days that go through all panels; their words stand in the first."""
        bands = [note for note in self.notes if note.kind == "band" and not note.panel]
        first = name == next(iter(self.data_names), "")
        return bands if first else [replace(note, words="") for note in bands]

    def place_at(self, x: float, y: float) -> tuple[str, float, float] | None:
        """Return the panel, study day and value at a position."""
        for strip in self.strips:
            box = strip.panel.box
            if strip.top <= y < strip.bottom and box is not None and strip.panel.name in self.data_names:
                return strip.panel.name, box.day(x), box.value(y)
        return None

    def mark_at(self, x: float, y: float) -> Mark | None:
        """Return what is drawn at a position."""
        for strip in self.strips:
            if strip.top <= y < strip.bottom:
                mark, scene = strip.panel.mark_at(x, y), strip.panel.scene
                words = "" if mark is None or scene is None else changed_words(mark, scene.page)
                return replace(mark, text=f"{mark.text}\n{words}") if mark is not None and words else mark
        return None


def share_out(rooms: list[Room], height: float) -> list[float]:
    """Return heights that fill `height`: what is wanted and a share of the rest, or less, to the least."""
    wanted = sum(room.wanted for room in rooms)
    least = sum(room.least for room in rooms)
    if height >= wanted:
        shares = sum(room.share for room in rooms)
        rest = (height - wanted) / shares if shares else 0.0
        return [room.wanted + rest * room.share for room in rooms]
    squeeze = min(1.0, (wanted - height) / (wanted - least)) if wanted > least else 0.0
    return [room.wanted - squeeze * (room.wanted - room.least) for room in rooms]
