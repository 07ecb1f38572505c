"""Presenting: one page, large; arrows go from patient to patient; Esc brings everything back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.gui.trials import show_trial


@pytest.fixture
def shown(window, demo, qtbot):
    show_trial(window, demo)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def press(window, key):
    QTest.keyClick(window.focusWidget() or window, key)


def parts(window):
    panes = window.trial_window
    return (
        window.menuBar(),
        panes.list_dock,
        panes.details_dock,
        window.statusBar(),
        panes.workspace.tabs,
        panes.workspace.patient.bar,
    )


def test_by_keyboard(shown):
    before = shown.trial_window.workspace.font().pointSizeF()
    visible = [part.isVisible() for part in parts(shown)]
    assert all(visible)
    press(shown, Qt.Key.Key_F11)
    assert shown.isFullScreen()
    assert not any(part.isVisible() for part in parts(shown))
    figure = shown.trial_window.workspace.patient.figure
    assert shown.trial_window.workspace.font().pointSizeF() == pytest.approx(1.5 * before)
    large = figure.drawing.ink.em
    assert "Esc ends the presentation" in shown.message.text
    seen = [shown.session.usubjid]
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        press(shown, key)
        seen.append(shown.session.usubjid)
    assert seen == ["SSC-001", "SSC-002", "SSC-003", "SSC-002"]
    press(shown, Qt.Key.Key_2)
    assert shown.session.view == "cohort"
    press(shown, Qt.Key.Key_1)
    press(shown, Qt.Key.Key_Escape)
    assert not shown.isFullScreen()
    assert [part.isVisible() for part in parts(shown)] == visible
    assert figure.drawing.ink.em == pytest.approx(large / 1.5, rel=0.05)
    assert not shown.actions_["present"].isChecked()


def test_f11_again_and_the_start_page_end_it(shown):
    shown.actions_["present"].trigger()
    assert shown.presentation.is_on
    shown.actions_["present"].trigger()
    assert not shown.presentation.is_on
    shown.actions_["present"].trigger()
    shown.show_start()
    assert not shown.presentation.is_on
    assert shown.menuBar().isVisible()


def test_details_that_were_put_away_stay_away(shown):
    shown.trial_window.show_details(False)
    shown.actions_["present"].trigger()
    press(shown, Qt.Key.Key_Escape)
    assert not shown.trial_window.details_dock.isVisible()


def test_arrows_outside_a_presentation_belong_to_what_has_the_focus(shown):
    shown.trial_window.list.table.setFocus()
    press(shown, Qt.Key.Key_Right)
    assert shown.session.usubjid == "SSC-001"
