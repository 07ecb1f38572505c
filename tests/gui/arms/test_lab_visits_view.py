"""The laboratory visit by visit on screen: counts open their values, and the result is the choice's."""

import pytest

from sscviewer.gui.safety.labs.visits import COUNTED
from tests.gui.trials import settle


def test_counts_open_their_patients_and_can_be_saved(shown, armed, qtbot):
    page, view = shown(armed, "safety", "lab_visits")
    view.test.setCurrentIndex(view.test.findData("ALT"))
    view.test.activated.emit(view.test.currentIndex())
    settle(page, qtbot)
    assert page.table().rows
    found = view.result.found
    assert found.test.parameter.paramcd == "ALT"
    for at, row in enumerate(found.rows[:9]):
        cells = view.rows.model.listing.rows[at]
        for column, name in COUNTED.items():
            assert cells[column] == str(len(getattr(row, name)))
            if getattr(row, name):
                view.rows.cell_chosen.emit(at, column)
                patients = {line[0] for line in page.drill.model.listing.rows}
                assert patients == set(getattr(row, name))


@pytest.mark.parametrize("name", ["lab_visits", "ancova", "subgroups", "arm_times", "events_compared"])
def test_every_view_hands_out_what_it_shows(shown, armed, name):
    page, view = shown(armed, "efficacy" if name in ("ancova", "subgroups", "arm_times") else "safety", name)
    assert page.figure() is view.chart.figure
    assert page.table().rows == view.rows.model.listing.rows


def test_one_arm_has_means_by_visit(shown, demo):
    _, view = shown(demo, "safety", "lab_visits")
    assert view.rows.model.listing.rows
    assert {row[1] for row in view.rows.model.listing.rows} == {"All patients"}
    assert "95 % CI" in view.chart.chart.data.axis.title
