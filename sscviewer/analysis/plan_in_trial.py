"""What a plan asks for that this trial does not have: said, as the rest of the plan is used without it."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

import pandas as pd

from sscviewer.analysis.arm_order import in_dose_order
from sscviewer.analysis.plan import AnalysisPlan
from sscviewer.analysis.plan.lines import PARTS
from sscviewer.analysis.plan.models import COVARIATES
from sscviewer.model.study import Study

LISTED = 12
"""So many names a sentence offers to choose from; more are counted."""


@dataclass(frozen=True, slots=True)
class Unfollowed:
    """A choice that is not followed: its part and name in the plan, and one sentence."""

    part: str
    name: str
    sentence: str


def unfollowed(study: Study, plan: AnalysisPlan) -> tuple[Unfollowed, ...]:
    """Return the choices of a plan that a settled trial cannot follow, in the order of the plan."""
    found = _not_there(study, plan)
    order = list(PARTS)
    return tuple(sorted(found, key=lambda one: order.index(one.part)))


def _not_there(study: Study, plan: AnalysisPlan) -> list[Unfollowed]:
    """Names in the plan that nothing in the file has."""
    endpoints = plan.endpoints
    asked: tuple[tuple[str, str, tuple[str, ...], str, Callable[[Study], Collection[str]]], ...] = (
        ("arms", "reference", (plan.arms.reference,), "arm", _arms),
        ("endpoints", "primary", (endpoints.primary,), "endpoint", _parameters),
        ("endpoints", "visit", (endpoints.visit,), "visit", _visits),
        ("endpoints", "secondary", endpoints.secondary, "endpoint", _parameters),
        ("one_arm", "endpoint", (plan.one_arm.endpoint,), "endpoint", _parameters),
        ("model", "covariates", plan.model.covariates, "covariate that varies", _covariates),
    )
    found = []
    for part, name, wanted, kind, names_of in asked:
        if any(wanted):
            there = names_of(study)
            found += [
                Unfollowed(part, name, f"{part}.{name}: this file has no {kind} “{one}”; {_offer(there)}.")
                for one in wanted
                if one and one not in there
            ]
    return found


def _offer(there: Collection[str]) -> str:
    if not there:
        return "it has none"
    names = list(there)
    more = f" and {len(names) - LISTED} more" if len(names) > LISTED else ""
    return f"write {', '.join(names[:LISTED])}{more}"


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
