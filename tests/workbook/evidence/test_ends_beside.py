"""How the trial ended, said on the list of patients: read where it is clear, and no column of it is lost."""

from datetime import date

import numpy as np
import openpyxl
import pytest

from sscviewer.analysis.outcome import outcomes
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
        (["Completed (0=yes, 1=no)"], [1], [0], "COMPLETED"),
        (["Completed?", "Reason"], ["no", "adverse event"], ["yes", None], "COMPLETED"),
        (["COMPLFL", "Reason"], [None, "adverse event"], ["Y", None], "COMPLETED"),
        (["Abgeschlossen"], ["nein"], ["ja"], "COMPLETED"),
        (["Étude terminée (o/n)"], ["non"], ["oui"], "COMPLETED"),
        (["Completó el estudio"], ["no"], ["sí"], "COMPLETED"),
        (["Studio completato"], ["no"], ["sì"], "COMPLETED"),
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
        (["Completed (0=completed, 1=withdrawn)"], [1]),
        (["COMPLFL"], [None]),  # without the flag nobody knows whether the patient is still in the trial
        (["COMPLFL"], ["N"]),
    ],
)
def test_other_words_of_a_patient_are_no_end(tmp_path, heads, cells):
    assert ends(tmp_path, heads, cells, cells)[1] == [""] * 4


@pytest.mark.parametrize(
    ("heading", "dead", "other"),
    [
        ("DTHFL", "Y", None),
        ("Died", "yes", "no"),
        ("Death (0/1)", 1, 0),
        ("Died (0=yes, 1=no)", 0, 1),
        ("Died (1=yes, 2=no)", 1, 2),
        ("Died (1=yes, 0=no)", "yes", "no"),
        ("Vital status (1=alive, 2=dead)", 2, 1),
        ("Alive?", "No", "Yes"),
        ("Vital status", "dead", "alive"),
        ("Verstorben", "ja", "nein"),
        ("Patient décédé", "oui", "non"),
        ("Overleden", "ja", "nee"),
    ],
)
def test_a_death_without_a_date_is_a_death_and_its_day_not_known(tmp_path, heading, dead, other):
    study, _ = ends(tmp_path, [heading], [dead], [other])
    first, *rest = outcomes(study)
    assert (first.died, first.status, first.words) == (True, "DISCONTINUED", "stopped: death")
    assert np.isnan([first.day, first.death_day, first.latest_death_day]).all()
    assert [(end.died, end.status) for end in rest] == [(False, "UNKNOWN")] * 3


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Death of a parent", ["yes", "no"]),
        ("Status", ["dead end", "open"]),
        ("Survival (1=yes, 0=no)", [1, 0]),
    ],
)
def test_other_columns_of_death_are_about_nobody_in_the_trial(tmp_path, heading, cells):
    study, _ = ends(tmp_path, [heading], cells[:1], cells[1:])
    assert not any(end.died for end in outcomes(study))


def test_a_sheet_of_its_own_beside_it_counts_each_patient_once(tmp_path):
    sheet = [["Patient", "Status", "Reason"], ["P1", "Discontinued", "Adverse event"]]
    sheet += [[f"P{k}", "Completed", None] for k in range(2, 5)]
    study, status = ends(tmp_path, ["Study status"], ["Withdrawn"], ["Completed"], [("End of study", sheet)])
    assert status == ["DISCONTINUED", "COMPLETED", "COMPLETED", "COMPLETED"]
    assert study.column("disposition", "DSDECOD")[0] == "ADVERSE EVENT"
