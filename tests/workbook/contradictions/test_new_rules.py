"""Events against the log and the laboratory, slips of the pen, schedule: each fault and its clean twin."""

import datetime as dt

import pytest

from tests.workbook.contradictions.told import cells, told

AE = ["Subject", "Adverse event", "Start date", "Stop date", "CTCAE grade", "Serious", "Relationship"]
AE += ["Action taken", "Outcome", "Ongoing", "Preferred term"]
EX = ["Subject", "Drug", "Dose", "Unit", "Start date", "End date", "Reason for change"]
LB = ["Subject", "Visit", "Date", "Test", "Result", "Unit", "Lower limit", "Upper limit"]


def day(month, number, year=2020):
    return dt.date(year, month, number)


def event(subject="A", **changed):
    """Return a row of an event without fault."""
    row = {
        "Subject": subject,
        "Adverse event": "rash",
        "Start date": day(3, 1),
        "Stop date": day(3, 9),
        "CTCAE grade": 2,
        "Serious": "No",
        "Relationship": "Possible",
        "Action taken": "Dose not changed",
        "Outcome": "Recovered/Resolved",
        "Ongoing": "No",
        "Preferred term": "Rash",
    } | {key.replace("_", " "): value for key, value in changed.items()}
    return [row[name] for name in AE]


FAULTS = {
    "ae.ongoing_with_end": {"Ongoing": "Yes"},
    "ae.resolved_without_end": {"Stop_date": None},
    "ae.unresolved_with_end": {"Outcome": "Not recovered/Not resolved"},
    "ae.grade_not_serious": {"CTCAE_grade": 4},
    "ae.no_relation": {"Relationship": None},
    "ae.no_grade": {"CTCAE_grade": None},
    "ae.no_seriousness": {"Serious": None},
    "ae.no_outcome": {"Outcome": None},
    "ae.not_coded": {"Preferred_term": None},
}


@pytest.fixture
def events(load):
    rows = [event("A"), *(event(f"P{i}", **change) for i, change in enumerate(FAULTS.values()))]
    return load({"Adverse Events": [AE, *rows]})


@pytest.mark.parametrize("code", FAULTS)
def test_a_fault_of_one_row_is_found_in_that_row_alone(events, code):
    patient = f"P{list(FAULTS).index(code)}"
    assert [who for _, who in cells(events, code)] == [patient]


def test_columns_the_file_has_not_are_not_missing(load):
    loaded = load({"Adverse Events": [AE[:3], ["A", "rash", day(3, 1)], ["B", "cough", day(3, 2)]]})
    assert [i.code for i in loaded.report.issues if i.code in FAULTS] == []


LOG = [
    EX,
    ["A", "X", 100, "mg", day(1, 1), day(2, 29), None],
    ["A", "X", 0, "mg", day(3, 1), day(3, 9), None],
    ["A", "X", 100, "mg", day(3, 10), day(6, 30), None],
    ["B", "X", 100, "mg", day(1, 1), day(6, 30), None],
    ["C", "X", 200, "mg", day(1, 1), day(3, 3), None],
    ["C", "X", 100, "mg", day(3, 4), day(6, 30), "Planned decrease"],
    ["D", "X", 200, "mg", day(1, 1), day(3, 3), None],
    ["D", "X", 100, "mg", day(3, 4), day(6, 30), None],
]


def test_actions_and_the_log_in_both_directions(load):
    interrupted = {"Action_taken": "Drug interrupted"}
    rows = [event("A", **interrupted), event("B", **interrupted), event("C"), event("D")]
    loaded = load({"Adverse Events": [AE, *rows], "Study drug": LOG})
    assert [who for _, who in cells(loaded, "ae.action_not_in_log")] == ["B"]
    assert cells(loaded, "dose.change_without_event") == [("Study drug!E9", "D")], "C's was planned"
    reduced = [event("A"), event("B"), event("C"), event("D", Action_taken="Dose reduced")]
    loaded = load({"Adverse Events": [AE, *reduced], "Study drug": LOG})
    assert cells(loaded, "ae.action_not_in_log") == []
    assert [who for _, who in cells(loaded, "dose.change_without_event")] == ["A"]


def test_a_dose_with_a_nought_too_many(load):
    rows = [["A", 100], ["B", 100], ["C", 400], ["D", 400], ["E", 4000], ["F", 10]]
    log = [EX, *([who, "X", dose, "mg", day(1, 1), day(6, 30), None] for who, dose in rows)]
    loaded = load({"Study drug": log})
    assert [who for _, who in cells(loaded, "dose.odd")] == ["E", "F"]
    few = load({"Study drug": [*log[:3], log[5]]})
    assert cells(few, "dose.odd") == [], "three patients tell nothing"


def test_first_dose_against_the_log_age_against_birth_and_consent(load):
    loaded = load(
        {
            "Subjects": [
                ["Subject", "Age", "Year of birth", "Consent date", "First dose date"],
                ["A", 50, 1970, day(1, 1), day(1, 5)],
                ["B", 31, 1958, day(1, 1), day(1, 5)],
                ["C", 49, 1970, day(1, 7), day(1, 5)],
            ],
            "Study drug": [
                EX,
                ["A", "X", 100, "mg", day(1, 5), day(6, 30), None],
                ["B", "X", 100, "mg", day(1, 6), day(6, 30), None],
                ["C", "X", 100, "mg", day(1, 5), day(6, 30), None],
            ],
        }
    )
    assert [who for _, who in cells(loaded, "dose.first_differs")] == ["B"]
    assert [who for _, who in cells(loaded, "subject.age_birth")] == ["B"]
    assert cells(loaded, "consent.after_first_dose") == [("Subjects!D4", "C")]


def test_odd_values_of_the_lung_but_no_change_that_stays(load):
    visits = ["Baseline", "Month 3", "Month 6", "Month 9"]
    courses = {"A": (50, 152, 53, 52), "B": (50, 110, 115, 112), "C": (60, 25, 58, 60), "D": (80, 60, 78, 70)}
    rows = [
        [who, visit, day(1 + 3 * i, 2), value]
        for who, course in courses.items()
        for i, (visit, value) in enumerate(zip(visits, course, strict=True))
    ]
    loaded = load({"Lung": [["Subject", "Visit", "Date", "DLCO (% predicted)"], *rows]})
    assert [who for _, who in cells(loaded, "value.odd")] == ["A", "C"]


def test_severe_laboratory_values_need_an_event_and_impossible_ones_a_look(load):
    subjects = [["Subject", "Sex", "First dose date"], *([who, "F", day(1, 1)] for who in "ABCD")]
    lab = [
        LB,
        ["A", "Month 2", day(3, 1), "Creatine kinase", 4000, "U/L", 30, 200],
        ["B", "Month 2", day(3, 1), "Creatine kinase", 4000, "U/L", 30, 200],
        ["C", "Month 2", day(3, 1), "Creatine kinase", 400, "U/L", 30, 200],
        ["D", "Month 2", day(3, 1), "Sodium", 14.2, "mmol/L", 135, 145],
        ["D", "Month 3", day(4, 1), "Sodium", 141, "mmol/L", 135, 145],
    ]
    rows = [event("A"), event("B", Preferred_term="Blood creatine phosphokinase increased")]
    loaded = load({"Subjects": subjects, "Adverse Events": [AE, *rows], "Laboratory": lab})
    severe = told(loaded, "lab.severe_without_event")
    assert [who for _, who, _ in severe] == ["A", "D"]
    assert "grade 4" in severe[0][2]
    assert [who for _, who in cells(loaded, "lab.hardly_possible")] == ["D"]


def test_medication_for_an_event_that_is_not_there(load):
    cm = [
        ["Subject", "Medication", "Indication", "Start date"],
        ["A", "paracetamol", "Adverse event: fever", day(3, 2)],
        ["B", "paracetamol", "Adverse event: fever", day(3, 2)],
        ["A", "omeprazole", "reflux", day(7, 2)],
        ["A", "cetirizine", "for AE", day(7, 2)],
    ]
    loaded = load({"Adverse Events": [AE, event("A")], "Medication": cm})
    assert [cell for cell, _ in cells(loaded, "medication.no_event")] == ["Medication!C5", "Medication!C3"]


def test_a_visit_and_a_form_that_nearly_all_have(load):
    visits = {"Baseline": day(1, 1), "Month 3": day(4, 1), "Month 6": day(7, 1)}
    people = [f"P{i}" for i in range(8)]
    rows = [
        [who, visit, when, None if (who, visit) == ("P3", "Month 6") else 2.5, 60]
        for who in people
        for visit, when in visits.items()
        if (who, visit) not in {("P1", "Month 3"), ("P2", "Month 6")}
    ]
    subjects = [["Subject", "Sex", "First dose date"], *([who, "F", day(1, 1)] for who in people)]
    end = [["Subject", "Status", "Date"], *([who, "Completed", day(8, 1)] for who in people)]
    end[3] = ["P2", "Discontinued", day(5, 1)]
    sheets = {
        "Subjects": subjects,
        "Lung": [["Subject", "Visit", "Date", "FVC (L)", "DLCO (% predicted)"], *rows],
        "End of study": end,
    }
    loaded = load(sheets)
    assert [who for _, who in cells(loaded, "visit.missing")] == ["P1"], "P2 had left"
    assert [(who, "FVC, L" in words) for _, who, words in told(loaded, "form.missing")] == [("P3", True)]
