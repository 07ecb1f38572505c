"""What the pictures of all patients draw, as rows of words: to be read without seeing them and saved."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from sscviewer.analysis.cohort.spaghetti import MeanLine, Spaghetti
from sscviewer.analysis.cohort.spaghetti_models import ModelBand
from sscviewer.analysis.cohort.swimmer import Swimmer
from sscviewer.analysis.cohort.waterfall import Waterfall
from sscviewer.analysis.events.event_levels import level_words
from sscviewer.analysis.number_words import plain, signed
from sscviewer.analysis.plan_effects import NOT_ESTIMATED
from sscviewer.model.study import Study

NO_END = "no end in the file"
KINDS = {"visits": "Model at visits", "line": "Model, straight line"}


@dataclass(frozen=True, slots=True)
class PictureValues:
    """A row for every mark of a picture, in its order; `numeric` are the columns of numbers alone."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: frozenset[int] = frozenset()


def courses_values(
    study: Study, data: Spaghetti, means: Iterable[MeanLine] = (), bands: Iterable[ModelBand] = ()
) -> PictureValues:
    """Return every point of every patient, then observed and modelled means with their limits.

    Parameters
    ----------
    study : the trial of the picture, for the cells
    means, bands : those that are drawn
    """
    axes = data.x_label, "Study day", data.y_label
    columns = ("Patient", "Arm", *axes, "Lower", "Upper", "n", "Cell", "Note")
    rows = [*_points(study, data)]
    for line in means:
        rows += _mean(f"Observed mean, {line.label}", line, data, [str(n) for n in line.n])
    for band in bands:
        rows += _mean(f"{KINDS[band.kind]}, {band.label}", band, data, [""] * len(band.x))
    return PictureValues(columns, tuple(rows), frozenset({2, 3, 4, 7}))


def _points(study: Study, data: Spaghetti) -> Iterator[tuple[str, ...]]:
    cells = study.column("measurements", "SRCREF")
    ended = dict(zip(data.dropouts.line.tolist(), data.dropouts.words, strict=True))
    for i, who in enumerate(data.subjects):
        last = int(data.start[i + 1]) - 1
        for at in range(int(data.start[i]), last + 1):
            place = _time(data.x[at], data.settings.time), plain(data.day[at], 0)
            value, cell = plain(data.y[at], data.parameter.digits), str(cells[data.row[at]])
            yield who, data.arm[i], *place, value, "", "", "", cell, ended.get(i, "") if at == last else ""


def _mean(what: str, line: MeanLine | ModelBand, data: Spaghetti, n: list[str]) -> Iterator[tuple[str, ...]]:
    digits = data.parameter.digits + 1
    for i, x in enumerate(line.x):
        numbers = (_estimated(one[i], digits) for one in (line.mean, line.lower, line.upper))
        visit = line.visits[i] if line.visits else ""
        yield what, "", _time(x, data.settings.time), "", *numbers, n[i], "", visit


def lanes_values(study: Study, data: Swimmer) -> PictureValues:
    """Return doses, events and end of every patient, lane after lane."""
    columns = ("Patient", "Arm", "What", f"{data.x_label}: from", "To", "Cell")
    rows: list[tuple[str, ...]] = []
    for lane, who in enumerate(data.subjects):
        rows += ((who, data.arm[lane], *row) for row in _lane(study, data, lane))
    return PictureValues(columns, tuple(rows), frozenset({3}))


def _lane(study: Study, data: Swimmer, lane: int) -> Iterator[tuple[str, ...]]:
    doses, events, unit = data.doses, data.events, data.settings.time
    bars = np.flatnonzero(doses.lane == lane)
    for bar in bars:
        dose = f"{doses.dose[bar]:g} {data.unit}/day" if doses.kind[bar] == "dose" else doses.kind[bar]
        is_open = bool(data.is_open[lane]) and bar == bars[-1]
        yield dose, _time(doses.x0[bar], unit), NO_END if is_open else _time(doses.x1[bar], unit), ""
    cells = study.column("adverse_events", "SRCREF")
    for i in np.flatnonzero(events.lane == lane):
        level = "" if np.isnan(events.grade[i]) else level_words(int(events.grade[i]), data.scale)
        facts = events.label[i], level, "serious" if events.serious[i] else ""
        yield ", ".join(filter(None, facts)), _time(events.x[i], unit), "", str(cells[events.row[i]])
    yield data.words[lane], _time(data.end[lane], unit), "", ""


def waterfall_values(data: Waterfall) -> PictureValues:
    """Return a row for every bar, from the left."""
    columns = ("Patient", "Arm", "Visit", data.y_label, "Outcome")
    changes = [signed(change, data.parameter.digits) for change in data.change]
    rows = zip(data.subjects, data.arm, data.visits, changes, data.words, strict=True)
    return PictureValues(columns, tuple(rows), frozenset({3}))


def _time(value: float, unit: str) -> str:
    """Return a time of a picture; "" where its day is not known."""
    return "" if np.isnan(value) else plain(value, 0 if unit == "day" else 2)


def _estimated(value: float, digits: int) -> str:
    return NOT_ESTIMATED if np.isnan(value) else plain(value, digits)
