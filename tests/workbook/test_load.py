"""Sheets as sites keep them, small and nasty; what each becomes is written by hand."""

import datetime as dt
import json

import numpy as np
import pytest

from sscviewer.workbook import load_study

SITES = [
    "Face", "Chest", "Abdomen", "Fingers R", "Fingers L", "Hand R", "Hand L", "Forearm R", "Forearm L",
    "Upper arm R", "Upper arm L", "Thigh R", "Thigh L", "Lower leg R", "Lower leg L", "Foot R", "Foot L",
]  # fmt: skip


def sheet_rows(loaded):
    return {s.name: (s.role, s.layout, s.header_row, s.rows, s.used) for s in loaded.report.sheets}


def issues(loaded, code):
    return [(i.srcref, i.usubjid) for i in loaded.report.issues if i.code == code]


def values(loaded):
    frame = loaded.study.measurements
    columns = ["USUBJID", "PARAMCD", "AVISIT", "AVAL", "SRCREF"]
    return {tuple(None if v != v else v for v in row) for row in frame[columns].itertuples(index=False)}


def test_wide_sheet_with_patients(load):
    loaded = load(
        {
            "Data": [
                [
                    "ID",
                    "Age",
                    "Sex",
                    "FVC0 (L)",
                    "FVC3 (L)",
                    "FVC (L) 6 mo",
                    "MRSS_0",
                    "MRSS_12",
                    "Visit date 3",
                ],
                ["0012", 55, "w", 2.8, 2.7, None, 20, 18, dt.date(2007, 4, 3)],
                [13, 60, "M", 3.0, "ND", 2.9, "<5", 17, None],
            ]
        }
    )
    assert sheet_rows(loaded) == {"Data": ("subjects+measurements", "wide", 1, 2, 2)}
    assert loaded.study.usubjids == ("0012", "13")
    assert loaded.study.subjects["SEX"].tolist() == ["F", "M"]
    assert values(loaded) == {
        ("0012", "FVC", "Baseline", 2.8, "Data!D2"),
        ("0012", "FVC", "Month 3", 2.7, "Data!E2"),
        ("0012", "MRSS", "Baseline", 20.0, "Data!G2"),
        ("0012", "MRSS", "Month 12", 18.0, "Data!H2"),
        ("13", "FVC", "Baseline", 3.0, "Data!D3"),
        ("13", "FVC", "Month 3", None, "Data!E3"),
        ("13", "FVC", "Month 6", 2.9, "Data!F3"),
        ("13", "MRSS", "Baseline", 5.0, "Data!G3"),
        ("13", "MRSS", "Month 12", 17.0, "Data!H3"),
    }
    month3 = loaded.study.measurements.query("SRCREF == 'Data!E2'").iloc[0]
    assert str(month3["ADT"].date()) == "2007-04-03"
    assert loaded.study.measurements.query("SRCREF == 'Data!G3'")["AVALQ"].tolist() == ["<"]
    assert issues(loaded, "value.not_numeric") == [("Data!E3", "13")]


def test_long_sheet_under_a_title(load):
    loaded = load(
        {
            "Trial of X": [
                ["A trial of imatinib, one year"],
                [],
                ["Patient No.", "Visit", "Date of visit", "FVC [mL]", "FVC %pred", "mRSS", "HAQ-DI"],
                ["1", "BL", "UN-MAR-2007", 2810, "65%", 20, 1.25],
                [],
                ["1", "M3", "2007-06-05", 28100, 66, 18, 1.0],
            ],
            "Remarks": [["Everything here is prose."], ["It goes on."]],
        }
    )
    assert sheet_rows(loaded) == {
        "Trial of X": ("measurements", "long", 3, 2, 2),
        "Remarks": ("ignored", None, 0, 2, 0),
    }
    assert values(loaded) == {
        ("1", "FVC", "Baseline", 2.81, "Trial of X!D4"),
        ("1", "FVC", "Month 3", None, "Trial of X!D6"),
        ("1", "FVCPP", "Baseline", 65.0, "Trial of X!E4"),
        ("1", "FVCPP", "Month 3", 66.0, "Trial of X!E6"),
        ("1", "MRSS", "Baseline", 20.0, "Trial of X!F4"),
        ("1", "MRSS", "Month 3", 18.0, "Trial of X!F6"),
        ("1", "HAQDI", "Baseline", 1.25, "Trial of X!G4"),
        ("1", "HAQDI", "Month 3", 1.0, "Trial of X!G6"),
    }
    assert issues(loaded, "value.impossible") == [("Trial of X!D6", "1")]
    assert loaded.study.measurements.query("SRCREF == 'Trial of X!D6'")["AVALC"].tolist() == ["28100"]
    assert issues(loaded, "date.partial") == [("Trial of X!C4", "1")]
    assert issues(loaded, "sheet.ignored") == [("Remarks", "")]
    assert dict(loaded.report.not_shown)["measurements"] == 1


def test_list_of_lab_values_in_two_units(load):
    loaded = load(
        {
            "Labs": [
                ["Subject ID", "Visit Name", "Collection Date", "Lab Test", "Result", "Units", "Low", "High"],
                ["A", "Baseline", "2007-01-01", "Creatinine", "0.9", "mg/dL", 0.5, 1.1],
                ["A", "Week 4", "2007-01-29", "Creatinine", 80, "umol/L", 44, 97],
                ["A", "Week 8", "2007-02-26", "Creatinine", "0.8", "mg/dL", 0.5, 1.1],
                [None, "Week 8", "2007-02-26", "Creatinine", "0.8", "mg/dL", 0.5, 1.1],
                ["A", "Week 8", "2007-02-26", "Nail colour", "pink", None, None, None],
                ["A", "Week 9", "2007-02-27", "Creatinine", None, "mg/dL", None, None],
            ]
        }
    )
    assert sheet_rows(loaded) == {"Labs": ("measurements", "long", 1, 6, 5)}
    assert issues(loaded, "row.no_patient") == [("Labs!A5", "")]
    assert issues(loaded, "unit.converted") == [("Labs!E3", "")]
    message = next(i.message for i in loaded.report.issues if i.code == "value.empty")
    assert message.startswith("Rows with an empty result: 1 ")
    assert [(p.paramcd, p.unit, p.values, p.not_numeric) for p in loaded.report.parameters] == [
        ("CREAT", "mg/dL", 3, 0),
        ("NAIL_COLOUR", "", 1, 1),
    ]
    first = loaded.study.measurements.query("SRCREF == 'Labs!E2'").iloc[0]
    assert (first["ANRLO"], first["ANRHI"], first["AVALU"]) == (0.5, 1.1, "mg/dL")
    converted = loaded.study.measurements.query("SRCREF == 'Labs!E3'").iloc[0]
    assert (converted["AVALU"], converted["AVALC"]) == ("µmol/L", "80")
    assert converted[["AVAL", "ANRLO", "ANRHI"]].tolist() == pytest.approx([80 / 88.4, 44 / 88.4, 97 / 88.4])


def test_a_unit_that_is_not_known_is_kept_apart(load):
    rows = [
        ["A", f"2007-0{i}-01", "Creatinine", i, unit] for i, unit in ((1, "mg/dL"), (2, "mg/dL"), (3, "nkat"))
    ]
    loaded = load({"Labs": [["Subject ID", "Collection Date", "Lab Test", "Result", "Units"], *rows]})
    assert issues(loaded, "unit.apart") == [("Labs!D4", "")]
    assert [(p.paramcd, p.unit) for p in loaded.report.parameters] == [
        ("CREAT", "mg/dL"),
        ("CREAT_NKAT", "nkat"),
    ]


def test_units_without_a_name_are_told_by_size_or_kept_apart(load):
    loaded = load(
        {
            "PFT": [
                ["Subject", "Date", "FVC", "FEV1", "DLCO", "TLC (furlong)"],
                ["A", "2007-01-01", 65.2, 2100, 45, 3],
                ["A", "2007-04-01", 66.0, 2200, 44, 3],
            ]
        }
    )
    assert {(p.paramcd, p.unit) for p in loaded.report.parameters} == {
        ("FVCPP", "% predicted"),
        ("FEV1", "L"),
        ("DLCO_NO_UNIT", ""),
    }
    assert loaded.study.measurements.query("PARAMCD == 'FEV1'")["AVAL"].tolist() == pytest.approx([2.1, 2.2])
    assert sorted(cell for cell, _ in issues(loaded, "unit.from_values")) == ["PFT!C2", "PFT!D2"]
    assert issues(loaded, "unit.apart") == [("PFT!E2", "")]


def test_si_diffusing_capacity_is_not_converted(load):
    loaded = load({"PFT": [["Subject", "Date", "DLCO (mmol/min/kPa)"], ["A", "2007-01-01", 4.5]]})
    assert [(p.paramcd, p.unit) for p in loaded.report.parameters] == [("DLCO_MMOL_MIN_KPA", "mmol/min/kPa")]


def test_patients_once_and_hidden_columns(load):
    loaded = load(
        {
            "Subjects": [
                [
                    "Subject",
                    "Patient initials",
                    "Phone",
                    "Sex",
                    "Age",
                    "Date of birth",
                    "Anti-Scl-70",
                    "Height (m)",
                ],
                ["A", "JD", "555", "F", 50, dt.date(1957, 1, 2), "pos", 1.63],
                ["A", "JD", "555", "F", 51, "1957", "pos", 1.63],
                ["B ", "XX", "556", "male", "old", "1957-UN-UN", "", None],
            ]
        }
    )
    assert sheet_rows(loaded) == {"Subjects": ("subjects", "long", 1, 3, 2)}
    subjects = loaded.study.subjects
    assert subjects["USUBJID"].tolist() == ["A", "B"]
    assert subjects["AGE"].fillna(-1).tolist() == [50, -1]
    assert subjects["BRTHDTC"].tolist() == ["1957-01-02", "1957"]
    assert subjects["ANTI_SCL_70"].tolist() == ["pos", ""]
    assert subjects["HEIGHT"].fillna(-1).tolist() == pytest.approx([163, -1])
    assert issues(loaded, "subject.duplicate") == [("Subjects!A3", "A")]
    assert issues(loaded, "privacy.hidden") == [("Subjects!B1", ""), ("Subjects!C1", "")]
    assert issues(loaded, "value.not_numeric") == [("Subjects!E4", "B")]
    assert not {"PATIENT_INITIALS", "PHONE"} & set(subjects.columns)
    assert loaded.study.srcref("subjects", 0, "AGE") == "Subjects!E2"
    assert loaded.study.srcref("subjects", 0, "ANTI_SCL_70") == "Subjects!G2"


def test_adverse_events_in_site_words(load):
    loaded = load(
        {
            "Subjects": [["Subject", "Sex", "Age"], ["A", "F", 50]],
            "Adverse Events": [
                [
                    "Subject",
                    "Adverse event",
                    "Start",
                    "Stop",
                    "Severity",
                    "Serious?",
                    "Related?",
                    "Action taken",
                    "Outcome",
                ],
                ["A", "Rash", "01/02/2007", "cont.", "Mild", "ja", "possible", "held", "improving"],
                ["A", "None", "UN-FEB-2007", None, "3", "no", "unlikely", "none", "not resolved"],
                ["B", "Cough", None, "01/01/2007", "2", None, None, None, "died"],
                ["A", "Fall", "05/02/2007", "01/01/2007", "2", "no", "none", "", "resolved"],
            ],
        }
    )
    events = loaded.study.adverse_events.set_index("AETERM")
    assert events.loc["Rash", ["AESEV", "AESER", "AERELFL", "AEACN", "AEOUT", "AEENRTPT"]].tolist() == [
        "MILD", "Y", "Y", "DRUG INTERRUPTED", "RECOVERING/RESOLVING", "ONGOING",
    ]  # fmt: skip
    assert events.loc["None", ["AETOXGR", "AESEV", "ASTDTF", "AEENRTPT", "AEACN"]].tolist() == [
        3.0, "", "D", "ONGOING", "DOSE NOT CHANGED",
    ]  # fmt: skip
    assert str(events.loc["Rash", "ASTDT"].date()) == "2007-02-01"
    assert issues(loaded, "date.order") == [("Adverse Events!C1", "")]
    assert issues(loaded, "date.missing_start") == [("Adverse Events!C4", "B")]
    assert issues(loaded, "ae.end_before_start") == [("Adverse Events!D5", "A")]
    assert issues(loaded, "subject.only_elsewhere") == [("Adverse Events!A4", "B")]
    assert issues(loaded, "ae.ongoing_from_outcome") == [("Adverse Events", "")]
    row = loaded.study.adverse_events.index[loaded.study.adverse_events["AETERM"] == "Rash"][0]
    assert loaded.study.srcref("adverse_events", int(row), "AESER") == "Adverse Events!F2"


@pytest.mark.parametrize(
    ("heading", "cells", "flags"),
    [
        ("Related", [1, 0, 1], ["Y", "N", "Y"]),
        ("Related", [1, 0, 2], ["", "", ""]),  # degrees
        ("Related to drug (1=unrelated, 2=possible, 3=probable)", [1, 2, 3], ["N", "Y", "Y"]),
        ("Related (0=yes, 1=no)", [0, 1, 1], ["Y", "N", "N"]),
    ],
)
def test_codes_of_relatedness(load, heading, cells, flags):
    rows = [[f"P{i}", "Rash", f"2007-02-0{i + 1}", code] for i, code in enumerate(cells)]
    events = load({"AE": [["Subject", "AE term", "Start date", heading], *rows]}).study.adverse_events
    assert events["AERELFL"].tolist() == flags


def test_a_sheet_of_headings_alone_has_no_rows(load):
    read = load({"Subjects": [["Subject", "Sex"], ["A", "F"]], "AE": [["Subject", "AE term", "Start date"]]})
    assert issues(read, "sheet.no_rows") == [("AE", "")]


def test_doses_and_disposition(load):
    loaded = load(
        {
            "Dosing": [
                ["Subject ID", "Dose (mg)", "Frequency", "Start date", "End date"],
                ["A", 100, "BID", dt.date(2007, 1, 1), dt.date(2007, 1, 20)],
                ["A", 200, "QD", dt.date(2007, 1, 15), dt.date(2007, 2, 1)],
                ["A", 200, None, dt.date(2007, 2, 1), "ongoing"],
                ["A", 200, "sometimes", dt.date(2007, 3, 1), None],
            ],
            "End of study": [
                ["Subject ID", "Completed study", "Reason", "Date", "Date of last contact"],
                ["A", "No", "withdrew consent", dt.date(2007, 2, 1), dt.date(2007, 2, 10)],
            ],
        }
    )
    exposure = loaded.study.exposure
    assert exposure["EXDAILY"].fillna(-1).tolist() == [200, 200, 200, -1]
    assert exposure["EXDOSU"].tolist() == ["mg"] * 4
    assert exposure["AEENRTPT"].tolist() == ["", "", "ONGOING", ""]
    assert issues(loaded, "dose.overlap") == [("Dosing!D3", "A")]
    assert issues(loaded, "dose.after_last_contact") == [("Dosing!D5", "A")]
    assert issues(loaded, "dose.frequency") == [("Dosing!C5", "A")]
    disposition = loaded.study.disposition.iloc[0]
    assert (disposition["EOSSTT"], disposition["DSDECOD"]) == ("DISCONTINUED", "WITHDRAWAL BY SUBJECT")
    assert str(loaded.study.value("A", "LSTALVDT"))[:10] == "2007-02-10"


def test_totals_are_derived_or_checked(load):
    loaded = load(
        {
            "mRSS": [
                ["Patient", "Visit", *SITES, "Total"],
                ["1", "Baseline", *[1] * 17, None],
                ["1", "Month 3", *[1] * 16, None, None],
                ["1", "Month 6", *[2] * 17, 33],
                ["1", "Month 9", *[2] * 17, 34],
            ]
        }
    )
    totals = loaded.study.measurements.query("PARAMCD == 'MRSS'")
    assert list(zip(totals["AVISIT"], totals["AVAL"], totals["SRCREF"], totals["AVALC"], strict=True)) == [
        ("Baseline", 17.0, "mRSS!C2:S2", ""),
        ("Month 6", 33.0, "mRSS!T4", "33"),
        ("Month 9", 34.0, "mRSS!T5", "34"),
    ]
    assert issues(loaded, "mrss.sum") == [("mRSS!T4", "1")]
    assert issues(loaded, "total.derived") == [("mRSS", "")]


def test_visits_and_their_windows(load):
    loaded = load(
        {
            "Visits": [
                ["Subject", "Visit", "Target date", "Visit date", "Status"],
                ["A", "Baseline", dt.date(2007, 1, 1), dt.date(2007, 1, 1), "Done"],
                ["A", "Week 2", dt.date(2007, 1, 15), dt.date(2007, 1, 22), "Done"],
                ["A", "Week 4", dt.date(2007, 1, 29), dt.date(2007, 2, 6), "Done"],
                ["A", "Week 24", dt.date(2007, 6, 18), dt.date(2007, 7, 2), "Done"],
                ["A", "Week 28", dt.date(2007, 7, 16), dt.date(2007, 7, 1), "Done"],
                ["A", "Week 32", dt.date(2007, 8, 13), None, "not done"],
            ]
        }
    )
    assert sheet_rows(loaded) == {"Visits": ("visits", "native", 1, 6, 6)}
    assert issues(loaded, "visit.window") == [("Visits!D4", "A"), ("Visits!D6", "A")]
    assert loaded.study.visits["SVSTAT"].tolist().count("Missed") == 1


def test_repeated_rows_and_missing_times_are_said(load):
    loaded = load(
        {
            "PFT": [
                ["Subject", "Visit", "FVC (L)"],
                ["A", "Baseline", 2.5],
                ["A", "Baseline", 2.5],
                ["A", None, 2.6],
                ["A", "Month 3", None],
            ]
        }
    )
    assert issues(loaded, "row.duplicate") == [("PFT!A3", "A")]
    assert issues(loaded, "value.no_time") == [("PFT!C4", "A")]
    assert issues(loaded, "row.no_values") == [("PFT", "")]
    assert dict(loaded.report.not_shown)["measurements"] == 1
    assert sheet_rows(loaded)["PFT"][3:] == (4, 4)


def test_header_without_rows_loads(load):
    loaded = load(
        {
            "Subjects": [["Subject", "Sex", "Age"]],
            "AE": [["Subject", "Event", "Start date"], ["A", "Rash", None]],
        }
    )
    assert sheet_rows(loaded)["Subjects"] == ("subjects", "long", 1, 0, 0)
    assert issues(loaded, "sheet.no_rows") == [("Subjects", "")]
    assert loaded.study.usubjids == ("A",)


def test_only_a_header_loads_without_patients(load):
    loaded = load({"Subjects": [["Subject", "Sex", "Age"]]})
    assert loaded.study.usubjids == ()
    assert loaded.report.to_json()["sheets"][0]["rows"] == 0


def test_unknown_sheet_is_named(load):
    loaded = load(
        {
            "Subjects": [["Subject", "Sex", "Age"], ["A", "F", 50]],
            "Colours": [["Red", "Green", "Blue"], [1, 2, 3]],
        }
    )
    sheet = loaded.report.sheets[1]
    assert (sheet.role, sheet.layout, sheet.rows, sheet.not_used) == ("ignored", None, 1, 1)
    assert sheet.why_not == "no patient column"
    assert issues(loaded, "sheet.ignored") == [("Colours", "")]


def test_report_is_json_without_nan(load):
    loaded = load(
        {
            "Subjects": [["Subject", "Sex", "Age"], ["A", "F", None]],
            "PFT": [["Subject", "Visit", "FVC (L)"], ["A", "BL", "x"]],
        }
    )
    json.dumps(loaded.report.to_json(), allow_nan=False)


def test_supplement_without_a_parent_is_not_used(load):
    loaded = load(
        {
            "DM": [
                ["STUDYID", "DOMAIN", "USUBJID", "SUBJID", "SEX", "ARM", "RFXSTDTC"],
                ["S", "DM", "S-1", "1", "F", "Active", "2007-01-01"],
            ],
            "AE": [
                [
                    "STUDYID",
                    "DOMAIN",
                    "USUBJID",
                    "AESEQ",
                    "AETERM",
                    "AESTDTC",
                    "AEENDTC",
                    "AEENRTPT",
                    "AEOCCUR",
                ],
                ["S", "AE", "S-1", 1, "RASH", "2007-01-05", "", "AFTER", ""],
                ["S", "AE", "S-1", 2, "COUGH", "", "", "", "N"],
            ],
            "SUPPAE": [
                ["STUDYID", "RDOMAIN", "USUBJID", "IDVAR", "IDVARVAL", "QNAM", "QLABEL", "QVAL"],
                ["S", "AE", "S-1", "AESEQ", "1", "AETRTEM", "x", "Y"],
                ["S", "AE", "S-1", "AESEQ", "9", "AETRTEM", "x", "Y"],
                ["S", "AE", "S-1", "AESEQ", "1", "AECLSIG", "x", "N"],
            ],
        }
    )
    assert sheet_rows(loaded) == {
        "DM": ("subjects", "sdtm", 1, 1, 1),
        "AE": ("adverse_events", "sdtm", 1, 2, 1),
        "SUPPAE": ("adverse_events", "sdtm", 1, 3, 2),
    }
    event = loaded.study.adverse_events.iloc[0]
    assert (event["TRTEMFL"], event["AECLSIG"], event["AEENRTPT"], event["ASTDY"]) == ("Y", "N", "ONGOING", 5)
    assert issues(loaded, "supplement.no_parent") == [("SUPPAE!A3", "S-1")]
    assert issues(loaded, "row.did_not_occur") == [("AE!I3", "S-1")]


def test_text_is_kept_as_stored(load):
    loaded = load(
        {
            "Meds": [
                ["Subject", "Medication", "Dose", "Start date"],
                ["007", "None", "010", "2007"],
                ["007", "NA", "n/a", "2007-01"],
            ],
        }
    )
    assert loaded.study.usubjids == ("007",)
    assert sorted(loaded.study.medications["CMTRT"]) == ["NA", "None"]
    assert sorted(loaded.study.medications["CMDOSE"]) == ["010", "n/a"]
    assert np.isin(loaded.study.medications["ASTDTF"], ["D", "M"]).all()


def test_path_may_be_text(make_workbook):
    path = make_workbook({"Subjects": [["Subject", "Sex", "Age"], ["A", "F", 50]]})
    odd = path.with_name("Übung 1 (copy).xlsx")
    path.rename(odd)
    assert load_study(str(odd)).study.source.name == "Übung 1 (copy).xlsx"


def test_one_test_in_two_specimens_is_two_parameters(load):
    head = [
        "STUDYID",
        "DOMAIN",
        "USUBJID",
        "LBTESTCD",
        "LBTEST",
        "LBORRES",
        "LBORRESU",
        "LBSTRESN",
        "LBSTRESU",
        "LBSPEC",
        "LBDTC",
    ]
    loaded = load(
        {
            "LB": [
                head,
                ["S", "LB", "1", "GLUC", "Glucose", "5", "mmol/L", 5, "mmol/L", "BLOOD", "2007-01-01"],
                ["S", "LB", "1", "GLUC", "Glucose", "6", "mmol/L", 6, "mmol/L", "BLOOD", "2007-02-01"],
                ["S", "LB", "1", "GLUC", "Glucose", "0", "mmol/L", 0, "mmol/L", "URINE", "2007-01-01"],
            ]
        }
    )
    assert [(p.paramcd, p.values) for p in loaded.report.parameters] == [("GLUC", 2), ("GLUC_URINE", 1)]


def test_capitals_in_the_data_are_no_header(load):
    loaded = load(
        {
            "Patients": [
                ["Subject", "Sex", "Hobby", "Diet", "Car", "Pet"],
                ["SSC1", "FEMALE", "CHESS", "VEGAN", "VOLVO", "GOLDFISH"],
            ]
        }
    )
    assert sheet_rows(loaded) == {"Patients": ("subjects", "long", 1, 1, 1)}
    assert loaded.study.subjects["PET"].tolist() == ["GOLDFISH"]


def test_a_dose_log_with_body_weight_feeds_two_tables(load):
    loaded = load(
        {
            "Dosing": [
                ["Subject", "Visit", "Start date", "End date", "Daily dose (mg)", "Weight (kg)"],
                ["A", "Week 2", dt.date(2007, 1, 1), dt.date(2007, 1, 14), 100, 61],
            ]
        }
    )
    assert sheet_rows(loaded)["Dosing"][0] == "exposure+measurements"
    assert loaded.study.exposure["EXDAILY"].tolist() == [100]
    assert loaded.study.measurements["PARAMCD"].tolist() == ["WEIGHT"]


def test_unknown_status_is_said(load):
    loaded = load(
        {"End of study": [["Subject", "Status", "Reason"], ["A", "Abducted", None], ["B", "on study", None]]}
    )
    assert issues(loaded, "status.unknown") == [("End of study!B2", "A")]
    assert loaded.study.disposition["EOSSTT"].tolist() == ["Abducted", "ONGOING"]
