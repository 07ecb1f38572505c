"""Saved figures are measured: data lie where the axes say, within a pixel, in every format and scale."""

import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from sscviewer.plots.paper.figure_files import DOUBLE, UNITS_PER_INCH, FigureSize
from sscviewer.plots.paper.figure_settings import FigureSettings
from sscviewer.plots.patient.save import lay_out_on_paper, save_patient_figure
from sscviewer.plots.style import paper_style
from sscviewer.plots.ticks import value_ticks
from tests.figures.probe import CODES, KEYWORDS, VALUES, measure, probe_trial, svg_lines, svg_points

pytestmark = pytest.mark.usefixtures("qapp")
ROOT = Path(__file__).resolve().parents[2]


def saved(tmp_path, suffix: str, size, **more) -> tuple[Path, object]:
    page, frame = probe_trial()
    path = tmp_path / f"probe.{suffix}"
    save_patient_figure(path, page, frame, FigureSettings(size=size, **KEYWORDS, **more))
    return path, lay_out_on_paper(page, frame, FigureSettings(size=size, **KEYWORDS)).drawing


def check(errors: dict[str, float], most: float = 1.0) -> None:
    assert len(errors) == 1 + 2 * len(CODES) + 4
    assert max(errors.values()) <= most, errors


@pytest.mark.parametrize("size", [DOUBLE, FigureSize(254, 142.9)])
@pytest.mark.parametrize("dpi", [150, 300])
def test_png(tmp_path, size, dpi) -> None:
    path, drawing = saved(tmp_path, "png", size, dpi=dpi)
    pixels = np.asarray(Image.open(path).convert("RGB"))
    check(measure(pixels, drawing, drawing.ink.style, dpi / UNITS_PER_INCH))


def test_pdf(tmp_path) -> None:
    path, drawing = saved(tmp_path, "pdf", DOUBLE)
    document = pypdfium2.PdfDocument(path.read_bytes())
    pixels = document[0].render(scale=200 / 72, rev_byteorder=True).to_numpy()[:, :, :3].copy()
    document.close()
    check(measure(pixels, drawing, drawing.ink.style, 200 / UNITS_PER_INCH))


@pytest.mark.skipif(shutil.which("rsvg-convert") is None, reason="rsvg-convert is not installed")
def test_svg_as_another_program_draws_it(tmp_path) -> None:
    path, drawing = saved(tmp_path, "svg", DOUBLE)
    done = subprocess.run(
        ["rsvg-convert", "--dpi-x", "200", "--dpi-y", "200", str(path)], capture_output=True, check=True
    )
    pixels = np.asarray(Image.open(io.BytesIO(done.stdout)).convert("RGB"))
    assert pixels.shape[1] == pytest.approx(174 / 25.4 * 200, abs=1)
    check(measure(pixels, drawing, drawing.ink.style, pixels.shape[1] / (174 / 25.4 * UNITS_PER_INCH)))


def test_svg_axis_and_data_have_the_same_pixels_per_unit(tmp_path) -> None:
    page, frame = probe_trial(several=True)
    path = tmp_path / "probe.svg"
    save_patient_figure(path, page, frame, FigureSettings(panels=("FVCPP",), **KEYWORDS))
    text = path.read_text(encoding="utf-8")
    box = next(
        s.panel.box
        for s in lay_out_on_paper(page, frame, FigureSettings(panels=("FVCPP",), **KEYWORDS)).drawing.strips
        if s.panel.name == "FVCPP"
    )
    lines = svg_lines(text)
    at_axis = [line for line in lines if line[1] == line[3] and line[2] == pytest.approx(box.left, abs=1)]
    levels = sorted({y0 for x0, y0, x1, _ in at_axis if x0 < x1})
    ticks = [tick.at for tick in value_ticks(box.low, box.high, 4)]
    axis = np.polyfit(ticks, levels[::-1], 1)
    course = page.trajectories[0]
    points = svg_points(text)
    data = np.polyfit(course.aval, [y for _, y in points], 1)
    assert data[0] == pytest.approx(axis[0], rel=1e-3)
    assert data[1] == pytest.approx(axis[1], abs=abs(axis[0]) * 0.05)
    below = [line for line in lines if line[0] == line[2] and line[1] == pytest.approx(box.bottom, abs=0.5)]
    feet = sorted({x0 for x0, y0, _, y1 in below if y1 > y0})
    months = [1 + m * 365.25 / 12 for m in (0, 3, 6, 9, 12)]
    time_axis = np.polyfit(months, feet, 1)
    time_data = np.polyfit(course.day, [x for x, _ in points], 1)
    assert time_data[0] == pytest.approx(time_axis[0], rel=1e-3)
    assert time_data[1] == pytest.approx(time_axis[1], abs=0.5)


@pytest.mark.parametrize("factor", ["1", "1.5", "2"])
def test_files_and_screen_are_right_at_every_scale_factor(tmp_path, factor) -> None:
    env = os.environ | {"QT_SCALE_FACTOR": factor, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-m", "tests.figures.scaled", str(tmp_path)],
        env=env, cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert report["ratio"] == float(factor)
    # On a screen of one and a half pixels per pixel Qt places cached items on whole logical ones.
    check(report["screen"], most=1.5 if factor == "1.5" else 1.0)
    check(report["png"])
    save_patient_figure(tmp_path / "here.svg", *probe_trial(), FigureSettings(**KEYWORDS))
    assert (tmp_path / "probe.svg").read_bytes() == (tmp_path / "here.svg").read_bytes()


def test_a_figure_that_is_wrong_is_found_out(tmp_path) -> None:
    """The measure itself: a value drawn two units off is seen."""
    path, drawing = saved(tmp_path, "png", DOUBLE, dpi=150)
    pixels = np.asarray(Image.open(path).convert("RGB"))
    VALUES["FVCPP"] += 2
    try:
        errors = measure(pixels, drawing, paper_style(8), 150 / UNITS_PER_INCH)
    finally:
        VALUES["FVCPP"] -= 2
    assert errors["FVCPP value"] > 1
