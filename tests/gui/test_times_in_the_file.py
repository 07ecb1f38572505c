"""Times to events of the file (ADTTE) are pictures of the view of time on drug."""

import openpyxl
import pytest

from tests.gui.conftest import PLAN, HowToRead, load_trial, ticket
from tests.gui.trials import show_trial, shown

TIMES = [("01", "Drug", 40, 0), ("02", "Drug", 70, 1), ("03", "Drug", 100, 0), ("04", "Placebo", 50, 0)]


@pytest.fixture
def loaded(tmp_path):
    book = openpyxl.Workbook()
    book.remove(book.active)
    patients, times = book.create_sheet("ADSL"), book.create_sheet("ADTTE")
    patients.append(["USUBJID", "TRT01P", "TRT01A", "SAFFL"])
    times.append(["USUBJID", "PARAMCD", "PARAM", "AVAL", "CNSR"])
    for who, arm, time, censored in TIMES:
        patients.append([who, arm, arm, "Y"])
        times.append([who, "PFS", "Progression-free survival (days)", time, censored])
    book.save(tmp_path / "times.xlsx")
    return load_trial(tmp_path / "times.xlsx", ticket(), HowToRead(), lambda: PLAN)


def test_a_file_with_times_and_nothing_else_has_their_curves_by_arm(window, qtbot, loaded):
    show_trial(window, loaded)
    window.session.set_view("dose")
    view = shown(window.trial_window.workspace.analysis["dose"], qtbot, "time_on_drug")
    assert view.picture.currentText() == "Progression-free survival (days)"
    curves = {curve.label: curve for curve in view.chart.chart.data.curves}
    assert set(curves) == {"Drug", "Placebo"}
    assert curves["Drug"].value[-1] == pytest.approx(0.0)  # the last of the drug's patients has the event
    rows = {row[0]: row[1:3] for row in view.rows.model.listing.rows}
    assert rows["Drug"] == ("3", "2")
    assert "CNSR 0 is an event" in view.figure().note
