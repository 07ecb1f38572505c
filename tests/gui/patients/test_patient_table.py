"""The list of patients on screen, painted by rows and not by Qt's delegates."""

import pytest
from PySide6.QtCore import QRect

from sscviewer.gui.patients.patient_table import PatientTable
from sscviewer.gui.state.patient_model import PatientModel
from sscviewer.gui.state.theme import load_theme


@pytest.fixture
def table(qtbot, trial):
    model = PatientModel()
    model.set_patients(trial.patients, frozenset())
    table = PatientTable(model, load_theme(dark=False))
    qtbot.addWidget(table)
    table.resize(400, 500)
    table.show()
    return table


def test_any_part_of_it_can_be_painted_alone(table):
    """What is below the last row, where a message went away, and each row by itself."""
    area = table.viewport().rect()
    table.selectRow(table.model().rowCount() - 1)
    whole = table.viewport().grab().toImage()
    for top in (0, table.rowHeight(0), area.height() - 20):
        part = QRect(0, top, area.width(), 20)
        table.viewport().repaint(part)
        assert table.viewport().grab(part).toImage() == whole.copy(part)
