"""Where the reference results of other software are that do not ship; tests/conftest.py says what then."""

import csv
import gzip
import json
import os
from pathlib import Path

import pandas as pd
import pytest

from sscviewer.analysis.reml.errors import FitError

SHARED = Path(os.environ.get("SSCVIEWER_SHARED", Path(__file__).resolve().parents[2].parent / "shared"))


class Oracles:
    """Reads results and data of oracles/mixed and oracles/patho."""

    def __init__(self, root):
        self.root = root
        self._frames = {}

    def frame(self, name):
        if name not in self._frames:
            file = "sleepstudy" if name == "sleepstudy_d4" else name
            data = pd.read_csv(self.root / "mixed" / "data" / f"{file}.csv")
            if name == "sleepstudy_d4":
                data = data[data["Days"] <= 4].copy()
            for column, factor in (("age", "agef"), ("Days", "df")):
                if column in data:
                    data[factor] = pd.Categorical(data[column])
            for column in ("SEX", "Sex"):
                if column in data:
                    # R's declared order in the packages the data come from
                    data[column] = pd.Categorical(data[column], ["Male", "Female"])
            for column in ("USUBJID", "Subject", "Batch"):
                if column in data:
                    data[column] = data[column].astype(str)
            self._frames[name] = data
        return self._frames[name]

    def patho(self, name):
        return pd.read_csv(self.root / "patho" / f"patho_{name}.csv")

    def fits(self, pattern):
        out = []
        for path in sorted((self.root / "mixed").glob(pattern)):
            content = json.loads(gzip.decompress(path.read_bytes()))
            out += content["fits"] if isinstance(content, dict) else content
        return out

    def optima(self):
        with (self.root / "mixed" / "optima.csv").open(newline="") as file:
            return list(csv.DictReader(file))


@pytest.fixture(scope="session")
def oracles(shared):
    return Oracles(shared / "oracles")


class Worst:
    """Remembers the worst case per quantity and prints them."""

    def __init__(self):
        self.table = {}

    def note(self, quantity, value, case):
        value = float(value)
        if not value <= self.table.get(quantity, (-1.0, ""))[0]:
            self.table[quantity] = (value, case)

    def report(self):
        for quantity, (value, case) in sorted(self.table.items()):
            print(f"{quantity:32s} {value:.3e}  {case}")

    def check(self, limits):
        self.report()
        bad = {q: v for q, v in self.table.items() if not v[0] <= limits.get(q.split(" [")[0], 0.0)}
        assert not bad


@pytest.fixture(scope="session")
def attempt():
    """Call a fit; return it, or None and the sentence that says why there is none."""

    def call(function, *args, **kwargs):
        try:
            return function(*args, **kwargs), ""
        except FitError as error:
            return None, str(error)

    return call


@pytest.fixture
def worst():
    return Worst()
