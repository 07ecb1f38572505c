"""The views of the dose question on the demo trial against `analyse --json`, and what is done in them."""

import dataclasses
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication

from sscviewer.analysis.estimate import make_estimate
from sscviewer.gui.dose.plane import decide
from sscviewer.plots.ink import Ink
from tests.gui.trials import show_trial, shown


@pytest.fixture
def dose(window, demo):
    show_trial(window, demo)
    window.session.set_view("dose")
    return window.trial_window.workspace.analysis["dose"]


@pytest.fixture(scope="module")
def block(printed):
    return printed["dose_question"]


def test_the_page_opens_on_the_tolerated_dose(dose, qtbot, block):
    view = shown(dose, qtbot, "tolerated_dose")
    assert dose.tabs.words_of(0) == "Tolerated dose"
    assert view.headline.text() == block["sentences"][0]
    rows = view.rows.model.listing.rows
    assert [row[0] for row in rows] == [f"{one['dose']:g} mg" for one in block["doses"]]
    assert [int(row[1]) for row in rows] == [one["reached"] for one in block["doses"]]
    assert rows[-1][4] == "11 of 17: 65 % (38 to 86)"
    curve = view.chart.chart.data.curves[0]
    assert curve.value[-1] == pytest.approx(block["regimen"][-1]["estimate"])
    assert curve.at_risk[0] == 20
    assert curve.at_risk[-1] == block["regimen"][-1]["at_risk"]


@pytest.mark.parametrize(("column", "patients", "events"), [(1, 17, 0), (3, 11, 12), (4, 11, 0), (5, 5, 0)])
def test_every_count_opens_its_patients(dose, qtbot, column, patients, events):
    view = shown(dose, qtbot, "tolerated_dose")
    asked = []
    view.drill_asked.connect(asked.append)
    view.rows.cell_chosen.emit(5, column)
    (drill,) = asked
    assert f"{patients} patients" in drill.title
    assert (len(drill.usubjids), len(drill.rows)) == (patients, events)
    assert dose.drill.isVisible()


def test_the_curve_is_dashed_where_titration_passed_through(dose, qtbot, block):
    view = shown(dose, qtbot, "tolerates_to_end")
    data = view.chart.chart.data
    assert [point.seen for point in data.points] == [one["seen"] for one in block["tolerates_to_end"]]
    assert [point.estimate for point in data.points] == pytest.approx(
        [one["estimate"] for one in block["tolerates_to_end"]]
    )
    assert len(data.points[0].beside) == 2
    assert "P =" not in view.note.text()
    assert "Allowing for time" in view.note.text()


def test_each_patient_and_the_honest_title(dose, qtbot, window, block):
    view = shown(dose, qtbot, "tolerated_by_patient")
    bars = {row.usubjid: row for row in view.chart.chart.data.rows}
    for one in block["individual"]:
        failed = float("inf") if one["failed"] is None else one["failed"]
        assert (bars[one["USUBJID"]].kept, bars[one["USUBJID"]].failed) == (one["tolerated"], failed)
    view.rows.row_chosen.emit(0)
    assert window.session.usubjid == view.rows.model.listing.rows[0][0]
    window.session.set_view("dose")
    view.picture.setCurrentIndex(1)
    view.picture.activated.emit(1)
    assert view.figure().title == "Highest dose seen to be kept for 4 weeks"
    curve = view.chart.chart.data.curves[0]
    for point in block["highest_kept"]:
        assert curve.at(point["dose"] - 1) == pytest.approx(point["estimate"])


def test_benefit_shows_both_models(dose, qtbot, block):
    view = shown(dose, qtbot, "dose_benefit")
    view.endpoint.setCurrentIndex(view.endpoint.findData("MRSS"))
    view.endpoint.activated.emit(view.endpoint.currentIndex())
    rows = view.chart.chart.data.rows
    for k, model in enumerate(("exposure", "within")):
        printed = [one for one in block["benefit"] if (one["PARAMCD"], one["model"]) == ("MRSS", model)]
        assert [row.dots[k].estimate for row in rows] == pytest.approx([one["estimate"] for one in printed])


def test_thresholds_are_dragged(dose, qtbot):
    view = shown(dose, qtbot, "benefit_risk")
    chart = view.chart.chart
    assert {region.decision for region in chart.data.regions} <= {"met", "not met", "not decided"}
    x, y = chart.box.x(0.5), chart.box.y(chart.data.y.high) + 20
    _mouse(view.chart.viewport(), QEvent.Type.MouseButtonPress, x, y)
    _mouse(view.chart.viewport(), QEvent.Type.MouseMove, chart.box.x(0.1), y)
    _mouse(view.chart.viewport(), QEvent.Type.MouseButtonRelease, chart.box.x(0.1), y)
    assert view.share.value() == 10
    assert view.chart.chart.data.tolerates == pytest.approx(0.1)
    view.change.setValue(-100.0)
    assert {region.decision for region in view.chart.chart.data.regions} == {"met"}
    view.change.setValue(100.0)
    assert {region.decision for region in view.chart.chart.data.regions} == {"not met"}


def test_words_of_doses_stand_beside_the_way_through_them(dose, qtbot, monkeypatch):
    chart = shown(dose, qtbot, "benefit_risk").chart.chart
    places, write = {}, Ink.text

    def noted(ink, painter, x, y, text, along="left", *rest, **more):
        width = ink.width(text, ink.small)
        begin = x - {"left": 0.0, "centre": 0.5, "right": 1.0}[along] * width
        places[text] = QRectF(begin, y - 0.4 * ink.em, width, 0.8 * ink.em)
        write(ink, painter, x, y, text, along, *rest, **more)

    monkeypatch.setattr(Ink, "text", noted)
    image = QImage(900, 500, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    chart.paint(painter)
    painter.end()
    regions, box = chart.data.regions, chart.box
    at = [QPointF(box.x(one.tolerates[0]), box.y(one.change[0])) for one in regions]
    assert len(at) > 2
    way = [a + (b - a) * (k / 200) for a, b in pairwise(at) for k in range(201)]
    assert [one.label for one in regions if any(places[one.label].contains(point) for point in way)] == []


def _mouse(widget, kind, x, y):
    at = QPointF(x, y)
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(kind, at, widget.mapToGlobal(at), held, left, none)
    QApplication.sendEvent(widget, event)


@pytest.mark.parametrize(
    ("tolerates", "limits", "fewer", "decision"),
    [
        ((0.7, 0.6, 0.8), (2, 4), False, "met"),
        ((0.7, 0.4, 0.8), (2, 4), False, "not decided"),
        ((0.3, 0.2, 0.4), (2, 4), False, "not met"),
        ((0.7, 0.6, 0.8), (-4, 0), False, "not met"),
        ((0.7, 0.6, 0.8), (-4, -2), True, "met"),
        ((0.7, 0.6, 0.8), (-4, 3), True, "not decided"),
        ((0.7, 0.6, 0.8), (2, 4), True, "not met"),
    ],
)
def test_what_intervals_decide(tolerates, limits, fewer, decision):
    change = make_estimate(0.0, 1.0, 10, level=0.95, n_subjects=1, n_obs=1, method="")
    change = dataclasses.replace(change, lower=limits[0], upper=limits[1])
    assert decide(tolerates, change, (0.5, -1.0 if fewer else 1.0), fewer=fewer) == decision


def test_the_next_trial_is_planned_and_stopped(dose, qtbot):
    view = shown(dose, qtbot, "next_trial")
    assert view.doses.text() == "200, 400, 600"
    view.endpoint.setCurrentIndex(view.endpoint.findData("MRSS"))
    view.difference.setValue(4.0)
    assert (view.figure(), view.table()) == (None, None)  # nothing is planned, so nothing can be saved
    view.go.click()
    assert view.stop.isVisible()
    qtbot.waitUntil(view.go.isVisible, timeout=120_000)
    assert view.figure() is not None
    assert view.table() is not None
    rows = view.rows.model.listing.rows
    assert [int(row[0]) for row in rows] == list(view.chart.chart.data.numbers)
    power = [float(row[1].rstrip(" %")) for row in rows]
    assert power == sorted(power)
    assert power[-1] > power[0]
    assert "A parallel-dose trial of 200, 400 and 600 mg a day" in view.note.text()
    view.copy.click()
    assert QApplication.clipboard().text() == view.note.text()
    view.go.click()
    view.stop.click()
    assert view.go.isVisible()
    said = []
    view.told.connect(lambda words, kind: said.append((words, kind)))
    view.doses.setText("a lot")
    view.go.click()
    assert said == [("Write the doses of the arms as numbers: 200, 400, 600.", "error")]


def test_the_easy_numbers_say_why_they_are_not_the_answer(dose, qtbot):
    view = shown(dose, qtbot, "why_not")
    assert view.shown.name == "limiting_rates"
    assert "Here it would have said" in view.shown.note.text()
    assert view.table() is not None
    assert [row[0] for row in view.shown.rows.model.listing.rows][-1] == "600 mg"


def test_events_beside_the_dose_lead_to_their_records(dose, qtbot, block):
    view = shown(dose, qtbot, "events_at_dose")
    rows = view.rows.model.listing.rows
    assert rows[0][0] == "Patient-days"
    assert [int(n) for n in rows[0][1:-1]] == [one["patient_days"] for one in block["doses"]]
    asked = []
    view.drill_asked.connect(asked.append)
    view.rows.cell_chosen.emit(1, len(rows[0]) - 1)
    (drill,) = asked
    assert len(drill.rows) == int(rows[1][-1].split(" ")[0])
    view.which.setCurrentIndex(1)
    view.which.activated.emit(1)
    limiting = [one for one in block["events"] if one["limiting"]]
    assert len(view.rows.model.listing.rows) == len(limiting) == 19
    assert sum(one["patients"] for one in block["stops_by_relation"]) >= 7
    assert "patients by relation" not in view.note.text()
