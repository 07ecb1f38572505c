"""What an arm is called on screen: "All patients" for all of them, else its name in the file."""

from collections.abc import Iterable

from sscviewer.analysis.arm_words import ALL, ALL_PATIENTS
from sscviewer.plots.screen.said import Verbatim


def arm_name(arm: str) -> str:
    """Return the name of an arm; one of the file is never translated, whatever word it equals."""
    return ALL_PATIENTS if arm == ALL else Verbatim(arm)


def arm_entries(arms: Iterable[str]) -> list[tuple[object, str]]:
    """Return arms as choices."""
    return [(arm, arm_name(arm)) for arm in arms]
