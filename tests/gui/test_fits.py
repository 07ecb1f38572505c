"""The window fits a small screen: its least width, panes that fold away, messages that move nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from sscviewer.gui.analysis.controls import Controls
from sscviewer.gui.patients.patient_table import GIVE_WAY
from sscviewer.gui.state.patient_model import ID
from sscviewer.gui.state.showing import VIEWS
from tests.gui.trials import show_trial

ACROSS = Qt.Orientation.Horizontal
MOST = 900
"""The least width of the window is to be under this, px, at the usual size of text."""


@pytest.fixture
def small(window, demo):
    show_trial(window, demo)
    window.resize(1024, 700)
    QApplication.processEvents()
    return window


@pytest.mark.parametrize("view", VIEWS)
def test_the_window_can_be_narrower_than_900(small, view):
    small.actions_["details"].setChecked(True)
    small.trial_window.show_details(True)
    small.session.set_view(view)
    QApplication.processEvents()
    assert small.minimumSizeHint().width() < MOST
    assert small.minimumSizeHint().height() <= 700


def test_details_fold_away_in_a_narrow_window_and_come_back(small):
    details = small.trial_window.details_dock
    assert not details.isVisible()
    small.resize(1400, 800)
    QApplication.processEvents()
    assert details.isVisible()
    assert small.actions_["details"].isChecked()
    small.resize(1000, 700)
    QApplication.processEvents()
    assert not details.isVisible()


def test_details_asked_for_in_a_narrow_window_stay(small):
    small.trial_window.show_details(True)
    assert small.trial_window.details_dock.isVisible()
    small.resize(950, 700)
    QApplication.processEvents()
    assert small.trial_window.details_dock.isVisible()
    small.trial_window.show_details(False)
    small.resize(1400, 800)
    QApplication.processEvents()
    assert not small.trial_window.details_dock.isVisible()


def test_a_narrow_list_leaves_out_what_the_page_has_and_never_the_patient(small):
    table = small.trial_window.list.table
    dock = small.trial_window.list_dock
    small.resizeDocks([dock], [230], ACROSS)
    QApplication.processEvents()
    hidden = [column for column in GIVE_WAY if table.isColumnHidden(column)]
    assert hidden
    assert not table.isColumnHidden(ID)
    shown = sum(
        table.columnWidth(c) for c in range(table.model().columnCount()) if not table.isColumnHidden(c)
    )
    assert shown <= table.viewport().width() + 1
    small.resizeDocks([dock], [420], ACROSS)
    QApplication.processEvents()
    assert not any(table.isColumnHidden(c) for c in GIVE_WAY if small.patients.has_column(c))


def test_the_list_follows_the_size_of_the_text(small):
    table = small.trial_window.list.table
    before = table.columnWidth(ID)
    small.preferring.text_size.set_percent(150)
    QApplication.processEvents()
    metrics = table.fontMetrics()
    assert table.columnWidth(ID) >= 1.3 * before
    assert table.rowHeight(0) >= metrics.height()
    assert small.minimumSizeHint().width() < 1.5 * MOST
    small.preferring.text_size.restore()


def test_headings_and_notes_with_a_size_of_their_own_follow_the_size_of_the_text(small):
    head = small.trial_window.workspace.patient.head
    labels = (head.name, head.course, head.outcome)
    before = [label.font().pointSizeF() for label in labels]
    assert len(set(before)) == 3
    small.preferring.text_size.set_percent(200)
    QApplication.processEvents()
    small.preferring.text_size.set_percent(150)
    QApplication.processEvents()
    assert [label.font().pointSizeF() for label in labels] == pytest.approx([1.5 * size for size in before])
    assert head.name.font().bold()
    small.preferring.text_size.restore()
    QApplication.processEvents()
    assert [label.font().pointSizeF() for label in labels] == pytest.approx(before)


def test_a_message_moves_nothing_and_is_seen_whole(small):
    tabs = small.trial_window.workspace.tabs
    before = tabs.mapTo(small, tabs.rect().topLeft()), small.trial_window.workspace.size()
    small.message.say("A sentence that is so long that it takes more than one line. " * 6)
    small.progress.begin("Reading")
    QApplication.processEvents()
    assert (tabs.mapTo(small, tabs.rect().topLeft()), small.trial_window.workspace.size()) == before
    page = small.centralWidget()
    for strip in (small.message, small.progress):
        assert strip.isVisible()
        place = strip.mapTo(page, strip.rect().topLeft())
        assert page.rect().contains(place)
        assert page.rect().contains(strip.mapTo(page, strip.rect().bottomRight()))
    assert small.message.height() >= small.message.layout().heightForWidth(small.message.width())
    small.message.hide()
    small.progress.hide()
    small.hint.put_away()
    assert not small.strips.isVisible()


def test_a_long_name_of_an_arm_makes_no_view_wide(qtbot):
    controls = Controls()
    qtbot.addWidget(controls)
    arm = controls.combo("Arm", [("a", 30 * "Placebo, then ")])
    assert arm.sizeHint().width() > MOST
    assert controls.minimumSizeHint().width() < MOST / 4
