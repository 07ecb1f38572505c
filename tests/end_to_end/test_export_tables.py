"""`sscviewer export --what tables` and `--what report` write what `analyse --json` says."""

import csv
import json

import docx
import pytest
from openpyxl import load_workbook

from sscviewer.cli.analysis_text import analysis_json
from sscviewer.gui.saving import export_steps
from tests.end_to_end.called import called

NAMES = ("table_1", "disposition", "exposure", "adverse_events", "change", "responders")


@pytest.fixture(scope="module")
def written(demo_path, tmp_path_factory, qapp):
    """The tables of results and the document; the tables of the views are in test_export_manifest."""
    folder = tmp_path_factory.mktemp("out")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(export_steps, "_view_steps", lambda *_: iter(()))
        done = called("export", demo_path, "--out", folder, "--what", "tables,report", "--quiet")
    assert (done.returncode, done.stderr) == (0, "")
    return folder


@pytest.fixture(scope="module")
def document(demo_study, demo_results):
    return json.loads(json.dumps(analysis_json(demo_results, demo_study.source)))


def rows_of(folder, name):
    with (folder / f"demo_trial_{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_every_table_is_there_twice_and_says_where_it_comes_from(written, document):
    sha = document["source"]["sha256"][:8]
    for name in NAMES:
        assert sha in (written / f"demo_trial_{name}.csv").read_text(encoding="utf-8-sig")
        book = load_workbook(written / f"demo_trial_{name}.xlsx")
        about = [row[0].value for row in book["About"].iter_rows()]
        assert sha in about[-1]
        with (written / f"demo_trial_{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            assert [cell.value for cell in book["Table"][1]] == next(csv.reader(file))


def test_adverse_events_are_those_of_analyse(written, document):
    rows = {row["Adverse event"].strip(): row for row in rows_of(written, "adverse_events")}
    checked = 0
    for entry in document["adverse_events"]["rows"]:
        if entry["arm"] != "ALL":
            continue
        name = entry["AEDECOD"] or entry["AEBODSYS"] or "Any adverse event"
        row = rows[name]
        assert row["Patients (N = 20)"] == f"{entry['subjects']} ({entry['percent']:.1f} %)"
        assert row["95 % CI"] == f"{entry['lower']:.1f} to {entry['upper']:.1f}"
        assert int(row["Events"]) == entry["events"]
        checked += 1
    assert checked > 50


def test_changes_are_those_of_analyse(written, document):
    rows = rows_of(written, "change")
    fvc = [row for row in rows if row["Endpoint"] == "FVC, % predicted"]
    visits = next(c for c in document["course"] if c["PARAMCD"] == "FVCPP" and c["model"] == "mmrm")["visits"]
    slope = next(c for c in document["course"] if c["PARAMCD"] == "FVCPP" and c["model"] == "random_slope")
    assert [row["Change"] for row in fvc] == [*(v["AVISIT"] for v in visits), "Slope per month"]
    for row, visit in zip(fvc, visits, strict=False):
        assert float(row["Estimate"].replace("−", "-")) == pytest.approx(visit["estimate"], abs=0.006)
        assert int(row["n"]) == visit["n"]
    estimate = float(fvc[-1]["Estimate"].replace("−", "-"))
    assert estimate == pytest.approx(slope["slope"]["estimate"], abs=0.0006)


def test_exposure_and_responders_are_those_of_analyse(written, document):
    rows = rows_of(written, "exposure")
    expected = [f"{row['mean']:.1f}" for row in document["exposure"]]
    assert [row["Mean"] for row in rows if row["Measure"]][: len(expected)] == expected
    assert len([row for row in rows_of(written, "responders") if row["n"]]) == len(document["responders"])


def test_the_document_is_written_in_both_formats(written):
    assert (written / "demo_trial_report.pdf").read_bytes().startswith(b"%PDF")
    file = docx.Document(str(written / "demo_trial_report.docx"))
    assert len(file.tables) == 6
    assert len(file.inline_shapes) == 1
