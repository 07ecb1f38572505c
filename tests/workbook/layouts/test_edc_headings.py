"""What data capture systems build into headings: events, forms of a value, letters of the domain."""

import numpy as np
import pytest

from sscviewer.workbook.evidence.tables.header import Column, SheetTable
from sscviewer.workbook.layouts.edc import code_columns
from sscviewer.workbook.layouts.edc_headings import with_plain_headings
from sscviewer.workbook.values.cells import text_cells
from sscviewer.workbook.values.words import split_heading
from tests.workbook.layouts.views import said, values

PATIENTS = ["S001", "S002", "S003", "S004"]
DAYS = ["2020-01-01", "2020-04-01", "2020-07-01"]


@pytest.mark.parametrize("suffix", ["_E{}_C1", "_E{}_1_C12", "_E{}_C2_1"])
@pytest.mark.parametrize("date", ["VISDT", "SVSTDAT", "when"])
def test_the_number_of_an_event_is_a_visit(load, suffix, date):
    items = [name + suffix.format(event) for event in (1, 2, 3) for name in (date, "FVC", "KL6")]
    rows = [
        [
            patient,
            "f",
            *(cell for k, day in enumerate(DAYS) for cell in (day, 2.5 + k / 10, 300 + 50 * k + i)),
        ]
        for i, patient in enumerate(PATIENTS)
    ]
    study = load({"data": [["Study Subject ID", "Sex", *items], *rows]}).study
    fvc = study.measurements[study.measurements["PARAMCD"].str.startswith("FVC")]
    first = fvc[fvc["USUBJID"] == "S001"]
    assert first["AVAL"].tolist() == [2.5, 2.6, 2.7]
    assert first["AVISIT"].tolist() == ["Visit 1", "Visit 2", "Visit 3"]
    assert first["ADT"].dt.strftime("%Y-%m-%d").tolist() == DAYS
    assert len(study.measurements) == 2 * 3 * len(PATIENTS)
    assert study.subjects["SEX"].tolist() == ["F"] * 4


def test_an_item_of_one_event_is_no_visit(load):
    head = ["Study Subject ID", "SEX_E1_C1", "AGE_E1_C1", "FVC_E1_C2", "FVC_E2_C2"]
    rows = [[patient, "f", 50 + i, 2.5, 2.4] for i, patient in enumerate(PATIENTS)]
    study = load({"data": [head, *rows]}).study
    assert study.subjects["AGE"].tolist() == [50, 51, 52, 53]
    assert study.subjects["SEX"].tolist() == ["F"] * 4
    assert set(study.measurements["AVISIT"]) == {"Visit 1", "Visit 2"}


TESTS = [("Hemoglobin", 12.5, "g/dL", "HGB"), ("Platelets", 210, "10^9/L", "PLAT")]
RESULTS = {
    "the result alone": ["ORRES"],
    "as entered and standard": ["ORRES", "ORRES_RAW", "ORRES_STD"],
    "no plain column": ["ORRES_RAW", "ORRES_STD"],
}


@pytest.mark.parametrize("domain", ["LB", "XL"])
@pytest.mark.parametrize("unit", ["ORRESU", "ORRES_UN", "ORRES_UNITS"])
@pytest.mark.parametrize("results", RESULTS.values(), ids=RESULTS)
def test_results_as_collected_are_a_series_per_test(load, domain, unit, results):
    head = ["Subject", "Folder", *(domain + name for name in ["DAT", "TEST", *results, unit])]
    rows = [
        [patient, visit, day, test, *[value + k] * len(results), of]
        for patient in PATIENTS
        for k, (visit, day) in enumerate(zip(["Screening", "Week 12"], DAYS[:2], strict=True))
        for test, value, of, _ in TESTS
    ]
    loaded = load({"LAB": [head, *rows]})
    mine = {row[1:4] for row in values(loaded) if row[0] == "S001"}
    assert {(code, value) for code, _, value in mine} == {
        (code, value + k) for _, value, _, code in TESTS for k in (0, 1)
    }
    assert len(loaded.study.measurements) == len(rows)
    if len(results) > 1:
        assert "codes of the column beside them" in said(loaded, "column.codes")[0]


def test_a_prefix_of_the_form_does_not_hide_who_the_patient_is(load):
    head = ["Participant Id", "dem_sex", "dem_birth_year", "bl_fvc", "m3_fvc", "m6_fvc"]
    rows = [[patient, "Female", 1950 + i, 2.5, 2.4, 2.6] for i, patient in enumerate(PATIENTS)]
    loaded = load({"data": [head, *rows]})
    assert loaded.study.subjects["SEX"].tolist() == ["F"] * 4
    assert [row[2] for row in sorted(values(loaded)) if row[0] == "S001"] == [
        "Baseline",
        "Month 3",
        "Month 6",
    ]


def test_numbered_readings_of_occasions_without_other_names_are_kept(load):
    head = ["patient", *(f"{when}.{i}" for when in ("pre", "post", "fup") for i in (1, 2, 3))]
    rows = [[patient, *(10 + i + k for k in range(9))] for i, patient in enumerate(PATIENTS)]
    study = load({"data": [head, *rows]}).study
    assert len(study.measurements) == 9 * len(PATIENTS)
    assert study.measurements["AVISIT"].nunique() == 3


def _table(head: tuple[str, ...], rows: list[tuple[object, ...]]) -> SheetTable:
    columns = zip(head, zip(*rows, strict=True), strict=True)
    listed = [
        Column(chr(65 + i), split_heading(h), text_cells([*map(str, c)])) for i, (h, c) in enumerate(columns)
    ]
    return SheetTable("data", 1, np.arange(2, len(rows) + 2), tuple(listed))


@pytest.mark.parametrize(
    ("prefix", "is_empty"),
    [
        ("Item", True),
        ("Question", True),
        ("data", True),
        ("Predicted", False),
        ("Change", False),
        ("Donor", False),
    ],
)
def test_only_a_word_before_a_colon_that_says_nothing_is_left_out(prefix, is_empty):
    head = ("Subject", f"{prefix}: FVC (L)", f"{prefix}: Age")
    plain = with_plain_headings(_table(head, [("1", "2.5", "50"), ("2", "2.6", "60")]))
    assert [c.heading.name for c in plain.columns][1:] == (
        ["FVC", "Age"] if is_empty else [f"{prefix}: FVC", f"{prefix}: Age"]
    )


@pytest.mark.parametrize(
    ("pairs", "is_code"),
    [
        ([("Female", "2"), ("Male", "1")], True),
        ([("Female", "2"), ("Female", "2")], True),
        ([("10", "mg"), ("20", "mg")], False),
        ([("10", "mg"), ("10", "mg")], False),
        ([("FVC", "L"), ("6MWD", "m")], False),
        ([("low", "yes"), ("high", "yes"), ("none", "no")], False),
    ],
)
def test_what_is_in_brackets_is_a_code_where_each_value_has_its_own(pairs, is_code):
    head = ("Subject", "Visit", "X", "X (Y)")
    rows = [(who, visit, *pair) for who in PATIENTS for visit in ("V1", "V2") for pair in pairs]
    found = [c.heading.written for c in code_columns(_table(head, rows))]
    assert found == (["X (Y)"] if is_code else [])
