"""Windows of visits as a protocol gives them: so many days before and after the planned day."""

import re
from functools import cache
from types import MappingProxyType

from sscviewer.analysis.plan.rules import VisitRules
from sscviewer.model.rules import Margins, visit_key
from sscviewer.model.sentence import say

EXAMPLE = "Week 4: 3, Month 6: -14 +28"
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
_DAYS = re.compile(
    r"(?:(?:±|\+\s*/?\s*-)?\s*(?P<both>\d+)|-\s*(?P<before>\d+)\s*/?\s*\+\s*(?P<after>\d+))(?:\s*days?)?"
)


@cache
def read_margins(text: str) -> tuple[Margins, tuple[str, ...]]:
    """Return {visit, as `visit_key` has it: (days before, days after)}, and a sentence for each part refused.

    Empty parts, as after a last comma, say nothing.
    """
    found: dict[str, tuple[float, float]] = {}
    refused = []
    for part in filter(None, (" ".join(part.split()) for part in re.split("[,;]", text))):
        visit, _, days = part.rpartition(":")
        match = _DAYS.fullmatch(days.strip().translate(_DASHES))
        key = visit_key(visit)
        if match is None or not key:
            refused.append(
                say(
                    "“{part}” is no visit with its days: write for example “{example}”.",
                    part=part,
                    example=EXAMPLE,
                )
            )
        elif key in found:
            refused.append(
                say("“{part}” names a visit a second time; the days given first count.", part=part)
            )
        else:
            before, after = match["both"] or match["before"], match["both"] or match["after"]
            found[key] = (float(before), float(after))
    return MappingProxyType(found), tuple(refused)


def margins_of(text: str) -> Margins:
    """Return the windows that a plan writes; of what cannot be read, none."""
    return read_margins(text)[0]


def followed_margins(rules: VisitRules) -> Margins:
    """Return the windows that a plan follows: none where values are placed by the name of their visit."""
    return margins_of(rules.margins if rules.windows else "")
