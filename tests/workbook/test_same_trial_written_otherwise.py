"""The same trial with its rows in another order, or on other sheets, has the same results."""

import datetime as dt
import math
import random

import openpyxl
import pytest

from sscviewer.analysis.analyse import analyse_study
from sscviewer.analysis.plan import DEFAULT_PLAN
from sscviewer.analysis.settle import settle_study
from sscviewer.cli.analysis_text import analysis_json
from sscviewer.model.study import build_study
from sscviewer.model.tables import TABLES
from sscviewer.workbook import load_study

FIRST = dt.date(2024, 1, 10)
VISITS = {"Baseline": 0, "Month 3": 91, "Month 6": 182, "Month 12": 365}
PATIENTS = [f"P{i:02d}" for i in range(1, 11)]


def day(n):
    return FIRST + dt.timedelta(days=n)


def sheets():
    """Ten patients of two arms: two readings a day for some, overlapping doses, two events of one day, blood
    with limits (an ALT with bilirubin, a grade 3), ends early and late."""
    draw = random.Random(7)
    patients = [["Patient", "Age", "Sex", "Arm"]]
    doses = [["Patient", "Drug", "Dose (mg/day)", "Start date", "End date"]]
    events = [["Patient", "Event", "Start date", "End date", "Grade"]]
    lung = [["Patient", "Visit", "Date", "FVC (L)"]]
    blood = [["Patient", "Visit", "Date", "Test", "Result", "Unit", "Lower limit", "Upper limit"]]
    ends = [["Patient", "Status", "Reason", "Date of completion or discontinuation"]]
    for i, patient in enumerate(PATIENTS):
        patients.append([patient, 40 + i, "FM"[i % 2], "AB"[i % 2]])
        doses += [[patient, "abc", 100, day(0), day(100)], [patient, "abc", 200, day(90 + i), day(364)]]
        events.append([patient, "Nausea", day(20 + i), day(30 + i), 1 + i % 2])
        if i % 3 == 0:
            events.append([patient, "Headache", day(20 + i), None, 1])
        for visit, n in VISITS.items():
            for _ in range(1 + (i % 4 == 0)):
                lung.append([patient, visit, day(n), round(2 + 0.1 * i - 0.001 * n + draw.gauss(0, 0.1), 2)])
            ill = i in (2, 5) and n > 0
            for test, value, unit, low, high in (
                ("ALT", 260 - i if ill else 20 + i, "U/L", 7, 40),
                ("Bilirubin", 55 if i == 2 and n > 0 else 9, "µmol/L", 3, 20),
                ("Potassium", round(4 + 0.1 * i, 1), "mmol/L", 3.5, 5.1),
            ):
                blood.append([patient, visit, day(n), test, value, unit, low, high])
        early = i in (3, 8)
        reason = ("Adverse event", "Lost to follow-up")[i == 8] if early else None
        ends.append([patient, "Discontinued" if early else "Completed", reason, day(200 if early else 365)])
    return {
        "Patients": patients,
        "Study drug": doses,
        "Adverse events": events,
        "Lung function": lung,
        "Laboratory": blood,
        "End of study": ends,
    }


def result(folder, tables):
    path = folder / "trial.xlsx"
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in tables.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    study = settle_study(load_study(path).study, DEFAULT_PLAN)
    return blocks(analyse_study(study, DEFAULT_PLAN), study)


def blocks(results, study):
    document = analysis_json(results, study.source)
    found = {name: rounded(block) for name, block in document.items() if name != "source"}
    return found | {name: sorted(leaves(found[name])) for name in IN_THE_FILES_ORDER}


IN_THE_FILES_ORDER = ("demographics", "laboratory")
"""Measurements are listed in the order in which the file has them: that order is no result."""


def leaves(value, path=""):
    """Every number and word with what it belongs to, as text."""
    items = value.items() if isinstance(value, dict) else [("", item) for item in value]
    own = "; ".join(f"{key}={item}" for key, item in items if not isinstance(item, dict | list))
    yield f"{path} {own}"
    for key, item in items:
        if isinstance(item, dict | list):
            yield from leaves(item, f"{path}.{key} {own}")


WHERE = ("srcref", "event_row", "row")
"""In which cell or row something stands: that moves with the rows, and is no result."""


def rounded(value):
    """Numbers to six digits: sums in another order differ in the last bits."""
    if isinstance(value, dict):
        return {key: rounded(item) for key, item in value.items() if key not in WHERE}
    if isinstance(value, list | tuple):
        return [rounded(item) for item in value]
    if isinstance(value, float) and math.isfinite(value):
        return float(f"{value:.6g}") if abs(value) > 1e-9 else 0.0
    return value


def differing(one, other):
    return [name for name in one if one[name] != other[name]]


@pytest.fixture(scope="module")
def as_written(tmp_path_factory):
    found = result(tmp_path_factory.mktemp("written"), sheets())
    assert found["course"]
    assert found["adverse_events"]["rows"]
    assert found["disposition"]
    assert found["laboratory"]
    assert found["liver"]
    return found


@pytest.mark.parametrize("seed", [1, 2])
def test_a_permutation_of_rows_changes_nothing(tmp_path, as_written, seed):
    tables = sheets()
    for rows in tables.values():
        body = rows[1:]
        random.Random(seed).shuffle(body)
        rows[1:] = body
    assert differing(as_written, result(tmp_path, tables)) == []


def test_rows_of_the_demo_in_another_order_change_nothing(demo_study, demo_results):
    tables = {name: demo_study.frame(name).sample(frac=1, random_state=3) for name in TABLES}
    again = build_study(tables, demo_study.parameters.values(), source=demo_study.source)
    shuffled = blocks(analyse_study(again, DEFAULT_PLAN), again)
    assert differing(blocks(demo_results, demo_study), shuffled) == []


def test_a_sheet_in_two_changes_nothing(tmp_path, as_written):
    tables = {}
    for name, rows in sheets().items():
        half = 1 + len(rows) // 2
        tables |= {name: rows[:half], f"{name} 2": [rows[0], *rows[half:]]}
    assert differing(as_written, result(tmp_path, tables)) == []


def test_patients_beside_their_values_change_nothing(tmp_path, as_written):
    tables = sheets()
    about = {row[0]: row[1:] for row in tables["Patients"]}
    merged = [[*row, *about[row[0]]] for row in tables["Lung function"]]
    del tables["Patients"]
    tables["Lung function"] = merged
    assert differing(as_written, result(tmp_path, tables)) == []
