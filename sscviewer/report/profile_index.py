"""The index of the patients' document: who, how they fared, on which page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscviewer.analysis.patient.patient_header import signed

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from sscviewer.analysis.patient.patient_page import PatientPage
    from sscviewer.plots.ink import Ink

LINE_EMS = 1.45
HEAD_LINES = 4
"""Lines of an index page that are title and column heads, in lines of rows."""
FOOT_LINES = 2
COLUMNS = (
    ("Patient", 0.0, "left"),
    ("", 0.10, "left"),
    ("Outcome", 0.44, "left"),
    ("Events", 0.775, "right"),
    ("Worst grade", 0.86, "right"),
    ("Change", 0.955, "right"),
    ("Page", 1.0, "right"),
)
"""Heading, position as a share of the width, alignment."""


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One patient of the index; all text is ready."""

    usubjid: str
    who: str
    outcome: str
    events: str
    worst: str
    change: str
    page: int

    def cells(self) -> tuple[str, ...]:
        """Return the texts in the order of `COLUMNS`."""
        return self.usubjid, self.who, self.outcome, self.events, self.worst, self.change, str(self.page)


def index_row(page: PatientPage, number: int) -> IndexRow:
    """Return the row of a patient; the change is that of the first measurement the page shows."""
    events = page.timeline.events
    worst = max(events, key=lambda event: event.level, default=None)
    change = ""
    for course in page.trajectories[:1]:
        if course.last_change == course.last_change:
            change = f"{course.parameter.short} {signed(course.last_change, course.parameter)}"
    return IndexRow(
        usubjid=page.usubjid,
        who=" · ".join(page.header.who),
        outcome=page.header.outcome,
        events=str(len(events)),
        worst=(worst.mark or "–") if worst else "–",
        change=change or "–",
        page=number,
    )


def rows_per_page(height: float, ink: Ink) -> int:
    """Return how many patients fit on an index page."""
    return max(1, int(height / (LINE_EMS * ink.em)) - HEAD_LINES - FOOT_LINES)


def draw_index(
    painter: QPainter, rows: list[IndexRow], width: float, height: float, title: str, footer: str, ink: Ink
) -> None:
    """Draw one page of the index at the painter's origin."""
    step = LINE_EMS * ink.em
    ink.text(painter, 0.0, 0.8 * step, title, font=ink.title)
    y = (HEAD_LINES - 1) * step
    for words, share, along in COLUMNS:
        ink.text(painter, share * width, y, words, along, ink.style.faint_text, ink.small)
    painter.setPen(ink.pen(ink.style.axis, ink.style.hair_pt))
    ink.hline(painter, 0.0, width, y + 0.5 * step)
    starts = [share * width for _, share, along in COLUMNS if along == "left"]
    room = [b - a - ink.em for a, b in zip(starts, [*starts[1:], 0.745 * width], strict=True)]
    for row in rows:
        y += step
        for i, (text, (_, share, along)) in enumerate(zip(row.cells(), COLUMNS, strict=True)):
            font = ink.plain if i == 0 else ink.small
            shown = ink.elide(text, room[i], font) if i < len(room) else text
            ink.text(painter, share * width, y, shown, along, font=font)
    ink.text(painter, 0.0, height - 0.5 * step, footer, colour=ink.style.faint_text, font=ink.small)
