"""How endpoints are made: what the settings remember for new files, to and from the plan of the open one."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sscviewer.gui.state.settings import Settings, limit_key, limit_parts

if TYPE_CHECKING:
    from sscviewer.analysis.plan import AnalysisPlan
    from sscviewer.analysis.plan.responses import ChangedLimit, OwnRule

PREFIX = "endpoints/"
PLAIN = (
    "criss_improved",
    "revised_keeps_step_one",
    "all_have_ild",
    "global_scale",
    "most_missing_sites",
    "least_categories",
)
"""Settings that go by the same name and value in `EndpointSettings`."""

PERCENT, TOLERANCE = "analysis/percent", "analysis/percent_tolerance"
AS_IN_FILE = "file"
"""The choice that analyses the file's own % predicted; every other is the name of an equation."""
LINE, GOH, OWN = f"{PREFIX}shaq_line_cm", f"{PREFIX}goh_by_fvc", f"{PREFIX}own"
KEYS = (PERCENT, TOLERANCE, *(f"{PREFIX}{name}" for name in PLAIN), LINE, GOH, OWN)

OF_FIELD, PERCENT_FIELD = "|", "percent"


def remembered(settings: Settings) -> dict[str, Any]:
    """Return what the user set, by key."""
    return {key: settings.get(key) for key in (*KEYS, *_limit_keys())}


def first_plan(values: Mapping[str, Any]) -> "AnalysisPlan":
    """Return the plan of a file that none is kept for: the default, with what was `remembered`."""
    from sscviewer.analysis.plan import DEFAULT_PLAN

    return with_values(DEFAULT_PLAN, values)


def values_of(plan: "AnalysisPlan") -> dict[str, Any]:
    """Return what a plan chooses, by the keys of the settings."""
    derivation, responses = plan.derivation, plan.responses
    return {
        PERCENT: derivation.equation if derivation.prefer == "computed" else AS_IN_FILE,
        TOLERANCE: derivation.tolerance,
        **{f"{PREFIX}{name}": getattr(responses, name) for name in PLAIN},
        LINE: responses.shaq_line_cm or 0.0,
        GOH: responses.indeterminate is not None,
        OWN: tuple(own_text(rule) for rule in responses.own),
        **_limits(responses.changed),
    }


def with_values(plan: "AnalysisPlan", values: Mapping[str, Any]) -> "AnalysisPlan":
    """Return a plan with some choices by their keys; what is not named stays."""
    from sscviewer.analysis.plan import DEFAULT_PLAN

    said = {**values_of(plan), **values}
    derivation = replace(plan.derivation, tolerance=said[TOLERANCE], prefer="file")
    if said[PERCENT] != AS_IN_FILE:
        derivation = replace(derivation, equation=said[PERCENT], prefer="computed")
    extents = plan.responses.indeterminate or DEFAULT_PLAN.responses.indeterminate
    responses = replace(
        plan.responses,
        changed=_changed(said),
        **{name: said[f"{PREFIX}{name}"] for name in PLAIN},
        shaq_line_cm=said[LINE] or None,
        indeterminate=extents if said[GOH] else None,
        own=tuple(rule for text in said[OWN] if (rule := _own(str(text))) is not None),
    )
    return replace(plan, derivation=derivation, responses=responses)


def _limit_keys() -> tuple[str, ...]:
    return tuple(limit_key(limit, part) for limit, part, _ in limit_parts())


def _limits(changed: "tuple[ChangedLimit, ...]") -> dict[str, float]:
    """Return every number of the endpoints' limits by its key."""
    other = {limit.key: limit for limit in changed}
    return {
        limit_key(limit, part): (getattr(other.get(limit.key), part, None) or default)
        for limit, part, default in limit_parts()
    }


def _changed(values: Mapping[str, Any]) -> "tuple[ChangedLimit, ...]":
    """Return the limits that differ from their cards."""
    from sscviewer.analysis.plan.responses import ChangedLimit

    other: dict[str, dict[str, float]] = {}
    for limit, part, default in limit_parts():
        if (value := values[limit_key(limit, part)]) != default:
            other.setdefault(limit.key, {})[part] = value
    return tuple(ChangedLimit(key, **parts) for key, parts in other.items())


def own_text(rule: "OwnRule") -> str:
    """Return a rule of the user's as the settings file has it."""
    unit = PERCENT_FIELD if rule.is_relative else ""
    return OF_FIELD.join((rule.paramcd, f"{rule.sign:+d}", repr(rule.limit), unit, rule.name))


def _own(text: str) -> "OwnRule | None":
    """Return the rule of a text; None of one that is none."""
    from sscviewer.analysis.plan.responses import OwnRule

    try:
        paramcd, sign, limit, unit, name = text.split(OF_FIELD, 4)
        rule = OwnRule(paramcd, name, int(sign), float(limit), unit == PERCENT_FIELD)
    except ValueError:
        return None
    return rule if rule.sign in (-1, 1) and rule.limit >= 0 else None
