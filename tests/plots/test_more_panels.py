"""Lanes of medication, history and laboratory, and the heads of classes: where they lie and what they say."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from sscviewer.analysis.patient.event_choice import EventChoice
from sscviewer.analysis.patient.patient_page import patient_page, trial_frame
from sscviewer.analysis.shown_parameters import LANES, default_panels, default_parameters, lanes_with_data
from sscviewer.plots.panel import View
from sscviewer.plots.paper.figure_files import FigureSize
from sscviewer.plots.paper.figure_settings import FigureSettings
from sscviewer.plots.patient.lanes_panel import CLASS_KEY
from sscviewer.plots.patient.page_drawing import PageDrawing, whole_range
from sscviewer.plots.patient.save import lay_out_on_paper, save_patient_figure
from sscviewer.plots.safe_painter import painting

PANELS = ("FVCPP", *LANES)


@pytest.fixture(scope="module")
def frame(demo_study):
    return trial_frame(demo_study, PANELS)


@pytest.fixture
def laid_out(demo_study, frame, ink):
    """Return the panels of a patient's page on screen, by name."""

    def of(usubjid, order="onset", choice=None, height=2400.0):
        page = patient_page(demo_study, usubjid, frame, PANELS, order, choice or EventChoice())
        drawing = PageDrawing(frame, ink)
        drawing.lay_out(page, View(*whole_range(frame)), 1000, height)
        return {panel.name: panel for panel in drawing.panels}, page, drawing

    return of


def test_lanes_come_by_themselves_only_where_there_is_room(demo_study, tiny_study):
    assert lanes_with_data(demo_study) == tuple(LANES)
    assert default_panels(demo_study) == default_parameters(demo_study)
    few = replace(demo_study, parameters={"ALT": demo_study.parameters["ALT"]})
    assert default_panels(few) == ("ALT", *LANES)
    assert set(default_panels(tiny_study)) - set(lanes_with_data(tiny_study)) == set(
        default_parameters(tiny_study)
    )


def test_panels_stand_in_their_order_and_only_those_asked_for(laid_out, demo_study, ink):
    panels, _, drawing = laid_out("SSC-003")
    assert drawing.data_names == ("dose", "events", "FVCPP", "labs", "medications", "history")
    calm = PageDrawing(trial_frame(demo_study, ("FVCPP",)), ink)
    assert calm.data_names == ("dose", "events", "FVCPP")
    tops = [panels[name].box.top for name in drawing.data_names]
    assert tops == sorted(tops)


@pytest.mark.parametrize("table", ["medications", "history"])
def test_every_record_in_sight_is_told_where_it_lies(laid_out, demo_study, table):
    told = 0
    for usubjid in demo_study.usubjids[:6]:
        panels, page, _ = laid_out(usubjid)
        panel = panels[table]
        lanes = next(of.lanes for of in page.records if of.table == table)
        height = panel._lane(panel.box, panel.scene)
        for i, lane in enumerate(lanes):
            y = panel.box.top + (i + 0.5) * height
            assert panel.mark_at(panel.box.left - 5, y).row == lane.records[0].row
            for record in lane.records:
                begin, end = panel._shape(record, panel.box, panel.scene).reach
                x = (max(begin, panel.box.left) + min(end, panel.box.right)) / 2
                if begin < panel.box.right and end > panel.box.left:
                    mark = panel.mark_at(x, y)
                    assert mark.table == table
                    told += mark.row == record.row
                    assert mark.srcref == demo_study.column(table, "SRCREF")[mark.row]
    assert told > 25


def test_every_laboratory_value_is_told_on_its_day_with_its_grade(laid_out, demo_study):
    graded = 0
    for usubjid in demo_study.usubjids:
        panels, page, _ = laid_out(usubjid)
        panel, rows = panels["labs"], panels["labs"]._rows(panels["labs"].scene, 1000)
        for i, lane in enumerate(page.labs.lanes):
            for k, day in enumerate(lane.day):
                x = panel.box.x(day + 0.5)
                if panel.box.left <= x <= panel.box.right:
                    mark = panel.mark_at(x, panel.box.row_y(i, rows))
                    near = np.abs(lane.day - day) <= 1
                    assert mark.row in set(lane.row[near])
                    if lane.grade[k] >= 1 and near.sum() == 1:
                        assert f"grade {lane.grade[k]:.0f}" in mark.text
                        graded += 1
    assert graded > 10


def test_the_head_of_a_class_tells_how_many_events_and_folds(laid_out):
    panels, page, _ = laid_out("SSC-003", "class")
    events = panels["events"]
    heads = [(i, lane) for i, lane in enumerate(page.timeline.lanes) if lane.is_head]
    assert len(heads) > 2
    for i, lane in heads:
        mark = events.mark_at(events.box.outer_left + 4, events.middle(i))
        assert mark.key == CLASS_KEY + lane.body_system
        assert mark.text.endswith("click to fold")
    folded = EventChoice(folded=frozenset(lane.body_system for _, lane in heads))
    panels, page, _ = laid_out("SSC-003", "class", folded)
    assert len(page.timeline.lanes) == len(heads)
    shapes = panels["events"].shapes()
    assert sum(map(len, shapes)) == len(page.timeline.events)
    event, shape = shapes[0][-1]
    mark = panels["events"].mark_at((shape.left + shape.right) / 2, panels["events"].middle(0))
    assert mark.row == event.row


def test_no_line_of_a_dose_change_ends_at_an_event_that_is_not_drawn(laid_out, demo_study):
    tied = 0
    for usubjid in demo_study.usubjids:
        panels, page, _ = laid_out(usubjid)
        whole = len(panels["events"]._links(panels["events"].box, panels["events"].scene))
        tied += whole
        panels, page, _ = laid_out(usubjid, choice=EventChoice(text="no such event"))
        assert panels["events"]._links(panels["events"].box, panels["events"].scene) == []
        assert page.timeline.shown_words.startswith(f"0 of {len(page.timeline.events)} events shown")
    assert tied


def test_paper_has_the_same_lanes_and_says_what_is_left_out(demo_study, frame, tmp_path):
    choice = EventChoice(least_grade=2)
    page = patient_page(demo_study, "SSC-001", frame, PANELS, "class", choice)
    path = tmp_path / "page.svg"
    save_patient_figure(path, page, frame, FigureSettings())
    text = path.read_text(encoding="utf-8")
    assert page.timeline.shown_words in text
    assert page.labs.version in text
    assert page.records[0].lanes[0].label in text
    paper = lay_out_on_paper(page, frame, FigureSettings(panels=("labs", "history")))
    assert paper.drawing.data_names == ("labs", "history")


def test_what_changed_since_an_export_is_ringed_and_says_so_on_screen_only(demo_study, frame, ink, tmp_path):
    plain = patient_page(demo_study, "SSC-001", frame, PANELS)
    event, course = plain.timeline.events[0], plain.trajectories[0]
    rows = {("adverse_events", event.row): "Grade: 1 → 2", ("measurements", int(course.row[1])): "added"}
    page = replace(plain, changed=rows, since="export_1.xlsx")
    drawing, view = PageDrawing(frame, ink), View(*whole_range(frame))
    pictures = {}
    for name, one in (("plain", plain), ("ringed", page)):
        drawing.lay_out(one, view, 1000, 1600)
        image = QImage(1000, 1600, QImage.Format.Format_RGB32)
        image.fill(ink.style.background)
        with painting(image) as painter:
            drawing.paint(painter)
        pictures[name] = image
    panel = next(p for p in drawing.panels if p.name == "FVCPP")
    x, y = panel.box.x(course.day[1]), panel.box.y(course.aval[1])
    radius = ink.style.px(ink.style.point_pt)
    near = [(x + radius, y), (x - radius, y), (x, y + radius), (x, y - radius)]
    assert all(_has(pictures["ringed"], at, ink.style.chosen) for at in near)
    assert not any(_has(pictures["plain"], at, ink.style.chosen) for at in near)
    assert drawing.mark_at(x, y).text.endswith("since export_1.xlsx: added")
    assert drawing.mark_at(panel.box.x(course.day[2]), panel.box.y(course.aval[2])).text.count("since") == 0
    paths = tmp_path / "plain.svg", tmp_path / "ringed.svg"
    for path, one in zip(paths, (plain, page), strict=True):
        save_patient_figure(path, one, frame, FigureSettings())
    assert paths[0].read_bytes() == paths[1].read_bytes()


def _has(image, at, colour, reach=2):
    """Return whether a colour, or nearly it, lies near a position."""
    wanted = QColor(colour)
    for dx in range(-reach, reach + 1):
        for dy in range(-reach, reach + 1):
            got = image.pixelColor(round(at[0]) + dx, round(at[1]) + dy)
            apart = (got.red() - wanted.red(), got.green() - wanted.green(), got.blue() - wanted.blue())
            if max(map(abs, apart)) < 60:
                return True
    return False


@pytest.mark.parametrize("width_mm", [85.0, 174.0])
def test_no_words_of_the_lanes_lie_outside_the_paper(demo_study, frame, width_mm):
    page = patient_page(demo_study, "SSC-001", frame, PANELS, "class", EventChoice(least_grade=1))
    paper = lay_out_on_paper(page, frame, FigureSettings(size=FigureSize(width_mm), font_pt=8))
    ink = paper.drawing.ink
    ink.written = []
    image = QImage(round(paper.width / 4), round(paper.height / 4), QImage.Format.Format_RGB32)
    with painting(image) as painter:
        painter.scale(0.25, 0.25)
        paper.drawing.paint(painter)
    for along, x, text in ink.written:
        least = min(ink.width(text, font) for font in (ink.plain, ink.small, ink.strong))
        left = x - least * {"left": 0.0, "right": 1.0, "centre": 0.5}[along]
        assert left >= -1, text
        assert left + least <= paper.width + 1, text
    said = {text for _, _, text in ink.written}
    assert any(text.startswith("Concomitant") for text in said)
