"""What a sheet is, by its cells first: each kind of hand-made sheet, made up here."""

import datetime as dt

import pytest

from sscviewer.workbook.evidence.recognise import recognise_plain
from tests.workbook.evidence.columns_in_memory import table

WEEKS = (0, 4, 8)


def long_rows(patients=("1", "2", "3"), times=WEEKS):
    """Rows of patient, arm, age, time and one number that changes with time."""
    return [[p, "AB"[i % 2], 50 + i, t, 10.5 + 3 * i + t / 4] for i, p in enumerate(patients) for t in times]


def read(found):
    """Return {table: fields} and the codes of the parameters."""
    fields = {t: {n for n in one if n != "IGNORED"} for t, one in found.fields.items()}
    return fields, [(p.paramcd, p.visit) for p in found.parameters]


@pytest.mark.parametrize(
    ("headings", "visit"),
    [
        (("Patient", "Arm", "Age", "Week", "KL-6"), "Week 4"),
        (("Paciente", "Grupo", "Edad", "Semana", "KL-6"), "Week 4"),
        (("Patientennummer", "Gruppe", "Alter", "Woche", "KL-6"), "Week 4"),
        (("患者", "组别", "年龄", "周", "KL-6"), "Week 4"),
        (("subject_id", "trt", "age", "days", "KL-6"), "Day 4"),
    ],
)
def test_a_long_sheet_gives_patients_visits_and_its_numbers(headings, visit):
    found = recognise_plain(table(headings, long_rows()))
    fields, parameters = read(found)
    assert found.tables == ("subjects", "measurements")
    assert {"USUBJID", "TRT01A", "AGE"} <= fields["subjects"]
    assert [code for code, _ in parameters] == ["KL_6"]
    assert visit in found.fields["measurements"]["VISIT"][0].cells.unique_texts
    assert not found.questions


def test_a_time_without_a_unit_is_asked():
    found = recognise_plain(table(("id", "arm", "age", "time", "x"), long_rows(times=(0, 3, 6, 12))))
    assert [(q.id, q.taken) for q in found.questions] == [("time_unit", "months")]
    assert "time.unit" in dict(found.notes)


def test_start_stop_and_event_are_no_adverse_events():
    rows = [[p, 0, 6, 0, 5.5, "Y"] for p in (1, 2)] + [[p, 6, 12, 1, 4.5, "Y"] for p in (1, 2)]
    rows.sort(key=lambda row: row[0])
    found = recognise_plain(table(("patient", "start", "stop", "event", "CD4", "drug"), rows))
    assert "adverse_events" not in found.tables
    assert "CD4" in [p.paramcd for p in found.parameters]


@pytest.mark.parametrize(
    ("headings", "visits"),
    [
        (("ID", "x.pre", "x.2m", "x.4m"), ["Baseline", "Month 2", "Month 4"]),
        (("ID", "x_before", "x_after", "remark"), ["before", "after"]),
        (("ID", "Y1", "Y2", "Y3"), ["1", "2", "3"]),
        (("Patient", "prewt", "postwt", "remark"), ["pre", "post"]),
        (("Patient", "baseline", "oneyear", "remark"), ["Baseline", "Year 1"]),
        (("Patient", "FVC baseline", "FVC six months", "remark"), ["Baseline", "Month 6"]),
    ],
)
def test_columns_of_one_stem_are_occasions(headings, visits):
    rows = [[str(i), 5.5 + i, 6.5 + i, 7.5 + i if headings[3] != "remark" else "well"] for i in range(1, 6)]
    found = recognise_plain(table(headings, rows))
    assert [visit for _, visit in read(found)[1]] == visits
    assert len({code for code, _ in read(found)[1]}) == 1


def test_numbered_covariates_are_no_occasions():
    rows = [[str(i), 20 + i, i % 2, 1000 * i] for i in range(1, 9)]
    found = recognise_plain(table(("Patient", "z1", "z2", "z3"), rows))
    assert found.tables == ("subjects",)


def test_a_condition_of_each_patient_that_many_share_is_no_history():
    rows = [[f"P{i}", "laptop" if i % 3 else "longhand", 60 + i] for i in range(12)]
    found = recognise_plain(table(("pid", "condition", "score"), rows))
    assert found.tables == ("subjects",)
    told = [[f"P{i}", text, 60 + i] for i, text in enumerate(("asthma", "gout", "goitre", "eczema") * 2)]
    assert "history" in recognise_plain(table(("pid", "condition", "score"), told)).tables


@pytest.mark.parametrize(
    ("heading", "values", "code"),
    [
        ("resp", [0, 1], "RESP_FILE"),
        ("resp", [14, 16, 18], "RESP"),
        ("FVC", [0, 1], "FVC_FILE"),
        ("FVC", [2310, 2450], "FVC"),  # millilitres
        ("FVC", [81, 97], "FVC"),  # % predicted
        ("FVC % pred", [0.61, 0.73], "FVCPP"),  # as a fraction, which is settled once read
        ("DLCO % predicted", [0.4, 0.52], "DLCOPP"),
        ("FEV1/FVC", [0.7, 0.81], "FEV1FVC"),
        ("WBC", [0, 1], "WBC"),
    ],
)
def test_values_that_a_parameter_cannot_have_are_those_of_another(heading, values, code):
    rows = [[f"P{i}", visit, values[(i + k) % len(values)]] for i in range(6) for k, visit in enumerate("12")]
    found = recognise_plain(table(("id", "visit", heading), rows))
    assert [p.paramcd for p in found.parameters] == [code]


def test_a_pair_in_a_cell_is_two_measurements():
    rows = [[p, v, f"{120 + i}/{80 + i}"] for p in "AB" for i, v in enumerate(("Baseline", "Month 3"))]
    found = recognise_plain(table(("Subject", "Visit", "BP"), rows))
    assert [code for code, _ in read(found)[1]] == ["SYSBP", "DIABP"]
    assert found.parameters[1].column.cells.texts.tolist() == ["80", "81", "80", "81"]


def test_pt_beside_soc_is_a_term():
    rows = [
        [i, "headache" if i % 2 else "nausea", "Nervous", dt.date(2030, 1, i + 1), 1 + i % 3]
        for i in range(9)
    ]
    found = recognise_plain(table(("Subject ID", "PT", "SOC", "Onset Date", "Grade"), rows))
    assert found.tables == ("adverse_events",)
    assert found.fields["adverse_events"]["AEDECOD"][0].heading.written == "PT"


def test_the_term_by_its_cells():
    rows = [[i % 3, f"EVENT {'ABCD'[i % 4]}", 1 + i % 3, dt.date(2030, 1, i + 1)] for i in range(9)]
    found = recognise_plain(table(("Subject", "ae_detail", "AE_SEV_GD", "AE_ONSET_DT_INT"), rows))
    assert found.fields["adverse_events"]["AETERM"][0].heading.written == "ae_detail"


def test_numbers_that_start_again_in_each_centre():
    times = ("Baseline", "Month 3")
    rows = [[c, n, v, 5.5 + n + i] for c in "AB" for n in (1, 2, 3) for i, v in enumerate(times)]
    found = recognise_plain(table(("Centre", "Patient", "Visit", "x"), rows))
    texts = set(found.fields["measurements"]["USUBJID"][0].cells.unique_texts)
    assert texts == {"A-1", "A-2", "A-3", "B-1", "B-2", "B-3"}
    assert [q.id for q in found.questions] == ["patient"]


def test_rows_are_patients_only_when_asked_for():
    rows = [["A", 5.5, 6.5, 7.5], ["B", 4.5, 5.5, 6.5], ["A", 3.5, 4.5, 5.5]]
    sheet = table(("treatment", "x.pre", "x.2m", "x.4m"), rows)
    assert recognise_plain(sheet).why_not == "no patient column"
    found = recognise_plain(sheet, ask=True)
    assert found.fields["subjects"]["USUBJID"][0].cells.texts.tolist() == ["1", "2", "3"]
    assert "id.row_numbers" in dict(found.notes)


def test_a_summary_is_not_of_patients():
    rows = [["Headache", "2 (13.3)", "3 (20.0)", 5], ["Nausea", "1 (6.7)", "0 (0.0)", 1]]
    found = recognise_plain(table(("Term", "Grade 1", "Grade 2", "Total"), rows), ask=True)
    assert found.tables == ()


def test_the_only_number_of_a_person_is_replaced_on_all_sheets():
    codes: dict[str, str] = {}
    rows = [[4711, "Baseline", 5.5], [4711, "Month 3", 6.5], [4712, "Baseline", 4.5]]
    found = recognise_plain(table(("MRN", "Visit", "x"), rows), recode=codes)
    assert found.fields["measurements"]["USUBJID"][0].cells.texts.tolist() == ["P001", "P001", "P002"]
    again = recognise_plain(table(("MRN", "Visit", "y"), rows[::-1]), recode=codes)
    assert again.fields["measurements"]["USUBJID"][0].cells.texts.tolist() == ["P002", "P001", "P001"]
    assert "privacy.recoded" in dict(found.notes)


def test_no_row_is_thrown_away_for_its_role(load):
    head = ["Patient", "Sex", "Age", "Occasion", "Height"]
    rows = [[p, "F", 50.0 + i / 10, i, 140.5 + i] for p in "AB" for i in range(4)]
    loaded = load({"Boys": [head, *rows]})
    assert loaded.report.sheets[0].not_used == 0
    assert len(loaded.study.measurements[loaded.study.measurements["PARAMCD"] == "HEIGHT"]) == 8


def test_a_post_code_is_no_patient():
    rows = [[10115, "Baseline", 5.5], [10115, "Month 3", 6.5], [10117, "Baseline", 4.5]]
    assert recognise_plain(table(("ZIP", "Visit", "x"), rows), recode={}).tables == ()


def test_the_date_of_a_form_dates_its_measurements():
    rows = [["A", dt.date(2030, 1, 2), 71.5, 118], ["B", dt.date(2030, 1, 3), 60.5, 121]]
    found = recognise_plain(table(("record_id", "kx_date", "kx_weight", "kx_sbp"), rows))
    assert set(read(found)[1]) == {("WEIGHT", "kx"), ("SYSBP", "kx"), ("", "kx")}


@pytest.mark.parametrize("factor", ["stage", "trt", "Age", "gp"])
def test_times_of_survival_sorted_by_a_factor_are_no_patients(factor):
    """Within a stage the times rise, and some are the same twice: nobody has so many rows."""
    rows = [[s, t, 60 + s, d] for s in (1, 2, 3, 4) for t, d in ((0.6, 1), (1.3, 1), (1.3, 0), (2.4, 1))]
    found = recognise_plain(table((factor, "time", "nodes", "dead"), rows))
    assert "measurements" not in found.tables


def test_codes_of_sex_are_no_visits_of_twins():
    rows = [[pair, 40 + pair + who, who] for pair in range(1, 9) for who in (1, 2)]
    found = recognise_plain(table(("id", "height", "gender"), rows))
    assert "VISIT" not in found.fields.get("measurements", {})


@pytest.mark.parametrize("labels", [(1, 110, 112, 114), ("1.1", "1.2", "2.1", "2.2")])
def test_row_names_are_no_measurement_after_rows_were_left_out(labels):
    rows = [
        [name, p, v, 3.5 + p + v]
        for name, (p, v) in zip(labels, ((1, 0), (1, 4), (2, 0), (2, 4)), strict=True)
    ]
    found = recognise_plain(table(("rownames", "patient", "week", "KL-6"), rows))
    assert [p.paramcd for p in found.parameters] == ["KL_6"]


def test_patients_measured_at_ages_are_measured_in_years():
    rows = [[p, age, 20.5 + p + age] for p in (1, 2, 3) for age in (8, 10, 12, 14)]
    found = recognise_plain(table(("Subject", "age", "distance"), rows))
    assert "Year 8" in found.fields["measurements"]["VISIT"][0].cells.unique_texts
    assert not found.questions


def test_letters_behind_a_number_are_no_times():
    """CD4T and CD8T are two kinds of cells; T4 and T8 would be two times."""
    rows = [[p, 5.5 + p, 6.5 + p, 7.5 + p, 50 + p] for p in range(1, 12)]
    found = recognise_plain(table(("patient", "CD4T", "CD8T", "CD20T", "age"), rows))
    assert not [p for p in found.parameters if p.visit]


def test_numbered_rows_of_data_that_no_word_explains_are_patients():
    rows = [[n, 20 + 3 * n, n % 2, 100 + 7 * n, (n * 5) % 2] for n in range(1, 15)]
    assert recognise_plain(table(("id", "rec", "rec.s", "srv", "srv.s"), rows)).tables == ("subjects",)
    words = [
        [n, 3.5 + n, "CML" if n % 2 else "AML", "yes" if n % 3 else "no", "1990-1994"] for n in range(1, 15)
    ]
    assert recognise_plain(table(("id", "time", "class", "match", "period of entry"), words)).tables
    places = [[n, f"Town {n}", f"Street {n}"] for n in range(1, 15)]
    assert recognise_plain(table(("id", "town", "street"), places)).tables == ()


def test_a_therapy_had_before_or_not_is_no_arm():
    rows = [[n, n % 2, 50 + n, "AB"[n // 6 % 2]] for n in range(1, 13)]
    found = recognise_plain(table(("patient", "PreopTherapy", "age", "Group"), rows))
    arms = [c.heading.written for n in ("TRT01P", "TRT01A") for c in found.fields["subjects"].get(n, ())]
    assert set(arms) == {"Group"}
