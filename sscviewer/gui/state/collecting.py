"""Cyclic garbage is collected in the window's thread only.

Python collects on whatever thread happens to allocate. Items of a scene, views and dialogs are in cycles;
when a worker in the middle of a model collects them, Qt's objects are destroyed on the wrong thread while the
window paints, and the program is gone (a bus error in a view that no longer was one).
"""

import gc
import time

from PySide6.QtCore import QObject, QTimer, Slot

LOOK_MS = 200
"""How often it is looked whether there is garbage; with Python's own thresholds a few ms each time."""
FULL_SECONDS = 60.0
"""A full collection takes 0.1 s in a large trial, so it comes at most this often."""


class Collecting(QObject):
    """Takes the collecting over from Python until it is closed."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._full = time.monotonic()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        gc.disable()

    def close(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.enable()

    @Slot()
    def _look(self) -> None:
        young, middle, old = (
            count > limit for count, limit in zip(gc.get_count(), gc.get_threshold(), strict=True)
        )
        if old and time.monotonic() - self._full > FULL_SECONDS:
            gc.collect()
            self._full = time.monotonic()
        elif middle:
            gc.collect(1)
        elif young:
            gc.collect(0)
