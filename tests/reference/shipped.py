"""Results of other software that lie beside the tests; `figures/README.md` says how each was made."""

import csv
from pathlib import Path

FIGURES = Path(__file__).parent / "figures"


def shipped(name: str) -> list[dict[str, str]]:
    with (FIGURES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
