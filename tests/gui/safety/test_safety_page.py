"""The Safety page: its numbers are those of the analysis and of `analyse --json`; counts lead to rows."""

from dataclasses import replace

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from sscviewer.analysis.events.event_columns import COLUMNS
from sscviewer.gui.dialogs.figure_choices import FigureChoices
from sscviewer.gui.state.sieve import Known
from sscviewer.model.study import build_study
from tests.gui.safety.reading import by_row
from tests.gui.trials import answer_file
from tests.planned import PLAN, adverse_events, population


def test_the_table_is_that_of_the_analysis_and_of_the_document(shown, demo, printed):
    _, view = shown(demo, "adverse_events")
    cells = by_row(view)
    written = printed["adverse_events"]["rows"]
    assert len(cells) == len(written)
    for row in written:
        found = cells[row["AEDECOD"] or row["AEBODSYS"] or "Any adverse event"]
        assert found["Patients (N = 20)"] == f"{row['subjects']} ({row['percent']:.1f} %)"
        assert found["95 % CI"] == f"{row['lower']:.1f} to {row['upper']:.1f}"
        assert found["Events"] == str(row["events"])
        assert found["Serious"].split(" ")[0] == str(row["serious"]["subjects"])
    table = adverse_events(demo.study, population(demo.study), PLAN.events)
    assert {name.words for name in table.names} == set(cells)


def test_every_count_of_the_first_rows_lists_what_it_counts(shown, demo):
    page, view = shown(demo, "adverse_events")
    listing = view.rows.model.listing
    study = demo.study
    for row in range(8):
        for column in range(1, len(listing.columns)):
            text = listing.rows[row][column]
            view.rows.cell_chosen.emit(row, column)
            head = listing.columns[column]
            drilled = page.drill.model.listing
            patients = {cells[0] for cells in drilled.rows}
            if head == "Events":
                assert len(drilled.rows) == int(text)
            elif head != "95 % CI":
                assert len(patients) == int(text.split(" ")[0]) or text == "0"
    view.rows.cell_chosen.emit(0, 1)
    records = page.drill.model.listing
    cell = dict(zip(study.adverse_events["SRCREF"], study.adverse_events["USUBJID"], strict=True))
    assert all(cell[row[-1]] == row[0] for row in records.rows)
    assert {"Event", "Grade", "Serious", "Start"} <= set(records.columns)


def test_rates_are_those_of_the_document_and_lead_to_their_events(shown, demo, printed):
    page, view = shown(demo, "event_rates")
    for kind, key in ((0, "incidence"), (1, "event_rate")):
        view.kind.setCurrentIndex(kind)
        view.redraw()
        cells = by_row(view)
        for row in printed["event_rates"]["rows"]:
            rate = row[key]
            found = cells[row["AEDECOD"] or row["AEBODSYS"] or "Any adverse event"]
            assert found["Patient-years"] == f"{rate['years']:.1f}"
            assert found["95 % CI"] == f"{rate['lower']:.1f} to {rate['upper']:.1f}"
            assert found["Per 100 patient-years"].startswith(f"{rate['rate']:.1f}"[:1])
            if rate["events"]:
                assert found["Per 100 patient-years"] == f"{rate['rate']:.1f}"
    head = view.rows.model.listing.columns.index("Events")
    for row in range(10):
        view.rows.cell_chosen.emit(row, head)
        events = int(view.rows.model.listing.rows[row][head])
        assert f"{events} event" in page.drill.heading.text()
        assert len(page.drill.model.listing.rows) == events or not events


def test_no_event_is_a_bound_in_words(shown, demo):
    _, view = shown(demo, "event_rates")
    view.column.setCurrentIndex(view.column.findData("serious"))
    view.redraw()
    fatigue = by_row(view)["Fatigue"]
    years = demo_years(view, "Fatigue")
    assert fatigue["Patients with event"] == "0"
    # -ln(0.05) / time, near three over the time
    assert fatigue["Per 100 patient-years"] == f"0 (below {299.573 / years:.1f})"
    assert "rule of three" in view.note.text()


def demo_years(view, term):
    result = view.result
    row = [name.term for name in result.table.names].index(term)
    return float(result.rates.first_days[row, 0, COLUMNS.index("serious")]) / 365.25


def test_curves_are_those_of_the_document(shown, demo, printed):
    _, view = shown(demo, "events_over_time")
    for picture, what, column in (
        ("first", "first adverse event of grade 2 or worse", "level_2"),
        ("count", "adverse events per patient", "any"),
    ):
        view.picture.setCurrentIndex(view.picture.findData(picture))
        view.column.setCurrentIndex(view.column.findData(column))
        view.settings_changed.emit()
        settle_on(view, picture, column)
        (written,) = [row for row in printed["time_to_event"] if row["what"] == what and row["arm"] == "ALL"]
        (found,) = view.result.curves
        assert found.n_events == written["events"]
        assert found.n == written["n"]
        for month, expected in zip(found.months, written["estimates"], strict=True):
            assert month.estimate == pytest.approx(expected["estimate"], rel=1e-12)
            assert month.at_risk == expected["at_risk"]
    assert "partial start date" in view.note.text()


def settle_on(view, picture, column):
    for _ in range(600):
        if view.result is not None and (view.result.settings.picture, view.result.column) == (
            picture,
            column,
        ):
            return
        QTest.qWait(20)
    raise AssertionError(f"{picture} of {column} did not come")


def test_an_event_nobody_of_a_filter_had_stays_chosen(window, shown, demo, qtbot):
    _, view = shown(demo, "events_over_time")
    (cough,) = [i for i in range(view.events.count()) if view.events.itemText(i).strip() == "Cough"]
    view.events.setCurrentIndex(cough)
    view.settings_changed.emit()
    qtbot.waitUntil(lambda: view.result is not None and view.result.name.term == "Cough")
    assert view.result.settings.name.endswith("Cough")
    assert view.result.times.row.size > 0
    events = demo.study.adverse_events
    with_cough = set(events.loc[events["AEDECOD"] == "Cough", "USUBJID"])
    without = next(row.usubjid for row in demo.patients.rows if row.usubjid not in with_cough)
    window.session.set_known(Known(reviewed=frozenset({without})))
    window.session.set_filters(replace(window.session.filters, reviewed="yes"))
    qtbot.waitUntil(lambda: view.result is not None and not view.result.times.row.size)
    assert view.events.currentText().strip() == "Cough"
    assert view.chart.chart.data.empty == "None of these patients had cough."


def test_bars_hold_every_dated_event_and_list_it(shown, demo):
    page, view = shown(demo, "events_over_time")
    (histogram,) = view.result.onset
    listed = sum(int(row[2]) for row in view.rows.model.listing.rows)
    assert listed == histogram.n_events - histogram.n_undated == int(histogram.events.sum())
    view.chart.resize(700, 400)
    box = view.chart.chart.box
    mark = view.chart.chart.mark_at(box.x(1.5), box.bottom - 2)
    view.clicked(mark)
    assert f"{int(histogram.events[1])} events" in page.drill.heading.text()
    assert len(page.drill.model.listing.rows) == int(histogram.events[1])


def test_serious_events_open_their_patient(shown, demo):
    _, view = shown(demo, "serious_events")
    events = demo.study.adverse_events
    serious = events[events["AESER"] == "Y"]
    listing = view.rows.model.listing
    assert [row[-1] for row in listing.rows] == list(serious["SRCREF"])
    assert view.table().rows == listing.rows
    view.rows.row_chosen.emit(2)
    assert view.session.usubjid == serious["USUBJID"].iloc[2]
    assert view.session.selected == ("adverse_events", serious.index[2])
    assert view.session.view == "patient"


def test_a_filter_changes_every_number_and_is_said_on_what_is_saved(window, shown, demo, qtbot, tmp_path):
    page, view = shown(demo, "adverse_events")
    window.session.set_filters(replace(window.session.filters, sex=("F",)))
    women = {row.usubjid for row in demo.patients.rows if row.sex == "F"}
    n = population(demo.study, women).n_treated
    qtbot.waitUntil(lambda: f"N = {n};" in view.note.text())
    assert f"Patients (N = {n})" in view.rows.model.listing.columns
    assert f"{len(women)} of 20 patients (sex F)" in page.who.text()
    choices = FigureChoices(tmp_path / "a.svg", 174, 0, 150, 7, None, True, False)
    window.figures.write(choices, window.figures.shown(view.figure()))
    assert f"{len(women)} of 20 patients: sex F" in (tmp_path / "a.svg").read_text()
    window.actions_["save_table"].trigger()
    answer_file(window, tmp_path / "a.xlsx")
    book = load_workbook(tmp_path / "a.xlsx")
    text = "\n".join(str(cell.value) for sheet in book for row in sheet for cell in row if cell.value)
    assert f"{len(women)} of 20 patients: sex F" in text
    assert f"N = {n};" in text
    for name in ("event_rates", "events_over_time"):
        _, other = shown(demo, name)
        qtbot.waitUntil(lambda other=other: f"N = {n}" in other.note.text())
    window.session.set_filters(replace(window.session.filters, sex=()))


def test_sorting_keeps_terms_below_their_class(shown, demo):
    _, view = shown(demo, "adverse_events")
    model, listing = view.rows.model, view.rows.model.listing
    for column in (0, 1, 3):
        for order in Qt.SortOrder:
            model.sort(column, order)
            head = -1
            assert model.shown[0] == 0
            for row in model.shown[1:]:
                head = row if row in listing.strong else head
                assert listing.parents[row] == head
    assert sorted(model.shown) == list(range(len(listing.rows)))


def test_cells_are_copied(shown, demo):
    _, view = shown(demo, "adverse_events")
    view.rows.view.selectRow(0)
    view.rows.view.copy()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[1] == "Patients (N = 20)"
    assert lines[1].split("\t")[1] == "19 (95.0 %)"


def test_a_trial_without_events_says_what_to_do(shown, trial, qtbot):
    study = trial.study
    frames = {name: study.frame(name) for name in ("subjects", "exposure", "disposition", "measurements")}
    bare = build_study(frames, list(study.parameters.values()), source=study.source)
    quiet = replace(trial, study=bare)
    for name in ("adverse_events", "event_rates", "events_over_time"):
        _, view = shown(quiet, name)
        assert "Map columns" in view.chart.chart.data.empty
        # No count of 0, no rate below a bound: nothing is known.
        assert view.rows.model.listing.rows == ()
        assert view.note.text() == ""
        assert view.figure() is None
        assert view.table() is None
    _, view = shown(quiet, "serious_events")
    assert "Map columns" in view.empty.text()
    assert view.table() is None


def test_nothing_serious_is_said_in_words(shown, trial):
    study = trial.study
    frames = {name: study.frame(name).copy() for name in ("subjects", "adverse_events", "measurements")}
    frames["adverse_events"]["AESER"] = "N"
    mild = replace(trial, study=build_study(frames, list(study.parameters.values()), source=study.source))
    _, view = shown(mild, "serious_events")
    n = len(frames["adverse_events"])
    assert view.empty.text() == f"None of the {n} adverse events of these patients is marked as serious."


def test_nobody_left_is_said(window, shown, demo, qtbot):
    _, view = shown(demo, "adverse_events")
    window.session.set_filters(replace(window.session.filters, arm=("no such arm",)))
    qtbot.waitUntil(lambda: "N = 0" in view.note.text())
    assert "Change the filter" in view.chart.chart.data.empty
    for name in ("event_rates", "events_over_time"):
        _, other = shown(demo, name)
        assert "Change the filter" in other.chart.chart.data.empty
