"""Charts of the whole trial: marks lie where the numbers say, and words do not run out of the picture."""

import math
import re
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from sscviewer.plots.charts.axes import Axis, number_axis
from sscviewer.plots.charts.bars import Bar, BarData, Bars
from sscviewer.plots.charts.chart import Figure, chart_on_paper, save_chart
from sscviewer.plots.charts.interval_plot import Dot, IntervalPlot, IntervalRow, Intervals
from sscviewer.plots.charts.scatter import Point, Scatter, ScatterData
from sscviewer.plots.charts.step_curves import StepCurve, StepCurves, StepData, moved_apart
from sscviewer.plots.ink import Ink
from sscviewer.plots.paper.figure_files import FigureSize, SaveFailed, TooTall
from sscviewer.plots.style import paper_style, screen_style
from sscviewer.plots.ticks import Tick

pytestmark = pytest.mark.usefixtures("qapp")
NAN = math.nan

INTERVALS = Intervals(
    rows=(
        IntervalRow("Any adverse event", (Dot(85, 62.1, 96.8, "17 (85.0 %)"),), "all", "any", strong=True),
        IntervalRow("Fatigue", (Dot(20, 5.7, 43.7, "4 (20.0 %)"),), "tired", "fatigue"),
    ),
    axis=Axis(0, 100, tuple(Tick(v, str(v)) for v in (0, 50, 100)), "Patients, %"),
    references=(20,),
    value_head="n (%)",
)
MONTHS = Axis(0, 12, tuple(Tick(v, str(v)) for v in (0, 6, 12)), "Months")
TIME = np.array([0.0, 2.0, 5.0])
VALUE = np.array([1.0, 0.9, 0.7])
CURVES = StepData(
    MONTHS,
    Axis(0, 1, (Tick(0, "0"), Tick(1, "100")), "On drug, %"),
    (StepCurve("All", TIME, VALUE, VALUE - 0.1, VALUE + 0.1, np.array([4.0]), 12.0, (20, 14, 12)),),
)


def painted(chart, width=600, height=400):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(chart.ink.colour(chart.ink.style.background))
    chart.lay_out(width, height)
    painter = QPainter(image)
    chart.paint(painter)
    painter.end()
    return image


def is_colour(image, x, y, colour):
    seen = image.pixelColor(round(x), round(y))
    wanted = colour
    return all(abs(a - b) < 60 for a, b in zip(seen.getRgb()[:3], wanted.getRgb()[:3], strict=True))


@pytest.fixture(params=[False, True], ids=["light", "dark"])
def ink(request):
    return Ink(screen_style(request.param, 9, 1.0))


def test_an_interval_lies_where_its_numbers_say(ink):
    chart = IntervalPlot(ink, INTERVALS)
    image = painted(chart)
    box, blue = chart.box, ink.colour(ink.style.courses[0])
    y = box.top + 1.5 * box.height / 2
    assert is_colour(image, box.x(20), y, blue)
    assert is_colour(image, box.x(6.5), y, blue)
    assert is_colour(image, box.x(43), y, blue)
    assert not is_colour(image, box.x(46), y, blue)
    assert chart.mark_at(box.x(50), y).key == "fatigue"
    assert chart.mark_at(box.x(50), y).text == "tired"
    assert chart.mark_at(box.x(50), box.bottom + 5) is None


def test_a_step_holds_its_value_until_the_next(ink):
    chart = StepCurves(ink, CURVES)
    image = painted(chart)
    box, blue = chart.box, ink.colour(ink.style.courses[0])
    for month, value in ((1, 1.0), (4.5, 0.9), (11, 0.7)):
        assert is_colour(image, box.x(month), box.y(value), blue)
    assert CURVES.curves[0].at(1.99) == 1.0
    assert CURVES.curves[0].at(2.0) == 0.9
    assert "All: 90.0 %" in chart.mark_at(box.x(3), box.top + 10).text


def test_numbers_at_risk_stand_below_their_ticks(tmp_path):
    figure = Figure("time", "Time on drug", lambda ink: StepCurves(ink, CURVES), "Kaplan-Meier.")
    save_chart(tmp_path / "t.svg", figure, footer="a.xlsx · 20 patients")
    svg = (tmp_path / "t.svg").read_text()
    at = {text: float(x) for x, text in re.findall(r'x="([-\d.]+)" text-anchor="middle"[^>]*>([^<]+)<', svg)}
    assert at["20"] == pytest.approx(at["0"], abs=0.5)
    assert at["14"] == pytest.approx(at["6"], abs=0.5)
    assert "Kaplan-Meier." in svg
    assert "Time on drug" in svg


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (("Placebo", "Drug"), ["Placebo", "Drug"]),
        (
            ("Imatinib once a day, long 100 mg", "Imatinib once a day, long 400 mg"),
            ["100 mg", "400 mg"],
        ),
    ],
)
def test_each_row_of_numbers_at_risk_has_its_name(ink, names, found):
    (curve,) = CURVES.curves
    curves = tuple(replace(curve, label=name, colour=i) for i, name in enumerate(names))
    chart, low = StepCurves(ink, replace(CURVES, curves=curves)), []
    ink.text = lambda painter, x, y, text, *_, **__: low.append((y, text)) if y > chart.box.bottom else None
    painted(chart)
    rows = sorted({y for y, text in low if text == "14"})
    for row, end in zip(rows, found, strict=True):
        (name,) = [text for y, text in low if y == row and not text.isdigit()]
        assert name.endswith(end)


def test_the_point_under_the_mouse_is_its_patient(ink):
    points = (Point(2, 1, "A1", "one"), Point(8, -3, "A2", "two"))
    data = ScatterData(number_axis(0, 10, "Dose"), number_axis(-5, 5, "Change"), points)
    chart = Scatter(ink, data)
    image = painted(chart)
    box = chart.box
    assert is_colour(image, box.x(8), box.y(-3), ink.colour(ink.style.courses[0]))
    assert chart.mark_at(box.x(8) + 3, box.y(-3)).usubjid == "A2"
    assert chart.mark_at(box.x(5), box.y(0)) is None


def test_stacked_bars_are_as_high_as_their_sum(ink):
    data = BarData(
        MONTHS, Axis(0, 10, (), "Events"), (Bar(0, 6, (2, 3), "five"), Bar(6, 12, (0, 0))), ("a", "b")
    )
    chart = Bars(ink, data)
    image = painted(chart)
    box, green = chart.box, ink.colour(ink.style.courses[1])
    assert is_colour(image, box.x(3), box.y(4.8), green)
    assert not is_colour(image, box.x(3), box.y(5.3), green)
    assert chart.mark_at(box.x(3), box.y(9)).text == "five"
    assert chart.mark_at(box.x(9), box.y(9)) is None


def test_a_figure_without_anything_says_so(ink):
    for chart in (
        IntervalPlot(ink, Intervals((), INTERVALS.axis)),
        StepCurves(ink, StepData(MONTHS, MONTHS, ())),
        Scatter(ink, ScatterData(MONTHS, MONTHS, ())),
        Bars(ink, BarData(MONTHS, MONTHS, ())),
    ):
        ink.written = []
        painted(chart)
        assert any(text == "Nothing to show." for *_, text in ink.written)
        ink.written = None


def test_no_word_leaves_the_paper():
    long = Intervals(
        tuple(IntervalRow("A very long name of a term " * 4, (Dot(5, 1, 9, "5 (5.0 %)"),)) for _ in range(3)),
        INTERVALS.axis,
    )
    ink = Ink(paper_style(7))
    chart = IntervalPlot(ink, long)
    width = 2400.0
    chart.lay_out(width, chart.wanted_height(width))
    ink.written = []
    image = QImage(2400, 900, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    chart.paint(painter)
    painter.end()
    for along, x, text in ink.written:
        assert x + (ink.width(text) if along == "left" else 0) <= width


NINE = tuple(f"Reduction {i}" for i in range(9))
TWO_LONG = ("A ↓", "B ↑", "Creatinine raised ↑", "Haemoglobin lowered ↓", *"EFGHI")


@pytest.mark.parametrize(
    ("names", "width", "stand"), [(NINE, 240, True), (NINE, 900, False), (TWO_LONG, 700, True)]
)
def test_every_bar_has_its_name(names, width, stand):
    """Where the names do not fit side by side they stand upright, above the title and inside the picture."""
    ink = Ink(screen_style(False, 9.5, 1.0))
    ticks = tuple(Tick(i + 0.5, name) for i, name in enumerate(names))
    bars = tuple(Bar(float(i), i + 1.0, (1.0,)) for i in range(9))
    chart = Bars(ink, BarData(Axis(0.0, 9.0, ticks, "What"), number_axis(0, 1, ""), bars))
    ink.written = []
    height = chart.wanted_height(width)
    painted(chart, width, round(height))
    assert [text for _, _, text in ink.written if text in names] == list(names)
    upright = {along for along, _, text in ink.written if text in names} == {"right"}
    assert upright == stand
    room = height - chart.box.bottom
    assert room > max(ink.width(name, ink.small) for name in names) * upright + 2 * ink.em


@pytest.mark.parametrize("falling", [False, True])
@pytest.mark.parametrize(
    ("names", "width", "stand"),
    [
        (("A name of one arm that is wider than the whole picture",), 220, True),
        (("A long name", "An even longer name"), 420, False),
    ],
)
def test_names_at_the_ends_stay_in_the_picture(names, width, stand, falling):
    ink = Ink(screen_style(False, 9.5, 1.0))
    ticks = tuple(Tick(9.0 * i, name) for i, name in enumerate(names))
    axis = Axis(0.0, 9.0, ticks[::-1] if falling else ticks, "What")
    chart = Bars(ink, BarData(axis, number_axis(0, 1, ""), (Bar(0.0, 1.0, (1.0,)),)))
    ink.written = []
    painted(chart, width, round(chart.wanted_height(width)))
    of_axis = [(along, x, text) for along, x, text in ink.written if text[:3] in {name[:3] for name in names}]
    assert [along for along, _, _ in of_axis] == ["right" if stand else "centre"] * len(names)
    if not stand:
        assert all(
            x - ink.width(text, ink.small) / 2 >= 0 and x + ink.width(text, ink.small) / 2 <= width
            for _, x, text in of_axis
        )


def test_of_more_upright_names_than_lines_fit_some_are_left_out():
    ink = Ink(screen_style(False, 9.5, 1.0))
    ticks = tuple(Tick(i + 0.5, f"Test {i:02d}") for i in range(45))
    bars = tuple(Bar(float(i), i + 1.0, (1.0,)) for i in range(45))
    chart = Bars(ink, BarData(Axis(0.0, 45.0, ticks, "What"), number_axis(0, 1, ""), bars))
    for width in (500, 1200):
        ink.written = []
        painted(chart, width, round(chart.wanted_height(width)))
        names = {text for along, _, text in ink.written if along == "right"}
        at = [chart.box.x(tick.at) for tick in ticks if tick.label in names]
        assert min(b - a for a, b in pairwise(at)) >= ink.metrics(ink.small).height()
        assert (len(at) == 45) == (width == 1200)
        assert len(at) > 15


def test_what_does_not_fit_is_said():
    many = Intervals(
        tuple(IntervalRow(f"Term {i}", (Dot(5, 1, 9, "5"),)) for i in range(120)), INTERVALS.axis
    )
    figure = Figure("events", "Adverse events", lambda ink: IntervalPlot(ink, many))
    with pytest.raises(SaveFailed, match="does not fit into a height of 60 mm"):
        chart_on_paper(figure, size=FigureSize(174, 60))
    assert chart_on_paper(figure).height_mm > 300


def test_labels_are_moved_apart_and_stay_above_the_axis():
    assert moved_apart([10.0, 30.0], 5.0, 100.0) == [10.0, 30.0]
    assert moved_apart([10.0, 11.0, 12.0], 5.0, 100.0) == [10.0, 15.0, 20.0]
    assert moved_apart([90.0, 98.0, 99.0], 5.0, 97.0) == [87.0, 92.0, 97.0]
    assert moved_apart([], 5.0, 97.0) == []


def test_a_figure_that_no_page_could_hold_is_refused_with_a_sentence(qapp):
    rows = tuple(IntervalRow(f"Patient {i}", (Dot(1.0, 0.5, 1.5),)) for i in range(3000))
    many = Intervals(rows, number_axis(0, 2))
    figure = Figure("slopes", "Slopes", lambda ink: IntervalPlot(ink, many))
    with pytest.raises(TooTall, match=r"“Slopes” would be 1[0-9] m high on paper"):
        chart_on_paper(figure, size=FigureSize(85.0), font_pt=8)
    few = replace(many, rows=rows[:300])
    paper = chart_on_paper(Figure("slopes", "Slopes", lambda ink: IntervalPlot(ink, few)), font_pt=8)
    assert paper.height_mm < 5080
