"""Questions about cells that nothing tells, and what their answers make of the file."""

import pytest

from sscviewer.model.questions import Answer
from sscviewer.workbook import load_study
from sscviewer.workbook.evidence.columns.times import NumericTime, as_study_days, time_question
from tests.workbook.evidence.columns_in_memory import table

PEOPLE = [f"S{i}" for i in range(6)]


def asked(loaded, kind):
    return [q for q in loaded.report.questions if q.id == kind]


def test_arms_in_numbers_are_asked_about_and_named_as_said(make_workbook):
    path = make_workbook({"Patients": [["Subject", "Arm"], *[[p, 1 + i % 2] for i, p in enumerate(PEOPLE)]]})
    first = load_study(path)
    (question,) = asked(first, "arm_codes")
    assert question.options == ("1 is the control", "2 is the control", "as written")
    assert set(first.study.subjects["TRT01A"]) == {"1", "2"}
    then = load_study(path, answers=(question.answered("2 is the control"),))
    assert asked(then, "arm_codes") == []
    assert then.study.subjects["TRT01A"].tolist() == ["Arm 1", "Control (2)"] * 3


@pytest.mark.parametrize("arms", [("A", "B"), ("100", ""), tuple("12345")])
def test_arms_that_need_no_question_get_none(load, arms):
    rows = [["Subject", "Arm"], *[[p, arms[i % len(arms)]] for i, p in enumerate(PEOPLE)]]
    assert asked(load({"Patients": rows}), "arm_codes") == []


def test_the_second_of_two_equal_headings_can_be_answered(make_workbook):
    rows = [["Subject", "Time", "Time", "x"]]
    rows += [[p, 7.5 * k + i, k, 1.5 * i + k] for i, p in enumerate(PEOPLE) for k in (0, 3, 6)]
    path = make_workbook({"Visits": rows})
    weeks = load_study(path, answers=(Answer("time_unit", "Visits", "Time #2", "weeks"),))
    assert set(weeks.study.measurements["VISIT"]) == {"Week 0", "Week 3", "Week 6"}
    months = load_study(path, answers=(Answer("time_unit", "Visits", "Time #2", "months"),))
    assert set(months.study.measurements["VISIT"]) == {"Month 0", "Month 3", "Month 6"}


@pytest.mark.parametrize(
    ("heading", "numbers", "days"),
    [
        ("Day", (1, 14, 30), [1, 14, 30]),
        ("Day", (0, 14, 30), [1, 15, 31]),
        ("Days since first dose", (1, 14, 30), [2, 15, 31]),
        ("Tage seit erster Gabe", (1, 14, 30), [2, 15, 31]),
        ("Since first dose (days)", (1, 14, 30), [2, 15, 31]),
        ("Days post transplant", (1, 14, 30), [2, 15, 31]),
        ("time_since_dose_days", (1, 14, 30), [2, 15, 31]),
        ("From day", (1, 14, 30), [1, 14, 30]),
        ("From study day", (1, 14, 30), [1, 14, 30]),
        ("Ab Tag", (1, 14, 30), [1, 14, 30]),
        ("Study day (from Day 1)", (1, 14, 30), [1, 14, 30]),
        ("Post-treatment day", (1, 14, 30), [1, 14, 30]),
        ("Day, post", (1, 14, 30), [1, 14, 30]),
    ],
)
def test_days_since_an_event_begin_with_0_and_the_question_says_what_is_read(heading, numbers, days):
    of = table(["Subject", heading], [[p, n] for p in PEOPLE for n in numbers])
    time = NumericTime(of.columns[1], "day", is_said=False)
    assert as_study_days(time).cells.unique_values == days
    question = time_question(of, time)
    place = question.options.index("days")
    assert [e.read[place] for e in question.examples] == [f"study day {d}" for d in days]


def test_a_persons_number_as_the_patient_is_asked_about(make_workbook):
    rows = [["MRN", "Ward bed", "Visit", "x"]]
    rows += [[880_001 + i, f"B{i % 3}", f"V{k}", 1.5 * i + k] for i in range(6) for k in (1, 2)]
    path = make_workbook({"Visits": rows})
    loaded = load_study(path)
    (question,) = asked(loaded, "patient")
    assert question.taken == "MRN"
    assert "Ward bed" in question.options
    assert loaded.study.usubjids[0] == "P001"
    assert not any("880" in text for text in (question.text, *question.options))
    beds = load_study(path, answers=(question.answered("Ward bed"),))
    assert beds.study.usubjids == ("B0", "B1", "B2")
    assert asked(load_study(path, answers=(question.answered("MRN"),)), "patient") == []
