"""Windows of visits as a protocol gives them: so many days before and after the planned day."""

import re
from functools import cache
from types import MappingProxyType

EXAMPLE = "Week 4: 3, Month 6: -14 +28"
_ENTRY = re.compile(
    r"(?P<visit>\S.*?)\s*:\s*(?:±?\s*(?P<both>\d+)|[-−]\s*(?P<before>\d+)\s*\+\s*(?P<after>\d+))(?:\s*days?)?"
)
Margins = MappingProxyType[str, tuple[float, float]]


@cache
def read_margins(text: str) -> Margins | str:
    """Return {visit, in small letters: (days before, days after)}; a sentence where a part says none."""
    found = {}
    for part in (part.strip() for part in re.split("[,;]", text)):
        match = _ENTRY.fullmatch(part)
        if match is None:
            return f"“{part}” is no visit with its days: write for example “{EXAMPLE}”."
        before, after = match["both"] or match["before"], match["both"] or match["after"]
        found[match["visit"].casefold()] = (float(before), float(after))
    return MappingProxyType(found)


def margins_of(text: str) -> Margins:
    """Return the windows that a plan writes; none where it writes none, or nothing that can be read."""
    read = read_margins(text) if text else ""
    return MappingProxyType({}) if isinstance(read, str) else read
