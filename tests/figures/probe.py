# ruff: noqa: E501
"""A patient with few, well separated values, and instruments that find them again in a saved picture.

What a tick says is taken from the tick's own place in the picture, never from the program's scale: the
test of a figure is that its data lie where its axes say.
"""

import re

import numpy as np
import pandas as pd

from sscviewer.analysis.patient.patient_page import patient_page, trial_frame
from sscviewer.model.load_report import Source
from sscviewer.model.parameters import BY_CODE
from sscviewer.model.study import build_study
from sscviewer.plots.panel import DEFAULT_BANDS

CODES = ("FVCPP", "DLCOPP", "MRSS", "HAQDI")
DAYS = {"FVCPP": 101, "DLCOPP": 47, "MRSS": 203, "HAQDI": 301}
VALUES = {"FVCPP": 71.3, "DLCOPP": 43.0, "MRSS": 17, "HAQDI": 1.375}
LIMITS = {"FVCPP": (40, 100), "DLCOPP": (20, 80), "MRSS": (0, 40), "HAQDI": (0, 3)}
EVENT = (60, 179)
DAY1 = np.datetime64("2008-02-01")
BANDS: frozenset[str] = frozenset()


def probe_trial(several: bool = False):
    """Return (page, frame): patient P has one value of each kind (or five); patient Q sets the axes."""
    rows = []
    for code in CODES:
        days = [DAYS[code]] if not several else [1, 92, 183, 275, 365]
        for k, day in enumerate(days):
            rows.append(("P", code, VALUES[code] + (k if code != "HAQDI" else k / 8), day))
        for value in LIMITS[code]:
            rows.append(("Q", code, value, 366))
    measured = pd.DataFrame(rows, columns=["USUBJID", "PARAMCD", "AVAL", "day"])
    measured["ADT"] = (DAY1 + (measured["day"] - 1).to_numpy().astype("timedelta64[D]")).astype(
        "datetime64[s]"
    )
    measured = measured.assign(ADTF="", AVALC="x", SRCREF="S!A1", AVISIT="Visit")
    day = lambda n: np.array([DAY1 + np.timedelta64(n - 1, "D")]).astype("datetime64[s]")  # noqa: E731
    tables = {
        "subjects": pd.DataFrame({"USUBJID": ["P", "Q"], "SRCREF": "S!A1", "TRTSDT": np.array([DAY1] * 2).astype("datetime64[s]"), "TRTSDTF": ""}),
        "measurements": measured.drop(columns="day"),
        "adverse_events": pd.DataFrame({"USUBJID": ["P"], "SRCREF": "S!A1", "AETERM": "Rash", "ASTDT": day(EVENT[0]), "ASTDTF": "", "AENDT": day(EVENT[1]), "AENDTF": "", "AETOXGR": [3.0]}),
        "exposure": pd.DataFrame({"USUBJID": ["P"], "SRCREF": "S!A1", "EXTRT": "Drug", "EXDAILY": [400.0], "EXDOSE": [400.0], "EXDOSU": "mg", "ASTDT": day(1), "ASTDTF": "", "AENDT": day(244), "AENDTF": ""}),
    }  # fmt: skip
    study = build_study(tables, [BY_CODE[c] for c in CODES], source=Source("p.xlsx", "0" * 64, 1, "xlsx"))
    frame = trial_frame(study, CODES)
    return patient_page(study, "P", frame, CODES), frame


def near(pixels: np.ndarray, colour: str, tolerance: int = 40) -> np.ndarray:
    """Return where a picture (h, w, 3) has a colour."""
    wanted = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)])
    return (np.abs(pixels.astype(int) - wanted) <= tolerance).all(axis=2)


def centroid(mask: np.ndarray) -> tuple[float, float]:
    """Return x and y of the middle of what is marked, in pixels from the picture's top left corner."""
    y, x = np.nonzero(mask)
    return float(x.mean()) + 0.5, float(y.mean()) + 0.5


def dark_runs(line: np.ndarray, background: float = 255.0) -> list[float]:
    """Return the middle of each dark stretch of a row or column of grey values, weighted by its darkness."""
    weight = np.clip(background - line.astype(float) - 40, 0, None)
    edges = np.flatnonzero(np.diff(np.concatenate([[0], (weight > 0).astype(int), [0]])))
    out = []
    for begin, end in zip(edges[::2], edges[1::2], strict=True):
        part = weight[begin:end]
        out.append(float((np.arange(begin, end) + 0.5) @ part / part.sum()))
    return out


class Scale:
    """A straight line through ticks: from position to value."""

    def __init__(self, at: list[float], says: list[float]) -> None:
        assert len(at) == len(says) >= 2, (at, says)
        self.slope, self.start = np.polyfit(says, at, 1)
        self.worst = float(np.abs(np.polyval([self.slope, self.start], says) - at).max())

    def position(self, value: float) -> float:
        return float(self.slope * value + self.start)


def measure(pixels: np.ndarray, drawing, style, per_unit: float) -> dict[str, float]:
    """Return for each thing in the picture how many pixels it lies from where the axes say.

    Parameters
    ----------
    drawing
        Only to know where to look for ticks (which strip of pixels), and what they say.
    per_unit
        Pixels per drawing unit.
    """
    from sscviewer.plots.patient.visits_panel import axis_ticks
    from sscviewer.plots.style import course_colour
    from sscviewer.plots.ticks import value_ticks

    grey = pixels.mean(axis=2)
    panels = {s.panel.name: s.panel for s in drawing.strips}
    em = drawing.ink.em
    foot = panels["time"].box
    first, last = round(foot.left * per_unit) - 3, round(foot.right * per_unit) + 3
    row = round((foot.top + 0.2 * em) * per_unit)
    found = [x + first for x in dark_runs(grey[row, first:last])]
    says = [t.at for t in axis_ticks(foot, panels["time"].scene)]
    days = Scale(found, says)
    errors = {"time ticks": days.worst}
    column = round((foot.left - 0.15 * em) * per_unit)
    for i, code in enumerate(CODES):
        box = panels[code].box
        top, bottom = round((box.top - 0.3 * em) * per_unit), round((box.bottom + 0.3 * em) * per_unit)
        at = [y + top for y in dark_runs(grey[top:bottom, column])]
        ticks = value_ticks(box.low, box.high, 4)
        values = Scale(at[::-1], [t.at for t in ticks])
        left, right = round(box.left * per_unit), round(box.right * per_unit)
        x, y = centroid(near(pixels[top:bottom, left:right], course_colour(style, code, i)))
        x, y = x + left, y + top
        errors[f"{code} day"] = abs(x - days.position(DAYS[code]))
        errors[f"{code} value"] = abs(y - values.position(VALUES[code]))
    errors |= _bars(pixels, panels, style, per_unit, days)
    return errors


def _bars(pixels, panels, style, per_unit, days) -> dict[str, float]:
    lanes, dose = panels["events"], panels["dose"]
    y = round((lanes.middle(0) + 0.3 * lanes._bar) * per_unit)
    fill = np.flatnonzero(near(pixels[y : y + 1], style.grades[3], 12)[0])
    # The edge of a bar straddles its end: half of it lies inside.
    edge = style.px(0.6) * style.weight * per_unit / 2
    y = round((dose.box.bottom - 0.3 * dose.box.height) * per_unit)
    step = np.flatnonzero(near(pixels[y : y + 1], style.dose_fill, 12)[0])
    return {
        "event start": abs(fill.min() - edge - days.position(EVENT[0])),
        "event end": abs(fill.max() + 1 + edge - days.position(EVENT[1] + 1)),
        "dose start": abs(step.min() - days.position(1)),
        "dose end": abs(step.max() + 1 - days.position(245)),
    }


def svg_points(text: str) -> list[tuple[float, float]]:
    """Return the middle of every circle of an SVG."""
    return [(float(x), float(y)) for x, y in re.findall(r'<circle cx="([-\d.e]+)" cy="([-\d.e]+)" r=', text)]


def svg_lines(text: str) -> list[tuple[float, float, float, float]]:
    """Return every straight line of two points of an SVG."""
    pattern = r'points="([-\d.e]+),([-\d.e]+) ([-\d.e]+),([-\d.e]+) "'
    return [tuple(map(float, found)) for found in re.findall(pattern, text)]


KEYWORDS = {"bands": BANDS, "font_pt": 8.0}
assert DEFAULT_BANDS != BANDS  # the others' lines would lie on the probe's
