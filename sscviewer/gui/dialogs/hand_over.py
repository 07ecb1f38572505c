"""Giving a figure away without saving it: as a drawing on the clipboard, by dragging it, on paper."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMarginsF, QMimeData, QSizeF, Qt, QUrl
from PySide6.QtGui import QDrag, QGuiApplication, QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QWidget

from sscviewer.gui.dialogs.figure_choices import FigureChoices
from sscviewer.gui.language import tr
from sscviewer.temporary import PrivateFolder

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from sscviewer.plots.paper.figure_files import Paper

PICTURE_DPI = 300
Said = tuple[str, str]
"""One sentence for the user, and its kind ("info", "error")."""


def copy_as_drawing(paper: "Paper | str") -> Said:
    """Put a figure on the clipboard as SVG and PDF, and as a picture for programs that take neither."""
    from sscviewer.plots.paper.figure_files import SaveFailed, image_of_pdf, pdf_bytes, svg_bytes

    if isinstance(paper, str):
        return paper, "error"
    data = QMimeData()
    try:
        pdf = pdf_bytes(paper, "")
        data.setData("image/svg+xml", QByteArray(svg_bytes(paper, "", "")))
    except SaveFailed as error:
        return str(error), "error"
    data.setData("application/pdf", QByteArray(pdf))
    data.setImageData(image_of_pdf(pdf, PICTURE_DPI))
    QGuiApplication.clipboard().setMimeData(data)
    return "Copied as a drawing.", "info"


def file_to_drag(paper: "Paper", choices: FigureChoices) -> Path:
    """Write a figure into a folder that nobody else can read, by the name it would be saved by.

    It goes with the program: who takes the file may read it later than the drag ends.
    """
    from sscviewer.plots.paper.figure_files import save_paper

    path = _folder().path / choices.path.name
    save_paper(path, paper, title="", description="", dpi=choices.dpi)
    return path


_folders: list[PrivateFolder] = []


def _folder() -> PrivateFolder:
    if not _folders:
        _folders.append(PrivateFolder())
    return _folders[0]


def drag_out(paper: "Paper | str", choices: FigureChoices, source: QWidget) -> None:
    """Drag a figure as a file."""
    from sscviewer.plots.paper.figure_files import SaveFailed

    if isinstance(paper, str):
        return
    try:
        path = file_to_drag(paper, choices)
    except SaveFailed:
        return
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    drag = QDrag(source)
    drag.setMimeData(data)
    drag.setPixmap(source.grab().scaledToHeight(120, Qt.TransformationMode.SmoothTransformation))
    drag.exec(Qt.DropAction.CopyAction)


def print_with_preview(paper: "Paper | str", parent: QWidget) -> str:
    """Show a figure on the printer's page at its size, and print it if asked; return why it cannot be."""
    from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog

    if isinstance(paper, str):
        return paper
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(page_for(paper))
    dialog = QPrintPreviewDialog(printer, parent)
    dialog.finished.connect(partial(_done_with, printer))  # Qt only points to it: it must live as long
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(tr("Print the figure"))
    dialog.paintRequested.connect(partial(_print_asked, paper))
    dialog.open()
    return ""


def _done_with(printer: "QPrinter", result: int) -> None:
    """Hold the printer until now."""


def page_for(paper: "Paper") -> QPageLayout:
    """Return A4, upright or across as the figure is."""
    across = paper.width > paper.height
    way = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
    margins = QMarginsF(10, 10, 10, 10)
    return QPageLayout(QPageSize(QPageSize.PageSizeId.A4), way, margins, QPageLayout.Unit.Millimeter)


def _print_asked(paper: "Paper", printer: "QPrinter") -> None:
    print_on(printer, paper)


def print_on(printer: "QPrinter", paper: "Paper") -> None:
    """Draw a figure at the top of a page: at its size, or smaller where the page is."""
    from sscviewer.plots.paper.figure_files import UNITS_PER_INCH
    from sscviewer.plots.safe_painter import painting

    room = QSizeF(printer.pageRect(printer.Unit.DevicePixel).size())
    scale = min(
        printer.resolution() / UNITS_PER_INCH, room.width() / paper.width, room.height() / paper.height
    )
    with painting(printer) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate((room.width() - scale * paper.width) / 2, 0)
        painter.scale(scale, scale)
        paper.drawing.paint(painter)
