"""The search for controls without a name finds each one whose name is taken away."""

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QScrollArea, QToolButton, QWidget

from sscviewer.gui.analysis.controls import Controls
from sscviewer.gui.panes.table_pane import TablePane
from sscviewer.plots.charts.chart_view import ChartView
from tests.gui.names import nameless


@pytest.fixture
def pane(qtbot):
    root = QWidget()
    qtbot.addWidget(root)
    controls = Controls(root)
    controls.combo("Endpoint", [("a", "A")])
    controls.number("At least", 0, 10, 5)
    controls.tick("Model")
    TablePane("Rows", root)
    ChartView("Picture", parent=root)
    QScrollArea(root).setAccessibleName("Area")
    QToolButton(root).setAccessibleName("More")
    return root


def test_a_whole_pane_has_names(pane):
    assert nameless(pane) == []


@pytest.mark.parametrize("name", ["Endpoint", "At least", "Rows", "Search rows", "Picture", "Area", "More"])
def test_a_name_taken_away_is_missed(pane, name):
    (widget,) = [one for one in pane.findChildren(QWidget) if one.accessibleName() == name]
    widget.setAccessibleName("")
    (found,) = nameless(pane)
    assert found.startswith(type(widget).__name__)


def test_words_of_a_button_are_its_name_and_a_label_needs_none(pane):
    QPushButton("Save", pane)
    QLabel("words", pane)
    assert nameless(pane) == []
    QComboBox(pane)
    assert len(nameless(pane)) == 1
