"""What an endpoint is beyond its name and unit: which way is better, and which changes matter.

The one place is the parameter's card in `resources/vocabulary/parameters.toml`; forest, waterfall,
thresholds, responders, the settings and the words read it.
"""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from sscviewer.bundled import read_toml
from sscviewer.model.parameters import Parameter

Way = Literal["better", "worse"]
BETTER = {"higher": 1, "lower": -1}

SAME_PLACE = 10
"""Orders with the same tens are one quantity: FVC in litres stands in where there is no % predicted."""


@dataclass(frozen=True, slots=True)
class ChangeLimit:
    """A change from baseline that counts as better or worse.

    Attributes
    ----------
    key, name
        Key of the rule, and its short name for people.
    way
        "better" or "worse"; the card says which of higher and lower that is.
    sign
        +1 for a rise, -1 for a fall.
    points, percent
        By so much in the unit; by so many % of the baseline; both where both are needed, None where not
        asked. Both are above 0, whatever the way.
    is_exceeded
        Whether `points` must be exceeded; else they are included. `percent` always is.
    estimates
        Lowest and highest published estimate of the least change that matters; None where there is one.
    band
        Which bands of the patient page show it; "" for none.
    source
        Where the limit is from.
    """

    paramcd: str
    key: str
    name: str
    way: Way
    sign: int
    points: float | None = None
    percent: float | None = None
    is_exceeded: bool = False
    estimates: tuple[float, float] | None = None
    band: str = "mcid"
    source: str = ""


@dataclass(frozen=True, slots=True)
class EndpointCard:
    """What is known about one endpoint.

    Attributes
    ----------
    better
        +1 if higher is better, -1 if lower is, 0 if that is not known.
    order
        Place among the endpoints shown first; None for one that is not among them.
    called
        How sentences call it.
    is_change
        Whether the value itself is a change, so that it has no baseline (transition index).
    limits
        Changes that count, those for better first.
    """

    paramcd: str
    better: int = 0
    order: int | None = None
    called: str = ""
    is_change: bool = False
    limits: tuple[ChangeLimit, ...] = ()


def _read() -> dict[str, EndpointCard]:
    found = {}
    for paramcd, entry in read_toml("parameters").items():
        called = entry.get("called", entry["short"])
        better = BETTER.get(entry.get("better", ""), 0)
        limits = tuple(_limit(paramcd, called, better, given) for given in entry.get("limits", ()))
        found[paramcd] = EndpointCard(
            paramcd, better, entry.get("order"), called, entry.get("is_change", False), limits
        )
    return found


def _limit(paramcd: str, called: str, better: int, given: dict[str, object]) -> ChangeLimit:
    way = given["way"]
    if not better or way not in ("better", "worse") or not (given.get("points") or given.get("percent")):
        raise ValueError(f"the card of {paramcd}: a limit needs `better`, `way`, and points or percent")
    own = {
        "key": f"{paramcd}_{'IMPROVED' if way == 'better' else 'WORSE'}",
        "name": f"{called} {way}",
        "sign": better if way == "better" else -better,
    } | given
    if isinstance(estimates := own.get("estimates"), list):
        own["estimates"] = tuple(estimates)
    return ChangeLimit(paramcd=paramcd, **own)  # type: ignore[arg-type]  # an unknown key is a TypeError


CARDS = _read()
"""Every card, in the order of the file."""

LIMITS = {limit.key: limit for card in CARDS.values() for limit in card.limits}
"""Every limit by its key."""


def card_of(paramcd: str) -> EndpointCard:
    """Return the card of a parameter; an empty one where nothing is known."""
    return CARDS.get(paramcd) or EndpointCard(paramcd)


def way_of(parameter: Parameter) -> int:
    """Return +1 if higher is better, -1 if lower is, 0 if that is not known: as said, else as its card."""
    return BETTER[parameter.better] if parameter.better else card_of(parameter.paramcd).better


@cache
def first_shown() -> tuple[tuple[str, ...], ...]:
    """Return what is looked at first, in order: of each group the first that a file has."""
    ordered = sorted((card.order, card.paramcd) for card in CARDS.values() if card.order is not None)
    places = dict.fromkeys(order // SAME_PLACE for order, _ in ordered)
    return tuple(
        tuple(paramcd for order, paramcd in ordered if order // SAME_PLACE == place) for place in places
    )
