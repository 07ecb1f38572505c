"""Two simulated trials with R's results; read from tests/reference."""

import json
from pathlib import Path

import pytest

from tests.analysis.dose_question.titration_trial import titration_trial
from tests.planned import population, titration

FILE = Path(__file__).resolve().parents[2] / "reference" / "dose_question" / "simulated_trials.json"


class Simulated:
    """A trial, its counts, and what R says of it."""

    def __init__(self, patients, reference):
        self.study = titration_trial(patients)
        self.who = population(self.study)
        self.found = titration(self.study, self.who)
        self.reference = reference


@pytest.fixture(scope="session", params=["titration_20", "null_20"])
def simulated(request):
    one = json.loads(FILE.read_text("utf-8"))[request.param]
    return Simulated(one["patients"], one["reference"])
