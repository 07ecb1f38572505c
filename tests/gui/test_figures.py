"""Saving and copying what is shown."""

import json
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from sscviewer.cli import run
from sscviewer.gui.dialogs.figure_choices import FigureChoices
from sscviewer.gui.dialogs.save_figure import SaveFigure
from sscviewer.plots.notes import Note
from sscviewer.plots.paper.figure_look import FigureLook
from sscviewer.report.provenance import file_stem
from tests.gui.trials import answer_file, show_trial, shown


def choices(path: Path, **changes) -> FigureChoices:
    values = {"width_mm": 85.0, "height_mm": 0.0, "dpi": 100, "font_pt": 7.0, "panels": None, "footer": True}
    return FigureChoices(path, **(values | {"manifest": False} | changes))


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf"])
def test_each_format_is_written(opened, tmp_path, suffix):
    path = tmp_path / f"figure.{suffix}"
    opened.figures.write(choices(path))
    assert path.stat().st_size > 1000
    assert opened.message.text == f"Saved figure.{suffix} in {tmp_path}."
    assert [p.name for p in tmp_path.glob("figure*")] == [f"figure.{suffix}"]


def test_one_panel_of_the_zoomed_page_with_its_manifest(opened, tmp_path):
    opened.session.set_day_range((1.0, 100.0))
    path = tmp_path / "a.png"
    opened.figures.write(choices(path, panels=("MRSS",), manifest=True))
    document = json.loads((tmp_path / "a.png.json").read_text(encoding="utf-8"))
    assert document["files"][0]["shows"] == "A1"
    assert document["files"][0]["settings"]["panels"] == ["MRSS"]
    assert document["files"][0]["settings"]["day_range"] == [1.0, 100.0]


@pytest.mark.parametrize("view", ["patient", "cohort"])
def test_a_figure_with_a_look_is_made_again_from_its_manifest(window, demo, demo_path, tmp_path, qtbot, view):
    show_trial(window, demo)
    window.session.set_view(view)
    if view != "patient":
        shown(window.trial_window.workspace.analysis[view], qtbot, "courses")
    qtbot.waitUntil(lambda: not window.tasks._latest)  # the model's lines stand in the picture
    note = Note("band", "pause", x=1.0, to_x=2.0)
    look = FigureLook(title="As we want it", colours=("#112233",), notes=(note,))
    figure = None if view == "patient" else window.trial_window.workspace.figure()
    path = tmp_path / "a.svg"
    window.figures.write(choices(path, manifest=True, look=look), window.figures.shown(figure))
    assert "pause" in path.read_text(encoding="utf-8")
    out, manifest = tmp_path / "again", f"{path}.json"
    assert run(["export", str(demo_path), "--manifest", manifest, "--out", str(out), "--quiet"]) == 0
    assert (out / "a.svg").read_bytes() == path.read_bytes()


def test_a_figure_that_cannot_be_written_is_told(opened, tmp_path):
    opened.figures.write(choices(tmp_path / "missing" / "a.png"))
    assert opened.message.isVisible()
    assert "a.png" in opened.message.text


def test_copy_puts_an_image_on_the_clipboard(opened):
    opened.actions_["copy"].trigger()
    image = QGuiApplication.clipboard().image()
    assert isinstance(image, QImage)
    assert image.width() == round(174 / 25.4 * 300)


def test_all_patients_to_one_pdf(opened, tmp_path, qtbot):
    path = tmp_path / "all.pdf"
    opened.actions_["profiles"].trigger()
    answer_file(opened, path)
    assert opened.progress.isVisible()
    qtbot.waitUntil(lambda: not opened.progress.isVisible())
    assert opened.message.text == "Saved 4 patients to all.pdf."
    assert path.read_bytes().startswith(b"%PDF")
    assert (tmp_path / "all.pdf.json").exists()


def test_all_patients_can_be_cancelled(opened, tmp_path, qtbot):
    opened.profiles.write(tmp_path / "all.pdf")
    opened.progress.cancel_button.click()
    assert opened.message.text == "Cancelled: no file was written."
    opened.tasks.close()
    assert not (tmp_path / "all.pdf").exists()


@pytest.fixture
def dialog(opened, tmp_path):
    opened.settings.set("files/save_folder", str(tmp_path))
    opened.actions_["save"].trigger()
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, SaveFigure))


def test_the_dialog_says_what_will_be_written_and_remembers(opened, dialog, tmp_path):
    assert dialog.preview.text() == "tiny_A1_profile.png"
    dialog.format.setCurrentIndex(dialog.format.findData("svg"))
    assert not dialog.size_pane.dpi.isEnabled()
    dialog.what.setCurrentIndex(dialog.what.findData("MRSS"))
    dialog.file_pane.pattern.setText("{patient} {view}: a/b")
    assert dialog.preview.text() == "A1 MRSS- a-b.svg"
    dialog.size_box.setCurrentIndex(dialog.size_box.findData("custom"))
    dialog.size_pane.width_mm.setValue(120)
    dialog.accept()
    assert (tmp_path / "A1 MRSS- a-b.svg").exists()
    assert opened.settings.text("figure/format") == "svg"
    assert opened.settings.number("figure/width_mm") == 120
    assert opened.settings.text("figure/size") == "custom"


def test_a_folder_that_is_not_there_cannot_be_saved_to(dialog, tmp_path):
    dialog.folder.setText(str(tmp_path / "nowhere"))
    assert "does not exist" in dialog.preview.text()
    assert not dialog.buttons.buttons()[0].isEnabled()
    dialog.reject()


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        ("{study}_{patient}_{view}", "trial_01-003_profile"),
        ("con", "_con"),
        ("", "_"),
        ("a\\b|c?", "a-b-c-"),
        ("name. ", "name"),
        ("{other}", "{other}"),
    ],
)
def test_file_names_are_accepted_everywhere(pattern, name):
    assert file_stem(pattern, study="trial", patient="01-003", view="profile") == name
