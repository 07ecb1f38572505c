"""Painting that always ends.

An exception before a painter is ended leaves it open; when Python later drops it and the device in the wrong
order, the program is gone. So nothing here paints without these two functions: the painter is ended whatever
happens, and on screen a sentence stands in the picture's place.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPaintDevice, QPainter

from sscviewer.faults import note_fault

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
    else:
        return True
    with painting(device) as painter:
        ratio = device.devicePixelRatioF()
        room = QRect(0, 0, round(device.width() / ratio), round(device.height() / ratio))
        painter.setPen(colour)
        painter.drawText(
            room.adjusted(24, 12, -24, -12),
            Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap,
            SENTENCE,
        )
    return False
