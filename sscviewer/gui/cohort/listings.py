"""The numbers of the cohort's pictures as tables: observed means by visit, or a row per patient."""

import math
from typing import TYPE_CHECKING

import numpy as np

from sscviewer.gui.analysis.arm_names import arm_name
from sscviewer.gui.analysis.whom import Whom
from sscviewer.gui.panes.table_model import Listing
from sscviewer.model.rounding import rounded
from sscviewer.model.sentence import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sscviewer.analysis.cohort.spaghetti import Spaghetti
    from sscviewer.analysis.cohort.spaghetti_models import ModelBands
    from sscviewer.analysis.cohort.swimmer import Swimmer
    from sscviewer.analysis.cohort.waterfall import Waterfall

DIGITS = 2
TIME = {"day": "days", "month": "months"}


def means_listing(data: "Spaghetti", models: "ModelBands | None") -> tuple[Listing, Whom]:
    """Return the observed means, the model's beside them where there is one, and whom each n counts."""
    bands = [band for band in (models.bands if models is not None else ()) if band.kind == "visits"]
    modelled = {
        (band.label, visit): _interval(*numbers)
        for band in bands
        for visit, *numbers in zip(band.visits, band.mean, band.lower, band.upper, strict=True)
    }
    level = f"{100 * data.settings.level:g} % CI"
    heads = ["Patients counted", "Visit", "n", f"Observed mean ({level})"]
    heads += [f"Model ({level})"] if modelled else []
    rows: list[tuple[str, ...]] = []
    whom: dict[tuple[int, int], tuple[str, ...]] = {}
    for line in data.means:
        for k, visit in enumerate(line.visits):
            whom[len(rows), 2] = line.patients[k]
            cells = [line.label, visit, str(line.n[k]), _interval(line.mean[k], line.lower[k], line.upper[k])]
            cells += [modelled.get((line.label, visit), "")] if modelled else []
            rows.append(tuple(cells))
    keys = {3: tuple(float(mean) for line in data.means for mean in line.mean)}
    return Listing(tuple(heads), tuple(rows), frozenset({2}), keys), whom


def courses_listing(data: "Spaghetti") -> Listing:
    """Return a row per patient: how many values, the first, the last and when (or at which visit)."""
    from sscviewer.analysis.number_words import signed
    from sscviewer.plots.ticks import visit_at

    last = "Last at" if data.visits else say("Last at, {unit}", unit=say(TIME[data.settings.time]))
    head, arm = _arms(data.arm)
    heads = ("Patient", *head, "Ended", "Values", "First", "Last", last, "Last less first")
    rows = []
    for k, usubjid in enumerate(data.subjects):
        x, y = (part[data.start[k] : data.start[k + 1]] for part in (data.x, data.y))
        at = visit_at(data.visits, x[-1]) if data.visits else rounded(x[-1], 1)
        numbers = (rounded(y[0], DIGITS), rounded(y[-1], DIGITS), at)
        change = signed(y[-1] - y[0], DIGITS) if len(y) > 1 else ""
        rows.append((usubjid, *arm[k], data.group[k], str(len(y)), *numbers, change))
    return Listing(heads, tuple(rows), frozenset(range(len(heads) - 5, len(heads))))


def lanes_listing(data: "Swimmer") -> Listing:
    """Return a row per lane, as they stand: how and when it ended, doses and events drawn."""
    unit = say(TIME[data.settings.time])
    common = data.common_unit
    dose = say("Highest dose, {unit}", unit=common) if common else "Highest dose"
    head, arm = _arms(data.arm)
    heads = (
        *(
            "Patient",
            *head,
            "How it ended",
            say("Ended at, {unit}", unit=unit),
            say("Last contact, {unit}", unit=unit),
        ),
        *(dose, "Events drawn", "Serious"),
    )
    doses, events, lanes = data.doses, data.events, len(data.subjects)
    top = np.full(lanes, math.nan)
    np.fmax.at(top, doses.lane, doses.dose)
    drawn = np.bincount(events.lane, minlength=lanes)
    serious = np.bincount(events.lane[events.serious], minlength=lanes)
    rows = []
    for k, usubjid in enumerate(data.subjects):
        own = "" if common else f" {data.unit[k]}"
        highest = "" if math.isnan(top[k]) else f"{top[k]:g}{own}".rstrip()
        times = (_time(data.end[k]), _time(data.last[k]))
        rows.append((usubjid, *arm[k], data.words[k], *times, highest, str(drawn[k]), str(serious[k])))
    n = len(heads)
    return Listing(heads, tuple(rows), frozenset({n - 5, n - 4, n - 2, n - 1}), {n - 3: tuple(top.tolist())})


def changes_listing(data: "Waterfall") -> Listing:
    """Return a row per bar, from the highest change to the lowest."""
    from sscviewer.analysis.number_words import signed

    head, arm = _arms(data.arm)
    heads = ("Patient", *head, "Visit", data.y_label, "How it ended")
    of = zip(data.subjects, arm, data.visits, data.change, data.words, strict=True)
    rows = tuple((who, *own, visit, signed(change, DIGITS), words) for who, own, visit, change, words in of)
    return Listing(heads, rows, sort_keys={len(heads) - 2: tuple(float(change) for change in data.change)})


def _arms(arms: "Sequence[str]") -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Return the head of the column of arms and each patient's cell; neither in a trial without arms."""
    return (("Arm",), [(arm_name(arm),) for arm in arms]) if any(arms) else ((), [()] * len(arms))


def _interval(mean: float, lower: float, upper: float) -> str:
    within = f" ({rounded(lower, DIGITS)} to {rounded(upper, DIGITS)})" if lower == lower else ""
    return f"{rounded(mean, DIGITS)}{within}"


def _time(value: float) -> str:
    return rounded(value, 1) if math.isfinite(value) else ""
