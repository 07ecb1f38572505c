"""Run by test_fidelity in a process of its own with QT_SCALE_FACTOR set; prints what was measured as JSON."""

import json
import os
import sys
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from sscviewer.plots.paper.figure_files import UNITS_PER_INCH
from sscviewer.plots.paper.figure_settings import FigureSettings
from sscviewer.plots.patient.patient_figure import PatientFigure
from sscviewer.plots.patient.save import lay_out_on_paper, save_patient_figure
from sscviewer.plots.style import screen_style
from tests.figures.probe import BANDS, KEYWORDS, measure, probe_trial


def pixels_of(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    raw = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return raw[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).copy()


def main() -> None:
    folder = Path(sys.argv[1])
    app = QApplication([])
    page, frame = probe_trial()
    ratio = app.devicePixelRatio()
    style = screen_style(dark=False, font_pt=9.0, pixel_ratio=ratio)
    figure = PatientFigure(style)
    figure.resize(1000, 760)
    figure.set_frame(frame)
    figure.set_bands(BANDS)
    figure.show_page(page)
    figure.show()
    app.processEvents()
    screen = measure(pixels_of(figure.grab().toImage()), figure.drawing, style, ratio)
    save_patient_figure(folder / "probe.png", page, frame, FigureSettings(dpi=200, **KEYWORDS))
    save_patient_figure(folder / "probe.svg", page, frame, FigureSettings(**KEYWORDS))
    drawing = lay_out_on_paper(page, frame, FigureSettings(**KEYWORDS)).drawing
    png = np.asarray(Image.open(folder / "probe.png").convert("RGB"))
    errors = measure(png, drawing, drawing.ink.style, 200 / UNITS_PER_INCH)
    print(json.dumps({"ratio": ratio, "screen": screen, "png": errors}), flush=True)
    os._exit(0)


if __name__ == "__main__":
    main()
