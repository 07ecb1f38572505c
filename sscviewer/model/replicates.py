"""Readings that are counted and nothing else: the second of one quantity is no quantity of its own."""

import re

_NUMBER = r"(?:\d+|[a-d])"
_COUNTED = re.compile(
    r"(?:^|, )(?:"
    rf"(?:reading|replicate|rep|repeat|measurement|attempt|trial)\.? ?(?:no\.? ?|nr\.? ?|#)?{_NUMBER}"
    r"|\d+(?:st|nd|rd|th)(?: (?:reading|replicate|repeat|measurement|attempt|trial))?"
    r"|#\d+"
    r")(?=$|, )",
    re.IGNORECASE,
)
"""A numbered reading, as the reader says it ("reading 2") or as a file does ("Reading 2", "Rep B", "2nd")."""


def reading(number: str) -> str:
    """Return how a time point says which reading of several a value is: "reading 2"."""
    return f"reading {number}"


def told_apart_by(time_point: str) -> str:
    """Return what of a time point tells values apart, without the number of a reading.

    "standing, reading 2" is "standing"; "reading 2", "Reading 2" and "2nd" are "".
    """
    return _COUNTED.sub("", time_point).removeprefix(", ")
