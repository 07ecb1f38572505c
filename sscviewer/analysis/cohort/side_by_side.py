"""A few patients beside each other: the day their time is aligned on, and their courses of one parameter."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

import numpy as np

from sscviewer.analysis.cohort.alignment import alignment, in_unit
from sscviewer.analysis.cohort.cohort_settings import Anchor
from sscviewer.analysis.cohort.spaghetti import visits_since
from sscviewer.analysis.events.event_levels import event_scale, level_or_worse
from sscviewer.analysis.outcome import outcomes
from sscviewer.analysis.parameter_values import day_means, parameter_values
from sscviewer.analysis.plan import AnalysisPlan
from sscviewer.analysis.population import population
from sscviewer.analysis.settled.clock import clock_of
from sscviewer.model.arrays import Floats, Ints
from sscviewer.model.dates import elapsed_days
from sscviewer.model.parameters import Parameter
from sscviewer.model.study import Study

MOST_TERMS = 12
"""Terms offered to align on."""
TERM = "term:"
ANCHORS = {
    "first_dose": Anchor("first_dose"),
    "event:2": Anchor("first_event", 2),
    "event:3": Anchor("first_event", 3),
    "reduction": Anchor("first_reduction"),
    "stop": Anchor("stop"),
}


@dataclass(frozen=True, slots=True)
class SideBySide:
    """What is shown beside each other.

    Attributes
    ----------
    on
        A key of `ANCHORS`, or "term:Nausea" for the first event of that term.
    paramcd, measure
        Of the lines in one picture: the value, or its change from baseline.
    """

    usubjids: tuple[str, ...]
    shows: Literal["abreast", "overlaid"] = "abreast"
    on: str = "first_dose"
    paramcd: str = ""
    measure: Literal["value", "change"] = "value"

    def to_json(self) -> dict[str, Any]:
        """Return it as a manifest keeps it."""
        return {**asdict(self), "usubjids": list(self.usubjids)}

    @classmethod
    def of_json(cls, kept: Mapping[str, Any]) -> "SideBySide":
        """Return what `to_json` gave (raises TypeError or KeyError if it is something else)."""
        return cls(**{**kept, "usubjids": tuple(kept["usubjids"])})


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """One patient's line.

    Attributes
    ----------
    x, y : (m,) time since the anchor, in months or days, and the value or its change; one a day
    day, row : (m,) study day, and row of the measurements table
    stop : time of the stop since the anchor, NaN where the patient did not stop
    """

    usubjid: str
    x: Floats
    y: Floats
    day: Floats
    row: Ints
    stop: float


@dataclass(frozen=True, slots=True)
class ComparedLines:
    """The lines of one parameter, and who has none, with the reason.

    `visits`: (x, name) where the file gives no time between them.
    """

    parameter: Parameter
    measure: str
    unit: str
    lines: tuple[ComparedLine, ...]
    missing: tuple[tuple[str, str], ...]
    visits: tuple[tuple[float, str], ...] = ()


def alignments(study: Study, usubjids: tuple[str, ...]) -> dict[str, str]:
    """Return what these patients can be aligned on: key -> words. Terms are those that two of them have.

    Of visits without a time nothing tells when a dose or an event was: there is the baseline alone.
    """
    if study.visit_order:
        return {"first_dose": "baseline"}
    scale = event_scale(study)
    words: dict[str, str] = {"first_dose": clock_of(study)}
    if scale:
        words |= {f"event:{n}": f"first event {level_or_worse(n, scale)}" for n in (2, 3)}
    words |= {"reduction": "first dose reduction", "stop": "stop"}
    terms = Counter(
        term
        for usubjid in usubjids
        for term in {str(t) for t in study.column("adverse_events", "AEDECOD")[_events(study, usubjid)]}
        if term
    )
    shared = [term for term, n in sorted(terms.items(), key=lambda item: (-item[1], item[0])) if n > 1]
    return words | {f"{TERM}{term}": f"first {term.lower()}" for term in shared[:MOST_TERMS]}


def anchor_days(study: Study, plan: AnalysisPlan, usubjids: tuple[str, ...], on: str) -> Floats:
    """Return days from day 1 to each patient's anchor (k,), NaN without one."""
    if on.startswith(TERM):
        return np.array([_first_of_term(study, usubjid, on.removeprefix(TERM)) for usubjid in usubjids])
    who = population(study, plan.arms.efficacy)
    found = alignment(study, who, ANCHORS[on], outcomes(study), plan.events)
    return np.array([found.elapsed[study.usubjids.index(usubjid)] for usubjid in usubjids], dtype=np.float64)


def courses(study: Study, plan: AnalysisPlan, wanted: SideBySide, unit: str) -> ComparedLines:
    """Return the lines of a comparison; `unit` is "months" or "days"."""
    values = parameter_values(study, wanted.paramcd)
    means, ends = day_means(values), outcomes(study)
    time = "day" if unit == "days" else "month"
    lines, missing = [], []
    anchors = anchor_days(study, plan, wanted.usubjids, wanted.on)
    for usubjid, anchor in zip(wanted.usubjids, anchors.tolist(), strict=True):
        at = study.usubjids.index(usubjid)
        mine = means.patient == at
        y = means.aval[mine] - (values.base[at] if wanted.measure == "change" else 0.0)
        why = _why_not(anchor, y)
        if why:
            missing.append((usubjid, why))
            continue
        end = ends[at]
        stop = np.array([end.day if end.status == "DISCONTINUED" else np.nan])
        lines.append(
            ComparedLine(
                usubjid,
                in_unit(elapsed_days(means.day[mine]) - anchor, time),
                y,
                means.day[mine],
                means.row[mine],
                float(in_unit(elapsed_days(stop) - anchor, time)[0]),
            )
        )
    visits = visits_since(study, time)
    parameter = study.parameters[wanted.paramcd]
    return ComparedLines(parameter, wanted.measure, unit, tuple(lines), tuple(missing), visits)


def _why_not(anchor: float, y: Floats) -> str:
    if np.isnan(anchor):
        return "without the day that time is aligned on"
    if not y.size:
        return "no value"
    return "no baseline" if np.isnan(y).all() else ""


def _events(study: Study, usubjid: str) -> slice:
    return study.rows("adverse_events", usubjid)


def _first_of_term(study: Study, usubjid: str, term: str) -> float:
    """Return days from day 1 to the patient's first dated event of a term, NaN without one."""
    rows = _events(study, usubjid)
    day = study.column("adverse_events", "ASTDY")[rows]
    day = day[(study.column("adverse_events", "AEDECOD")[rows] == term) & ~np.isnan(day)]
    return float(elapsed_days(np.array([day.min()]))[0]) if day.size else float("nan")
