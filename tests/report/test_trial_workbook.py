"""An empty trial workbook, filled with a few invented patients, opens without a question, read whole."""

from datetime import datetime

import openpyxl
import pytest

from sscviewer.report.trial_workbook import TrialWorkbookFailed, write_trial_workbook
from sscviewer.report.trial_workbook_parts import PARTS
from sscviewer.workbook import load_study
from sscviewer.workbook.values.vocabulary import standard

ALL = [part.key for part in PARTS]
PEOPLE = ("101", "102", "103")
VISITS = ("Baseline", "Month 3")


def day(month: int, number: int = 15) -> datetime:
    return datetime(2008, month, number)


def fill(path, tables: dict[str, list[list[object]]]) -> None:
    book = openpyxl.load_workbook(path)
    for name, rows in tables.items():
        for row in rows:
            book[name].append(row)
    book.save(path)


@pytest.fixture
def filled(tmp_path):
    path = tmp_path / "trial.xlsx"
    write_trial_workbook(path, ALL)
    at_visits = [(p, v, day(1 + 3 * j, 15 + i)) for i, p in enumerate(PEOPLE) for j, v in enumerate(VISITS)]
    answers = [1, 2, "No", "No", *[0] * 2, "No", "No", *[1] * 3, "Yes", "No", *[0] * 2, "No", "No"]
    answers += [*[2] * 3, "No", "No", *[0] * 2, "No", "Yes", *[1] * 3, "No", "No", *[0] * 3, "No", "No"]
    fill(
        path,
        {
            "Patients": [
                [p, "FM"[i % 2], 50 + i, "A", day(1, 10), day(1, 16), None] for i, p in enumerate(PEOPLE)
            ],
            "Visits": [list(key) for key in at_visits],
            "Lung function": [
                [*key, 2.5 + k / 10, 70 + k, 2.0, 5.5, 60 + k] for k, key in enumerate(at_visits)
            ],
            "Skin score": [[*key, 20 - k] for k, key in enumerate(at_visits)],
            "HAQ": [[*key, *answers] for key in at_visits],
            "Doses": [[p, "Drug", 100, "mg", "Twice daily", day(1, 16), day(4, 1)] for p in PEOPLE],
            "Adverse events": [
                ["101", "Rash", day(2), day(2, 20), 2, "No", "Related", "Recovered"],
                ["102", "Nausea", day(3), None, 1, "No", "Not related", "Not recovered"],
            ],
            "Medication": [["103", "Omeprazole", "Reflux", "2007-05", None]],
            "End of study": [
                ["101", "Completed", day(4, 22), None],
                ["102", "Discontinued", day(4, 1), "Adverse event"],
            ],
        },
    )
    return path


def test_filled_it_opens_without_a_question_and_every_value_is_read(filled):
    loaded = load_study(filled)
    study = loaded.study
    assert study.usubjids == PEOPLE
    assert loaded.report.questions == ()
    assert [i for i in loaded.report.issues if i.severity != "info"] == []
    values = study.measurements
    wanted = {"FVC": 6, "FVCPP": 6, "FEV1": 6, "DLCO": 6, "DLCOPP": 6, "MRSS": 6}
    counts = values["PARAMCD"].value_counts()
    assert {code: counts.get(code, 0) for code in wanted} == wanted
    # the score is worked out from the 20 answers, 8 aids and 8 helps
    assert counts.pop("HAQDI") == 6
    assert counts[[code for code in counts.index if code.startswith("HAQ")]].sum() == 6 * 36
    assert values["AVAL"].notna().all()
    assert values.query("PARAMCD == 'FVC'")["AVAL"].tolist() == pytest.approx([2.5, 2.6, 2.7, 2.8, 2.9, 3.0])
    assert set(values.query("PARAMCD == 'DLCO'")["AVALU"]) == {"mL/min/mmHg"}
    assert len(study.visits) == 6
    assert len(study.adverse_events) == 2
    assert study.adverse_events["AETOXGR"].tolist() == [2, 1]
    assert study.exposure["EXDOSE"].tolist() == [100.0] * 3
    assert len(study.medications) == 1
    assert len(study.disposition) == 2


@pytest.mark.parametrize("key", ALL)
def test_each_part_can_be_left_out(tmp_path, key):
    path = tmp_path / "trial.xlsx"
    write_trial_workbook(path, [key])
    names = openpyxl.load_workbook(path).sheetnames
    assert names == ["Instructions", *dict.fromkeys(["Patients", *(p.name for p in PARTS if p.key == key)])]


_MEANS = {"Sex": "sex", "Serious": "yes_no", "Relationship to study drug": "related", "Outcome": "outcome"}
_MEANS |= {"Frequency": "frequency", "Status": "status", "Reason": "reason", "Grade": "grade"}


@pytest.mark.parametrize("heading", _MEANS)
def test_every_answer_of_a_list_is_one_that_is_known_when_it_is_read(heading):
    (choices,) = {f.choices for part in PARTS for f in part.fields if f.heading == heading}
    assert [c for c in choices if standard(_MEANS[heading], c, "") == ""] == []


def test_lists_and_ranges_are_there(tmp_path):
    path = tmp_path / "trial.xlsx"
    write_trial_workbook(path, ALL)
    book = openpyxl.load_workbook(path)
    for part in PARTS:
        rules = {
            str(rule.sqref).split(":")[0]: rule for rule in book[part.name].data_validations.dataValidation
        }
        for number, field in enumerate(part.fields, 1):
            assert book[part.name].cell(1, number).value == field.heading
            rule = rules.get(f"{openpyxl.utils.get_column_letter(number)}2")
            assert (rule is None) == (field.kind == "text")
            if field.kind == "choice":
                assert rule.formula1 == f'"{",".join(field.choices)}"'
                assert len(rule.formula1) <= 255
                assert not any("," in choice for choice in field.choices)
            if field.kind in ("number", "whole"):
                assert (float(rule.formula1), float(rule.formula2)) == (field.low, field.high)


def test_an_empty_one_says_that_it_is_empty(tmp_path):
    path = tmp_path / "trial.xlsx"
    write_trial_workbook(path, ALL)
    assert load_study(path).study.usubjids == ()


def test_where_nothing_can_be_written(tmp_path):
    with pytest.raises(TrialWorkbookFailed, match="cannot be written"):
        write_trial_workbook(tmp_path / "no folder" / "trial.xlsx", ALL)
