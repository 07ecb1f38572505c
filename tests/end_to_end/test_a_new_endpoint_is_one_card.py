"""An invented card, added to a copy of the vocabulary and nowhere else, is a whole endpoint."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from sscviewer.bundled import resource_path

CARD = """
[BREATHEX]
names = ["breathing ease", "breathing ease index"]
param = "Breathing ease index"
short = "Ease"
kind = "endpoint"
unit = "0-40"
low = 0
high = 40
better = "{better}"
order = 50
[[BREATHEX.limits]]
way = "better"
points = 4.0
estimates = [3.0, 5.0]
source = "an invented study"
[[BREATHEX.limits]]
way = "worse"
points = 2.0
source = "an invented study"
"""

MONTHS = (0, 6, 12)
COURSES = {"P1": (10, 14, 15), "P2": (12, 13, 10), "P3": (20, 21, 26), "P4": (8, 9, 9), "P5": (15, 15, 12.5)}
"""At month 12 higher by 5, -2, 6, 1 and -2.5."""

SCRIPT = """
import json, sys
from pathlib import Path
import sscviewer.bundled as bundled
bundled.resource_path = lambda *parts, _real=bundled.resource_path: (
    Path(sys.argv[2]).joinpath(*parts) if parts[0] == "vocabulary" else _real(*parts)
)
from PySide6.QtWidgets import QApplication
from sscviewer.analysis.cohort.cohort_settings import WaterfallSettings
from sscviewer.analysis.cohort.waterfall import waterfall
from tests.planned import efficacy_settings
from sscviewer.analysis.efficacy.forest import forest
from sscviewer.analysis.plan.responses import ChangedLimit, EndpointSettings
from sscviewer.analysis.endpoints.responders import responders
from tests.planned import population
from sscviewer.analysis.shown_parameters import default_parameters
from sscviewer.gui.dialogs.endpoints import EndpointsDialog
from sscviewer.gui.state.endpoint_choices import first_plan, remembered
from sscviewer.gui.state.settings import Settings
from sscviewer.plots.patient.thresholds import thresholds_of
from sscviewer.analysis.outcome import outcomes
from sscviewer.workbook.load import load_study

app = QApplication([])
study = load_study(Path(sys.argv[1])).study
who = population(study)
settings = Settings(Path(sys.argv[2], "settings.ini"))
dialog = EndpointsDialog(remembered(settings))
key = "endpoints/limit/BREATHEX_IMPROVED/points"
asked = {k: v for k, v in dialog.chosen.items() if "BREATHEX" in k}
settings.set(key, 6.0)
def met(by):
    return {r.rule: (r.words, r.n) for r in responders(study, who, by, None, level=0.95)
            if r.avisitn == 12 and r.denominator == "treated"}
print(json.dumps({
    "unit": study.parameters["BREATHEX"].unit,
    "shown": default_parameters(study),
    "forest": [row.better for row in forest(study, who, efficacy_settings("BREATHEX")).rows],
    "best": waterfall(study, who, WaterfallSettings("BREATHEX", at="best"), outcomes(study)).change.tolist(),
    "responders": met(EndpointSettings()),
    "changed": met(first_plan(remembered(settings)).responses),
    "thresholds": [(t.words, t.level(10.0)) for t in thresholds_of("BREATHEX", frozenset({"mcid"}))],
    "asked": asked,
}))
"""


@pytest.fixture(scope="module", params=["higher", "lower"])
def found(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp("vocabulary")
    shutil.copytree(resource_path("vocabulary"), folder / "vocabulary")
    with (folder / "vocabulary" / "parameters.toml").open("a") as file:
        file.write(CARD.format(better=request.param))
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Visits"
    sheet.append(["Patient", "Visit", "Breathing ease"])
    for patient, course in COURSES.items():
        for month, value in zip(MONTHS, course, strict=True):
            sheet.append([patient, f"Month {month}" if month else "Baseline", value])
    book.save(folder / "trial.xlsx")
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(folder / "trial.xlsx"), str(folder)],
        capture_output=True,
        text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(Path(__file__).parents[2])},
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return request.param, json.loads(run.stdout.splitlines()[-1])


def test_it_is_read_shown_and_has_a_direction(found) -> None:
    better, got = found
    assert got["unit"] == "0-40"
    assert got["shown"] == ["BREATHEX"]
    assert set(got["forest"]) == {1 if better == "higher" else -1}
    best = [6, 5, 1, 1, 0] if better == "higher" else [4, 1, 1, -2, -2.5]
    assert got["best"] == pytest.approx(best)


def test_its_limits_are_counted_drawn_and_may_be_set(found) -> None:
    better, got = found
    up, down = ("IMPROVED", "WORSE") if better == "higher" else ("WORSE", "IMPROVED")
    words = {"IMPROVED": "by 4 points or more", "WORSE": "by 2 points or more"}
    counts = {"higher": {"IMPROVED": 2, "WORSE": 2}, "lower": {"IMPROVED": 0, "WORSE": 2}}[better]
    assert got["responders"] == {
        f"BREATHEX_{way}": [f"Ease {'higher' if way == up else 'lower'} {words[way]} (absolute)", n]
        for way, n in counts.items()
    }
    assert got["changed"]["BREATHEX_IMPROVED"][1] == (1 if better == "higher" else 0)
    assert got["changed"]["BREATHEX_WORSE"] == got["responders"]["BREATHEX_WORSE"]
    sign = 1 if better == "higher" else -1
    ends = sorted([10 + sign * 3.0, 10 + sign * 5.0])
    assert got["thresholds"] == [["MCID better from", ends], ["MCID worse from", [10 - sign * 2.0] * 2]]
    assert got["asked"] == {
        "endpoints/limit/BREATHEX_IMPROVED/points": 4.0,
        "endpoints/limit/BREATHEX_WORSE/points": 2.0,
    }
    assert down in words
