"""The tables handed over give the program's numbers to scripts that share no code with it."""

import csv
import json
import math
import shutil
import subprocess
import sys
from datetime import date

import pandas as pd
import pyreadstat
import pytest

from sscviewer.analysis.analyse import analyse_study
from sscviewer.analysis.handover.dictionary import LABEL_LENGTH, handover_tables, label
from sscviewer.analysis.plan import AnalysisPlan
from sscviewer.analysis.population import populations
from sscviewer.analysis.settle import settle_study
from sscviewer.cli.analysis_text import analysis_json
from sscviewer.report.handover_files import handover_makers
from sscviewer.workbook import load_study
from tests.sdtm_trial import MADE, write_sheets

ABSENT = "Rscript is not installed"


@pytest.fixture(scope="module", params=["demo", "three arms"])
def handed(request, demo_path, tmp_path_factory):
    folder = tmp_path_factory.mktemp("handover")
    path = demo_path if request.param == "demo" else write_sheets(MADE["core"](), folder / "trial.xlsx")
    plan = AnalysisPlan()
    study = settle_study(load_study(path).study, plan)
    tables = handover_tables(study, plan, populations(study, plan))
    for name, make in handover_makers(tables, date(2026, 1, 2), "from x.xlsx").items():
        make(folder / name)
    document = analysis_json(analyse_study(study, plan), study.source)
    return folder, tables, json.loads(json.dumps(document)), study


def test_the_python_script_finds_the_programs_numbers(handed):
    folder, _, document, _ = handed
    found = json.loads(_printed(sys.executable, folder / "recompute.py"))
    assert found["n"] == document["population"]["safety"]["n"]
    visits = {one["PARAMCD"]: {v["AVISIT"]: v for v in one["visits"]} for one in found["mmrm"]}
    _same_changes(visits, document)
    every = {
        row["arm"]: row
        for row in document["adverse_events"]["rows"]
        if not row["AEBODSYS"] and not row["AEDECOD"]
    }
    for row in found["adverse_events"]:
        theirs = every[row["arm"]]
        assert (row["N"], row["subjects"], row["events"]) == (
            theirs["N"],
            theirs["subjects"],
            theirs["events"],
        )
    means = {(row["arm"], row["measure"]): row["mean"] for row in document["exposure"]}
    for row in found["exposure"]:
        if (row["arm"], "days_on_drug") in means:
            assert row["days_on_drug"] == pytest.approx(means[row["arm"], "days_on_drug"])
    months = next(
        row for row in document["time_to_event"] if row["what"] == "time on drug" and row["arm"] == "ALL"
    )
    # A month beyond the last patient under observation has no estimate.
    known = [one for one in months["estimates"] if one["estimate"] is not None][-1]
    last = [one["share"] for one in found["time_on_drug"] if one["day"] <= known["month"] * 365.25 / 12]
    assert months["events"] == sum(
        row["CNSR"] == "0" for row in _rows(folder / "adtte.csv") if row["PARAMCD"] == "TTDISC"
    )
    assert (last[-1] if last else 1.0) == pytest.approx(known["estimate"])


def _printed(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _same_changes(found, document):
    """Compare estimates where the program took the unstructured covariance, as the scripts do."""
    compared = 0
    for course in document["course"]:
        is_plain = course["model"] == "mmrm" and course["arm"] == "ALL" and course["response"] == "CHG"
        if not is_plain or course["covariance"] != "us" or not course["converged"]:
            continue
        for visit in course["visits"]:
            theirs = found[course["PARAMCD"]][visit["AVISIT"]]
            assert theirs["n"] == visit["n"]
            assert theirs["estimate"] == pytest.approx(visit["estimate"], abs=2e-3 * visit["se"])
            compared += 1
    assert compared > 3


def _rows(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.skipif(shutil.which("Rscript") is None, reason=ABSENT)
def test_the_r_script_finds_the_programs_numbers(handed):
    folder, _, document, _ = handed
    printed = _printed("Rscript", folder / "recompute.R", folder)
    lines = [line.split("\t") for line in printed.splitlines()]
    assert int(next(line[1] for line in lines if line[0] == "N")) == document["population"]["safety"]["n"]
    events = document["adverse_events"]["rows"][0]
    assert next(line[1:] for line in lines if line[0] == "AE") == [
        str(events["subjects"]),
        str(events["events"]),
    ]
    compared = 0
    for course in document["course"]:
        if (course["model"], course["arm"], course.get("covariance")) != ("mmrm", "ALL", "us"):
            continue
        found = {
            round(float(line[2]), 6): (int(line[3]), float(line[4]))
            for line in lines
            if line[0] == "MMRM" and line[1] == course["PARAMCD"] and len(line) > 3
        }
        for visit in course["visits"] if found else ():
            n, estimate = found[round(visit["AVISITN"], 6)]
            assert n == visit["n"]
            # gls stops by its own criterion; a thirtieth of the standard error is below what is printed.
            assert estimate == pytest.approx(visit["estimate"], abs=visit["se"] / 30)
            compared += 1
    assert compared > 3


def test_every_reading_is_there_with_its_reason(handed):
    _, tables, _, study = handed
    values = tables["ADBDS"]
    cells = set(study.column("measurements", "SRCREF"))
    assert cells == set(values["SRCREF"])
    assert (values["WHY"] != "").all()
    own = values[values["DTYPE"] == ""]
    assert len(own) == len(study.column("measurements", "SRCREF"))
    analysed = values[values["ANL01FL"] == "Y"]
    assert not analysed.duplicated(["USUBJID", "PARAMCD", "AVISIT"]).any()
    assert (analysed["WHY"] == "used").all()


def test_events_have_the_dose_in_force(handed):
    _, tables, _, _ = handed
    doses, known = tables["ADEX"], 0
    for event in tables["ADAE"].itertuples():
        on = doses[
            (doses.USUBJID == event.USUBJID) & (doses.ASTDY <= event.ASTDY) & (event.ASTDY <= doses.AENDY)
        ]
        before = doses[(doses.USUBJID == event.USUBJID) & (doses.AENDY == event.ASTDY - 1)]
        if not math.isnan(event.DOSEON):
            assert event.DOSEON in {*on.EXDAILY, *before.EXDAILY}
            known += 1
    assert known > 10


def test_xpt_holds_what_the_table_holds(handed):
    folder, tables, _, _ = handed
    for name, frame in tables.items():
        back, about = pyreadstat.read_xport(folder / f"{name.lower()}.xpt")
        assert list(back.columns) == list(frame.columns)
        assert len(back) == len(frame)
        assert all(len(label(column)) <= LABEL_LENGTH for column in frame.columns)
        assert about.column_labels == [label(column) for column in frame.columns]
        numbers = [column for column in frame.columns if frame[column].dtype.kind == "f"]
        pd.testing.assert_frame_equal(back[numbers], frame[numbers], check_dtype=False, rtol=1e-12)


def test_the_dictionary_has_every_column(handed):
    folder, tables, _, _ = handed
    told = {(row["Table"], row["Column"]): row["Meaning"] for row in _rows(folder / "dictionary.csv")}
    wanted = {(name, column) for name, frame in tables.items() for column in frame.columns}
    assert set(told) == wanted
    assert all(told[name, column] != column for name, column in wanted)
