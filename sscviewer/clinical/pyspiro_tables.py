"""Coefficients and splines of reference equations, read from the data files of the package pyspiro.

Only the tables are used: they hold the published numbers in full. The package itself is never imported.
"""

import csv
from collections.abc import Mapping
from functools import cache

import numpy as np

from sscviewer.bundled import reference_table
from sscviewer.model.arrays import Floats


def read_rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a table, each by its headings.

    Raises
    ------
    FileNotFoundError
        If the tables are not installed.
    """
    with reference_table(f"{name}.csv").open(encoding="utf-8", newline="") as file:
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
    with reference_table(f"{name}.csv").open(encoding="utf-8", newline="") as file:
        heading, *lines = csv.reader(file, delimiter=";")
    values = np.array([[float(text or "nan") for text in line] for line in lines])
    return {title: values[:, i] for i, title in enumerate(heading) if title}
