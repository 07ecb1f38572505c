"""Patients beside each other in the window: pinned by mouse and key, aligned, overlaid, saved, made again."""

import dataclasses
import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from sscviewer.cli.remake import make_again
from sscviewer.gui.dialogs.figure_choices import FigureChoices
from sscviewer.gui.saving.trial_folder import Prepared
from sscviewer.gui.state.patient_model import ID
from sscviewer.report.manifest import read_manifest
from tests.gui.trials import show_trial

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def shown(window, demo, qtbot):
    show_trial(window, demo)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.trial_window.list.table.setFocus()
    return window


@pytest.fixture
def compare(shown):
    return shown.trial_window.workspace.compare


def click(window, usubjid, modifier):
    table = window.trial_window.list.table
    at = table.visualRect(window.patients.index(window.patients.place(usubjid), ID)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, modifier, at)


def choose(combo, value):
    at = combo.findData(value)
    assert at >= 0, value
    combo.setCurrentIndex(at)
    combo.activated.emit(at)


def pages(compare):
    return [page for page in compare._pages if page.isVisible()]


def test_ctrl_and_shift_click_pin_and_the_one_shown_stays(shown, compare):
    click(shown, "SSC-003", CTRL)
    assert shown.session.usubjid == "SSC-001"
    assert shown.session.compared == ("SSC-003", "SSC-001")
    assert [page.name.text() for page in pages(compare)] == ["SSC-003", "SSC-001"]
    assert not shown.trial_window.details_dock.isVisible()
    assert len({page.width() for page in pages(compare)}) == 1
    click(shown, "SSC-003", CTRL)
    assert not shown.session.is_comparing
    assert shown.trial_window.workspace.patient.isVisible()
    assert shown.trial_window.details_dock.isVisible()
    click(shown, "SSC-004", SHIFT)
    assert shown.session.compared == ("SSC-001", "SSC-002", "SSC-003", "SSC-004")
    assert len(pages(compare)) == 4


def test_by_keyboard_a_pinned_patient_is_compared_with_each_that_follows(shown, compare):
    QTest.keyClick(shown.focusWidget(), Qt.Key.Key_P)
    assert shown.patients.is_pinned("SSC-001")
    for usubjid in ("SSC-002", "SSC-003"):
        QTest.keyClick(shown.focusWidget(), Qt.Key.Key_Down)
        assert [page.name.text() for page in pages(compare)] == ["SSC-001", usubjid]
    QTest.keyClick(shown.focusWidget(), Qt.Key.Key_P, SHIFT)
    assert shown.session.pinned == ()
    shown.actions_["undo"].trigger()
    assert shown.session.pinned == ("SSC-001",)


def test_the_same_axes_whatever_is_zoomed(shown, compare):
    shown.session.set_pinned(("SSC-007", "SSC-013"))
    left, middle, _ = pages(compare)
    for days in (None, (10.0, 100.0)):
        shown.session.set_day_range(days)
        assert left.figure.day_range == middle.figure.day_range
    middle.figure.set_day_range(50.0, 90.0)
    assert shown.session.day_range == (50.0, 90.0)
    assert left.figure.day_range == (50.0, 90.0)
    boxes = [{s.panel.name: s.panel.box for s in page.figure.drawing.strips} for page in (left, middle)]
    for name, box in boxes[0].items():
        other = boxes[1][name]
        assert (box.top, box.bottom, box.low, box.high) == (other.top, other.bottom, other.low, other.high)


def test_aligned_on_an_event_the_event_stands_at_the_same_place(shown, compare):
    shown.session.set_pinned(("SSC-007",))
    shown.session.set_usubjid("SSC-005")
    choose(compare.on, "event:2")
    events = shown.session.trial.study.adverse_events
    where = []
    for page, usubjid in zip(pages(compare), ("SSC-007", "SSC-005"), strict=True):
        mine = events[(events["USUBJID"] == usubjid) & (events["AETOXGR"] >= 2) & (events["ASTDY"] > 0)]
        first, last = page.figure.day_range
        where.append((mine["ASTDY"].min() - first) / (last - first))
    assert where[0] == pytest.approx(where[1], abs=0.002)
    assert compare.note.text() == "Aligned on first event of grade 2 or worse."


def test_who_cannot_be_aligned_is_named(shown, compare):
    shown.session.set_pinned(("SSC-007", "SSC-001"))
    choose(compare.on, "stop")
    assert compare.note.text() == "Aligned on stop. Without stop, aligned on day 1: SSC-001."


def test_of_more_than_four_the_last_are_abreast_and_all_are_in_one_picture(shown, compare):
    who = shown.session.trial.study.usubjids[:7]
    shown.session.set_pinned(who)
    assert [page.name.text() for page in pages(compare)] == list(who[-4:])
    assert compare.note.text().startswith("The last 4 of 7 are shown.")
    choose(compare.shows, "overlaid")
    chart = compare.chart.chart
    assert [line.usubjid for line in chart.data.lines] == list(who)
    looks = {(chart.colour(i), i % 6, i >= 6) for i in range(len(who))}
    assert len(looks) == len(who)


def test_a_click_on_a_page_makes_it_the_one_shown(shown, compare):
    shown.session.set_pinned(("SSC-007",))
    pages(compare)[0].picked.emit("SSC-007", None)
    assert shown.session.usubjid == "SSC-007"
    assert shown.session.compared == ("SSC-007", "SSC-001")


@pytest.mark.parametrize("shows", ["abreast", "overlaid"])
def test_saved_as_one_figure_and_made_again_from_its_manifest(shown, compare, demo, tmp_path, shows, qtbot):
    qtbot.waitUntil(lambda: bool(shown.session.frame.models), timeout=60_000)
    shown.session.set_pinned(("SSC-007",))
    shown.session.set_usubjid("SSC-005")
    choose(compare.shows, shows)
    choose(compare.on, "event:2")
    for suffix in ("svg", "png", "pdf"):
        path = tmp_path / f"two.{suffix}"
        shown.figures.write(FigureChoices(path, 174.0, 0.0, 150, 7.0, None, footer=True, manifest=True))
        assert path.stat().st_size > 3000, shown.message.text
    text = (tmp_path / "two.svg").read_text(encoding="utf-8")
    assert "SSC-007" in text
    assert "SSC-005" in text
    kept = json.loads((tmp_path / "two.svg.json").read_text(encoding="utf-8"))
    assert kept["files"][0]["kind"] == "comparison"
    folder = tmp_path / "again"
    trial = Prepared(demo.collected, demo.study, demo.report, demo.plan, demo.mapping)
    remade = make_again(read_manifest(tmp_path / "two.svg.json"), trial, folder)
    assert [path.name for path in remade.files] == ["two.svg"]
    assert remade.differs == ()


def test_the_dialog_names_the_patients_and_copies(shown, compare):
    shown.session.set_pinned(("SSC-007",))
    shown.actions_["save"].trigger()
    assert shown.figures.dialog.windowTitle() == "Save figure of patients SSC-007, SSC-001"
    shown.figures.dialog.reject()
    shown.figures.copy()
    assert not QGuiApplication.clipboard().image().isNull()
    assert shown.message.text == "Figure of patients compared copied."


def test_what_does_not_fit_is_said(shown, compare, tmp_path):
    shown.session.set_pinned(shown.session.trial.study.usubjids[:4])
    choices = FigureChoices(Path(tmp_path / "x.png"), 60.0, 0.0, 150, 7.0, None, footer=True, manifest=True)
    shown.figures.write(choices)
    assert "4 pages beside each other need a width of" in shown.message.text
    assert not choices.path.exists()


def test_another_file_ends_the_comparison(shown, demo):
    shown.session.set_pinned(("SSC-007",))
    show_trial(shown, dataclasses.replace(demo, path=Path("/nowhere/other.xlsx")))
    assert shown.session.pinned == ()
    assert shown.trial_window.workspace.patient.isVisible()
