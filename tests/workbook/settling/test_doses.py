"""One unit per drug, a row pasted twice is one, what is not a mass stays apart."""

from datetime import date

import numpy as np
import openpyxl
import pandas as pd
import pytest

from sscviewer.workbook.findings import Findings
from sscviewer.workbook.load import load_study
from sscviewer.workbook.settling.dose_units import dose_unit, mass_factor
from sscviewer.workbook.settling.doses import settle_doses
from sscviewer.workbook.values.dose_text import intakes_per_day


def _log(*records: tuple[str, str, float, str]) -> pd.DataFrame:
    usubjid, drug, dose, unit = zip(*records, strict=True)
    n = len(records)
    return pd.DataFrame(
        {
            "USUBJID": usubjid,
            "EXTRT": drug,
            "EXDOSE": dose,
            "EXDAILY": dose,
            "EXDOSU": unit,
            "ROW": np.arange(n),
            "SRCREF": [f"Log!A{i + 2}" for i in range(n)],
        }
    )


def _settled(*records: tuple[str, str, float, str], repeated: frozenset[tuple[str, int]] = frozenset()):
    findings = Findings()
    frame = settle_doses(_log(*records), repeated, {}, findings)
    return frame, [issue.code for issue in findings.issues()]


@pytest.mark.parametrize(
    ("written", "unit"),
    [
        ("MG/day", "mg"), ("mg per day", "mg"), ("Grams", "g"), ("μg", "µg"), ("mcg/d", "µg"),
        ("mg/kg", "mg/kg"), ("mg / kg / day", "mg/kg"), ("mg/m2", "mg/m2"), ("IU", "IU"), ("", ""),
    ],
)  # fmt: skip
def test_one_spelling_of_a_unit(written, unit):
    assert dose_unit(written) == unit


def test_only_masses_convert():
    assert mass_factor("g", "mg") == 1000
    assert mass_factor("µg", "mg") == 0.001
    assert mass_factor("mg/kg", "mg") is None
    assert mass_factor("IU", "mg") is None


def test_masses_go_to_the_unit_of_most_records_of_the_drug():
    frame, codes = _settled(
        ("A", "X", 200, "mg"), ("B", "X", 0.2, "g"), ("C", "x", 150000, "ug"), ("D", "X", 200, "mg")
    )
    assert frame["EXDOSU"].unique().tolist() == ["mg"]
    assert frame["EXDAILY"].tolist() == [200, 200, 150, 200]
    assert frame["EXTRT"].unique().tolist() == ["X"]
    assert codes == ["dose.unit_converted"] * 2


def test_two_drugs_keep_their_own_units():
    frame, codes = _settled(("A", "X", 400, "mg"), ("B", "Y", 3, "g"))
    assert frame["EXDOSU"].tolist() == ["mg", "g"]
    assert frame["EXDOSE"].tolist() == [400, 3]
    assert codes == []


def test_a_dose_per_kilogram_is_not_converted_and_a_missing_unit_is_said():
    frame, codes = _settled(
        ("A", "X", 200, "mg"), ("B", "X", 5, "mg/kg/day"), ("C", "X", 100, ""), ("D", "X", 1, "mg")
    )
    assert frame["EXDOSU"].tolist() == ["mg", "mg/kg", "mg", "mg"]
    assert frame["EXDOSE"].tolist() == [200, 5, 100, 1]
    assert codes == ["dose.unit_apart", "dose.no_unit"]


def test_a_row_pasted_twice_is_one():
    records = [("A", "X", 200.0, "mg"), ("A", "X", 200.0, "mg"), ("B", "X", 200.0, "mg")]
    frame, _ = _settled(*records, repeated=frozenset({("Log", 1)}))
    assert frame["SRCREF"].tolist() == ["Log!A2", "Log!A4"]


def test_rows_without_a_dose_beside_those_with_one():
    """Read as 0 where the reason says so, else named; a placebo needs none, nor does a log without doses."""
    findings = Findings()
    log = _log(
        ("A", "X", 200, "mg"), ("A", "X", np.nan, "mg"), ("B", "X", np.nan, "mg"), ("C", "X", -200, "mg"),
        ("D", "Placebo", np.nan, ""), ("E", "X", np.nan, "mg"),
    ).assign(EXADJ=["", "Drug interrupted", "rash", "", "", "interrupted"])  # fmt: skip
    frame = settle_doses(log, frozenset(), {"E": "Sham"}, findings)
    np.testing.assert_array_equal(frame["EXDAILY"], [200, 0, np.nan, np.nan, np.nan, 0])
    told = [(issue.code, issue.usubjid) for issue in findings.issues()]
    assert sorted(told) == [
        ("dose.interrupted", "A"), ("dose.interrupted", "E"), ("dose.none", "B"), ("dose.none", "C"),
        ("dose.placebo", ""),
    ]  # fmt: skip
    assert _settled(("A", "X", np.nan, ""), ("B", "X", np.nan, ""))[1] == []


@pytest.mark.parametrize(
    ("written", "unit", "daily"),
    [("0.1 g", "", 100.0), ("0.1 g", "mg", 100.0), ("100 mg", "", 100.0), ("100", "", 100.0)],
)
def test_a_unit_beside_the_number_of_a_dose_is_its_unit(tmp_path, written, unit, daily):
    book = openpyxl.Workbook()
    book.active.title = "Drug"
    rows = [[f"P{k}", "Examplin", 100, "mg", date(2021, 3, 1), date(2021, 5, 1)] for k in range(1, 5)]
    rows.append(["P5", "Examplin", written, unit, date(2021, 3, 1), date(2021, 5, 1)])
    for row in [["Patient", "Drug", "Dose", "Unit", "Start date", "End date"], *rows]:
        book["Drug"].append(row)
    book.save(tmp_path / "doses.xlsx")
    study = load_study(tmp_path / "doses.xlsx").study
    assert study.column("exposure", "EXDAILY").tolist() == [100.0] * 4 + [daily]
    assert set(study.column("exposure", "EXDOSU")) == {"mg"}


@pytest.mark.parametrize(
    ("written", "per_day"),
    [
        ("QOD", 0.5), ("every other day", 0.5), ("weekly", 1 / 7), ("q2w", 1 / 14), ("every 4 weeks", 1 / 28),
        ("1-0-1", 2), ("2x täglich", 2), ("BID", 2), ("jeden 2. Tag", 0.5), ("une fois par jour", 1),
        ("2-0-1", 3), ("0-1-1-1", 3), ("1-0", np.nan), ("every third week", np.nan),
        ("4-weekly", 1 / 28), ("2-wöchentlich", 1 / 14), ("8-hourly", 3), ("q3d", 1 / 3),
        ("every 0 days", np.nan), ("2-daily", np.nan), ("3.daily", np.nan), ("0-weekly", np.nan),
        ("2 x daily", 2),
    ],
)  # fmt: skip
def test_frequencies_are_intakes_per_day(written, per_day):
    assert intakes_per_day(written) == pytest.approx(per_day, nan_ok=True)


def test_a_record_of_one_day_holds_the_whole_dose_however_long_until_the_next(tmp_path):
    """(end, frequency, dose of a day): 280 mg every four weeks are 10 a day of a record of months."""
    start, later = date(2021, 3, 1), date(2021, 5, 1)
    cells = [
        (start, "q4w", 280), (later, "q4w", 10), (start, "weekly", 280), (start, "bid", 560),
        (start, "qd", 280), (None, "q4w", 10),
    ]  # fmt: skip
    book = openpyxl.Workbook()
    book.active.title = "Drug"
    book.active.append(["Patient", "Drug", "Dose (mg)", "Frequency", "Start date", "End date"])
    for k, (end, often, _) in enumerate(cells):
        book.active.append([f"P{k:02d}", "Examplin", 280, often, start, end])
    book.save(tmp_path / "doses.xlsx")
    log = load_study(tmp_path / "doses.xlsx").study.frame("exposure")
    assert log["EXDAILY"].tolist() == pytest.approx([daily for _, _, daily in cells])


def test_a_row_of_another_log_with_the_same_headings_is_one_dose_as_on_one_sheet(tmp_path):
    head = ["Patient", "Drug", "Dose", "Unit", "Start date", "End date"]
    rows = [[f"P{k}", "Examplin", 100, "mg", date(2021, 3, 1), date(2021, 5, 1)] for k in range(4)]
    book = openpyxl.Workbook()
    book.active.title = "Drug 1"
    for name, part in (("Drug 1", rows[:2]), ("Drug 2", rows[1:])):
        sheet = book[name] if name in book.sheetnames else book.create_sheet(name)
        for row in [head, *part]:
            sheet.append(row)
    book.save(tmp_path / "doses.xlsx")
    loaded = load_study(tmp_path / "doses.xlsx")
    assert loaded.study.column("exposure", "USUBJID").tolist() == ["P0", "P1", "P2", "P3"]
    (said,) = (issue for issue in loaded.report.issues if issue.code == "row.duplicate")
    assert (said.sheet, said.cell, said.usubjid) == ("Drug 2", "A2", "P1")


def test_equal_rows_of_logs_called_by_their_drug_are_doses_of_two(load):
    rows = [[f"P{k}", date(2021, 3, 1), 10] for k in range(4)]
    head = ["Patient", "Start date", "Dose (mg)"]
    others = [*rows[:3], ["P3", date(2021, 4, 1), 10]]
    loaded = load({"Methotrexate": [head, *rows], "Leflunomide": [head, *others]})
    assert len(loaded.study.exposure) == 8
    assert "row.duplicate" not in {issue.code for issue in loaded.report.issues}


def test_a_unit_per_day_is_of_the_day_however_often_it_was_taken(tmp_path):
    """(dose, unit, frequency, dose of a day): "mg/day" in two halves is not twice as much."""
    cells = [
        (200, "mg/day", "bid", 200), (200, "mg/day", "qd", 200), (200, "mg per day", "tid", 200),
        (0.2, "g/day", "bid", 200), (100, "mg", "bid", 200), (70, "mg/day", "weekly", 10),
        (200, "mg/day", "every third week", np.nan), (200, "mg/day", None, 200),
    ]  # fmt: skip
    book = openpyxl.Workbook()
    book.active.title = "Drug"
    book.active.append(["Patient", "Drug", "Dose", "Unit", "Frequency", "Start date", "End date"])
    for k, (dose, unit, often, _) in enumerate(cells):
        book.active.append([f"P{k}", "Examplin", dose, unit, often, date(2021, 3, 1), date(2021, 5, 1)])
    book.save(tmp_path / "doses.xlsx")
    loaded = load_study(tmp_path / "doses.xlsx")
    log = loaded.study.frame("exposure")
    np.testing.assert_allclose(log["EXDAILY"], [daily for *_, daily in cells])
    (said,) = (issue for issue in loaded.report.issues if issue.code == "dose.per_day")
    assert "3 records" in said.message


@pytest.mark.parametrize("heading", ["Dose", "Daily dose"])
def test_a_dose_with_how_often_in_one_cell_is_both_and_what_has_two_meanings_is_none(tmp_path, heading):
    """(cell, dose, dose a day): "100 mg bid" of a column of daily doses may be 100 or 200 mg a day."""
    unknown = (np.nan, np.nan)
    cells = [
        ("100 mg BID", 100, 200), ("50 mg (twice daily)", 50, 100), ("100 mg 2-0-1", 100, 300),
        ("50mg, 1x tgl", 50, 50), ("2 x 50 mg", 100, 100), ("3x12,5 mg", 37.5, 37.5), ("75 mg", 75, 75),
        ("0,1 g qd", 100, 100), ("2 x 50 mg 1-0-1", 100, 200), ("100 mg every third week", *unknown),
        ("50 mg + 25 mg", *unknown), ("100 2", *unknown), ("1-0-1", *unknown),
        ("100 mg/day bid", 100, 100), ("2 x 50 mg/day bid", *unknown),
        ("100 mg/day qd", 100, 100), ("100 mg/day", 100, 100),
    ]  # fmt: skip
    of_day = heading == "Daily dose"
    book = openpyxl.Workbook()
    book.active.title = "Drug"
    book.active.append(["Patient", "Drug", heading, "Start date", "End date"])
    for k, (text, _, _) in enumerate(cells):
        book.active.append([f"P{k:02d}", "Examplin", text, date(2021, 3, 1), date(2021, 5, 1)])
    book.save(tmp_path / "doses.xlsx")
    study = load_study(tmp_path / "doses.xlsx").study
    wanted = [unknown if of_day and dose != daily else (dose, daily) for _, dose, daily in cells]
    log = study.frame("exposure")
    np.testing.assert_allclose(log[["EXDOSE", "EXDAILY"]].to_numpy(float), wanted)
    assert set(log["EXDOSU"][log["EXDOSE"].notna()]) == {"mg"}


@pytest.mark.parametrize(("often", "dose"), [("bid", np.nan), ("qd", 100.0), ("qod", 100.0)])
def test_several_at_once_beside_several_times_a_day_have_two_meanings_and_are_none(tmp_path, often, dose):
    book = openpyxl.Workbook()
    book.active.title = "Drug"
    book.active.append(["Patient", "Drug", "Dose", "Frequency", "Start date", "End date"])
    for k, text in enumerate(["2 x 50 mg", "75 mg", "50 mg"]):
        book.active.append([f"P{k}", "Examplin", text, often, date(2021, 3, 1), date(2021, 5, 1)])
    book.save(tmp_path / "doses.xlsx")
    log = load_study(tmp_path / "doses.xlsx").study.frame("exposure")
    np.testing.assert_array_equal(log["EXDOSE"], [dose, 75, 50])


def test_a_row_whose_action_says_interrupted_is_a_dose_of_zero():
    frame = _log(("A", "X", 50, "mg"), ("A", "X", np.nan, "mg"), ("A", "X", np.nan, "mg"))
    findings = Findings()
    settled = settle_doses(
        frame.assign(EXACN=["", "DRUG INTERRUPTED", "DOSE REDUCED"]), frozenset(), {}, findings
    )
    assert settled["EXDOSE"].tolist()[:2] == [50, 0]
    assert np.isnan(settled["EXDOSE"].iloc[2])
    assert [issue.code for issue in findings.issues()] == ["dose.none", "dose.interrupted"]


def test_a_log_says_what_was_done_by_its_cells_whatever_their_heading(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Dosierung"
    head = ["Patient", "Prüfpräparat", "Dosis (mg/Tag)", "von", "bis", "Vorgang", "Grund"]
    rows = [
        ("P1", "X", 50, date(2022, 5, 2), date(2022, 6, 1), "Beginn", ""),
        ("P1", "X", None, date(2022, 6, 2), date(2022, 6, 9), "unterbrochen", "Übelkeit"),
        ("P1", "X", "pausiert", date(2022, 6, 10), date(2022, 6, 11), "unterbrochen", "Übelkeit"),
        ("P1", "X", 25, date(2022, 6, 12), date(2022, 8, 1), "reduziert", ""),
    ]
    for row in (head, *rows, ("P2", "X", 50, date(2022, 5, 2), date(2022, 8, 1), "keine", "")):
        sheet.append(row)
    book.save(tmp_path / "log.xlsx")
    loaded = load_study(tmp_path / "log.xlsx")
    log = loaded.study.frame("exposure")
    assert log["EXTRT"].tolist() == ["X"] * 5
    assert log["EXDOSE"].tolist() == [50, 0, 0, 25, 50]
    assert log["EXACN"].tolist()[1:4] == ["DRUG INTERRUPTED", "DRUG INTERRUPTED", "DOSE REDUCED"]
    assert "value.not_numeric" not in {issue.code for issue in loaded.report.issues}


@pytest.mark.parametrize(
    ("written", "unit"),
    [
        ("\N{GREEK SMALL LETTER MU}g/day", "µg"),
        ("\N{MICRO SIGN}g/day", "µg"),
        ("\N{MICRO SIGN}g", "µg"),
        ("mg/j", "mg"),
    ],
)
def test_a_dose_per_day_is_in_the_unit_of_the_dose(written, unit):
    assert dose_unit(written) == unit


@pytest.mark.parametrize(
    ("heading", "unit", "route", "is_one_day"),
    [
        ("Date of infusion", "mg", "", True),
        ("Date of infusion", "mg/day", "", False),
        ("Datum der Gabe", "mg", "i.v.", True),
        ("Datum der Gabe", "mg", "oral", False),
        ("Date of administration", "mg", "", False),
        ("Date of administration", "mg/day", "", False),
        ("Start date", "mg", "", False),
        ("Infusions start", "mg", "", False),
    ],
)
def test_an_infusion_without_an_end_is_of_one_day_and_what_goes_on_is_not(
    tmp_path, heading, unit, route, is_one_day
):
    book = openpyxl.Workbook()
    book.active.title = "Doses"
    book.active.append(["Subject", "Drug", f"Dose ({unit})", heading, "Weg"])
    for who in "ABC":
        for month in (1, 2, 3):
            book.active.append([who, "X", 600, date(2022, month, 3), route])
    book.save(tmp_path / "log.xlsx")
    loaded = load_study(tmp_path / "log.xlsx")
    log = loaded.study.exposure
    assert (log["AENDT"] == log["ASTDT"]).all() == is_one_day
    assert any(i.code == "dose.single_days" for i in loaded.report.issues) == is_one_day
