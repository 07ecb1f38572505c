"""An export changed in 26 places: the numbers that moved, and the rows that moved them."""

from dataclasses import replace

import openpyxl
import pytest

from sscviewer.analysis.guarded import attempted, failure
from sscviewer.analysis.plan import AnalysisPlan
from sscviewer.analysis.settle import settle_study
from sscviewer.cli.since import since_json, since_text
from sscviewer.model.change import ABSENT, NOT_COMPARED, Changes
from sscviewer.report.result_changes import changed_results, results_since
from sscviewer.report.results_tables import results_tables
from sscviewer.workbook import load_study

NEW_TERM = "Hiccups"
PLACES = 26


@pytest.fixture(scope="module")
def demo(demo_study):
    return demo_study


@pytest.fixture(scope="module")
def settled(demo):
    return settle_study(demo, AnalysisPlan())


def _sheet(book, name):
    sheet = book[name]
    return sheet, {cell.value: cell.column for cell in sheet[1]}


@pytest.fixture(scope="module")
def changed(demo_path, tmp_path_factory):
    """Return the next export: 12 events renamed, 13 values of FVC in litres one litre up, a patient's age."""
    book = openpyxl.load_workbook(demo_path)
    places = []
    sheet, heads = _sheet(book, "Adverse Events")
    term = next(heads[name] for name in heads if name and "preferred" in str(name).lower())
    for row in range(2, 14):
        sheet.cell(row, term).value = NEW_TERM
        places.append(f"{sheet.title}!{row}")
    sheet, heads = _sheet(book, "Pulmonary Function")
    litres = next(heads[name] for name in heads if name and "FVC" in str(name) and "%" not in str(name))
    for row in range(2, 15):
        sheet.cell(row, litres).value = float(sheet.cell(row, litres).value) + 1
        places.append(f"{sheet.title}!{row}")
    sheet, heads = _sheet(book, "Demographics")
    age = next(heads[name] for name in heads if name and str(name).lower().startswith("age"))
    sheet.cell(2, age).value = float(sheet.cell(2, age).value) + 7
    places.append(f"{sheet.title}!2")
    assert len(places) == PLACES
    path = tmp_path_factory.mktemp("next") / "next.xlsx"
    book.save(path)
    return load_study(path).study


@pytest.fixture(scope="module")
def found(demo, settled, changed):
    plan = AnalysisPlan()
    return results_since((demo, settled), (changed, settle_study(changed, plan)), plan)


def test_the_new_term_is_there_and_its_rows_are_named(found, changed):
    rows = [one for one in found if one.row.endswith(NEW_TERM)]
    assert rows
    assert all(one.before == ABSENT for one in rows)
    cells = {change.srcref for one in rows for change in one.by}
    assert all(cell.startswith("Adverse Events!") for cell in cells)
    terms = changed.column("adverse_events", "AEDECOD")
    rows = changed.column("adverse_events", "SRCREF")[terms == NEW_TERM]
    assert {cell.replace("!D", "!A") for cell in cells} == set(rows)


def test_the_mean_age_moved_by_what_was_added(found, demo):
    means = [one for one in found if one.row.startswith("Age") and "Mean" in one.row]
    (mean,) = means
    before, now = (float(text.split()[0]) for text in (mean.before, mean.now))
    assert now - before == pytest.approx(7 / len(demo.usubjids), abs=0.051)
    assert any(change.table == "subjects" for change in mean.by)


@pytest.fixture(scope="module")
def counted(settled):
    return results_tables(settled, AnalysisPlan())


@pytest.mark.parametrize("of_both", [False, True])
def test_a_table_that_failed_is_not_compared_and_the_others_are(counted, demo, of_both):
    row = counted["disposition"].rows[0]
    moved = replace(
        counted["disposition"], rows=((row[0], *("77" for _ in row[1:])), *counted["disposition"].rows[1:])
    )
    failed = attempted(int, "no number")
    now = {**counted, "exposure": failed, "disposition": moved}
    before = {**counted, "exposure": failed} if of_both else counted
    found = changed_results(before, now, Changes("x", True, ()), demo, demo)
    (one,) = [one for one in found if one.row == NOT_COMPARED]
    assert one.now == failure(failed)
    assert one.before == (failure(failed) if of_both else "")
    rest = [one for one in found if one.row != NOT_COMPARED]
    assert {one.now for one in rest} == {"77"}
    said = since_text(found, "old.xlsx")
    assert said.startswith(f"{len(rest)} numbers")
    assert f"{NOT_COMPARED}: {failure(failed)}" in said
    assert since_text((one,), "old.xlsx").startswith("No number")


def test_other_endpoints_did_not_move(found):
    change = [one for one in found if one.table == "Change from baseline"]
    assert change
    assert all(one.row.startswith("FVC") for one in change)
    assert all(record.srcref.startswith("Pulmonary Function!") for one in change for record in one.by)


def test_nothing_differs_from_itself(demo, settled):
    both = demo, settled
    assert results_since(both, both, AnalysisPlan()) == ()
    assert since_text((), "old.xlsx") == "No number of the results differs from those of old.xlsx."


def test_text_and_json_have_every_number(found):
    text = since_text(found, "old.xlsx")
    assert all(f"{one.before} → {one.now}" in text for one in found)
    assert [(row["before"], row["now"]) for row in since_json(found)] == [
        (one.before, one.now) for one in found
    ]
