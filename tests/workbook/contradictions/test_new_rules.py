"""Events against the log and the laboratory, slips of the pen, schedule: each fault and its clean twin."""

import datetime as dt

import pytest

from sscviewer.workbook.contradictions.rules import check_by_plan
from tests.planned import treatment_emergent
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


def test_a_log_that_changes_is_asked_about_though_every_event_says_nothing_was_changed(load):
    loaded = load({"Adverse Events": [AE, event("A"), event("D")], "Study drug": LOG})
    assert [who for _, who in cells(loaded, "dose.change_without_event")] == ["A", "D"]
    silent = load({"Adverse Events": [AE, event("A", Action_taken=None)], "Study drug": LOG})
    assert cells(silent, "dose.change_without_event") == [], "the file does not record actions"


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
        ["C", "Month 2", day(3, 1), "Sodium", 127, "mmol/L", 135, 145],
        ["D", "Month 2", day(3, 1), "Sodium", 14.2, "mmol/L", 135, 145],
        ["D", "Month 3", day(4, 1), "Sodium", 141, "mmol/L", 135, 145],
    ]
    rows = [event("A"), event("B", Preferred_term="Blood creatine phosphokinase increased")]
    loaded = load({"Subjects": subjects, "Adverse Events": [AE, *rows], "Laboratory": lab})
    severe = told(loaded, "lab.severe_without_event")
    assert [who for _, who, _ in severe] == ["A", "D"]
    assert "grade 4 by CTCAE 5.0" in severe[0][2]
    # Below 130 mmol/L is grade 3 by version 4.03, from 125 on without symptoms grade 2 by version 5.
    by_plan = check_by_plan(loaded.report.issues, loaded.study, {}, 4)
    found = [issue for issue in by_plan if issue.code == "lab.severe_without_event"]
    assert {issue.usubjid for issue in found} == {"A", "C", "D"}
    assert all("by CTCAE 4.03" in issue.message for issue in found)
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
    found = [cell for cell, _ in cells(loaded, "medication.no_event")]
    assert found == ["Medication!C2", "Medication!C5", "Medication!C3"], "a rash is no fever"


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


def lab(who, test, values, unit, low, high):
    months = ["Baseline", "Month 3", "Month 6", "Month 9", "Month 12"]
    return [
        [who, month, day(1 + 3 * i, 5) if i < 4 else day(1, 5, 2021), test, value, unit, low, high]
        for i, (month, value) in enumerate(zip(months, values, strict=True))
    ]


ODD = {
    "Platelets": ((250, 240, 2400, 255, 248), (250, 240, 400, 255, 248), "10^9/L", 150, 400),
    "Creatinine": ((0.8, 0.9, 8.5, 0.8, 0.8), (0.8, 0.9, 1.6, 0.8, 0.8), "mg/dL", 0.5, 1.2),
    "Sodium": ((140, 141, 104, 139, 140), (140, 141, 128, 139, 140), "mmol/L", 135, 145),
    "Haemoglobin": ((13, 13.2, 13, 13.1, 1.3), (13, 13.2, 13, 13.1, 8.4), "g/dL", 12, 16),
    "Potassium": ((44, 4.2, 4.1, 4.3, 4.2), (4.4, 4.2, 5.6, 4.3, 4.2), "mmol/L", 3.5, 5.1),
}


@pytest.mark.parametrize("test", ODD)
def test_an_odd_laboratory_value_first_last_and_between_but_no_change_that_may_be(load, test):
    odd, may_be, *rest = ODD[test]
    loaded = load({"Laboratory": [LB, *lab("A", test, odd, *rest), *lab("B", test, may_be, *rest)]})
    assert [who for _, who in cells(loaded, "value.odd")] == ["A"]


def test_an_enzyme_may_rise_ten_fold_and_fall_again(load):
    rows = lab("A", "ALT", (20, 22, 300, 25, 21), "U/L", 0, 40)
    assert cells(load({"Laboratory": [LB, *rows]}), "value.odd") == []


def test_low_calcium_with_low_albumin_is_judged_corrected(load):
    """Payne: 1.70 mmol/L at 20 g/L of albumin is 2.10; 1.55 at 40 g/L stays and is grade 3."""
    subjects = [["Subject", "Sex", "First dose date"], ["A", "F", day(1, 1)], ["B", "F", day(1, 1)]]
    rows = [
        row
        for who, calcium, albumin in (("A", 1.70, 20), ("B", 1.70, 40))
        for row in (
            [who, "Month 2", day(3, 1), "Calcium", calcium, "mmol/L", 2.15, 2.55],
            [who, "Month 2", day(3, 1), "Albumin", albumin, "g/L", 35, 52],
        )
    ]
    loaded = load(
        {"Subjects": subjects, "Adverse Events": [AE, event("A"), event("B")], "Laboratory": [LB, *rows]}
    )
    assert [who for _, who in cells(loaded, "lab.severe_without_event")] == ["B"]


@pytest.mark.parametrize(
    ("indication", "is_found"),
    [
        ("AE: rash", False),
        ("Adverse event – exanthema", True),
        ("adverse event", False),
        ("AE 1", False),
        ("AE #2", True),
        ("Event no. 4", True),
        ("Side effect: skin rash", False),
        ("headache", False),
        ("UE 4", True),
        ("UE: exanthema", True),
        ("left UE pain", False),
        ("UE DVT", False),
        ("UE non-healing ulcer", False),
        ("UE nodule", False),
        ("UE no. 4", True),
    ],
)
def test_a_medication_for_an_event_by_number_by_name_and_by_time(load, indication, is_found):
    medications = [
        ["Subject", "Medication", "Indication", "Start date"],
        ["A", "cetirizine", indication, day(3, 2)],
    ]
    loaded = load({"Adverse Events": [AE, event("A")], "Concomitant medication": medications})
    assert bool(cells(loaded, "medication.no_event")) is is_found


@pytest.mark.parametrize("heading", ["Reason for discontinuation", "Comment"])
def test_a_reason_that_nobody_gave_is_missing_where_the_file_asks_for_it(load, heading):
    rows = [[who, "discontinued" if who == "A" else "completed", None] for who in "ABCD"]
    loaded = load({"Disposition": [["Subject", "Status", heading], *rows]})
    asked = heading.startswith("Reason")
    assert [who for _, who in cells(loaded, "disposition.no_reason")] == ["A"] * asked


def course(who, months, first=dt.date(2020, 1, 6)):
    names = {0: "Baseline", 3: "Month 3", 6: "Month 6", 12: "Month 12"}
    return [[who, names[m], first + dt.timedelta(days=round(m * 30.44)), 2.5, 60] for m in months]


def test_baseline_and_the_last_visit_of_who_completed_are_visits_of_the_schedule(load):
    everyone = (0, 3, 6, 12)
    rows = [row for who in "ABCDEFGH" for row in course(who, everyone)]
    rows += course("NoEnd", (0, 3, 6)) + course("NoStart", (3, 6, 12)) + course("Left", (0, 3, 6))
    people = [*"ABCDEFGH", "NoEnd", "NoStart", "Left"]
    first = dt.date(2020, 1, 6)
    loaded = load(
        {
            "Subjects": [["Subject", "First dose date"], *([who, first] for who in people)],
            "Lung": [["Subject", "Visit", "Date", "FVC (L)", "DLCO (% predicted)"], *rows],
            "Disposition": [
                ["Subject", "Status", "Date of end of study"],
                *([who, "Completed", first + dt.timedelta(days=362)] for who in people[:-1]),
                ["Left", "Discontinued", first + dt.timedelta(days=200)],
            ],
        }
    )
    assert [who for _, who in cells(loaded, "visit.missing")] == ["NoStart", "NoEnd"]


def test_a_baseline_a_year_early_a_related_event_before_the_drug_and_a_dose_beyond_the_end(load):
    first = day(3, 1)
    loaded = load(
        {
            "Subjects": [["Subject", "First dose date"], ["A", first], ["B", first]],
            "Lung": [
                ["Subject", "Visit", "Date", "FVC (L)"],
                ["A", "Baseline", day(2, 20), 2.5],
                ["B", "Baseline", day(2, 20, 2019), 2.5],
            ],
            "Adverse Events": [
                AE,
                event("A", Start_date=day(2, 20)),
                event("B", Start_date=day(2, 20), Relationship="Not related"),
            ],
            "Study drug": [
                EX,
                ["A", "X", 100, "mg", first, day(9, 1), None],
                ["B", "X", 100, "mg", first, day(6, 1), None],
            ],
            "Disposition": [
                ["Subject", "Status", "Reason for discontinuation", "Date of end of study"],
                ["A", "Discontinued", "Withdrawal by subject", day(6, 1)],
                ["B", "Discontinued", "Withdrawal by subject", day(6, 1)],
            ],
        }
    )
    assert [who for _, who in cells(loaded, "visit.window")] == ["B"]
    assert [who for _, who in cells(loaded, "ae.related_before_dose")] == ["A"]
    assert [who for _, who in cells(loaded, "dose.after_stop")] == ["A"]


def test_words_for_treatment_emergent(load):
    head = ["Subject", "Adverse event", "Start date", "TEAE"]
    said = ["TEAE", "non-TEAE", "Not treatment-emergent", "on treatment", "Yes", "0", "perhaps"]
    loaded = load(
        {
            "Adverse Events": [head, *([f"P{k}", "rash", day(3, 1), word] for k, word in enumerate(said))],
            "Study drug": [EX, *([f"P{k}", "X", 1, "mg", day(1, 1), day(6, 30), None] for k in range(7))],
        }
    )
    assert loaded.study.column("adverse_events", "TRTEMFL").tolist() == [
        "Y",
        "N",
        "N",
        "Y",
        "Y",
        "N",
        "perhaps",
    ]
    assert [who for _, who in cells(loaded, "ae.emergent_word")] == ["P6"]
    by_date = treatment_emergent(loaded.study, 30)
    assert by_date.tolist() == [True, False, False, True, True, False, True]


def test_rows_that_say_nothing_happened_are_no_events(load):
    """A word forgotten beside a date stays an event: only an explicit "none" without a date is none."""
    said = [
        ("rash", day(3, 1)),
        ("No adverse events", None),
        ("None", None),
        ("none", day(3, 2)),
        (None, day(3, 3)),
    ]
    rows = [[f"P{k}", word, when, "Possible"] for k, (word, when) in enumerate(said)]
    loaded = load({"Adverse Events": [["Subject", "Adverse event", "Start date", "Relationship"], *rows]})
    assert loaded.study.column("adverse_events", "USUBJID").tolist() == ["P0", "P3", "P4"]
    assert loaded.study.usubjids == ("P0", "P1", "P2", "P3", "P4")
