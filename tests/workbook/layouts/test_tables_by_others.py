"""Shapes met in tables that other people published: each beside its opposite, which stays as it was."""

import datetime as dt

import numpy as np
import pytest

from sscviewer.workbook.evidence.columns.families import families, whole_visits
from sscviewer.workbook.evidence.columns.profiles import profile
from sscviewer.workbook.evidence.recognise import recognise_plain
from sscviewer.workbook.evidence.tables.summary_rows import are_summed
from sscviewer.workbook.evidence.words.visit_names import visit_label
from sscviewer.workbook.layouts.centres import with_centres
from sscviewer.workbook.layouts.sdtm import recognise_sdtm
from tests.workbook.evidence.columns_in_memory import table
from tests.workbook.layouts.views import sheets, values

DAY = dt.date(2024, 3, 4)
LISTED = [["01", n, "F"] for n in ("001", "002", "003")] + [["02", n, "M"] for n in ("001", "002", "003")]
"""Patients who are numbered again in each centre."""


def ids(of):
    return [list(c.cells.texts) for c in of.columns if c.heading.written in ("SUBJID", "Patient")]


def test_numbers_that_start_again_in_each_centre_are_joined_on_every_sheet():
    events = table(("SITEID", "SUBJID", "AETERM"), [["02", "001", "Cough"], ["02", "003", "Rash"]], "AE")
    visits = table(("SUBJID", "VISIT"), [["001", "Week 4"]], "SV")
    (listed, joined, alone), told = with_centres(
        [table(("SITEID", "SUBJID", "SEX"), LISTED, "DM"), events, visits]
    )
    assert ids(joined) == [["02-001", "02-003"]]
    assert ids(listed)[0][::5] == ["01-001", "02-003"]
    assert ids(alone) == [["001"]]  # without a centre nothing can be joined
    assert list(told) == [0]
    assert [q.taken for q in told[0].questions] == ["centre and number"]


def test_another_site_is_no_centre():
    patients = table(("SITEID", "SUBJID", "SEX"), LISTED, "DM")
    events = table(("SITEID", "SUBJID", "AETERM", "Injection site"), [["02", "001", "Rash", "arm"]], "AE")
    lesions = table(("SUBJID", "Site"), [["001", "Liver"], ["002", "Lung"]], "TU")
    (_, joined, alone), told = with_centres([patients, events, lesions])
    assert (ids(joined), ids(alone), list(told)) == ([["02-001"]], [["001", "002"]], [0])


@pytest.mark.parametrize(
    "listed",
    [[["01", f"10{i}", "F"] for i in range(3)] + [["02", f"20{i}", "M"] for i in range(3)], LISTED[:3]],
)
def test_numbers_of_one_list_stay_as_they_are(listed):
    events = table(("SITEID", "SUBJID", "AETERM"), [["02", "200", "Cough"], ["01", "101", "Rash"]], "AE")
    (_, second), told = with_centres([table(("SITEID", "SUBJID", "SEX"), listed, "DM"), events])
    assert ids(second) == [["200", "101"]]
    assert not told


def test_the_record_of_a_redcap_form_stands_behind_the_numbers_of_its_rows(load):
    headings = ["weight_id", "root_id", "record_id", "redcap_event_name", "weight_kg"]
    rows = [[i + 1, i // 2 + 1, f"7{i // 2}", ("a", "b")[i % 2], 60.5 + i] for i in range(6)]
    read = load({"Form": [headings, *rows]})
    assert read.study.subjects["USUBJID"].tolist() == ["70", "71", "72"]
    assert {code for _, code, *_ in values(read)} == {"WEIGHT"}
    for record, own, patients in (
        ("patient_id", "ABC-01", ["1", "2"]),
        ("key_id", "ABC-01", ["1", "2"]),
        ("key_id", "S{}", ["S0", "S1"]),
    ):
        form = [[i + 1, own.format(i), 60 + i, 2] for i in range(2)]
        trial = load({"Form": [[record, "study_id", "age", "form_complete"], *form]})
        assert trial.study.subjects["USUBJID"].tolist() == patients


def test_a_heading_written_again_over_each_visit_and_what_stands_below_the_table(load):
    rows = [[f"02-{i:03d}", "A", 20.5 + i, 12.0 + i, 5.5] for i in range(1, 4)]
    read = load(
        {
            "Skin": [
                ["Pat.-ID", "Arm", "PASI", "PASI", "PASI"],
                [None, None, "w0", "w4", "w16"],
                *rows,
                ["Red: withdrawn"],
                ["Mean", None, 22.5, 14, 5.5],
            ]
        }
    )
    assert sheets(read)["Skin"][:2] == ("subjects+measurements", "wide")
    assert {(who, visit) for who, _, visit, *_ in values(read)} == {
        (row[0], visit) for row in rows for visit in ("Baseline", "Week 4", "Week 16")
    }


@pytest.mark.parametrize(
    ("headings", "visits"),
    [
        (("C1D1 ANC", "C1D8 ANC", "C2D1 ANC"), ["C1D1", "C1D8", "C2D1"]),
        (("ANC Cycle 1 Day 1", "ANC Cycle 2 Day 1"), ["C1D1", "C2D1"]),
        (("NRS d0", "NRS d+1", "NRS d+7"), ["Baseline", "Day 1", "Day 7"]),
        (("C3 level", "C4 level"), []),
        (("CD3+CD4+", "CD3+CD8+", "CD3+CD19+"), []),
        (("Urine protein 12h (mg)", "Urine protein 24h (mg)"), []),
        (("Glucose 0h", "Glucose 2h"), ["Baseline", "Hour 2"]),
        (("Glucose 1h", "Glucose 2h", "Glucose 3h"), ["Hour 1", "Hour 2", "Hour 3"]),
    ],
)
def test_days_of_cycles_and_days_after_are_occasions(headings, visits):
    of = table(headings, [[3.1 + i, 2.5 + i, 4.0 + i][: len(headings)] for i in range(6)])
    found = families(of.columns, {c.letter: profile(c.cells) for c in of.columns})
    assert [o.visit for o in found] == visits


def test_times_after_a_dose_are_the_visits_of_what_the_sheet_holds():
    headings = ("Predose", "0.5 h", "1 h", "24 h", "H1")
    rows = [["<LLOQ", 5.5 + i, 30.0 + i, "<LLOQ" if i == 2 else 2.5, 1.5 * i] for i in range(6)]
    of = table(headings, rows)
    found = whole_visits(of.columns, {c.letter: profile(c.cells) for c in of.columns})
    assert [(o.column.heading.written, o.visit) for o in found] == [
        ("Predose", "Baseline"), ("0.5 h", "Hour 0.5"), ("1 h", "Hour 1"), ("24 h", "Hour 24"),
    ]  # fmt: skip
    assert visit_label("0.5") == ""


def test_a_row_of_counts_with_their_shares_is_no_patient():
    rows = [[f"P{i}", i % 3, i % 2] for i in range(10)]
    summed = table(("Patient", "Nausea", "Rash"), [*rows, ["Any grade", "6 (60)", "5 (50 %)"]])
    assert np.flatnonzero(are_summed(summed.columns, summed.columns[0])).tolist() == [10]
    written = table(("Patient", "PD", "CAL"), [[f"P{i}", f"{i} (3)", f"{i} (4)"] for i in range(10)])
    assert not are_summed(written.columns, written.columns[0]).any()
    for others, own in (
        (rows, ["P10", "6 (60)", "5 (50)"]),
        (rows, ["P10", "85%", "60%"]),
        ([], ["P1", "6 (6)", "5 (5)"]),
    ):
        of = table(("Patient", "Nausea", "Rash"), [*others, own])
        assert not are_summed(of.columns, of.columns[0]).any()


def test_dates_as_they_are_collected_and_limits_beside_the_results():
    headings = ("USUBJID", "LBTEST", "LBORRES", "LBORNRLO", "LBDAT")
    rows = [["1", "ALT", 22, 7, DAY], ["1", "AST", 20, 8, DAY]]
    found = recognise_sdtm(table(headings, rows, "LB")).fields["measurements"]
    assert (found["ADT"][0].letter, found["ANRLO"][0].letter) == ("E", "D")
    other = recognise_sdtm(table((*headings, "LBSTRESN"), [[*r, 0.4] for r in rows], "LB"))
    assert "ANRLO" not in other.fields["measurements"]  # limits of results in other units


WORDS = ("Cough", "Rash", "Fever", "Fall")
REPORTS = [
    [10188 + n // 3, "MF"[n // 3 % 2], 50 + n // 3, WORDS[n % 4], "YN"[n % 2]] for n in range(12)
]  # fmt: skip


def test_reports_of_several_rows_are_of_one_person_each():
    found = recognise_plain(table(("reportid", "sex", "age", "adverse event", "serious"), REPORTS), ask=True)
    assert {t.strip() for t in found.fields["adverse_events"]["USUBJID"][0].cells.unique_texts} == {
        "10188", "10189", "10190", "10191",
    }  # fmt: skip
    assert [q.id for q in found.questions] == ["patient"]
    mixed = [[who, "MF"[n % 2], 40 + n, *rest] for n, (who, _, _, *rest) in enumerate(REPORTS)]
    other = recognise_plain(table(("reportid", "sex", "age", "adverse event", "serious"), mixed), ask=True)
    who = other.fields.get("adverse_events", {}).get("USUBJID", ())
    assert all(c.heading.written != "reportid" for c in who)


def test_a_number_of_the_study_on_each_row_is_the_patients():
    rows = [[f"IPF-{i:03d}", "FM"[i % 2], 60 + i] for i in range(6)]
    assert recognise_plain(table(("Study no.", "Sex", "Age"), rows)).role == "subjects"
    pooled = [[i // 3, *row[1:]] for i, row in enumerate(rows)]
    assert recognise_plain(table(("Study no.", "Sex", "Age"), pooled)).role == "ignored"


def test_remarks_beside_numbers_are_no_events():
    rows = [["7", dt.date(2024, 1, 1 + i), 4.5 + 0.3 * i, "meal" if i == 3 else None] for i in range(10)]
    found = recognise_plain(table(("Patient", "Date", "Glucose (mmol/L)", "Event"), rows))
    assert found.tables == ("measurements",)
    ill = [[*row[:3], "Pneumonia" if row[3] else None] for row in rows]
    of = recognise_plain(table(("Patient", "Date", "Glucose (mmol/L)", "Event"), ill))
    assert set(of.tables) == {"adverse_events", "measurements"}
    told = [[row[0], row[1], "Cough" if i % 2 else "Rash"] for i, row in enumerate(rows)]
    assert recognise_plain(table(("Patient", "Date", "Event"), told)).tables == ("adverse_events",)


def test_the_age_of_a_patient_is_that_at_the_first_row():
    rows = [[str(i), 10.5 + i + 0.25 * k, k + 1, 80.5 + i + k] for i in range(6) for k in range(3)]
    found = recognise_plain(table(("id", "age_yrs", "visit", "fev"), rows))
    age = found.fields["subjects"]["AGE"][0].cells
    assert [age.texts[i] for i in (0, 3)] == ["10.5", "11.5"]
    centred = recognise_plain(
        table(("id", "age_yrs", "visit", "fev"), [[r[0], r[1] - 20, *r[2:]] for r in rows])
    )
    assert "AGE" not in centred.fields.get("subjects", {})
    falling = [[who, 60 - age, *rest] for who, age, *rest in rows]
    other = recognise_plain(table(("id", "age_yrs", "visit", "fev"), falling))
    assert "AGE" not in other.fields.get("subjects", {})


def test_visits_alone_are_a_sheet_of_visits():
    rows = [[f"P{i // 2}", DAY + dt.timedelta(days=30 * i), i % 2 + 1] for i in range(8)]
    assert recognise_plain(table(("PatientID", "VisitDate", "VisitNumber"), rows)).tables == ("visits",)


def test_codes_that_a_heading_explains_are_not_asked(load):
    people = [[i, i % 2 + 1, 50 + i] for i in range(1, 5)]
    read = load({"Data": [["Patient", "Sex (1=m, 2=f)", "Age"], *people]})
    assert read.study.subjects["SEX"].tolist() == ["F", "M", "F", "M"]
    assert not read.report.questions


def test_units_that_stand_in_a_column_called_like_the_value(load):
    rows = [["1", "Week 0", 91.5, "kg"], ["2", "Week 0", 205.0, "lb"], ["2", "Week 4", 198.4, "lb"]]
    read = load({"VS": [["Patient", "Visit", "WEIGHT", "WEIGHTU"], *rows]})
    found = sorted(value for _, code, _, value, _ in values(read) if code == "WEIGHT")
    assert found == pytest.approx([198.4 * 0.45359237, 91.5, 205 * 0.45359237])
