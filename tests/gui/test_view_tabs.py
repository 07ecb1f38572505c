"""The names of the views of a page are all in sight, by mouse and keyboard, however many there are."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from sscviewer.gui.analysis.needs import WORDS
from sscviewer.gui.state.patient_filter import PatientFilter
from tests.gui.trials import settle, show_trial


@pytest.fixture
def efficacy(window, demo, qtbot):
    window.resize(1024, 700)
    show_trial(window, demo)
    window.session.set_view("efficacy")
    page = window.trial_window.workspace.analysis["efficacy"]
    settle(page, qtbot)
    return page


def names(page):
    return page.tabs.findChildren(QAbstractButton)


def test_every_name_is_whole_and_the_window_no_higher(efficacy, window):
    window.session.set_filters(PatientFilter(status=("stopped",), least_grade=3))
    QApplication.processEvents()
    room = efficacy.tabs.rect()
    places = [name.geometry() for name in names(efficacy)]
    assert len(places) == 17
    assert all(room.contains(place) for place in places)
    assert not any(a.intersects(b) for a in places for b in places if a is not b)
    assert room.contains(efficacy.who.geometry())
    assert efficacy.who.width() >= efficacy.who.fontMetrics().horizontalAdvance(efficacy.who.text())
    assert (window.width(), window.height()) == (1024, 700)
    assert window.minimumSizeHint().height() < 700


def test_arrow_keys_go_from_view_to_view(efficacy, window, qtbot):
    window.activateWindow()
    first, second, *_ = names(efficacy)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert second.isChecked()
    assert efficacy.view.name == "endpoints"
    settle(efficacy, qtbot)


def test_of_one_arm_nothing_is_compared_and_it_says_so(efficacy, qtbot):
    efficacy.show_view("ancova")
    settle(efficacy, qtbot)
    assert efficacy.stack.currentWidget() is efficacy.nothing
    assert efficacy.nothing.text() == WORDS["arms"]
    assert efficacy.figure() is None
    faint = {
        name.text() for name in names(efficacy) if name.foregroundRole() == QPalette.ColorRole.PlaceholderText
    }
    assert faint == {"Responders compared", "ANCOVA", "Tests", "Subgroups", "Tipping point"}
