"""A page of the whole trial: computed when looked at, for the patients the filter leaves, and kept."""

import threading
import time
from dataclasses import replace

import pytest
from PySide6.QtGui import QImage

from sscviewer.analysis.stopping import stop_if_unwanted
from sscviewer.gui.analysis.page import VIEW, AnalysisPage
from sscviewer.gui.analysis.view import AnalysisView
from sscviewer.gui.dialogs.figure_choices import FigureChoices
from sscviewer.gui.panes.drill import Drill
from sscviewer.gui.state.members import members, members_words
from sscviewer.plots.charts.axes import area, draw_axes, log_axis, number_axis
from sscviewer.plots.charts.chart import Chart, Figure
from sscviewer.plots.charts.chart_view import ChartView
from sscviewer.plots.mark import Mark
from sscviewer.report.table_file import Table, write_table

CALLS = []


class Bars(Chart):
    """A number of patients as one point in the middle."""

    def __init__(self, ink, n):
        super().__init__(ink)
        self.n, self.x, self.y = n, number_axis(0, n, "Patients"), number_axis(0, 1, "")

    def wanted_height(self, width):
        return 12 * self.ink.em

    def lay_out(self, width, height):
        self.box = area(self.ink, width, height, self.x, self.y)

    def paint(self, painter):
        draw_axes(painter, self.box, self.x, self.y, self.ink)

    def mark_at(self, x, y):
        inside = self.box.left <= x <= self.box.right and self.box.top <= y <= self.box.bottom
        return Mark("subjects", 0, "first", usubjid="A1") if inside else None


def count_patients(asked, settings):
    who = asked.who.safety
    CALLS.append((who.n_subjects, settings))
    return who.n_treated, settings


class Counting(AnalysisView):
    name, title = "counting", "Counting"

    def __init__(self, parts, parent=None):
        super().__init__(parts, parent)
        self.chosen, self.stands_out = "a", ""
        self.chart = ChartView("Counting", parent=self)
        self.put(self.chart)

    @property
    def settings(self):
        return self.chosen

    def computation(self):
        return count_patients

    def show_result(self, result):
        self.chart.show_figure(self.figure())

    def figure(self):
        if self.result is None:
            return None
        n = self.result[0]
        return Figure("counting", "How many", lambda ink: Bars(ink, n), "Counted one by one.")

    def table(self):
        return Table("counting", "How many", ("n",), ((str(self.result[0]),),), frozenset({0}))

    def set_patient(self, usubjid):
        self.stands_out = usubjid


@pytest.fixture
def page(opened, qtbot):
    CALLS.clear()
    page = AnalysisPage("counting", (Counting,), opened.parts)
    qtbot.addWidget(page)
    page.resize(600, 400)
    return page


def test_nothing_is_computed_before_it_is_looked_at(page, qtbot):
    page.refresh()
    assert CALLS == []
    page.show()
    qtbot.waitUntil(lambda: page.view.result is not None)
    total = len(page._session.trial.study.usubjids)
    assert [n for n, _ in CALLS] == [total]
    assert page.who.text() == f"{total} patients"
    assert page.view.stands_out == page._session.usubjid


def test_a_filter_computes_anew_and_its_end_does_not(page, qtbot, opened):
    page.show()
    qtbot.waitUntil(lambda: page.view.result is not None)
    whole = page.view.result
    session = opened.session
    session.set_filters(replace(session.filters, sex=("F",)))
    kept = members(session)
    women = {row.usubjid for row in session.trial.patients.rows if row.sex == "F"}
    assert kept == women
    qtbot.waitUntil(lambda: len(CALLS) == 2 and page.view.result not in (None, whole))
    assert CALLS[1][0] == len(women)
    assert members_words(session) == f"{len(women)} of {len(session.trial.study.usubjids)} patients (sex F)"
    assert page.who.text() == members_words(session)
    session.set_filters(replace(session.filters, sex=()))
    assert page.view.result == whole
    assert len(CALLS) == 2


def test_other_settings_compute_anew(page, qtbot):
    page.show()
    qtbot.waitUntil(lambda: page.view.result is not None)
    page.view.chosen = "b"
    page.view.settings_changed.emit()
    qtbot.waitUntil(lambda: page.view.result is not None and page.view.result[1] == "b")


def test_what_is_behind_a_number_opens_its_patient(page, qtbot, opened):
    page.show()
    qtbot.waitUntil(lambda: page.view.result is not None)
    study = opened.session.trial.study
    row = len(study.adverse_events) - 1
    page.view.drill_asked.emit(Drill("One event", "adverse_events", (row,)))
    assert page.drill.isVisible()
    listing = page.drill.model.listing
    assert listing.rows[0][0] == study.adverse_events["USUBJID"].iloc[row]
    assert listing.rows[0][-1] == study.adverse_events["SRCREF"].iloc[row]
    page.drill.view.row_chosen.emit(0)
    assert opened.session.usubjid == listing.rows[0][0]
    assert opened.session.selected == ("adverse_events", row)
    page.drill.show_drill(Drill("Patients", usubjids=study.usubjids))
    assert tuple(r[0] for r in page.drill.model.listing.rows) == study.usubjids


def test_figure_and_table_of_the_whole_trial_are_saved(page, qtbot, opened, tmp_path):
    page.show()
    qtbot.waitUntil(lambda: page.view.result is not None)
    told = []
    opened.figures.told.connect(lambda text, kind: told.append((text, kind)))
    for suffix in ("png", "svg", "pdf"):
        choices = FigureChoices(tmp_path / f"a.{suffix}", 85, 0, 150, 7, None, True, True)
        opened.figures.write(choices, opened.figures.shown(page.figure()))
        assert (tmp_path / f"a.{suffix}").stat().st_size > 1000
        assert (tmp_path / f"a.{suffix}.json").exists()
    assert {kind for _, kind in told} == {"info"}
    image = QImage(str(tmp_path / "a.png"))
    assert image.width() == pytest.approx(85 / 25.4 * 150, abs=2)  # PDF pages are whole points
    svg = (tmp_path / "a.svg").read_text()
    assert "Counted one by one." in svg
    assert opened.session.trial.report.source.sha256[:8] in svg
    write_table(tmp_path / "a.xlsx", page.table())
    from openpyxl import load_workbook

    book = load_workbook(tmp_path / "a.xlsx")
    assert book["Table"]["A2"].value == page.view.result[0]


def test_the_mark_under_the_mouse_is_told(page, qtbot):
    page.show()
    qtbot.waitUntil(lambda: page.view.result is not None)
    chart = page.view.chart
    chart.resize(300, 200)
    assert chart.chart.mark_at(chart.chart.box.left + 1, chart.chart.box.top + 1).usubjid == "A1"
    assert chart.chart.mark_at(1, 1) is None


def test_a_logarithmic_axis_has_its_ticks_where_the_logarithms_are():
    axis = log_axis(0.1, 20, "× ULN")
    places = {tick.label: tick.at for tick in axis.ticks}
    assert places["1"] == 0
    assert places["10"] == pytest.approx(1)
    assert {"0.1", "0.2", "0.5", "2", "5", "20"} <= set(places)


def test_between_a_choice_and_its_result_nothing_can_be_saved_or_drilled(page, qtbot, monkeypatch):
    gate = threading.Event()
    page.show()
    qtbot.waitUntil(lambda: page.has_result)
    page.show_drill(Drill("One event", "adverse_events", (0,)))
    monkeypatch.setattr(Counting, "computation", lambda self: lambda asked, chosen: (gate.wait(60), chosen))
    page.view.chosen = "b"
    page.view.settings_changed.emit()
    assert not page.has_result
    assert page.figure() is None
    assert page.table() is None
    assert page.view.result is None
    assert not page.drill.isVisible()
    assert not page.view.chart.isVisible()
    qtbot.waitUntil(lambda: page.view.waiting.bar.isVisible())
    assert page.view.waiting.words.text() == "Computing “Counting” …"
    gate.set()
    qtbot.waitUntil(lambda: page.has_result)
    assert page.view.result == (True, "b")
    assert page.view.chart.isVisible()


@pytest.mark.parametrize(
    ("error", "words"),
    [(ZeroDivisionError, "could not be computed (ZeroDivisionError)"), (MemoryError, "no memory left")],
)
def test_what_fails_says_so_in_its_place_and_can_be_tried_again(page, qtbot, monkeypatch, error, words):
    page.show()
    qtbot.waitUntil(lambda: page.has_result)
    real = Counting.computation

    def fails(asked, settings):
        raise error("a patient's value")

    monkeypatch.setattr(Counting, "computation", lambda self: fails)
    page.view.chosen = "b"
    page.view.settings_changed.emit()
    waiting = page.view.waiting
    qtbot.waitUntil(lambda: words in waiting.words.text())
    assert "patient's value" not in waiting.words.text()
    assert not page.view.chart.isVisible()
    assert page.figure() is None
    monkeypatch.setattr(Counting, "computation", real)
    waiting.button.click()
    qtbot.waitUntil(lambda: page.has_result)
    assert page.view.result[1] == "b"


def test_cancel_leaves_an_empty_view_with_a_button(page, qtbot, monkeypatch):
    real = Counting.computation

    def endless(asked, settings):
        while True:
            stop_if_unwanted()
            time.sleep(0.01)

    monkeypatch.setattr(Counting, "computation", lambda self: endless)
    page.show()
    waiting = page.view.waiting
    qtbot.waitUntil(lambda: waiting.button.isVisible())
    waiting.button.click()
    assert waiting.words.text() == "This view is not computed: it was cancelled."
    assert waiting.button.text() == "Compute"
    page.refresh()
    assert waiting.button.text() == "Compute", "nothing begins by itself"
    monkeypatch.setattr(Counting, "computation", real)
    waiting.button.click()
    qtbot.waitUntil(lambda: page.has_result)


@pytest.mark.parametrize("part", ["computation", "afterwards"])
def test_the_view_that_is_looked_at_comes_first(page, opened, qtbot, monkeypatch, part):
    """A model that takes a minute on one page makes way for another page, and begins again when looked at.

    The same when the picture is there and its model is not: else nothing could be saved for good.
    """
    real, begun, gate = getattr(Counting, part), [], threading.Event()

    def slow(asked, settings):
        begun.append(settings)
        while not gate.wait(0.01):
            stop_if_unwanted()
        return count_patients(asked, settings)

    monkeypatch.setattr(Counting, part, lambda self: slow)
    page.show()
    qtbot.waitUntil(lambda: bool(begun))
    assert page.figure() is None
    monkeypatch.setattr(Counting, part, real)
    page.hide()
    other = AnalysisPage("other", (Counting,), opened.parts)
    qtbot.addWidget(other)
    other.show()
    qtbot.waitUntil(lambda: other.has_result)
    assert page.figure() is None
    gate.set()
    page.show()
    qtbot.waitUntil(lambda: page.figure() is not None)


def test_what_is_added_to_a_picture_waits_while_its_page_is_out_of_sight(page, opened, qtbot, monkeypatch):
    """A model begun for a page already left would cancel what the page now looked at computes."""
    monkeypatch.setattr(Counting, "afterwards", lambda self: count_patients)
    left = []

    def leave(view, patient):
        left.append(page)
        page.hide()

    monkeypatch.setattr(Counting, "set_patient", leave)
    page.show()
    qtbot.waitUntil(lambda: bool(left))
    qtbot.wait(20)
    assert not page._tasks.is_running(VIEW)


def test_a_result_that_cannot_be_shown_says_so_in_its_place(page, qtbot, monkeypatch):
    def fails(view, result):
        raise KeyError("a patient's value")

    real = Counting.show_result
    monkeypatch.setattr(Counting, "show_result", fails)
    page.show()
    waiting = page.view.waiting
    qtbot.waitUntil(lambda: "could not be computed (KeyError)" in waiting.words.text())
    assert not page.has_result
    assert page.figure() is None
    monkeypatch.setattr(Counting, "show_result", real)
    waiting.button.click()
    qtbot.waitUntil(lambda: page.has_result)
