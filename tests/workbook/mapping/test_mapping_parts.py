"""Words, visits and units of a mapping on sheets that a layout reads as a whole."""

import dataclasses

import pytest

from sscviewer.workbook import load_study
from sscviewer.workbook.preview.preview import look_at
from sscviewer.workbook.preview.problems import doubts

REDCAP = [
    ["record_id", "redcap_event_name", "redcap_repeat_instrument", "redcap_repeat_instance", "sex", "fvc",
     "ae_term", "ae_start", "ae_rel"],
    ["1", "entry_arm_1", None, None, "1", 2.8, None, None, None],
    ["1", "autumn_arm_1", None, None, None, 2.7, None, None, None],
    ["1", "entry_arm_1", "adverse_event", 1, None, None, "Rash", "2007-02-03", "eventuell"],
    ["1", "entry_arm_1", "adverse_event", 2, None, None, "Cough", "2007-03-04", "related"],
    ["2", "entry_arm_1", None, None, "2", 3.0, None, None, None],
    ["2", "entry_arm_1", "adverse_event", 1, None, None, "Fever", "2007-03-05", "eventuell"],
]  # fmt: skip


@pytest.fixture
def path(make_workbook):
    return make_workbook({"data": REDCAP})


def mapped(path, **said):
    mapping = look_at(path).preview().mapping
    sheets = tuple(dataclasses.replace(sheet, **said) for sheet in mapping.sheets)
    return load_study(path, mapping=dataclasses.replace(mapping, sheets=sheets))


def test_words_and_visits_hold_in_every_part(path):
    plain = load_study(path)
    assert plain.study.subjects["SEX"].tolist() == ["1", "2"]
    assert plain.study.adverse_events["AERELFL"].tolist() == ["", "Y", ""]
    words = {"SEX": {"1": "M", "2": "F"}, "AEREL": {"eventuell": "Y"}}
    loaded = mapped(path, words=words, visits={"Entry": 0.0, "Autumn": 9.0})
    assert loaded.study.subjects["SEX"].tolist() == ["M", "F"]
    events = loaded.study.adverse_events
    assert events["AERELFL"].tolist() == ["Y", "Y", "Y"]
    assert events["AEREL"].tolist() == ["eventuell", "related", "eventuell"]
    fvc = loaded.study.measurements
    assert fvc["AVISITN"].tolist() == [0.0, 9.0, 0.0]
    assert fvc["VISIT"].tolist() == ["Entry", "Autumn", "Entry"]
    assert loaded.report.sheets[0].layout == plain.report.sheets[0].layout == "redcap"
    assert len(loaded.study.adverse_events) == len(plain.study.adverse_events)
    again = load_study(path, mapping=loaded.mapping)
    assert again.study.subjects["SEX"].tolist() == ["M", "F"]


def test_the_preview_shows_what_the_parts_read(path):
    (sheet,) = look_at(path).preview().sheets
    columns = {c.name: c for c in sheet.columns}
    assert sheet.in_parts
    assert columns["redcap_event_name"].values == ("Entry", "Autumn")
    assert columns["ae_rel"].values == ("eventuell", "related")
    assert columns["ae_rel"].n_filled == 3


def test_other_columns_are_said_to_end_the_reading_as_a_whole(path):
    (preview,) = look_at(path).preview().sheets
    guess = preview.guess
    assert not any("layout" in text for text in doubts(guess, preview))
    subjects = {f: c for f, c in guess.fields["subjects"].items() if f != "SEX"}
    other = dataclasses.replace(guess, fields={**guess.fields, "subjects": subjects})
    assert "no longer by its layout" in doubts(other, preview)[0]


def test_units_hold_in_the_part_with_tests_in_rows(make_workbook):
    book = {
        "data": [
            ["record_id", "redcap_repeat_instrument", "redcap_repeat_instance", "sex", "lab_test",
             "lab_date", "lab_result"],
            ["1", None, None, "Male", None, None, None],
            ["1", "labs", 1, None, "Zeta", "2007-02-03", 5],
            ["1", "labs", 2, None, "Eta", "2007-02-04", 6],
        ]
    }  # fmt: skip
    path = make_workbook(book)
    plain = load_study(path)
    assert plain.study.measurements["AVAL"].tolist() == [6.0, 5.0]
    loaded = mapped(path, units={"Zeta": "g/L"})
    assert loaded.study.parameters["ZETA"].unit == "g/L"
    assert loaded.study.parameters["ETA"].unit == ""
