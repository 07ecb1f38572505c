"""The drawn flow: boxes inside the figure and apart, every count on it, every line under the mouse."""

from itertools import combinations

import pytest
from PySide6.QtGui import QImage, QPainter

from sscviewer.analysis.enrolment.flow import flow
from sscviewer.plots.charts.chart import Figure, chart_on_paper
from sscviewer.plots.charts.flow import FlowChart, FlowRecipe
from tests.analysis.ended_trials import study_of
from tests.planned import population

ARMS = ("Placebo", "A low dose", "A high dose of the other drug")


@pytest.fixture(scope="module")
def armed():
    """A trial of three arms with everything there is to draw."""
    patients = [(f"P{i:02}", ARMS[i % 3], i < 30) for i in range(36)]
    reasons = [
        "ADVERSE EVENT",
        "LOST TO FOLLOW-UP",
        "WITHDRAWAL BY SUBJECT",
        "STUDY TERMINATED BY SPONSOR",
        "",
    ]
    ends = [(f"P{i:02}", "DISCONTINUED", reasons[i % 5], 20 + i) for i in range(15)]
    ends += [(f"P{i:02}", "COMPLETED", "COMPLETED", 100) for i in range(15, 24)]
    ends += [(f"P{i:02}", "ONGOING", "", 50) for i in range(24, 27)]
    ends += [(f"P{i:02}", "SCREEN FAILURE", "", 1) for i in range(30, 34)]
    study = study_of(patients, ends)
    return flow(study, population(study))


@pytest.fixture(scope="module")
def single(demo_study):
    return flow(demo_study, population(demo_study))


def drawn(found, ink, width, height=None):
    chart = FlowChart(found, ink)
    height = height or chart.wanted_height(width)
    chart.lay_out(width, height)
    image = QImage(int(width), int(height) + 1, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    ink.written = []
    painter = QPainter(image)
    chart.paint(painter)
    painter.end()
    return chart, image


@pytest.mark.parametrize("width", [420.0, 760.0, 1400.0])
@pytest.mark.parametrize("which", ["armed", "single"])
def test_boxes_are_inside_and_apart(request, ink, which, width):
    chart, image = drawn(request.getfixturevalue(which), ink, width)
    rects = [placed.rect for placed in chart.places.boxes.values()]
    assert len(rects) == len(chart.flow.boxes)
    for rect in rects:
        assert rect.left() >= 0
        assert rect.right() <= width
        assert rect.bottom() <= image.height()
    for one, other in combinations(rects, 2):
        assert not one.intersects(other)


def test_every_count_is_written(ink, single):
    drawn(single, ink, 760.0)
    words = " ".join(text for _, _, text in ink.written).replace("\u00a0", " ")
    for said in ("Enrolled (n = 20)", "Stopped (n = 8)", "Adverse event (n = 7)", "Completed (n = 12)"):
        assert said in words
    assert "…" not in words


def test_text_stays_in_its_box(ink, armed):
    chart, _ = drawn(armed, ink, 700.0)
    for placed in chart.places.boxes.values():
        for line in placed.lines:
            font = ink.strong if line.is_title else ink.plain
            assert line.x + ink.width(line.text, font) <= placed.rect.right()
            assert placed.rect.top() < line.y < placed.rect.bottom()


def test_what_is_under_the_mouse(ink, single):
    chart, _ = drawn(single, ink, 760.0)
    stopped = chart.places.boxes["stopped:0"]
    title = chart.mark_at(stopped.rect.center().x(), stopped.lines[0].y)
    assert (title.key, title.text.splitlines()[0]) == ("stopped:0", "Stopped: 8 patients")
    events = chart.mark_at(stopped.rect.center().x(), stopped.lines[1].y)
    assert events.key == "stopped:0/0"
    assert all(usubjid in events.text for usubjid in single.patients(events.key))
    assert chart.mark_at(2.0, 2.0) is None


def test_what_stands_out_is_framed(ink, single):
    chart, image = drawn(single, ink, 760.0)
    before = image.copy()
    painter = QPainter(image)
    chart.highlight(painter, "stopped:0/1")
    painter.end()
    assert image != before
    again = before.copy()
    painter = QPainter(again)
    chart.highlight(painter, "nothing of that name")
    painter.end()
    assert again == before


def test_room_to_spare_goes_between_the_boxes(ink, single):
    chart, _ = drawn(single, ink, 760.0)
    low = max(placed.rect.bottom() for placed in chart.places.boxes.values())
    chart.lay_out(760.0, chart.wanted_height(760.0) + 200)
    boxes = chart.places.boxes
    assert max(placed.rect.bottom() for placed in boxes.values()) > low
    gap = boxes["treated:0"].rect.top() - boxes["enrolled"].rect.bottom()
    assert gap > 2.2 * ink.em


def test_it_fits_on_paper(qapp, armed):
    paper = chart_on_paper(Figure("flow", "Flow of patients", FlowRecipe(armed), armed.check))
    places = paper.drawing.chart.places
    assert max(placed.rect.right() for placed in places.boxes.values()) <= paper.width
