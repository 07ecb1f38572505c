"""One value walks the whole way: cell, table row, trajectory, drawn point, hover text."""

import numpy as np
import openpyxl
import pytest

from sscviewer.analysis.patient.patient_page import patient_page, trial_frame
from sscviewer.analysis.patient.trajectory import trajectory
from sscviewer.analysis.shown_parameters import default_parameters

SHEET, USUBJID, VISIT, HEADER = "Pulmonary Function", "SSC-001", "Month 3", "FVC (% predicted)"


@pytest.fixture(scope="module")
def cell(demo_path):
    sheet = openpyxl.load_workbook(demo_path, read_only=False, data_only=True)[SHEET]
    header = {c.value: c.column for c in sheet[1]}
    for row in sheet.iter_rows(min_row=2):
        values = {name: row[column - 1].value for name, column in header.items()}
        if values["Subject"].strip() == USUBJID and values["Visit"].strip() == VISIT:
            return row[header[HEADER] - 1], values["Test date"]
    raise AssertionError("the demo has no such row")


def test_cell_to_table(demo_study, cell):
    found, _ = cell
    frame = demo_study.measurements
    row = frame[frame["SRCREF"] == f"{SHEET}!{found.coordinate}"]
    assert len(row) == 1
    assert row["PARAMCD"].item() == "FVCPP"
    assert row["USUBJID"].item() == USUBJID
    assert row["AVAL"].item() == float(found.value)


def test_table_to_trajectory(demo_study, cell):
    found, date = cell
    course = trajectory(demo_study, USUBJID, "FVCPP")
    i = course.srcref.index(f"{SHEET}!{found.coordinate}")
    day1 = demo_study.value(USUBJID, "TRTSDT").astype("datetime64[D]")
    assert course.aval[i] == float(found.value)
    assert course.day[i] == (np.datetime64(date.date()) - day1).astype(int) + 1


def test_trajectory_to_pixel(demo_study, cell, qtbot):
    from sscviewer.plots.patient.patient_figure import PatientFigure
    from sscviewer.plots.style import load_fonts, screen_style

    load_fonts()
    found, _ = cell
    parameters = default_parameters(demo_study)
    frame = trial_frame(demo_study, parameters)
    page = patient_page(demo_study, USUBJID, frame, parameters)
    course = page.trajectories[parameters.index("FVCPP")]
    i = course.srcref.index(f"{SHEET}!{found.coordinate}")
    figure = PatientFigure(screen_style(dark=False, font_pt=9, pixel_ratio=1))
    qtbot.addWidget(figure)
    figure.resize(1200, 800)
    figure.set_frame(frame)
    figure.show_page(page)
    figure.show()
    qtbot.waitExposed(figure)
    drawing = figure.drawing
    box = next(strip.panel.box for strip in drawing.strips if strip.panel.name == "FVCPP")
    mark = drawing.mark_at(box.x(course.day[i]), box.y(course.aval[i]))
    assert mark is not None
    assert mark.srcref == f"{SHEET}!{found.coordinate}"
    assert f"{float(found.value):g}" in mark.text
    colour = figure.grab().toImage().pixelColor(round(box.x(course.day[i])), round(box.y(course.aval[i])))
    assert colour.saturation() > 100, "no coloured point where the data says"
