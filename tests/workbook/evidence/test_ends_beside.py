"""How the trial ended, said on the list of patients: read where it is clear, and no column of it is lost."""

from datetime import date

import openpyxl
import pytest

from sscviewer.workbook.load import load_study

LEFT = date(2021, 7, 1)


def ends(tmp_path, heads, left, stayed, more=()):
    """Four patients, of whom the first left; the status of each by the study read."""
    book = openpyxl.Workbook()
    book.active.title = "Patients"
    rows = [[f"P{k}", "F", 50 + k, *(left if k == 1 else stayed)] for k in range(1, 5)]
    for row in [["Patient", "Sex", "Age", *heads], *rows]:
        book["Patients"].append(row)
    for name, sheet in more:
        page = book.create_sheet(name)
        for row in sheet:
            page.append(row)
    book.save(tmp_path / "ends.xlsx")
    study = load_study(tmp_path / "ends.xlsx").study
    status = dict(
        zip(study.column("disposition", "USUBJID"), study.column("disposition", "EOSSTT"), strict=True)
    )
    return study, [status.get(f"P{k}", "") for k in range(1, 5)]


@pytest.mark.parametrize(
    ("heads", "left", "stayed", "others"),
    [
        (["Completed trial"], ["No"], ["Yes"], "COMPLETED"),
        (["Study status"], ["Withdrawn"], ["Completed"], "COMPLETED"),
        (["Status"], ["Lost to follow-up"], ["Completed"], "COMPLETED"),
        (["Withdrawn"], ["Yes"], ["No"], ""),
        (["Drop-out"], [1], [0], ""),
        (["Drop out (0/1)"], ["1"], ["0"], ""),
        (["Studienabbruch"], ["ja"], ["nein"], ""),
        (["Study completed (1 = yes)"], [0], [1], "COMPLETED"),
        (["Reason for withdrawal", "Withdrawal date"], ["Adverse event", LEFT], [None, None], ""),
    ],
)
def test_status_reason_and_date_on_the_list_of_patients(tmp_path, heads, left, stayed, others):
    study, status = ends(tmp_path, heads, left, stayed)
    assert status == ["DISCONTINUED", others, others, others]
    assert study.column("subjects", "AGE").tolist() == [51, 52, 53, 54]


@pytest.mark.parametrize(
    ("heads", "cells"),
    [
        (["Status"], ["Married"]),
        (["Reason"], ["Referral"]),
        (["Status date"], [LEFT]),
        (["Completed visits"], [1]),
    ],
)
def test_other_words_of_a_patient_are_no_end(tmp_path, heads, cells):
    assert ends(tmp_path, heads, cells, cells)[1] == [""] * 4


def test_a_sheet_of_its_own_beside_it_counts_each_patient_once(tmp_path):
    sheet = [["Patient", "Status", "Reason"], ["P1", "Discontinued", "Adverse event"]]
    sheet += [[f"P{k}", "Completed", None] for k in range(2, 5)]
    study, status = ends(tmp_path, ["Study status"], ["Withdrawn"], ["Completed"], [("End of study", sheet)])
    assert status == ["DISCONTINUED", "COMPLETED", "COMPLETED", "COMPLETED"]
    assert study.column("disposition", "DSDECOD")[0] == "ADVERSE EVENT"
