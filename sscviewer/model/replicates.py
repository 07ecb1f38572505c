"""Readings that are counted and nothing else: the second of one quantity is no quantity of its own."""

import re

_COUNTED = re.compile(r"(?:^|, )reading \d+(?=$|, )")


def reading(number: str) -> str:
    """Return how a time point says which reading of several a value is: "reading 2"."""
    return f"reading {number}"


def told_apart_by(time_point: str) -> str:
    """Return what of a time point tells values apart, without the number of a reading.

    "standing, reading 2" is "standing"; "reading 2" is "".
    """
    return _COUNTED.sub("", time_point).removeprefix(", ")
