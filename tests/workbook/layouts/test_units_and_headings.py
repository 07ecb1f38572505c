"""Units in columns or rows of their own, and headings of three rows."""

import pytest

PEOPLE = [f"P{i:02d}" for i in range(1, 9)]
VISITS = ("Baseline", "Month 3", "Month 6")


def rows_of(*cells):
    """Return a row for each patient and visit; each cell is a text or a function of patient and visit."""
    return [
        [p, v, *(c(i, k) if callable(c) else c for c in cells)]
        for i, p in enumerate(PEOPLE)
        for k, v in enumerate(VISITS)
    ]


def fvc(i, k):
    return 2.5 + i / 10 - k / 50


def dlco(i, k):
    return 60 + i - k


def read(loaded):
    return {p.paramcd: (p.unit, p.values) for p in loaded.report.parameters}


@pytest.mark.parametrize(
    "headings",
    [
        [["Patient", "Visit", "FVC", None, "DLCO", None], [None, None, "value", "unit", "value", "unit"]],
        [["Patient", "Visit", "FVC", None, "DLCO", None], [None, None, "Wert", "Einheit", "Wert", "Einheit"]],
        [["Patient", "Visit", "FVC", "FVC unit", "DLCO", "DLCO unit"]],
        [["Patient", "Visit", "FVC", "Unit", "DLCO", "Unit"]],
    ],
    ids=["value and unit", "in German", "named units", "units beside"],
)
def test_units_in_columns_of_their_own_are_those_of_the_values(load, headings):
    loaded = load({"Lung": [*headings, *rows_of(fvc, "L", dlco, "%")]})
    assert read(loaded) == {"FVC": ("L", 24), "DLCOPP": ("% predicted", 24)}
    (sheet,) = loaded.report.sheets
    assert sheet.rows == sheet.used == 24
    assert [c.read_as for c in sheet.columns if c.letter in "DF"] == ["measurements.AVALU"] * 2


def test_units_that_differ_from_row_to_row_are_converted(load):
    """CRP of 5 mg/dL is 50 mg/L."""
    headings = ["Patient", "Visit", "CRP", "CRP unit"]
    rows = rows_of(lambda i, k: 5 + i, lambda i, k: "mg/dl" if k == 1 else "mg/l")
    found = load({"Lab": [headings, *rows]}).study.measurements
    values = found[found["USUBJID"] == "P01"].set_index("AVISIT")["AVAL"].to_dict()
    assert values == {"Baseline": 5.0, "Month 3": 50.0, "Month 6": 5.0}


def test_units_below_names_that_stand_over_several_columns(load):
    headings = [["Patient", "Visit", "FVC", None, "DLCO", None], [None, None, "L", "% pred", "%", "% pred"]]
    headings[1][4] = "mL/min/mmHg"
    loaded = load({"Lung": [*headings, *rows_of(fvc, dlco, lambda i, k: 10 + i, dlco)]})
    assert read(loaded) == {
        "FVC": ("L", 24),
        "FVCPP": ("% predicted", 24),
        "DLCO": ("mL/min/mmHg", 24),
        "DLCOPP": ("% predicted", 24),
    }


def test_units_of_measurements_of_ones_own(load):
    headings = ["Patient", "Visit", "KL-6", "Einheit", "Galectin-3", "Einheit"]
    loaded = load({"Lab": [headings, *rows_of(lambda i, k: 400 + 7 * k, "U/ml", fvc, "AU")]})
    assert read(loaded)["KL_6"] == ("U/mL", 24)
    assert {c.heading: c.read_as is not None for c in loaded.report.sheets[0].columns}["Einheit"]


def test_the_unit_of_a_dose_stays_the_doses(load):
    rows = [[p, "Drug A", 100, "mg", "2020-01-05"] for p in PEOPLE]
    loaded = load({"Doses": [["Patient", "Drug", "Dose", "Unit", "Start date"], *rows]})
    assert set(loaded.study.exposure["EXDOSU"]) == {"mg"}


@pytest.mark.parametrize(
    ("headings", "merged"),
    [
        (
            [
                [None, "Baseline", None, "Month 6", None],
                ["Patient", "FVC", "DLCO", "FVC", "DLCO"],
                [None, "L", "%", "L", "%"],
            ],
            ["B1:C1", "D1:E1"],
        ),
        (
            [
                ["Patient", "Lung function", None, None, None],
                [None, "Baseline", None, "Month 6", None],
                [None, "FVC (L)", "DLCO (%)", "FVC (L)", "DLCO (%)"],
            ],
            ["A1:A3", "B1:E1", "B2:C2", "D2:E2"],
        ),
    ],
    ids=["visit, measured, unit", "group, visit, measured"],
)
def test_headings_of_three_rows(load_merged, headings, merged):
    rows = [[p, *(f(i, k) for k in (0, 1) for f in (fvc, dlco))] for i, p in enumerate(PEOPLE)]
    loaded = load_merged({"Lung": ([*headings, *rows], merged)})
    assert read(loaded) == {"FVC": ("L", 16), "DLCOPP": ("% predicted", 16)}
    found = loaded.study.measurements
    one = found[(found["USUBJID"] == "P03") & (found["PARAMCD"] == "FVC")]
    assert one.set_index("AVISIT")["AVAL"].to_dict() == {"Baseline": 2.7, "Month 6": pytest.approx(2.68)}
    assert loaded.report.questions == ()


def test_three_rows_with_the_visits_lowest(load_merged):
    headings = [
        ["Patient", "Lung function", None, None, None],
        [None, "FVC (L)", None, "DLCO (%)", None],
        [None, "Baseline", "Month 6", "Baseline", "Month 6"],
    ]
    rows = [[p, *(f(i, k) for f in (fvc, dlco) for k in (0, 1))] for i, p in enumerate(PEOPLE)]
    loaded = load_merged({"Lung": ([*headings, *rows], ["A1:A3", "B1:E1", "B2:C2", "D2:E2"])})
    assert read(loaded) == {"FVC": ("L", 16), "DLCOPP": ("% predicted", 16)}
    assert loaded.report.questions == ()
