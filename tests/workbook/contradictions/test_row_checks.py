"""Checks that a user declares: what they find, and what is said of those that cannot be used."""

import datetime as dt

import openpyxl
import pytest

from sscviewer.workbook import load_study
from sscviewer.workbook.contradictions.row_checks import OWN_FILE

GOOD = """
[[check]]
code = "high_crp"
words = "CRP above 50"
table = "measurements"
when = ["PARAMCD = CRP", "AVAL > 50"]
message = "CRP is {AVAL}; it is used as recorded."
[[check]]
code = "early"
severity = "info"
table = "adverse_events"
when = ["ASTDT <= subjects.TRTSDT", "AETERM != cough | fever"]
[[check]]
code = "in_june"
table = "adverse_events"
when = ["ASTDT >= 2020-06-01"]
"""
BAD = {
    'code = "a"\ntable = "adverse_events"': "it lacks “when”",
    'code = "a"\ntable = "events"\nwhen = ["AETERM present"]': "there is no table “events”",
    'code = "a"\ntable = "adverse_events"\nwhen = ["AEFOO present"]': "adverse_events has no column AEFOO",
    'code = "a"\ntable = "adverse_events"\nwhen = ["AETERM > rash"]': "compares the text AETERM by size",
    'code = "a"\ntable = "adverse_events"\nwhen = ["AETOXGR > much"]': "“much” is no number",
    'code = "a"\ntable = "adverse_events"\nwhen = ["AETERM is odd"]': "is not understood",
    'code = "a"\ntable = "adverse_events"\nwhen = ["AETERM present"]\nmessage = "{AVAL}"': "no column AVAL",
    'code = "a"\ntable = "adverse_events"\nwhen = ["AETERM present"]\ntext = "x"': "“text” is not known",
    'code = "a"\ntable = "adverse_events"\nwhen = ["AETERM present"]\nseverity = "high"': "neither warning",
}


@pytest.fixture
def trial(tmp_path):
    book = openpyxl.Workbook()
    people, events, lab = book.active, book.create_sheet("Adverse Events"), book.create_sheet("Laboratory")
    people.title = "Subjects"
    for row in (
        ["Subject", "Sex", "First dose date"],
        ["A", "F", dt.date(2020, 3, 1)],
        ["B", "M", dt.date(2020, 3, 1)],
    ):
        people.append(row)
    for row in (
        ["Subject", "Adverse event", "Start date"],
        ["A", "rash", dt.date(2020, 2, 20)],
        ["A", "cough", dt.date(2020, 2, 20)],
        ["B", "rash", "03/2020"],
        ["B", "rash", dt.date(2020, 6, 1)],
    ):
        events.append(row)
    for row in (
        ["Subject", "Visit", "Date", "Test", "Result", "Unit"],
        ["A", "Month 1", dt.date(2020, 4, 1), "CRP", 80, "mg/L"],
        ["B", "Month 1", dt.date(2020, 4, 1), "CRP", 8, "mg/L"],
    ):
        lab.append(row)
    book.save(tmp_path / "trial.xlsx")
    return tmp_path / "trial.xlsx"


def said(path, **options):
    issues = load_study(path, **options).report.issues
    return [(i.severity, i.code, i.srcref, i.message) for i in issues if i.code.startswith("own.")]


def test_own_checks_find_their_rows(trial, tmp_path):
    (tmp_path / "own.toml").write_text(GOOD)
    assert said(trial, checks=tmp_path / "own.toml") == [
        ("warning", "own.high_crp", "Laboratory!E2", "CRP is 80; it is used as recorded."),
        ("warning", "own.in_june", "Adverse Events!C5", "in_june; it is used as recorded."),
        ("info", "own.early", "Adverse Events!C2", "early; it is used as recorded."),
    ]


def test_the_librarys_checks_are_used_for_every_file(trial, tmp_path):
    assert said(trial, library=tmp_path) == []
    (tmp_path / OWN_FILE).write_text(GOOD)
    assert len(said(trial, library=tmp_path)) == 3


@pytest.mark.parametrize(("text", "why"), BAD.items())
def test_a_check_that_cannot_be_used_is_named_and_the_others_are_used(trial, tmp_path, text, why):
    (tmp_path / "own.toml").write_text(f"[[check]]\n{text}\n{GOOD}")
    found = said(trial, checks=tmp_path / "own.toml")
    assert len(found) == 4
    severity, code, place, message = found[0]
    assert (severity, code, place) == ("warning", "own.unusable", "")
    assert message.startswith("Own checks in “own.toml”, check 1 (“a”): ")
    assert why in message


@pytest.mark.parametrize("text", ["[[check", "\udcff"])
def test_a_file_that_cannot_be_read_is_an_issue(trial, tmp_path, text):
    (tmp_path / "own.toml").write_bytes(text.encode("utf-8", "surrogateescape"))
    ((_, code, _, message),) = said(trial, checks=tmp_path / "own.toml")
    assert code == "own.unusable"
    assert "no check of it is used" in message


def test_one_bracket_is_one_check(trial, tmp_path):
    (tmp_path / "own.toml").write_text(
        GOOD.partition('[[check]]\ncode = "early"')[0].replace("[[check]]", "[check]")
    )
    assert [code for _, code, _, _ in said(trial, checks=tmp_path / "own.toml")] == ["own.high_crp"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "there is no check"),
        ("[[checks]]\ncode = 'a'\n", "“checks” is not known"),
        (None, "it is not there"),
    ],
)
def test_a_file_that_holds_no_check_says_so(trial, tmp_path, text, why):
    if text is not None:
        (tmp_path / "own.toml").write_text(text)
    assert why in said(trial, checks=tmp_path / "own.toml")[0][3]
