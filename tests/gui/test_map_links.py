"""Where the workbook has no sheet of something, the figure says so and offers to map one."""

import dataclasses

import pytest
from PySide6.QtCore import Qt

from tests.gui.trials import renamed, show_trial


@pytest.fixture
def without_events(window, trial):
    frame = dataclasses.replace(trial.frame, has_events=False)
    show_trial(window, dataclasses.replace(trial, frame=frame))
    return window


def links(window):
    found = window.trial_window.workspace.patient.links.links
    return {name: link for name, link in found.items() if link.isVisible()}


def test_the_link_stands_in_its_panel_and_opens_the_mapping(without_events, qtbot, monkeypatch):
    window = without_events
    (link,) = links(window).values()
    assert "This workbook has no adverse-event sheet." in link.text()
    assert "no adverse-event sheet" in link.accessibleName()
    figure = window.trial_window.workspace.patient.figure
    (panel,) = [p for p in figure.drawing.panels if p.name == "events"]
    middle = link.geometry().center()
    assert panel.box.top < middle.y() < panel.box.bottom
    assert abs(middle.x() - (panel.box.left + panel.box.right) / 2) <= 1
    window.actions_["map"].triggered.disconnect()
    link.setFocus()
    with qtbot.waitSignal(window.actions_["map"].triggered):
        qtbot.keyClick(link, Qt.Key.Key_Tab)
        qtbot.keyClick(link, Qt.Key.Key_Return)


def test_a_file_with_events_has_no_link(without_events, trial):
    assert set(links(without_events)) == {"events"}
    show_trial(without_events, renamed(trial, "1" * 64))
    assert links(without_events) == {}
