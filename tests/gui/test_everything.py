"""Save everything: files, index and manifest; the filter in force; cancelling; a folder that refuses."""

import json

import pytest

from sscviewer.gui.dialogs.choose_parts import WORDS
from sscviewer.gui.state.patient_filter import PatientFilter
from sscviewer.report.what import WHAT


@pytest.fixture
def told(opened):
    said = []
    opened.everything.told.connect(lambda text, kind: said.append((text, kind)))
    return said


def written(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_files_index_and_manifest_name_each_other(opened, told, qtbot, tmp_path):
    window = opened
    with qtbot.waitSignal(window.everything.ended):
        window.everything.write(tmp_path / "out", ("handover", "queries"), ("docx",))
    assert [kind for _, kind in told] == ["info"]
    (manifest,) = (tmp_path / "out").glob("*_manifest.json")
    (index,) = (tmp_path / "out").glob("*_index.html")
    listed = {one["name"] for one in json.loads(manifest.read_text("utf-8"))["files"]}
    assert listed | {manifest.name, index.name} == written(tmp_path / "out")
    page = index.read_text("utf-8")
    assert all(f">{name}</a>" in page for name in listed)
    assert not window.progress.isVisible()


def test_the_filter_in_force_is_followed(opened, told, qtbot, tmp_path):
    window = opened
    window.session.set_filters(PatientFilter(sex=("F",)))
    study = window.session.trial.study
    women = [u for u, sex in zip(study.usubjids, study.column("subjects", "SEX"), strict=True) if sex == "F"]
    assert 0 < len(women) < len(study.usubjids)
    with qtbot.waitSignal(window.everything.ended):
        window.everything.write(tmp_path / "out", ("profiles", "handover"), ("docx",))
    (manifest,) = (tmp_path / "out").glob("*_manifest.json")
    assert json.loads(manifest.read_text("utf-8"))["patients"] == women


def test_cancel_keeps_what_is_whole(opened, told, qtbot, tmp_path):
    window = opened
    window.everything.advanced.connect(
        lambda words, done: window.progress.cancel_button.click() if done else None
    )
    with qtbot.waitSignal(window.everything.ended):
        window.everything.write(tmp_path / "out", ("queries", "handover", "board"), ("docx",))
    assert told[-1][0].startswith("Cancelled: ")
    (manifest,) = (tmp_path / "out").glob("*_manifest.json")
    listed = {one["name"] for one in json.loads(manifest.read_text("utf-8"))["files"]}
    assert listed
    assert len(written(tmp_path / "out")) == len(listed) + 2
    assert not any("board" in name for name in listed)


def test_a_folder_that_refuses_is_said(opened, told, qtbot, tmp_path):
    blocked = tmp_path / "a file"
    blocked.write_text("not a folder")
    with qtbot.waitSignal(opened.everything.ended):
        opened.everything.write(blocked, ("queries",), ("docx",))
    assert told[-1][1] == "error"
    assert "cannot be written" in told[-1][0]


def test_a_file_of_the_program_that_is_missing_is_named_and_not_the_folder_blamed(
    opened, told, qtbot, tmp_path, monkeypatch
):
    lost = tmp_path / "program" / "recompute.R"
    monkeypatch.setattr("sscviewer.report.handover_files.resource_path", lambda *_: lost)
    with qtbot.waitSignal(opened.everything.ended):
        opened.everything.write(tmp_path / "out", ("handover",), ("docx",))
    assert told[-1][1] == "error"
    assert str(lost) in told[-1][0]
    assert "cannot be written to" not in told[-1][0]


def test_every_kind_has_its_words():
    assert set(WORDS) >= set(WHAT)
