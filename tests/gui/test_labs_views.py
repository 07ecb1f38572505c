"""The views of laboratory values show what the analysis counts, and every count leads to its values."""

from collections import Counter

import pytest

from sscviewer.analysis.labs.hepatic import hepatic
from sscviewer.analysis.labs.lab_shift import lab_shift, worst_grades
from sscviewer.analysis.labs.labs import labs
from sscviewer.gui.analysis.needs import WORDS
from sscviewer.gui.analysis.page import AnalysisPage
from sscviewer.gui.safety.labs.grades import HEADS, LabGrades
from sscviewer.gui.safety.labs.liver import Liver
from sscviewer.gui.safety.labs.shift import LabShift, patients_of
from sscviewer.gui.state.trial import prepare_trial
from sscviewer.workbook import load_study
from tests.gui.conftest import ticket
from tests.gui.trials import show_trial
from tests.planned import PLAN, population


@pytest.fixture(scope="module")
def three_arms(sdtm_labs):
    loaded = load_study(sdtm_labs)
    return prepare_trial(loaded.study, loaded.report, sdtm_labs, ticket(), PLAN)


@pytest.fixture
def shown(window, qtbot):
    """Show one view of a trial and wait for its result."""
    kept = []

    def show(trial, kind):
        show_trial(window, trial)
        page = AnalysisPage("labs", (kind,), window.parts)
        qtbot.addWidget(page)
        kept.append(page)
        page.resize(900, 700)
        page.show()
        qtbot.waitUntil(lambda: page.view.result is not None)
        drills = []
        page.view.drill_asked.connect(drills.append)
        return page.view, drills

    return show


def test_grades_on_screen_are_those_of_the_analysis(shown, demo):
    view, drills = shown(demo, LabGrades)
    study = demo.study
    expected = worst_grades(labs(study, 5), population(study))
    rows = view.rows.model.listing.rows
    assert [row[0] for row in rows] == [row.term for row in expected]
    for shown_row, row in zip(rows, expected, strict=True):
        cells = dict(zip(HEADS, shown_row, strict=True))
        assert cells["n"] == str(row.n)
        for grade in range(5):
            assert cells[f"Grade {grade}"].split()[0] == str(len(row.patients[grade]))
        assert cells["Any grade"].split()[0] == str(sum(map(len, row.patients[1:])))
    proteinuria = next(i for i, row in enumerate(expected) if row.term == "Proteinuria")
    view.cell_clicked(proteinuria, HEADS.index("Any grade"))
    (drill,) = drills
    assert set(drill.usubjids) == {u for grade in expected[proteinuria].patients[1:] for u in grade}
    table = study.measurements.iloc[list(drill.rows)]
    assert set(table["PARAMCD"]) == {expected[proteinuria].paramcd}
    assert set(table["USUBJID"]) == set(drill.usubjids)
    for grade in range(1, 5):
        assert sum(int(row[HEADS.index(f"Grade {grade}")].split()[0]) for row in rows) == sum(
            len(row.patients[grade]) for row in expected
        )


def test_values_without_a_grade_are_counted_and_listed(shown, demo):
    view, drills = shown(demo, LabGrades)
    rows = view.why.model.listing.rows
    phosphate = next(i for i, row in enumerate(rows) if row[0] == "Phosphate")
    measured = Counter(demo.study.measurements["PARAMCD"])
    assert int(rows[phosphate][2]) == measured["PHOS"]
    view.why.cell_chosen.emit(phosphate, 0)
    assert len(drills[0].rows) == measured["PHOS"]


def test_another_version_of_the_plan_grades_anew(shown, demo, qtbot, window):
    view, _ = shown(demo, LabGrades)
    planning = window.session.planning
    planning.choose(planning.plan.with_value("laboratory", "version", 3))
    qtbot.waitUntil(lambda: view.result is not None and view.result.labs.version == 3)
    expected = worst_grades(labs(demo.study, 3), population(demo.study))
    assert [row[0] for row in view.rows.model.listing.rows] == [row.term for row in expected]
    assert "version 3.0" in view.table().title


@pytest.mark.parametrize("by", ["grade", "range"])
@pytest.mark.parametrize("to", ["worst", "last"])
def test_cells_and_totals_of_the_shift(shown, three_arms, by, to):
    view, drills = shown(three_arms, LabShift)
    for combo, value in ((view.test, "ALT"), (view.by, by), (view.to, to)):
        combo.setCurrentIndex(combo.findData(value))
    view._redraw()
    study = three_arms.study
    tables = lab_shift(labs(study, 5), population(study), "ALT", to, by)
    assert len(tables) == 4  # all, and three arms
    rows = view.rows.model.listing.rows
    at = 0
    for table in tables:
        assert rows[at][0].endswith(f"(n = {table.n})")
        seen = 0
        while "Total" not in rows[at + 1][0]:
            at += 1
            _, level = view._places[at]
            counts = [int(text.split()[0]) for text in rows[at][1:]]
            assert counts[:-1] == [cell.n for cell in table.cells[level]]
            assert counts[-1] == sum(counts[:-1])
            seen += counts[-1]
        at += 1
        totals = [int(text.split()[0]) for text in rows[at][1:]]
        assert totals[-1] == table.n == seen
        at += 1
    view.cell_clicked(at - 1, len(tables[-1].later) + 1)
    assert set(drills[0].usubjids) == set(patients_of(tables[-1], None, None))


def test_a_test_without_grades_says_so(shown, demo):
    view, _ = shown(demo, LabShift)
    view.test.setCurrentIndex(view.test.findData("PHOS"))
    view._redraw()
    assert "limits of normal" in view.chart.chart.data.empty
    assert view.chart.chart.data.bars == ()
    assert view.table() is None
    view.by.setCurrentIndex(view.by.findData("range"))
    view._redraw()
    assert view.table() is not None
    assert view.chart.chart.data.bars


def test_liver_names_everybody(shown, three_arms):
    view, drills = shown(three_arms, Liver)
    study = three_arms.study
    found = hepatic(labs(study), population(study), 14)
    assert {row[0] for row in view.rows.model.listing.rows} == {p.usubjid for p in found.points}
    assert found.without_point
    assert all(usubjid in view.note.text() for usubjid in found.without_point)
    assert "No patient is in the range of Hy’s law." in view.note.text()
    point = found.points[3]
    chart = view.chart.chart
    mark = chart.mark_at(*chart.place(3))
    view.clicked(mark)
    assert view.session.usubjid == mark.usubjid
    values = study.measurements.iloc[list(drills[0].rows)]
    assert set(values["USUBJID"]) == {mark.usubjid}
    assert set(values["PARAMCD"]) <= {"ALT", "AST", "BILI", "ALP"}
    assert point.aminotransferase_row in values.index or mark.usubjid != point.usubjid


def test_without_laboratory_values_the_page_says_what_to_map(opened, qtbot):
    page = AnalysisPage("labs", (LabGrades, LabShift, Liver), opened.parts)
    qtbot.addWidget(page)
    page.show()
    for name in ("lab_grades", "lab_shift", "liver"):
        page.show_view(name)
        qtbot.waitUntil(lambda: page.stack.currentWidget() is page.nothing and bool(page.nothing.text()))
        assert page.nothing.text() == WORDS["labs"]
        assert page.table() is None
        assert page.figure() is None
