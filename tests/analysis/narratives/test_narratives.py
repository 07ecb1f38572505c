"""Stories hold recorded facts only: every fact stands in a cell that is named."""

import openpyxl
import pytest

from sscviewer.analysis.narratives import facts
from sscviewer.analysis.narratives.narrative import narratives
from sscviewer.analysis.plan import AnalysisPlan
from sscviewer.analysis.population import populations
from sscviewer.workbook import load_study


@pytest.fixture(scope="module")
def loaded(demo_path):
    return load_study(demo_path)


@pytest.fixture(scope="module")
def stories(loaded):
    plan = AnalysisPlan()
    return narratives(loaded.study, populations(loaded.study, plan).safety, plan)


@pytest.fixture(scope="module")
def book(demo_path):
    return openpyxl.load_workbook(demo_path, data_only=True)


def rows_as_dicts(sheet):
    head = [cell.value for cell in sheet[1]]
    return [dict(zip(head, (cell.value for cell in row), strict=True)) for row in sheet.iter_rows(min_row=2)]


def text_of(value):
    return value.date().isoformat() if hasattr(value, "date") else str(value).strip()


def test_who_is_told_is_who_the_workbook_says(stories, book):
    wanted = set()
    for row in rows_as_dicts(book["Adverse Events"]):
        grade = str(row["CTCAE grade"] or "").strip()
        serious = str(row["Serious"] or "").strip().upper().startswith("Y")
        if serious or grade in ("3", "4", "5") or "withdrawn" in str(row["Action taken"] or "").lower():
            wanted.add(str(row["Subject"]).strip())
    assert {story.usubjid for story in stories} == wanted


def test_every_event_told_says_its_cells(stories, book):
    checked = 0
    for story in stories:
        for paragraph in story.paragraphs[1:-1]:
            begun = paragraph[0]
            values = [book[ref.partition("!")[0]][ref.partition("!")[2]].value for ref in begun.cells]
            said = begun.text.lower()
            assert any(text_of(value).lower() in said for value in values if value is not None)
            grades = [v for v in values if isinstance(v, int)]
            assert all(f"grade {grade}" in said for grade in grades)
            checked += len(values)
    assert checked > 50


def test_an_event_on_the_day_of_a_cut_is_told_at_the_dose_before(stories):
    told = next(story for story in stories if story.usubjid == "SSC-002").text()
    # Study Drug: 600 mg to the day before 2007-01-30, no dose from that day on; the diarrhoea began that day.
    assert "At the time 600 mg/day was in force, 119 days after the first dose" in told
    assert "The drug was interrupted (from 600 to 0 mg/day on day 120)" in told


def test_the_neutrophils_before_a_neutropenia_are_told(stories):
    told = next(story for story in stories if story.usubjid == "SSC-008")
    (labs,) = [c for p in told.paragraphs for c in p if "Neutrophils" in c.text]
    assert "0.8" in labs.text
    assert "limits 1.8 to 7.7" in labs.text
    assert len(labs.cells) == 1


def test_no_laboratory_value_without_a_day_or_limits(loaded):
    assert facts.laboratory(loaded.study, "SSC-008", float("nan")) == ()
    early = facts.laboratory(loaded.study, "SSC-008", 5.0)
    assert all("limit" in clause.text for clause in early)


def test_a_file_with_nothing_serious_tells_nobody(loaded):
    from sscviewer.model.study import build_study

    study = loaded.study
    bare = build_study(
        {"subjects": study.subjects, "measurements": study.measurements},
        study.parameters.values(),
        source=study.source,
    )
    plan = AnalysisPlan()
    assert narratives(bare, populations(bare, plan).safety, plan) == ()
