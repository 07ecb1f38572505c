"""Which reference group a patient's recorded race or ethnicity stands for."""

import re
from dataclasses import dataclass

from sscviewer.model.persons import Group


@dataclass(frozen=True, slots=True)
class GroupFound:
    """A group, and whether the words say so or it is only what is taken when they do not."""

    group: Group
    is_said: bool


_WORDS = (
    (Group.NORTH_EAST_ASIAN, r"(?:north[ -]?east(?:ern)?|ne) asian?|korean?|north(?:ern)? chin(?:a|ese)"),
    (Group.SOUTH_EAST_ASIAN, r"(?:south[ -]?east(?:ern)?|se) asian?|thai(?:land)?|taiwan(?:ese)?"),
    (Group.MEXICAN_AMERICAN, r"mexican(?:[ -]american)?"),
    (Group.AFRICAN_AMERICAN, r"black|african(?:[ -]american)?|afro[ -](?:american|caribbean)"),
    (Group.CAUCASIAN, r"white|caucasian|european"),
)
"""What the race is called, and the group it stands for; words of two groups, or of none, are Other/mixed.

"Asian" alone says neither North nor South East and so is Other/mixed, as is Hispanic: GLI-2012 counts Mexican
Americans, but not every Hispanic, among the Caucasians.

**Source**: Quanjer 2012, table of populations, as far as it is beyond doubt; the rest is Other/mixed.
"""
_DENIED = re.compile(r"\bnorth(?:ern)?[ -]africans?\b|\bnot? (?:black|african|white|caucasian)\b")
_PATTERNS = tuple((group, re.compile(rf"\b(?:{words})\b")) for group, words in _WORDS)
_MIXED = re.compile(r"\b(?:other|mixed|multiple|more than one)\b")
_ASIAN = re.compile(r"\basians?\b")


def reference_group(race: str, ethnicity: str = "") -> GroupFound:
    """Return the group for a race as written; Other/mixed when it names no group, or two.

    Parameters
    ----------
    ethnicity
        Only "Mexican American" in it counts, where the race names no group.
    """
    said = _DENIED.sub(" ", race.casefold())
    found = set()
    for group, pattern in _PATTERNS:
        if pattern.search(said):
            found.add(group)
            said = pattern.sub(" ", said)
    if _MIXED.search(said) or (found and _ASIAN.search(said)):
        found.add(Group.OTHER)
    if not found and "mexican" in ethnicity.casefold():
        found.add(Group.MEXICAN_AMERICAN)
    if len(found) == 1:
        return GroupFound(found.pop(), is_said=True)
    return GroupFound(Group.OTHER, is_said=bool(found))
