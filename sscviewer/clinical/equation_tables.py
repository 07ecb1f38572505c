"""Coefficients and splines of reference equations, read from the tables that ship with the program.

Where each comes from is in `resources/equations/README.md`.
"""

import csv
from collections.abc import Mapping
from functools import cache

import numpy as np

from sscviewer.bundled import resource_path
from sscviewer.model.arrays import Floats


def read_rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a table, each by its headings.

    Raises
    ------
    FileNotFoundError
        If no table of that name ships with the program.
    """
    with resource_path("equations", f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


@cache
def coefficients(name: str) -> Mapping[str, Mapping[str, float]]:
    """Return a table of coefficients as {"FVC_males": {"a0": -11.2281, …}}; an empty cell is NaN."""
    found: dict[str, dict[str, float]] = {}
    for row in read_rows(name):
        for heading, text in row.items():
            if heading not in ("", "var"):
                found.setdefault(heading, {})[row["var"]] = float(text or "nan")
    return found


@cache
def splines(name: str) -> Mapping[str, Floats]:
    """Return a table of splines as {"age": (n,), "FVC_males_Mspline": (n,), …}; an empty cell is NaN."""
    with resource_path("equations", f"{name}.csv").open(encoding="utf-8", newline="") as file:
        heading, *lines = csv.reader(file, delimiter=";")
    values = np.array([[float(text or "nan") for text in line] for line in lines])
    return {title: values[:, i] for i, title in enumerate(heading) if title}
