"""Time to the first visit at which a rule of progression is met, which uses every patient as far as seen."""

from dataclasses import asdict, dataclass

import numpy as np

from sscviewer.analysis.endpoints.progression import needed
from sscviewer.analysis.endpoints.responders import endpoint_rules
from sscviewer.analysis.endpoints.rules import EndpointRule
from sscviewer.analysis.endpoints.visit_table import VisitTable, visit_table
from sscviewer.analysis.plan.responses import EndpointSettings
from sscviewer.analysis.plan.rules import VisitRules
from sscviewer.analysis.population import Population
from sscviewer.analysis.survival.survival import kaplan_meier
from sscviewer.analysis.visit_margins import followed_margins
from sscviewer.model.arrays import Bools, Floats
from sscviewer.model.rules import Margins, visit_window, window_centre
from sscviewer.model.sentence import say
from sscviewer.model.study import Study

NOTE = say(
    "Kaplan-Meier from day 1 to the first visit at which the rule is met; others are "
    "censored at their last visit that can be judged. The change lies between two "
    "visits, so times are at most one visit late. Who left for getting worse is censored "
    "too early, which makes progression look rarer."
)


@dataclass(frozen=True, slots=True)
class ByVisit:
    """Percent of patients who have progressed by the end of a visit's window, with its interval."""

    avisit: str
    avisitn: float
    at_risk: int
    percent: float
    lower: float
    upper: float


@dataclass(frozen=True, slots=True)
class ProgressionTime:
    """One rule in one arm.

    Attributes
    ----------
    n, events
        Patients who can be judged at any visit after baseline; those who progressed.
    not_judged
        Patients who cannot be judged at any, and are not in it.
    median, median_lower, median_upper
        Days, NaN when not reached.
    """

    arm: str
    rule: str
    words: str
    paramcd: str
    n: int
    events: int
    not_judged: int
    median: float
    median_lower: float
    median_upper: float
    by_visit: tuple[ByVisit, ...]
    note: str = NOTE


def time_to_progression(
    study: Study, who: Population, settings: EndpointSettings, visits: VisitRules, *, level: float
) -> tuple[ProgressionTime, ...]:
    """Return the time to progression by every rule of progression and arm with anybody to judge.

    None where the file gives no time between its visits.

    Parameters
    ----------
    visits
        Their windows: the plan's where it gives one, else `window_days` either side of the planned day.
    """
    if study.visit_order:
        return ()
    margins = followed_margins(visits)
    rules = [rule for rule in endpoint_rules(study, settings) if rule.kind == "progression"]
    treated = [usubjid for usubjid, in_it in zip(study.usubjids, who.treated, strict=True) if in_it]
    table = visit_table(study, needed(rules), treated)
    arms = [(arm, members[who.treated]) for arm, members in who.arms]
    rows = (_row(rule, table, arm, members, margins, level) for rule in rules for arm, members in arms)
    return tuple(row for row in rows if row is not None)


def _row(
    rule: EndpointRule, table: VisitTable, arm: str, members: Bools, margins: Margins, level: float
) -> ProgressionTime | None:
    day, met = progression_times(rule, table)
    day, met = day[members], met[members]
    known = ~np.isnan(day)
    if not known.any():
        return None
    km = kaplan_meier(day[known], met[known], level=level)
    return ProgressionTime(
        arm=arm,
        rule=rule.code,
        words=rule.words,
        paramcd=rule.needs[0],
        n=int(known.sum()),
        events=int(met[known].sum()),
        not_judged=int((~known).sum()),
        median=km.median,
        median_lower=km.median_lower,
        median_upper=km.median_upper,
        by_visit=tuple(_by_visit(table, margins, day[known], km.curve.at)),
    )


def progression_times(rule: EndpointRule, table: VisitTable) -> tuple[Floats, Bools]:
    """Return each patient's day of progression, or of the last visit judged (NaN: none), and which it is."""
    verdicts, days = rule.verdicts(table), table.tables[rule.needs[0]].day
    days = np.where(table.failed, table.failure_day[:, np.newaxis], days)
    when = np.full(len(table.usubjids), np.nan)
    met = np.zeros(len(when), dtype=bool)
    for i in range(len(when)):
        judged = np.flatnonzero(~np.isnan(verdicts[i]) & ~np.isnan(days[i]) & (days[i] > 0))
        progressed = judged[verdicts[i, judged] == 1]
        if judged.size:
            when[i] = days[i, progressed[0] if progressed.size else judged[-1]]
            met[i] = bool(progressed.size)
    return when, met


def _by_visit(table: VisitTable, margins: Margins, day: Floats, at: object) -> list[ByVisit]:
    found = []
    for avisit, months in zip(table.avisit[1:], table.avisitn[1:], strict=True):
        centre = float(window_centre(np.array([months]))[0])
        before, after = visit_window(avisit, margins)
        start, until = centre - before, centre + after
        at_risk = int((day >= start).sum())
        if at_risk:
            free, low, high = (float(value) for value in at(until))  # type: ignore[operator]
            found.append(
                ByVisit(avisit, float(months), at_risk, 100 * (1 - free), 100 * (1 - high), 100 * (1 - low))
            )
    return found


def progression_entry(row: ProgressionTime) -> dict[str, object]:
    """Return a row as `analyse --json` has it."""
    entry = asdict(row)
    return {"PARAMCD": entry.pop("paramcd"), **entry}
