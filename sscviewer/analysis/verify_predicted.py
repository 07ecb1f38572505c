"""The part of `verify` for predicted values: what the GLI's own calculator gave, computed again."""

import json
from collections.abc import Iterator

import numpy as np

from sscviewer.bundled import resource_path
from sscviewer.clinical.reference_equations import EQUATIONS
from sscviewer.model.persons import FEMALE, MALE, Persons

SEX_CODES = {"M": MALE, "F": FEMALE}


def predicted_figures() -> Iterator[tuple[str, str, float, float, float]]:
    """Give (case, quantity, reference, ours, tolerance) of every stored value.

    Raises
    ------
    FileNotFoundError
        If the reference values or the tables of the equations are not installed.
    """
    content = json.loads(resource_path("reference", "predicted.json").read_text(encoding="utf-8"))
    for row in content["values"]:
        person = Persons(
            np.array([SEX_CODES[row["sex"]]]),
            np.array([row["age"]]),
            np.array([row["height"]]),
            np.array([row["group"]]),
        )
        found = EQUATIONS[row["equation"]].compute(row["quantity"], person)
        case = f"{row['equation']}, {row['sex']} {row['age']:g} y {row['height']:g} cm, group {row['group']}"
        for name, reference in row["figures"].items():
            ours = float(getattr(found, name)[0])
            yield case, f"{row['quantity']} {name}", reference, ours, content["tolerance"]
