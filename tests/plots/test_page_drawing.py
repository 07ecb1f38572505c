from dataclasses import replace
from itertools import chain, pairwise
from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from sscviewer.plots.panel import Room, View
from sscviewer.plots.patient import lanes_panel
from sscviewer.plots.patient.edge_labels import spread
from sscviewer.plots.patient.page_drawing import PageDrawing, share_out, whole_range

PATIENTS = ("S01", "S02", "S03", "S04", "S05", "S06", "S07", "S08")


def drawn(trial, usubjid, ink, width=1000.0, height=None, **view):
    drawing = PageDrawing(trial.frame, ink)
    first, last = whole_range(trial.frame)
    chosen = View(**({"first": first, "last": last} | view))
    page = trial.page(usubjid)
    height = height or max(700.0, drawing.wanted_height(page, chosen, width, least=True))
    drawing.lay_out(page, chosen, width, height)
    image = QImage(int(width), int(height), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    drawing.paint(painter)
    painter.end()
    return drawing, height


@pytest.mark.parametrize("usubjid", PATIENTS)
@pytest.mark.parametrize("unit", ["months", "days", "dates"])
def test_every_patient_can_be_drawn(dense, ink, usubjid, unit) -> None:
    drawn(dense, usubjid, ink, time_unit=unit, bands=frozenset({"cohort", "relative10", "eligibility"}))


@pytest.mark.parametrize("usubjid", ["A1", "A2", "A3", "A10"])
def test_every_patient_of_a_sparse_trial_can_be_drawn(tiny, ink, usubjid) -> None:
    drawn(tiny, usubjid, ink)


def test_a_day_is_at_the_same_place_in_every_panel(dense, ink) -> None:
    drawing, _ = drawn(dense, "S02", ink)
    assert len({strip.panel.box.x(100.0) for strip in drawing.strips}) == 1
    assert len({strip.panel.box.left for strip in drawing.strips}) == 1


@pytest.mark.parametrize("usubjid", PATIENTS)
def test_panels_neither_overlap_nor_leave_the_figure(dense, ink, usubjid) -> None:
    drawing, height = drawn(dense, usubjid, ink)
    edges = [(strip.top, strip.bottom) for strip in drawing.strips]
    assert all(low <= high for low, high in edges)
    assert all(a[1] <= b[0] + 1e-6 for a, b in pairwise(edges))
    assert edges[-1][1] <= height


def test_value_axes_are_the_same_for_all_patients(dense, ink) -> None:
    def axes(usubjid: str) -> list[tuple[float, float]]:
        return [(s.panel.box.low, s.panel.box.high) for s in drawn(dense, usubjid, ink)[0].strips]

    assert axes("S01") == axes("S03") == axes("S07")


def test_lanes_do_not_hide_each_other_and_can_be_read(dense, ink) -> None:
    drawing, _ = drawn(dense, "S02", ink)
    lanes = next(strip.panel for strip in drawing.strips if strip.panel.name == "events")
    middles = [lanes.middle(i) for i in range(34)]
    assert np.diff(middles).min() >= 1.1 * ink.em
    assert len(lanes.shapes()) == 34
    assert lanes.box.top < middles[0] < middles[-1] < lanes.box.bottom


def test_every_event_of_the_page_is_on_view_or_pointed_to(dense, ink) -> None:
    drawing, _ = drawn(dense, "S02", ink)
    lanes = next(strip.panel for strip in drawing.strips if strip.panel.name == "events")
    for _, shape in chain(*lanes.shapes()):
        begin, end = shape.reach
        assert end > lanes.box.left
        assert begin < lanes.box.right


def test_heights_fill_the_room_or_shrink_to_the_least() -> None:
    rooms = [Room(10, 20, 1), Room(5, 5)]
    assert share_out(rooms, 45) == [40, 5]
    assert share_out(rooms, 20) == [15, 5]
    assert share_out(rooms, 3) == [10, 5]


def test_edge_labels_are_moved_apart_in_their_order() -> None:
    got = spread([50, 51, 10], 12, 0, 100)
    assert got[2] < got[0] < got[1]
    assert got[1] - got[0] >= 12 - 1e-9
    crowded = spread([99, 99, 99], 12, 0, 100)
    assert max(crowded) <= 94 + 1e-9


def test_events_outside_the_days_on_view_are_pointed_to(dense, ink) -> None:
    drawing, _ = drawn(dense, "S02", ink, first=80.0, last=140.0)
    lanes = next(strip.panel for strip in drawing.strips if strip.panel.name == "events")
    hidden = [lanes._out_of_sight(lanes.box, shape) for _, shape in chain(*lanes.shapes())]
    starts = [event.start_first for event, _ in chain(*lanes.shapes())]
    assert 0 < sum(hidden) < len(hidden)
    assert all(hide for hide, start in zip(hidden, starts, strict=True) if start > 141)


@pytest.mark.parametrize(
    ("has", "words"),
    [(True, "No adverse events recorded"), (False, "This workbook has no adverse-event sheet.")],
)
def test_an_empty_lane_says_whether_nobody_has_events(tiny, ink, monkeypatch, has, words) -> None:
    said = []
    monkeypatch.setattr(lanes_panel, "draw_empty", lambda painter, box, text, ink: said.append(text))
    frame = replace(tiny.frame, has_events=has)
    drawn(SimpleNamespace(frame=frame, page=tiny.page), "A3", ink)
    assert said[-1].startswith(words)


def test_a_file_without_measurements_says_so(tiny, ink) -> None:
    frame = replace(tiny.frame, has_values=False, cohort=())
    drawing, _ = drawn(SimpleNamespace(frame=frame, page=tiny.page), "A3", ink)
    assert [p.lacking for p in drawing.panels if p.lacking] == ["This workbook has no sheet of measurements."]
    assert "no_values" not in drawing.data_names
