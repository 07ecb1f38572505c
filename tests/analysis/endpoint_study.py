"""Makes small trials of which every verdict can be worked out by hand."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from sscviewer.analysis.endpoints.composites import composite_rules
from sscviewer.analysis.endpoints.progression import (
    change_rules,
    extent_rule,
    known_rules,
    needed,
    progression_rules,
)
from sscviewer.analysis.endpoints.rules import judge_table
from sscviewer.analysis.endpoints.visit_table import visit_table
from sscviewer.analysis.plan import DEFAULT_PLAN
from sscviewer.analysis.plan.responses import EndpointSettings
from sscviewer.model.load_report import Source
from sscviewer.model.parameters import BY_CODE, Parameter
from sscviewer.model.study import Study, build_study

DAY_1 = np.datetime64("2020-01-01", "s")
VISITS = {0: "Baseline", 3: "Month 3", 6: "Month 6", 12: "Month 12", 18: "Month 18"}


def make_study(
    values: Mapping[str, Mapping[str, Mapping[int, float]]],
    *,
    units: Mapping[str, str] | None = None,
    events: Sequence[tuple[str, str, str]] = (),
    arms: Mapping[str, str] | None = None,
    extra: Sequence[tuple[str, str, float, str]] = (),
) -> Study:
    """Build a trial.

    values: patient -> PARAMCD -> month -> value; visits fall on their planned days.
    events: (patient, term, date of onset). extra: unscheduled values (patient, PARAMCD, value, date).
    """
    rows = [
        (
            usubjid,
            paramcd,
            value,
            float(month),
            VISITS[month],
            DAY_1 + np.timedelta64(round(30.4375 * month), "D"),
        )
        for usubjid, parameters in values.items()
        for paramcd, by_month in parameters.items()
        for month, value in by_month.items()
    ]
    rows += [(u, p, v, np.nan, "Unscheduled", np.datetime64(date, "s")) for u, p, v, date in extra]
    names = ["USUBJID", "PARAMCD", "AVAL", "AVISITN", "AVISIT", "ADT"]
    frame = pd.DataFrame(rows, columns=names)
    frame["SRCREF"] = [f"Data!C{i + 2}" for i in range(len(frame))]
    frame["ADTF"] = ""
    codes = dict.fromkeys(frame["PARAMCD"])
    given = units or {}
    parameters = [
        BY_CODE.get(code) or Parameter(code, code, given.get(code, ""), code, "function") for code in codes
    ]
    subjects = pd.DataFrame({"USUBJID": list(values), "SRCREF": "DM!A2", "TRTSDT": DAY_1, "TRTSDTF": ""})
    subjects["TRT01A"] = [(arms or {}).get(usubjid, "") for usubjid in values]
    adverse = pd.DataFrame(
        {
            "USUBJID": [e[0] for e in events],
            "SRCREF": [f"AE!A{i + 2}" for i in range(len(events))],
            "AETERM": [e[1] for e in events],
            "AEDECOD": "",
            "ASTDT": np.array([e[2] or "NaT" for e in events], dtype="datetime64[s]"),
            "ASTDTF": ["" if e[2] else "Y" for e in events],
        }
    )
    tables = {"measurements": frame, "subjects": subjects}
    if events:
        tables["adverse_events"] = adverse
    return build_study(tables, parameters, source=Source("t.xlsx", "", 0, "xlsx"))


def progression(study: Study, usubjids=None, settings: EndpointSettings = DEFAULT_PLAN.responses):
    """Judge every rule of progression and of single endpoints."""
    rules = (*progression_rules(study), *change_rules(settings), extent_rule(settings))
    return _judged(study, rules, usubjids)


def composites(study: Study, usubjids=None, settings: EndpointSettings = DEFAULT_PLAN.responses):
    """Judge CRISS, revised CRISS and EUSTAR activity."""
    return _judged(study, composite_rules(study, settings), usubjids)


def _judged(study, rules, usubjids):
    known = known_rules(study, rules)
    return judge_table(study, known, visit_table(study, needed(known), usubjids))


def one(judgements, rule: str, visit: str, usubjid: str | None = None):
    """Return the one judgement of a rule at a visit."""
    found = [
        j
        for j in judgements
        if j.rule == rule and j.avisit == visit and (usubjid is None or j.usubjid == usubjid)
    ]
    assert len(found) == 1, f"{len(found)} judgements of {rule} at {visit}"
    return found[0]
