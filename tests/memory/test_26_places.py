"""An export changed in 26 places: marks, queries and results follow where it was touched and nowhere else."""

import numpy as np
import pytest

from sscviewer.analysis.plan import AnalysisPlan
from sscviewer.analysis.settle import settle_study
from sscviewer.memory.query_log import QueryLog
from sscviewer.memory.query_words import Asker
from sscviewer.model.issue import Issue
from sscviewer.report.result_changes import results_since
from tests.memory.conftest import column

EVENTS, VALUES = 12, 13
UNTOUCHED = 8
"""So many records more of each kind are marked or asked about, which the next export leaves as they are."""
TERM = "Hiccups"


def change(book):
    """Rename 12 events, raise 13 values of FVC in litres by one and one patient's age by seven: 26 places."""
    sheet = book["Adverse Events"]
    for row in range(2, 2 + EVENTS):
        sheet.cell(row, column(sheet, "Preferred term")).value = TERM
    sheet = book["Pulmonary Function"]
    place = next(cell.column for cell in sheet[1] if "FVC" in str(cell.value) and "%" not in str(cell.value))
    for row in range(2, 2 + VALUES):
        sheet.cell(row, place).value = float(sheet.cell(row, place).value) + 1
    sheet = book["Demographics"]
    age = next(cell.column for cell in sheet[1] if str(cell.value).startswith("Age"))
    sheet.cell(2, age).value = float(sheet.cell(2, age).value) + 7


def litres(study):
    """Return the rows of the values of FVC in litres."""
    return np.flatnonzero(study.column("measurements", "PARAMCD") == "FVC").tolist()


def sheet_row(study, table, row):
    return int(study.column(table, "SRCREF")[row].rpartition("!")[2].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))


@pytest.fixture(scope="module")
def later(export):
    return export(change, seed=26)


@pytest.fixture(scope="module")
def touched(demo):
    """Which events and values the change touches, by row of the first export."""
    study = demo.study
    events = range(len(study.column("adverse_events", "AETERM")))
    renamed = {row for row in events if sheet_row(study, "adverse_events", row) < 2 + EVENTS}
    moved = {row for row in litres(study) if sheet_row(study, "measurements", row) < 2 + VALUES}
    assert (len(renamed), len(moved)) == (EVENTS, VALUES)
    return renamed, moved


def test_every_mark_knows_whether_its_record_changed(demo, later, touched, remember):
    memory = remember(demo)
    wanted = {}
    for table, rows, changed in (
        ("adverse_events", range(EVENTS + UNTOUCHED), touched[0]),
        ("measurements", litres(demo.study)[: VALUES + UNTOUCHED], touched[1]),
    ):
        for row in rows:
            usubjid, record = memory.record(table, row)
            memory.set_mark(usubjid, "flag", "yes", record)
            wanted[record] = "changed" if row in changed else "same"
    again = remember(later)
    found = {mark.record: again.standing(mark).state for mark in again.marks()}
    assert len(found) == len(wanted)
    assert sum(state == "changed" for state in found.values()) == EVENTS + VALUES
    assert found == wanted


def test_answered_queries_are_proposed_for_closing_where_the_cell_changed(demo, later, touched, remember):
    memory = remember(demo)
    log, asker = QueryLog(memory, demo.study), Asker(demo.study, demo.report)
    asked = {}
    for row in litres(demo.study)[: VALUES + UNTOUCHED]:
        sheet, _, cell = demo.study.srcref("measurements", row, "AVAL").rpartition("!")
        usubjid = str(demo.study.column("measurements", "USUBJID")[row])
        issue = Issue("warning", f"fvc.odd.{row}", f"Value {row} is odd.", sheet, cell, usubjid)
        (asked[row],) = log.ask(asker.questions([issue]))
    log.take_answers({number: ("is corrected", "2026-11-20") for number in asked.values()})
    proposals = {q.number: q.proposal for q in QueryLog(remember(later), later.study).queries()}
    assert len(proposals) == len(asked)
    close = {number for number, said in proposals.items() if said.endswith("close?")}
    assert close == {number for row, number in asked.items() if row in touched[1]}


def test_the_results_that_moved_name_rows_that_were_touched(demo, later):
    plan = AnalysisPlan()
    old, new = (settle_study(loaded.study, plan) for loaded in (demo, later))
    found = results_since((demo.study, old), (later.study, new), plan)
    assert any(one.row.endswith(TERM) for one in found)
    assert {change.table for one in found for change in one.by} <= {
        "adverse_events",
        "measurements",
        "subjects",
    }
    assert {"adverse_events", "measurements", "subjects"} <= {c.table for one in found for c in one.by}
