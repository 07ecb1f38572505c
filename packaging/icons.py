"""The program's icon as PNG, as .ico (Windows) and as .icns (macOS), from the one SVG."""

import os
import struct
from pathlib import Path

PNG_SIZES = (16, 32, 48, 64, 128, 256, 512)
_ICO_SIZES = (16, 32, 48, 64, 256)
_ICNS = {b"ic11": 32, b"ic12": 64, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024}


def write_icons(svg: Path, folder: Path) -> None:
    """Write sscviewer.ico, sscviewer.icns and sscviewer-SIZE.png into a folder."""
    pictures = {size: _png(svg, size) for size in {*PNG_SIZES, *_ICO_SIZES, *_ICNS.values()}}
    (folder / "sscviewer.ico").write_bytes(_ico(pictures))
    (folder / "sscviewer.icns").write_bytes(_icns(pictures))
    for size in PNG_SIZES:
        (folder / f"sscviewer-{size}.png").write_bytes(pictures[size])


def _png(svg: Path, size: int) -> bytes:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    app = QGuiApplication.instance() or QGuiApplication([])
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(svg)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    del app
    return bytes(buffer.data().data())


def _ico(pictures: dict[int, bytes]) -> bytes:
    head = struct.pack("<HHH", 0, 1, len(_ICO_SIZES))
    at = len(head) + 16 * len(_ICO_SIZES)
    entries, data = b"", b""
    for size in _ICO_SIZES:
        side = size % 256  # 0 stands for 256
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(pictures[size]), at + len(data))
        data += pictures[size]
    return head + entries + data


def _icns(pictures: dict[int, bytes]) -> bytes:
    parts = b"".join(
        kind + struct.pack(">I", len(pictures[size]) + 8) + pictures[size] for kind, size in _ICNS.items()
    )
    return b"icns" + struct.pack(">I", len(parts) + 8) + parts
