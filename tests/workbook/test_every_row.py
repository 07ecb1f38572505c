"""Whatever a workbook holds, every row of every sheet is used or listed, and nothing falls over."""

import datetime as dt
import re

import openpyxl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sscviewer.workbook import load_study

HEADINGS = [
    "Subject", "Patient ID", "Visit", "Date", "FVC (L)", "MRSS", "Sex", "Age", "Adverse event", "Start date",
    "End date", "Dose", "Test", "Result", "Unit", "USUBJID", "PARAMCD", "PARAM", "AVAL", "AVISIT", "ANL01FL",
    "DTYPE", "record_id", "redcap_event_name", "redcap_repeat_instrument", "redcap_repeat_instance",
    "race___1",
    "mnppid", "mnpaid", "mnpvisid", "Race 1", "Race 2", "Sex - Code", "DOMAIN", "AETERM", "AESTDTC",
    "Month 3",
    "HAQ-DI month 6", "Remarks", None,
]  # fmt: skip
CELLS = st.one_of(
    st.none(),
    st.sampled_from(["1", "2", "A-01", "Baseline", "Month 3", "ND", "2,8", "<5", "Mean", "Y", "kg",
    "ongoing", "F"]),
    st.integers(-999, 50000),
    st.floats(0, 300, allow_nan=False).map(lambda value: round(value, 2)),
    st.dates(dt.date(2000, 1, 1), dt.date(2012, 1, 1)),
    st.booleans(),
    st.text("ab 1é,.-/%", max_size=12),
)  # fmt: skip


@st.composite
def sheets(draw):
    """Return the rows of one sheet: titles, headings, data with gaps, in any number and order."""
    width = draw(st.integers(1, 8))
    head = draw(st.lists(st.sampled_from(HEADINGS), min_size=width, max_size=width))
    titles = draw(st.lists(st.just(["A title"]), max_size=2))
    rows = draw(st.lists(st.lists(CELLS, min_size=width, max_size=width), max_size=8))
    second = draw(st.sampled_from([[], [], [[text and f"X_{i}" for i, text in enumerate(head)]]]))
    return [*titles, head, *second, *rows]


RUN = re.compile(r"(\d+) to (\d+)|(\d+)")


def named_rows(issues, sheet):
    """Return the rows of a sheet that issues name as not used."""
    rows = set()
    for issue in issues:
        if issue.sheet != sheet or "not" not in issue.message:
            continue
        if issue.cell:
            rows.add(int(issue.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") or 0))
        for listed in re.findall(r"[Rr]ows? ([\d, toand]+)", issue.message):
            for first, last, one in RUN.findall(listed):
                rows |= set(range(int(first or one), int(last or one) + 1))
    return rows


NAMES = st.sampled_from(["Data", "Baseline", "Month 3", "Month 6", "AE", "cn", "Labs", "Demographics"])


@settings(
    deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow,
    HealthCheck.function_scoped_fixture]
)  # fmt: skip
@given(st.dictionaries(NAMES, sheets(), min_size=1, max_size=3))
def test_used_and_not_used_make_all_rows(tmp_path, book):
    workbook = openpyxl.Workbook()
    workbook.active.title = "Patients"
    for row in (["Subject", "Sex"], ["1", "F"], ["2", "M"]):
        workbook.active.append(row)
    for name, rows in book.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append([f"'{c}" if isinstance(c, str) and c.startswith("=") else c for c in row])
    every_row_is_used_or_named(workbook, tmp_path / "random.xlsx")


def test_a_dose_that_is_no_number_on_a_sheet_of_several_kinds(tmp_path):
    workbook = openpyxl.Workbook()
    workbook.active.title = "Baseline"
    for row in (["Dose", "ANL01FL", "Subject"], [True, -300, 8716], ["2", None, dt.date(2007, 10, 30)]):
        workbook.active.append(row)
    workbook.create_sheet("Month 6").append(["Subject"])
    patients = workbook.create_sheet("Patients", 0)
    for row in (["Subject", "Sex"], ["1", "F"], ["2", "M"]):
        patients.append(row)
    every_row_is_used_or_named(workbook, tmp_path / "dose.xlsx")


def every_row_is_used_or_named(workbook, path):
    workbook.save(path)
    loaded = load_study(path)
    for sheet in loaded.report.sheets:
        assert sheet.used + sheet.not_used == sheet.rows
        assert min(sheet.used, sheet.not_used) >= 0
        assert len(named_rows(loaded.report.issues, sheet.name)) >= sheet.not_used
