"""What a plan asks for that this trial does not have: said, as the rest of the plan is used without it."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from sscviewer.analysis.arm_order import in_dose_order
from sscviewer.analysis.arms.arm_doses import read_doses
from sscviewer.analysis.members import Counting, members_of
from sscviewer.analysis.plan import AnalysisPlan
from sscviewer.analysis.plan.lines import PARTS
from sscviewer.analysis.plan.models import COVARIATES
from sscviewer.analysis.planned_dose import planned_dose
from sscviewer.analysis.settled.after_stop import POLICY, is_rescue
from sscviewer.analysis.visit_margins import read_margins
from sscviewer.model.counted import counted
from sscviewer.model.endpoint_cards import LIMITS
from sscviewer.model.rules import visit_key
from sscviewer.model.sentence import say
from sscviewer.model.study import Study

LISTED = 12
"""So many names a sentence offers to choose from; more are counted."""

_Lack = Callable[[str, str], str]
"""What is said of a name that the file does not have, and what can be written instead."""


@dataclass(frozen=True, slots=True)
class Unfollowed:
    """A choice that is not followed: its part and name in the plan, and one sentence."""

    part: str
    name: str
    sentence: str


def unfollowed(study: Study, plan: AnalysisPlan) -> tuple[Unfollowed, ...]:
    """Return the choices of a plan that a settled trial cannot follow, in the order of the plan."""
    found = [*_not_there(study, plan), *_not_counted(study, plan), *_not_read(study, plan)]
    order = list(PARTS)
    return tuple(sorted(found, key=lambda one: order.index(one.part)))


def _not_there(study: Study, plan: AnalysisPlan) -> list[Unfollowed]:
    """Names in the plan that nothing in the file has."""
    endpoints = plan.endpoints
    own = tuple(rule.paramcd for rule in plan.responses.own)
    asked: tuple[tuple[str, str, tuple[str, ...], _Lack, Callable[[Study], Collection[str]]], ...] = (
        ("arms", "reference", (plan.arms.reference,), _no_arm, _arms),
        ("endpoints", "primary", (endpoints.primary,), _no_endpoint, _parameters),
        ("endpoints", "visit", (endpoints.visit,), _no_visit, _visits),
        ("endpoints", "secondary", endpoints.secondary, _no_endpoint, _parameters),
        ("one_arm", "endpoint", (plan.one_arm.endpoint,), _no_endpoint, _parameters),
        ("model", "covariates", plan.model.covariates, _no_covariate, _covariates),
        ("comparisons", "strata", plan.comparisons.strata, _no_stratum, _covariates),
        ("responses", "own", own, _no_endpoint, _parameters),
    )
    found = []
    for part, name, wanted, lack, names_of in asked:
        if any(wanted):
            there = names_of(study)
            found += [
                _not_followed(part, name, lack(one, _offer(there)))
                for one in wanted
                if one and one not in there
            ]
    return found


def _not_followed(part: str, name: str, why: str) -> Unfollowed:
    return Unfollowed(part, name, say("{line}: {why}", line=f"{part}.{name}", why=why))


def _no_arm(name: str, offer: str) -> str:
    return say("this file has no arm “{name}”; {offer}.", name=name, offer=offer)


def _no_endpoint(name: str, offer: str) -> str:
    return say("this file has no endpoint “{name}”; {offer}.", name=name, offer=offer)


def _no_visit(name: str, offer: str) -> str:
    return say("this file has no visit “{name}”; {offer}.", name=name, offer=offer)


def _no_covariate(name: str, offer: str) -> str:
    return say("this file has no covariate that varies “{name}”; {offer}.", name=name, offer=offer)


def _no_stratum(name: str, offer: str) -> str:
    return say("this file has no stratum that varies “{name}”; {offer}.", name=name, offer=offer)


def _not_counted(study: Study, plan: AnalysisPlan) -> list[Unfollowed]:
    """Return the populations for which the file lacks something, with who is counted instead."""
    rules = plan.populations
    asked = {"safety": (rules.safety, rules.safety_flag), "efficacy": (rules.efficacy, rules.efficacy_flag)}
    notes = {name: members_of(study, Counting(*chosen)).note for name, chosen in asked.items()}
    return [_not_followed("populations", name, note) for name, note in notes.items() if note]


def _not_read(study: Study, plan: AnalysisPlan) -> list[Unfollowed]:
    """Choices whose text says nothing, or that leave nobody."""
    found = []
    day, said = plan.study.cut_off, plan.study.dose_schedule
    if day is not None and not study.usubjids:
        why = say("no patient had entered the trial by {day}.", day=day.isoformat())
        found.append(_not_followed("study", "cut_off", why))
    schedule = planned_dose(said) if said else None
    if isinstance(schedule, str):
        found.append(_not_followed("study", "dose_schedule", schedule))
    found += [*_time(study, plan), *_margins(study, plan)]
    found += _doses_of_arms(study, plan)
    found += _rescue_not_named(study, plan)
    keys = [limit.key for limit in LIMITS.values()]
    found += [
        _not_followed(
            "responses",
            "changed",
            say("no card has a limit “{name}”; {offer}.", name=one.key, offer=_offer(keys)),
        )
        for one in plan.responses.changed
        if one.key not in keys
    ]
    return found


def _time(study: Study, plan: AnalysisPlan) -> list[Unfollowed]:
    """Return why time does not begin or end where the plan has it, and for how many patients."""
    found, clock = [], plan.time.clock
    without = int((study.column("subjects", "RFSTSRC") != clock).sum())
    if clock != "first dose" and without:
        why = say(
            "{patients} no date of {clock}; there day 1 stays the first dose.",
            patients=counted(without, "patient has", "patients have"),
            clock=say(clock),
        )
        found.append(_not_followed("time", "clock", why))
    end = plan.time.follow_up_end
    if end != "last contact" and np.isnan(study.column("subjects", "FUENDY")).all():
        why = (
            say("no planned treatment is given (study.duration_days)")
            if end == "planned end"
            else say("the file has no day of a visit")
        )
        why = say("{why}, so that follow-up ends with the last contact.", why=why)
        found.append(_not_followed("time", "follow_up_end", why))
    return found


def _margins(study: Study, plan: AnalysisPlan) -> list[Unfollowed]:
    """Return which of the plan's own windows of visits are not used, and why."""
    if not plan.visits.margins:
        return []
    read, refused = read_margins(plan.visits.margins)
    if not plan.visits.windows:
        why = say("values belong to the visit they are named for (visits.windows), not to a window.")
        return [_not_followed("visits", "margins", why)]
    there = _visits(study)
    known = {visit_key(name) for name in there}
    absent = (_no_visit(one, _offer(there)) for one in read if one not in known)
    return [_not_followed("visits", "margins", why) for why in (*refused, *absent)]


def _doses_of_arms(study: Study, plan: AnalysisPlan) -> list[Unfollowed]:
    text, arms = plan.comparisons.doses, _arms(study)
    doses = read_doses(text) if text else {arm: 0.0 for arm in arms}
    if isinstance(doses, str):
        return [_not_followed("comparisons", "doses", doses)]
    lack = [arm for arm in arms if arm not in doses]
    if not lack:
        return []
    names = ", ".join(f"“{arm}”" for arm in lack)
    return [
        _not_followed("comparisons", "doses", say("no dose for {arms}, so no trend over doses.", arms=names))
    ]


def _rescue_not_named(study: Study, plan: AnalysisPlan) -> list[Unfollowed]:
    """Return why rescue treatment, which the plan handles, is not found in the list of medications."""
    rules = plan.after_stop
    if rules.rescue == POLICY or is_rescue(study, rules).any():
        return []
    if not rules.rescue_names:
        why = say("no medication is named as rescue treatment (after_stop.rescue_names).")
        return [_not_followed("after_stop", "rescue", why)]
    names = ", ".join(f"“{name}”" for name in rules.rescue_names)
    why = say("the file names no medication {names}, so nobody has rescue treatment.", names=names)
    return [_not_followed("after_stop", "rescue_names", why)]


def _offer(there: Collection[str]) -> str:
    if not there:
        return say("it has none")
    names = list(there)
    listed = ", ".join(names[:LISTED])
    if len(names) <= LISTED:
        return say("write {names}", names=listed)
    return say("write {names} and {n} more", names=listed, n=len(names) - LISTED)


def _arms(study: Study) -> list[str]:
    columns = (study.column("subjects", name) for name in ("TRT01P", "TRT01A"))
    return in_dose_order(str(arm) for column in columns for arm in column if arm)


def _parameters(study: Study) -> list[str]:
    return [str(code) for code in dict.fromkeys(study.column("measurements", "PARAMCD")) if code]


def _visits(study: Study) -> list[str]:
    rows = study.measurements[["AVISIT", "AVISITN"]]
    rows = rows[(rows["AVISIT"] != "") & (rows["AVISITN"] > 0)]
    return [str(visit) for visit in rows.sort_values("AVISITN")["AVISIT"].drop_duplicates()]


def _covariates(study: Study) -> list[str]:
    """Those of the patients that differ between them; the baseline is each endpoint's own."""
    subjects = study.subjects
    return [name for name in COVARIATES if name not in subjects or _varies(subjects[name])]


def _varies(values: "pd.Series[Any]") -> bool:
    return len(set(values[values.notna() & (values != "")])) > 1
