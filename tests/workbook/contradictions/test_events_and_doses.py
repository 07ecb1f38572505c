"""Adverse events, deaths, disposition and doses that contradict each other."""

import datetime as dt

from tests.workbook.contradictions.told import cells, told

AE = ["Subject", "Adverse event", "Start date", "Stop date", "CTCAE grade", "Action taken", "Outcome"]
DS = ["Subject", "Status", "Reason", "Date"]


def day(month, number, year=2007):
    return dt.date(year, month, number)


def test_events_before_consent_and_graded_too_high(load):
    loaded = load(
        {
            "Subjects": [["Subject", "Sex", "Consent date"], ["A", "F", day(2, 10)]],
            "Adverse Events": [
                AE,
                ["A", "Rash", day(2, 9), None, 2, "none", "resolved"],
                ["A", "Cough", day(2, 10), None, 2, "none", "resolved"],
                ["A", "Itching", "02/2007", None, 2, "none", "resolved"],
                ["A", "Fatigue", day(3, 1), None, 4, "none", "resolved"],
                ["A", "Nausea", day(3, 1), None, 3, "none", "resolved"],
                ["A", "Dyspnoea", day(3, 1), None, 4, "none", "resolved"],
            ],
        }
    )
    assert told(loaded, "ae.before_consent") == [
        (
            "Adverse Events!C2",
            "A",
            "Adverse event “Rash” starts on 2007-02-09, before the patient consented on 2007-02-10; "
            "it is shown as recorded.",
        )
    ]
    assert told(loaded, "ae.grade_too_high") == [
        (
            "Adverse Events!E5",
            "A",
            "Adverse event “Fatigue” has grade 4, but CTCAE version 5 ends at grade 3 for fatigue (older "
            "versions may not); the grade is kept as recorded.",
        )
    ]


def test_no_before_an_outcome_is_an_answer_and_no_negation(load):
    said = {
        "No sequelae": "No sequelae",
        "No, resolved": "No, resolved",
        "not resolved": "NOT RECOVERED/NOT RESOLVED",
        "no resuelto": "NOT RECOVERED/NOT RESOLVED",
    }
    rows = [["A", f"rash {i}", day(1, 2), None, 2, "none", text] for i, text in enumerate(said)]
    loaded = load({"Adverse Events": [AE, *rows]})
    assert loaded.study.adverse_events["AEOUT"].tolist() == list(said.values())


def test_events_recorded_twice(load):
    loaded = load(
        {
            "Adverse Events": [
                AE,
                ["A", "Rash", day(3, 1), day(3, 9), 2, "none", "resolved"],
                ["A", "rash ", day(3, 1), day(3, 20), 2, "none", "resolved"],
                ["A", "Rash", day(3, 2), day(3, 9), 2, "none", "resolved"],
                ["B", "Rash", day(3, 1), day(3, 9), 2, "none", "resolved"],
                ["B", "Cough", day(3, 1), day(3, 9), 1, "none", "resolved"],
                ["B", "Cough", day(3, 1), day(3, 9), 2, "none", "resolved"],
                ["B", "Fall", "03/2007", None, 2, "none", "resolved"],
                ["B", "Fall", "03/2007", None, 3, "none", "resolved"],
            ]
        }
    )
    assert cells(loaded, "ae.duplicate") == [("Adverse Events!B3", "A")]
    message = told(loaded, "ae.duplicate")[0][2]
    assert "first at Adverse Events!B2" in message
    assert "end" in message
    assert [(cell[-1] in "67", who) for cell, who in cells(loaded, "ae.in_steps")] == [(True, "B")]


def test_a_row_repeated_in_every_cell_is_told_once(load):
    row = ["A", "Rash", day(3, 1), day(3, 9), 2, "none", "resolved"]
    loaded = load({"Adverse Events": [AE, row, row]})
    assert cells(loaded, "row.duplicate") == [("Adverse Events!A3", "A")]
    assert cells(loaded, "ae.duplicate") == []


def test_deaths(load):
    loaded = load(
        {
            "Adverse Events": [
                AE,
                ["A", "Sepsis", day(3, 1), None, 5, "none", "died"],  # dead by disposition: in order
                ["B", "Sepsis", day(3, 1), None, 5, "none", "died"],  # nobody says B died
                ["C", "Sepsis", day(3, 1), None, 4, "none", "died"],  # grade 4 and fatal
                ["D", "Rash", day(3, 1), None, 1, "none", "resolved"],  # D died of nothing recorded
                ["E", "Sepsis", day(3, 1), None, 5, "none", "died"],  # dead by the flag alone: in order
                ["F", "Rash", day(3, 1), None, 1, "none", "resolved"],  # F too, of nothing recorded
            ],
            "Subjects": [
                ["Subject", "Sex", "DTHFL"],
                *([who, "F", "Y" if who in "EF" else ""] for who in "ABCDEF"),
            ],
            "Disposition": [
                DS,
                ["A", "Discontinued", "Death", day(3, 9)],
                ["B", "Completed", None, day(9, 1)],
                ["C", "Discontinued", "Death", day(3, 9)],
                ["D", "Discontinued", "Death", day(3, 9)],
            ],
        }
    )
    assert cells(loaded, "ae.fatal_without_death") == [("Adverse Events!E3", "B")]
    assert cells(loaded, "ae.grade_outcome") == [("Adverse Events!G4", "C")]
    assert cells(loaded, "death.without_fatal_event") == [("Disposition!C5", "D"), ("Subjects!A7", "F")]


def test_disposition_against_action_both_ways(load):
    loaded = load(
        {
            "Adverse Events": [
                AE,
                ["A", "Rash", day(3, 1), None, 3, "drug withdrawn", "resolved"],
                ["B", "Rash", day(3, 1), None, 3, "none", "resolved"],
                ["C", "Rash", day(3, 1), None, 3, "drug withdrawn", "resolved"],
                ["D", "Rash", day(3, 1), None, 3, "drug withdrawn", "resolved"],
            ],
            "Disposition": [
                DS,
                ["A", "Discontinued", "Adverse event", day(3, 9)],
                ["B", "Discontinued", "Adverse event", day(3, 9)],
                ["C", "Completed", None, day(9, 9)],
                ["D", "Discontinued", "Lost to follow-up", day(3, 9)],
            ],
        }
    )
    assert cells(loaded, "disposition.no_event") == [("Disposition!C3", "B")]
    assert told(loaded, "disposition.no_event")[0][2] == (
        "Patient B stopped for an adverse event, but no adverse event has the action “drug withdrawn”; the "
        "patient is counted as stopped for an adverse event."
    )
    assert cells(loaded, "ae.withdrawn_not_stopped") == [
        ("Adverse Events!F4", "C"),
        ("Adverse Events!F5", "D"),
    ]


def test_without_recorded_actions_nothing_is_said_about_them(load):
    loaded = load(
        {
            "Adverse Events": [AE[:5], ["B", "Rash", day(3, 1), None, 3]],
            "Disposition": [DS, ["B", "Discontinued", "Adverse event", day(3, 9)]],
        }
    )
    assert cells(loaded, "disposition.no_event") == []


def test_the_last_treatment_before_a_trial_is_no_last_dose(load):
    rows = [[who, "F", 50, day(6, 1, 2005)] for who in "ABCD"]
    study = load({"Patients": [["Subject", "Sex", "Age", "Date of last treatment"], *rows]}).study
    assert not study.is_read("TRTEDT")


def test_doses_after_the_stop(load):
    log = ["Subject", "Daily dose (mg)", "Start date", "End date"]
    loaded = load(
        {
            "Subjects": [
                ["Subject", "Sex", "Date of last dose"],
                ["A", "F", day(4, 30)],
                ["B", "F", None],
                ["C", "F", None],
            ],
            "Study Drug": [
                log,
                ["A", 100, day(4, 1), day(4, 20)],
                ["A", 200, day(4, 21), day(5, 2)],  # goes on after the last dose
                ["A", 300, day(5, 3), day(5, 9)],  # begins after it
                ["A", 0, day(5, 10), day(5, 20)],  # an interruption is no dose
                ["B", 100, day(4, 1), day(4, 20)],
                ["B", 100, day(4, 21), "ongoing"],  # no end: the log ends earlier, the dose does not
                ["C", 100, day(4, 1), day(4, 20)],
                ["C", 100, day(6, 1), day(6, 20)],  # after C left
            ],
            "Disposition": [DS, ["C", "Discontinued", "Physician decision", day(5, 1)]],
        }
    )
    assert cells(loaded, "dose.after_stop") == [
        ("Study Drug!D3", "A"),
        ("Study Drug!C4", "A"),
        ("Study Drug!C9", "C"),
    ]
    assert told(loaded, "dose.after_stop")[0][2] == (
        "The dose of 200 goes on to 2007-05-02, after the date of the last dose, 2007-04-30; it is shown and "
        "counted as recorded."
    )
