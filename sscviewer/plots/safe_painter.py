"""Painting that always ends.

An exception before a painter is ended leaves it open; when Python later drops it and the device in the wrong
order, the program is gone. So nothing here paints without these two functions: the painter is ended whatever
happens, and on screen a sentence stands in the picture's place.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPaintDevice, QPainter

from sscviewer.faults import note_fault, told_of

SENTENCE = (
    "This picture could not be drawn. Its numbers are not touched by that; "
    "what happened is in the log (Help ▸ Show log file)."
)


class SafePainter(QPainter):
    """A painter that counts the states saved, so that it can end tidily in the middle of a picture."""

    def __init__(self, device: QPaintDevice) -> None:
        super().__init__(device)
        self._depth = 0

    def save(self) -> None:
        """Save the state."""
        self._depth += 1
        super().save()

    def restore(self) -> None:
        """Restore the state saved last."""
        self._depth -= 1
        super().restore()

    def unwind(self) -> None:
        """Restore every state that is still saved."""
        while self._depth > 0:
            self.restore()


@contextmanager
def painting(device: QPaintDevice) -> Iterator[SafePainter]:
    """Give a painter for a device and end it, whatever happens; what failed goes on to the caller."""
    painter = SafePainter(device)
    try:
        yield painter
    finally:
        painter.unwind()
        painter.end()


def paint_or_say(device: QPaintDevice, paint: Callable[[SafePainter], None], colour: QColor) -> bool:
    """Paint a device of the screen; where that fails note why and write a sentence instead.

    Returns whether it was painted.
    """
    try:
        with painting(device) as painter:
            paint(painter)
    except Exception as error:  # noqa: BLE001 - whatever fails in a picture, the window goes on
        note_fault(error)
        told = told_of(error, SENTENCE)
    else:
        return True
    with painting(device) as painter:
        ratio = device.devicePixelRatioF()
        room = QRect(0, 0, round(device.width() / ratio), round(device.height() / ratio))
        _write(painter, room, colour, told)
    return False


def paint_part_or_say(
    painter: QPainter, part: QRectF, paint: Callable[[QPainter], None], colour: QColor
) -> None:
    """Paint a part of the screen by a painter of Qt; where that fails note why and write a sentence."""
    at = painter.transform()
    try:
        paint(painter)
    except Exception as error:  # noqa: BLE001 - whatever fails in one part, the others are painted
        note_fault(error)
        # what was saved in the middle is dropped by Qt with the painter; its place and clip are undone here
        painter.setTransform(at)
        painter.setClipping(False)
        painter.setOpacity(1)
        _write(painter, part.toRect(), colour, told_of(error, SENTENCE))


def _write(painter: QPainter, room: QRect, colour: QColor, sentence: str) -> None:
    painter.setPen(colour)
    painter.drawText(
        room.adjusted(24, 4, -24, -4),
        Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap,
        sentence,
    )
