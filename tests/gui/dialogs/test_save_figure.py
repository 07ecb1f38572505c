"""The dialog that saves a figure: its picture, looks, notes, styles, and what goes to other programs."""

import gc
import json
import weakref
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pypdfium2
import PySide6.QtPrintSupport
import pytest
from PySide6.QtGui import QGuiApplication, QImageReader
from PySide6.QtWidgets import QWidget

from sscviewer.gui.dialogs.figure_look_pane import FigureLookPane
from sscviewer.gui.dialogs.hand_over import (
    copy_as_drawing,
    file_to_drag,
    page_for,
    print_on,
    print_with_preview,
)
from sscviewer.gui.saving.shown import paper_of
from sscviewer.gui.state.figure_looks import keep_style, last_saved, own_styles
from sscviewer.plots.charts.axes import number_axis
from sscviewer.plots.charts.chart import Figure, chart_on_paper
from sscviewer.plots.charts.interval_plot import Dot, IntervalPlot, IntervalRow, Intervals
from sscviewer.plots.notes import Note
from sscviewer.plots.paper.figure_look import FigureLook
from sscviewer.report.manifest import read_manifest
from tests.gui.trials import shown as shown_view
from tests.plots.text_boxes import text_boxes

TEXTS = ("one", "two", "three")
LOOK = FigureLook(
    "Lung function",
    (0.0, 6.0),
    (20.0, 120.0),
    ("#332288", "#CC6677"),
    "",
    (Note("band", "run-in", 1, to_x=2),),
)


@pytest.fixture
def page_dialog(opened, tmp_path):
    opened.settings.set("files/save_folder", str(tmp_path))
    opened.session.set_view("patient")
    opened.actions_["save"].trigger()
    return opened.figures.dialog


@pytest.fixture
def chart_dialog(opened, tmp_path, qtbot):
    opened.settings.set("files/save_folder", str(tmp_path))
    opened.session.set_view("cohort")
    shown_view(opened.trial_window.workspace.analysis["cohort"], qtbot, "courses")
    opened.actions_["save"].trigger()
    return opened.figures.dialog


def texts(dialog) -> list[str]:
    dialog.draw()
    return [box.text for box in text_boxes(dialog.picture.paper)]


def test_the_common_case_is_unfolded_and_the_picture_is_there(page_dialog):
    assert not page_dialog.tabs.isVisible()
    assert not page_dialog.picture.pixmap().isNull()
    page_dialog.more.setChecked(True)
    assert page_dialog.tabs.isVisible()


def test_title_axes_and_colours_of_a_chart(chart_dialog):
    pane = chart_dialog.look_pane
    assert "FVC, % predicted: every patient" in texts(chart_dialog)
    pane.title.setText("Lung function")
    for box, value in zip((*pane.limits["x"], *pane.limits["y"]), ("0", "6", "20", "120"), strict=True):
        box.setText(value)
    shown = texts(chart_dialog)
    assert "Lung function" in shown
    assert "FVC, % predicted: every patient" not in shown
    chart = chart_dialog.picture.paper.drawing.chart
    assert (chart.x.low, chart.x.high, chart.y.low, chart.y.high) == (0, 6, 20, 120)
    pane.colours.setCurrentIndex(pane.colours.findData("own"))
    pane.own.setText("#D62728 #2CA02C")
    assert "1 and 2 look alike" in pane.alike.text()
    chart_dialog.draw()
    assert chart_dialog.picture.paper.drawing.ink.style.courses[:2] == ("#D62728", "#2CA02C")
    pane.colours.setCurrentIndex(0)
    assert not pane.alike.isVisibleTo(pane)


def test_a_note_is_placed_by_clicks_and_seen_on_screen_and_when_asked_again(chart_dialog, opened):
    chart_dialog.more.setChecked(True)
    chart_dialog.tabs.setCurrentWidget(chart_dialog.notes_pane)
    pane = chart_dialog.notes_pane
    pane.add.click()
    pane.table.cellWidget(0, 0).setCurrentIndex(1)
    pane.table.item(0, 1).setText("dose halved")
    box, above = chart_dialog.picture.paper.drawing.chart.box, chart_dialog.picture.paper.drawing.above
    for x, y in ((3.0, 90.0), (6.0, 60.0)):
        chart_dialog.picture.clicked.emit(box.x(x), above + box.y(y))
    (note,) = pane.notes
    assert (note.kind, note.words) == ("arrow", "dose halved")
    assert (note.x, note.y, note.to_x, note.to_y) == pytest.approx((3.0, 90.0, 6.0, 60.0), rel=1e-3)
    assert "dose halved" in texts(chart_dialog)
    chart_dialog.accept()
    view = opened.trial_window.workspace.analysis["cohort"].view
    assert view.chart.chart.notes == (note,)
    opened.actions_["save"].trigger()
    assert opened.figures.dialog.notes_pane.notes == (note,)
    opened.figures.dialog.reject()


def test_notes_of_a_page_are_the_patients_own(page_dialog, opened):
    page_dialog.notes_pane.add.click()
    page_dialog.notes_pane.place("MRSS", 30.0, 20.0)
    page_dialog.accept()
    figure = opened.trial_window.workspace.patient.figure
    assert [note.panel for note in figure.drawing.notes] == ["MRSS"]
    first = opened.session.usubjid
    opened.session.set_usubjid(opened.session.trial.study.usubjids[1])
    assert figure.drawing.notes == ()
    opened.session.set_usubjid(first)
    assert len(figure.drawing.notes) == 1


def test_panels_can_be_chosen(page_dialog):
    page_dialog.panels.item(0).setCheckState(page_dialog.panels.item(0).checkState().Unchecked)
    names = page_dialog.choices.panels
    assert "dose" not in names
    page_dialog.draw()
    assert page_dialog.picture.paper.drawing.data_names == names


def test_a_style_chooses_everything_and_own_ones_are_kept(page_dialog, opened):
    page_dialog.style_box.setCurrentIndex(page_dialog.style_box.findData("Arthritis Rheumatol"))
    page_dialog.style_box.activated.emit(1)
    choices = page_dialog.choices
    assert (choices.path.suffix, choices.width_mm, choices.dpi, choices.font_pt) == (".tiff", 85.0, 600, 8.0)
    assert not choices.footer
    page_dialog.size_pane.font_pt.setValue(9.5)
    page_dialog.file_pane.style_name.setText("Thesis")
    page_dialog.file_pane.keep_style.click()
    assert own_styles(opened.settings)["Thesis"]["font_pt"] == 9.5
    assert page_dialog.style_box.currentData() == "Thesis"
    page_dialog.file_pane.forget_style.click()
    assert own_styles(opened.settings) == {}
    page_dialog.reject()


def test_each_view_remembers_how_it_was_saved(page_dialog, opened, qtbot, tmp_path):
    page_dialog.format.setCurrentIndex(page_dialog.format.findData("svg"))
    page_dialog.accept()
    opened.session.set_view("cohort")
    shown_view(opened.trial_window.workspace.analysis["cohort"], qtbot, "courses")
    opened.actions_["save"].trigger()
    chart = opened.figures.dialog
    chart.format.setCurrentIndex(chart.format.findData("pdf"))
    chart.accept()
    opened.session.set_view("patient")
    opened.actions_["save"].trigger()
    assert opened.figures.dialog.format.currentData() == "svg"
    opened.figures.dialog.reject()


@pytest.mark.parametrize("said", ["", "no JSON", "[]", '{"profile": 3}', '{"profile": {"dpi": "many"}}'])
def test_what_somebody_wrote_into_the_settings_is_not_taken(opened, said):
    opened.settings.set("figure/views", said)
    opened.settings.set("figure/styles", said)
    assert last_saved(opened.settings, "profile")["dpi"] == 300
    assert own_styles(opened.settings).get("profile", {}) == {}
    keep_style(opened.settings, "A", {"dpi": 600})
    assert own_styles(opened.settings)["A"] == {"dpi": 600}


def test_a_tiff_holds_its_resolution(page_dialog, tmp_path):
    page_dialog.format.setCurrentIndex(page_dialog.format.findData("tiff"))
    page_dialog.size_box.setCurrentIndex(page_dialog.size_box.findData("single"))
    page_dialog.size_pane.dpi.setValue(600)
    path = page_dialog.choices.path
    page_dialog.accept()
    assert path.read_bytes()[:4] in (b"II*\0", b"MM\0*")
    image = QImageReader(str(path)).read()
    assert image.width() == pytest.approx(85 / 25.4 * 600, abs=2)
    assert round(image.dotsPerMeterX() * 0.0254) == 600


def test_notes_without_the_same_places_are_equal():
    """On every Python, and whichever NaN it is: what is drawn is compared with what was drawn."""
    note, same = Note("band", "run-in", 1.0, float("nan"), 2.0), Note("band", "run-in", 1.0, to_x=2.0)
    assert (note, hash(note)) == (same, hash(same))
    assert note != replace(note, to_x=3.0)


def test_the_manifest_holds_the_look(chart_dialog, opened, tmp_path):
    shown = opened.figures.shown(opened.figures.whole_trial())
    choices = chart_dialog.choices
    chart_dialog.reject()
    opened.session.looks.set("x", LOOK)
    path = tmp_path / "a.svg"
    opened.figures.write(replace(choices, path=path, look=LOOK, manifest=True), shown)
    (listed,) = read_manifest(tmp_path / "a.svg.json").files
    assert listed.settings.look == LOOK
    text = path.read_text(encoding="utf-8")
    assert "Lung function" in text
    assert "run-in" in text
    # A manifest of an earlier version says nothing of looks.
    document = json.loads((tmp_path / "a.svg.json").read_text(encoding="utf-8"))
    del document["files"][0]["settings"]["look"]
    (tmp_path / "a.svg.json").write_text(json.dumps(document), encoding="utf-8")
    (listed,) = read_manifest(tmp_path / "a.svg.json").files
    assert listed.settings.look == FigureLook()


def test_the_drawing_on_the_clipboard_is_svg_pdf_and_a_picture(page_dialog, opened):
    page_dialog.copy_drawing.click()
    data = QGuiApplication.clipboard().mimeData()
    assert b"<svg" in bytes(data.data("image/svg+xml").data())
    assert bytes(data.data("application/pdf").data()).startswith(b"%PDF")
    assert data.hasImage()
    assert opened.message.text == "Copied as a drawing."
    assert copy_as_drawing("It does not fit.") == ("It does not fit.", "error")


def test_a_dragged_file_is_whole_and_nobody_elses(page_dialog, opened):
    choices = page_dialog.choices
    path = file_to_drag(paper_of(opened.figures.shown(), choices), choices)
    assert path.name == choices.path.name
    assert path.stat().st_size > 1000
    assert path.parent != choices.path.parent
    assert not path.parent.stat().st_mode & 0o077


def test_a_printed_figure_has_its_real_size(page_dialog, opened, tmp_path):
    from PySide6.QtPrintSupport import QPrinter

    page_dialog.size_box.setCurrentIndex(page_dialog.size_box.findData("single"))
    paper = paper_of(opened.figures.shown(), page_dialog.choices)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPageLayout(page_for(paper))
    print_on(printer, paper)
    with pypdfium2.PdfDocument(tmp_path / "printed.pdf") as document:
        assert len(document) == 1
        assert "A1" in document[0].get_textpage().get_text_range()
    page_dialog.reject()


def test_a_picture_with_resolution_only_where_there_are_pixels(page_dialog):
    for kind, pixels in (("png", True), ("tiff", True), ("svg", False), ("pdf", False)):
        page_dialog.format.setCurrentIndex(page_dialog.format.findData(kind))
        assert page_dialog.size_pane.dpi.isEnabled() is pixels
    assert Path(page_dialog.choices.path).suffix == ".pdf"
    page_dialog.reject()


def test_arms_in_another_order_keep_their_colours(qapp):
    dots = (Dot(1, 0, 2, "one", 0), Dot(2, 1, 3, "two", 1), Dot(3, 2, 4, "three", 2))
    data = Intervals((IntervalRow("Month 3", dots),), number_axis(0, 5), ("Placebo", "50 mg", "100 mg"))
    figure = Figure("change", "Change", lambda ink: IntervalPlot(ink, data))
    look = FigureLook(order=("100 mg", "Placebo"))
    heights = {}
    for one in (FigureLook(), look):
        paper = chart_on_paper(figure, look=one)
        boxes = text_boxes(paper)
        heights[one] = [box.text for box in sorted(boxes, key=lambda box: box.rect.y()) if box.text in TEXTS]
        legend = [box.text for box in boxes if box.text in data.series]
        assert legend == (["100 mg", "Placebo", "50 mg"] if one == look else list(data.series))
        chart = paper.drawing.chart
        assert [chart._colour(i) for i in range(3)] == list(chart.ink.style.courses[:3])
    assert heights == {FigureLook(): ["one", "two", "three"], look: ["three", "one", "two"]}
    pane = FigureLookPane("Change", {}, data.series, look, None)
    assert pane.look.order == ("100 mg", "Placebo", "50 mg")
    pane.order.setCurrentRow(2)
    pane.move_up()
    assert pane.look.order == ("100 mg", "50 mg", "Placebo")
    pane.deleteLater()


def test_the_printer_of_the_preview_lives_as_long_as_it(qtbot, monkeypatch):
    """Qt keeps a pointer alone: a preview painted with a printer that is gone ends the program."""
    made = []

    class Printer(PySide6.QtPrintSupport.QPrinter):
        def __init__(self, mode):
            super().__init__(mode)
            made.append(weakref.ref(self))

    monkeypatch.setattr(PySide6.QtPrintSupport, "QPrinter", Printer)
    monkeypatch.setattr("sscviewer.gui.dialogs.hand_over.print_on", lambda printer, paper: None)
    qtbot.addWidget(parent := QWidget())
    assert print_with_preview(SimpleNamespace(width=300.0, height=200.0), parent) == ""
    gc.collect()
    assert made[0]() is not None
