"""Icons of the window, drawn from resources/icons in the colour of the text around them."""

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtSvg import QSvgRenderer

from sscviewer.bundled import resource_path
from sscviewer.plots.safe_painter import painting

SIZES = (16, 20, 24, 32, 48, 64)


def icon(name: str, colour: QColor, disabled: QColor | None = None) -> QIcon:
    """Return an icon in the given colour, sharp at 100 % and 200 %."""
    out = QIcon()
    text = resource_path("icons", f"{name}.svg").read_text(encoding="utf-8")
    for size in SIZES:
        out.addPixmap(_pixmap(text, colour, size))
        if disabled:
            out.addPixmap(_pixmap(text, disabled, size), QIcon.Mode.Disabled)
    return out


def _pixmap(svg: str, colour: QColor, size: int) -> QPixmap:
    coloured = svg.replace("currentColor", colour.name())
    renderer = QSvgRenderer(QByteArray(coloured.encode()))
    pixmap = QPixmap(QSize(size, size))
    pixmap.fill(Qt.GlobalColor.transparent)
    with painting(pixmap) as painter:
        renderer.render(painter, QRectF(0, 0, size, size))
    return pixmap
