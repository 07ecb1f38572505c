"""How a figure is drawn and saved, as one object that a manifest keeps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from sscviewer.analysis.patient.event_choice import ALL_EVENTS, EventChoice
from sscviewer.plots.panel import DEFAULT_BANDS
from sscviewer.plots.paper.figure_files import DOUBLE, FigureSize
from sscviewer.plots.paper.figure_look import FigureLook
from sscviewer.plots.style import PAPER_DPI, PAPER_PT
from sscviewer.plots.ticks import TimeUnit

PLAIN = FigureLook()


@dataclass(frozen=True, slots=True)
class FigureSettings:
    """Everything besides the data that decides what a saved figure looks like.

    Attributes
    ----------
        panels
        Names as in `PatientFigure.panel_names`; None for all.
    day_range
        Study days to show; None for all.
    footer
        Where the figure comes from, parts separated by " · "; "" for no footer.
    paramcds, lane_order, events
        What the page was computed with (`analysis.patient.patient_page`): PARAMCDs and names of lanes, the
        order of the adverse events, which of them are drawn.
    models
        Whether the model's lines are drawn, once there are any: a page may be saved before they are computed.
    look
        Title, axes, colours, font and notes; manifests of earlier versions have none.
    """

    size: FigureSize = DOUBLE
    dpi: int = PAPER_DPI
    font_pt: float = PAPER_PT
    panels: tuple[str, ...] | None = None
    time_unit: TimeUnit = "months"
    bands: frozenset[str] = DEFAULT_BANDS
    day_range: tuple[float, float] | None = None
    footer: str = ""
    paramcds: tuple[str, ...] = ()
    lane_order: str = "onset"
    events: EventChoice = ALL_EVENTS
    models: bool = True
    look: FigureLook = PLAIN

    def to_json(self) -> dict[str, Any]:
        """Return the settings as JSON can hold them."""
        return {
            "width_mm": self.size.width_mm,
            "height_mm": self.size.height_mm,
            "dpi": self.dpi,
            "font_pt": self.font_pt,
            "panels": None if self.panels is None else list(self.panels),
            "time_unit": self.time_unit,
            "bands": sorted(self.bands),
            "day_range": None if self.day_range is None else list(self.day_range),
            "footer": self.footer,
            "paramcds": list(self.paramcds),
            "lane_order": self.lane_order,
            "events": self.events.to_json(),
            "models": self.models,
            "look": self.look.to_json(),
        }

    @classmethod
    def from_json(cls, document: Mapping[str, Any]) -> FigureSettings:
        """Return the settings that `to_json` wrote.

        Raises
        ------
        KeyError, TypeError, ValueError
            If the document is another.
        """
        panels, days = document["panels"], document["day_range"]
        return cls(
            size=FigureSize(document["width_mm"], document["height_mm"]),
            dpi=int(document["dpi"]),
            font_pt=float(document["font_pt"]),
            panels=None if panels is None else tuple(panels),
            time_unit=cast("TimeUnit", document["time_unit"]),
            bands=frozenset(document["bands"]),
            day_range=None if days is None else (float(days[0]), float(days[1])),
            footer=document["footer"],
            paramcds=tuple(document["paramcds"]),
            lane_order=document["lane_order"],
            events=EventChoice.from_json(document.get("events", {})),
            models=bool(document.get("models", True)),
            look=FigureLook.from_json(document["look"]) if "look" in document else PLAIN,
        )
