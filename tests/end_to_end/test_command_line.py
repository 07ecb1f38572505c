"""`sscviewer` as scripts use it, without a display: in a process of its own where that is what is tried."""

import json
import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from tests.end_to_end.called import called

ROOT = Path(__file__).resolve().parents[2]


def _run(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        env.pop(name, None)
    command = [sys.executable, "-m", "sscviewer", *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=env, cwd=cwd, timeout=300, check=False)


@pytest.fixture(scope="module")
def checked(demo_path):
    done = _run("check", str(demo_path), "--json")
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return json.loads(done.stdout)


def test_check_json_has_the_promised_shape(checked):
    assert list(checked) == [
        "schema",
        "source",
        "sheets",
        "tables",
        "parameters",
        "issues",
        "issue_counts",
        "not_shown",
        "questions",
    ]
    assert checked["schema"] == 2
    assert checked["source"]["name"] == "demo_trial.xlsx"
    assert len(checked["source"]["sha256"]) == 64
    assert checked["source"]["container"] == "xlsx"
    assert set(checked["sheets"][0]) == {
        "name",
        "role",
        "layout",
        "header_row",
        "rows",
        "used",
        "not_used",
        "why_not",
        "columns",
    }


def test_every_row_of_every_sheet_is_accounted_for(checked):
    for sheet in checked["sheets"]:
        assert sheet["used"] + sheet["not_used"] == sheet["rows"], sheet["name"]
        named = [i for i in checked["issues"] if i["sheet"] == sheet["name"]]
        assert sheet["not_used"] == 0 or named, sheet["name"]
    assert {s["layout"] for s in checked["sheets"] if s["role"] != "ignored"} == {"native"}


def test_issue_counts_add_up(checked):
    assert sum(checked["issue_counts"].values()) == len(checked["issues"])


def test_check_as_text_names_every_sheet(demo_path, checked):
    done = called("check", demo_path)
    assert done.returncode == 0
    for sheet in checked["sheets"]:
        assert sheet["name"] in done.stdout


def test_bad_input_is_one_sentence_without_a_traceback(tmp_path):
    missing = called("check", tmp_path / "none.xlsx")
    assert (missing.returncode, missing.stdout) == (2, "")
    assert "none.xlsx" in missing.stderr
    assert len(missing.stderr.strip().splitlines()) == 1
    picture = tmp_path / "scan.xlsx"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    refused = _run("check", str(picture))
    assert refused.returncode == 2
    assert "Traceback" not in refused.stderr


def test_check_and_analyse_do_not_import_qt(demo_path):
    code = (
        "import sys; from sscviewer.__main__ import main\n"
        f"main(['check', {str(demo_path)!r}]); main(['analyse', {str(demo_path)!r}])\n"
        "qt = [name for name in sys.modules if name.startswith(('PySide6', 'pyqtgraph'))]\n"
        "sys.exit(f'imported {qt}' if qt else 0)"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=env, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr


def test_window_without_a_display_says_what_to_do(demo_path):
    done = _run(str(demo_path))
    assert done.returncode == 2
    assert "sscviewer check" in done.stderr


def test_demo_workbook_can_be_saved(tmp_path, demo_path):
    target = tmp_path / "demo.xlsx"
    assert called("demo", "--write", target).returncode == 0
    assert target.read_bytes() == demo_path.read_bytes()


def test_demo_without_a_display_writes_figures_and_a_report(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    done = called("demo")
    assert done.returncode == 0, done.stderr
    assert "no window was opened" in done.stdout
    written = sorted(path.name for path in (tmp_path / "sscviewer-demo").rglob("*") if path.is_file())
    assert "report.txt" in written
    assert any(name.endswith("profiles.pdf") for name in written)
    assert sum(name.endswith("_profile.png") for name in written) == 20
    assert "demo_trial_cohort_courses.png" in written


def test_export_of_an_unknown_patient_is_refused_before_writing(tmp_path, demo_path):
    out = tmp_path / "figures"
    done = called("export", demo_path, "--out", out, "--subject", "NOBODY", "--quiet")
    assert done.returncode == 2
    assert "NOBODY" in done.stderr
    assert not out.exists()


def test_wrong_words_are_refused(demo_path, tmp_path):
    done = called("export", demo_path, "--out", tmp_path, "--what", "everything")
    assert done.returncode == 2
    assert "profiles" in done.stderr


@pytest.fixture
def german(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Lunge"
    for row in (["Kennung", "Besuch", "FVC (L)"], ["001", "V1", 2.81], ["001", "V2", 2.7]):
        sheet.append(row)
    path = tmp_path / "german.xlsx"
    book.save(path)
    return path


def test_a_mapping_is_saved_filled_in_and_used(german, tmp_path):
    saved = tmp_path / "mapping.toml"
    refused = called("check", german, "--save-mapping", saved)
    assert refused.returncode == 2
    text = saved.read_text(encoding="utf-8").replace('role = "ignored"', 'role = "measurements"')
    text += """parameter = [{ column = "FVC (L)", code = "FVC" }]
[sheet.columns.measurements]
USUBJID = "Kennung"
VISIT = "Besuch"
[sheet.visits]
V1 = 0
V2 = 6
"""
    saved.write_text(text, encoding="utf-8")
    again = tmp_path / "again.toml"
    done = called("check", german, "--json", "--mapping", saved, "--save-mapping", again)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["tables"]["measurements"] == {"rows": 2, "subjects": 1}
    assert "V2 = 6" in again.read_text(encoding="utf-8")
    analysed = called("analyse", german, "--json", "--mapping", saved)
    assert analysed.returncode == 0, analysed.stderr


def test_groups_of_the_mapping_are_counted(demo_path, tmp_path):
    mapping = tmp_path / "groups.toml"
    mapping.write_text('format = 1\n[groups]\n"Nausea and vomiting" = ["Nausea", "Vomiting"]\n')
    done = called("analyse", demo_path, "--json", "--mapping", mapping)
    assert done.returncode == 0, done.stderr
    events = json.loads(done.stdout)["adverse_events"]
    rows = {row["AEDECOD"]: row for row in events["rows"] if row["AEDECOD"] or not row["AEBODSYS"]}
    (group,) = events["groups"]
    assert (group["group"], group["terms"], group["N"]) == ("Nausea and vomiting", ["Nausea", "Vomiting"], 20)
    assert group["events"] == rows["Nausea"]["events"] + rows["Vomiting"]["events"]
    apart = rows["Nausea"]["subjects"], rows["Vomiting"]["subjects"]
    assert max(apart) <= group["subjects"] < sum(apart)
    assert group["percent"] == 5 * group["subjects"]
    assert sum(rows[None]["max_grade"].values()) + rows[None]["no_level"] == rows[None]["subjects"] == 19
    assert rows[None]["withdrawal"]["subjects"] == 7


def test_a_mapping_that_is_none_is_one_sentence(german, tmp_path):
    bad = tmp_path / "bad.toml"
    bad.write_text("format = 1\n[[sheet]]\nname = 3")
    done = called("check", german, "--mapping", bad)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "“name”" in done.stderr
