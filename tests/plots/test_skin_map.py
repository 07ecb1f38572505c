"""The body map: regions apart and mirrored, numbers inside them, colours that survive grey."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter

from sscviewer.analysis.endpoints.skin_map import compare_maps, skin_maps
from sscviewer.clinical.skin_score import SITE_CODES, SITES
from sscviewer.plots.charts.chart import chart_on_paper, save_chart
from sscviewer.plots.ink import Ink
from sscviewer.plots.skin.body_outline import BOUNDS, is_beside, number_position, site_paths
from sscviewer.plots.skin.skin_body import VisitBody
from sscviewer.plots.skin.skin_map import SkinMapChart, skin_map_figure
from sscviewer.plots.style import screen_style


@pytest.fixture
def ink(qapp) -> Ink:
    return Ink(screen_style(False, 9.5, 1.0))


@pytest.fixture
def maps(demo_study):
    return skin_maps(demo_study, "SSC-002", 0)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return 0.2126 * parts[0] ** 2.2 + 0.7152 * parts[1] ** 2.2 + 0.0722 * parts[2] ** 2.2


def _text_of(chart: SkinMapChart, ink: Ink, width: float, height: float) -> list[tuple[float, str]]:
    chart.lay_out(width, height)
    ink.written = []
    image = QImage(round(width), round(height), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    chart.paint(painter)
    painter.end()
    found = [(x, text) for _, x, text in ink.written]
    ink.written = None
    return found


def test_17_regions_inside_the_body_none_over_another() -> None:
    paths = site_paths()
    assert len(paths) == len(SITES) == 17
    for i, path in enumerate(paths):
        assert BOUNDS.contains(path.boundingRect())
        for other in paths[i + 1 :]:
            assert not path.intersects(other)


def test_right_is_on_the_viewers_left_and_mirrors_left() -> None:
    for i, site in enumerate(SITES):
        box = site_paths()[i].boundingRect()
        if site.endswith("right"):
            assert box.right() < 0
            assert box.left() == pytest.approx(-site_paths()[i + 1].boundingRect().right())
        elif not site.endswith("left"):
            assert box.center().x() == pytest.approx(0)


def test_every_number_stands_in_its_region_or_beside_the_fingers() -> None:
    for site, path in zip(SITES, site_paths(), strict=True):
        at = QPointF(*number_position(site))
        assert path.contains(at) is not is_beside(site)
        assert not any(other.contains(at) for other in site_paths() if other is not path)


@pytest.mark.parametrize("dark", [False, True])
def test_colours_grow_further_from_the_background_in_grey(qapp, dark: bool) -> None:
    style = screen_style(dark, 9.5, 1.0)
    distance = [abs(_luminance(colour) - _luminance(style.background)) for colour in style.skin]
    assert distance == sorted(distance)
    assert min(np.diff(distance)) > 0.03
    better, worse = style.changes[:3], style.changes[4:]
    assert all(int(c[5:7], 16) > int(c[1:3], 16) for c in better), "blue"
    assert all(int(c[1:3], 16) > int(c[5:7], 16) for c in worse), "orange"


def test_every_score_and_the_total_are_printed(ink: Ink, maps) -> None:
    chart = SkinMapChart(maps[:1], None, ink)
    height = chart.wanted_height(250)
    texts = [text for _, text in _text_of(chart, ink, 250, height)]
    scores = [f"{site.score:g}" for site in maps[0].sites]
    for score in "0123":
        assert texts.count(score) == scores.count(score) + 1, "one more in the legend"
    assert f"Total {maps[0].total:g} of 51" in texts
    assert "patient’s right" in texts
    sides = {text: x for x, text in _text_of(chart, ink, 250, height) if text.startswith("patient")}
    assert sides["patient’s right"] < sides["patient’s left"]


def test_what_is_under_the_mouse(ink: Ink, maps) -> None:
    change = compare_maps(maps[0], maps[-1])
    chart = SkinMapChart([maps[0], maps[-1]], change, ink)
    chart.lay_out(900, chart.wanted_height(900))
    seen: dict[str, list[str]] = {}
    for y in np.arange(0, chart.wanted_height(900), 4):
        for x in np.arange(0, 900, 4):
            mark = chart.mark_at(float(x), float(y))
            if mark is not None and mark.text not in seen.setdefault(mark.key, []):
                seen[mark.key].append(mark.text)
    assert set(seen) == set(SITE_CODES)
    assert all(len(texts) == 3 for texts in seen.values()), "two visits and the change"
    thigh = SITES.index("Thigh, right")
    before, after = maps[0].sites[thigh], maps[-1].sites[thigh]
    assert any(f"Thigh, right: {before.score:g}, " in text for text in seen[SITE_CODES[thigh]])
    expected = f"Thigh, right: {before.score:g} → {after.score:g} (−1)"
    assert any(text.startswith(expected) and after.srcref in text for text in seen[SITE_CODES[thigh]])
    assert chart.mark_at(1, 1) is None


def test_the_viewers_left_is_the_patients_right(ink: Ink, maps) -> None:
    chart = SkinMapChart(maps[:1], None, ink)
    chart.lay_out(250, chart.wanted_height(250))
    marks = [chart.mark_at(float(x), float(y)) for y in range(0, 600, 3) for x in range(0, 120, 3)]
    sided = {
        mark.text.split(":")[0] for mark in marks if mark is not None and ", " in mark.text.split(":")[0]
    }
    assert sided
    assert all(name.endswith("right") for name in sided)


def test_bodies_stand_side_by_side_only_where_there_is_room(ink: Ink, maps) -> None:
    chart = SkinMapChart(maps[:2], compare_maps(maps[0], maps[1]), ink)
    assert chart.columns(250) == 1
    assert chart.columns(900) == 3
    assert chart.wanted_height(250) > 2 * chart.wanted_height(900)


@pytest.mark.parametrize("suffix", [".svg", ".pdf", ".png"])
def test_it_saves_in_every_format(qapp, tmp_path, maps, suffix: str) -> None:
    figure = skin_map_figure([maps[0], maps[-1]], compare_maps(maps[0], maps[-1]))
    path = tmp_path / f"map{suffix}"
    save_chart(path, figure, footer="demo_trial.xlsx")
    data = path.read_bytes()
    assert len(data) > 5000
    if suffix == ".svg":
        text = data.decode()
        assert "<image" not in text
        assert "Total 31 of 51" in text
        assert "−3" in text
    assert chart_on_paper(figure).height_mm < 200


def test_a_missing_site_is_hatched_and_dashed(ink: Ink, maps) -> None:
    from dataclasses import replace

    sites = list(maps[0].sites)
    sites[0] = replace(sites[0], score=np.nan, row=-1, srcref="")
    holed = replace(maps[0], sites=tuple(sites), total=np.nan, missing=("Face",))
    chart = SkinMapChart([holed], None, ink)
    texts = [text for _, text in _text_of(chart, ink, 250, chart.wanted_height(250))]
    assert texts.count("–") == 2, "on the face and in the legend"
    assert "not assessed: Face" in texts
    marks = [chart.mark_at(125.0, float(y)) for y in range(40, 130)]
    assert any(mark is not None and mark.text.startswith("Face: not assessed") for mark in marks)


def test_a_hand_is_a_hand_and_the_number_below_the_fingers_is_theirs(maps) -> None:
    body = VisitBody(maps[0])
    for site in SITES:
        x, y = number_position(site)
        assert SITES[body.site_at(QPointF(x, y))] == site
    low_on_the_hand = QPointF(21.0, 58.0)
    assert SITES[body.site_at(low_on_the_hand)] == "Hand, left"
    assert body.site_at(QPointF(13.5, 70.0)) is None


def test_what_stands_out_is_drawn_around_the_site_on_every_body(ink: Ink, maps) -> None:
    chart = SkinMapChart([maps[0], maps[-1]], None, ink)
    chart.lay_out(600, chart.wanted_height(600))

    def picture(key: str) -> QImage:
        image = QImage(600, round(chart.wanted_height(600)), QImage.Format.Format_RGB32)
        image.fill(0xFFFFFF)
        painter = QPainter(image)
        chart.highlight(painter, key)
        painter.end()
        return image

    drawn = picture("MRSS02")
    left, right = drawn.copy(0, 0, 300, drawn.height()), drawn.copy(300, 0, 300, drawn.height())
    blank = picture("nothing").copy(0, 0, 300, drawn.height())
    assert left != blank
    assert right != blank
