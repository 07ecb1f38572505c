"""Workbooks as wards keep them: calendars as headings, norms beside values, infusions, events."""

import datetime as dt

import pytest

from sscviewer.workbook.evidence.words.calendar_names import calendar_date
from sscviewer.workbook.values.dose_text import intakes_per_day
from sscviewer.workbook.values.vocabulary import standard

WHO = [f"P{i:02d}" for i in range(1, 7)]


def day(i, k=0):
    return dt.date(2031, 3, 1) + dt.timedelta(days=2 * i + k)


def wide(headings, row):
    return [headings, *[[who, *row(i)] for i, who in enumerate(WHO)]]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Jan 2020", "2020-01"),
        ("März 2020", "2020-03"),
        ("2020-11", "2020-11"),
        ("05/2021", "2021-05"),
        ("gennaio 2020", "2020-01"),
        ("2020", "2020"),
        ("2020-02-29", "2020-02-29"),
        ("12.3.2020", "2020-03-12"),
        ("5-Mrz-2020", "2020-03-05"),
        ("Q1 2020", "2020-02"),
        ("2021 Q4", "2021-11"),
        ("Q5 2020", ""),
        ("13/2020", ""),
        ("FVC 2020", ""),
        ("Arm 2020", ""),
        ("Visit 3", ""),
    ],
)
def test_a_heading_of_the_calendar(text, date):
    assert calendar_date(text) == date


@pytest.mark.parametrize(
    ("headings", "days"),
    [
        (["Jan 2031", "Mrz 2031", "Juli 2031"], [0, 59, 181]),
        (["Q1 2031", "Q2 2031", "Q1 2032"], [0, 89, 365]),
        (["2031", "2032", "2033"], [0, 365, 731]),
        (["FVC Jan 2031", "FVC Feb 2031", "FVC Apr 2031"], [0, 31, 90]),
    ],
)
def test_months_quarters_and_years_as_headings(load, headings, days):
    loaded = load(
        {"FVC (L)": wide(["Patient", *headings], lambda i: [2.5 + i / 9, 2.4 + i / 9, 2.3 + i / 9])}
    )
    measured = loaded.study.measurements
    assert measured.groupby("USUBJID")["PARAMCD"].agg(list).tolist() == [["FVC"] * 3] * 6
    first = measured["ADT"].min()
    assert [(date - first).days for date in measured["ADT"][:3]] == days
    said = [issue for issue in loaded.report.issues if issue.code == "date.partial"]
    assert len(said) == 1  # one sentence, not one a cell
    assert ("middle month" in said[0].message) == headings[0].startswith("Q")


def test_a_sheet_per_measurement_is_no_visit(load):
    book = {
        name: wide(["Patient", "BL", "M3", "M12"], lambda i, k=k: [k + i, k + 2 * i, k + 3 * i])
        for name, k in (("FVC % pred", 60), ("mRSS", 3))
    }
    measured = load(book).study.measurements
    assert set(measured["AVISIT"]) == {"Baseline", "Month 3", "Month 12"}
    assert measured["PARAMCD"].value_counts().to_dict() == {"FVCPP": 18, "MRSS": 18}


def test_laboratory_sheets_of_one_patient_each_with_norms(load):
    rows = [
        ("Leukozyten", "G/l", "4,0 - 10,0", 7.5),
        ("CRP", "mg/l", "< 5", 3.1),
        ("GPT", "U/l", "bis 35", 20),
    ]
    book = {
        f"Patient {n}": [
            ["Parameter", "Einheit", "Norm", day(n), day(n, 30)],
            *[[name, unit, norm, value + n, value - n / 9] for name, unit, norm, value in rows],
        ]
        for n in (1, 2, 3)
    }
    study = load(book).study
    assert sorted(study.subjects["USUBJID"]) == ["Patient 1", "Patient 2", "Patient 3"]
    measured = study.measurements.set_index("PARAMCD")
    assert len(measured) == 18
    assert measured["ADT"].nunique() == 6
    limits = measured.groupby(level=0)[["ANRLO", "ANRHI"]].first()
    assert limits.loc["WBC"].tolist() == [4.0, 10.0]
    assert limits["ANRHI"].to_dict() == {"ALT": 35.0, "CRP": 5.0, "WBC": 10.0}
    assert limits["ANRLO"].isna().to_dict() == {"ALT": True, "CRP": True, "WBC": False}
    assert study.parameters["WBC"].unit == "10^9/L"


def test_times_of_day_are_no_days_of_a_dose(load):
    headings = ["Pat.-ID", "Datum", "Dosis (mg)", "Beginn", "Ende", "Gewicht (kg)"]
    rows = [
        [who, day(i, 28 * k), 400 + 100 * k, dt.time(9, 15), dt.time(10, 30 + i), 60 + i + k / 2]
        for i, who in enumerate(WHO)
        for k in range(3)
    ]
    loaded = load({"Infusionen": [headings, *rows]})
    exposure = loaded.study.exposure
    assert exposure["ASTDT"].dt.date.tolist() == [row[1] for row in rows]
    assert (loaded.study.measurements["PARAMCD"] == "WEIGHT").sum() == 18
    assert "date.unreadable" not in {issue.code for issue in loaded.report.issues}


def test_two_drugs_of_one_log_are_not_one(load):
    rows = [
        row
        for i, who in enumerate(WHO)
        for row in (
            [who, "Mycophenolat", "2 x 1000 mg", day(i), "laufend"],
            [who, "Prednisolon", "5 mg", day(i), day(i, 60)],
        )
    ]
    study = load({"Medikation": [["Patienten-ID", "Substanz", "Dosis", "von", "bis"], *rows]}).study
    assert set(study.exposure["EXTRT"]) == {"Mycophenolat"}
    assert set(study.exposure["EXDAILY"]) == {2000.0}
    assert set(study.medications["CMTRT"]) == {"Prednisolon"}
    assert set(study.medications["CMDOSE"]) == {"5"}


@pytest.mark.parametrize(
    ("sheet", "drug", "is_log"),
    [
        ("Traitement", "Nintédanib", True),
        ("Con Meds", "Nintédanib", False),
        ("Concomitant medication", "Prednisone", False),
        ("Steroids", "Prednisone", False),
        ("Stéroïdes", "Prednisolon 5 mg", False),
    ],
)
def test_a_list_of_one_drug_whose_dose_changes_is_a_dose_log_unless_any_trial_may_have_it(
    load, sheet, drug, is_log
):
    rows = [
        [who, drug, dose, day(i, start), day(i, start + 89)]
        for i, who in enumerate(WHO)
        for dose, start in ((300, 0), (200, 90))
    ]
    study = load({sheet: [["N° patient", "Médicament", "Dose (mg)", "Début", "Fin"], *rows]}).study
    assert (len(study.exposure), len(study.medications)) == ((12, 0) if is_log else (0, 12))


def test_events_below_event_name_are_no_visits(load):
    rows = [
        [who, ("Gout attack", "Bone fracture")[i % 2], day(i), "Related", "Recovered"]
        for i, who in enumerate(WHO)
    ]
    headings = ["record_id", "event_name", "event_onset_date", "relatedness", "outcome"]
    study = load({"sae": [headings, *rows, [WHO[0], "Ketoacidosis", day(9), "Related", "Ongoing"]]}).study
    assert len(study.adverse_events) == 7
    assert len(study.measurements) == 0
    assert set(study.adverse_events["AETERM"]) == {"Gout attack", "Bone fracture", "Ketoacidosis"}


def test_the_arm_of_a_list_of_how_it_ended(load):
    ends = ["Completed", "Discontinued", "Completed"] * 2
    study = load({"disposition": wide(["SUBJID", "TRT", "DSDECOD"], lambda i: ["XY"[i % 2], ends[i]])}).study
    assert sorted(study.subjects["TRT01A"]) == ["X"] * 3 + ["Y"] * 3
    assert len(study.disposition) == 6


def test_names_of_visits_in_brackets_behind_their_number(load):
    names = ["Visita 1 (basale)", "Visita 2 (3 mesi)", "Visita 3 (6 mesi)"]
    book = {
        name: wide(["Paziente", "Data", "FVC (L)"], lambda i, k=k: [day(i, 91 * k), 2.5 + i / 9 - k / 7])
        for k, name in enumerate(names)
    }
    measured = load(book).study.measurements
    assert set(measured["AVISIT"]) == {"Baseline", "Month 3", "Month 6"}


def test_the_visit_numbered_0_is_the_baseline_beside_months(load):
    rows = [[who, v, 2.5 + k / 9] for who in WHO for k, v in enumerate(("V0", "M3", "M6"))]
    measured = load({"Visites": [["N° patient", "Visite", "CVF (L)"], *rows]}).study.measurements
    assert measured.loc[measured["AVISIT"] == "V0", "AVISITN"].tolist() == [0.0] * 6


def test_numbers_of_a_screening_list_with_means_below(load):
    rows = wide(
        ["Screening no.", "Rand. no.", "FVC 0", "FVC 6"], lambda i: [900 + i, 2.5 + i / 9, 2.4 + i / 9]
    )
    loaded = load({"FVC": [*rows, ["Mean", None, 2.5, 2.4], ["SD", None, 0.2, 0.2]]})
    assert len(loaded.study.subjects) == 6
    assert len(loaded.study.measurements) == 12
    assert "patient" in {question.id for question in loaded.report.questions}


def test_a_response_is_no_respiratory_rate(load):
    rows = [[i, k, (i + k) % 2] for i in range(1, 9) for k in (0, 1, 2)]
    study = load({"Sheet1": [["id", "month", "resp"], *rows]}).study
    assert "RESP" not in study.parameters
    assert len(study.measurements) == 24


def test_a_therapy_that_some_had_before_is_no_arm(load):
    rows = [[i, 50 + i, i % 2, (i + 1) % 3] for i in range(1, 19)]
    study = load({"Sheet1": [["id", "Age", "PreopTherapy", "Stage"], *rows]}).study
    assert set(study.subjects["TRT01A"]) == {""}


@pytest.mark.parametrize(
    ("group", "text", "meaning"),
    [
        ("frequency", "4-weekly", ""),
        ("sex", "1_female", "F"),
        ("sex", "2 = male", "M"),
        ("yes_no", "0_no", "N"),
        ("sex", "1", ""),
    ],
)
def test_a_code_with_its_meaning_in_one_cell(group, text, meaning):
    assert standard(group, text, "") == meaning


@pytest.mark.parametrize(
    ("text", "per_day"),
    [
        ("2x/day", 2),
        ("Once/Day", 1),
        ("1x/week", 1 / 7),
        ("Every 7 days", 1 / 7),
        ("tous les 2 jours", 1 / 2),
    ],
)
def test_how_often_in_other_words(text, per_day):
    assert intakes_per_day(text) == pytest.approx(per_day)


def test_the_date_of_a_visit_is_no_end_of_an_event(load):
    rows = [
        [who, day(i, 30 * k), 2.5, "Náusea" if k == 2 else None, day(i, 55) if k == 2 else None, None]
        for i, who in enumerate(WHO)
        for k in range(3)
    ]
    headings = ["Paciente", "Data da visita", "CVF (L)", "Evento adverso", "Data início EA", "Data fim EA"]
    events = load({"Dados": [headings, *rows]}).study.adverse_events
    assert events["ASTDT"].dt.date.tolist() == [day(i, 55) for i in range(6)]
    assert events["AENDT"].isna().all()


def test_events_and_dates_beside_one_another_at_numbered_visits(load):
    headings = ["Pat", *(f"{what} V{k}" for k in (1, 2, 3) for what in ("Datum", "FVC (l)", "NW"))]
    rows = [
        [
            who,
            *(
                cell
                for k in range(3)
                for cell in (day(i, 90 * k), 2.5 + k / 9, [None, "Durchfall", "keine"][k])
            ),
        ]
        for i, who in enumerate(WHO)
    ]
    study = load({"Verlauf": [headings, *rows]}).study
    assert study.adverse_events["ASTDT"].dt.date.tolist() == [day(i, 90) for i in range(6)]
    assert study.measurements["ADT"].notna().sum() == 18


def test_deaths_and_last_contacts_in_german(load):
    died = [None] * 5 + [day(5, 200)]
    rows = wide(
        ["Pat.ID", "Start Therapie", "Todesdatum", "letzter Kontakt"],
        lambda i: [day(i), died[i], died[i] or day(i, 300)],
    )
    subjects = load({"Endpunkte": rows}).study.subjects
    assert subjects["DTHDT"].notna().tolist() == [False] * 5 + [True]
    assert subjects["LSTALVDT"].notna().all()


def test_rows_of_eyes_with_visits_as_columns_of_people_called_by_initials(load):
    headings = ["Kürzel", "Auge", "Visus Visite 1", "Visus Visite 2"]
    rows = [[a + b, eye, 0.5, 0.6] for a, b in ("AB", "CD", "EF", "GH") for eye in ("rechts", "links")]
    study = load({"Augen": [headings, *rows]}).study
    assert sorted(study.subjects["USUBJID"]) == ["P001", "P002", "P003", "P004"]  # nobody's initials
    measured = study.measurements
    assert measured["ATPT"].value_counts().to_dict() == {"rechts": 8, "links": 8}
    assert set(measured["AVISIT"]) == {"Visit 1", "Visit 2"}


LIKE = ["AB", "CD", "EF", "GH", "AB", "KL"]
"""Initials that two of six persons share."""


@pytest.mark.parametrize(("births", "patients"), [([0, 1, 2, 3, 4, 5], 6), ([0, 1, 2, 3, 0, 5], 5)])
def test_what_a_person_has_one_of_tells_two_of_one_name_apart(load, births, patients):
    rows = [
        [name, dt.date(1950 + born, 3, 4), visit, 2.5 + i / 9]
        for i, (name, born) in enumerate(zip(LIKE, births, strict=True))
        for visit in ("Baseline", "Month 3")
    ]
    study = load({"FVC": [["Initialen", "Geburtsdatum", "Visite", "FVC (L)"], *rows]}).study
    assert sorted(study.subjects["USUBJID"]) == [f"P{k:03d}" for k in range(1, patients + 1)]


@pytest.mark.parametrize("names", [LIKE, ["AB", "CD", "EF", "GH", "IJ", "KL"]])
def test_initials_that_a_few_share_on_a_list_of_patients_are_persons_by_their_rows(load, names):
    rows = [[name, "F", 2.5 + i / 9, 2.4] for i, name in enumerate(names)]
    study = load({"S": [["Initials", "Sex", "FVC 0", "FVC 6"], *rows]}).study
    assert len(study.subjects) == 6
    assert not set(names) & set(study.subjects["USUBJID"])


@pytest.mark.parametrize(
    ("headings", "is_history"),
    [
        (["Medical history", "Score"], True),
        (["Condition", "Since"], True),
        (["Condition", "Score"], False),
    ],
)
def test_few_illnesses_of_many_patients_are_a_history_where_something_says_so(load, headings, is_history):
    ill = ("Hypertension", "Diabetes", "Asthma")
    rows = [[f"P{i:02d}", ill[i % 3], 2000 + i] for i in range(12)]
    study = load({"Baseline data": [["Patient", *headings], *rows]}).study
    assert len(study.history) == (12 if is_history else 0)


@pytest.mark.parametrize(
    ("limits", "found"),
    [
        ({"Ref. range": "1 - 5"}, (1, 5)),
        ({"Lower limit": "> 1", "Upper limit": "< 5"}, (1, 5)),
        ({"Lower limit": 1, "Upper limit": 5}, (1, 5)),
        ({"Detection limit": "< 0.5"}, (None, None)),
    ],
)
def test_limits_of_a_test(load, limits, found):
    rows = [
        [who, v, "CRP", 3 + i, "mg/L", *limits.values()] for i, who in enumerate(WHO) for v in ("V1", "V2")
    ]
    measured = load(
        {"Lab": [["Patient", "Visit", "Test", "Result", "Unit", *limits], *rows]}
    ).study.measurements
    assert len(measured) == 12
    for name, limit in zip(("ANRLO", "ANRHI"), found, strict=True):
        assert set(measured[name].dropna()) == ({limit} - {None}), name
