"""A bug in one part of what is written: the others are as ever, the part says so, the exit code is 1."""

import json
import logging
from dataclasses import replace
from datetime import date

import docx
import pytest

from sscviewer import faults
from sscviewer.analysis.guarded import attempted
from sscviewer.analysis.plan import DEFAULT_PLAN
from sscviewer.cli import commands, export
from sscviewer.faults import NOT_COMPUTED
from sscviewer.gui.saving.trial_folder import Prepared
from sscviewer.gui.saving.writer import Writer
from sscviewer.model.load_report import LoadReport
from sscviewer.plots.paper.figure_files import paper_painter
from sscviewer.report import board_pack, trial_report
from sscviewer.report.manifest import Made
from sscviewer.report.parts import PARTS
from sscviewer.report.trial_report import DocumentChoice, document_of, trial_contents
from sscviewer.workbook import UnusableFile, load_study
from tests.end_to_end.called import called
from tests.planned import analyse_study, populations

SECRET = "Mrs Miller, born 1 May 1950"
SAID = NOT_COMPUTED.format(kind="KeyError")
LATER = {"plan", "abbreviations", "whole_plan", "harms", "pilot"}
"""Parts made of the plan and the other parts alone."""


def fail(*_, **__):
    raise KeyError(SECRET)


@pytest.fixture(scope="module")
def contents(tiny_study):
    return trial_contents(tiny_study, DEFAULT_PLAN, populations(tiny_study))


def sections(contents):
    document = document_of(contents, DocumentChoice(tuple(PARTS)), title="", footer="")
    return {section.name: section for section in document.sections}


@pytest.fixture(scope="module")
def whole(contents):
    return sections(contents)


@pytest.mark.parametrize("name", [name for name in PARTS if name not in LATER])
def test_a_part_of_the_report_fails_alone(contents, whole, name):
    of_it = {"results": "sentences", "methods": "sentences", "flow": "flow"}
    if name in of_it:
        broken = replace(contents, **{of_it[name]: attempted(fail)})
    else:
        broken = replace(contents, tables={**contents.tables, name: attempted(fail)})
    failed = {"results", "methods"} if of_it.get(name) == "sentences" else {name}
    made = sections(broken)
    assert list(made) == list(whole)
    assert {one for one in made if made[one].text == SAID} == failed
    kept = set(made) - failed - {"abbreviations"}
    assert {one: made[one] for one in kept} == {one: whole[one] for one in kept}
    assert SECRET not in repr(made)


def test_whatever_fails_in_the_report_it_is_made(tiny_study, monkeypatch, whole):
    monkeypatch.setattr("sscviewer.analysis.analyse.courses", fail)
    monkeypatch.setattr("sscviewer.analysis.dose_question.dose_question.dose_question", fail)
    monkeypatch.setattr("sscviewer.report.trial_tables.exposure_table", fail)
    monkeypatch.setattr(trial_report, "abbreviations", fail)
    made = sections(trial_contents(tiny_study, DEFAULT_PLAN, populations(tiny_study)))
    assert {name for name in made if made[name].text == SAID} == {
        "exposure", "dose_question", "change", "abbreviations",
    }  # fmt: skip
    assert made["adverse_events"] == whole["adverse_events"]
    said = [one.text for one in made["results"].paragraphs]
    assert SAID in said
    assert set(said) - {SAID} < {one.text for one in whole["results"].paragraphs}


def pack(study):
    (one,) = board_pack.board_pack(study, DEFAULT_PLAN, None, {}, name="x", footer="")
    return {section.name: section for section in one.document.sections}


@pytest.fixture(scope="module")
def before(tiny_study):
    return pack(tiny_study)


@pytest.mark.parametrize(
    ("maker", "failed"),
    [
        ("patients_to_tell", {"deaths", "serious", "stops"}),
        ("overview_table", {"overview"}),
        ("worst_table", {"worst"}),
        ("labs", {"labs"}),
    ],
)
def test_a_section_of_the_board_s_report_fails_alone(tiny_study, before, monkeypatch, maker, failed):
    monkeypatch.setattr(board_pack, maker, fail)
    now = pack(tiny_study)
    assert {name for name in now if now[name].text == SAID} == failed
    assert all(now[name] == before[name] for name in set(before) - failed)


@pytest.fixture
def trial(tiny_study):
    report = LoadReport(tiny_study.source, (), (), (), (), ())
    return Prepared(tiny_study, tiny_study, report, DEFAULT_PLAN, "")


def test_a_table_that_failed_leaves_the_others_written(trial, contents, tmp_path, qapp):
    writer = Writer(trial, tmp_path, None, date(2020, 1, 2), views_of=fail)
    broken = replace(contents, tables={**contents.tables, "exposure": attempted(fail)})
    writer.documents.__dict__["contents"] = broken
    made = writer.documents.result_tables()
    assert {one.shows for one in made} == set(contents.tables) - {"exposure"}
    assert all(one.path.stat().st_size for one in made)
    assert writer.failed == [("Table exposure", "KeyError")]


def test_endpoints_that_failed_are_not_said_to_be_unknown(trial, contents, tmp_path, qapp):
    asked = replace(trial, choice=DocumentChoice(("change", "exposure"), endpoints=("FVC",)))
    writer = Writer(asked, tmp_path, None, date(2020, 1, 2), views_of=fail)
    failed = attempted(fail)
    tables = {**contents.tables, "change": failed}
    writer.documents.__dict__["contents"] = replace(contents, endpoints=failed, tables=tables)
    (made,) = writer.documents.report(("docx",))
    assert SAID in "\n".join(paragraph.text for paragraph in docx.Document(str(made.path)).paragraphs)


@pytest.fixture
def log(tmp_path, monkeypatch):
    path = tmp_path / "state" / "sscviewer.log"
    monkeypatch.setattr(faults, "log_path", lambda: path)
    return path


@pytest.fixture(scope="module")
def loaded(demo_path):
    return load_study(demo_path)


@pytest.fixture
def file(loaded, monkeypatch, demo_path):
    monkeypatch.setattr(commands, "_load", lambda *_: loaded)
    return demo_path


@pytest.fixture(scope="module")
def results(tiny_study):
    return analyse_study(tiny_study)


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_analyse_prints_the_others_and_the_exit_code_is_1(file, results, monkeypatch, log, form):
    monkeypatch.setattr(
        "sscviewer.analysis.analyse.analyse_study",
        lambda *_: replace(results, responders=attempted(fail)),
    )
    answer = called("analyse", file, *form)
    assert answer.returncode == 1
    if form:
        document = json.loads(answer.stdout)
        assert document["failed"] == {"responders": SAID}
        assert document["responders"] is None
        assert document["course"]
    else:
        assert f"Responders\n  {SAID}" in answer.stdout
        assert "Methods" in answer.stdout
    assert str(log) in answer.stderr
    assert "KeyError" in log.read_text("utf-8")
    assert SECRET not in answer.stdout + answer.stderr + log.read_text("utf-8")


def test_export_writes_the_others_and_the_exit_code_is_1(file, monkeypatch, log, tmp_path):
    def draw(recipe=fail):
        from PySide6.QtGui import QImage

        with paper_painter(QImage(8, 8, QImage.Format.Format_RGB32)):
            recipe()

    def write():
        (tmp_path / "a.txt").write_text("a")
        return [Made(tmp_path / "a.txt", "table", "a")]

    steps = [
        ("Picture", draw),
        ("Words", fail),
        ("Chart", lambda: draw(lambda: len(attempted(fail)))),
        ("Table", write),
    ]
    monkeypatch.setattr(export, "steps_of", lambda *_: steps)
    answer = called("export", file, "--out", tmp_path)
    assert answer.returncode == 1
    assert str(tmp_path / "a.txt") in answer.stdout
    for words in ("Picture", "Words", "Chart"):
        assert f"{words} could not be made (KeyError); everything else was written." in answer.stderr
    assert log.read_text("utf-8").count("\n  KeyError\n") == 3
    assert SECRET not in answer.stderr + log.read_text("utf-8")
    assert not logging.getLogger(faults.LOG).handlers


@pytest.mark.parametrize(("left_out", "code"), [((), 0), (("A picture is too tall.",), 2)])
def test_the_demo_without_a_display_says_what_is_missing(
    file, trial, results, monkeypatch, tmp_path, left_out, code
):
    written = export.Exported((), ("Words could not be made (KeyError).",), left_out)
    monkeypatch.setattr(export, "export_trial", lambda *_: written)
    monkeypatch.setattr(commands, "prepared", lambda *_: trial)
    monkeypatch.setattr("sscviewer.analysis.analyse.analyse_study", lambda *_: results)
    (tmp_path / commands.DEMO_FOLDER).mkdir()
    monkeypatch.chdir(tmp_path)
    answer = called("demo")
    assert (answer.returncode, answer.stderr) == (
        code, "".join(f"sscviewer: {sentence}\n" for sentence in written.said),
    )  # fmt: skip
    assert "report.txt" in answer.stdout


def test_a_folder_that_refuses_stops_the_export(trial, tmp_path):
    def refuse():
        raise OSError(28, "the disk is full left on device")

    writer = Writer(trial, tmp_path, None, date(2020, 1, 2), views_of=fail)
    with pytest.raises(UnusableFile, match="the disk is full"):
        writer.part("Table", refuse)
    assert writer.failed == []
