"""What a sheet repeats, counts or explains, met in tables by others: each shape beside its opposite."""

import datetime as dt

import pytest

from sscviewer.workbook.evidence.columns.families import whole_visits
from sscviewer.workbook.evidence.columns.parameter_names import with_trailing_unit
from sscviewer.workbook.evidence.columns.profiles import profile
from sscviewer.workbook.evidence.columns.times import by_their_words
from sscviewer.workbook.evidence.tables.guide import find_describing
from sscviewer.workbook.values.cells import Sheet
from tests.workbook.evidence.columns_in_memory import cells, table
from tests.workbook.layouts.views import values

EXPLAINS = "a list that explains columns"
VISITS = ("Baseline", "Month 3", "Month 6")


def long_sheet(height, pain=lambda i, k: i % 3, n=5):
    """Return a sheet of n patients at three visits: a height, a pain score and what changes."""
    rows = [["ID", "Visit", "Height (cm)", "mRSS", "HbA1c (%)"]]
    rows += [
        [i + 1, visit, height(i, k), pain(i, k), 6.1 + i / 10 + k]
        for i in range(n)
        for k, visit in enumerate(VISITS)
    ]
    return rows


def test_what_is_repeated_on_all_rows_of_each_patient_is_known_once(load):
    read = load({"Data": long_sheet(lambda i, _: 160 + i)})
    assert {code for _, code, *_ in values(read)} == {"HBA1C", "MRSS"}  # scores of few levels stay
    assert read.study.subjects["HEIGHT"].tolist() == [160, 161, 162, 163, 164]


@pytest.mark.parametrize(
    ("height", "n"),
    [
        (lambda i, k: 160 + i + (i == 2 and k == 2), 15),  # one child has grown
        (lambda i, k: 160 + i if k == 0 else None, 5),  # measured at the first visit only
        (lambda i, k: 160, 15),  # all of one size, by chance or by design
    ],
)
def test_what_was_measured_stays_measured(load, height, n):
    read = load({"Data": long_sheet(height)})
    assert sum(code == "HEIGHT" for _, code, *_ in values(read)) == n


def test_the_number_of_a_tooth_is_no_time_where_the_visits_are_columns(load):
    headings = ["Patient", "Tooth", "PPD BL", "PPD 3M", "PPD 6M", "CAL BL", "CAL 3M", "CAL 6M"]
    rows = [[f"P{i}", t, *(4 + (i + t + k) % 4 for k in range(6))] for i in range(5) for t in (16, 26, 36)]
    read = load({"Sites": [headings, *rows]})
    found = {(code, visit) for _, code, visit, *_ in values(read)}
    assert found == {(code, visit) for code in ("PPD", "CAL") for visit in VISITS}
    assert len(read.study.measurements) == 90
    assert set(read.study.measurements["ATPT"]) == {"Tooth 16", "Tooth 26", "Tooth 36"}


def test_a_baseline_beside_counted_cycles_is_one_measurement():
    def found(*headings):
        columns = table(headings, [[20 + i + k for k in range(len(headings))] for i in range(4)]).columns
        return [o.visit for o in whole_visits(columns, {c.letter: profile(c.cells) for c in columns})]

    assert found("Baseline", "Cycle 2", "Cycle 4") == ["baseline", "Cycle 2", "Cycle 4"]
    assert found("Baseline", "Cycle 2") == []  # two may be two things
    assert found("Baseline", "Cycle 2", "Visit 4") == []


def test_numbers_of_visits_beside_a_visit_are_visits_and_leads_are_not():
    of = table(("Lead", "EVENT"), [["V1", "BL"], ["V4", "V04"], ["V6", "V06"]]).columns
    assert [c.heading.written for c in by_their_words(of)] == ["EVENT", "Lead"]


@pytest.mark.parametrize(
    ("written", "unit"),
    [("hemoglobin_g_dl", "g/dL"), ("alt_u_l", "U/L"), ("fvc_l", "L"), ("alt_low", None), ("alt_u_x", None)],
)
def test_a_unit_written_with_underscores(written, unit):
    found = with_trailing_unit(written)
    assert (found[1] if found else None) == unit


@pytest.mark.parametrize(
    ("rows", "what"),
    [
        ([["Variable", "Description"], ["vas", "Pain, cm"], ["rom", "Knee, degrees"]], EXPLAINS),
        ([["Patient", "Variable", "Description"], ["P1", "vas", "mild"], ["P2", "rom", "stiff"]], None),
        ([["Variable", "Description"], ["vas", "mild"], ["vas", "severe"]], None),
    ],
)
def test_a_list_that_explains_columns_is_no_data(rows, what):
    columns = tuple(cells([row[i] for row in rows]) for i in range(len(rows[0])))
    assert find_describing(Sheet("S", True, len(rows), columns)) == what


@pytest.mark.parametrize(
    ("headings", "codes"),
    [
        (("First FVC (L)", "Second FVC (L)", "Third FVC (L)"), {"FVC"}),
        (("First FVC (L)", "Last FVC (L)"), {"FIRST_FVC", "LAST_FVC"}),  # at other times
        (("First FVC (L)", "Second FVC (L)", "FVC (L)"), {"FIRST_FVC", "SECOND_FVC", "FVC"}),
    ],
)
def test_first_beside_second_are_readings(load, headings, codes):
    rows = [
        [f"P{i}", dt.date(2024, month, 1), *(2.5 + i / 9 + month / 7 + k / 99 for k in range(len(headings)))]
        for i in range(4)
        for month in (1, 4)
    ]
    read = load({"Lung": [["Patient", "Date", *headings], *rows]})
    assert {code for _, code, *_ in values(read)} == codes


def test_infants_are_patients(load):
    rows = [[f"N{i}", 800 + 10 * i, 900 + 11 * i] for i in range(6)]
    read = load({"NICU": [["Infant", "Weight Week 1", "Weight Week 2"], *rows]})
    assert read.study.subjects["USUBJID"].tolist() == [f"N{i}" for i in range(6)]
