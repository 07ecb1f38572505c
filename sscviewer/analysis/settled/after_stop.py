"""What happened to patients besides the treatment, and what then counts (ICH E9(R1), intercurrent events).

Stopping for an adverse event, death, stopping for another reason and rescue treatment each have a strategy in
the plan. Where it is not treatment policy, values after the event do not count; what stands in their place is
said by `analysed_values` (while on treatment) and `endpoints.visit_table` (composite).
"""

from collections.abc import Iterator

import numpy as np

from sscviewer.analysis.outcome import Outcome, outcomes
from sscviewer.analysis.plan.rules import AfterStopRules, Strategy
from sscviewer.analysis.settled.clock import first_dose_days
from sscviewer.model.arrays import Bools, Floats, Texts
from sscviewer.model.rules import planned_day
from sscviewer.model.study import Study

ADVERSE_EVENT, DEATH = "ADVERSE EVENT", "DEATH"
POLICY: Strategy = "treatment policy"
ON_TREATMENT: Strategy = "while on treatment"
COMPOSITE: Strategy = "composite"


def intercurrent_events(study: Study, rules: AfterStopRules) -> tuple[Floats, Texts]:
    """Return the study day and the strategy of each patient's first event that changes what counts.

    Patients without one, or whose event follows treatment policy, have NaN and "".
    """
    day = np.full(len(study.usubjids), np.nan)
    strategy = np.full(len(day), "", dtype=object)
    rescued = _rescue_days(study, rules)
    for at, end in enumerate(outcomes(study)):
        events = [*_ends(end, rules), (float(rescued[at]), rules.rescue)]
        known = [(when, how) for when, how in events if how != POLICY and not np.isnan(when)]
        if known:
            day[at], strategy[at] = min(known)
    return day, strategy


def _ends(end: Outcome, rules: AfterStopRules) -> Iterator[tuple[float, Strategy]]:
    """Yield the day and the strategy of stopping and of death.

    A patient whose last dose is not known stopped on the day of the disposition.
    """
    is_dead = end.reason == DEATH
    if end.status == "DISCONTINUED" and not is_dead:
        last = end.day if np.isnan(end.last_dose_day) else end.last_dose_day
        yield last, rules.adverse_event if end.reason == ADVERSE_EVENT else rules.other
    if end.died:
        yield end.day if np.isnan(end.latest_death_day) else end.latest_death_day, rules.death


def _rescue_days(study: Study, rules: AfterStopRules) -> Floats:
    """Return the first study day of each patient's rescue treatment; NaN without any, or none on drug."""
    found = np.full(len(study.usubjids), np.nan)
    if rules.rescue == POLICY or not rules.rescue_names:
        return found
    day = study.column("medications", "ASTDY")
    place = study.positions("medications")
    named = is_rescue(study, rules) & (day >= first_dose_days(study)[place])
    np.fmin.at(found, place[named], day[named])
    return found


def is_rescue(study: Study, rules: AfterStopRules) -> Bools:
    """Return for each row of the medications whether its name holds one of the plan's, capitals aside.

    The name is the dictionary's, else that written: the one which stays where identities are hidden.
    """
    wanted = [name.casefold() for name in rules.rescue_names]
    written, standard = study.column("medications", "CMTRT"), study.column("medications", "CMDECOD")
    names = np.where(standard != "", standard, written).tolist()
    return np.array([any(one in name.casefold() for one in wanted) for name in names], dtype=np.bool_)


def left_out_after_event(study: Study, day: Floats, event_day: Floats) -> Bools:
    """Return which measurements (n,) are of days after their patient's event, and so do not count.

    Parameters
    ----------
    day : (n,) study day of each measurement, NaN when not known
    event_day : (p,) from `intercurrent_events`
    """
    later: Bools = day > event_day[study.positions("measurements")]
    return later


def event_before(study: Study, avisitn: Floats, strategy: Strategy) -> Bools:
    """Return whether the event of each patient with a strategy came before the planned day of visits; (p, v).

    Parameters
    ----------
    avisitn : (v,) months since baseline
    """
    day, how = study.column("subjects", "ICEDY"), study.column("subjects", "ICESTRAT")
    asked = np.where(how == strategy, day, np.nan)
    before: Bools = asked[:, np.newaxis] < planned_day(avisitn)[np.newaxis, :]
    return before
