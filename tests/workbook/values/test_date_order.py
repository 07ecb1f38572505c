"""Dates that can be read both ways: what is asked, where the answer holds, how it is kept."""

import pytest

from sscviewer.model.questions import Answer, Example
from sscviewer.workbook import load_study
from sscviewer.workbook.mapping.check import BadMapping
from sscviewer.workbook.mapping.file import mapping_text, parse_mapping, read_mapping
from sscviewer.workbook.mapping.library import remember_answers, store_mapping
from sscviewer.workbook.mapping.mapping import Mapping
from sscviewer.workbook.preview.preview import look_at

EVENTS = [
    ["Subject", "Adverse event", "Start date", "Grade"],
    ["1", "Rash", "03/04/2007", 1],
    ["2", "Cough", "05/05/2007", 2],
]
VISITS = [
    ["Subject", "Visit", "Visit date"],
    ["1", "Baseline", "03/04/2007"],
    ["2", "Baseline", "25/04/2007"],
]
BOOK = {"Adverse events": EVENTS, "Visits": VISITS}


def starts(loaded) -> list[str]:
    return [str(day.date()) for day in loaded.study.adverse_events["ASTDT"]]


def test_only_columns_that_nothing_decides_are_asked_about(make_workbook):
    loaded = load_study(make_workbook(BOOK))
    (column,) = loaded.report.questions
    assert (column.sheet, column.heading) == ("Adverse events", "Start date")
    assert column.examples == (Example("03/04/2007", ("3 Apr 2007", "4 Mar 2007")),)
    assert starts(loaded) == ["2007-04-03", "2007-05-05"]


def test_the_answer_holds_for_these_columns_and_no_others(make_workbook):
    loaded = load_study(make_workbook(BOOK), date_order="mdy")
    assert loaded.report.questions == ()
    assert starts(loaded) == ["2007-03-04", "2007-05-05"]
    visits = loaded.study.visits["ADT"].dt.strftime("%Y-%m-%d").tolist()
    assert visits == ["2007-04-03", "2007-04-25"]
    said = [i.message for i in loaded.report.issues if i.code == "date.order_said"]
    assert len(said) == 1
    assert said[0].endswith("month/day/year, as you said.")


def test_the_answer_is_kept_for_the_shape_beside_a_mapping(make_workbook, tmp_path):
    path, library = make_workbook(BOOK), tmp_path / "mappings"
    shape = load_study(path).shape
    remember_answers(library, shape, (Answer("date_order", "", "", "mdy"),))
    (kept,) = library.iterdir()
    assert 'date_order = "mdy"' in kept.read_text("utf-8")
    again = load_study(path, library=library)
    assert starts(again)[0] == "2007-03-04"
    assert again.report.questions == ()
    assert not {"mapping.reused", "mapping.new_sheet"} & {i.code for i in again.report.issues}
    assert again.mapping.date_order == "mdy"
    preview = look_at(path).preview(library=library)
    assert not preview.is_stored
    assert preview.mapping.date_order == "mdy"
    assert preview.mapping.sheets == look_at(path).preview().mapping.sheets
    store_mapping(library, shape, preview.mapping)
    remember_answers(library, shape, (Answer("date_order", "", "", "dmy"),))
    assert read_mapping(kept) == Mapping(preview.mapping.sheets, {}, "dmy")
    assert starts(load_study(path, library=library))[0] == "2007-04-03"
    assert starts(load_study(path, library=library, date_order="mdy"))[0] == "2007-03-04"


def test_a_mapping_of_columns_keeps_the_order(make_workbook):
    book = {"Ereignisse": [["Kennung", "Was", "Wann"], ["1", "Rash", "03/04/2007"], ["2", "X", "05/06/2007"]]}
    path = make_workbook(book)
    text = (
        'format = 1\ndate_order = "mdy"\n[[sheet]]\nname = "Ereignisse"\nrole = "adverse_events"\n'
        "header_row = 1\n[sheet.columns.adverse_events]\n"
        'USUBJID = "Kennung"\nAETERM = "Was"\nASTDT = "Wann"\n'
    )
    loaded = load_study(path, mapping=parse_mapping(text))
    assert starts(loaded) == ["2007-03-04", "2007-05-06"]
    assert parse_mapping(mapping_text(loaded.mapping)) == loaded.mapping


def test_dates_of_birth_and_planned_dates_are_asked_about_too(make_workbook):
    book = {
        "Patients": [["Subject", "Date of birth", "Sex"], ["1", "03/04/1960", "F"], ["2", "05/06/1961", "M"]],
        "Visits": [
            ["Subject", "Visit", "Visit date", "Target date"],
            ["1", "Baseline", "2007-04-25", "03/04/2007"],
            ["2", "Baseline", "2007-04-26", "05/06/2007"],
        ],
    }
    path = make_workbook(book)
    asked = load_study(path).report.questions
    assert [(column.sheet, column.heading) for column in asked] == [
        ("Patients", "Date of birth"),
        ("Visits", "Target date"),
    ]
    loaded = load_study(path, date_order="mdy")
    assert loaded.study.subjects["BRTHDTC"].tolist() == ["1960-03-04", "1961-05-06"]
    assert loaded.study.visits["TARGETDT"].dt.strftime("%Y-%m-%d").tolist() == ["2007-03-04", "2007-05-06"]


def test_another_word_is_refused():
    with pytest.raises(BadMapping, match="neither “dmy” nor “mdy”"):
        parse_mapping('format = 1\ndate_order = "ymd"\n')
