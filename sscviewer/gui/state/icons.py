"""Icons of the window, drawn from resources/icons in the colour of the text around them."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap
from PySide6.QtSvg import QSvgRenderer

from sscviewer.bundled import resource_path
from sscviewer.plots.safe_painter import painting

SIZES = (16, 20, 24, 32, 48, 64)


def icon(name: str, colour: QColor, disabled: QColor | None = None) -> QIcon:
    """Return an icon in the given colour, sharp at 100 % and 200 %."""
    out = QIcon()
    for image in _images(name, colour.name()):
        out.addPixmap(QPixmap.fromImage(image))
    if disabled:
        for image in _images(name, disabled.name()):
            out.addPixmap(QPixmap.fromImage(image), QIcon.Mode.Disabled)
    return out


@cache
def _images(name: str, colour: str) -> tuple[QImage, ...]:
    """Return a drawing in each size; as images, which may outlive the application."""
    svg = resource_path("icons", f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    images = []
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        with painting(image) as painter:
            renderer.render(painter, QRectF(0, 0, size, size))
        images.append(image)
    return tuple(images)
