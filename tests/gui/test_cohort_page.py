"""The Cohort page on the demo trial: its lines, lanes and bars are the analysis', and lead to patients."""

import re
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt

from sscviewer.gui.analysis.view import AnalysisView
from sscviewer.gui.dialogs.page_table import PageTable
from sscviewer.gui.window.trial_views import VIEWS_OF
from sscviewer.plots.mark import Mark
from tests.gui.trials import settle, show_trial, shown


@pytest.fixture
def cohort(window, demo, qtbot):
    show_trial(window, demo)
    window.session.set_view("cohort")
    return window.trial_window.workspace.analysis["cohort"]


def test_courses_have_a_line_for_every_patient_and_their_means(cohort, qtbot, demo):
    view = shown(cohort, qtbot, "courses")
    chart = view.chart.chart
    data = chart.data
    frame = demo.study.measurements.query("PARAMCD == 'FVCPP'").dropna(subset=["AVAL"])
    assert set(data.subjects) == set(frame["USUBJID"])
    at = frame[frame["AVISIT"] == "Month 12"].groupby("USUBJID")["AVAL"].mean()
    mean = data.means[0]
    last = mean.visits.index("Month 12")
    assert mean.n[last] == len(at)
    assert mean.mean[last] == pytest.approx(at.mean())
    assert chart.models is not None
    assert "20 patients" in view.note.text()


def test_the_patient_of_the_list_or_under_the_mouse_stands_out_and_a_click_opens_it(cohort, qtbot, demo):
    view = shown(cohort, qtbot, "courses")
    assert view.chart.key == cohort._session.usubjid == demo.study.usubjids[0]
    chart = view.chart.chart
    box, data = chart.box, chart.data
    i = int(data.start[4]) + 1
    mark = chart.mark_at(box.x(float(data.x[i])), box.y(float(data.y[i])))
    assert mark.usubjid == data.subjects[4]
    view.chart.hovered.emit(mark)
    assert view.chart.key == data.subjects[4]
    view.chart.hovered.emit(None)
    assert view.chart.key == demo.study.usubjids[0]
    view.clicked(mark)
    assert cohort._session.usubjid == data.subjects[4]
    assert cohort._session.view == "patient"


def test_small_multiples_follow_the_order_of_the_list(cohort, qtbot, window):
    view = shown(cohort, qtbot, "multiples")
    chart = view.chart.chart
    assert [chart.data.subjects[i] for i in chart.order] == list(window.patients.visible)
    window.patients.sort(1, Qt.SortOrder.DescendingOrder)
    chart = view.chart.chart
    assert [chart.data.subjects[i] for i in chart.order] == list(window.patients.visible)


def test_what_only_a_trial_with_times_offers_is_chosen_no_more_in_one_without(cohort, qtbot, window, demo):
    """The choice goes with the trial, before anything is computed: a result that resets it is never shown."""
    view = shown(cohort, qtbot, "multiples")
    at = view.anchor.kind.findData("stop")
    view.anchor.kind.setCurrentIndex(at)
    view.anchor.kind.activated.emit(at)
    settle(cohort, qtbot)
    assert cohort.has_result
    assert view.anchor.anchor.kind == "stop"
    order = tuple((float(month), f"V{month}") for month in (0, 3, 6, 9, 12))
    timeless = replace(demo.study, visit_order=order)
    show_trial(window, replace(demo, study=timeless))
    settle(cohort, qtbot)
    assert cohort.has_result
    assert view.anchor.anchor.kind == "first_dose"
    assert view.anchor.kind.isHidden() or view.anchor.kind.parentWidget().isHidden()
    assert window.trial_window.workspace.analysis["cohort"].figure() is not None


def test_lanes_have_the_doses_and_the_worse_events(cohort, qtbot, demo):
    view = shown(cohort, qtbot, "lanes")
    data = view.chart.chart.data
    assert len(data.subjects) == 20
    log = demo.study.exposure.dropna(subset=["EXDAILY"])
    assert data.highest == {"mg": log["EXDAILY"].max()}
    assert view.chart.chart.levels == {"mg": sorted(set(log.loc[log["EXDAILY"] > 0, "EXDAILY"]))}
    events = demo.study.adverse_events
    assert set(data.events.row) <= set(np.flatnonzero(events["AETOXGR"] >= 2))
    lane = data.subjects.index("SSC-013")
    assert data.outcome[lane] == "stopped"
    view.clicked(Mark("adverse_events", int(data.events.row[0]), "", usubjid=data.subjects[0]))
    assert cohort._session.usubjid == data.subjects[0]
    assert cohort._session.selected == ("adverse_events", int(data.events.row[0]))


def test_bars_are_sorted_and_thresholds_count_patients(cohort, qtbot):
    view = shown(cohort, qtbot, "waterfall")
    view.thresholds.setText("−10; 5")
    view.thresholds.editingFinished.emit()
    qtbot.waitUntil(lambda: bool(view.chart.chart.data.thresholds))
    data = view.chart.chart.data
    assert list(data.change) == sorted(data.change, reverse=True)
    counts = {line.threshold: line.n for line in data.thresholds}
    assert counts == {-10.0: int((data.change <= -10).sum()), 5.0: int((data.change >= 5).sum())}
    assert "SSC-013: no value after baseline" in view.note.text()
    said = [int(n) for n in re.findall(r"Month \d+: (\d+) patient", view.note.text())]
    assert sum(said) == len(data.subjects)  # at which visits the last values are


def test_the_stop_stands_on_its_own_day(cohort, qtbot, demo):
    view = shown(cohort, qtbot, "multiples")
    chart = view.chart.chart
    i = chart.data.subjects.index("SSC-017")
    place = list(chart.data.dropouts.line).index(i)
    last = chart.data.x[chart.data.start[i + 1] - 1]
    # Stopped on day 246, the last value at month 6.
    assert chart.data.dropouts.at[place] == pytest.approx(245 / 30.4375, rel=1e-3)
    assert last < 7 < chart.data.dropouts.at[place]
    assert chart.x.high > chart.data.dropouts.at[place]


def test_a_filter_leaves_its_patients_only(cohort, qtbot, window):
    from dataclasses import replace

    view = shown(cohort, qtbot, "courses")
    session = window.session
    session.set_filters(replace(session.filters, status=("completed",)))
    qtbot.waitUntil(lambda: len(view.chart.chart.data.subjects) == 12)
    assert cohort.who.text() == "12 of 20 patients (completed)"
    session.set_filters(type(session.filters)())


def test_a_trial_without_anything_to_draw_says_so(window, trial, qtbot):
    show_trial(window, trial)
    window.session.set_view("cohort")
    page = window.trial_window.workspace.analysis["cohort"]
    for name in ("courses", "multiples", "lanes", "waterfall"):
        view = shown(page, qtbot, name)
        assert view.figure().title


def test_the_view_on_screen_is_read_out_and_followed(cohort, qtbot, window):
    view = shown(cohort, qtbot, "courses")
    window.trial_window.show_values()
    dialog = window.findChild(PageTable)
    means = {f"{mean:.2f}" for mean in view.result.means[0].mean}
    assert means <= {word for row in dialog.table.model.listing.rows for cell in row for word in cell.split()}
    lanes = shown(cohort, qtbot, "lanes")
    qtbot.waitUntil(lambda: dialog.table.model.listing.rows == lanes.table().rows)
    assert dialog.windowTitle().startswith(lanes.figure().title)
    window.session.set_view("patient")
    qtbot.waitUntil(lambda: dialog.windowTitle().startswith(window.session.usubjid))


@pytest.mark.parametrize(
    "kind", [kind for kinds in VIEWS_OF.values() for kind in kinds], ids=lambda kind: kind.name
)
def test_no_view_has_a_picture_without_a_table(kind):
    """Who cannot see it has the same numbers."""
    assert kind.figure is AnalysisView.figure or kind.table is not AnalysisView.table
