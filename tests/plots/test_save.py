import json
import re

import numpy as np
import pypdfium2
import pytest
from PySide6.QtGui import QImage, QImageReader

from sscviewer.plots.paper.figure_files import DOUBLE, SINGLE, FigureSize, SaveFailed
from sscviewer.plots.paper.figure_formats import FIGURE_FORMATS
from sscviewer.plots.paper.figure_settings import FigureSettings
from sscviewer.plots.paper.svg_text import anchored
from sscviewer.plots.patient.save import render_image, save_patient_figure

pytestmark = pytest.mark.usefixtures("qapp")
FOOTER = "dense.xlsx · sha256 11111111 · 20 patients"


@pytest.mark.parametrize("size", [SINGLE, DOUBLE, FigureSize(254, 142.9), FigureSize(120, 160)])
def test_a_pdf_has_its_size_in_millimetres_and_real_fonts(tmp_path, dense, size) -> None:
    path = tmp_path / "page.pdf"
    save_patient_figure(path, dense.page("S04"), dense.frame, FigureSettings(size=size, footer=FOOTER))
    document = pypdfium2.PdfDocument(path.read_bytes())
    width, height = document[0].get_size()
    assert width * 25.4 / 72 == pytest.approx(size.width_mm, abs=0.2)
    if size.height_mm:
        assert height * 25.4 / 72 == pytest.approx(size.height_mm, abs=0.2)
    text = document[0].get_textpage().get_text_range()
    assert all(
        word in text for word in ("S04", "FVC", "stopped: adverse event", "Months since first dose", FOOTER)
    )
    assert b"SourceSansPro" in path.read_bytes()
    document.close()


def test_a_png_has_its_resolution_and_where_it_comes_from(tmp_path, dense) -> None:
    path = tmp_path / "page.png"
    save_patient_figure(
        path, dense.page("S04"), dense.frame, FigureSettings(size=SINGLE, dpi=300, footer=FOOTER)
    )
    image = QImage(str(path))
    assert image.width() == pytest.approx(85 / 25.4 * 300, abs=2)
    assert image.dotsPerMeterX() == 11811
    assert FOOTER in QImageReader(str(path)).text("Source")


def test_an_svg_has_its_size_in_millimetres_text_as_text_and_anchors(tmp_path, dense) -> None:
    path = tmp_path / "page.svg"
    save_patient_figure(path, dense.page("S04"), dense.frame, FigureSettings(size=DOUBLE, footer=FOOTER))
    text = path.read_text(encoding="utf-8")
    assert 'width="174.0000mm"' in text
    assert re.search(r'text-anchor="end"[^>]*>Rash generalised</text>', text)
    assert "'Source Sans Pro'" in text
    assert "stopped: adverse event" in text
    assert "<image" not in text


def test_no_format_tells_folder_or_user(tmp_path, dense, monkeypatch) -> None:
    folder = tmp_path / "secret-folder"
    folder.mkdir()
    for suffix in FIGURE_FORMATS:
        path = folder / f"page.{suffix}"
        save_patient_figure(path, dense.page("S01"), dense.frame, FigureSettings(footer=FOOTER))
        assert b"secret-folder" not in path.read_bytes()


def test_one_panel_alone(tmp_path, dense) -> None:
    path = tmp_path / "fvc.svg"
    save_patient_figure(path, dense.page("S04"), dense.frame, FigureSettings(size=SINGLE, panels=("FVCPP",)))
    text = path.read_text(encoding="utf-8")
    assert ">FVC</text>" in text
    assert ">Imatinib</text>" not in text


def test_the_picture_for_the_clipboard_is_the_png(tmp_path, dense) -> None:
    path = tmp_path / "page.png"
    save_patient_figure(path, dense.page("S01"), dense.frame, FigureSettings(size=SINGLE, dpi=100))
    image = render_image(dense.page("S01"), dense.frame, FigureSettings(size=SINGLE, dpi=100))
    saved = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB32)
    assert np.array_equal(np.asarray(saved.constBits()), np.asarray(image.constBits()))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("page.bmp", "PNG, SVG, PDF or TIFF"),
        ("page", "PNG, SVG, PDF or TIFF"),
        ("nowhere/page.pdf", "cannot be written"),
    ],
)
def test_what_cannot_be_saved_is_said_in_one_sentence(tmp_path, dense, name, words) -> None:
    with pytest.raises(SaveFailed, match=words):
        save_patient_figure(tmp_path / name, dense.page("S01"), dense.frame, FigureSettings())
    assert not list(tmp_path.iterdir())


def test_too_many_lanes_for_the_height_are_refused_not_cut(tmp_path, dense) -> None:
    with pytest.raises(SaveFailed, match="34 adverse events does not fit"):
        save_patient_figure(
            tmp_path / "page.pdf", dense.page("S02"), dense.frame, FigureSettings(size=FigureSize(174, 100))
        )


def test_an_unknown_panel_is_refused(tmp_path, dense) -> None:
    with pytest.raises(SaveFailed, match="no panel “LAB”"):
        save_patient_figure(
            tmp_path / "page.pdf", dense.page("S02"), dense.frame, FigureSettings(panels=("LAB",))
        )


def test_what_was_there_before_stays_when_writing_fails(tmp_path, dense) -> None:
    path = tmp_path / "page.pdf"
    path.write_bytes(b"before")
    with pytest.raises(SaveFailed):
        save_patient_figure(path, dense.page("S02"), dense.frame, FigureSettings(size=FigureSize(174, 60)))
    assert path.read_bytes() == b"before"


def test_settings_come_back_from_json() -> None:
    settings = FigureSettings(
        FigureSize(254, 142.9),
        600,
        9,
        ("dose", "events"),
        "days",
        frozenset({"relative10"}),
        (1.0, 90.0),
        FOOTER,
        ("MRSS",),
        "grade",
    )
    assert FigureSettings.from_json(json.loads(json.dumps(settings.to_json()))) == settings
    assert FigureSettings.from_json(FigureSettings().to_json()) == FigureSettings()


def test_texts_that_qt_breaks_are_joined_again() -> None:
    svg = '<text a="1" x="10" b="2" >Change </text>\n<text a="1" x="40" b="2" >Δ &lt; 5</text>\n'
    got = anchored(svg, [("right", 60.0, "Change Δ < 5")])
    assert got.count("<text") == 1
    assert 'x="60" text-anchor="end"' in got
    assert ">Change Δ &lt; 5</text>" in got
    with pytest.raises(ValueError, match="not drawn by us"):
        anchored(svg, [])
    with pytest.raises(ValueError, match="does not hold"):
        anchored(svg, [("left", 0.0, "other")])
