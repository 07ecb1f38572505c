"""Table 1 against pandas on the patients' own columns, and by hand on the tiny trial."""

import numpy as np
import openpyxl
import pandas as pd
import pytest

from sscviewer.analysis.enrolment.baseline_variables import baseline_variables
from sscviewer.analysis.enrolment.table_one import STATISTICS, table_one
from sscviewer.workbook.load import load_study
from tests.planned import population


def lines(table, variable):
    return {row.label: row.texts for row in table.rows if row.variable == variable}


def test_the_abstract_of_the_model_trial(demo_study):
    """65 % women, 75 % Caucasian, 70 % diffuse; FVC 65.2 ± 14.0, MRSS 18.7 ± 10.1 (clinical facts 1.1)."""
    table = table_one(demo_study, population(demo_study))
    assert table.columns == (("All", 20),)
    assert lines(table, "SEX")["Female"] == ("13 (65 %)",)
    assert lines(table, "RACE")["Caucasian"] == ("15 (75 %)",)
    assert lines(table, "SSCSUB")["Diffuse cutaneous"] == ("14 (70 %)",)
    assert lines(table, "FVCPP")["Mean ± SD"] == ("65.2 ± 14.0",)
    assert lines(table, "MRSS")["Mean ± SD"] == ("18.7 ± 10.1",)
    headings = {row.variable: row.label for row in table.rows if row.kind == "heading"}
    assert headings["MRSS"] == "Modified Rodnan skin score, baseline, 0-51"
    assert headings["AGE"] == "Age, years"
    assert headings["SMOKING"] == "Smoking, n (%)"


def test_numbers_are_those_of_pandas(demo_study):
    who = population(demo_study)
    table = table_one(demo_study, who, ["AGE", "FVCPP", "DISDUR"], by="outcome")
    assert table.columns == (("Completed", 12), ("Stopped", 8), ("All", 20))
    subjects = demo_study.subjects.set_index("USUBJID")
    ended = demo_study.disposition.set_index("USUBJID")["EOSSTT"]
    fvc = demo_study.measurements.query("PARAMCD == 'FVCPP' and AVISITN == 0").set_index("USUBJID")["AVAL"]
    frame = subjects.assign(ENDED=ended, FVCPP=fvc)
    groups = [frame[frame["ENDED"] == "COMPLETED"], frame[frame["ENDED"] == "DISCONTINUED"], frame]
    for name in ("AGE", "FVCPP", "DISDUR"):
        (row,) = [row for row in table.rows if row.variable == name and row.label == "n"]
        for found, group in zip(row.numbers, groups, strict=True):
            column = group[name].dropna()
            expected = [
                column.mean(),
                column.std(),
                *column.quantile([0.5, 0.25, 0.75]),
                column.min(),
                column.max(),
            ]
            got = [found.mean, found.sd, found.median, found.q1, found.q3, found.min, found.max]
            assert got == pytest.approx(expected, rel=1e-12)
            assert (found.n, found.missing) == (len(column), len(group) - len(column))


def test_missing_values_are_shown_and_count_in_the_denominator(tiny_study):
    table = table_one(tiny_study, population(tiny_study), ["SSCSUB", "DISDUR", "FVCPP"], by="outcome")
    assert table.columns == (("Completed", 1), ("Stopped", 2), ("All", 3))
    assert lines(table, "SSCSUB") == {
        "Subset, n (%)": ("", "", ""),
        "Diffuse cutaneous": ("1 (100 %)", "0 (0 %)", "1 (33 %)"),
        "Limited cutaneous": ("0 (0 %)", "1 (50 %)", "1 (33 %)"),
        "Missing": ("0 (0 %)", "1 (50 %)", "1 (33 %)"),
    }
    missing = [row for row in table.rows if row.kind == "missing" and row.variable == "DISDUR"]
    assert [count.usubjids for count in missing[0].numbers] == [(), ("A3",), ("A3",)]
    assert lines(table, "DISDUR")["Mean ± SD"] == ("2.1 ± –", "0.5 ± –", "1.3 ± 1.1")
    assert lines(table, "FVCPP")["Median [quartiles]"] == (
        "60.0 [60.0 to 60.0]",
        "70.0 [70.0 to 70.0]",
        "65.0 [62.5 to 67.5]",
    )


def test_the_middle_of_two_whole_numbers_is_not_rounded(tiny_study):
    table = table_one(tiny_study, population(tiny_study, among=["A1", "A2"]), ["AGE"])
    assert lines(table, "AGE")["Median [quartiles]"] == ("56.5 [54.3 to 58.8]",)
    assert lines(table, "AGE")["Minimum to maximum"] == ("52 to 61",)


def test_what_was_asked_for_and_is_not_there_is_said(tiny_study):
    among_two = population(tiny_study, among=["A2", "A3"])
    table = table_one(tiny_study, among_two, ["AGE", "HEIGHT", "NONSENSE"], statistics=["mean"])
    assert {row.label for row in table.rows} == {"Age, years", "Mean ± SD"}
    assert "Not in this trial: HEIGHT, NONSENSE." in table.notes
    assert table.columns == (("All", 2),)


def test_a_choice_of_statistics(demo_study):
    for statistic in STATISTICS:
        table = table_one(demo_study, population(demo_study), ["AGE"], statistics=[statistic])
        assert len(table.rows) == 2
    assert not any(row.label.lower() == "p" for row in table_one(demo_study, population(demo_study)).rows)


def test_three_arms_against_their_sheet(sdtm_core, sdtm_study):
    book = pd.read_excel(sdtm_core, sheet_name=["DM", "EX"], engine="calamine")
    people = book["DM"][book["DM"]["USUBJID"].isin(book["EX"]["USUBJID"])]
    study = sdtm_study
    table = table_one(study, population(study))
    assert dict(table.columns[:-1]) == people["ACTARM"].value_counts().to_dict()
    sex = {row.label: row.numbers for row in table.rows if row.variable == "SEX" and row.kind == "level"}
    for (arm, _), women in zip(table.columns[:-1], sex["Female"], strict=False):
        assert women.n == int(((people["ACTARM"] == arm) & (people["SEX"] == "F")).sum())
    age = next(row for row in table.rows if row.variable == "AGE" and row.kind == "statistic")
    assert age.numbers[-1].mean == pytest.approx(people["AGE"].mean())
    shown = {row.variable for row in table.rows}
    assert not shown & {"ARMCD", "ACTARMCD", "AGEU", "DMDY", "ITT"}
    assert {"ARMCD", "DMDY"} <= set(baseline_variables(study).by_name)
    assert lines(table, "RACE").keys() >= {"White", "Black or African American"}


def test_variables_of_the_file_itself(demo_study):
    variables = baseline_variables(demo_study)
    assert variables.by_name["ANTI_SCL_70"].heading == "Anti-Scl-70, n (%)"
    assert variables.by_name["ALT"].heading == "Alanine aminotransferase, baseline, U/L"
    assert np.isnan(variables.numbers["DLCOPP"]).sum() == 1
    assert not any(name.startswith("HAQ0") for name in variables.by_name)


def test_who_is_on_no_list_of_patients_makes_no_level(tmp_path):
    """Two patients of the lung sheet stand on no other: their further columns are NaN, and none is "nan"."""
    book = openpyxl.Workbook()
    book.active.title = "Patients"
    book.active.append(["Patient", "Sex", "Arm", "Risk group", "Bilirubin at entry"])
    lung = book.create_sheet("FVC")
    lung.append(["Patient", "Visit", "FVC (L)"])
    for i in range(8):
        if i < 6:
            risk = ["high", "low", "low"][i % 3]
            book.active.append([f"P{i}", "FM"[i % 2], "XY"[i % 2], risk, 0.5 + i / 10])
        for visit, value in (("Baseline", 2.5), ("Month 3", 2.4)):
            lung.append([f"P{i}", visit, value + i / 10])
    path = tmp_path / "trial.xlsx"
    book.save(path)
    study = load_study(path).study
    found = baseline_variables(study)
    assert found.by_name["RISK_GROUP"].levels == ("low", "high")
    assert found.by_name["BILIRUBIN_AT_ENTRY"].kind == "number"
    assert np.isfinite(found.numbers["BILIRUBIN_AT_ENTRY"]).sum() == 6
