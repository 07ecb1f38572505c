"""Same file + same plan = same output: `export --manifest` makes the files again, or says what differs."""

import json

import pytest

from tests.end_to_end.called import called

pytestmark = pytest.mark.usefixtures("qapp")
WHO = ("SSC-001", "SSC-003", "SSC-007", "SSC-012")


def run(*arguments):
    return called(*arguments, "--quiet")


def export(demo_path, folder, what):
    who = [word for usubjid in WHO for word in ("--subject", usubjid)]
    done = run("export", demo_path, "--out", folder, "--what", what, "--format", "svg", *who)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def made(tmp_path_factory, demo_path, qapp):
    """Figures and tables of four patients and of the trial, and their manifest: what takes long, once."""
    return export(demo_path, tmp_path_factory.mktemp("made"), "figures,tables")


def test_every_view_with_a_result_is_drawn(made):
    names = {path.name for path in (made / "whole_trial").iterdir()}
    assert len(list(made.glob("*.svg"))) == len(WHO)  # the patients' pages, nothing else
    views = (
        "cohort_courses",
        "safety_adverse_events",
        "dose_tolerated_dose",
        "efficacy_responders",
        "report_flow",
    )
    assert not [view for view in views if f"demo_trial_{view}.svg" not in names]


def test_every_view_with_a_result_has_its_table(made):
    names = {path.name for path in made.iterdir()}
    assert {"demo_trial_safety_event_rates.xlsx", "demo_trial_report_table_1.csv"} <= names


def test_a_selection_of_patients_is_said(made):
    assert "4 of 20 patients" in (made / "demo_trial_table_1.csv").read_text(encoding="utf-8-sig")


def test_the_manifest_says_what_each_file_was_made_from(made):
    said = json.loads((made / "demo_trial_manifest.json").read_text(encoding="utf-8"))
    assert said["patients"] == list(WHO)
    assert said["plan"]["events"]["window_days"] == 30.0
    assert "Study Drug" in said["mapping"]
    courses = next(one for one in said["files"] if one["name"] == "whole_trial/demo_trial_cohort_courses.svg")
    assert (courses["kind"], courses["shows"]) == ("view figure", "cohort/courses")
    assert courses["choices"]["Endpoint"] == "FVCPP"


def test_the_same_files_are_made_again(made, tmp_path, demo_path):
    done = run("export", "--manifest", made / "demo_trial_manifest.json", demo_path, "--out", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    written = [path for path in made.rglob("*") if path.is_file() and path.suffix != ".json"]
    assert sum(path.suffix == ".svg" for path in written) > 20
    assert sum(path.suffix != ".svg" for path in written) > 40
    again = [(path.relative_to(made), path.read_bytes()) for path in written]
    assert [name for name, data in again if (tmp_path / name).read_bytes() != data] == []


def test_what_another_plan_changes_is_said(made, tmp_path, demo_path):
    plan = tmp_path / "plan.toml"
    plan.write_text('[events]\nemergent_only = false\ninterval = "wilson"\nwindow = 3\n', encoding="utf-8")
    out = tmp_path / "out"
    said = json.loads((made / "demo_trial_manifest.json").read_text(encoding="utf-8"))
    named = ("demo_trial_adverse_events.csv", "demo_trial_report_table_1.csv")
    said["files"] = [one for one in said["files"] if one["name"] in named]  # as many as show the rule
    assert len(said["files"]) == len(named)
    manifest = tmp_path / "manifest.json"
    manifest.write_text(json.dumps(said), encoding="utf-8")
    done = run("export", "--manifest", manifest, "--plan", plan, demo_path, "--out", out)
    assert done.returncode == 2
    said = done.stderr.splitlines()
    assert any("Line 4: events.window is no choice" in line for line in said)
    assert any("events.interval is 'wilson', was 'clopper-pearson'" in line for line in said)
    assert any("demo_trial_adverse_events.csv differs" in line for line in said)
    assert not any("demo_trial_report_table_1" in line for line in said)


def test_what_is_no_manifest_is_refused(tmp_path, demo_path):
    path = tmp_path / "m.json"
    path.write_text("{}", encoding="utf-8")
    done = run("export", "--manifest", path, demo_path, "--out", tmp_path / "out")
    assert done.returncode == 2
    assert "not a manifest" in done.stderr
    assert not (tmp_path / "out").exists()
