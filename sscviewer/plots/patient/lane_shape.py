"""The shape of one record's bar in its lane: what is certain, what is not, and where it ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from sscviewer.plots.box import Box

if TYPE_CHECKING:
    from sscviewer.analysis.patient.span import Span


@dataclass(frozen=True, slots=True)
class LaneShape:
    """Positions along the time axis, in drawing units.

    Attributes
    ----------
    left, right
        The part that is certain; equal when nothing is (then only the fading parts are drawn).
    fade_from, fade_to
        How far the start may lie before `left`, and the end after `right`.
    is_dot
        One day: a dot at `left`.
    arrow_left, arrow_right
        Start not recorded; ongoing.
    dotted_to
        Where the dotted line of an end not recorded stops; NaN for any other end.
    """

    left: float
    right: float
    fade_from: float
    fade_to: float
    is_dot: bool
    arrow_left: bool
    arrow_right: bool
    dotted_to: float

    @property
    def reach(self) -> tuple[float, float]:
        """First and last position that anything of the bar is drawn at, heads of arrows aside."""
        end = self.fade_to if np.isnan(self.dotted_to) else max(self.dotted_to, self.right)
        return self.fade_from, end


def lane_shape(event: Span, open_until: float, box: Box, bar: float, stub: float) -> LaneShape:
    """Return the shape of an adverse event, or of any record with start and end.

    Parameters
    ----------
    open_until
        Study day at which a bar without an end stops (the patient's last contact); NaN when not known.
    bar
        Height of a bar; three quarters of it is the least length of a bar.
    stub
        Length of the solid begin of an event whose end is not recorded.
    """
    missing = event.start_state == "missing"
    end_first, end_last = event.end_first, event.end_last
    if np.isnan(end_last):
        end_first = end_last = _open_end(event, open_until)
    start_first, start_last = event.start_first, event.start_last
    if missing:
        start_first = start_last = min(1.0, end_first) if not np.isnan(end_first) else 1.0
    solid_end = end_first + 1 if event.end_state != "not recorded" else start_last + 1
    left, right = box.x(start_last), box.x(solid_end)
    if missing and left >= box.left:
        # The head of the arrow needs room before the bar.
        left = max(left, box.left + 0.7 * bar)
        right = max(left, right)
    certain = solid_end > start_last
    if not certain:
        # The spans of start and end overlap: no day is certain, all of it fades.
        left = right = box.x((max(start_first, end_first) + min(start_last, end_last)) / 2)
    dotted = np.nan
    fade_to = box.x(end_last + 1)
    if event.end_state == "not recorded":
        right = max(right, left + stub)
        fade_to = right
        dotted = max(fade_to + bar, box.x(_open_end(event, open_until) + 1))
    elif certain:
        right = max(right, left + 0.75 * bar)
        fade_to = max(fade_to, right)
    return LaneShape(
        left=left,
        right=right,
        fade_from=min(box.x(start_first), left),
        fade_to=fade_to,
        is_dot=event.is_one_day,
        arrow_left=missing,
        arrow_right=event.end_state == "ongoing",
        dotted_to=float(dotted),
    )


def _open_end(event: Span, open_until: float) -> float:
    """Return the day a bar without an end is drawn to: the last contact, or its own start when later."""
    known = [day for day in (open_until, event.start_last) if not np.isnan(day)]
    return max(known, default=1.0)
