"""What another plan moves: the headline numbers of a trial before and after, in words.

Headlines are few on purpose: who counts, events, and the endpoints of the patient page at their last modelled
visit. They say that a change reaches the results, not all that it changes; every view says the rest.
"""

import math
from dataclasses import dataclass

from sscviewer.analysis.efficacy.change_model import change_model
from sscviewer.analysis.efficacy.efficacy_settings import efficacy_settings
from sscviewer.analysis.efficacy.headline import headline_visit
from sscviewer.analysis.efficacy.model_rows import model_frame
from sscviewer.analysis.estimate import Estimate
from sscviewer.analysis.events.adverse_events import adverse_events
from sscviewer.analysis.events.event_columns import column_words
from sscviewer.analysis.modelled import has_course, modelled_parameters
from sscviewer.analysis.number_words import percent, plain, signed
from sscviewer.analysis.plan import AnalysisPlan
from sscviewer.analysis.population import Populations, populations
from sscviewer.analysis.settle import settle_study
from sscviewer.analysis.shown_parameters import default_parameters
from sscviewer.analysis.stopping import stop_if_unwanted
from sscviewer.model.counted import counted
from sscviewer.model.rounding import rounded
from sscviewer.model.study import Study

MOST_ENDPOINTS = 4
"""So many endpoints are compared: each is a model fitted twice, about a second in a trial of 200."""
COUNTED = ("any", "level_3", "related", "serious")
NOT_ESTIMATED = "not estimated"


@dataclass(frozen=True, slots=True)
class Headline:
    """One number of a trial.

    Attributes
    ----------
    what, at
        "FVC, % predicted", and the visit where it is of one: "Month 12".
    value
        As it is printed.
    n
        Patients behind it; -1 where the value itself is a count.
    """

    what: str
    value: str
    n: int = -1
    at: str = ""

    @property
    def title(self) -> str:
        """What it is, in one."""
        return f"{self.what}, {self.at}" if self.at else self.what


@dataclass(frozen=True, slots=True)
class Effects:
    """What moves from one plan to another, and what was looked at and does not.

    Attributes
    ----------
    moved
        A line for each number that moves: "FVC, % predicted, Month 12: −1.9 → −4.4 (3 patients gained)".
    unmoved
        How many headline numbers stay as they are.
    """

    moved: tuple[str, ...]
    unmoved: int


def plan_effects(study: Study, before: AnalysisPlan, after: AnalysisPlan) -> Effects:
    """Return what another plan moves in a trial as read (not yet settled by either)."""
    old, new = headlines(study, before), headlines(study, after)
    keys = tuple(dict.fromkeys((*old, *new)))
    moved = tuple(words for key in keys if (words := _moved(old.get(key), new.get(key))))
    return Effects(moved, len(keys) - len(moved))


def headlines(study: Study, plan: AnalysisPlan) -> dict[str, Headline]:
    """Return the headline numbers of a trial as read, by the plan; by a name that stays from plan to plan."""
    settled = settle_study(study, plan)
    who = populations(settled, plan)
    found = {
        "safety": Headline("Patients counted for safety", str(who.safety.n_treated)),
        "efficacy": Headline("Patients counted for efficacy", str(who.efficacy.n_treated)),
    }
    found |= _events(settled, plan, who)
    modelled = modelled_parameters(settled)
    shown = tuple(code for code in default_parameters(settled) if code in modelled) or modelled
    for paramcd in shown[:MOST_ENDPOINTS]:
        stop_if_unwanted()
        found |= _endpoint(settled, plan, who, paramcd)
    return found


def _events(study: Study, plan: AnalysisPlan, who: Populations) -> dict[str, Headline]:
    if not len(study.column("adverse_events", "USUBJID")):
        return {}
    table = adverse_events(study, who.safety, plan.events)
    total = table.cell(0)
    assert total is not None  # whether an event counts is always known
    found = {"events": Headline("Adverse events counted", str(total.events))}
    for column in COUNTED:
        cell = table.cell(0, column=column)
        if cell is not None:
            words = column_words(column, table.scale).lower()
            what = "an adverse event" if column == "any" else f"an adverse event, {words}"
            n = who.safety.n_treated
            share = f"{percent(cell.subjects, n)} % ({rounded(cell.lower, 0)} to {rounded(cell.upper, 0)})"
            found[f"events {column}"] = Headline(f"Patients with {what}", share, cell.subjects)
    return found


def _endpoint(study: Study, plan: AnalysisPlan, who: Populations, paramcd: str) -> dict[str, Headline]:
    settings = efficacy_settings(plan, paramcd)
    frame = model_frame(study, who.efficacy, settings)
    name = study.parameters[paramcd].axis_label
    if not has_course(frame):
        return {paramcd: Headline(name, NOT_ESTIMATED, 0)}
    model = change_model(frame, settings)
    if not model.visits:
        return {paramcd: Headline(name, NOT_ESTIMATED, 0)}
    last = headline_visit(model, frame, settings)
    change = model.change(last)
    has_value = (frame["AVISIT"] == last) & frame["CHG"].notna()
    n = int(frame.loc[has_value, "USUBJID"].nunique())
    return {paramcd: Headline(name, NOT_ESTIMATED if change is None else _interval(change), n, last)}


def _interval(change: Estimate) -> str:
    """Return "−1.9 (−4.0 to 0.2)"; without the interval where none is given."""
    digits = 2 if abs(change.estimate) < 1 else 1
    value = signed(change.estimate, digits)
    if not (math.isfinite(change.lower) and math.isfinite(change.upper)):
        return f"{value} (no interval)"
    return f"{value} ({plain(change.lower, digits)} to {plain(change.upper, digits)})"


def _moved(old: Headline | None, new: Headline | None) -> str:
    """Return a line for a number that moves; "" when it stays."""
    if old == new:
        return ""
    if old is None or new is None:
        one = old or new
        assert one is not None
        return f"{one.title}: {'no longer there' if new is None else one.value}"
    what = new.title
    if new.what != old.what:
        what = f"{old.title} → {new.title}"
    elif new.at != old.at:
        what = f"{new.what}, {old.at} → {new.at}"
    value = f"{old.value} → {new.value}" if old.value != new.value else f"{new.value}, as before"
    return f"{what}: {value}{_gained(old.n, new.n)}"


def _gained(old: int, new: int) -> str:
    if old < 0 or new < 0 or old == new:
        return ""
    return f" ({counted(abs(new - old), 'patient')} {'gained' if new > old else 'lost'})"
