"""How endpoints are made, as the user set it: from the settings file to what the analyses take."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sscviewer.gui.state.settings import Settings, limit_key, limit_parts

if TYPE_CHECKING:
    from sscviewer.analysis.plan.responses import ChangedLimit, EndpointSettings, OwnRule

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

OF_FIELD, PERCENT_FIELD = "|", "percent"


def chosen_values(settings: Settings) -> dict[str, Any]:
    """Return what the user set, by key without its prefix; for `settings_of`, which may run elsewhere."""
    names = (*PLAIN, "shaq_line_cm", "goh_by_fvc", "own")
    keys = [limit_key(limit, part) for limit, part, _ in limit_parts()]
    return {name: settings.get(f"{PREFIX}{name}") for name in names} | {
        key: settings.get(key) for key in keys
    }


def settings_of(values: Mapping[str, Any]) -> "EndpointSettings":
    """Return what the analyses take, of `chosen_values`."""
    from sscviewer.analysis.plan.responses import DEFAULT, EndpointSettings

    return EndpointSettings(
        changed=_changed(values),
        **{name: values[name] for name in PLAIN},
        shaq_line_cm=values["shaq_line_cm"] or None,
        indeterminate=DEFAULT.indeterminate if values["goh_by_fvc"] else None,
        own=tuple(rule for text in values["own"] if (rule := _own(str(text))) is not None),
    )


def _changed(values: Mapping[str, Any]) -> "tuple[ChangedLimit, ...]":
    """Return the limits that differ from their cards."""
    from sscviewer.analysis.plan.responses import ChangedLimit

    other: dict[str, dict[str, float]] = {}
    for limit, part, default in limit_parts():
        if (value := values[limit_key(limit, part)]) != default:
            other.setdefault(limit.key, {})[part] = value
    return tuple(ChangedLimit(key, **parts) for key, parts in other.items())


def endpoint_settings(settings: Settings) -> "EndpointSettings":
    """Return what the user set, as the analyses take it."""
    return settings_of(chosen_values(settings))


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
